import Conformance
import DocumentModel
import Findings
import Grammars
import Messages

/// Mail addresses that are not an office's are for a person to see (rules.md §1.7).
public struct EmailRule: Rule {
  public static let description = RuleDescription(
    code: "PRIV-email", sources: ["中华人民共和国政府信息公开条例, 第十五条"],
    examples: [
      Example(
        "个人电子邮箱", on: [.document], .sample([.body("请发送至zhangsan1987@qq.com。")]), .cantTell,
        codes: ["PRIV-email"]),
      Example(
        "政府域名的邮箱", on: [.document], .sample([.body("请发送至zhangsan@sixian.gov.cn。")]), .passed),
    ])

  public static var grounds: Grounds { .text }

  public func check(_ document: WholeDocument, in context: CheckContext) -> Verdict {
    .privacy("PRIV-email", doubtful: context.privacyFinds(.email), in: context)
  }
}
