import Conformance
import Findings
import Messages

/// What the verdicts on several subjects come to: the worst of them decides.
struct VerdictSummary {
  let outcome: Outcome
  let reason: Message?
  let paragraphs: Int
  let characters: Int
  /// The outcomes of the findings that are shown.
  var shown: Set<Outcome> = []

  init(_ verdicts: [Verdict]) {
    let worst = verdicts.max { Self.rank($0.outcome) < Self.rank($1.outcome) }
    outcome = worst?.outcome ?? .inapplicable
    reason = worst == nil ? Message("check.noSubject") : worst?.reason
    paragraphs = verdicts.reduce(0) { $0 + $1.judgedParagraphs }
    characters = verdicts.reduce(0) { $0 + $1.judgedCharacters }
  }

  private static func rank(_ outcome: Outcome) -> Int {
    switch outcome {
    case .inapplicable: 0
    case .passed: 1
    case .untested: 2
    case .cantTell: 3
    case .failed: 4
    }
  }
}
