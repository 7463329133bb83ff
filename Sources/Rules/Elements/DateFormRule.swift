import Conformance
import DocumentModel
import Findings
import Grammars
import Messages

/// The date of signing is written in Arabic numerals, in full and without padding (rules.md §4.2).
public struct DateFormRule: Rule {
  /// Dates before this day may be in Chinese numerals, as `2012-07-01`.
  let chineseBefore: String?
  /// The first year that a date may have.
  let earliest: Int?
  let certainty: Share?

  public static let description = RuleDescription(
    code: "DATE-form", subcodes: ["DATE-zero"],
    sources: ["GB/T 9704-2012, 7.3.5.4"],
    settings: [
      Setting("chineseBefore", .text, standard: "\"2012-07-01\""),
      Setting("earliest", .number, standard: "1949"),
      .certainty,
    ],
    examples: [
      Example("成文日期用阿拉伯数字", on: [.element(.date)], .sample([.date("2022年3月1日")]), .passed),
      Example(
        "月、日编了虚位", on: [.element(.date)], .sample([.date("2022年03月01日")]), .failed, codes: ["DATE-form"]),
      Example(
        "用点分隔", on: [.element(.date)], .sample([.date("2022.3.1")]), .failed, codes: ["DATE-form"]),
      Example(
        "年份不全", on: [.element(.date)], .sample([.date("22年3月1日")]), .failed, codes: ["DATE-form"]),
      Example(
        "日历上没有这一天", on: [.element(.date)], .sample([.date("2022年2月30日")]), .failed,
        codes: ["DATE-form"]),
      Example(
        "2012年7月以后仍用汉字数字", on: [.element(.date)], .sample([.date("二〇二二年三月一日")]), .failed,
        codes: ["DATE-form"]),
      Example(
        "2012年7月以前的文件用汉字数字", on: [.element(.date)], .sample([.date("二〇一二年六月二十九日")]), .passed),
      Example(
        "汉字日期的零写成了“零”", on: [.element(.date)], .sample([.date("二零一一年五月十六日")]), .failed,
        codes: ["DATE-zero"]),
      Example(
        "数字之间有空格，符合，另作说明", on: [.element(.date)], .sample([.date("2022 年 3 月 1 日")]), .passed,
        codes: ["DATE-form"]),
      Example("认不出是日期", on: [.element(.date)], .sample([.date("年月日")]), .cantTell, codes: ["DATE-form"]),
    ])

  public func check(_ text: RoleText, in context: CheckContext) -> Verdict {
    switch text.judgeable(certainty?.value ?? Element.leastCertainty, in: context) {
    case .failure(let absence): return absence.verdict
    case .success(let elements):
      let found = elements.map { verdict(PlainText($0, in: context.document.document)) }
      return Verdict.worst(of: found).judging(
        paragraphs: elements.reduce(0) { $0 + $1.pieces.count },
        characters: elements.reduce(0) { $0 + $1.text.unicodeScalars.count })
    }
  }

  private func verdict(_ text: PlainText) -> Verdict {
    guard let date = DocumentDate(text.text) else {
      let doubt = Violation(
        Message("DATE-form.unread", ["text": .text(text.text)]), at: text.pieces(of: 0..<0))
      return .cannotTell(doubt.message, [doubt])
    }
    guard date.isValid, date.year >= earliest ?? 1949 || date.form == .twoDigitYear else {
      return .violates([violation("DATE-form.impossible", date, text, hasFix: false)])
    }
    var faults: [Violation] = []
    if date.hasBadZero {
      // Where the numerals should not be Chinese at all, 〇 is not what should stand there.
      let isKept = date.form == .chineseBadZero && mayBeChinese(date)
      faults.append(
        violation(isKept ? "DATE-zero.failed" : "DATE-zero.arabic", code: "DATE-zero", date, text))
    }
    if let key = fault(date) { faults.append(violation(key, date, text)) }
    if !faults.isEmpty { return .violates(faults) }
    guard date.hasSpaces else { return .conforms }
    var remark = violation("DATE-form.spaced", date, text)
    remark.outcome = .passed
    return .conforms(remarks: [remark])
  }

  /// What is wrong with the form, but for the zero.
  private func fault(_ date: DocumentDate) -> String? {
    switch date.form {
    case .arabic, .spaced: return date.hasFullWidthDigits ? "DATE-form.fullwidth" : nil
    case .padded: return "DATE-form.padded"
    case .chinese, .chineseBadZero: return mayBeChinese(date) ? nil : "DATE-form.chinese"
    case .twoDigitYear: return "DATE-form.year2"
    case .mixed: return "DATE-form.mixed"
    case .dotted, .dashed, .slashed, .hao: return "DATE-form.failed"
    }
  }

  private func mayBeChinese(_ date: DocumentDate) -> Bool {
    (date.iso ?? "") < chineseBefore ?? "2012-07-01"
  }

  /// The date as it should be; an old one in Chinese numerals keeps them.
  private func suggestion(_ date: DocumentDate) -> String? {
    guard date.form == .chineseBadZero, mayBeChinese(date) else { return date.suggestion }
    var view = String.UnicodeScalarView()
    view.append(
      contentsOf: date.text.unicodeScalars.map { DocumentDate.badZeros.contains($0) ? "〇" : $0 })
    return String(view)
  }

  private func violation(
    _ key: String, code: String? = nil, _ date: DocumentDate, _ text: PlainText, hasFix: Bool = true
  ) -> Violation {
    // The century of a short year is a guess: a person must agree, and the sentence does not name it.
    let isGuess = date.form == .twoDigitYear
    let likely = hasFix ? suggestion(date) : nil
    let suggestion = isGuess ? nil : likely
    let edit = likely.flatMap { suggestion in
      text.replaceable(date.range).map {
        Edit.replaceText(suggestion, paragraph: $0.paragraph, range: $0.range)
      }
    }
    return Violation(
      code: code,
      Message(key, ["actual": .text(date.text), "expected": .text(suggestion ?? "2022年3月1日")]),
      actual: Message("typography.name", ["name": .text(date.text)]),
      expected: suggestion.map { Message("typography.name", ["name": .text($0)]) },
      at: text.pieces(of: date.range),
      fix: edit.map { Fix(safety: isGuess ? .needsReview : .safe, edits: [$0]) })
  }
}

extension DocumentDate {
  /// A Chinese date whose zero is not 〇 (U+3007).
  fileprivate var hasBadZero: Bool {
    if form == .chineseBadZero { return true }
    guard form == .mixed else { return false }
    return text.unicodeScalars.contains(where: Self.badZeros.contains)
  }

  /// What is written for 〇 and is not it.
  fileprivate static let badZeros: Set<Unicode.Scalar> = ["○", "◯", "零", "O", "Ｏ", "o", "０", "0"]
}

extension Verdict {
  /// One verdict of several: broken where one is, open where one is, and the violations of all.
  static func worst(of verdicts: [Verdict]) -> Verdict {
    let violations = verdicts.flatMap { verdict in
      verdict.violations.map { violation in
        var violation = violation
        violation.outcome = violation.outcome ?? (verdict.outcome == .failed ? nil : verdict.outcome)
        return violation
      }
    }
    for outcome in [Outcome.failed, .cantTell] {
      guard let worst = verdicts.first(where: { $0.outcome == outcome }) else { continue }
      return Verdict(outcome, violations: violations, reason: worst.reason)
    }
    return Verdict(verdicts.first?.outcome ?? .passed, violations: violations, reason: verdicts.first?.reason)
  }
}
