/// What one character code of a shown string is: how far it moves the pen and what it means
/// (ISO 32000-1, 9.4.4).
struct GlyphCode {
  /// The bytes of the code as one number, the first byte highest.
  var code: UInt32
  /// How many bytes of the string it takes: 1 to 4.
  var length: Int
  /// How far the pen moves along the writing direction, in thousandths of the font size, before character
  /// and word spacing: w0 in horizontal writing, w1y (mostly -1000) in vertical writing. Of a Type 3 font the
  /// font matrix is already in it.
  var advance: Float
  /// In vertical writing, where the vertical origin lies as seen from the horizontal one: the position vector
  /// v (ISO 32000-1, 9.7.4.3), thousandths of the font size. Zero in horizontal writing.
  var originX: Float = 0
  var originY: Float = 0
  /// What it reads.
  var text: GlyphText
  /// The code is the single byte 32, to which word spacing applies (ISO 32000-1, 9.3.3).
  var isSingleByteSpace: Bool { code == 32 && length == 1 }
}

/// What a glyph reads, in one word: nothing known, one scalar, or a reference to several of them that its
/// font keeps (`PDFFont.scalars(of:)`).
struct GlyphText: Equatable {
  /// 0, a scalar value, or `sequenceMark` and the place in the font's list.
  let raw: UInt32

  static let sequenceMark: UInt32 = 0x8000_0000
  /// No table of the file or of ours knows the meaning.
  static let unmapped = GlyphText(raw: 0)

  var isMapped: Bool { raw != 0 }
  /// The only scalar; `nil` for an unmapped code and for several scalars, as a ligature has.
  var scalar: Unicode.Scalar? { raw == 0 ? nil : Unicode.Scalar(raw) }
  /// The place of several scalars in the font's list.
  var sequence: Int? { raw & Self.sequenceMark == 0 ? nil : Int(raw & ~Self.sequenceMark) }
}
