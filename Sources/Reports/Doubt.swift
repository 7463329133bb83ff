import Findings
import Messages

/// Undecided requirements that no finding speaks of. Those of one cause stand together: where it is not sure
/// which line is the title, nothing about the title can be judged, and that is one thing to look at.
struct Doubt {
  /// In the order of the spec; never empty.
  var outcomes: [RequirementOutcome]

  var reason: Message? { outcomes.first?.reason }
  var codes: [String] { outcomes.map(\.code) }
  var severity: Severity { outcomes.map(\.severity).max() ?? .info }
  var clause: Clause? { outcomes.first?.clause }

  /// `标题字体`, or `标题字体等4项`.
  var title: Message {
    let first = outcomes.first?.title ?? Message("outcome.cantTell")
    if outcomes.count < 2 { return first }
    return Message("doubt.several", ["first": .message(first), "n": .number(outcomes.count)])
  }

  /// What the doubt leaves open, where that is more than its title says.
  var members: Message? {
    if outcomes.count < 2 { return nil }
    return Message("doubt.members", ["titles": .list(outcomes.map(\.title))])
  }
}

extension PublicationReport {
  var doubts: [Doubt] {
    var doubts: [Doubt] = []
    let told = Set(findings.map(\.requirement))
    for outcome in outcomes where outcome.outcome == .cantTell && !told.contains(outcome.requirement) {
      if let reason = outcome.reason, let index = doubts.firstIndex(where: { $0.reason == reason }) {
        doubts[index].outcomes.append(outcome)
      } else {
        doubts.append(Doubt(outcomes: [outcome]))
      }
    }
    return doubts
  }
}
