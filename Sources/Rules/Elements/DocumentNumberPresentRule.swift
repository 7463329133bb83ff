import Conformance

/// The document has a number.
public struct DocumentNumberPresentRule: Rule {
  /// What absence makes of the requirement.
  let absent: AbsenceVerdict?
  /// What it makes of a law or a set of rules whose caption says how it was published: such texts have no
  /// number of their own.
  let absentCaptioned: AbsenceVerdict?
  /// The certainty that finding it needs.
  let certainty: Share?

  public static let description = RuleDescription(
    code: "DN-present",
    sources: ["泗县教育体育局基层政务公开提升行动任务分解表·政府信息管理和发布制度建设", "GB/T 9704-2012, 7.2.5"],
    settings: [
      .absence("absent", standard: .review), .absence("absentCaptioned", standard: .ignore), .certainty,
    ],
    examples: [
      Example("有文号", on: [.document], .sample([.number("泗政办〔2022〕5号")]), .passed),
      Example(
        "没有文号：公示、方案等可以没有，请人工复核", on: [.document], .sample([.title("任务分解方案")]), .cantTell,
        codes: ["DN-present"]),
      Example(
        "规定必须有文号", settings: "absent: fail", on: [.document], .sample([.title("关于做好工作的通知")]),
        .failed, codes: ["DN-present"]),
      Example(
        "规定可以没有文号", settings: "absent: ignore", on: [.document], .sample([.title("任务分解方案")]),
        .inapplicable),
      Example(
        "法规以题注说明公布情况，没有单独的文号", on: [.document],
        .sample([
          .title("泗县城市管理条例"), SamplePart(.caption, "（2022年3月1日泗县人民政府公布）", .init("楷体", 12)),
        ]), .inapplicable),
    ])

  public func check(_ document: WholeDocument, in context: CheckContext) -> Verdict {
    let least = certainty?.value ?? Element.leastCertainty
    let isCaptioned = context.text(of: [.caption]).elements.contains { $0.certainty >= least }
    return context.presence(
      of: .number, certainty: certainty,
      absent: isCaptioned ? absentCaptioned ?? .ignore : absent ?? .review, code: Self.description.code)
  }
}
