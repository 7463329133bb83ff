import Conformance
import DocumentModel
import Findings
import Messages

/// The date of signing is not after the day of the check (rules.md §4.2).
public struct DateFutureRule: Rule {
  let certainty: Share?

  public static let description = RuleDescription(
    code: "DATE-future",
    sources: ["GB/T 9704-2012, 7.3.5.4"],
    settings: [.certainty],
    examples: [
      example("成文日期早于检查当天", "2022年3月1日", iso: "2022-03-01", .passed),
      example("成文日期就是检查当天", "2022年3月10日", iso: "2022-03-10", .passed),
      example("成文日期还没有到", "2022年3月11日", iso: "2022-03-11", .failed, ["DATE-future"]),
      example("年份写错，成了将来的日期", "2032年3月1日", iso: "2032-03-01", .failed, ["DATE-future"]),
      example("不知道检查当天的日期", "2022年3月1日", iso: "2022-03-01", today: nil, .inapplicable),
      example("不是日期", "年月日", iso: nil, .inapplicable),
    ])

  private static func example(
    _ title: String, _ text: String, iso: String?, today: String? = "2022-03-10", _ outcome: Outcome,
    _ codes: [String] = [], line: Int = #line
  ) -> Example {
    Example(
      title, on: [.element(.date)], .sample([.date(text, iso: iso)]), today: today, outcome, codes: codes,
      line: line)
  }

  public func check(_ text: RoleText, in context: CheckContext) -> Verdict {
    guard let today = context.today else { return .inapplicable(Message("DATE-future.noToday")) }
    switch text.judgeable(certainty?.value ?? Element.leastCertainty, in: context) {
    // Whether there is a date, and whether it is surely one, is another requirement.
    case .failure(let absence): return .inapplicable(absence.verdict.reason ?? Message("typography.nothing"))
    case .success(let elements):
      return Verdict.worst(of: elements.map { verdict($0, today) }).judging(
        paragraphs: elements.reduce(0) { $0 + $1.pieces.count },
        characters: elements.reduce(0) { $0 + $1.text.unicodeScalars.count })
    }
  }

  private func verdict(_ date: Element, _ today: CalendarDay) -> Verdict {
    guard let day = date.iso.flatMap({ CalendarDay($0) }) else {
      return .inapplicable(Message("DATE-future.unread"))
    }
    if day <= today { return .conforms }
    return .violates([
      Violation(
        Message("DATE-future.failed", ["text": .text(date.text), "today": .text(today.description)]),
        actual: Message("typography.name", ["name": .text(date.text)]), at: date.pieces)
    ])
  }
}
