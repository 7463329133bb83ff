import Conformance
import DocumentModel
import Findings
import Grammars
import Messages

/// Home addresses down to the door are for a person to see; an office's address has other words before it
/// (rules.md §1.7).
public struct AddressRule: Rule {
  public static let description = RuleDescription(
    code: "PRIV-address", sources: ["中华人民共和国政府信息公开条例, 第十五条"],
    examples: [
      Example(
        "家庭住址", on: [.document], .sample([.body("张某，家庭住址：泗县泗城镇花园路12号3栋2单元501室。")]), .cantTell,
        codes: ["PRIV-address"]),
      Example(
        "办公地址", on: [.document], .sample([.body("办公地址：泗县泗城镇花园路12号。")]), .passed),
      Example(
        "只写到村", on: [.document], .sample([.body("张某，家庭住址：泗县泗城镇花园村。")]), .passed),
    ])

  public static var grounds: Grounds { .text }

  private static let labels = WordSearch(HomeAddress.labels)

  public func check(_ document: WholeDocument, in context: CheckContext) -> Verdict {
    let census = context.view(TextCensus.self)
    var finds: [PrivacyFind] = []
    let paragraphs = context.document.document.paragraphs
    for index in paragraphs.indices where census.line(index).marks.contains(.dwelling) {
      // Where nothing is hidden between the characters of a label, it stands there as it is.
      guard census.line(index).marks.contains(.invisible) || Self.labels.finds(in: paragraphs[index].text)
      else {
        continue
      }
      finds += HomeAddress.find(in: paragraphs[index].text).map {
        PrivacyFind(paragraph: index, range: $0.range, value: $0.value)
      }
    }
    return .privacy("PRIV-address", doubtful: finds, in: context)
  }
}
