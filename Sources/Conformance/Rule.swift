import DocumentModel
import Findings
import Messages

/// One kind of check. A value of the type is the check with its settings: its stored properties are the
/// keys that a spec line may give beside `id`, `clause`, `on`, `severity` and `rule`.
///
/// A rule never throws, never decides severity, and never words the law: the spec does.
public protocol Rule: Codable, Sendable {
  /// What the rule looks at, one at a time.
  associatedtype Subject: Checkable
  static var description: RuleDescription { get }
  /// What it rests on: without that it cannot tell.
  static var grounds: Grounds { get }
  /// Whether the rule looks at `Figure.ink`, which is measured only where some rule does.
  static var looksAtPictures: Bool { get }
  func check(_ subject: Subject, in context: CheckContext) -> Verdict
  /// What it says of a file that no reader could open; `nil` for what only a document can tell.
  func check(refusal: ReadError) -> Verdict?
}

extension Rule {
  public static var grounds: Grounds { [.text, .chinese] }
  public static var looksAtPictures: Bool { false }
  public func check(refusal: ReadError) -> Verdict? { nil }
}

/// What of a document could be read, and what a rule rests on.
public struct Grounds: OptionSet, Sendable, Hashable {
  public let rawValue: Int
  public init(rawValue: Int) { self.rawValue = rawValue }

  /// The words. A scan has none, and rules that do not need them are asked about it.
  public static let text = Grounds(rawValue: 1)
  /// Faces, sizes, colours, spacing; of Chinese words, for the sizes of letters are another matter.
  public static let looks = Grounds(rawValue: 2 | chinese.rawValue)
  /// What is beside the words: pages, pictures, properties, what is left of the making.
  public static let surroundings = Grounds(rawValue: 4)
  /// That the words are Chinese: what holds of official documents says nothing of a text in another language.
  public static let chinese = Grounds(rawValue: 8)
  public static let all: Grounds = [.text, .looks, .surroundings, .chinese]
}

/// Something that rules look at.
public protocol Checkable: Sendable {
  /// Whether a role can be looked at as such a subject; the spec is refused when it cannot.
  static func canHold(_ role: SubjectRole) -> Bool
  /// The subjects of some roles in a document; several roles make one subject where that is sensible.
  static func all(of roles: [SubjectRole], in document: StructuredDocument) -> [Self]
  /// Hands on the same one by one, from what is known of the document already.
  static func each(of roles: [SubjectRole], in context: CheckContext, _ use: (Self) -> Void)
}

extension Checkable {
  public static func each(of roles: [SubjectRole], in context: CheckContext, _ use: (Self) -> Void) {
    for subject in all(of: roles, in: context.document) { use(subject) }
  }
}

/// What a requirement is `on`: the document as a whole, or elements of a role.
public enum SubjectRole: Hashable, Sendable {
  case document
  case element(ElementRole)

  /// The role as a spec writes it: `document`, `title`, `heading1`.
  public init?(name: String) {
    if name == "document" {
      self = .document
    } else if let role = ElementRole(rawValue: name) {
      self = .element(role)
    } else {
      return nil
    }
  }

  public var name: String {
    switch self {
    case .document: "document"
    case .element(let role): role.rawValue
    }
  }
}

/// What a rule may know beside its subject.
public struct CheckContext: Sendable {
  public let document: StructuredDocument
  /// The day of the check, where the caller gives one: rules ask no clock.
  public let today: CalendarDay?
  private let views = DocumentViews()

  public init(document: StructuredDocument, today: CalendarDay? = nil) {
    self.document = document
    self.today = today
  }

  /// What several rules need to know of the document, worked out when the first of them asks.
  public func view<View: DocumentView>(_ type: View.Type) -> View { views.view(type, in: self) }

  /// The text of some roles.
  public func text(of roles: [ElementRole]) -> RoleText { views.text(of: roles, in: document) }
}

/// What a rule says of one subject. "No violation" and "could not look" never read the same.
public struct Verdict: Sendable, Hashable {
  /// Never `untested`: that is for requirements that no rule was asked about.
  public var outcome: Outcome
  /// What is wrong (`failed`), in doubt (`cantTell`), or worth a remark (`passed`).
  public var violations: [Violation]
  /// Why the outcome is `cantTell` or `inapplicable`; what it rests on where `passed` needs saying so.
  public var reason: Message?
  public var judgedParagraphs = 0
  public var judgedCharacters = 0

  public init(_ outcome: Outcome, violations: [Violation] = [], reason: Message? = nil) {
    self.outcome = outcome
    self.violations = violations
    self.reason = reason
  }

  public static let conforms = Verdict(.passed)
  public static func conforms(remarks: [Violation]) -> Verdict {
    Verdict(.passed, violations: remarks)
  }
  public static func violates(_ violations: [Violation]) -> Verdict {
    Verdict(.failed, violations: violations)
  }
  public static func cannotTell(_ reason: Message, _ doubts: [Violation] = []) -> Verdict {
    Verdict(.cantTell, violations: doubts, reason: reason)
  }
  public static func inapplicable(_ reason: Message) -> Verdict {
    Verdict(.inapplicable, reason: reason)
  }

  /// The same verdict with the amount of text that it rests on.
  public func judging(paragraphs: Int, characters: Int) -> Verdict {
    var copy = self
    copy.judgedParagraphs = paragraphs
    copy.judgedCharacters = characters
    return copy
  }
}

/// One cause, with all its places.
public struct Violation: Sendable, Hashable {
  /// A code of its own, such as `DN-bracket`; `nil` is the rule's own code.
  public var code: String?
  /// The outcome of this violation where it differs from the verdict's.
  public var outcome: Outcome?
  public var message: Message
  public var actual: Message?
  public var expected: Message?
  /// Where; in document order. The checker turns them into quotes.
  public var pieces: [Element.Piece]
  /// Where on pages, for what is no part of a paragraph; in page order.
  public var spots: [PageSpot]
  /// The properties whose layers prove the fault, at the first piece.
  public var properties: [TracedProperty]
  public var fix: Fix?
  /// Whether the words at its places are private: then no quote of the report shows them, nor does a quote
  /// of any other finding. The messages must hold nothing of them that is not masked.
  public var masks: Bool
  /// The part of a picture that shows it.
  public var exhibit: Exhibit?

  public init(
    code: String? = nil, outcome: Outcome? = nil, _ message: Message, actual: Message? = nil,
    expected: Message? = nil, at pieces: [Element.Piece], on spots: [PageSpot] = [],
    proving properties: [TracedProperty] = [], fix: Fix? = nil, masks: Bool = false,
    exhibit: Exhibit? = nil
  ) {
    self.code = code
    self.outcome = outcome
    self.message = message
    self.actual = actual
    self.expected = expected
    self.pieces = pieces
    self.spots = spots
    self.properties = properties
    self.fix = fix
    self.masks = masks
    self.exhibit = exhibit
  }
}

/// A part of a picture that a report shows.
public struct Exhibit: Sendable, Hashable {
  /// The index in `Document.figures`.
  public var figure: Int
  /// In shares of the picture's width and height.
  public var region: Box

  public init(figure: Int, region: Box) {
    self.figure = figure
    self.region = region
  }
}

/// A place on a page that is no part of a paragraph: a picture, a stamp, the page itself.
public struct PageSpot: Sendable, Hashable {
  /// 1-based.
  public var page: Int
  /// `nil` is the whole page.
  public var box: Box?

  public init(page: Int, box: Box? = nil) {
    self.page = page
    self.box = box
  }
}
