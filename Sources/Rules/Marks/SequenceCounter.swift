import Conformance
import DocumentModel
import Findings
import Grammars

/// Counts numbered paragraphs, list in list, and notes where the count does not go on.
struct SequenceCounter {
  private struct Level {
    var depth: Int
    var shape: SequenceItem.Shape
    var last: SequenceItem
    /// Whether it has but one item, which is 一.
    var isLone: Bool
    var items: [SequenceItem]
    /// Where in the list a number is met again, and which fault that is.
    var doubles: [(item: Int, fault: Int)] = []
    /// Where lists stopped that others of the same form interrupted: they may go on.
    var ends: Set<Int> = []

    init(depth: Int, first: SequenceItem) {
      self.depth = depth
      shape = first.shape
      last = first
      isLone = first.enumerator.number == 1
      items = [first]
    }

    mutating func take(_ item: SequenceItem) {
      if item.enumerator.number == 1, ends.count < 32 { ends.insert(last.enumerator.number) }
      last = item
      isLone = false
      items.append(item)
    }
  }
  private let document: Document
  private let depths: Set<Int>
  private var stack: [Level] = []
  /// The last 编, 章, 节 and 条.
  private var named: [SequenceItem] = []
  private(set) var faults: [Fault] = []

  init(_ sequence: Sequence, in document: Document) {
    self.document = document
    depths = Set(sequence.items.compactMap(\.level))
    for item in sequence.items {
      if let level = item.level {
        count(item, level)
      } else if item.enumerator.kind != .running, sequence.isLaw {
        countNamed(item)
      }
    }
    close(0)
  }

  // MARK: 第×章, 第×条

  private mutating func countNamed(_ item: SequenceItem) {
    close(0)
    let kind = item.enumerator.kind
    if let last = named.firstIndex(where: { $0.enumerator.kind == kind }) {
      compare(item, with: named[last])
      named[last] = item
    } else {
      named.append(item)
    }
    // Sections are counted anew in each chapter, and chapters in each part.
    let ended: [Enumerator.Kind] = kind == .part ? [.chapter, .section] : kind == .chapter ? [.section] : []
    if !ended.isEmpty { named.removeAll { ended.contains($0.enumerator.kind) } }
  }

  // MARK: 一、（一）1.（1）

  private mutating func count(_ item: SequenceItem, _ depth: Int) {
    if let index = stack.lastIndex(where: { $0.shape == item.shape }) {
      close(index + 1, before: item)
      let known = faults.count
      compare(item, with: stack[index].last, after: stack[index].ends)
      if faults.count > known, faults[known].code == "SEQ-dup", faults[known].outcome == nil {
        stack[index].doubles.append((stack[index].items.count, known))
      }
      stack[index].take(item)
      return
    }
    let kept = stack.lastIndex { $0.depth <= depth }.map { $0 + 1 } ?? 0
    close(kept, before: item)
    if let top = stack.indices.last, stack[top].depth == depth,
      item.enumerator.number == stack[top].last.enumerator.number + 1
    {
      stack[top].take(item)
      return
    }
    if let top = stack.last, depth <= 4, depth > top.depth + 1,
      ((top.depth + 1)..<depth).contains(where: depths.contains), item.enumerator.number == 1
    {
      note("SEQ-order", "SEQ-order.skipped", .passed, item)
    }
    stack.append(Level(depth: depth, first: item))
  }

  /// Ends the lists from a level on; one of a single item is no list.
  private mutating func close(_ index: Int, before next: SequenceItem? = nil) {
    guard index < stack.count else { return }
    let end = (next?.paragraph ?? document.paragraphs.count) - 1
    for level in stack[index...] where level.isLone && (2...4).contains(level.depth) {
      let first = level.last.paragraph
      if !isWritten(2, like: level.last, between: first, and: max(first, end)) {
        note("SEQ-lone", "SEQ-lone.failed", .passed, level.last)
      }
    }
    for level in stack[index...] {
      for double in level.doubles where faults.indices.contains(double.fault) {
        faults[double.fault].edits = SequenceItem.renumbering(
          level.items, from: double.item, in: document)
        // Other places may refer to the numbers.
        faults[double.fault].safety = .needsReview
      }
    }
    stack.removeSubrange(index...)
  }

  private mutating func compare(
    _ item: SequenceItem, with last: SequenceItem, after ends: Set<Int> = []
  ) {
    let number = item.enumerator.number
    let before = last.enumerator.number
    // A list that begins anew under another paragraph is none of the standard's business.
    if number == before + 1 || number == 1 { return }
    // 说明：1.… above a paragraph that begins with 2. is the beginning of another list.
    let isResumed = ends.contains(number - 1)
    if number == before {
      let isBegun =
        item.level != nil && item.paragraph - last.paragraph > 1
        && isWritten(number - 1, like: item, between: last.paragraph + 1, and: item.paragraph - 1)
      if isResumed || isBegun {
        note("SEQ-dup", "SEQ-dup.review", .cantTell, item)
      } else {
        note("SEQ-dup", "SEQ-dup.failed", nil, item)
      }
    } else if number < before {
      note("SEQ-order", "SEQ-order.failed", .cantTell, item)
    } else if !isWritten(before + 1, like: item, between: last.paragraph, and: item.paragraph) {
      // No correction: whether an item is missing or only its number, the text does not say.
      note(
        "SEQ-gap", isResumed ? "SEQ-gap.review" : "SEQ-gap.failed", isResumed ? .cantTell : nil, item,
        after: last)
    }
  }

  /// Whether a missing number stands inside a paragraph, in a table or in another form.
  private func isWritten(_ number: Int, like item: SequenceItem, between first: Int, and last: Int) -> Bool {
    let paragraphs = document.paragraphs
    guard first <= last, paragraphs.indices.contains(first), paragraphs.indices.contains(last) else {
      return true
    }
    let chinese = Self.chinese(number)
    let forms: [String] =
      switch item.enumerator.kind {
      case .level(1):
        ["\(chinese)、", "\(chinese)，", "\(chinese).", "\(chinese)．", "\(chinese)是", "\(chinese) "]
      case .level(2): ["（\(chinese)）", "(\(chinese))", "（\(chinese))", "(\(chinese)）"]
      case .level(3): ["\(number).", "\(number)．", "\(number)、", "\(number)，"]
      case .level(4): ["（\(number)）", "(\(number))", "\(number))", "\(number)）"]
      case .level: []
      default: ["第\(chinese)", "第\(number)"]
      }
    if forms.isEmpty { return true }
    let words = WordSearch(forms)
    // By index: a loop over paragraphs would copy every one of them.
    return (first...last).contains { index in
      words.finds(in: paragraphs[index].text)
        || (!paragraphs[index].label.isEmpty && words.finds(in: paragraphs[index].printedText))
    }
  }

  /// A number below 1000 in Chinese characters.
  static func chinese(_ number: Int) -> String {
    let digits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
    guard (1..<1000).contains(number) else { return String(number) }
    let hundreds = number / 100
    let tens = number / 10 % 10
    var text = hundreds > 0 ? digits[hundreds] + "百" : ""
    if tens > 0 {
      text += (tens == 1 && hundreds == 0 ? "" : digits[tens]) + "十"
    } else if hundreds > 0, number % 10 > 0 {
      text += "零"
    }
    return text + digits[number % 10]
  }

  private mutating func note(
    _ code: String, _ key: String, _ outcome: Outcome?, _ item: SequenceItem,
    after last: SequenceItem? = nil
  ) {
    let mark = item.mark(in: document)
    let found = last.map { "\($0.mark(in: document)) → \(mark)" } ?? mark
    faults.append(Fault(code: code, outcome: outcome, key: key, found: found, pieces: [item.piece]))
  }
}
