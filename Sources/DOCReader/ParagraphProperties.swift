import DocumentModel

/// The paragraph properties that one layer sets ([MS-DOC] 2.6.2); plain numbers like `CharacterProperties`.
struct ParagraphProperties: Hashable {
  struct Fields: OptionSet, Hashable {
    let rawValue: UInt32
    static let alignment = Fields(rawValue: 1 << 0)
    static let left = Fields(rawValue: 1 << 1)
    static let right = Fields(rawValue: 1 << 2)
    static let firstLine = Fields(rawValue: 1 << 3)
    static let leftChars = Fields(rawValue: 1 << 4)
    static let rightChars = Fields(rawValue: 1 << 5)
    static let firstLineChars = Fields(rawValue: 1 << 6)
    static let before = Fields(rawValue: 1 << 7)
    static let after = Fields(rawValue: 1 << 8)
    static let line = Fields(rawValue: 1 << 9)
    static let grid = Fields(rawValue: 1 << 10)
    static let pageBreak = Fields(rawValue: 1 << 11)
    static let outline = Fields(rawValue: 1 << 12)
    static let list = Fields(rawValue: 1 << 13)
    static let level = Fields(rawValue: 1 << 14)
    static let beforeLines = Fields(rawValue: 1 << 15)
    static let afterLines = Fields(rawValue: 1 << 16)
    static let inTable = Fields(rawValue: 1 << 17)
    static let rowEnd = Fields(rawValue: 1 << 18)
    static let depth = Fields(rawValue: 1 << 19)
    static let innerCell = Fields(rawValue: 1 << 20)
    static let innerRowEnd = Fields(rawValue: 1 << 21)
    static let formatChange = Fields(rawValue: 1 << 22)
    static let style = Fields(rawValue: 1 << 23)
  }

  var fields: Fields = []
  var alignment: Alignment = .left
  var usesGrid = true
  var startsPage = false
  var isInTable = false
  var isRowEnd = false
  var isInnerCell = false
  var isInnerRowEnd = false
  // Twips; the first line is negative for a hanging indent.
  var left: Int32 = 0
  var right: Int32 = 0
  var firstLine: Int32 = 0
  // Hundredths of a character.
  var leftChars: Int32 = 0
  var rightChars: Int32 = 0
  var firstLineChars: Int32 = 0
  // Twips.
  var before: Int32 = 0
  var after: Int32 = 0
  // Hundredths of a line.
  var beforeLines: Int32 = 0
  var afterLines: Int32 = 0
  /// 240ths of a line where it is a multiple; else twips, negative for exactly so much ([MS-DOC] 2.9.144).
  var line: Int32 = 240
  var isMultiple = true
  var outline: Int32 = 9
  /// The number of the list override, counted from 1; 0 for none.
  var list: Int32 = 0
  var level: Int32 = 0
  /// How many tables the paragraph is in.
  var depth: Int32 = 0
  var style: Int32 = -1
  var formatAuthor: Int16 = 0

  /// Lays `layer` over this one, value by value.
  mutating func merge(_ layer: ParagraphProperties) {
    let set = layer.fields
    if set.isEmpty { return }
    fields.formUnion(set)
    if set.contains(.alignment) { alignment = layer.alignment }
    if set.contains(.left) { left = layer.left }
    if set.contains(.right) { right = layer.right }
    if set.contains(.firstLine) { firstLine = layer.firstLine }
    if set.contains(.leftChars) { leftChars = layer.leftChars }
    if set.contains(.rightChars) { rightChars = layer.rightChars }
    if set.contains(.firstLineChars) { firstLineChars = layer.firstLineChars }
    if set.contains(.before) { before = layer.before }
    if set.contains(.after) { after = layer.after }
    if set.contains(.beforeLines) { beforeLines = layer.beforeLines }
    if set.contains(.afterLines) { afterLines = layer.afterLines }
    if set.contains(.line) { (line, isMultiple) = (layer.line, layer.isMultiple) }
    if set.contains(.grid) { usesGrid = layer.usesGrid }
    if set.contains(.pageBreak) { startsPage = layer.startsPage }
    if set.contains(.outline) { outline = layer.outline }
    if set.contains(.list) { list = layer.list }
    if set.contains(.level) { level = layer.level }
    mergeTable(layer)
  }

  private mutating func mergeTable(_ layer: ParagraphProperties) {
    let set = layer.fields
    if set.contains(.inTable) { isInTable = layer.isInTable }
    if set.contains(.rowEnd) { isRowEnd = layer.isRowEnd }
    if set.contains(.depth) { depth = layer.depth }
    if set.contains(.innerCell) { isInnerCell = layer.isInnerCell }
    if set.contains(.innerRowEnd) { isInnerRowEnd = layer.isInnerRowEnd }
    if set.contains(.formatChange) { formatAuthor = layer.formatAuthor }
    if set.contains(.style) { style = layer.style }
  }

  /// How deep in tables the paragraph is; 0 outside.
  var tableDepth: Int { isInTable || depth > 0 ? max(1, min(Int(depth), 100)) : 0 }
}
