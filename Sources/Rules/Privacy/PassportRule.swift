import Conformance
import DocumentModel
import Findings
import Grammars
import Messages

/// No passport or pass number stands in the text; the form alone says too little, so a word must (rules.md §1.7).
public struct PassportRule: Rule {
  public static let description = RuleDescription(
    code: "PRIV-passport", sources: ["中华人民共和国政府信息公开条例, 第十五条"],
    examples: [
      Example(
        "写明是护照号码", on: [.document], .sample([.body("李某，护照号码：E12345678。")]), .cantTell,
        codes: ["PRIV-passport"]),
      Example(
        "同样形式的产品编号", on: [.document], .sample([.body("产品编号：E12345678。")]), .passed),
    ])

  public static var grounds: Grounds { .text }

  public func check(_ document: WholeDocument, in context: CheckContext) -> Verdict {
    .privacy("PRIV-passport", doubtful: context.privacyFinds(.passport), in: context)
  }
}
