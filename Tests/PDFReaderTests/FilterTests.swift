import DocumentModel
import Testing

@testable import PDFReader

@Suite struct FilterTests {
  private func decode(
    _ data: [UInt8], _ entries: String, limits: ReadLimits = ReadLimits()
  ) throws -> DecodedStream {
    var file = TestPDF.onePage()
    file.stream(9, data, entries)
    file.finish("/Root 1 0 R")
    let pdf = try PDFFile(file.bytes, limits: limits)
    return try pdf.decode(try #require(pdf.object(ObjectID(9)).stream))
  }

  private func text(_ data: String, _ entries: String) throws -> String {
    String(decoding: try decode(Array(data.utf8), entries).bytes, as: UTF8.self)
  }

  @Test func textFilters() throws {
    #expect(try text("48 656C6c6F>", "/Filter/ASCIIHexDecode") == "Hello")
    #expect(try text("87cURD]i,\"Ebo80~>", "/Filter/ASCII85Decode") == "Hello World!")
    #expect(try text("<~87cURD]i,\"Ebo80~>", "/Filter/A85") == "Hello World!")
    #expect(try text("38 37 63 55 52 44 5D~>", "/Filter[/ASCIIHexDecode/ASCII85Decode]") == "Hello")
  }

  /// The dictionary says that the data is compressed, and it is not.
  @Test func textThatClaimsToBeCompressed() throws {
    let plain = try decode(Array("BT /F1 24 Tf 72 720 Td (abc) Tj ET".utf8), "/Filter/FlateDecode")
    #expect(String(decoding: plain.bytes, as: UTF8.self).hasSuffix("(abc) Tj ET") && plain.isDamaged)
    #expect(try decode(Array("too short".utf8), "/Filter/FlateDecode").isDamaged)
  }

  @Test func runLengths() throws {
    #expect(
      try decode([2, 65, 66, 67, 254, 68, 128, 1], "/Filter/RunLengthDecode").bytes == Array("ABCDDD".utf8))
    let cut = try decode([5, 65, 66], "/Filter/RL")
    #expect(cut.bytes == Array("AB".utf8))
    #expect(cut.isDamaged)
  }

  /// `line 0 of the text`, … `line 39 of the text`.
  private static let zlib: [UInt8] = [
    0x78, 0x9c, 0x6d, 0xd2, 0x31, 0x0e, 0x83, 0x40, 0x10, 0x43, 0xd1, 0x9e, 0x53, 0xec, 0x11, 0xb0, 0x9d,
    0x40,
    0x38, 0xd0, 0xa2, 0x20, 0xa1, 0xd0, 0x6c, 0xc1, 0xf1, 0xa3, 0x94, 0xd1, 0xfc, 0xf6, 0x57, 0x7e, 0x9a,
    0x39,
    0x8f, 0x4f, 0x6f, 0x73, 0xbb, 0xf6, 0x36, 0xde, 0xbd, 0x8d, 0x7e, 0x8f, 0xe9, 0xfc, 0x25, 0xd5, 0xe4,
    0x9a,
    0x52, 0xd3, 0xa3, 0xa6, 0x67, 0x4d, 0x4b, 0x4d, 0x6b, 0x4d, 0xaf, 0x9a, 0x36, 0x98, 0x4a, 0xf3, 0x61,
    0xbf,
    0x00, 0x20, 0x10, 0x08, 0x08, 0x02, 0x83, 0x00, 0x21, 0x50, 0x08, 0x18, 0x02, 0x87, 0xc1, 0x61, 0xba,
    0x03,
    0x38, 0x0c, 0x0e, 0x83, 0xc3, 0xe0, 0x30, 0x38, 0x0c, 0x0e, 0x83, 0xc3, 0xe0, 0x08, 0x38, 0x02, 0x8e,
    0xd0,
    0x43, 0x81, 0x23, 0xe0, 0x08, 0x38, 0x02, 0x8e, 0x80, 0x23, 0xe0, 0xc8, 0xbf, 0xe3, 0x0b, 0x22, 0x04,
    0x00,
    0x28,
  ]

  private static let lines = (0..<40).map { "line \($0) of the text\n" }.joined()

  @Test func flate() throws {
    let decoded = try decode(Self.zlib, "/Filter/FlateDecode")
    #expect(String(decoding: decoded.bytes, as: UTF8.self) == Self.lines)
    #expect(!decoded.isDamaged)
    // A line end in front, rubbish behind, a wrong checksum, no header: all are met.
    for odd in [
      [0x0D, 0x0A] + Self.zlib, Self.zlib + [0x0A, 1, 2], Self.zlib.dropLast() + [0], Array(Self.zlib[2...]),
    ] {
      #expect(String(decoding: try decode(odd, "/Filter/Fl").bytes, as: UTF8.self) == Self.lines)
    }
  }

  @Test func flateOfDamagedDataGivesItsBeginning() throws {
    let cut = try decode(Array(Self.zlib.prefix(60)), "/Filter/FlateDecode")
    #expect(cut.isDamaged)
    let text = String(decoding: cut.bytes, as: UTF8.self)
    #expect(text.count > 20)
    #expect(Self.lines.hasPrefix(text))
  }

  @Test func bombsAreRefused() throws {
    var limits = ReadLimits()
    limits.partBytes = 100
    let runs = [UInt8](repeating: 0, count: 0) + (0..<4).flatMap { _ in [UInt8(129), 65] }
    let error = #expect(throws: ReadError.self) {
      try decode(runs, "/Filter/RunLengthDecode", limits: limits)
    }
    #expect(error?.code == .limit)
  }

  @Test func longChainsAreNotRun() throws {
    let names = String(repeating: "/ASCIIHexDecode", count: 2000)
    #expect(try decode([0x34], "/Filter[\(names)]").bytes.isEmpty)
  }

  @Test func imageFiltersStopTheChain() throws {
    let decoded = try decode(
      Array("FFD8>".utf8), "/Filter[/AHx/DCTDecode]/DecodeParms[null<</ColorTransform 0>>]")
    #expect(decoded.bytes == [0xFF, 0xD8])
    #expect(decoded.image?.kind == .dct)
    #expect(decoded.image?.parameters["ColorTransform"]?.integer == 0)
  }

  @Test func pngPredictors() throws {
    let rows: [UInt8] = [0, 1, 2, 3, 1, 1, 1, 1, 2, 1, 1, 1, 3, 2, 2, 2, 4, 1, 1, 1]
    let predictor = try #require(Predictor(predictor: 15, colors: 1, bits: 8, columns: 3))
    #expect(predictor.undo(rows).bytes == [1, 2, 3, 1, 2, 3, 2, 3, 4, 3, 5, 6, 4, 6, 7])
  }

  @Test func tiffPredictors() throws {
    let bytes = try #require(Predictor(predictor: 2, colors: 1, bits: 8, columns: 4))
    #expect(bytes.undo([1, 1, 1, 1, 5, 255, 0, 1]).bytes == [1, 2, 3, 4, 5, 4, 4, 5])
    let words = try #require(Predictor(predictor: 2, colors: 1, bits: 16, columns: 2))
    #expect(words.undo([0, 255, 0, 1]).bytes == [0, 255, 1, 0])
    let bits = try #require(Predictor(predictor: 2, colors: 1, bits: 4, columns: 4))
    #expect(bits.undo([0x11, 0x1F]).bytes == [0x12, 0x32])
    #expect(Predictor(predictor: 15, colors: Int.max, bits: 16, columns: Int.max) == nil)
  }

  @Test(arguments: [true, false])
  func lzwRoundTrip(_ early: Bool) throws {
    var state: UInt32 = 7
    let data = (0..<9000).map { _ in
      state = state &* 1_664_525 &+ 1_013_904_223
      return UInt8(state >> 28)
    }
    let decoded = LZWEncoder.encode(data, early: early).withUnsafeBytes {
      LZW.decode($0, early: early, limit: 1 << 20)
    }
    #expect(decoded.bytes == data)
  }
}

/// The inverse of `LZW`, for tests.
private enum LZWEncoder {
  static func encode(_ data: [UInt8], early: Bool) -> [UInt8] {
    var result: [UInt8] = []
    var held = 0
    var bits = 0
    var width = 9
    var next = 258
    var table: [[UInt8]: Int] = [:]
    func code(_ text: [UInt8]) -> Int { text.count == 1 ? Int(text[0]) : table[text] ?? 0 }
    func emit(_ value: Int) {
      held = held << width | value
      bits += width
      while bits >= 8 {
        bits -= 8
        result.append(UInt8(truncatingIfNeeded: held >> bits))
      }
      held &= (1 << bits) - 1
    }
    emit(256)
    var current: [UInt8] = []
    for byte in data {
      let longer = current + [byte]
      if longer.count == 1 || table[longer] != nil {
        current = longer
        continue
      }
      emit(code(current))
      table[longer] = next
      next += 1
      if next + (early ? 1 : 0) > 1 << width, width < 12 { width += 1 }
      if next >= 4094 {
        emit(256)
        table.removeAll()
        next = 258
        width = 9
      }
      current = [byte]
    }
    emit(code(current))
    next += 1
    if next + (early ? 1 : 0) > 1 << width, width < 12 { width += 1 }
    emit(257)
    if bits > 0 { result.append(UInt8(truncatingIfNeeded: held << (8 - bits))) }
    return result
  }
}
