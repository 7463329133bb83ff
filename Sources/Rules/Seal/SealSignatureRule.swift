import Conformance
import DocumentModel
import Findings
import Messages

/// The text edition holds no digital signature (rules.md §1.2): one that shows breaks the requirement, one that
/// does not show may be there for authenticity, so a person looks.
public struct SealSignatureRule: Rule {
  /// Whether a signature that shows breaks the requirement, or is for a person to see as well.
  let failsVisible: Bool?
  let exceptions: [String]?

  public static let description = RuleDescription(
    code: "SEAL-signature", subcodes: ["SEAL-signature-line", "SEAL-signature-data"],
    sources: ["ECMA-376-2, 12", "ISO 32000-1, 12.8"],
    settings: [
      Setting("failsVisible", .flag, standard: "true"),
      Setting("exceptions", .list(.text), standard: "[]"),
    ],
    examples: [
      Example("没有电子签名", on: [.document], sample { _ in }, .passed),
      Example(
        "有可见的电子签名", on: [.document],
        sample {
          $0.signatures = [SignatureField(name: "签名1", isSigned: true, isVisible: true, page: 1)]
        }, .failed, codes: ["SEAL-signature"]),
      Example(
        "有不可见的电子签名", on: [.document],
        sample { $0.signatures = [SignatureField(name: "签名1", isSigned: true)] }, .cantTell,
        codes: ["SEAL-signature"]),
      Example(
        "只有未签署的签名域", on: [.document],
        sample { $0.signatures = [SignatureField(name: "签名1", isVisible: true)] }, .passed),
      Example(
        "WORD 文件带有数字签名", on: [.document],
        sample { $0.residue.signatureParts = ["_xmlsignatures/sig1.xml"] }, .cantTell,
        codes: ["SEAL-signature"]),
      Example(
        "有签名行", on: [.document], sample { $0.figures = [Figure(kind: .signatureLine, paragraph: 2)] },
        .cantTell, codes: ["SEAL-signature-line"]),
      Example(
        "签名行已签署", on: [.document],
        sample {
          $0.figures = [Figure(kind: .signatureLine, paragraph: 2)]
          $0.residue.signatureParts = ["_xmlsignatures/sig1.xml"]
        }, .failed, codes: ["SEAL-signature"]),
      Example(
        "带有签章软件留下的数据", on: [.document],
        sample { $0.residue.encodedParts = ["customXml/item3.xml"] }, .cantTell,
        codes: ["SEAL-signature-data"]),
      Example(
        "已登记为例外", settings: "exceptions: [云岭县教育体育局关于开学工作的通知：须保留签名]", on: [.document],
        sample {
          $0.signatures = [SignatureField(name: "签名1", isSigned: true, isVisible: true, page: 1)]
        }, .cantTell, codes: ["SEAL-signature"]),
    ])

  private static func sample(_ change: (inout Document) -> Void) -> StructuredDocument {
    var document = SealPresentRule.notice
    change(&document.document)
    return document
  }

  public static var grounds: Grounds { .surroundings }

  public func check(_ document: WholeDocument, in context: CheckContext) -> Verdict {
    let document = context.document.document
    var found: [Violation] = []
    let lines = document.figures.filter { $0.kind == .signatureLine }
    let linePieces = pieces(lines.map(\.paragraph), in: document)
    let signed = document.signatures.filter(\.isSigned)
    for field in signed where field.isVisible {
      let page = field.page.map { Message("SEAL-place.page", ["page": .number($0)]) }
      var shown = violation(
        failsVisible ?? true ? .failed : .cantTell, "SEAL-signature.failed",
        place: page ?? Message("SEAL-place.text"), at: [])
      shown.spots = field.page.map { [PageSpot(page: $0, box: field.box)] } ?? []
      found.append(shown)
    }
    let parts = Self.signatures(among: document.residue.signatureParts)
    if !lines.isEmpty, !parts.isEmpty {
      found.append(
        violation(
          failsVisible ?? true ? .failed : .cantTell, "SEAL-signature.failed",
          place: Message("SEAL-place.text"), at: linePieces))
    } else if !parts.isEmpty || signed.contains(where: { !$0.isVisible }) {
      let count = parts.isEmpty ? signed.count { !$0.isVisible } : parts.count
      found.append(
        Violation(
          outcome: .cantTell, Message("SEAL-signature.review", ["count": .number(count)]), at: []))
    } else if !lines.isEmpty {
      found.append(
        Violation(
          code: "SEAL-signature-line", outcome: .cantTell,
          Message("SEAL-signature-line.failed", ["count": .number(lines.count)]), at: linePieces,
          fix: Fix(
            safety: .needsReview,
            edits: document.figures.indices.filter { document.figures[$0].kind == .signatureLine }
              .map { .removeFigure($0) })))
    }
    if !document.residue.encodedParts.isEmpty {
      found.append(
        Violation(
          code: "SEAL-signature-data", outcome: .cantTell,
          Message(
            "SEAL-signature-data.failed", ["count": .number(document.residue.encodedParts.count)]), at: []))
    }
    guard let first = found.first else { return .conforms }
    if let exception = SealException.of(context.document, in: exceptions ?? []) {
      return .softened(found, Message("SEAL-present.exception", ["reason": .text(exception.reason)]))
    }
    return found.contains { $0.outcome == .failed }
      ? .violates(found) : .cannotTell(first.message, found)
  }

  private func violation(
    _ outcome: Outcome, _ key: String, place: Message, at pieces: [Element.Piece]
  ) -> Violation {
    Violation(outcome: outcome, Message(key, ["place": .message(place)]), at: pieces)
  }

  private func pieces(_ paragraphs: [Int], in document: Document) -> [Element.Piece] {
    Set(paragraphs).filter { document.paragraphs.indices.contains($0) }.sorted()
      .map { Element.Piece(paragraph: $0) }
  }

  /// The signatures themselves: the parts hold a list of them too, and what goes with each.
  private static func signatures(among parts: [String]) -> [String] {
    let own = parts.filter { !$0.hasSuffix("origin.sigs") && !$0.contains("_rels/") }
    return own
  }
}
