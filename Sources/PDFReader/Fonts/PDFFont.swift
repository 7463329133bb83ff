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

  private let isComposite: Bool
  // Both are stored, one of them unused: a value in an enum would be copied for each code, and counted.
  private let simple: SimpleCoder
  private let composite: CompositeCoder

  init(face: PDFFace, simple: SimpleCoder, type3: Type3Font? = nil) {
    self.face = face
    self.type3 = type3
    isVertical = false
    isComposite = false
    self.simple = simple
    composite = .unused
  }

  init(face: PDFFace, composite: CompositeCoder) {
    self.face = face
    type3 = nil
    isVertical = composite.vertical != nil
    isComposite = true
    simple = .unused
    self.composite = composite
  }

  /// Decodes the code that starts at an offset.
  ///
  /// - Parameters:
  ///   - bytes: a shown string.
  ///   - offset: not negative, less than the length of the string.
  @inline(__always)
  func decode(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> GlyphCode {
    guard offset >= 0, offset < bytes.count else {
      return GlyphCode(code: 0, length: 1, advance: 0, text: .unmapped)
    }
    return isComposite ? composite.decode(bytes, at: offset) : simple.decode(bytes, at: offset)
  }

  /// The scalars that a code reads: none, one, or several (a ligature).
  func scalars(of text: GlyphText) -> [Unicode.Scalar] {
    if let scalar = text.scalar { return [scalar] }
    guard let place = text.sequence else { return [] }
    if isComposite { return composite.scalars(ofSequence: place) }
    return simple.sequences.indices.contains(place) ? simple.sequences[place] : []
  }
}

/// The glyph procedures of a Type 3 font (ISO 32000-1, 9.6.5).
final class Type3Font: Sendable {
  /// Glyph space to text space.
  let matrix: PDFMatrix
  /// The em in text space, for a font size of 1.
  let em: Double
  /// The fonts, forms and pictures that the procedures use; `nil` when they use those of the page.
  let resources: PDFDictionary?
  private let procedures: [PDFStream?]

  init(matrix: PDFMatrix, em: Double, resources: PDFDictionary?, procedures: [PDFStream?]) {
    self.matrix = matrix
    self.em = em
    self.resources = resources
    self.procedures = procedures
  }

  /// The procedure that paints a code.
  func procedure(for code: UInt32) -> PDFStream? {
    let index = Int(code)
    return procedures.indices.contains(index) ? procedures[index] : nil
  }
}
