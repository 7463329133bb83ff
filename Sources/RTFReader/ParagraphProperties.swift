import DocumentModel

/// The paragraph formatting in force at a place, from `\pard` on.
struct ParagraphProperties: Hashable {
  struct Fields: OptionSet, Hashable {
    let rawValue: UInt8
    static let alignment = Fields(rawValue: 1)
    static let line = Fields(rawValue: 2)
    static let firstLine = Fields(rawValue: 4)
    static let firstLineChars = Fields(rawValue: 8)
  }

  var fields: Fields = []
  var alignment = Alignment.left
  var isMultiple = false
  var snapsToGrid = true
  var startsPage = false
  var isInTable = false
  /// The depth of tables; 1 for a table in the text.
  var depth: Int32 = 1
  // Twips.
  var firstLine: Int32 = 0
  var left: Int32 = 0
  var right: Int32 = 0
  var before: Int32 = 0
  var after: Int32 = 0
  /// Twips, negative for exactly, or with `isMultiple` 240ths of a line; 0 is single.
  var line: Int32 = 0
  // Hundredths of a character.
  var firstLineChars: Int32 = 0
  var leftChars: Int32 = 0
  var rightChars: Int32 = 0
  // Hundredths of a line.
  var beforeLines: Int32 = 0
  var afterLines: Int32 = 0
  /// 9 for body text.
  var outline: Int32 = 9
  /// A number of the style sheet.
  var style: Int32 = 0
  /// A number of the list overrides; 0 is none.
  var list: Int32 = 0
  var level: Int32 = 0

  var lineSpacing: LineSpacing {
    if line == 0 { return .single }
    if isMultiple { return .multiple(Double(line) / 240) }
    return line < 0 ? .exact(.twips(-Int(line))) : .atLeast(.twips(Int(line)))
  }

  /// The effective format.
  /// - Parameter characterSize: the size of the first character in half points, by which indents in
  ///   characters are measured.
  func format(characterSize: Double) -> ParagraphFormat {
    var format = ParagraphFormat()
    if fields.contains(.alignment) { format.alignment = alignment }
    format.declaresLineSpacing = line != 0
    format.lineSpacing = lineSpacing
    func indent(_ hundredths: Int32, _ twips: Int32) -> (Length, Int?) {
      hundredths == 0
        ? (.twips(Int(twips)), nil)
        : (.pt(Double(hundredths) / 100 * characterSize / 2), Int(hundredths))
    }
    (format.firstLineIndent, format.firstLineCharacters) = indent(firstLineChars, firstLine)
    (format.leftIndent, format.leftCharacters) = indent(leftChars, left)
    (format.rightIndent, format.rightCharacters) = indent(rightChars, right)
    // A line is 12 pt for the purpose of spacing in lines.
    format.spaceBefore = beforeLines != 0 ? .pt(Double(beforeLines) * 12 / 100) : .twips(Int(before))
    format.spaceAfter = afterLines != 0 ? .pt(Double(afterLines) * 12 / 100) : .twips(Int(after))
    format.snapsToGrid = snapsToGrid
    format.startsPage = startsPage
    if (0...8).contains(outline) { format.outlineLevel = Int(outline) }
    return format
  }
}
