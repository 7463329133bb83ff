import CompoundFixtures
import DocumentModel
import Testing

@testable import Checking

@Suite struct FileSnifferTests {
  let sniffer = FileSniffer()

  /// UTF-16, with the low byte first or second.
  static func utf16(_ text: String, low: Int) -> [UInt8] {
    text.utf16.flatMap { unit -> [UInt8] in
      let bytes = [UInt8(truncatingIfNeeded: unit), UInt8(truncatingIfNeeded: unit >> 8)]
      return low == 0 ? bytes : bytes.reversed()
    }
  }

  func kind(_ text: String) -> FileKind { sniffer.kind(of: Array(text.utf8)) }

  @Test func aPDFWithoutItsBeginning() {
    let objects = "3 0 R]>>endobj\n3 0 obj<</Type/Page>>endobj\n"
    #expect(kind(objects) == .text)
    #expect(kind(objects + "startxref\n9\n%%EOF") == .pdf)
    #expect(sniffer.kind(of: [0, 0xFF] + Array(objects.utf8)) == .pdf)
  }

  @Test(arguments: [
    ("{\\rtf1", FileKind.rtf), ("\u{FEFF} {\\rtf1", .rtf), ("  %PDF-1.7", .pdf), ("junk %PDF-1.4", .pdf),
    ("\u{FEFF}\n<!DOCTYPE HTML>", .webPage), ("<HTML xmlns:o='urn'>", .webPage),
    ("<meta charset=gbk>", .webPage),
    ("<!-- saved from url=(0014)about:internet -->\r\n<html>", .webPage),
    ("<?xml version=\"1.0\"?><html", .webPage),
    ("MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"x\"", .webArchive),
    ("From: <由 WPS 保存>\r\nSubject: a\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;", .webArchive),
    (
      "<?xml?><w:wordDocument xmlns:w=\"http://schemas.microsoft.com/office/word/2003/wordml\">", .word2003XML
    ),
    ("<?xml?><pkg:package xmlns:pkg=\"http://schemas.microsoft.com/office/2006/xmlPackage\">", .flatPackage),
    (
      "<?xml?><office:document xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\">",
      .openDocument
    ),
    ("<?xml?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\">", .workbook),
    ("<?xml version=\"1.0\"?><a/>", .xml), ("通知\r\n各学校：", .text), ("Rar!\u{1A}", .archive),
    ("GIF89a", .picture),
    ("PK\u{3}\u{4}", .package), ("a\u{0}b", .unknown), ("", .empty),
  ])
  func bytesDecide(_ text: String, _ expected: FileKind) { #expect(kind(text) == expected) }

  @Test func wideTextIsLookedAtToo() {
    let page: [UInt8] = [0xFF, 0xFE] + Self.utf16("<html><body>", low: 0)
    #expect(sniffer.kind(of: page) == .webPage)
    let big: [UInt8] = [0xFE, 0xFF] + Self.utf16("<html>", low: 1)
    #expect(sniffer.kind(of: big) == .webPage)
  }

  @Test(arguments: [
    ([0xDB, 0xA5, 0x2D, 0x00, 1], FileKind.oldWord), ([0xDC, 0xA5, 0x2D, 0x00, 0x31], .oldWord),
    // 郓 in GB18030 begins with the same byte.
    ([0xDB, 0xA9, 0xB3, 0xC7], .text), ([0x31, 0xBE, 0, 0, 0], .oldWord),
    ([0x01, 0xFE, 9, 0, 0], .works), ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], .archive),
    ([0xFF, 0xD8, 0xFF, 0xE0], .picture),
  ])
  func oldFormsHaveHeads(_ bytes: [UInt8], _ expected: FileKind) {
    #expect(sniffer.kind(of: bytes) == expected)
  }

  @Test func theNameOnlyPicksTheWords() {
    #expect(FileKind.webPage.refusal(nameExtension: "html")?.code == .unsupported)
    #expect(FileKind.webPage.refusal(nameExtension: "doc")?.code == .webPage)
    #expect(FileKind.ofd.refusal(nameExtension: "ofd")?.code == .unsupported)
    #expect(FileKind.ofd.refusal(nameExtension: "docx")?.code == .type)
    #expect(FileKind.package.refusal(nameExtension: "doc") == nil)
  }

  @Test func everyKindIsReadOrRefused() {
    for kind in FileKind.allCases {
      #expect(
        (kind.refusal(nameExtension: "") == nil)
          == (kind.format != nil && kind != .ofd && kind.format != .html))
    }
  }
}

@Suite struct CompoundSnifferTests {
  /// The beginning of a WordDocument stream ([MS-DOC], 2.5.2).
  static func word(mark: UInt16, version: UInt16, flags: UInt16) -> [UInt8] {
    let words = [mark, version, 0, 0, 0, flags]
    return words.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] }
      + [UInt8](repeating: 0, count: 20)
  }

  func kind(_ streams: [(path: String, bytes: [UInt8])]) -> FileKind {
    FileSniffer().kind(of: CompoundWriter(streams).bytes())
  }

  @Test func wordOfAllAges() {
    #expect(kind([("WordDocument", Self.word(mark: 0xA5EC, version: 0xC1, flags: 0))]) == .wordBinary)
    #expect(kind([("WordDocument", Self.word(mark: 0xA5EC, version: 0x112, flags: 0x200))]) == .wordBinary)
    #expect(kind([("WordDocument", Self.word(mark: 0xA5EC, version: 0x68, flags: 0))]) == .oldWord)
    #expect(kind([("WordDocument", Self.word(mark: 0xA5DC, version: 0x65, flags: 0))]) == .oldWord)
    // Of East Asia, and Word 2 put into a compound file.
    #expect(kind([("WordDocument", Self.word(mark: 0xA699, version: 0x65, flags: 0))]) == .oldWord)
    #expect(kind([("WordDocument", Self.word(mark: 0xA5DB, version: 0x2D, flags: 0))]) == .oldWord)
    #expect(kind([("WordDocument", Self.word(mark: 0xA5EC, version: 0xC1, flags: 0x100))]) == .encrypted)
    #expect(kind([("WordDocument", [1])]) == .wordBinary)
  }

  @Test(arguments: [
    ("EncryptedPackage", FileKind.encrypted), ("MatOST", .works), ("CONTENTS", .works),
    ("Workbook", .workbook),
    ("Book", .workbook), ("PowerPoint Document", .presentation), ("__properties_version1.0", .compound),
  ])
  func othersByTheirStreams(_ name: String, _ expected: FileKind) {
    #expect(kind([(name, [1, 2, 3])]) == expected)
  }

  @Test func publisherIsNotWorks() { #expect(kind([("Contents", [1]), ("Quill/A", [2])]) == .compound) }

  @Test func whatCannotBeOpenedIsLeftToItsReader() {
    let signature: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    #expect(FileSniffer().kind(of: signature) == .wordBinary)
    let name = FileSnifferTests.utf16("EncryptedPackage", low: 0)
    #expect(FileSniffer().kind(of: signature + [UInt8](repeating: 0, count: 100) + name) == .encrypted)
  }
}
