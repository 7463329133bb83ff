import Archives
import DocumentModel
import Testing

@Suite struct RefusalTests {
  private func one(_ name: String = "word/a.xml", _ change: (inout ZIPBuilder.Entry) -> Void) -> ZIPBuilder {
    var builder = ZIPBuilder("[Content_Types].xml", name)
    change(&builder.entries[1])
    return builder
  }

  private func expect(
    _ builder: ZIPBuilder, _ code: ReadError.Code, part: String? = "word/a.xml",
    limits: ReadLimits = ReadLimits(), sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) {
    let error = failure(builder, limits: limits)
    #expect(error?.code == code, sourceLocation: sourceLocation)
    #expect(error?.part == part, sourceLocation: sourceLocation)
  }

  // MARK: The file

  @Test func emptyAndOtherKinds() {
    #expect(failure([])?.code == .empty)
    #expect(failure(Array("%PDF-1.7".utf8))?.code == .type)
    #expect(failure([0x50, 0x4B])?.code == .type)
    // An archive without entries starts with its end record; it is no package of anything.
    #expect(failure(ZIPBuilder([]))?.code == .type)
    #expect(failure(Array("MZ".utf8) + ZIPBuilder("a").bytes)?.code == .type)
    var limits = ReadLimits()
    limits.fileBytes = 50
    #expect(failure(ZIPBuilder("a"), limits: limits)?.code == .tooLarge)
  }

  @Test func everyTruncationIsCorrupt() {
    let bytes = ZIPBuilder("a.xml", "b.xml").bytes
    for count in 4..<bytes.count { #expect(failure(Array(bytes.prefix(count)))?.code == .zipCorrupt) }
  }

  @Test func tooManyEntries() {
    var limits = ReadLimits()
    limits.archiveEntries = 2
    #expect(failure(ZIPBuilder("a", "b"), limits: limits) == nil)
    expect(ZIPBuilder("a", "b", "c"), .zipTooMany, part: nil, limits: limits)
    // The stated number is enough: nothing is read before it.
    var builder = ZIPBuilder("a")
    builder.count = 60_000
    expect(builder, .zipTooMany, part: nil)
    builder.isWide = true
    builder.count = 1 << 40
    expect(builder, .zipTooMany, part: nil)
  }

  @Test func damagedDirectories() {
    var builder = ZIPBuilder("a", "b")
    builder.count = 3
    expect(builder, .zipCorrupt, part: nil)
    builder = ZIPBuilder("a", "b")
    builder.shift = 1
    #expect(failure(builder)?.code == .zipCorrupt)
    builder.shift = 1 << 30
    #expect(failure(builder)?.code == .zipCorrupt)
  }

  @Test func twoDirectoriesInOneFile() {
    // A second end record inside the comment of the first: which one counts depends on the reader.
    let inner = ZIPBuilder("a.xml").bytes
    var outer = ZIPBuilder([ZIPBuilder.Entry("a.xml", "other text"), ZIPBuilder.Entry("b.xml")])
    outer.comment = Array(inner.suffix(22))
    #expect(failure(outer) != nil)
  }

  // MARK: Names

  @Test(arguments: [
    "../a", "a/../../b", "a/..", "..", "/etc/passwd", "C:/x.txt", "c:x", "word\\a.xml", "word\\..\\..\\a",
    "a\0b", "",
  ]) func names(name: String) {
    expect(ZIPBuilder("[Content_Types].xml", name), .zipPath, part: name)
  }

  @Test func symbolicLinks() {
    expect(one { $0.mode = 0o120777 }, .zipPath)
    // The same bits mean nothing when the attributes are those of DOS.
    #expect(
      failure(
        one {
          $0.mode = 0o120777
          $0.system = 0
        }) == nil)
  }

  @Test func duplicates() {
    expect(ZIPBuilder("word/b.xml", "word/a.xml", "word/a.xml"), .zipDuplicate)
    expect(ZIPBuilder("WORD/A.xml", "word/a.xml"), .zipDuplicate)
    // Only ASCII letters are folded.
    #expect(failure(ZIPBuilder("word/é.xml", "word/É.xml")) == nil)
  }

  // MARK: Headers

  @Test func encryption() {
    expect(one { $0.flags = 1 }, .zipEncrypted)
    expect(one { $0.localFlags = 1 }, .zipEncrypted)
    expect(one { $0.flags = 0x2000 }, .zipEncrypted)
  }

  @Test func localAndCentralHeaderDiffer() {
    expect(one { $0.localName = Array("word/b.xml".utf8) }, .zipHeaderMismatch)
    expect(one { $0.localName = Array("word/a.xm".utf8) }, .zipHeaderMismatch)
    expect(one { $0.localMethod = 0 }, .zipHeaderMismatch)
  }

  @Test func overlap() {
    expect(
      one("[content_types].xml2") {
        $0.sharesLocal = true
        $0.localName = nil
      }, .zipHeaderMismatch, part: "[content_types].xml2")
    // Two names on one local header cannot both agree with it, so the data are what is shared.
    var builder = ZIPBuilder([
      ZIPBuilder.Entry("word/a.xml", String(repeating: "x", count: 300)), ZIPBuilder.Entry("word/b.xml"),
    ])
    builder.entries[0].storedBytes = 330
    expect(builder, .zipOverlap, part: "word/b.xml")
    builder.entries[0].storedBytes = nil
    builder.entries[1].storedBytes = 20
    expect(builder, .zipOverlap, part: "word/b.xml")
  }

  @Test func togetherLongerThanTheFile() {
    let big = ZIPBuilder.Entry("word/a.xml", String(repeating: "x", count: 3_000))
    var builder = ZIPBuilder([big] + (0..<20).map { ZIPBuilder.Entry("word/\($0).xml") })
    for index in 1..<builder.entries.count {
      builder.entries[index].sharesLocal = true
      builder.entries[index].storedBytes = 3_005
    }
    #expect(failure(builder)?.code == .zipOverlap)
  }

  @Test func pastTheEnd() {
    expect(one { $0.storedBytes = 1_000_000 }, .zipCorrupt)
    #expect(failure(one { $0.storedBytes = 150 })?.code == .zipOverlap)
  }

  // MARK: Data

  @Test func declaredBombs() {
    var limits = ReadLimits()
    limits.partBytes = 1_000
    limits.totalBytes = 1_500
    limits.ratioFreeBytes = 100
    limits.ratio = 10
    expect(one { $0.inflatedBytes = 1_001 }, .zipBomb, limits: limits)
    expect(one { $0.inflatedBytes = 101 }, .zipBomb, limits: limits)  // 9 bytes stored
    expect(
      one {
        $0.inflatedBytes = 0xFFFF_FFFE
        $0.isWide = true
      }, .zipBomb)
    expect(
      one {
        $0.inflatedBytes = Int.max
        $0.isWide = true
      }, .zipBomb)
    let half = String(repeating: "x", count: 800)
    expect(
      ZIPBuilder([ZIPBuilder.Entry("b", half), ZIPBuilder.Entry("word/a.xml", half)]), .zipBomb,
      limits: limits)
  }

  @Test func undeclaredBombsAndOtherLies() {
    let long = String(repeating: "x", count: 10_000)
    expect(
      one {
        $0.data = Array(long.utf8)
        $0.inflatedBytes = 10
      }, .zipCorrupt)
    expect(one { $0.inflatedBytes = 5 }, .zipCorrupt)
    expect(one { $0.inflatedBytes = 3 }, .zipCorrupt)
    expect(
      one {
        $0.method = 0
        $0.inflatedBytes = 5
      }, .zipCorrupt)
    expect(one { $0.crc = 7 }, .zipCRC)
    expect(
      one {
        $0.method = 0
        $0.crc = 7
      }, .zipCRC)
  }

  @Test func otherMethods() {
    let error = failure(one { $0.method = 12 })
    #expect(error?.code == .zipCorrupt)
    #expect(error?.detail.contains("bzip2") == true)
  }

  @Test func randomDamageDoesNotTrap() {
    var builder = ZIPBuilder("[Content_Types].xml", "word/a.xml", "word/b.xml")
    builder.isWide = true
    builder.entries[2].isWide = true
    builder.comment = Array("comment".utf8)
    let good = builder.bytes
    var seed: UInt64 = 11
    func random(_ bound: Int) -> Int {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(seed >> 33) % bound
    }
    var refused = 0
    for _ in 0..<20_000 {
      var bytes = good
      for _ in 0...random(3) {
        let value: [UInt8] = [0, 0xFF, 0x80, UInt8(random(256))]
        bytes[4 + random(bytes.count - 4)] = value[random(4)]
      }
      if failure(bytes) != nil { refused += 1 }
    }
    #expect(refused > 5_000)
  }
}
