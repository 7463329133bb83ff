import DocumentModel

extension ReadError.Code {
  /// The container of an old Word document, or what must be in it, is damaged past reading: a chain of
  /// sectors in a ring, a header or a directory that cannot be.
  public static let docCorrupt = Self("E_DOC_CORRUPT")
  /// The directory of a compound file lists more than the limit, or nests deeper than anything honest.
  public static let compoundTooMany = Self("E_CFB_TOO_MANY")
}
