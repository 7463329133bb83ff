import DocumentModel

extension PDFFile {
  /// Sets up decryption when the file is encrypted (ISO 32000-1, 7.6).
  /// - Throws: `E_ENCRYPTED` when it needs a password or a handler that is not the standard one.
  func unlock() throws(ReadError) {
    guard let encryption = dictionary(trailer, "Encrypt") else {
      guard trailer["Encrypt"].map(resolve)?.isNull ?? true else {
        throw ReadError(.encrypted, detail: "an encryption dictionary of an unknown form")
      }
      return
    }
    let values = EncryptionValues(encryption, file: self)
    guard let security = StandardSecurity(values) else {
      throw ReadError(
        .encrypted, detail: "handler \(values.filter.text), V \(values.version), R \(values.revision)")
    }
    self.security = security
    // What was parsed so far was parsed without the key.
    forget()
    let forbidden = Self.permissionNames.filter { security.permissions >> ($0.bit - 1) & 1 == 0 }.map(\.name)
    note(
      "W_PDF_RESTRICTED",
      forbidden.isEmpty
        ? "encrypted without a password"
        : "the owner forbids: "
          + forbidden.joined(separator: ", "))
  }

  /// ISO 32000-1, table 22.
  private static let permissionNames: [(bit: Int, name: String)] = [
    (3, "print"), (4, "modify"), (5, "copy"), (6, "annotate"), (9, "fill in forms"),
    (10, "extract for accessibility"), (11, "assemble"), (12, "print in full quality"),
  ]

  /// The raw bytes of a stream, decrypted; as they are where they are not encrypted.
  /// - Parameter crypt: the crypt filter that the stream itself names (ISO 32000-1, 7.4.10).
  func decrypted(_ stream: PDFStream, _ data: UnsafeRawBufferPointer, crypt: PDFName?) -> [UInt8]? {
    guard let security else { return nil }
    let type = stream.dictionary["Type"]?.name
    if type == "XRef" || (type == "Metadata" && !security.encryptsMetadata) { return nil }
    let method = crypt.map { security.methods[$0] ?? .none } ?? security.streamMethod
    if method == .none { return nil }
    return security.decrypt([UInt8](data), of: stream.id, by: method)
  }
}
