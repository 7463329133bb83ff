import Conformance
import DocumentModel
import Findings
import Grammars
import Messages

/// No identity number stands in the text (rules.md §1.7).
public struct IdentityNumberRule: Rule {
  public static let description = RuleDescription(
    code: "PRIV-id", sources: ["GB 11643-1999", "中华人民共和国政府信息公开条例, 第十五条"],
    examples: [
      Example(
        "没有身份证号码", on: [.document], .sample([.body("请持本人身份证到办公室办理。")]), .passed),
      Example(
        "校验码、地区和生日都对的号码", on: [.document], .sample([.body("张某，身份证号11010519491231002X。")]), .failed,
        codes: ["PRIV-id"]),
      Example(
        "写明是身份证号，但校验码不对", on: [.document], .sample([.body("张某，身份证号110105194912310021。")]), .cantTell,
        codes: ["PRIV-id"]),
      Example(
        "学籍号里有身份证号", on: [.document], .sample([.body("张某，学籍号G11010519491231002X。")]), .failed,
        codes: ["PRIV-id"]),
      Example(
        "统一社会信用代码、索引号不是身份证号", on: [.document],
        .sample([.body("统一社会信用代码：91350100M000100Y43，索引号：000014349/2022-00039。")]), .passed),
      Example(
        "号码已经遮盖", on: [.document], .sample([.body("张某，身份证号110105********002X。")]), .passed),
      Example(
        "文件属性的标题里有号码", on: [.document], .privacyTitled("张某11010519491231002X的补助申请"), .failed,
        codes: ["PRIV-id"]),
    ])

  public static var grounds: Grounds { .text }

  public func check(_ document: WholeDocument, in context: CheckContext) -> Verdict {
    let finds = context.privacyFinds(.identity)
    return .privacy(
      "PRIV-id", certain: finds.filter(\.isVerified), doubtful: finds.filter { !$0.isVerified }, in: context)
  }
}
