import Conformance
import DocumentModel
import Findings
import Grammars
import Messages

/// One place where something is wrong, before equal faults are gathered into one violation.
struct Fault {
  /// The sub-code, `nil` for the rule's own code.
  var code: String?
  /// `nil` breaks the requirement; `cantTell` is for a person; `passed` is a remark.
  var outcome: Outcome?
  /// The sentence; its gaps are `found`, `expected` and `count`.
  var key: String
  var found: String
  var expected: String?
  var pieces: [Element.Piece]
  /// What puts the place right; faults of a kind are changed together or not at all.
  var edits: [Edit] = []
  var safety = FixSafety.safe
}

extension [Fault] {
  /// One violation for each kind of fault, in the order of first places; a few faults are quoted.
  var violations: [Violation] {
    var groups: [[Fault]] = []
    for fault in self {
      let group = groups.firstIndex {
        $0.first?.code == fault.code && $0.first?.key == fault.key && $0.first?.outcome == fault.outcome
      }
      if let group { groups[group].append(fault) } else { groups.append([fault]) }
    }
    return groups.compactMap(Self.violation)
  }

  private static func violation(_ faults: [Fault]) -> Violation? {
    guard let first = faults.first else { return nil }
    // Words are quoted, a count is not.
    let quoted = faults.map(\.found).uniqued.prefix(3).map { Int($0) == nil ? "“\($0)”" : $0 }
      .joined(separator: "、")
    let edits = faults.flatMap(\.edits)
    let isWhole = faults.allSatisfy { !$0.edits.isEmpty }
    let safety = faults.contains { $0.safety == .needsReview } ? FixSafety.needsReview : .safe
    let expected = first.expected ?? ""
    return Violation(
      code: first.code, outcome: first.outcome,
      Message(
        first.key,
        ["found": .text(quoted), "expected": .text(expected), "count": .text(String(faults.count))]),
      actual: Message("typography.name", ["name": .text(quoted)]),
      expected: first.expected.map { Message("typography.name", ["name": .text($0)]) },
      at: faults.flatMap(\.pieces).uniqued, fix: isWhole ? Fix(safety: safety, edits: edits) : nil)
  }
}

extension Verdict {
  /// The verdict that some violations make: one without an outcome of its own breaks the requirement.
  static func of(_ violations: [Violation]) -> Verdict {
    if violations.contains(where: { $0.outcome == nil || $0.outcome == .failed }) {
      return .violates(violations)
    }
    if let doubt = violations.first(where: { $0.outcome == .cantTell }) {
      return .cannotTell(doubt.message, violations)
    }
    return .conforms(remarks: violations)
  }
}

extension Array where Element == Unicode.Scalar {
  /// The text of some of the characters.
  func string(_ range: Range<Int>) -> String {
    String(scalars: self[range.clamped(to: 0..<count)])
  }

  func at(_ index: Int) -> Unicode.Scalar? { indices.contains(index) ? self[index] : nil }
}
