/// 附件: its list under the text, and its mark on the page where it begins (GB/T 9704-2012, 7.3.4, 7.3.7).
public enum AnnexForm: Sendable, Hashable {
  /// A paragraph that is a mark and nothing else: 附件, 附件1, and less exactly 附件1：, 附件一, 附 件, 附表1.
  case mark(number: Int?, isWellFormed: Bool)
  /// The first line of the list: `附件：1.目录`; the name is a range of the cleaned text.
  case head(number: Int?, name: Range<Int>, isWellFormed: Bool)

  /// Reads a whole paragraph; `nil` when it does not begin with 附件 or its like.
  public init?(_ text: MatchText) {
    guard text[0] == "附", text.count <= 200 else { return nil }
    var index = text.skippingSpaces(1)
    var isWellFormed = false
    switch text[index] {
    case "件": isWellFormed = index == 1
    case "表", "录", "图", "则": break
    default:
      guard text[index]?.isColon == true else { return nil }
    }
    if text[index] == "则" { return nil }
    if text[index] == "件" || text[index] == "表" || text[index] == "录" || text[index] == "图" { index += 1 }
    let (number, afterNumber, isPlain) = Self.number(in: text, from: index)
    isWellFormed = isWellFormed && isPlain && afterNumber - index <= 2
    index = afterNumber
    if index == text.count {
      self = .mark(number: number, isWellFormed: isWellFormed)
      return
    }
    let isColon = text[text.skippingSpaces(index)]?.isColon == true
    if isColon {
      isWellFormed = isWellFormed && text[index] == "：" && number == nil
      index = text.skippingSpaces(index) + 1
      if text.skippingSpaces(index) >= text.count {
        self = .mark(number: number, isWellFormed: false)
        return
      }
    } else if text[index] != " ", text[index] != ".", text[index] != "．", text[index] != "、",
      text[index] != "《"
    {
      return nil
    } else {
      isWellFormed = false
    }
    let (item, name) = Self.item(in: text, from: text.skippingSpaces(index))
    guard text.count - name > 0 else { return nil }
    self = .head(number: number ?? item, name: name..<text.count, isWellFormed: isWellFormed)
  }

  /// An item of the list below its first line: `2.目录`; the name is a range of the cleaned text.
  public static func item(_ text: MatchText) -> (number: Int, name: Range<Int>)? {
    guard text.count <= 120, let last = text.scalars.last, last != "。" else { return nil }
    let (number, name) = item(in: text, from: 0)
    guard let number, name < text.count else { return nil }
    return (number, name..<text.count)
  }

  /// `1.`, `1．`, `1、` at an index: the number and where the name begins.
  private static func item(in text: MatchText, from start: Int) -> (Int?, Int) {
    var index = start
    if text[index] == "." || text[index] == "．" || text[index] == "、" {
      return (nil, text.skippingSpaces(index + 1))
    }
    var value = 0
    while let digit = text[index]?.digit, index - start < 2 {
      value = value * 10 + digit
      index += 1
    }
    let mark = text[index]
    guard index > start, mark == "." || mark == "．" || mark == "、", text[index + 1]?.digit == nil else {
      return (nil, start)
    }
    return (value, text.skippingSpaces(index + 1))
  }

  private static func number(in text: MatchText, from start: Int) -> (Int?, Int, isPlain: Bool) {
    var index = text.skippingSpaces(start)
    let first = index
    while text[index]?.digit != nil { index += 1 }
    if index > first {
      // 附件1.目录 has no colon: its number is the list's.
      let value = (first..<index).reduce(0) { $0 &* 10 &+ (text[$1]?.digit ?? 0) }
      var end = index
      if text[end] == "-" || text[end] == "—" {
        end += 1
        while text[end]?.digit != nil { end += 1 }
      }
      let isPlain = first == start && text[first] != "0" && text.scalars[first..<index].allSatisfy(\.isASCII)
      return (value, end, isPlain)
    }
    while let scalar = text[index], scalar.chineseDigit != nil || scalar == "十" { index += 1 }
    if index > first, let value = chineseNumber(text.scalars[first..<index]) { return (value, index, false) }
    if let letter = text[first], letter.isASCII, letter.isLatinLetter, first + 1 == text.count {
      return (Int(letter.value & 0x1F), first + 1, false)
    }
    return (nil, start, true)
  }
}
