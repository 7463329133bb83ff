/// The effective formatting of a run: every layer of styles applied, theme names looked up.
///
/// An immutable value behind a reference, so that the thousands of runs of a document share the few
/// dozen formats that it really uses.
public final class TextStyle: Sendable {
  /// The face of each character slot.
  public let faces: FaceSlots
  /// What `w:rFonts/@w:hint` says of ambiguous characters (ECMA-376-1, 17.18.41).
  public let hint: ScriptHint
  /// The size of characters that are not of a complex script; `nil` when the file does not say.
  public let size: Length?
  public let isBold: Bool
  public let isItalic: Bool
  public let isUnderlined: Bool
  public let isStruck: Bool
  /// Hidden text (ECMA-376-1, 17.3.2.41). Hidden runs are no part of a paragraph's text.
  public let isHidden: Bool
  /// The colour of the text; `nil` is automatic, which prints black.
  public let color: Color?
  public let verticalPosition: VerticalPosition
  /// Horizontal scale in percent (ECMA-376-1, 17.3.2.43).
  public let scale: Int
  /// Extra space after each character (ECMA-376-1, 17.3.2.35).
  public let letterSpacing: Length
  /// How far the text is raised above the baseline (ECMA-376-1, 17.3.2.24).
  public let rise: Length
  /// All characters use the complex script slot (`w:cs` or `w:rtl`).
  public let isComplexScript: Bool
  /// The name of the face as the file has it, decoded, where `faces` holds a name made plain: PDF.
  public let rawFace: String?
  /// What makes the text bold, where the format shows results and not intentions.
  public let boldEvidence: BoldEvidence?

  public init(
    faces: FaceSlots = FaceSlots(), hint: ScriptHint = .none, size: Length? = nil,
    bold: Bool = false, italic: Bool = false, underlined: Bool = false, struck: Bool = false,
    hidden: Bool = false, color: Color? = nil, verticalPosition: VerticalPosition = .baseline,
    scale: Int = 100, letterSpacing: Length = .pt(0), rise: Length = .pt(0),
    complexScript: Bool = false, rawFace: String? = nil, boldEvidence: BoldEvidence? = nil
  ) {
    self.faces = faces
    self.hint = hint
    self.size = size
    isBold = bold
    isItalic = italic
    isUnderlined = underlined
    isStruck = struck
    isHidden = hidden
    self.color = color
    self.verticalPosition = verticalPosition
    self.scale = scale
    self.letterSpacing = letterSpacing
    self.rise = rise
    isComplexScript = complexScript
    self.rawFace = rawFace
    self.boldEvidence = boldEvidence
  }

  /// A style as tests and examples write it: one East-Asian face, one size.
  public convenience init(
    _ eastAsia: String, _ points: Double, bold: Bool = false, latin: String = "Times New Roman",
    color: Color? = nil
  ) {
    self.init(
      faces: FaceSlots(
        ascii: FontFace(latin), highAnsi: FontFace(latin), eastAsia: FontFace(eastAsia)),
      size: .pt(points), bold: bold, color: color)
  }

  /// The face that a character is set in.
  public func face(for scalar: Unicode.Scalar) -> FontFace { faces[slot(for: scalar)] }
}

extension TextStyle: Hashable {
  public static func == (a: TextStyle, b: TextStyle) -> Bool {
    a === b
      || (a.faces == b.faces && a.hint == b.hint && a.size == b.size && a.isBold == b.isBold
        && a.isItalic == b.isItalic && a.isUnderlined == b.isUnderlined && a.isStruck == b.isStruck
        && a.isHidden == b.isHidden && a.color == b.color
        && a.verticalPosition == b.verticalPosition && a.scale == b.scale
        && a.letterSpacing == b.letterSpacing && a.rise == b.rise
        && a.isComplexScript == b.isComplexScript && a.rawFace == b.rawFace
        && a.boldEvidence == b.boldEvidence)
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(faces)
    hasher.combine(size)
    hasher.combine(isBold)
    hasher.combine(color)
  }
}

/// Which script an ambiguous character belongs to.
public enum ScriptHint: Sendable, Hashable { case none, eastAsia, complexScript }

/// Superscript and subscript (ECMA-376-1, 17.3.2.42).
public enum VerticalPosition: Sendable, Hashable { case baseline, superscript, `subscript` }

/// A colour in sRGB, eight bits a component.
public struct Color: Hashable, Sendable, CustomStringConvertible {
  public let red: UInt8
  public let green: UInt8
  public let blue: UInt8

  public init(red: UInt8, green: UInt8, blue: UInt8) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  /// From `0xRRGGBB`.
  public init(rgb: Int) {
    self.init(
      red: UInt8(truncatingIfNeeded: rgb >> 16), green: UInt8(truncatingIfNeeded: rgb >> 8),
      blue: UInt8(truncatingIfNeeded: rgb))
  }

  /// Six upper-case hexadecimal digits.
  public var description: String {
    [red, green, blue].map { ($0 < 16 ? "0" : "") + String($0, radix: 16, uppercase: true) }.joined()
  }
}
