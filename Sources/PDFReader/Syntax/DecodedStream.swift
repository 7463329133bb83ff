import DocumentModel

/// What a stream's filters make of its bytes (ISO 32000-1, 7.4).
struct DecodedStream: Sendable {
  /// Decoded as far as possible: everything when `image` is `nil`, else what the image filter would get.
  var bytes: [UInt8]
  /// The image filter that was stopped at, and its parameters.
  var image: ImageFilter?
  /// Whether the data broke off or did not fit its filter: what could be decoded is there.
  var isDamaged = false
}

/// A filter that makes pictures, and that is recognised, not decoded.
struct ImageFilter: Sendable {
  enum Kind: String, Sendable { case dct, jpx, ccitt, jbig2 }

  var kind: Kind
  /// Its `DecodeParms`, references unfollowed.
  var parameters: PDFDictionary
}

extension PDFFile {
  /// The bytes of a stream after all filters but those of images.
  /// - Throws: `E_LIMIT` when it, or all of the file's streams so far, inflate to more than the limits allow.
  func decode(_ stream: PDFStream) throws(ReadError) -> DecodedStream {
    DecodedStream(bytes: [])
  }

  /// The bytes of a stream that is no picture: a content stream, a font program, a CMap. Damaged data gives
  /// what can be decoded of it.
  func data(of stream: PDFStream) throws(ReadError) -> [UInt8] { try decode(stream).bytes }

  /// Decodes bytes that are in no stream object, such as those of an inline image (ISO 32000-1, 8.9.7), whose
  /// abbreviated keys and filter names are understood.
  func decode(inline bytes: [UInt8], _ dictionary: PDFDictionary) throws(ReadError) -> DecodedStream {
    DecodedStream(bytes: [])
  }
}
