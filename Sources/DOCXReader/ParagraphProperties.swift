import DocumentModel
import Markup

/// The paragraph properties that one layer sets (ECMA-376-1, 17.3.1); plain numbers like `RunProperties`.
struct ParagraphProperties: Hashable {
  struct Fields: OptionSet, Hashable {
    let rawValue: UInt32
    static let alignment = Fields(rawValue: 1)
    static let left = Fields(rawValue: 2)
    static let right = Fields(rawValue: 4)
    static let firstLine = Fields(rawValue: 8)
    static let leftChars = Fields(rawValue: 16)
    static let rightChars = Fields(rawValue: 32)
    static let firstLineChars = Fields(rawValue: 64)
    static let before = Fields(rawValue: 128)
    static let after = Fields(rawValue: 256)
    static let line = Fields(rawValue: 512)
    static let lineRule = Fields(rawValue: 1024)
    static let snapToGrid = Fields(rawValue: 2048)
    static let pageBreakBefore = Fields(rawValue: 4096)
    static let outline = Fields(rawValue: 8192)
    static let numId = Fields(rawValue: 16384)
    static let level = Fields(rawValue: 32768)
    static let beforeLines = Fields(rawValue: 65536)
    static let afterLines = Fields(rawValue: 131072)
    static let beforeAuto = Fields(rawValue: 262144)
    static let afterAuto = Fields(rawValue: 524288)
  }
  enum LineRule: UInt8, Hashable { case auto, exact, atLeast }

  var fields: Fields = []
  var alignment: Alignment = .left
  var lineRule: LineRule = .auto
  var snapToGrid = true
  var pageBreakBefore = false
  var beforeAuto = false
  var afterAuto = false
  // Twips; the first line is negative for a hanging indent.
  var left: Int32 = 0
  var right: Int32 = 0
  var firstLine: Int32 = 0
  // Hundredths of a character.
  var leftChars: Int32 = 0
  var rightChars: Int32 = 0
  var firstLineChars: Int32 = 0
  // Twips, or 240ths of a line.
  var before: Int32 = 0
  var after: Int32 = 0
  var line: Int32 = 240
  // Hundredths of a line.
  var beforeLines: Int32 = 0
  var afterLines: Int32 = 0
  var outline: Int32 = 9
  var numId: Int32 = 0
  var level: Int32 = 0

  /// Lays `layer` over this one, attribute by attribute (17.7.2).
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
    if set.contains(.line) { line = layer.line }
    if set.contains(.lineRule) { lineRule = layer.lineRule }
    if set.contains(.snapToGrid) { snapToGrid = layer.snapToGrid }
    if set.contains(.pageBreakBefore) { pageBreakBefore = layer.pageBreakBefore }
    if set.contains(.outline) { outline = layer.outline }
    if set.contains(.numId) { numId = layer.numId }
    if set.contains(.level) { level = layer.level }
    if set.contains(.beforeLines) { beforeLines = layer.beforeLines }
    if set.contains(.afterLines) { afterLines = layer.afterLines }
    if set.contains(.beforeAuto) { beforeAuto = layer.beforeAuto }
    if set.contains(.afterAuto) { afterAuto = layer.afterAuto }
  }

  mutating func set(_ field: Fields, _ target: WritableKeyPath<Self, Int32>, _ value: Int?) {
    guard let value else { return }
    self[keyPath: target] = Int32(truncatingIfNeeded: value)
    fields.insert(field)
  }
}

extension PartHandler {
  /// Takes one child of `w:pPr` into `properties`.
  final func read(_ name: Name, _ attributes: XMLAttributes, into properties: inout ParagraphProperties) {
    switch name {
    case .spacing: readSpacing(attributes, into: &properties)
    case .ind: readIndents(attributes, into: &properties)
    case .jc:
      guard let alignment = attributes.value(.val).flatMap(Self.alignment) else { return }
      properties.alignment = alignment
      properties.fields.insert(.alignment)
    case .snapToGrid:
      properties.snapToGrid = attributes.isOn
      properties.fields.insert(.snapToGrid)
    case .pageBreakBefore:
      properties.pageBreakBefore = attributes.isOn
      properties.fields.insert(.pageBreakBefore)
    case .outlineLvl: properties.set(.outline, \.outline, integer(attributes, .val))
    case .numId: properties.set(.numId, \.numId, integer(attributes, .val))
    case .ilvl: properties.set(.level, \.level, integer(attributes, .val))
    default: break
    }
  }

  /// `w:spacing` (ECMA-376-1, 17.3.1.33): `line` without `lineRule` keeps the rule of a lower layer.
  private final func readSpacing(
    _ attributes: XMLAttributes, into properties: inout ParagraphProperties
  ) {
    for index in 0..<attributes.count {
      let value = attributes.value(at: index)
      switch Name(number: attributes.name(at: index)) {
      case .line: properties.set(.line, \.line, measure(value, perPoint: 20))
      case .lineRule:
        properties.lineRule =
          value.equals("exact") ? .exact : value.equals("atLeast") ? .atLeast : .auto
        properties.fields.insert(.lineRule)
      case .before: properties.set(.before, \.before, measure(value, perPoint: 20))
      case .after: properties.set(.after, \.after, measure(value, perPoint: 20))
      case .beforeLines: properties.set(.beforeLines, \.beforeLines, checked(Number.integer(value), value))
      case .afterLines: properties.set(.afterLines, \.afterLines, checked(Number.integer(value), value))
      case .beforeAutospacing:
        properties.beforeAuto = value.isOn
        properties.fields.insert(.beforeAuto)
      case .afterAutospacing:
        properties.afterAuto = value.isOn
        properties.fields.insert(.afterAuto)
      default: break
      }
    }
  }

  /// `w:ind` (17.3.1.12): `hanging` beats `firstLine`; the two are one signed value.
  private final func readIndents(
    _ attributes: XMLAttributes, into properties: inout ParagraphProperties
  ) {
    var hanging: Int?
    var hangingChars: Int?
    for index in 0..<attributes.count {
      let value = attributes.value(at: index)
      switch Name(number: attributes.name(at: index)) {
      case .left, .start: properties.set(.left, \.left, measure(value, perPoint: 20))
      case .right, .end: properties.set(.right, \.right, measure(value, perPoint: 20))
      case .firstLine: properties.set(.firstLine, \.firstLine, measure(value, perPoint: 20))
      case .hanging: hanging = measure(value, perPoint: 20)
      case .leftChars, .startChars:
        properties.set(.leftChars, \.leftChars, checked(Number.integer(value), value))
      case .rightChars, .endChars:
        properties.set(.rightChars, \.rightChars, checked(Number.integer(value), value))
      case .firstLineChars:
        properties.set(.firstLineChars, \.firstLineChars, checked(Number.integer(value), value))
      case .hangingChars: hangingChars = checked(Number.integer(value), value)
      default: break
      }
    }
    if let hanging, hanging != 0 || !properties.fields.contains(.firstLine) {
      properties.set(.firstLine, \.firstLine, -hanging)
    }
    if let hangingChars, hangingChars != 0 || !properties.fields.contains(.firstLineChars) {
      properties.set(.firstLineChars, \.firstLineChars, -hangingChars)
    }
  }

  private static func alignment(_ value: Bytes) -> Alignment? {
    if value.equals("center") { return .center }
    if value.equals("left") || value.equals("start") { return .left }
    if value.equals("right") || value.equals("end") { return .right }
    if value.equals("both") || value.equals("lowKashida") { return .justified }
    if value.equals("distribute") { return .distributed }
    return nil
  }
}
