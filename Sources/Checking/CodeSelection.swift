import Conformance
import Findings
import Messages

/// Which codes a user wants to hear of.
public struct CodeSelection: Sendable, Hashable {
  /// Only these; empty for all.
  public var selected: Set<String>
  /// Not these.
  public var ignored: Set<String>

  public static let all = CodeSelection(selected: [], ignored: [])

  public init(selected: Set<String>, ignored: Set<String>) {
    self.selected = selected
    self.ignored = ignored
  }

  /// Whether a requirement is looked at at all: its own code or one of its sub-codes is wanted.
  func includes(_ requirement: Requirement) -> Bool {
    guard !ignored.contains(requirement.code) else { return false }
    return selected.isEmpty || !selected.isDisjoint(with: requirement.codes)
  }

  /// Whether a finding of a requirement is wanted.
  func includes(_ code: String, of requirement: Requirement) -> Bool {
    guard !ignored.contains(code) else { return false }
    return selected.isEmpty || selected.contains(code) || selected.contains(requirement.code)
  }
}

extension Requirement {
  /// Every code that its findings can carry.
  public var codes: [String] {
    switch check {
    case .rule(let rule): [type(of: rule).description.code] + type(of: rule).description.subcodes
    case .notYet(let code, _, _): [code]
    }
  }
}

extension Specification {
  /// Every code of the spec, in its order.
  public var codes: [String] {
    var seen: Set<String> = []
    return requirements.flatMap(\.codes).filter { seen.insert($0).inserted }
  }
}
