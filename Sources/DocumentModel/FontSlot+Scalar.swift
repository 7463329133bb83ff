extension TextStyle {
  /// The slot that a character takes its face from (ECMA-376-1, 17.3.2.26; MS-OI29500, 2.1.88).
  public func slot(for scalar: Unicode.Scalar) -> FontSlot {
    if isComplexScript { return .complexScript }
    let value = scalar.value
    if value < 0x80 { return .ascii }
    // Word's own exception: a Latin face in the East-Asian slot yields to the Latin slot.
    if faces.eastAsia.name == "Times New Roman", faces.ascii == faces.highAnsi { return .ascii }
    switch FontSlot.affinity(of: value) {
    case .eastAsia: return .eastAsia
    case .ascii: return .ascii
    case .hinted: return hint == .eastAsia ? .eastAsia : .highAnsi
    case .highAnsi: return .highAnsi
    }
  }
}

extension FontSlot {
  enum Affinity { case ascii, eastAsia, hinted, highAnsi }

  /// What the code point alone says of the slot, for code points from U+0080.
  static func affinity(of value: UInt32) -> Affinity {
    switch value {
    case 0x1100...0x11FF, 0x2E80...0x2FDF, 0x2FF0...0x319F, 0x3200...0x4DBF, 0x4E00...0x9FFF,
      0xA000...0xA4CF, 0xAC00...0xD7AF, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFFEF,
      0x31A0...0x31FF, 0x1_0000...0x10_FFFF:
      .eastAsia
    case 0x0590...0x07BF, 0xFB1D...0xFDFF, 0xFE70...0xFEFE:
      .ascii
    case 0xA1, 0xA4, 0xA7...0xA8, 0xAA, 0xAD, 0xAF, 0xB0...0xB4, 0xB6...0xBA, 0xBC...0xBF, 0xD7,
      0xF7, 0xE0...0xE1, 0xE8...0xEA, 0xEC...0xED, 0xF2...0xF3, 0xF9...0xFA, 0xFC,
      0x0100...0x024F, 0x02B0...0x04FF, 0x1E00...0x1EFF, 0x2000...0x22FF, 0x2300...0x27BF,
      0xE000...0xF8FF:
      .hinted
    default:
      .highAnsi
    }
  }
}

extension Unicode.Scalar {
  /// A Han ideograph, the characters whose face and size a publishing spec is about.
  public var isHan: Bool {
    switch value {
    case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0xF900...0xFAFF, 0x2_0000...0x3_FFFF, 0x3007: true
    default: false
    }
  }
}
