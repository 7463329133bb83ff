import Conformance
import DocumentModel
import Findings
import Grammars
import Messages

/// One slip of the pen.
struct WritingFault: Sendable {
  let code: String
  /// `failed`, `cantTell`, or `passed` for what is only worth a remark.
  var outcome: Outcome = .failed
  /// Where, in scalars of the paragraph; the first is what the message names.
  let ranges: [Range<Int>]
  /// What stands there afterwards; empty when a person must decide.
  var edits: [(range: Range<Int>, text: String)] = []
}

/// The slips of one document, which become one finding a kind.
struct WritingFaults: Sendable {
  private struct Kind: Hashable {
    let code: String
    let outcome: Outcome
  }
  private struct Found {
    var example: String
    var count = 0
    var pieces: [Element.Piece] = []
    var edits: [Edit] = []
  }
  private var found: [Kind: Found] = [:]

  /// Adds the slips of a paragraph that are looked at.
  mutating func add(_ faults: [WritingFault], in text: WritingText) {
    for fault in faults {
      guard let first = fault.ranges.first, fault.ranges.allSatisfy({ text.isOpen($0.lowerBound) }) else {
        continue
      }
      let kind = Kind(code: fault.code, outcome: fault.outcome)
      // Changed in place: a copy for each of many slips would cost their square.
      if found[kind] == nil { found[kind] = Found(example: text.surroundings(of: first)) }
      found[kind]?.count += 1
      found[kind]?.pieces += fault.ranges.map { Element.Piece(paragraph: text.paragraph, range: $0) }
      found[kind]?.edits += fault.edits.map {
        Edit.replaceText($0.text, paragraph: text.paragraph, range: $0.range)
      }
    }
  }

  /// The verdict on the text: one violation a kind, in the order of `codes`.
  func verdict(codes: [String]) -> Verdict {
    let order: [Outcome] = [.failed, .cantTell, .passed]
    let worst = order.first { outcome in found.keys.contains { $0.outcome == outcome } } ?? .passed
    var violations: [Violation] = []
    for code in codes {
      for outcome in order {
        guard let entry = found[Kind(code: code, outcome: outcome)] else { continue }
        violations.append(violation(code, outcome, entry, isWorst: outcome == worst))
      }
    }
    let reason = worst == .cantTell ? violations.first { $0.outcome == nil }?.message : nil
    return Verdict(worst, violations: violations, reason: reason)
  }

  private func violation(_ code: String, _ outcome: Outcome, _ entry: Found, isWorst: Bool) -> Violation {
    let key = outcome == .cantTell ? "\(code).review" : "\(code).failed"
    let message = Message(
      key, ["count": .text(String(entry.count)), "example": .text(entry.example)])
    let pieces = entry.pieces.sorted {
      ($0.paragraph, $0.range?.lowerBound ?? 0) < ($1.paragraph, $1.range?.lowerBound ?? 0)
    }
    let safety: FixSafety = outcome == .failed ? .safe : .needsReview
    return Violation(
      code: code, outcome: isWorst ? nil : outcome, message,
      actual: Message("typography.name", ["name": .text(entry.example)]), at: pieces,
      fix: entry.edits.isEmpty ? nil : Fix(safety: safety, edits: entry.edits))
  }
}

/// Looks for slips in every paragraph of a text.
protocol WritingRule: Rule where Subject == RoleText {
  /// Whether text in table cells is looked at too.
  var tables: Bool? { get }
  /// What a paragraph must hold for the rule to find anything in it.
  static var marks: TextCensus.Marks { get }
  func faults(in places: [WritingPlace], of document: Document) -> WritingFaults
}

extension WritingRule {
  static var tablesSetting: Setting { Setting("tables", .flag, standard: "false") }

  /// The verdict on the paragraphs of a text, taken together.
  func judge(_ text: RoleText, in context: CheckContext) -> Verdict {
    let texts = WritingTexts(of: text, in: context, tables: tables ?? false, marks: Self.marks)
    guard texts.paragraphs > 0 else { return .inapplicable(Message("typography.nothing")) }
    return faults(in: texts.places, of: context.document.document).verdict(codes: Self.description.subcodes)
      .judging(paragraphs: texts.paragraphs, characters: texts.characters)
  }
}
