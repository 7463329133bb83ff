import DocumentModel

/// The run properties that one layer sets (ECMA-376-1, 17.3.2); plain numbers, so that comparing, merging
/// and copying are cheap. Names are numbers of the reader's `NamePool`.
struct RunProperties: Hashable {
  /// Which of the plain values below are set.
  struct Fields: OptionSet, Hashable {
    let rawValue: UInt16
    static let size = Fields(rawValue: 1)
    static let sizeCs = Fields(rawValue: 2)
    static let color = Fields(rawValue: 4)
    static let underline = Fields(rawValue: 8)
    static let vertical = Fields(rawValue: 16)
    static let scale = Fields(rawValue: 32)
    static let spacing = Fields(rawValue: 64)
    static let position = Fields(rawValue: 128)
    static let hint = Fields(rawValue: 256)
    static let complex = Fields(rawValue: 512)
    static let doubleStrike = Fields(rawValue: 1024)
    static let language = Fields(rawValue: 2048)
    static let rightToLeft = Fields(rawValue: 4096)
  }

  /// Properties that switch with each style level that sets them (17.7.3).
  struct Toggles: OptionSet, Hashable {
    let rawValue: UInt16
    static let bold = Toggles(rawValue: 1)
    static let italic = Toggles(rawValue: 2)
    static let strike = Toggles(rawValue: 4)
    static let vanish = Toggles(rawValue: 8)
    static let caps = Toggles(rawValue: 16)
    static let smallCaps = Toggles(rawValue: 32)
    static let outline = Toggles(rawValue: 64)
    static let shadow = Toggles(rawValue: 128)
    static let emboss = Toggles(rawValue: 256)
    static let imprint = Toggles(rawValue: 512)
    static let boldCs = Toggles(rawValue: 1024)
    static let italicCs = Toggles(rawValue: 2048)
  }

  var fields: Fields = []
  var toggles: Toggles = []
  var toggleValues: Toggles = []

  /// The face of a slot: a name, or a place in the theme, which wins over a name of the same layer.
  struct Face: Hashable {
    var name = NamePool.none
    var theme = ThemeFace.none
    var isSet: Bool { name >= 0 || theme != .none }
  }
  var ascii = Face()
  var highAnsi = Face()
  var eastAsia = Face()
  var complexScript = Face()

  var hint: ScriptHint = .none
  var isUnderlined = false
  var isDoubleStruck = false
  var isComplex = false
  var isRightToLeft = false
  var vertical: VerticalPosition = .baseline
  /// Half points.
  var size: Int32 = 0
  var sizeCs: Int32 = 0
  /// 0xRRGGBB, or `automaticColor`.
  var color: Int32 = 0
  /// Percent.
  var scale: Int32 = 100
  /// Twips.
  var spacing: Int32 = 0
  /// Half points.
  var position: Int32 = 0
  /// The East-Asian language, a number of the pool.
  var language = NamePool.none

  static let automaticColor: Int32 = -1

  /// Lays `layer` over this one, value by value; toggles are merged as values, for one style chain.
  mutating func merge(_ layer: RunProperties) {
    toggles.formUnion(layer.toggles)
    toggleValues = toggleValues.subtracting(layer.toggles).union(layer.toggleValues)
    mergeFaces(layer)
    let fields = layer.fields
    if fields.isEmpty { return }
    self.fields.formUnion(fields)
    if fields.contains(.size) { size = layer.size }
    if fields.contains(.sizeCs) { sizeCs = layer.sizeCs }
    if fields.contains(.color) { color = layer.color }
    if fields.contains(.underline) { isUnderlined = layer.isUnderlined }
    if fields.contains(.vertical) { vertical = layer.vertical }
    if fields.contains(.scale) { scale = layer.scale }
    if fields.contains(.spacing) { spacing = layer.spacing }
    if fields.contains(.position) { position = layer.position }
    if fields.contains(.hint) { hint = layer.hint }
    if fields.contains(.complex) { isComplex = layer.isComplex }
    if fields.contains(.rightToLeft) { isRightToLeft = layer.isRightToLeft }
    if fields.contains(.doubleStrike) { isDoubleStruck = layer.isDoubleStruck }
    if fields.contains(.language) { language = layer.language }
  }

  private mutating func mergeFaces(_ layer: RunProperties) {
    // A later layer that gives only a name clears an earlier layer's theme face of the same slot.
    if layer.ascii.isSet { ascii = layer.ascii }
    if layer.highAnsi.isSet { highAnsi = layer.highAnsi }
    if layer.eastAsia.isSet { eastAsia = layer.eastAsia }
    if layer.complexScript.isSet { complexScript = layer.complexScript }
  }

  mutating func set(_ toggle: Toggles, _ on: Bool) {
    toggles.insert(toggle)
    if on { toggleValues.insert(toggle) } else { toggleValues.remove(toggle) }
  }

  /// The effective toggles (17.7.3): a direct value is final; else the style levels count by parity; a
  /// true document default is true whatever the styles say.
  static func effectiveToggles(
    direct: RunProperties, levels: [RunProperties], defaults: RunProperties
  ) -> Toggles {
    var parity: Toggles = []
    for level in levels { parity.formSymmetricDifference(level.toggleValues) }
    parity.formUnion(defaults.toggleValues)
    return parity.subtracting(direct.toggles).union(direct.toggleValues)
  }
}

/// A place in the theme's font scheme (ECMA-376-1, 17.18.96).
enum ThemeFace: UInt8, Hashable {
  case none, majorEastAsia, majorBidi, majorAscii, majorHighAnsi, minorEastAsia, minorBidi, minorAscii
  case minorHighAnsi

  init(_ bytes: Bytes) {
    self =
      if bytes.equals("minorEastAsia") { .minorEastAsia } else if bytes.equals("minorHAnsi") {
        .minorHighAnsi
      } else if bytes.equals("minorAscii") { .minorAscii } else if bytes.equals("minorBidi") {
        .minorBidi
      } else if bytes.equals("majorEastAsia") { .majorEastAsia } else if bytes.equals("majorHAnsi") {
        .majorHighAnsi
      } else if bytes.equals("majorAscii") { .majorAscii } else if bytes.equals("majorBidi") {
        .majorBidi
      } else { .none }
  }
}
