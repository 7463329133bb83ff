import Conformance
import DocumentModel
import Findings
import Grammars
import Messages

/// What is masked is masked enough (rules.md §1.7).
public struct MaskRule: Rule {
  public static let description = RuleDescription(
    code: "PRIV-mask", sources: ["中华人民共和国政府信息公开条例, 第十五条"],
    examples: [
      Example(
        "身份证号隐去了出生日期", on: [.document], .sample([.body("张某，110105********002X；手机138****5678。")]), .passed),
      Example(
        "只隐去身份证号后四位", on: [.document], .sample([.body("张某，11010519491231****。")]), .cantTell,
        codes: ["PRIV-mask"]),
      Example(
        "手机号只隐去两位", on: [.document], .sample([.body("张某，1380013**00。")]), .cantTell, codes: ["PRIV-mask"]),
    ])

  public static var grounds: Grounds { .text }

  public func check(_ document: WholeDocument, in context: CheckContext) -> Verdict {
    let census = context.view(TextCensus.self)
    var weak: [PrivacyFind] = []
    let paragraphs = context.document.document.paragraphs
    for index in paragraphs.indices {
      // Four digits are left of the shortest number.
      let line = census.line(index)
      guard line.allDigits >= 4, line.marks.contains(.mask) else { continue }
      weak += MaskedNumber.find(in: paragraphs[index].text).filter { !$0.isSufficient }
        .map { PrivacyFind(paragraph: index, range: $0.range, value: $0.value) }
    }
    return .privacy("PRIV-mask", doubtful: weak, in: context)
  }
}
