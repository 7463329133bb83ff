import Fonts

/// What each code point from U+4000 to U+9FFF is to the census: nearly every character of a Chinese text needs
/// one look into it and nothing else.
enum IdeographTable {
  /// An ideograph of GB/T 2312 that nothing is to be noted of.
  static let common: UInt8 = 0
  /// An ideograph that GB/T 2312 does not have.
  static let rare: UInt8 = 1
  /// 第.
  static let ordinal: UInt8 = 2
  /// 住 and 户.
  static let dwelling: UInt8 = 3
  /// The hexagrams, which are no ideographs.
  static let other: UInt8 = 4

  static let start: UInt32 = 0x4000

  /// By code point, from `start` on.
  static let sorts: [UInt8] = (start...0x9FFF).map { value in
    switch value {
    case 0x7B2C: ordinal
    case 0x4F4F, 0x6237: dwelling
    case 0x4DC0...0x4DFF: other
    default: GB2312.contains(codePoint: value) ? common : rare
    }
  }
}
