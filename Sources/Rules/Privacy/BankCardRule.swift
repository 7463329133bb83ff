import Conformance
import DocumentModel
import Findings
import Grammars
import Messages

/// No bank card of a person stands in the text; accounts of offices and companies are for a person to see
/// (rules.md §1.7).
public struct BankCardRule: Rule {
  public static let description = RuleDescription(
    code: "PRIV-bank", sources: ["ISO/IEC 7812-1", "中华人民共和国政府信息公开条例, 第十五条"],
    examples: [
      Example(
        "写明是银行卡号", on: [.document], .sample([.body("户主张某，银行卡号6222021234567890128。")]), .failed,
        codes: ["PRIV-bank"]),
      Example(
        "单位的账号", on: [.document], .sample([.body("户名：云岭县教育体育局\n账号：6222021234567890128")]), .cantTell,
        codes: ["PRIV-bank"]),
      Example(
        "校验位不对的长号码", on: [.document], .sample([.body("项目编号6222021234567890129。")]), .passed),
    ])

  public static var grounds: Grounds { .text }

  public func check(_ document: WholeDocument, in context: CheckContext) -> Verdict {
    let document = context.document.document
    let finds = context.privacyFinds(.bankCard)
    let certain = finds.filter { find in
      let words = document.privacyContext(find.paragraph)
      return find.isVerified && !Self.corporate.contains { words.contains($0) }
    }
    return .privacy(
      "PRIV-bank", certain: certain, doubtful: finds.filter { !certain.map(\.piece).contains($0.piece) },
      in: context)
  }

  /// Words that stand where an account belongs to an office or a company.
  private static let corporate = [
    "户名", "单位名称", "对公", "开户", "公司", "财政", "保证金", "捐款", "捐赠", "缴纳", "收款", "汇款", "专户", "税号",
  ]
}
