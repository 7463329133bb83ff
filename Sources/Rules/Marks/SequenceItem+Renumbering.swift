import DocumentModel
import Findings
import Grammars

extension SequenceItem {
  /// What puts a doubled number right: it and those that go on behind it each become the next one, or it alone
  /// where the one behind it leaves room. Nothing where the numbers before or behind it are muddled too, or one
  /// of them is automatic: then the list is to be put right, not its print.
  static func renumbering(
    _ items: [SequenceItem], from index: Int, in document: Document
  ) -> [Edit] {
    guard items.indices.contains(index), countsUp(items[..<index]) else { return [] }
    let double = items[index]
    let behind = items[(index + 1)...].prefix { $0.enumerator.number != 1 }
    var moved = [double]
    if let next = behind.first, next.enumerator.number != double.enumerator.number + 2 {
      let goesOn = behind.enumerated().allSatisfy {
        $0.element.enumerator.number == double.enumerator.number + 1 + $0.offset
      }
      guard goesOn else { return [] }
      moved += behind
    }
    let edits = moved.compactMap { item -> Edit? in
      guard let range = item.range, let mark = item.mark(numbered: item.enumerator.number + 1, in: document)
      else { return nil }
      return .replaceText(mark, paragraph: item.paragraph, range: range)
    }
    return edits.count == moved.count ? edits : []
  }

  /// Whether the numbers up to the last go back to 1 without a gap.
  private static func countsUp(_ items: ArraySlice<SequenceItem>) -> Bool {
    guard var number = items.last?.enumerator.number else { return false }
    for item in items.reversed() {
      guard item.enumerator.number == number else { return false }
      if number == 1 { return true }
      number -= 1
    }
    return false
  }
}
