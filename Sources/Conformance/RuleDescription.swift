import DocumentModel
import Findings

/// What a rule is, for people: the source of `explain`, of `rules` and of its page in `docs/rules/`.
///
/// The words are in the catalogue under the code: `CODE.title` (a few words), `CODE.summary` (one
/// sentence), `CODE.why`, `CODE.word` and `CODE.wps` (how to change it; `CODE.wps` may be absent where
/// WPS takes the same steps).
public struct RuleDescription: Sendable {
  /// The code of its findings, such as `FMT-title-font`; also the name that a spec gives in `rule:`.
  public let code: String
  /// Codes of its own that single violations carry, each with the same keys in the catalogue.
  public let subcodes: [String]
  /// The documents that say so, such as `GB/T 9704-2012, 7.2.5`.
  public let sources: [String]
  /// The keys that a spec line may give beside the common ones.
  public let settings: [Setting]
  public let examples: [Example]

  public init(
    code: String, subcodes: [String] = [], sources: [String], settings: [Setting] = [], examples: [Example]
  ) {
    self.code = code
    self.subcodes = subcodes
    self.sources = sources
    self.settings = settings
    self.examples = examples
  }
}

/// A key that a spec line may give to a rule: for the page of the rule and for the JSON Schema of specs.
///
/// The words are in the catalogue under `setting.NAME`.
public struct Setting: Sendable, Hashable {
  /// What may stand behind the key.
  public enum Kind: Sendable, Hashable {
    case text
    /// A name of a face or of its class: `宋体`.
    case face
    /// A length with a unit, or the name of a font size: `18pt`, `小二`.
    case length
    case number
    /// From 0 to 1.
    case share
    case flag
    /// One of some words.
    case choice([String])
    indirect case list(Kind)
  }
  /// The key, which is the name of a stored property of the rule.
  public let name: String
  public let kind: Kind
  /// The value where the spec gives none, as YAML; `nil` when the spec must give one.
  public let standard: String?

  public init(_ name: String, _ kind: Kind, standard: String? = nil) {
    self.name = name
    self.kind = kind
    self.standard = standard
  }
}

/// A small document with the verdict that a rule must give on it: test and documentation at once.
public struct Example: Sendable {
  /// What the example shows, in Chinese: it stands on the page that clerks read.
  public let title: String
  /// The settings as YAML, one `key: value` a line; empty for the rule's defaults.
  public let settings: String
  /// The roles that the rule is asked about.
  public let roles: [SubjectRole]
  public let document: StructuredDocument
  /// The day of the check, where it matters.
  public let today: CalendarDay?
  public let outcome: Outcome
  /// The codes of the violations, in order; the rule's own code where a violation has none.
  public let codes: [String]
  /// Where the example stands, so that a failing one points at itself.
  public let file: String
  public let line: Int

  public init(
    _ title: String, settings: String = "", on roles: [SubjectRole], _ document: StructuredDocument,
    today: String? = nil, _ outcome: Outcome, codes: [String] = [], file: String = #fileID, line: Int = #line
  ) {
    self.title = title
    self.settings = settings
    self.roles = roles
    self.document = document
    self.today = today.flatMap { CalendarDay($0) }
    self.outcome = outcome
    self.codes = codes
    self.file = file
    self.line = line
  }
}

/// The rules that a program knows.
public struct RuleList: Sendable {
  public let types: [any Rule.Type]

  public init(_ types: [any Rule.Type]) { self.types = types }

  /// The rule of a code, or the one that a sub-code belongs to.
  public subscript(code: String) -> (any Rule.Type)? {
    types.first { $0.description.code == code }
      ?? types.first { $0.description.subcodes.contains(code) }
  }
}
