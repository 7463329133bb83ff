/// A date in an official document (GB/T 9704-2012, 7.3.5.4).
public struct DocumentDate: Sendable, Hashable {
  /// How a date is written.
  public enum Form: String, Sendable, Hashable, CaseIterable {
    /// `2022年4月1日`, the right form.
    case arabic
    /// `2022年04月01日`.
    case padded
    /// `二〇一二年六月二十九日`, right before 2012-07-01.
    case chinese
    /// The same with a zero that is not 〇 (U+3007): ○ 零 O ０.
    case chineseBadZero
    /// `2022.4.1`.
    case dotted
    /// `2022-04-01`.
    case dashed
    /// `2022/4/1`.
    case slashed
    /// `22年4月1日`.
    case twoDigitYear
    /// `2022 年 4 月 1 日`.
    case spaced
    /// `二O一一年5月16日`: Arabic and Chinese numerals in one date.
    case mixed
    /// `2022年4月1号`.
    case hao
  }

  public var form: Form
  public var year: Int
  public var month: Int
  public var day: Int
  /// In Unicode scalars of the text as written.
  public var range: Range<Int>
  /// The date as written, spaces made plain.
  public var text: String
  /// Spaces stand inside, whatever the form.
  public var hasSpaces: Bool
  public var hasFullWidthDigits: Bool
  /// In scalars of the cleaned text.
  public var span: Range<Int>

  /// Whether the calendar has such a day.
  public var isValid: Bool {
    (1...12).contains(month) && day >= 1 && day <= Self.days(inMonth: month, of: year)
  }

  /// `2022-03-01`; `nil` when the calendar has no such day.
  public var iso: String? {
    guard isValid else { return nil }
    func pad(_ value: Int, _ width: Int) -> String {
      let text = String(value)
      return String(repeating: "0", count: max(0, width - text.count)) + text
    }
    return "\(pad(year, 4))-\(pad(month, 2))-\(pad(day, 2))"
  }

  /// The date as it should be written since 2012.
  public var suggestion: String? { isValid ? "\(year)年\(month)月\(day)日" : nil }

  static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    default: 31
    }
  }

  /// Reads a text that is a date and nothing else; spaces between any two characters are read past.
  public init?(_ text: String) { self.init(whole: MatchText(text)) }

  public init?(whole text: MatchText) {
    guard text.count <= 40, let date = DateParser(text: text, isLenient: true).date(at: 0),
      date.span.upperBound == text.count
    else { return nil }
    self = date
  }

  /// Whether a text is a year and a month and nothing else, as covers have it: `2023年3月`, `二〇二三年叁月`.
  public static func isMonth(_ text: MatchText) -> Bool {
    guard text.count <= 24 else { return false }
    let scalars = Array(text.dense.scalars)
    guard let year = scalars.firstIndex(of: "年"), scalars.last == "月" else { return false }
    let months = scalars[(year + 1)...].dropLast()
    return (2...4).contains(year) && (1...3).contains(months.count)
      && (scalars[..<year] + months).allSatisfy { ("0"..."9").contains($0) || coverNumerals.contains($0) }
  }

  private static let coverNumerals = Set("〇○零Oo一二三四五六七八九十壹贰叁肆伍陆柒捌玖拾".unicodeScalars)

  init(
    form: Form, year: Int, month: Int, day: Int, text: MatchText, span: Range<Int>, hasSpaces: Bool,
    hasFullWidthDigits: Bool
  ) {
    self.form = form
    self.year = year
    self.month = month
    self.day = day
    self.range = text.origin(span)
    self.text = text.string(span)
    self.span = span
    self.hasSpaces = hasSpaces
    self.hasFullWidthDigits = hasFullWidthDigits
  }

  /// The dates in a text, in order.
  public static func find(in text: String) -> [DocumentDate] { find(in: MatchText(text)) }

  public static func find(in text: MatchText) -> [DocumentDate] {
    let parser = DateParser(text: text, isLenient: false)
    var dates: [DocumentDate] = []
    var index = 0
    while index < text.count {
      // A number begins here only when none began before.
      if let date = parser.isStart(index) ? parser.date(at: index) : nil {
        dates.append(date)
        index = date.span.upperBound
      } else {
        index += 1
      }
    }
    return dates
  }

  /// A date with 印发 behind it, as the last line of 版记 has it.
  public static func printed(_ text: MatchText) -> DocumentDate? {
    guard text.hasSuffix("印发") || text.hasSuffix("印制") else { return nil }
    return find(in: text).last { date in
      (date.span.upperBound..<(text.count - 2)).allSatisfy { text[$0] == " " }
    }
  }
}
