import Conformance
import DocumentModel
import Messages

extension StructuredDocument {
  /// The same with the doubts that pages without readable words leave: what was not found may stand there.
  ///
  /// Where that is the first page, nothing of the head is sure: what looks like a title further on may be
  /// any line.
  func doubtingUnreadPages() -> StructuredDocument {
    let incomplete = document.pages.indices.filter { document.pages[$0].isIncomplete }.map { $0 + 1 }
    let unread = Set(unreadPages + incomplete).sorted()
    guard !unread.isEmpty else { return self }
    var copy = self
    let doubt = Message("structure.doubt.unread", ["pages": .list(PageRange.all(of: unread).map(\.name))])
    let roles: [ElementRole] = [
      .title, .number, .date, .issuer, .body, .caption, .recipient, .annexNote, .note,
    ]
    for role in roles where first(role) == nil { copy.doubts[role] = doubt }
    let firstInk = document.pages.firstIndex { $0.text() != .blank || $0.isIncomplete }
    guard let firstInk, unread.contains(firstInk + 1) else { return copy }
    let head: Set<ElementRole> = [.letterhead, .number, .signer, .title, .caption, .recipient]
    for index in copy.elements.indices where head.contains(copy.elements[index].role) {
      copy.elements[index].certainty = min(copy.elements[index].certainty, 0.5)
    }
    return copy
  }
}
