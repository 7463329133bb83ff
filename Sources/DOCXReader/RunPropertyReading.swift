import DocumentModel
import Markup

extension PartHandler {
  /// Takes one child of `w:rPr` into `properties`.
  /// - Returns: whether the element is a run property that this reader knows.
  final func read(_ name: Name, _ attributes: XMLAttributes, into properties: inout RunProperties) {
    switch name {
    case .rFonts: readFaces(attributes, into: &properties)
    case .sz:
      guard let value = measure(attributes, .val, perPoint: 2) else { return }
      properties.size = Int32(value)
      properties.fields.insert(.size)
    case .szCs:
      guard let value = measure(attributes, .val, perPoint: 2) else { return }
      properties.sizeCs = Int32(value)
      properties.fields.insert(.sizeCs)
    case .b: properties.set(.bold, attributes.isOn)
    case .i: properties.set(.italic, attributes.isOn)
    case .strike: properties.set(.strike, attributes.isOn)
    case .vanish: properties.set(.vanish, attributes.isOn)
    case .color:
      properties.color = color(attributes)
      properties.fields.insert(.color)
    case .u:
      properties.isUnderlined = attributes.value(.val).map { !$0.equals("none") } ?? true
      properties.fields.insert(.underline)
    case .vertAlign:
      let value = attributes.value(.val)
      properties.vertical =
        value?.equals("superscript") == true
        ? .superscript : value?.equals("subscript") == true ? .subscript : .baseline
      properties.fields.insert(.vertical)
    case .cs:
      properties.isComplex = attributes.isOn
      properties.fields.insert(.complex)
    case .rtl:
      properties.isRightToLeft = attributes.isOn
      properties.fields.insert(.rightToLeft)
    default: readRare(name, attributes, into: &properties)
    }
  }

  private final func readRare(
    _ name: Name, _ attributes: XMLAttributes, into properties: inout RunProperties
  ) {
    switch name {
    case .w:
      guard let value = integer(attributes, .val) else { return }
      properties.scale = Int32(value)
      properties.fields.insert(.scale)
    case .spacing:
      guard let value = measure(attributes, .val, perPoint: 20) else { return }
      properties.spacing = Int32(value)
      properties.fields.insert(.spacing)
    case .position:
      guard let value = measure(attributes, .val, perPoint: 2) else { return }
      properties.position = Int32(value)
      properties.fields.insert(.position)
    case .dstrike:
      properties.isDoubleStruck = attributes.isOn
      properties.fields.insert(.doubleStrike)
    case .lang:
      guard let value = attributes.value(.eastAsia) else { return }
      properties.language = context.pool.id(of: value)
      properties.fields.insert(.language)
    case .caps: properties.set(.caps, attributes.isOn)
    case .smallCaps: properties.set(.smallCaps, attributes.isOn)
    case .outline: properties.set(.outline, attributes.isOn)
    case .shadow: properties.set(.shadow, attributes.isOn)
    case .emboss: properties.set(.emboss, attributes.isOn)
    case .imprint: properties.set(.imprint, attributes.isOn)
    case .bCs: properties.set(.boldCs, attributes.isOn)
    case .iCs: properties.set(.italicCs, attributes.isOn)
    default: break
    }
  }

  /// `w:rFonts` (ECMA-376-1, 17.3.2.26).
  private final func readFaces(_ attributes: XMLAttributes, into properties: inout RunProperties) {
    for index in 0..<attributes.count {
      let value = attributes.value(at: index)
      switch Name(number: attributes.name(at: index)) {
      case .ascii: properties.ascii.name = context.pool.id(of: value)
      case .hAnsi: properties.highAnsi.name = context.pool.id(of: value)
      case .eastAsia: properties.eastAsia.name = context.pool.id(of: value)
      case .cs: properties.complexScript.name = context.pool.id(of: value)
      case .asciiTheme: properties.ascii.theme = ThemeFace(value)
      case .hAnsiTheme: properties.highAnsi.theme = ThemeFace(value)
      case .eastAsiaTheme: properties.eastAsia.theme = ThemeFace(value)
      case .cstheme: properties.complexScript.theme = ThemeFace(value)
      case .hint:
        properties.hint =
          value.equals("eastAsia")
          ? .eastAsia : value.equals("cs") ? .complexScript : .none
        properties.fields.insert(.hint)
      default: break
      }
    }
  }

  /// `w:color` as 0xRRGGBB, or automatic. A theme colour is written beside its value by every producer
  /// seen; the value is taken, since it is what was shown (ECMA-376-1, 17.3.2.6).
  private final func color(_ attributes: XMLAttributes) -> Int32 {
    guard let value = attributes.value(.val), value.count == 6, let rgb = Number.hex(value) else {
      return RunProperties.automaticColor
    }
    return Int32(rgb)
  }
}
