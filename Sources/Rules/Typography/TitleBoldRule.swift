import Conformance
import DocumentModel
import Findings
import Messages

/// The title is bold, or is not, as required.
public struct TitleBoldRule: TypographyRule {
  /// The required weight; bold where the spec says nothing.
  let bold: Bool?
  let passShare: Share?
  let reviewShare: Share?
  let certainty: Share?

  public static let description = RuleDescription(
    code: "FMT-title-bold",
    sources: ["泗县教育体育局基层政务公开提升行动任务分解表·政府信息管理和发布制度建设", "ECMA-376-1, 17.7.3"],
    settings: [Setting("bold", .flag, standard: "true")] + shareSettings,
    examples: [
      Example(
        "标题加粗", on: [.element(.title)], .sample([.title("关于做好政务公开工作的通知")]), .passed),
      Example(
        "标题没有加粗", on: [.element(.title)],
        .sample([.title("关于做好政务公开工作的通知", TextStyle("宋体", 18))]), .failed, codes: ["FMT-title-bold"]),
      Example(
        "标题后半没有加粗", on: [.element(.title)],
        .sample([
          SamplePart(
            .title, [("关于做好政务公开", TextStyle("宋体", 18, bold: true)), ("工作的通知", TextStyle("宋体", 18))])
        ]), .failed, codes: ["FMT-title-bold"]),
      Example(
        "要求不加粗而加粗", settings: "bold: false", on: [.element(.title)],
        .sample([.title("关于做好政务公开工作的通知")]), .failed, codes: ["FMT-title-bold"]),
      Example(
        "认不准哪一段是标题", on: [.element(.title)],
        .sample([.title("通知", TextStyle("宋体", 18), certainty: 0.5)]), .cantTell),
    ])

  public func check(_ text: RoleText, in context: CheckContext) -> Verdict {
    switch text.judgeable(leastCertainty, in: context) {
    case .failure(let absence): return absence.verdict
    case .success(let elements):
      let wanted = bold ?? true
      let survey = Survey<Bool>(of: elements, counting: .words, in: context) { _, style in
        .init(style.isBold == wanted ? .fits : .wrong(style.isBold))
      }
      return verdict(wanted).verdict(survey, in: context.document.document)
    }
  }

  private func verdict(_ wanted: Bool) -> TypographyVerdict<Bool> {
    TypographyVerdict(
      code: Self.description.code, shares: shares, expected: Self.name(wanted), properties: [.bold],
      describe: Self.name, doubt: Self.name, remark: Self.name, hint: { _ in nil },
      edit: { .setBold(wanted, paragraph: $0.paragraph, range: $0.range) })
  }

  private static func name(_ bold: Bool) -> Message { Message(bold ? "weight.bold" : "weight.regular") }
}
