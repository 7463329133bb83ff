import Archives
import DocumentModel
import PDFReader

/// Tells what a file is by its bytes.
///
/// The cheap half of the question is asked of every file; what a zip holds only of those that the DOCX
/// reader refuses, so that a right file is never opened twice.
struct FileSniffer {
  let limits: ReadLimits

  init(limits: ReadLimits = ReadLimits()) { self.limits = limits }

  /// The kind of a file, by its first bytes and, for compound files, their directory.
  func kind(of bytes: [UInt8]) -> FileKind {
    guard !bytes.isEmpty else { return .empty }
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) { return .package }
    if bytes.starts(with: Self.compoundSignature) { return CompoundSniffer(limits: limits).kind(of: bytes) }
    let head = Head(bytes)
    if head.text.starts(with: "{\\rtf".utf8) { return .rtf }
    // Readers of PDF accept something before the header (ISO 32000-1, annex H, note 13).
    if head.raw.contains("%PDF-") { return .pdf }
    if let kind = MarkupSniffer.kind(of: head) { return kind }
    if let kind = Self.oldForm(bytes) ?? Self.other(bytes) { return kind }
    // Asked last: it looks at the whole file.
    if PDFReader.resembles(bytes) { return .pdf }
    return head.isPlainText ? .text : .unknown
  }

  /// What a zip is that is no Word package; `nil` where the reader's own error says more.
  func kind(ofRefused bytes: [UInt8]) -> FileKind? {
    guard var archive = try? ZIPArchive(bytes, limits: limits) else { return nil }
    if archive.contains("OFD.xml") { return .ofd }
    if archive.contains("mimetype"), let type = try? archive.read("mimetype") {
      if type.starts(with: "application/epub".utf8) { return .book }
      if type.starts(with: "application/vnd.oasis.opendocument.spreadsheet".utf8) { return .workbook }
      if type.starts(with: "application/vnd.oasis.opendocument.presentation".utf8) { return .presentation }
      if type.starts(with: "application/vnd.".utf8) { return .openDocument }
    }
    if archive.contains("xl/workbook.xml") || archive.contains("xl/workbook.bin") { return .workbook }
    if archive.contains("ppt/presentation.xml") { return .presentation }
    if archive.contains("[Content_Types].xml") || archive.contains("word/document.xml") { return nil }
    return .archive
  }

  private static let compoundSignature: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]

  /// Word and Works from before compound files, by the first word of their header.
  private static func oldForm(_ bytes: [UInt8]) -> FileKind? {
    let heads: [([UInt8], FileKind)] = [
      // Word 1, 2 and, without a compound file, 6 for Windows (the ancestors of wIdent, [MS-DOC] 2.5.2), Word for
      // Macintosh 4 to 5.1, Write.
      ([0x9B, 0xA5, 0x21, 0x00], .oldWord), ([0xDB, 0xA5, 0x2D, 0x00], .oldWord),
      ([0xDC, 0xA5, 0x2D, 0x00], .oldWord), ([0xDC, 0xA5, 0x65, 0x00], .oldWord),
      ([0xDC, 0xA5, 0x68, 0x00], .oldWord),
      ([0xFE, 0x37, 0x00, 0x1C], .oldWord), ([0xFE, 0x37, 0x00, 0x23], .oldWord),
      ([0x31, 0xBE, 0x00, 0x00], .oldWord), ([0x32, 0xBE, 0x00, 0x00], .oldWord),
      // Works for DOS and Works 2 and 3 for Windows.
      ([0x01, 0xFE], .works),
    ]
    return heads.first { bytes.starts(with: $0.0) }?.1
  }

  private static func other(_ bytes: [UInt8]) -> FileKind? {
    let heads: [([UInt8], FileKind)] = [
      (Array("Rar!".utf8), .archive), ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], .archive),
      ([0x1F, 0x8B], .archive), ([0x50, 0x4B], .archive),
    ]
    if let known = heads.first(where: { bytes.starts(with: $0.0) }) { return known.1 }
    return Picture.Encoding(of: Array(bytes.prefix(64))) == .unknown ? nil : .picture
  }
}

/// The beginning of a file, as bytes and as text that is easy to look at.
struct Head {
  /// The first kilobyte.
  let raw: ArraySlice<UInt8>
  /// The first eight kilobytes without a byte order mark and leading blanks, UTF-16 narrowed to its low bytes.
  let text: [UInt8]
  private let isWide: Bool

  init(_ bytes: [UInt8]) {
    raw = bytes.prefix(1 << 10)
    var head = bytes.prefix(16 << 10)
    isWide = head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF])
    if isWide {
      let first = head.first == 0xFF ? 2 : 3
      text = Self.trimmed(stride(from: first, to: head.count, by: 2).map { head[$0] }[...])
    } else {
      head = head.prefix(8 << 10)
      text = Self.trimmed(head.starts(with: [0xEF, 0xBB, 0xBF]) ? head.dropFirst(3) : head)
    }
  }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    Array(bytes.drop { $0 == 0x20 || (0x09...0x0D).contains($0) })
  }

  /// Whether nothing in it but characters that people write.
  var isPlainText: Bool {
    isWide
      || text.prefix(1 << 12).allSatisfy {
        $0 >= 0x20 && $0 != 0x7F || (0x09...0x0D).contains($0) || $0 == 0x1B
      }
  }
}

extension Collection<UInt8> {
  /// Whether the bytes of some ASCII text stand anywhere in these.
  func contains(_ text: StaticString) -> Bool {
    let length = text.utf8CodeUnitCount
    guard length > 0, count >= length else { return false }
    let wanted = UnsafeBufferPointer(start: text.utf8Start, count: length)
    var rest = self[...]
    while rest.count >= length {
      guard let found = rest.firstIndex(of: wanted[0]) else { return false }
      if rest[found...].starts(with: wanted) { return true }
      rest = rest[rest.index(after: found)...]
    }
    return false
  }
}
