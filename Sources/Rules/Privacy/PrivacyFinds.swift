import Conformance
import DocumentModel
import Findings
import Grammars
import Messages

/// A private value and the paragraph that holds it; none for what the properties and pictures say of themselves.
struct PrivacyFind {
  var paragraph: Int?
  var range: Range<Int>
  /// As written; nothing but its masked form may reach a message.
  var value: String
  var isVerified = false

  var piece: Element.Piece? { paragraph.map { Element.Piece(paragraph: $0, range: range) } }
}

extension CheckContext {
  /// The values of a kind in all stories: text, tables, boxes, headers, footers, notes and comments;
  /// and in the properties and the descriptions of pictures.
  func privacyFinds(_ kind: PrivateData.Kind) -> [PrivacyFind] {
    let finds = view(PrivateFinds.self)
    func find(_ data: PrivateData, _ paragraph: Int?) -> PrivacyFind {
      PrivacyFind(
        paragraph: paragraph, range: data.range, value: data.value, isVerified: data.certainty == .verified)
    }
    return finds.written.filter { $0.data.kind == kind }.map { find($0.data, $0.paragraph) }
      + finds.said.filter { $0.kind == kind }.map { find($0, nil) }
  }
}

extension Document {
  /// The words of some paragraphs in front of one, itself included.
  func privacyContext(_ index: Int?, back: Int = 3) -> String {
    guard let index, paragraphs.indices.contains(index) else { return "" }
    return paragraphs[max(0, index - back)..<min(paragraphs.count, index + 1)].map(\.text).joined(
      separator: "\n")
  }
}

extension [PrivacyFind] {
  /// Every value masked in its place, for a person to agree to; `nil` when one stands in no paragraph.
  fileprivate var maskingFix: Fix? {
    let edits = compactMap { find in
      find.paragraph.map {
        Edit.replaceText(PrivateData.masked(find.value), paragraph: $0, range: find.range)
      }
    }
    return edits.count == count && !isEmpty ? Fix(safety: .needsReview, edits: edits) : nil
  }
}

extension Verdict {
  /// One violation for what is certain and one for what is in doubt, with all places and masked values.
  static func privacy(
    _ code: String, certain: [PrivacyFind] = [], doubtful: [PrivacyFind] = [], in context: CheckContext
  ) -> Verdict {
    var violations: [Violation] = []
    if !certain.isEmpty {
      violations.append(
        Violation(
          outcome: .failed, privacyMessage("\(code).failed", certain), at: certain.compactMap(\.piece),
          fix: certain.maskingFix, masks: true))
    }
    if !doubtful.isEmpty {
      violations.append(
        Violation(
          outcome: .cantTell, privacyMessage("\(code).review", doubtful), at: doubtful.compactMap(\.piece),
          fix: doubtful.maskingFix, masks: true))
    }
    if !certain.isEmpty { return .violates(violations) }
    return violations.first.map { .cannotTell($0.message, violations) } ?? context.nothingPrivate
  }

  private static func privacyMessage(_ key: String, _ finds: [PrivacyFind]) -> Message {
    var shown: [String] = []
    for find in finds where shown.count < 3 {
      let value = PrivateData.masked(find.value)
      if !shown.contains(value) { shown.append(value) }
    }
    let values = shown.map { Message("typography.name", ["name": .text($0)]) }
    return Message(
      key,
      [
        "count": .number(finds.count),
        "values": .message(Message("typography.tally", ["values": .list(values)])),
      ])
  }
}

extension CheckContext {
  /// Nothing private was found; on pages whose words cannot be had that proves nothing.
  var nothingPrivate: Verdict {
    let pages = document.document.pages
    let unread = pages.indices.filter { pages[$0].text() != .blank && pages[$0].text() != .text }.map {
      $0 + 1
    }
    guard !unread.isEmpty else { return .conforms }
    let ranges = PageRange.all(of: unread).map(\.name)
    return .cannotTell(Message("privacy.unread", ["pages": .list(ranges)]))
  }
}
