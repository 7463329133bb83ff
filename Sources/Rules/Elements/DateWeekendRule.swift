import Conformance
import DocumentModel
import Findings
import Messages

/// A date of signing on a day off deserves a second look (rules.md §4.2).
public struct DateWeekendRule: Rule {
  let certainty: Share?

  public static let description = RuleDescription(
    code: "DATE-weekend",
    sources: ["国务院办公厅关于部分节假日安排的通知（2019—2026年）"],
    settings: [.certainty],
    examples: [
      Example("工作日", on: [.element(.date)], .sample([.date("2025年3月3日", iso: "2025-03-03")]), .passed),
      Example("调休上班的星期日", on: [.element(.date)], .sample([.date("2025年1月26日", iso: "2025-01-26")]), .passed),
      Example(
        "星期六", on: [.element(.date)], .sample([.date("2025年3月1日", iso: "2025-03-01")]), .cantTell,
        codes: ["DATE-weekend"]),
      Example(
        "节假日", on: [.element(.date)], .sample([.date("2025年10月8日", iso: "2025-10-08")]), .cantTell,
        codes: ["DATE-weekend"]),
      Example(
        "工作日历没有这一年", on: [.element(.date)], .sample([.date("2017年4月22日", iso: "2017-04-22")]), .inapplicable),
      Example("不是日期", on: [.element(.date)], .sample([.date("年月日")]), .inapplicable),
    ])

  public func check(_ text: RoleText, in context: CheckContext) -> Verdict {
    // Assemblies adopt laws on any day.
    if context.document.first(.caption) != nil { return .inapplicable(Message("DATE-weekend.captioned")) }
    switch text.judgeable(certainty?.value ?? Element.leastCertainty, in: context) {
    // Whether there is a date, and whether it is surely one, is another requirement.
    case .failure(let absence): return .inapplicable(absence.verdict.reason ?? Message("typography.nothing"))
    case .success(let elements):
      return Verdict.worst(of: elements.map(verdict)).judging(
        paragraphs: elements.reduce(0) { $0 + $1.pieces.count },
        characters: elements.reduce(0) { $0 + $1.text.unicodeScalars.count })
    }
  }

  private func verdict(_ date: Element) -> Verdict {
    guard let iso = date.iso else { return .inapplicable(Message("DATE-weekend.unread")) }
    guard let day = WorkCalendar.builtIn.day(iso) else {
      return .inapplicable(Message("DATE-weekend.outside", ["year": .text(String(iso.prefix(4)))]))
    }
    let name: Message
    switch day {
    case .worked: return .conforms
    case .saturday: name = Message("DATE-weekend.saturday")
    case .sunday: name = Message("DATE-weekend.sunday")
    case .holiday(let holiday): name = Message("DATE-weekend.holiday", ["name": .text(holiday)])
    }
    let message = Message("DATE-weekend.failed", ["text": .text(date.text), "day": .message(name)])
    return .cannotTell(
      message,
      [
        Violation(
          message, actual: Message("typography.name", ["name": .text(date.text)]), at: date.pieces)
      ])
  }
}
