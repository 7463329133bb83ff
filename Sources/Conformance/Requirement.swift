import Findings
import Messages

/// One line of a spec: what must hold of what, who says so, and how much it matters.
public struct Requirement: Sendable {
  public let id: String
  public let clause: Clause
  public let severity: Severity
  public let roles: [SubjectRole]
  /// What the requirement is checked by.
  public enum Check: Sendable {
    case rule(any Rule)
    /// The clause stands in the spec and is not checked yet, or cannot be by a machine; says why.
    case notYet(code: String, title: String, reason: String)
  }
  public let check: Check

  public init(
    id: String, clause: Clause, severity: Severity, roles: [SubjectRole], check: Check
  ) {
    self.id = id
    self.clause = clause
    self.severity = severity
    self.roles = roles
    self.check = check
  }

  /// The code of its findings.
  public var code: String {
    switch check {
    case .rule(let rule): type(of: rule).description.code
    case .notYet(let code, _, _): code
    }
  }
}

/// A publishing spec: what is required of a publication, and who requires it.
public struct Specification: Sendable {
  public let id: String
  public let title: String
  public let source: String
  /// SHA-256 of the text that it was read from, in hexadecimal.
  public let sha256: String
  public let requirements: [Requirement]

  public init(
    id: String, title: String, source: String, sha256: String, requirements: [Requirement]
  ) {
    self.id = id
    self.title = title
    self.source = source
    self.sha256 = sha256
    self.requirements = requirements
  }
}

extension Rule {
  /// The verdict on all subjects of some roles, in order.
  public func check(on roles: [SubjectRole], in context: CheckContext) -> [Verdict] {
    var verdicts: [Verdict] = []
    Subject.each(of: roles, in: context) { verdicts.append(check($0, in: context)) }
    return verdicts
  }

  /// The same for a document by itself.
  public func check(on roles: [SubjectRole], in document: StructuredDocument) -> [Verdict] {
    check(on: roles, in: CheckContext(document: document))
  }
}
