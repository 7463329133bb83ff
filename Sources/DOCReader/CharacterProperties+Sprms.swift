import DocumentModel

extension CharacterProperties {
  /// Reads the character modifiers of a list; those of paragraphs, pictures and tables are none of its business.
  init(_ list: UnsafeRawBufferPointer) {
    self.init()
    var modifiers = SprmIterator(list)
    while let modifier = modifiers.next() {
      if modifier.group == 2 { take(modifier) }
    }
  }

  /// [MS-DOC] 2.6.1, by code.
  private mutating func take(_ modifier: SprmIterator.Modifier) {
    switch modifier.code {
    case 0x4A4F: set(.ascii, \.ascii, modifier.i16)
    case 0x4A50: set(.eastAsia, \.eastAsia, modifier.i16)
    case 0x4A51: set(.highAnsi, \.highAnsi, modifier.i16)
    case 0x4A5E: set(.complexScript, \.complexScript, modifier.i16)
    case 0x286F:
      hint = modifier.u8 == 1 ? .eastAsia : modifier.u8 == 2 ? .complexScript : .none
      fields.insert(.hint)
    case 0x4A43: set(.size, \.size, modifier.u16)
    case 0x4A61: set(.sizeBi, \.sizeBi, modifier.u16)
    case 0x0835: toggle(.bold, modifier.u8)
    case 0x0836: toggle(.italic, modifier.u8)
    case 0x0837: toggle(.strike, modifier.u8)
    case 0x083C: toggle(.vanish, modifier.u8)
    case 0x085C: toggle(.boldBi, modifier.u8)
    case 0x085D: toggle(.italicBi, modifier.u8)
    case 0x2A42: set(.color, \.color, Self.palette[min(modifier.u8, Self.palette.count - 1)])
    case 0x6870:
      // Red, green, blue, and 0xFF for automatic ([MS-DOC] 2.9.43).
      let value = modifier.i32
      let rgb = (value & 0xFF) << 16 | value & 0xFF00 | value >> 16 & 0xFF
      set(.color, \.color, value >> 24 & 0xFF == 0xFF ? Int(Self.automaticColor) : rgb)
    case 0x2A3E: set(.underline, \.isUnderlined, modifier.u8 != 0)
    case 0x2A48:
      vertical = modifier.u8 == 1 ? .superscript : modifier.u8 == 2 ? .subscript : .baseline
      fields.insert(.vertical)
    default: takeRare(modifier)
    }
  }

  private mutating func takeRare(_ modifier: SprmIterator.Modifier) {
    switch modifier.code {
    case 0x4852: set(.scale, \.scale, modifier.u16)
    case 0x8840: set(.spacing, \.spacing, modifier.i16)
    case 0x4845: set(.position, \.position, modifier.i16)
    case 0x2A53: set(.doubleStrike, \.isDoubleStruck, modifier.isOn)
    case 0x0882: set(.complex, \.isComplex, modifier.isOn)
    case 0x085A: set(.rightToLeft, \.isRightToLeft, modifier.isOn)
    case 0x4A30: set(.style, \.style, modifier.u16)
    case 0x2A33:
      // Everything before it in the list counts for nothing; what makes a character special stays.
      let (special, location, object, fields) = (isSpecial, self.location, isObject, self.fields)
      self = CharacterProperties()
      (isPlain, isSpecial, self.location, isObject) = (true, special, location, object)
      self.fields = fields.intersection([.special, .location, .object])
    case 0x0855: set(.special, \.isSpecial, modifier.isOn)
    case 0x6A03: set(.location, \.location, modifier.i32)
    case 0x080A, 0x0856:
      if modifier.isOn { set(.object, \.isObject, true) }
    case 0x0806: set(.data, \.isData, modifier.isOn)
    case 0x6A09:
      symbolFace = Int16(truncatingIfNeeded: modifier.i32)
      symbol = UInt16(truncatingIfNeeded: modifier.i32 >> 16)
      fields.insert(.symbol)
    default: takeRevision(modifier)
    }
  }

  private mutating func takeRevision(_ modifier: SprmIterator.Modifier) {
    switch modifier.code {
    case 0x0801: set(.inserted, \.isInserted, modifier.isOn)
    case 0x0800: set(.deleted, \.isDeleted, modifier.isOn)
    case 0x4804: set(.insertAuthor, \.insertAuthor, modifier.i16)
    case 0x4863: set(.deleteAuthor, \.deleteAuthor, modifier.i16)
    case 0xCA57, 0xCA89:
      // The old values themselves are no part of the accepted document.
      guard modifier.operand.count >= 3, modifier.operand[0] != 0 else { return }
      formatAuthor = Int16(truncatingIfNeeded: Int(modifier.operand[1]) | Int(modifier.operand[2]) << 8)
      fields.insert(.formatChange)
    default: break
    }
  }

  private mutating func set<Value: FixedWidthInteger>(
    _ field: Fields, _ target: WritableKeyPath<Self, Value>, _ value: Int
  ) {
    self[keyPath: target] = Value(truncatingIfNeeded: value)
    fields.insert(field)
  }

  private mutating func set(_ field: Fields, _ target: WritableKeyPath<Self, Bool>, _ value: Bool) {
    self[keyPath: target] = value
    fields.insert(field)
  }

  /// 0 and 1 are meant as they are, 0x80 as in the style, 0x81 as the opposite ([MS-DOC] 2.9.327).
  private mutating func toggle(_ toggle: Toggles, _ value: Int) {
    toggles.insert(toggle)
    if value & 1 != 0 { on.insert(toggle) } else { on.remove(toggle) }
    if value & 0x80 != 0 { relative.insert(toggle) } else { relative.remove(toggle) }
  }

  /// The colours of `Ico`; the first is automatic ([MS-DOC] 2.9.119).
  private static let palette = [
    -1, 0x000000, 0x0000FF, 0x00FFFF, 0x00FF00, 0xFF00FF, 0xFF0000, 0xFFFF00, 0xFFFFFF, 0x000080, 0x008080,
    0x008000, 0x800080, 0x800000, 0x808000, 0x808080, 0xC0C0C0,
  ]
}
