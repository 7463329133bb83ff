extension DocumentNumber {
  /// A number inside a longer text.
  public struct Occurrence: Sendable, Hashable {
    /// How the number stands in its text.
    public enum Context: String, Sendable, Hashable {
      /// The text is the number and nothing else.
      case alone
      /// Beside other parts of the heading, such as 签发人 or a mark of secrecy.
      case beside
      /// Named as another document: in brackets behind a title, or within a sentence.
      case cited
    }
    public var number: DocumentNumber
    public var context: Context
    /// In scalars of the cleaned text.
    public var span: Range<Int>
  }

  /// The numbers in a text that have a bracketed year, or belong to an order or announcement.
  public static func find(in text: String) -> [Occurrence] { find(in: MatchText(text)) }

  /// - Parameter mayBeWhole: whether all of the text may be one number, with faults; a piece cut out of a
  ///   sentence may not, for the verb in front of a number would be taken for a part of it.
  public static func find(in text: MatchText, mayBeWhole: Bool = true) -> [Occurrence] {
    if mayBeWhole, let number = DocumentNumber(text), number.form != .bare {
      return [Occurrence(number: number, context: .alone, span: 0..<text.count)]
    }
    var found: [Occurrence] = []
    var index = 0
    var floor = 0
    while index < text.count {
      if let span = bracketed(at: index, in: text, floor: floor)
        ?? ordered(at: index, in: text, floor: floor),
        let number = DocumentNumber(text, in: span), number.form != .bare
      {
        found.append(Occurrence(number: number, context: context(of: span, in: text), span: span))
        floor = span.upperBound
        index = span.upperBound
      } else {
        index += 1
      }
    }
    return found
  }

  /// `…〔2022〕5号` around an opening bracket.
  private static func bracketed(at index: Int, in text: MatchText, floor: Int) -> Range<Int>? {
    guard let open = text[index], NumberParser.openers.contains(open) else { return nil }
    var end = text.skippingSpaces(index + 1)
    let year = end
    while text[end]?.digit != nil { end += 1 }
    guard (2...5).contains(end - year) else { return nil }
    end = text.skippingSpaces(end)
    if text[end] == "年" { end += 1 }
    guard let close = text[end], NumberParser.closers.contains(close) else { return nil }
    end = text.skippingSpaces(end + 1)
    if text[end] == "第" { end = text.skippingSpaces(end + 1) }
    let sequence = end
    while text[end]?.digit != nil { end += 1 }
    guard (1...5).contains(end - sequence) else { return nil }
    end = text.skippingSpaces(end)
    guard text[end] == "号" || text[end] == "號" else { return nil }
    let start = codeStart(before: index, in: text, floor: floor)
    return start < index ? start..<(end + 1) : nil
  }

  private static func codeStart(before index: Int, in text: MatchText, floor: Int) -> Int {
    var start = index
    while start > floor, text[start - 1] == " " { start -= 1 }
    let end = start
    while start > floor, end - start < 16, let scalar = text[start - 1], scalar.isHan || scalar.isLatinLetter
    {
      start -= 1
    }
    guard start < end else { return index }
    for word in leadingWords where text.hasPrefix(word, at: start) && start + word.unicodeScalars.count < end
    {
      return start + word.unicodeScalars.count
    }
    return start
  }

  private static let leadingWords = [
    "根据", "按照", "依据", "依照", "参照", "贯彻", "落实", "执行", "转发", "印发", "废止", "文号", "发文字号", "详见", "见", "原", "以", "和",
    "及", "与", "的",
  ]

  /// `国务院令第711号`, `商务部公告2022年第21号` around its 令 or 告.
  private static func ordered(at index: Int, in text: MatchText, floor: Int) -> Range<Int>? {
    guard text[index] == "令" || (text[index] == "告" && (text[index - 1] == "公" || text[index - 1] == "通"))
    else { return nil }
    var end = text.skippingSpaces(index + 1)
    var hasYear = false
    let year = end
    while text[end]?.digit != nil { end += 1 }
    if end - year == 4, text[end] == "年" {
      hasYear = true
      end += 1
    } else {
      end = year
    }
    guard text[end] == "第" || hasYear else { return nil }
    if text[end] == "第" { end += 1 }
    let sequence = end
    while let scalar = text[end],
      scalar.digit != nil || scalar.chineseDigit != nil || scalar == "〇" || scalar == "零" || scalar == "十"
    {
      end += 1
    }
    guard end > sequence, text[end] == "号" else { return nil }
    var start = index
    while start > floor, index - start < 40, text[start - 1]?.isHan == true, text[start - 1] != "日" {
      start -= 1
    }
    return start < index ? start..<(end + 1) : nil
  }

  private static func context(of span: Range<Int>, in text: MatchText) -> Occurrence.Context {
    let before = text[span.lowerBound - 1]
    let after = text[span.upperBound]
    if let before, before.isOpenRound || before == "》" || before == "〔" || before == "“" { return .cited }
    if let after, after.isCloseRound || after == "《" || after == "”" { return .cited }
    var rest = 0
    for index in 0..<text.count where !span.contains(index) {
      guard let scalar = text[index] else { continue }
      if scalar.isSentenceEnd || scalar == "，" || scalar == "《" { return .cited }
      if scalar.isHan { rest += 1 }
    }
    // Words that run into the number without a space are a sentence; furniture keeps its distance.
    if let before, before != " ", !before.isColon { return .cited }
    return rest <= 30 ? .beside : .cited
  }
}
