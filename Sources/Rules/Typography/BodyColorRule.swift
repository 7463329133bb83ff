import Conformance
import DocumentModel
import Findings
import Messages

/// The text is black.
public struct BodyColorRule: TypographyRule {
  /// The colours that count as black, as six hexadecimal digits; automatic always does.
  let colors: [String]?
  /// Colours whose components are all at most this count as black: nobody can tell them apart.
  let nearBlack: Int?
  /// The share of other colours up to which nobody need look.
  let otherShare: Share?
  let certainty: Share?
  var passShare: Share? { Share(1 - (otherShare?.value ?? 0.05)) }
  /// Colour is never a breach by itself: headings and links may have good reasons.
  var reviewShare: Share? { Share(0) }

  private enum CodingKeys: String, CodingKey { case colors, nearBlack, otherShare, certainty }

  public static let grounds: Grounds = [.text, .looks]
  public static let description = RuleDescription(
    code: "FMT-color",
    sources: ["GB/T 9704-2012, 5.2.2"],
    settings: [
      Setting("colors", .list(.text), standard: "[\"000000\"]"),
      Setting("nearBlack", .number, standard: "32"), Setting("otherShare", .share, standard: "0.05"),
      Setting("certainty", .share, standard: "0.6"),
    ],
    examples: [
      Example("正文为黑色", on: [.element(.body)], .sample([.body("各乡镇人民政府。")]), .passed),
      Example(
        "与黑色看不出分别的颜色算黑色", on: [.element(.body)],
        .sample([.body("各乡镇人民政府。", TextStyle("宋体", 12, color: Color(rgb: 0x00000A)))]), .passed),
      Example(
        "正文为红色，请人工复核", on: [.element(.body)],
        .sample([.body("各乡镇人民政府。", TextStyle("宋体", 12, color: Color(rgb: 0xFF0000)))]), .cantTell,
        codes: ["FMT-color"]),
      Example(
        "规范只许红色，正文为黑色", settings: "colors: [\"FF0000\"]\nnearBlack: -1\notherShare: 0", on: [.element(.body)],
        .sample([.body("各乡镇人民政府。", TextStyle("宋体", 12, color: Color(rgb: 0)))]), .cantTell,
        codes: ["FMT-color"]),
    ])

  public func check(_ text: RoleText, in context: CheckContext) -> Verdict {
    switch text.judgeableText(leastCertainty, in: context) {
    case .failure(let absence): return absence.verdict
    case .success(let text):
      let document = context.document.document
      let black = Set((colors ?? ["000000"]).map { $0.uppercased() })
      let survey = Survey<Color>(of: text, counting: .visible, in: context) { _, style in
        let other = style.color.flatMap { isBlack($0) || black.contains($0.description) ? nil : $0 }
        return .init(other.map { .wrong($0) } ?? .fits)
      }
      return proposingBlack(verdict.verdict(survey, in: document), survey)
    }
  }

  /// Automatic is right for a text that should be black; a colour may be meant, so a person agrees first.
  private func proposingBlack(_ verdict: Verdict, _ survey: Survey<Color>) -> Verdict {
    guard verdict.outcome == .cantTell, !verdict.violations.isEmpty, isBlack(Color(rgb: 0)) else {
      return verdict
    }
    var verdict = verdict
    verdict.violations[0].fix = Fix(
      safety: .needsReview,
      edits: survey.wrong.map { .setColor(nil, paragraph: $0.piece.paragraph, range: $0.piece.range) })
    return verdict
  }

  private func isBlack(_ color: Color) -> Bool {
    [color.red, color.green, color.blue].allSatisfy { Int($0) <= nearBlack ?? 32 }
  }

  private var verdict: TypographyVerdict<Color> {
    TypographyVerdict(
      code: Self.description.code, shares: shares, expected: Message("color.black"), properties: [.color],
      describe: Self.name, doubt: Self.name, remark: Self.name, hint: { _ in nil }, edit: { _ in nil })
  }

  private static func name(_ color: Color) -> Message {
    Message("color.rgb", ["rgb": .text("#" + color.description)])
  }
}
