import Findings
import Grammars

/// Walks over the numbers of a paragraph, once.
struct NumeralScan {
  let text: WritingText
  private(set) var faults: [WritingFault] = []

  init(_ text: WritingText) { self.text = text }

  mutating func run() {
    var index = 0
    while index < text.scalars.count {
      let scalar = text.scalars[index]
      if scalar.isASCIIDigit {
        let end = text.end(of: index) { $0.isASCIIDigit }
        number(index..<end)
        index = end
      } else if scalar.isWideDigit {
        index = wide(from: index)
      } else if scalar.isYearDigit {
        index = year(from: index)
      } else {
        index += 1
      }
    }
  }

  mutating func add(
    _ code: String, as outcome: Outcome = .failed, _ range: Range<Int>,
    _ edits: [(range: Range<Int>, text: String)] = []
  ) {
    faults.append(WritingFault(code: code, outcome: outcome, ranges: [range], edits: edits))
  }

  /// Every thing that may be wrong about a number in half-width digits.
  private mutating func number(_ digits: Range<Int>) {
    let before = text[digits.lowerBound - 1]
    // Part of a decimal, of a model's name, of a date with dots, or of a number looked at already.
    if before == "." || before?.isASCIILetter == true { return }
    if mixedYear(digits) { return }
    tens(digits)
    era(digits)
    shortYear(digits)
    thousands(digits)
    approximation(digits)
    yearRange(digits)
    percentRange(digits)
    units(digits)
  }

  // MARK: Width and mixture

  private mutating func wide(from start: Int) -> Int {
    let end = text.end(of: start) { $0.isWideDigit }
    var view = String.UnicodeScalarView()
    view.append(
      contentsOf: text.scalars[start..<end].compactMap { Unicode.Scalar($0.value - 0xFF10 + 0x30) })
    add("NUM-width", start..<end, [(start..<end, String(view))])
    return end
  }

  /// `二0二二年`: four places of a year, of which some are Chinese and some are not.
  private mutating func year(from start: Int) -> Int {
    let end = text.end(of: start) {
      $0.isYearDigit || $0.isASCIIDigit || $0 == "O" || $0 == "○"
    }
    guard end - start == 4, text[end] == "年", text[start - 1]?.isASCIIDigit != true else {
      return max(end, start + 1)
    }
    let others = text.scalars[start..<end].count { $0.isASCIIDigit || $0 == "O" }
    if others > 0 { addMixedYear(start..<end) }
    return end
  }

  /// `20二二年`.
  private mutating func mixedYear(_ digits: Range<Int>) -> Bool {
    let end = text.end(of: digits.upperBound) { $0.isYearDigit || $0.isASCIIDigit }
    guard end > digits.upperBound, end - digits.lowerBound == 4, text[end] == "年" else { return false }
    addMixedYear(digits.lowerBound..<end)
    return true
  }

  /// Four places of a year, which in Arabic numerals say the same.
  private mutating func addMixedYear(_ range: Range<Int>) {
    let values = range.compactMap { index -> Character? in
      guard let scalar = text[index] else { return nil }
      if scalar.isASCIIDigit { return Character(scalar) }
      if scalar == "〇" || scalar == "O" || scalar == "○" { return "0" }
      return Self.places.firstIndex(of: scalar).map { Character(String($0 + 1)) }
    }
    add("NUM-mixed", range, values.count == range.count ? [(range, String(values))] : [])
  }

  private static let places = Array("一二三四五六七八九".unicodeScalars)

  /// `3十个`; not `2021十大新闻`.
  private mutating func tens(_ digits: Range<Int>) {
    guard digits.count == 1, text[digits.upperBound] == "十", text[digits.lowerBound - 1]?.isHan == true,
      let next = text[digits.upperBound + 1], !"大佳强优项".unicodeScalars.contains(next), !next.isHanNumeral
    else { return }
    let range = digits.lowerBound..<digits.upperBound + 1
    add("NUM-mixed", range, [(range, text.string(digits) + "0")])
  }

  // MARK: Years

  /// What counts years of its own, which may have two digits.
  private static let eras: Set<String> = [
    "民国", "光绪", "宣统", "康熙", "雍正", "乾隆", "嘉庆", "道光", "咸丰", "同治", "昭和", "平成", "令和", "大正",
    "明治",
  ]

  /// `22年3月1日`; a span of years has no month and day behind it.
  private mutating func shortYear(_ digits: Range<Int>) {
    let before = text[digits.lowerBound - 1]
    guard digits.count == 2, text[digits.upperBound] == "年",
      !Self.eras.contains(text.string(digits.lowerBound - 2..<digits.lowerBound)),
      before.map({ !"-－–—~～至、.,，/〇一二三四五六七八九十".unicodeScalars.contains($0) }) ?? true
    else { return }
    let month = text.end(of: digits.upperBound + 1) { $0.isASCIIDigit }
    if month > digits.upperBound + 1, text[month] == "月" {
      let day = text.end(of: month + 1) { $0.isASCIIDigit }
      if day > month + 1, text[day] == "日" { add("NUM-year", digits.lowerBound..<day + 1) }
    } else if text[month] == "度" {
      add("NUM-year", as: .cantTell, digits.lowerBound..<month + 1)
    }
  }

  /// `2022-2025年`.
  private mutating func yearRange(_ digits: Range<Int>) {
    guard digits.count == 4, isYear(digits) else { return }
    let dash = text[digits.upperBound] == "年" ? digits.upperBound + 1 : digits.upperBound
    guard let mark = text[dash], "-–－~".unicodeScalars.contains(mark) else { return }
    let end = text.end(of: dash + 1) { $0.isASCIIDigit }
    guard end == dash + 5, isYear(dash + 1..<end), text[end] == "年" else { return }
    add("NUM-range", as: .passed, digits.lowerBound..<end + 1, [(dash..<dash + 1, "—")])
  }

  private func isYear(_ digits: Range<Int>) -> Bool {
    ["19", "20"].contains(text.string(digits.lowerBound..<digits.lowerBound + 2))
  }

  // MARK: Amounts

  /// `1，000元`.
  private mutating func thousands(_ digits: Range<Int>) {
    let before = text[digits.lowerBound - 1]
    guard digits.count <= 3, text[digits.lowerBound] != "0", before != "，", before != ","
    else { return }
    var commas: [Int] = []
    var end = digits.upperBound
    while text[end] == "，", text.end(of: end + 1, while: { $0.isASCIIDigit }) == end + 4 {
      commas.append(end)
      end += 4
    }
    guard !commas.isEmpty, let unit = text[end] else { return }
    let isRound = text.string(end - 3..<end) == "000"
    guard "元万亿人户亩吨件".unicodeScalars.contains(unit) else { return }
    let isCertain = isRound || commas.count > 1
    add(
      "NUM-thousand", as: isCertain ? .failed : .cantTell, digits.lowerBound..<end,
      isCertain ? commas.map { ($0..<$0 + 1, ",") } : [])
  }

  /// `3、4个`; not `第3、4个`, nor items of a list.
  private mutating func approximation(_ digits: Range<Int>) {
    let second = digits.upperBound + 1
    guard digits.count == 1, text[digits.upperBound] == "、", let first = text[digits.lowerBound],
      let next = text[second], next.isASCIIDigit, next.value == first.value + 1,
      let measure = text[second + 1], "个天人名次家种倍".unicodeScalars.contains(measure),
      let before = text[digits.lowerBound - 1], before.isHan,
      !"第附件图表条款项章类组".unicodeScalars.contains(before)
    else { return }
    let numerals = [first, next].compactMap { Int(String($0)) }.map(SequenceCounter.chinese).joined()
    add(
      "NUM-approx", as: .passed, digits.lowerBound..<second + 2,
      [(digits.lowerBound..<second + 1, numerals)])
  }

  /// `5-10%`.
  private mutating func percentRange(_ digits: Range<Int>) {
    let end = decimals(from: digits.upperBound)
    guard let mark = text[end], "-–－~～—".unicodeScalars.contains(mark), text[end + 1]?.isASCIIDigit == true
    else { return }
    let second = decimals(from: text.end(of: end + 1) { $0.isASCIIDigit })
    guard text[second] == "%" || text[second] == "％" else { return }
    add("NUM-range", as: .passed, digits.lowerBound..<second + 1, [(end..<end + 1, "%～")])
  }

  /// Behind the decimal places that may follow the digits before an index.
  private func decimals(from index: Int) -> Int {
    guard text[index] == ".", text[index + 1]?.isASCIIDigit == true else { return index }
    return text.end(of: index + 1) { $0.isASCIIDigit }
  }

  /// `3.5万` of `3万5千`, `3.5亿` of `3亿5000万`: a lower part of its full width, without the zeros behind it.
  private func oneUnit(_ whole: Range<Int>, _ part: Range<Int>) -> [(range: Range<Int>, text: String)] {
    let width = text[whole.upperBound] == "万" ? 1 : 4
    let digits = text.string(part)
    guard digits.utf8.count <= width, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      text[whole.lowerBound - 1] != "."
    else { return [] }
    var places = String(repeating: "0", count: width - digits.utf8.count) + digits
    while places.last == "0" { places.removeLast() }
    let amount = text.string(whole) + (places.isEmpty ? "" : "." + places)
    return [
      (whole.lowerBound..<part.upperBound + 1, amount + text.string(whole.upperBound..<whole.upperBound + 1))
    ]
  }

  private static let unitHeads: Set<Unicode.Scalar> = ["瓦", "克", "米", "伏", "卡", "焦", "赫", "帕", "吨", "字", "兆"]

  /// `3万5千元`, `3亿5000万元`: one number, one unit.
  private mutating func units(_ digits: Range<Int>) {
    let end = digits.upperBound
    guard let first = text[end], first == "万" || first == "亿", text[end + 1]?.isASCIIDigit == true else {
      return
    }
    let second = decimals(from: text.end(of: end + 1) { $0.isASCIIDigit })
    guard let unit = text[second], (first == "万" && unit == "千") || (first == "亿" && unit == "万"),
      text[second + 1].map({ !Self.unitHeads.contains($0) }) ?? true
    else { return }
    add("NUM-unit", as: .passed, digits.lowerBound..<second + 1, oneUnit(digits, end + 1..<second))
  }
}

extension Unicode.Scalar {
  /// What a year in Chinese numerals is written with.
  fileprivate var isYearDigit: Bool {
    switch self {
    case "一", "二", "三", "四", "五", "六", "七", "八", "九", "〇": true
    default: false
    }
  }
  /// ０ to ９.
  var isWideDigit: Bool { (0xFF10...0xFF19).contains(value) }
}
