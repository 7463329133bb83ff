import Conformance

/// The document has a date of signing.
public struct DatePresentRule: Rule {
  /// What absence makes of the requirement under a sign-off, which is where the date belongs.
  let absent: AbsenceVerdict?
  /// What it makes of a text that bears no sign-off either: rules, plans and annexes often have none.
  let absentUnsigned: AbsenceVerdict?
  /// The certainty that finding it needs.
  let certainty: Share?

  public static let description = RuleDescription(
    code: "DATE-present",
    sources: ["泗县教育体育局基层政务公开提升行动任务分解表·政府信息管理和发布制度建设", "GB/T 9704-2012, 7.3.5"],
    settings: [
      .absence("absent", standard: .fail), .absence("absentUnsigned", standard: .review), .certainty,
    ],
    examples: [
      Example("有成文日期", on: [.document], .sample([.date("2022年3月1日", iso: "2022-03-01")]), .passed),
      Example(
        "有署名，没有成文日期", on: [.document], .sample([.body("特此通知。"), .issuer("泗县教育体育局")]), .failed,
        codes: ["DATE-present"]),
      Example(
        "署名和日期都没有", on: [.document], .sample([.body("本办法自印发之日起施行。")]), .cantTell, codes: ["DATE-present"]),
      Example(
        "不能确定哪一个是成文日期", on: [.document], .sample([.date("2022年3月1日", certainty: 0.3)]), .cantTell,
        codes: ["DATE-present"]),
    ])

  public func check(_ document: WholeDocument, in context: CheckContext) -> Verdict {
    let least = certainty?.value ?? Element.leastCertainty
    let isSigned = context.document.signers.contains { $0.certainty >= least }
    return context.presence(
      of: .date, certainty: certainty, absent: isSigned ? absent ?? .fail : absentUnsigned ?? .review,
      code: Self.description.code)
  }
}
