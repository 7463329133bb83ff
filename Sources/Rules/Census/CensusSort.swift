import Fonts

/// What a character is to the census.
enum CensusSort: UInt8 {
  /// An ideograph of GB/T 2312 that nothing is to be noted of: nearly every character of a Chinese text.
  case common
  /// `。，：；`. These two make up so much of a text that they are told by their order here.
  case stop
  /// An ideograph that GB/T 2312 does not have.
  case rare
  /// 第.
  case ordinal
  /// 住 and 户.
  case dwelling
  /// A visible character that nothing is to be noted of.
  case plain
  /// U+0020.
  case space
  /// Other white space.
  case blank
  /// A character that takes no room.
  case invisible
  case digit, wideDigit
  case letter, capital
  /// X and x, with which digits are masked too.
  case capitalX, smallX
  /// O, which stands in for a zero.
  case capitalO
  /// `* × ●` and the like.
  case mask
  case at
  /// `[`.
  case square
  /// `( )`.
  case narrowBracket
  /// `, ;`, and `: ? ! . - "`.
  case narrowStop, narrow
  /// 《 and 》.
  case titleOpen, titleClose
  /// Halves of other pairs; of the quotation marks the closing one by itself.
  case half, quoteClose
  case ellipsis
  /// 、
  case enumeration

  /// By code point, of the basic plane.
  static let all: [CensusSort] = {
    var sorts = [CensusSort](repeating: .plain, count: 0x1_0000)
    func set(_ sort: CensusSort, _ values: ClosedRange<Int>...) {
      for range in values { for value in range { sorts[value] = sort } }
    }
    func set(_ sort: CensusSort, _ characters: String) {
      for scalar in characters.unicodeScalars { sorts[Int(scalar.value)] = sort }
    }
    set(.rare, 0x3007...0x3007, 0x3400...0x4DBF, 0xF900...0xFAFF, 0x4E00...0x9FFF)
    for value in 0x4E00...0x9FFF where GB2312.contains(codePoint: UInt32(value)) { sorts[value] = .common }
    set(.ordinal, "第")
    set(.dwelling, "住户")
    set(.space, " ")
    set(
      .blank, 0x09...0x0D, 0x85...0x85, 0xA0...0xA0, 0x1680...0x1680, 0x2000...0x200A, 0x2028...0x2029,
      0x202F...0x202F, 0x205F...0x205F, 0x3000...0x3000)
    set(
      .invisible, 0xAD...0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0x2066...0x2069,
      0xFE00...0xFE0F, 0xFEFF...0xFEFF)
    set(.digit, 0x30...0x39)
    set(.wideDigit, 0xFF10...0xFF19)
    set(.capital, 0x41...0x5A)
    set(.letter, 0x61...0x7A)
    set(.capitalX, "X")
    set(.smallX, "x")
    set(.capitalO, "O")
    set(.mask, "*×＊Ｘ✕●∗■")
    set(.at, "@＠")
    set(.square, "[")
    set(.narrowBracket, "()")
    set(.narrowStop, ",;")
    set(.narrow, ":?!.-\"")
    set(.titleOpen, "《")
    set(.titleClose, "》")
    set(.half, "（）〔〕【】“")
    set(.quoteClose, "”")
    set(.ellipsis, "…")
    set(.enumeration, "、")
    set(.stop, "。，：；")
    return sorts
  }()
}
