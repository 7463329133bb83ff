import DocumentModel
import Testing

@testable import PDFReader

/// Files that were sent as if they were text.
@Suite struct TextTransferTests {
  private static let lines = (1...30).map {
    "BT /L 12 Tf 1 0 0 1 72 \(800 - 20 * $0) Tm (Line \($0) of the page) Tj ET\n"
  }.joined()

  private static func file(_ data: [UInt8], _ entries: String) -> [UInt8] {
    var file = TestPDF.onePage(
      "/Resources<</Font<</L<</Type/Font/Subtype/TrueType/BaseFont/Arial/Encoding/WinAnsiEncoding>>>>>>"
        + "/MediaBox[0 0 595 842]", content: "")
    file.beginUpdate()
    file.stream(4, data, entries)
    file.finish("/Root 1 0 R/Prev \(file.lastTable)")
    return file.bytes
  }

  /// Line feeds become carriage return and line feed, in the data as elsewhere.
  private static func sent(_ bytes: [UInt8]) -> [UInt8] {
    bytes.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] }
  }

  @Test func lineFeedsInDataAreRestored() throws {
    let data = Stored.zlib(Array(Self.lines.utf8))
    let bytes = Self.file(data, "/Filter/FlateDecode")
    let whole = try PDFReader().read(bytes)
    #expect(whole.paragraphs.last?.text.hasSuffix("Line 30 of the page") == true)
    let restored = try PDFReader().read(Self.sent(bytes))
    #expect(restored.paragraphs.map(\.text) == whole.paragraphs.map(\.text))
    #expect(restored.notes.map(\.code).contains("W_PDF_TEXT_MODE"))
    #expect(!restored.pages[0].isIncomplete)
  }

  /// Where the lines of the file itself end in two bytes there are three behind `stream`.
  @Test func lineEndsOfTwoBytesAreRestored() throws {
    let data = Stored.zlib(Array(Self.lines.utf8))
    let file = Self.file(data, "/Filter/FlateDecode")
    let start = try #require(file.indices.last { file[$0...].starts(with: Array("stream\n\u{78}".utf8)) }) + 6
    let bytes = file[..<start] + [0x0D, 0x0A] + data + Array("\r\nendstream\nendobj\n".utf8)
    let restored = try PDFReader().read(Self.sent(Array(bytes)))
    #expect(restored.paragraphs.last?.text.hasSuffix("Line 30 of the page") == true)
    #expect(!restored.pages[0].isIncomplete && !restored.isIncomplete)
  }

  @Test func nothingElseIsTakenForIt() {
    func undone(_ data: [UInt8], _ length: Int) -> [UInt8]? {
      data.withUnsafeBytes { TextTransfer.undone($0, length: length) }
    }
    #expect(undone([1, 13, 10, 2], 3) == [1, 10, 2])
    #expect(undone([1, 13, 10, 2, 13], 3) == [1, 10, 2])
    #expect(undone([1, 13, 13, 10, 2], 4) == [1, 13, 10, 2])
    #expect(undone([1, 13, 10, 2], 4) == nil)
    #expect(undone([1, 13, 10, 2], 2) == nil)
    #expect(undone([1, 10, 13, 10], 3) == nil)
    #expect(undone([1, 2, 3], 2) == nil)
    #expect(undone([10], 0) == nil)
  }

  /// The other way round nothing tells where a carriage return was: what is lost is said to be lost.
  @Test func lostCarriageReturnsAreTold() throws {
    let data = Stored.zlib(Array(Self.lines.replacing("\n", with: "\r\n").utf8))
    let bytes = Self.file(data, "/Filter/FlateDecode").filter { $0 != 0x0D }
    let document = try PDFReader().read(bytes)
    #expect(document.pages[0].isIncomplete && document.notes.first?.code == "W_PDF_LOST")
  }
}

/// Flate data in one stored block (RFC 1951, 3.2.4).
enum Stored {
  static func zlib(_ bytes: [UInt8]) -> [UInt8] {
    func pair(_ value: Int) -> [UInt8] { [UInt8(value & 0xFF), UInt8(value >> 8 & 0xFF)] }
    var (low, high) = (1, 0)
    for byte in bytes {
      low = (low + Int(byte)) % 65_521
      high = (high + low) % 65_521
    }
    let sum = high << 16 | low
    return [0x78, 0x01, 0x01] + pair(bytes.count) + pair(~bytes.count) + bytes
      + [24, 16, 8, 0].map { UInt8(sum >> $0 & 0xFF) }
  }
}
