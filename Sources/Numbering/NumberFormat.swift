/// Renders numbers in the formats of lists and pages (ECMA-376-1, 17.18.59).
public enum NumberFormat {
  /// A number as the format writes it.
  /// - Parameter format: the name of the format in WordprocessingML, such as `chineseCounting`; unknown ones
  ///   and numbers that a format has no sign for are written in plain digits.
  public static func text(_ number: Int, _ format: String) -> String {
    guard number >= 0, number < 1_000_000 else { return String(number) }
    switch format {
    case "decimal", "": return String(number)
    case "decimalZero": return number < 10 ? "0\(number)" : String(number)
    case "decimalFullWidth", "decimalFullWidth2": return fullWidth(number)
    case "chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCounting",
      "taiwaneseCountingThousand", "koreanCounting":
      return chinese(number, Self.simple, Self.simpleUnits, leadingTen: true)
    case "ideographDigital", "japaneseDigitalTenThousand", "taiwaneseDigital", "koreanDigital2":
      return String(number).map { $0.wholeNumberValue.map { Self.zeroRing[$0] } ?? "" }.joined()
    case "chineseLegalSimplified", "ideographLegalTraditional", "japaneseLegal":
      return chinese(number, Self.legal, Self.legalUnits, leadingTen: false)
    case "ideographTraditional": return cycle(number, "甲乙丙丁戊己庚辛壬癸")
    case "ideographZodiac": return cycle(number, "子丑寅卯辰巳午未申酉戌亥")
    case "decimalEnclosedCircle", "decimalEnclosedCircleChinese": return circled(number)
    case "decimalEnclosedParen": return enclosed(number, from: 0x2474, upTo: 20)
    case "decimalEnclosedFullstop": return enclosed(number, from: 0x2488, upTo: 20)
    case "ideographEnclosedCircle": return enclosed(number, from: 0x3280, upTo: 10)
    case "lowerLetter": return letters(number, from: UInt8(ascii: "a"))
    case "upperLetter": return letters(number, from: UInt8(ascii: "A"))
    case "lowerRoman": return roman(number).lowercased()
    case "upperRoman": return roman(number)
    case "numberInDash": return "- \(number) -"
    case "none": return ""
    default: return String(number)
    }
  }

  private static let simple = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
  private static let zeroRing = ["〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
  private static let simpleUnits = ["", "十", "百", "千"]
  private static let legal = ["零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"]
  private static let legalUnits = ["", "拾", "佰", "仟"]

  /// 1 → 一, 10 → 十, 21 → 二十一, 105 → 一百零五, 12 345 → 一万二千三百四十五.
  private static func chinese(_ number: Int, _ digits: [String], _ units: [String], leadingTen: Bool)
    -> String
  {
    if number == 0 { return digits[0] }
    if number >= 10_000 {
      let (high, low) = number.quotientAndRemainder(dividingBy: 10_000)
      let gap = low > 0 && low < 1_000 ? digits[0] : ""
      return chinese(high, digits, units, leadingTen: leadingTen) + "万" + gap
        + (low > 0 ? chinese(low, digits, units, leadingTen: false) : "")
    }
    var text = ""
    var pendingZero = false
    for place in [3, 2, 1, 0] {
      let digit = number / [1, 10, 100, 1_000][place] % 10
      if digit == 0 {
        pendingZero = !text.isEmpty
        continue
      }
      if pendingZero { text += digits[0] }
      pendingZero = false
      let isLeadingTen = leadingTen && place == 1 && digit == 1 && text.isEmpty
      text += (isLeadingTen ? "" : digits[digit]) + units[place]
    }
    return text
  }

  private static func fullWidth(_ number: Int) -> String {
    String(
      String.UnicodeScalarView(String(number).unicodeScalars.compactMap { Unicode.Scalar($0.value + 0xFEE0) })
    )
  }

  private static func circled(_ number: Int) -> String {
    if number == 0 { return "⓪" }
    if number <= 20 { return enclosed(number, from: 0x2460, upTo: 20) }
    if number <= 35 { return enclosed(number - 20, from: 0x3251, upTo: 15) }
    return enclosed(number - 35, from: 0x32B1, upTo: 15)
  }

  private static func enclosed(_ number: Int, from first: UInt32, upTo count: Int) -> String {
    guard (1...count).contains(number), let scalar = Unicode.Scalar(first + UInt32(number) - 1) else {
      return String(number)
    }
    return String(Character(scalar))
  }

  private static func cycle(_ number: Int, _ signs: String) -> String {
    let signs = Array(signs)
    return number == 0 ? "" : String(signs[(number - 1) % signs.count])
  }

  /// a … z, aa, bb …: letters repeat, they do not carry (17.18.59).
  private static func letters(_ number: Int, from first: UInt8) -> String {
    guard number > 0 else { return "" }
    let letter = Character(Unicode.Scalar(first + UInt8((number - 1) % 26)))
    return String(repeating: String(letter), count: min((number - 1) / 26 + 1, 10))
  }

  private static func roman(_ number: Int) -> String {
    guard (1..<4_000).contains(number) else { return String(number) }
    let table: [(Int, String)] = [
      (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"),
      (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    ]
    var rest = number
    var text = ""
    for (value, sign) in table {
      while rest >= value {
        text += sign
        rest -= value
      }
    }
    return text
  }
}
