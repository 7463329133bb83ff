import CompoundFiles
import CompoundFixtures
import DocumentModel
import Testing

@Suite struct CompoundFileTests {
  private static let small = [UInt8](0..<200)
  private static let large = (0..<9_001).map { UInt8(truncatingIfNeeded: $0 &* 7) }

  private func writer() -> CompoundWriter {
    CompoundWriter([
      ("WordDocument", Self.large), ("1Table", Self.small), ("Data", []),
      ("ObjectPool/_12/\u{1}CompObj", [1, 2, 3]), ("ObjectPool/_12/Deep/Deeper/x", Self.large),
    ])
  }

  @Test(arguments: [false, true]) func streamsComeBackAsTheyWere(isVersion4: Bool) throws {
    var writer = writer()
    writer.isVersion4 = isVersion4
    let file = try CompoundFile(writer.bytes())
    for (path, bytes) in writer.streams { #expect(try file.stream(path) == bytes, "\(path)") }
    #expect(file.contains("worddocument"))
    #expect(!file.contains("Workbook"))
    #expect(try file.stream("ObjectPool") == nil)
    #expect(file.entry("ObjectPool")?.kind == .storage)
    #expect(
      file.entries.map(\.path).sorted() == [
        "1Table", "Data", "ObjectPool", "ObjectPool/_12", "ObjectPool/_12/\u{1}CompObj",
        "ObjectPool/_12/Deep", "ObjectPool/_12/Deep/Deeper",
        "ObjectPool/_12/Deep/Deeper/x", "WordDocument",
      ])
  }

  @Test func classesAreWrittenAsPeopleDo() throws {
    var writer = writer()
    writer.classes["ObjectPool/_12"] = [6, 9, 2, 0, 0, 0, 0, 0, 0xC0, 0, 0, 0, 0, 0, 0, 0x46]
    let file = try CompoundFile(writer.bytes())
    #expect(file.entry("ObjectPool/_12")?.classID == "{00020906-0000-0000-C000-000000000046}")
    #expect(file.entry("ObjectPool")?.classID == nil)
  }

  @Test func theLastSectorMayBeShort() throws {
    var writer = writer()
    writer.hasShortLastSector = true
    let bytes = writer.bytes()
    #expect(bytes.count % 512 != 0)
    #expect(try CompoundFile(bytes).stream("ObjectPool/_12/Deep/Deeper/x") == Self.large)
  }

  @Test func whatIsCutOffIsMissingAndNotMadeUp() throws {
    let whole = writer().bytes()
    let cut = Array(whole.prefix(whole.count - 4_000))
    let stream = try #require(try CompoundFile(cut).stream("ObjectPool/_12/Deep/Deeper/x"))
    #expect(stream.count < Self.large.count && stream.count > 1_000)
    #expect(Self.large.starts(with: stream))
  }

  @Test func everyTruncationIsAnErrorOrShort() {
    let whole = writer().bytes()
    for count in stride(from: 0, to: whole.count, by: 37) {
      guard let file = try? CompoundFile(Array(whole.prefix(count))) else { continue }
      for entry in file.entries { #expect(((try? file.stream(entry))?.count ?? 0) <= max(entry.size, 0)) }
    }
  }

  @Test func aTableOfManySectorsIsRead() throws {
    let large = [UInt8](repeating: 7, count: 6 << 20)
    let file = try CompoundFile(CompoundWriter([("WordDocument", large)]).bytes())
    #expect(try file.stream("WordDocument") == large)
  }

  // MARK: Lies

  @Test func aChainInARingIsRefused() throws {
    var bytes = writer().bytes()
    // The sectors behind the table: the first points to itself where the directory is.
    let directory = try #require(bytes.u32(0x30))
    put(UInt32(directory), at: 512 + directory * 4, in: &bytes)
    #expect(code(bytes) == .docCorrupt)
  }

  @Test func aStreamInARingIsRefusedWhenRead() throws {
    var bytes = writer().bytes()
    let file = try CompoundFile(bytes)
    #expect(file.contains("WordDocument"))
    // WordDocument is the first of the large streams; find its second sector by its content.
    let start = try #require(find(Array(Self.large.prefix(512)), in: bytes)) / 512 - 1
    put(UInt32(start), at: 512 + (start + 1) * 4, in: &bytes)
    let broken = try CompoundFile(bytes)
    #expect(throws: ReadError.self) { try broken.stream("WordDocument") }
  }

  @Test func aDirectoryInARingIsRefused() throws {
    var bytes = writer().bytes()
    let directory = (try #require(bytes.u32(0x30)) + 1) * 512
    // The right neighbour of the second record becomes the first child again.
    put(1, at: directory + 2 * 128 + 72, in: &bytes)
    #expect(code(bytes) == .docCorrupt)
  }

  @Test func aSizeThatTheFileCannotHaveCostsNothing() throws {
    var bytes = writer().bytes()
    let directory = (try #require(bytes.u32(0x30)) + 1) * 512
    put(0x7FFF_FFFF, at: directory + 128 + 120, in: &bytes)
    let stream = try #require(try CompoundFile(bytes).stream("WordDocument"))
    #expect(stream.starts(with: Self.large) && stream.count <= bytes.count)
  }

  @Test func tooManyEntriesAreRefused() {
    var limits = ReadLimits()
    limits.archiveEntries = 4
    #expect(throws: ReadError.self) { try CompoundFile(writer().bytes(), limits: limits) }
    let deep = (0..<100).map { "\($0)" }.joined(separator: "/")
    #expect(code(CompoundWriter([(deep, [1])]).bytes()) == .compoundTooMany)
  }

  @Test func otherBytesAreNoCompoundFile() {
    #expect(code([]) == .type)
    #expect(code(Array("PK\u{3}\u{4} and more".utf8)) == .type)
    #expect(code(Array(writer().bytes().prefix(300))) == .docCorrupt)
    #expect(CompoundFile.isCompound(writer().bytes()))
  }

  @Test func noByteChangedMakesItTrap() {
    let whole = writer().bytes()
    var generator = Seeded(state: 7)
    for _ in 0..<400 {
      var bytes = whole
      for _ in 0..<4 {
        let place = Int(generator.next() % 3_072)
        bytes[place] = UInt8(truncatingIfNeeded: generator.next())
      }
      guard let file = try? CompoundFile(bytes) else { continue }
      for entry in file.entries { _ = try? file.stream(entry) }
    }
  }

  private func code(_ bytes: [UInt8]) -> ReadError.Code? {
    do {
      _ = try CompoundFile(bytes)
      return nil
    } catch {
      return error.code
    }
  }

  private func put(_ value: UInt32, at offset: Int, in bytes: inout [UInt8]) {
    for shift in 0..<4 { bytes[offset + shift] = UInt8(truncatingIfNeeded: value >> (8 * UInt32(shift))) }
  }

  private func find(_ part: [UInt8], in bytes: [UInt8]) -> Int? {
    (0..<bytes.count - part.count).first {
      bytes[$0] == part[0] && bytes[$0..<$0 + part.count].elementsEqual(part)
    }
  }
}

/// Numbers that are the same in every run.
struct Seeded: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state >> 20
  }
}
