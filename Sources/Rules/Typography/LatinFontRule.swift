import Conformance
import DocumentModel
import Findings
import Fonts
import Messages

/// Latin letters and digits are set in one of some faces.
public struct LatinFontRule: TypographyRule {
  /// The accepted styles.
  let faces: [FaceSetting]
  let passShare: Share?
  let reviewShare: Share?
  let certainty: Share?

  static var isWhole: Bool { false }

  public static let grounds: Grounds = [.text, .looks]
  public static let description = RuleDescription(
    code: "FMT-latin-font",
    sources: ["GB/T 9704-2012, 5.2.2"],
    settings: [Setting("faces", .list(.face))] + shareSettings,
    examples: [
      Example(
        "数字用 Times New Roman", settings: "faces: [Times New Roman, 宋体]", on: [.element(.body)],
        .sample([.body("2022年3月1日起施行。")]), .passed),
      Example(
        "数字用 Calibri", settings: "faces: [Times New Roman, 宋体]", on: [.element(.body)],
        .sample([.body("2022年3月1日起施行。", TextStyle("宋体", 12, latin: "Calibri"))]), .failed,
        codes: ["FMT-latin-font"]),
      Example(
        "没有字母和数字", settings: "faces: [Times New Roman]", on: [.element(.body)],
        .sample([.body("自印发之日起施行。")]), .inapplicable),
    ])

  public func check(_ text: RoleText, in context: CheckContext) -> Verdict {
    switch text.judgeableText(leastCertainty, in: context) {
    case .failure(let absence): return absence.verdict
    case .success(let text):
      let document = context.document.document
      let survey = Survey<FaceValue>(of: text, counting: .latin, in: context) { _, style in
        let face = style.face(for: "A")
        let identity = FontTable.builtIn.lookUp(face.name, alternatives: document.alternateFaceNames)
        return .init(mark(FaceValue(face: face, identity: identity)))
      }
      return verdict.verdict(survey, in: document)
    }
  }

  private func mark(_ value: FaceValue) -> Mark<FaceValue> {
    if value.face.origin == .application { return .doubtful(value) }
    guard let identity = value.identity else { return .wrong(value) }
    return faces.contains { $0.fontClass == identity.fontClass } ? .fits : .wrong(value)
  }

  private var verdict: TypographyVerdict<FaceValue> {
    TypographyVerdict(
      code: Self.description.code, shares: shares,
      expected: Message(
        "typography.tally",
        ["values": .list(faces.map { Message("typography.name", ["name": .text($0.fontClass.displayName)]) })]
      ),
      properties: [.latinFace], describe: \.name, doubt: { $0.doubt() }, remark: \.name, hint: { _ in nil },
      // Which of the accepted faces is meant is the author's choice.
      edit: { _ in nil })
  }
}
