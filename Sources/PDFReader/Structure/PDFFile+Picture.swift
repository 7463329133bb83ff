import DocumentModel

extension PDFFile {
  /// The picture of an image XObject (ISO 32000-1, 8.9): JPEG and JPEG 2000 data as they are, else samples.
  /// - Returns: `nil` when the image has no sense.
  func picture(_ image: PDFStream) throws(ReadError) -> Picture? { nil }

  /// The picture of an inline image (ISO 32000-1, 8.9.7).
  /// - Parameters:
  ///   - dictionary: as written between `BI` and `ID`, abbreviations included.
  ///   - resources: where named colour spaces are looked up.
  func picture(
    inline bytes: [UInt8], _ dictionary: PDFDictionary, resources: PDFDictionary
  ) throws(ReadError) -> Picture? { nil }
}
