import Conformance
import DocumentModel
import Findings
import Fonts
import Messages

/// The title is bold, or is not, as required.
public struct TitleBoldRule: TypographyRule {
  /// The required weight; bold where the spec says nothing.
  let bold: Bool?
  let passShare: Share?
  let reviewShare: Share?
  let certainty: Share?

  public static let grounds: Grounds = [.text, .looks]
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
        "PDF 的标题以描边加粗", on: [.element(.title)],
        .sample([.title("关于做好政务公开工作的通知", printed("SimSun", .stroke))]).printed(), .passed),
      Example(
        "PDF 的标题没有加粗", on: [.element(.title)],
        .sample([.title("关于做好政务公开工作的通知", printed("SimSun"))]).printed(), .failed,
        codes: ["FMT-title-bold"]),
      Example(
        "PDF 的字体没有名称，看不出是否加粗", on: [.element(.title)],
        .sample([.title("关于做好政务公开工作的通知", printed(""))]).printed(), .cantTell,
        codes: ["FMT-title-bold"]),
      Example(
        "认不准哪一段是标题", on: [.element(.title)],
        .sample([.title("通知", TextStyle("宋体", 18), certainty: 0.5)]), .cantTell),
    ])

  private static func printed(_ face: String, _ evidence: BoldEvidence? = nil) -> TextStyle {
    let face = FontFace(face)
    return TextStyle(
      faces: FaceSlots(ascii: face, highAnsi: face, eastAsia: face), size: .pt(18), bold: evidence != nil,
      boldEvidence: evidence)
  }

  public func check(_ text: RoleText, in context: CheckContext) -> Verdict {
    switch text.judgeableText(leastCertainty, in: context) {
    case .failure(let absence): return absence.verdict
    case .success(let text):
      let wanted = bold ?? true
      let document = context.document.document
      let survey = Survey<Weight>(of: text, counting: .words, in: context) { _, style in
        let weight = Weight(style)
        if weight.isBold == wanted { return .init(.fits) }
        return .init(weight.isHidden(in: document, style) ? .doubtful(weight) : .wrong(weight))
      }
      var result = verdict(wanted).verdict(survey, in: document)
      if result.outcome == .passed, wanted { result.reason = Self.evidence(of: text.elements, in: document) }
      return result
    }
  }

  /// What shows that the text is bold, in files that keep the result and not the setting.
  private static func evidence(of elements: [Element], in document: Document) -> Message? {
    var found: Set<BoldEvidence> = []
    for piece in elements.flatMap(\.pieces) where document.paragraphs.indices.contains(piece.paragraph) {
      found.formUnion(document.paragraphs[piece.paragraph].runs.compactMap { Weight($0.style).evidence })
    }
    guard !found.isEmpty else { return nil }
    let kinds = BoldEvidence.allCases.filter(found.contains).map(Weight.name(of:))
    return Message("weight.evidence", ["kinds": .list(kinds)])
  }

  private func verdict(_ wanted: Bool) -> TypographyVerdict<Weight> {
    TypographyVerdict(
      code: Self.description.code, shares: shares,
      expected: Message(wanted ? "weight.bold" : "weight.regular"), properties: [.bold],
      describe: \.name, doubt: { _ in Message("weight.unknown") }, remark: \.name, hint: { _ in nil },
      edit: { .setBold(wanted, paragraph: $0.paragraph, range: $0.range) })
  }
}

/// How heavy some text is, and what says so where only the result shows.
private struct Weight: Hashable, Sendable {
  let isBold: Bool
  let evidence: BoldEvidence?

  init(_ style: TextStyle) {
    isBold = style.isBold
    evidence = style.isBold ? style.boldEvidence : nil
  }

  /// `加粗（描边）`, `不加粗`.
  var name: Message {
    guard let evidence else { return Message(isBold ? "weight.bold" : "weight.regular") }
    return Message("weight.boldBy", ["kind": .message(Self.name(of: evidence))])
  }

  static func name(of evidence: BoldEvidence) -> Message { Message("weight.by.\(evidence.rawValue)") }

  /// Whether the text may be bold and not show it: the glyphs of a face without a name can be of any weight
  /// (rules.md §7.9, Type 3).
  func isHidden(in document: Document, _ style: TextStyle) -> Bool {
    guard document.format.isFixedLayout, !isBold else { return false }
    let face = style.face(for: "一")
    return FontTable.builtIn.lookUp(face.name, alternatives: document.alternateFaceNames) == nil
  }
}
