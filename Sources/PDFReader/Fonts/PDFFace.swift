import DocumentModel

/// The face that a font dictionary names, made plain, and what the file says of its weight and style.
struct PDFFace: Hashable, Sendable {
  /// The name for looking the face up: subset tag, Founder tag and style suffixes taken off, bytes decoded,
  /// `SimSun` or `方正小标宋_GBK`. Empty when the font has none.
  var name: String
  /// The name as the file has it, bytes decoded: `ABCDEF+SimSun,Bold`.
  var rawName: String
  var isItalic = false
  /// What in the font itself makes it bold, the strongest: `faceName`, `weight` or `forceBold`.
  var boldEvidence: BoldEvidence?
  /// The weight that the descriptor or the embedded font gives, 100 to 900 (ISO 32000-1, table 122).
  var weight: Int?
  /// The width of vertical stems, thousandths of the size: 120 and more is a weak hint of boldness.
  var stemV: Double?
  var isSerif = false
  var isFixedPitch = false
  /// The glyphs are in the file; else the viewer substitutes.
  var isEmbedded = false
  /// Thousandths of the size, above and below (negative) the baseline; 0 where the file gives none.
  var ascent: Float = 0
  var descent: Float = 0
}
