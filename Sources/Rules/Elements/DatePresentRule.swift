import Conformance

/// The document has a date of signing.
public struct DatePresentRule: Rule {
  /// What absence makes of the requirement.
  let absent: AbsenceVerdict?
  /// The certainty that finding it needs.
  let certainty: Share?

  public static let description = RuleDescription(
    code: "DATE-present",
    sources: ["泗县教育体育局基层政务公开提升行动任务分解表·政府信息管理和发布制度建设", "GB/T 9704-2012, 7.3.5"],
    settings: [.absence("absent", standard: .fail), .certainty],
    examples: [
      Example("有成文日期", on: [.document], .sample([.date("2022年3月1日", iso: "2022-03-01")]), .passed),
      Example(
        "没有成文日期", on: [.document], .sample([.body("特此通知。")]), .failed, codes: ["DATE-present"]),
      Example(
        "不能确定哪一个是成文日期", on: [.document], .sample([.date("2022年3月1日", certainty: 0.3)]), .cantTell,
        codes: ["DATE-present"]),
    ])

  public func check(_ document: WholeDocument, in context: CheckContext) -> Verdict {
    context.document.presence(
      of: .date, certainty: certainty, absent: absent ?? .fail, code: Self.description.code)
  }
}
