extension Unicode.Scalar {
  /// Whether the character is a Chinese character, `〇` included.
  public var isHan: Bool {
    switch value {
    case 0x4E00...0x9FFF, 0x3007, 0x3005, 0x3400...0x4DBF, 0xF900...0xFAFF, 0x2_0000...0x3_34FF,
      0x2E80...0x2FDF:
      true
    default: false
    }
  }

  /// White space of any width, line breaks included.
  public var isBlank: Bool {
    switch value {
    case 0x20, 0x3000, 0xA0, 0x09...0x0D, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x1680, 0x85: true
    default: false
    }
  }

  /// Characters that take no room: joiners, soft hyphens, byte order marks, direction marks.
  public var isInvisible: Bool {
    switch value {
    case 0x200B...0x200F, 0xFEFF, 0xAD, 0x2060...0x2064, 0x202A...0x202E, 0x2066...0x2069, 0xFE00...0xFE0F:
      true
    default: false
    }
  }

  /// The value of an Arabic digit, half-width or full-width.
  var digit: Int? {
    switch value {
    case 0x30...0x39: Int(value - 0x30)
    case 0xFF10...0xFF19: Int(value - 0xFF10)
    default: nil
    }
  }

  var isFullWidthDigit: Bool { (0xFF10...0xFF19).contains(value) }

  var isLatinLetter: Bool {
    switch value {
    case 0x41...0x5A, 0x61...0x7A, 0xFF21...0xFF3A, 0xFF41...0xFF5A: true
    default: false
    }
  }

  /// The value of a Chinese digit from 一 to 九, without zeros and tens.
  var chineseDigit: Int? {
    switch self {
    case "一", "壹": 1
    case "二", "贰": 2
    case "三", "叁": 3
    case "四", "肆": 4
    case "五", "伍": 5
    case "六", "陆": 6
    case "七", "柒": 7
    case "八", "捌": 8
    case "九", "玖": 9
    default: nil
    }
  }

  /// What people type for the zero of a Chinese year; only 〇 (U+3007) is right (GB/T 15835-2011).
  var isChineseZero: Bool {
    switch self {
    case "〇", "○", "零", "O", "o", "Ｏ", "ｏ", "◯", "０", "0", "°", "Ο", "О": true
    default: false
    }
  }

  var isOpenRound: Bool { self == "（" || self == "(" }
  var isCloseRound: Bool { self == "）" || self == ")" }
  public var isColon: Bool { self == "：" || self == ":" || self == "︰" || self == "﹕" }
  public var isSentenceEnd: Bool { self == "。" || self == "；" || self == "！" || self == "？" || self == ";" }
}

extension [Unicode.Scalar] {
  /// The characters of a text; many times as fast as by a view of it.
  public init(of text: String) {
    var text = text
    self = text.withUTF8 { bytes in
      let length = bytes.reduce(0) { $0 + ($1 & 0xC0 != 0x80 ? 1 : 0) }
      return [Unicode.Scalar](unsafeUninitializedCapacity: length) { scalars, count in
        var walk = ScalarWalk(bytes, 0..<bytes.count)
        while count < length, let scalar = walk.next() {
          scalars.initializeElement(at: count, to: scalar)
          count += 1
        }
      }
    }
  }
}

extension String {
  /// The text of some characters; many times as fast as appending them to a view.
  public init(scalars: ArraySlice<Unicode.Scalar>) {
    self.init(unsafeUninitializedCapacity: scalars.reduce(0) { $0 + UTF8.width($1) }) { bytes in
      var count = 0
      for scalar in scalars {
        guard let encoded = UTF8.encode(scalar) else { continue }
        for byte in encoded {
          bytes[count] = byte
          count += 1
        }
      }
      return count
    }
  }
}

/// The value of a whole number in Chinese characters, such as 十二, 一百零四, 一〇四; `nil` for anything else.
func chineseNumber(_ scalars: some Collection<Unicode.Scalar>) -> Int? {
  guard !scalars.isEmpty, scalars.count <= 9 else { return nil }
  var total = 0
  var digit: Int?
  var positional = 0
  var hasUnits = false
  for scalar in scalars {
    if let value = scalar.chineseDigit {
      positional = positional * 10 + value
      digit = value
    } else if scalar == "十" || scalar == "百" || scalar == "千" {
      let unit = scalar == "十" ? 10 : scalar == "百" ? 100 : 1000
      if digit == nil && (unit != 10 || total % 100 != 0) { return nil }
      total += (digit ?? 1) * unit
      digit = nil
      hasUnits = true
    } else if scalar == "廿" || scalar == "卅" {
      total += scalar == "廿" ? 20 : 30
      hasUnits = true
    } else if scalar == "〇" || scalar == "零" || scalar == "○" {
      positional *= 10
    } else {
      return nil
    }
  }
  return hasUnits ? total + (digit ?? 0) : positional
}
