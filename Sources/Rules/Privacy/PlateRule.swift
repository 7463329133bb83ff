import Conformance
import DocumentModel
import Findings
import Grammars
import Messages

/// Licence plates are for a person to see: notices about vehicles must name them (rules.md §1.7).
public struct PlateRule: Rule {
  public static let description = RuleDescription(
    code: "PRIV-plate", sources: ["GA 36-2018", "中华人民共和国政府信息公开条例, 第十五条"],
    examples: [
      Example(
        "有车牌号", on: [.document], .sample([.body("车辆号牌：皖L·A1234，予以报废。")]), .cantTell, codes: ["PRIV-plate"]),
      Example(
        "新能源车的号牌", on: [.document], .sample([.body("皖LD12345")]), .cantTell, codes: ["PRIV-plate"]),
      Example(
        "地名和编号不是车牌", on: [.document], .sample([.body("江苏A区12345号地块。")]), .passed),
    ])

  public static var grounds: Grounds { .text }

  public func check(_ document: WholeDocument, in context: CheckContext) -> Verdict {
    .privacy("PRIV-plate", doubtful: context.privacyFinds(.plate), in: context)
  }
}
