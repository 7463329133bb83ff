import Findings

/// Years of reigns and days of the lunar calendar are written in Chinese numerals (GB/T 15835-2011, 4.2).
extension NumeralScan {
  /// Reigns up to the end of the empire; those of the Republic and of Japan take Arabic numerals.
  private static let reigns = [
    "洪武", "永乐", "嘉靖", "万历", "崇祯", "顺治", "康熙", "雍正", "乾隆", "嘉庆", "道光", "咸丰", "同治", "光绪", "宣统",
  ]
  private static let lunarWords = ["农历", "阴历", "旧历", "夏历"]
  private static let lunarMonths = ["正月", "冬月", "腊月"]

  /// `康熙61年`, `农历8月15日`, `正月15`.
  mutating func era(_ digits: Range<Int>) {
    let end = digits.upperBound
    guard digits.count <= 2, let last = text[digits.lowerBound - 1], last.isIdeograph else { return }
    let before = text.string(max(0, digits.lowerBound - 4)..<digits.lowerBound)
    if text[end] == "年", Self.reigns.contains(where: { before.hasSuffix($0) }) {
      addEra([digits], upTo: end + 1)
    } else if text[end] == "月", Self.lunarWords.contains(where: { before.hasSuffix($0) }) {
      let day = end + 1..<text.end(of: end + 1) { $0.isASCIIDigit }
      let isDay = !day.isEmpty && text[day.upperBound] == "日"
      addEra(isDay ? [digits, day] : [digits], upTo: isDay ? day.upperBound + 1 : end + 1)
    } else if last == "月", isBehindLunarMonth(digits.lowerBound) {
      addEra([digits], upTo: text[end] == "日" ? end + 1 : end)
    }
  }

  /// Behind 正月, or behind 农历八月.
  private func isBehindLunarMonth(_ index: Int) -> Bool {
    if Self.lunarMonths.contains(text.string(max(0, index - 2)..<index)) { return true }
    var start = index - 1
    while let scalar = text[start - 1], scalar.isHanNumeral { start -= 1 }
    return start < index - 1 && Self.lunarWords.contains(text.string(max(0, start - 2)..<start))
  }

  private mutating func addEra(_ numbers: [Range<Int>], upTo end: Int) {
    guard let first = numbers.first else { return }
    let edits = numbers.compactMap { digits -> (range: Range<Int>, text: String)? in
      guard let value = Int(text.string(digits)), (1..<100).contains(value) else { return nil }
      // 初五: days up to the tenth are not said by their number alone.
      let isDay = text[digits.lowerBound - 1] == "月"
      return (digits, (isDay && value <= 10 ? "初" : "") + SequenceCounter.chinese(value))
    }
    add("NUM-era", as: .passed, first.lowerBound..<end, edits.count == numbers.count ? edits : [])
  }
}
