import DocumentModel

/// The data that pages are painted by, and whether they are whole.
extension PDFFile {
  /// The data of a content stream (ISO 32000-1, 7.8.2), and whether some of it is lost.
  /// - Throws: `E_LIMIT`, `E_TIMEOUT`.
  func paintingContent(of stream: PDFStream) throws(ReadError) -> (bytes: [UInt8], isDamaged: Bool) {
    let content = try content(of: stream)
    if content.isDamaged { return content }
    let names = resolve(stream.dictionary["Filter"])
    let first = names.name ?? names.array?.first.flatMap { resolve($0).name }
    // Flate data say themselves where they end; others may break off anywhere.
    if first == "FlateDecode" { return content }
    let length = integer(stream.dictionary, "Length") ?? 0
    let isShort = stream.range.upperBound >= bytes.count || length > stream.range.count &+ 2
    return (content.bytes, isShort || (first == nil && Self.isHollow(content.bytes)))
  }

  /// Whether part of a text is zeros, as parts are that a download has not brought. The samples of an inline
  /// image may be zeros.
  private static func isHollow(_ bytes: [UInt8]) -> Bool {
    var zeros = 0
    for byte in bytes {
      zeros = byte == 0 ? zeros &+ 1 : 0
      if zeros == hole { return bytes.withUnsafeBytes { Lexer($0).find(" ID") == nil } }
    }
    return false
  }

  private static let hole = 24
}
