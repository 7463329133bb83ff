import DocumentModel

/// The character properties that one layer sets ([MS-DOC] 2.6.1): plain numbers, cheap to compare and merge.
struct CharacterProperties: Hashable {
  /// Which of the plain values are set.
  struct Fields: OptionSet, Hashable {
    let rawValue: UInt32
    static let size = Fields(rawValue: 1 << 0)
    static let sizeBi = Fields(rawValue: 1 << 1)
    static let color = Fields(rawValue: 1 << 2)
    static let underline = Fields(rawValue: 1 << 3)
    static let vertical = Fields(rawValue: 1 << 4)
    static let scale = Fields(rawValue: 1 << 5)
    static let spacing = Fields(rawValue: 1 << 6)
    static let position = Fields(rawValue: 1 << 7)
    static let hint = Fields(rawValue: 1 << 8)
    static let complex = Fields(rawValue: 1 << 9)
    static let rightToLeft = Fields(rawValue: 1 << 10)
    static let doubleStrike = Fields(rawValue: 1 << 11)
    static let ascii = Fields(rawValue: 1 << 12)
    static let eastAsia = Fields(rawValue: 1 << 13)
    static let highAnsi = Fields(rawValue: 1 << 14)
    static let complexScript = Fields(rawValue: 1 << 15)
    static let special = Fields(rawValue: 1 << 16)
    static let style = Fields(rawValue: 1 << 17)
    static let symbol = Fields(rawValue: 1 << 18)
    static let location = Fields(rawValue: 1 << 19)
    static let inserted = Fields(rawValue: 1 << 20)
    static let deleted = Fields(rawValue: 1 << 21)
    static let formatChange = Fields(rawValue: 1 << 22)
    static let object = Fields(rawValue: 1 << 23)
    static let data = Fields(rawValue: 1 << 24)
    static let insertAuthor = Fields(rawValue: 1 << 25)
    static let deleteAuthor = Fields(rawValue: 1 << 26)
  }

  /// Properties that may be given relative to the style ([MS-DOC] 2.9.327).
  struct Toggles: OptionSet, Hashable {
    let rawValue: UInt8
    static let bold = Toggles(rawValue: 1)
    static let italic = Toggles(rawValue: 2)
    static let strike = Toggles(rawValue: 4)
    static let vanish = Toggles(rawValue: 8)
    static let boldBi = Toggles(rawValue: 16)
    static let italicBi = Toggles(rawValue: 32)
  }

  var fields: Fields = []
  /// The toggles that are given, those given as on (or as the opposite), and those meant against the style.
  var toggles: Toggles = []
  var on: Toggles = []
  var relative: Toggles = []

  // Faces, as indexes into the font table.
  var ascii: Int16 = 0
  var eastAsia: Int16 = 0
  var highAnsi: Int16 = 0
  var complexScript: Int16 = 0
  var hint: ScriptHint = .none
  var vertical: VerticalPosition = .baseline
  var isUnderlined = false
  var isDoubleStruck = false
  var isComplex = false
  var isRightToLeft = false
  /// The character may stand for something else: a picture, a field mark, a note ([MS-DOC] 2.6.1, sprmCFSpec).
  var isSpecial = false
  var isInserted = false
  var isDeleted = false
  /// The character stands for an object, or for binary data of a form field.
  var isObject = false
  var isData = false
  /// Takes everything back to the style before what follows in the list (sprmCPlain).
  var isPlain = false
  /// Half points.
  var size: Int32 = 20
  var sizeBi: Int32 = 20
  /// 0xRRGGBB, or `automaticColor`.
  var color: Int32 = 0
  /// Percent.
  var scale: Int32 = 100
  /// Twips.
  var spacing: Int32 = 0
  /// Half points.
  var position: Int32 = 0
  /// The character style.
  var style: Int32 = -1
  var symbolFace: Int16 = 0
  var symbol: UInt16 = 0
  /// Where the picture stands in the data stream, or the number of the object's storage.
  var location: Int32 = 0
  /// Indexes into the names of those who revised.
  var insertAuthor: Int16 = 0
  var deleteAuthor: Int16 = 0
  var formatAuthor: Int16 = 0

  static let automaticColor: Int32 = -1

  /// Lays `layer` over this one.
  /// - Parameter style: what relative toggles of the layer count from; this one when it is left out.
  mutating func merge(_ layer: CharacterProperties, style: CharacterProperties? = nil) {
    let ground = (style ?? self).on
    if layer.isPlain, let style { self = style }
    let opposite = ground.symmetricDifference(layer.on)
    let values = layer.on.subtracting(layer.relative).union(opposite.intersection(layer.relative))
    toggles.formUnion(layer.toggles)
    on = on.subtracting(layer.toggles).union(values.intersection(layer.toggles))
    let set = layer.fields
    if set.isEmpty { return }
    fields.formUnion(set)
    mergeFaces(layer)
    if set.contains(.size) { size = layer.size }
    if set.contains(.sizeBi) { sizeBi = layer.sizeBi }
    if set.contains(.color) { color = layer.color }
    if set.contains(.underline) { isUnderlined = layer.isUnderlined }
    if set.contains(.vertical) { vertical = layer.vertical }
    if set.contains(.scale) { scale = layer.scale }
    if set.contains(.spacing) { spacing = layer.spacing }
    if set.contains(.position) { position = layer.position }
    if set.contains(.complex) { isComplex = layer.isComplex }
    if set.contains(.rightToLeft) { isRightToLeft = layer.isRightToLeft }
    if set.contains(.doubleStrike) { isDoubleStruck = layer.isDoubleStruck }
    if set.contains(.style) { self.style = layer.style }
    mergeMarks(layer)
  }

  private mutating func mergeFaces(_ layer: CharacterProperties) {
    let set = layer.fields
    if set.contains(.ascii) { ascii = layer.ascii }
    if set.contains(.eastAsia) { eastAsia = layer.eastAsia }
    if set.contains(.highAnsi) { highAnsi = layer.highAnsi }
    if set.contains(.complexScript) { complexScript = layer.complexScript }
    if set.contains(.hint) { hint = layer.hint }
  }

  private mutating func mergeMarks(_ layer: CharacterProperties) {
    let set = layer.fields
    if set.contains(.special) { isSpecial = layer.isSpecial }
    if set.contains(.object) { isObject = layer.isObject }
    if set.contains(.data) { isData = layer.isData }
    if set.contains(.inserted) { isInserted = layer.isInserted }
    if set.contains(.deleted) { isDeleted = layer.isDeleted }
    if set.contains(.location) { location = layer.location }
    if set.contains(.insertAuthor) { insertAuthor = layer.insertAuthor }
    if set.contains(.deleteAuthor) { deleteAuthor = layer.deleteAuthor }
    if set.contains(.formatChange) { formatAuthor = layer.formatAuthor }
    if set.contains(.symbol) { (symbol, symbolFace) = (layer.symbol, layer.symbolFace) }
  }
}
