import Archives
import DocumentModel
import Glibc

/// What a file is by its bytes; its name only decides how a surprise is worded.
enum FileKind {
  /// Whether the bytes may be a Word file.
  /// - Throws: `E_EMPTY`, `E_ENCRYPTED`, `E_UNSUPPORTED` for kinds that a later version reads, `E_TYPE` for
  ///   everything else and for a Word name on other content.
  static func examine(_ bytes: [UInt8], path: String) -> (format: FileFormat?, error: ReadError?) {
    guard !bytes.isEmpty else { return (nil, ReadError(.empty)) }
    if bytes.starts(with: [0x50, 0x4B]) { return (.docx, nil) }
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
      if contains("EncryptedPackage", in: bytes) { return (nil, ReadError(.encrypted)) }
      return contains("WordDocument", in: bytes) ? (.doc, nil) : (nil, ReadError(.type))
    }
    let head = bytes.prefix(1024)
    if find("%PDF-", in: head) { return other(.pdf, path) }
    if head.starts(with: "{\\rtf".utf8) { return other(.rtf, path) }
    return isHTML(head) ? other(.html, path) : (nil, ReadError(.type))
  }

  /// A zip that is no Word file may be another kind: what the reader's refusal then comes to.
  static func explain(_ error: ReadError, _ bytes: [UInt8], path: String) -> (FileFormat?, ReadError) {
    guard error.code == .docxNoMain || error.code == .docxStructure else { return (.docx, error) }
    guard let archive = try? ZIPArchive(bytes), archive.contains("OFD.xml") else { return (.docx, error) }
    let (format, refusal) = other(.ofd, path)
    return (format, refusal ?? error)
  }

  private static func other(_ format: FileFormat, _ path: String) -> (FileFormat?, ReadError?) {
    let claimsWord = path.utf8.suffix(5).elementsEqual(".docx".utf8) { $0 | 0x20 == $1 | 0x20 }
    return (format, ReadError(claimsWord ? .type : .unsupported))
  }

  private static func isHTML(_ head: ArraySlice<UInt8>) -> Bool {
    var text = head.starts(with: [0xEF, 0xBB, 0xBF]) ? head.dropFirst(3) : head
    text = text.drop { $0 == 0x20 || (0x09...0x0D).contains($0) }
    let lower = text.prefix(256).map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    return lower.starts(with: "<!doctype html".utf8) || lower.starts(with: "<html".utf8)
      || (lower.starts(with: "<!--".utf8) && find("<html", in: lower[...]))
      || (lower.starts(with: "<?xml".utf8) && find("<html", in: lower[...]))
  }

  private static func find(_ text: String, in bytes: ArraySlice<UInt8>) -> Bool {
    bytes.withUnsafeBytes { find(Array(text.utf8), in: $0) }
  }

  /// Whether a name stands in the bytes in UTF-16, as the directory of a compound file has it ([MS-CFB], 2.6).
  private static func contains(_ name: String, in bytes: [UInt8]) -> Bool {
    let wanted = name.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] }
    return bytes.withUnsafeBytes { find(wanted, in: $0) }
  }

  private static func find(_ wanted: [UInt8], in bytes: UnsafeRawBufferPointer) -> Bool {
    guard let first = wanted.first, let start = bytes.baseAddress else { return false }
    var position = 0
    while position + wanted.count <= bytes.count {
      let hit = memchr(start + position, Int32(first), bytes.count - position - wanted.count + 1)
      guard let hit else { return false }
      position = UnsafeRawPointer(hit) - start
      if bytes[position..<(position + wanted.count)].elementsEqual(wanted) { return true }
      position += 1
    }
    return false
  }
}
