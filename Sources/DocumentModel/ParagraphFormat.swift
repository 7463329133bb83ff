/// The effective formatting of a paragraph. Plain values without references: copying is cheap.
public struct ParagraphFormat: Hashable, Sendable {
  public var alignment: Alignment?
  public var lineSpacing = LineSpacing.single
  /// Whether any layer gives `w:line`; without one the spacing is single by default.
  public var declaresLineSpacing = false
  public var spaceBefore: Length = .pt(0)
  public var spaceAfter: Length = .pt(0)
  /// The indent of the first line against the rest; negative for a hanging indent. In points; for an
  /// indent given in characters the characters are those of the paragraph's style (ECMA-376-1, 17.3.1.12).
  public var firstLineIndent: Length = .pt(0)
  public var leftIndent: Length = .pt(0)
  public var rightIndent: Length = .pt(0)
  /// The same indents in hundredths of a character where the file gives them so; they win over lengths.
  public var firstLineCharacters: Int?
  public var leftCharacters: Int?
  public var rightCharacters: Int?
  /// Lines keep to the document grid of the section (ECMA-376-1, 17.3.1.32).
  public var snapsToGrid = true
  public var startsPage = false
  /// 0 to 8 for headings, `nil` for body text (ECMA-376-1, 17.3.1.20).
  public var outlineLevel: Int?

  public init() {}
}

/// How the lines of a paragraph are aligned (ECMA-376-1, 17.18.44).
public enum Alignment: String, Sendable, Hashable {
  case left, center, right, justified, distributed
}

/// The height of lines (ECMA-376-1, 17.3.1.33 and 17.18.48).
public enum LineSpacing: Hashable, Sendable {
  /// A multiple of the natural height; 1 is single spacing (单倍行距).
  case multiple(Double)
  /// Exactly this height (固定值).
  case exact(Length)
  /// At least this height (最小值).
  case atLeast(Length)
  /// The distance of the baselines as they are on the page, for formats that keep the result and not the
  /// setting; `nil` for a paragraph of one line, where there is nothing to measure.
  case measured(Length?)

  public static let single = LineSpacing.multiple(1)
}
