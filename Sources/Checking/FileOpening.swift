import DocumentModel

/// One file, from its bytes to a document: told by its bytes, read by the reader of what it is.
struct FileOpening {
  /// What the bytes are, where that is a format of documents.
  let format: FileFormat?
  /// The document, and the reader that can say more of it.
  let result: Result<(document: Document, reader: any DocumentReader), ReadError>
  /// Until when the work on the file may go on.
  let deadline: Deadline

  /// - Parameter begin: starts the clock for a format.
  init(_ bytes: [UInt8], path: String, readers: Readers, begin: (FileFormat) -> Deadline) {
    let nameExtension = FilePath(path).fileExtension
    let kind = readers.sniffer.kind(of: bytes)
    deadline = begin(kind.format ?? .docx)
    if let refusal = kind.refusal(nameExtension: nameExtension) {
      (format, result) = (kind.format, .failure(refusal))
      return
    }
    guard let reader = kind.format.flatMap({ readers[$0] }) else {
      (format, result) = (kind.format, .failure(ReadError(.unsupported)))
      return
    }
    do {
      var document = try reader.read(bytes, before: deadline)
      document.nameExtension = nameExtension.isEmpty ? nil : nameExtension
      (format, result) = (document.format, .success((document, reader)))
    } catch {
      // A zip that is no Word package may be something that has a name.
      let isOther = error.code == .docxNoMain || error.code == .docxStructure
      let other = kind == .package && isOther ? readers.sniffer.kind(ofRefused: bytes) : nil
      let refusal = other?.refusal(nameExtension: nameExtension)
      (format, result) = ((other ?? kind).format, .failure(refusal ?? error))
    }
  }
}
