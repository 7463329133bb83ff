import Conformance

/// The document has a title.
public struct TitlePresentRule: Rule {
  /// What absence makes of the requirement.
  let absent: AbsenceVerdict?
  /// The certainty that finding it needs.
  let certainty: Share?

  public static let description = RuleDescription(
    code: "TITLE-present",
    sources: ["泗县教育体育局基层政务公开提升行动任务分解表·政府信息管理和发布制度建设", "GB/T 9704-2012, 7.3.1"],
    settings: [.absence("absent", standard: .fail), .certainty],
    examples: [
      Example("有标题", on: [.document], .sample([.title("关于做好政务公开工作的通知")]), .passed),
      Example(
        "没有标题", on: [.document], .sample([.body("各乡镇人民政府：")]), .failed, codes: ["TITLE-present"]),
      Example(
        "不能确定哪一段是标题", on: [.document], .sample([.title("政务公开", certainty: 0.4)]), .cantTell,
        codes: ["TITLE-present"]),
    ])

  public func check(_ document: WholeDocument, in context: CheckContext) -> Verdict {
    context.presence(
      of: .title, certainty: certainty, absent: absent ?? .fail, code: Self.description.code)
  }
}
