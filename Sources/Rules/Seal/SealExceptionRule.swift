import Conformance
import DocumentModel
import Findings
import Messages

/// A document that keeps its seal is registered with the reason (rules.md §1.2: 除特殊情况外).
///
/// The spec lists such documents by number or title; the other rules of the family read the same list.
public struct SealExceptionRule: Rule {
  let exceptions: [String]?

  public static let description = RuleDescription(
    code: "SEAL-exception", sources: ["中华人民共和国政府信息公开条例, 第十七条"],
    settings: [Setting("exceptions", .list(.text), standard: "[]")],
    examples: [
      Example("没有登记例外", on: [.document], SealPresentRule.notice, .inapplicable),
      Example(
        "按文号登记，并写明理由", settings: "exceptions: [云教体〔2025〕3号：合同附件须保留公章]", on: [.document],
        SealPresentRule.notice, .passed, codes: ["SEAL-exception"]),
      Example(
        "按标题登记，并写明理由", settings: "exceptions: [云岭县教育体育局关于开学工作的通知：须保留公章]", on: [.document],
        SealPresentRule.notice, .passed, codes: ["SEAL-exception"]),
      Example(
        "登记了文号，没有写理由", settings: "exceptions: [云教体〔2025〕3号]", on: [.document], SealPresentRule.notice,
        .failed, codes: ["SEAL-exception"]),
      Example(
        "登记的是另一份文件", settings: "exceptions: [云教体〔2025〕31号：须保留公章]", on: [.document],
        SealPresentRule.notice, .inapplicable),
    ])

  public static var grounds: Grounds { .text }

  public func check(_ document: WholeDocument, in context: CheckContext) -> Verdict {
    guard let exception = SealException.of(context.document, in: exceptions ?? []) else {
      return .inapplicable(Message("SEAL-exception.none"))
    }
    let pieces = (context.document.first(.number) ?? context.document.first(.title))?.pieces ?? []
    guard !exception.reason.isEmpty else {
      return .violates([Violation(Message("SEAL-exception.failed"), at: pieces)])
    }
    return .conforms(remarks: [
      Violation(Message("SEAL-exception.remark", ["reason": .text(exception.reason)]), at: pieces)
    ])
  }
}
