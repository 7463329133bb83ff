import DocumentModel
import Messages

/// Everything that one run found, ready to be printed. Same input, same report, in the same order.
public struct Report: Sendable {
  public var toolVersion: String
  public var spec: SpecSummary
  public var publications: [PublicationReport]

  public init(toolVersion: String, spec: SpecSummary, publications: [PublicationReport]) {
    self.toolVersion = toolVersion
    self.spec = spec
    self.publications = publications
  }
}

/// The spec that a report was made by.
public struct SpecSummary: Sendable, Hashable {
  public var id: String
  public var title: String
  public var source: String
  /// SHA-256 of the spec's text, in hexadecimal.
  public var sha256: String

  public init(id: String, title: String, source: String, sha256: String) {
    self.id = id
    self.title = title
    self.source = source
    self.sha256 = sha256
  }
}

/// What was found about one publication (公开件).
public struct PublicationReport: Sendable {
  /// Stable for the same members.
  public var id: String
  /// The title of the text, or the file's name where no title was found.
  public var title: String
  public var members: [Member]
  /// One for every requirement of the spec, in the order of the spec.
  public var outcomes: [RequirementOutcome]
  public var findings: [Finding]
  /// Why pictures of places are missing, where they are wanted.
  public var pagePictureGap: PagePictureGap?

  public init(
    id: String, title: String, members: [Member], outcomes: [RequirementOutcome] = [],
    findings: [Finding] = []
  ) {
    self.id = id
    self.title = title
    self.members = members
    self.outcomes = outcomes
    self.findings = findings
  }

  public func count(_ outcome: Outcome) -> Int { outcomes.count { $0.outcome == outcome } }
}

/// What is not installed where pictures of places in pages are missing.
public enum PagePictureGap: Sendable, Hashable {
  /// The program that draws them: poppler-utils.
  case program
  /// Its tables of Chinese characters, which it needs for fonts that are not in the file: poppler-data.
  case characters
}

/// A file of a publication.
public struct Member: Sendable {
  /// How far the file got.
  public enum Status: String, Sendable { case checked, unreadable }

  /// The path as given, bytes that are no UTF-8 shown as `\xNN`.
  public var path: String
  /// What the file is to the publication: `word`, `pdf`, `page`, `annex`.
  public var role: String
  public var format: FileFormat?
  public var sha256: String?
  public var status: Status
  public var error: ReadError?
  /// What the text was recognised to be: title, number, date, issuer …
  public var elements: [ElementSummary]
  public var notes: [ReadNote]
  /// How much was looked at.
  public var extent: Extent
  /// The program that wrote the file, as it names itself.
  public var application: String?

  public init(
    path: String, role: String, format: FileFormat? = nil, sha256: String? = nil, status: Status,
    error: ReadError? = nil, elements: [ElementSummary] = [], notes: [ReadNote] = [],
    extent: Extent = Extent(), application: String? = nil
  ) {
    self.path = path
    self.role = role
    self.format = format
    self.sha256 = sha256
    self.status = status
    self.error = error
    self.elements = elements
    self.notes = notes
    self.extent = extent
    self.application = application
  }
}

/// How much of a document was looked at.
public struct Extent: Sendable, Hashable {
  public var paragraphs = 0
  /// Characters of all stories, white space left out.
  public var characters = 0
  public var tables = 0
  public var figures = 0

  public init(paragraphs: Int = 0, characters: Int = 0, tables: Int = 0, figures: Int = 0) {
    self.paragraphs = paragraphs
    self.characters = characters
    self.tables = tables
    self.figures = figures
  }
}

/// An element as the report shows it.
public struct ElementSummary: Sendable, Hashable {
  /// The role's name in the contract: `title`, `number`, `date`, `issuer` …
  public var role: String
  public var text: String
  /// For dates, `2022-03-01`.
  public var iso: String?
  /// From 0 to 1.
  public var certainty: Double
  /// Why it is thought to be that.
  public var reason: Message?
  public var place: Place?

  public init(
    role: String, text: String, iso: String? = nil, certainty: Double, reason: Message? = nil,
    place: Place? = nil
  ) {
    self.role = role
    self.text = text
    self.iso = iso
    self.certainty = certainty
    self.reason = reason
    self.place = place
  }
}

/// The verdict on one requirement.
public struct RequirementOutcome: Sendable, Hashable {
  public var requirement: String
  public var code: String
  /// A few words that name the requirement: `标题字体`.
  public var title: Message
  public var clause: Clause
  public var severity: Severity
  public var outcome: Outcome
  /// The path of the member that was judged; `nil` when the publication as a whole was.
  public var member: String?
  /// Why nothing was judged, or why it could not be decided.
  public var reason: Message?
  /// How much text the verdict rests on, in paragraphs and in judged characters.
  public var judgedParagraphs: Int
  public var judgedCharacters: Int

  public init(
    requirement: String, code: String, title: Message, clause: Clause, severity: Severity,
    outcome: Outcome, member: String? = nil, reason: Message? = nil, judgedParagraphs: Int = 0,
    judgedCharacters: Int = 0
  ) {
    self.requirement = requirement
    self.code = code
    self.title = title
    self.clause = clause
    self.severity = severity
    self.outcome = outcome
    self.member = member
    self.reason = reason
    self.judgedParagraphs = judgedParagraphs
    self.judgedCharacters = judgedCharacters
  }
}

/// Counts over a whole report.
public struct Summary: Sendable, Hashable {
  public var publications = 0
  public var members = 0
  public var passed = 0
  public var failed = 0
  public var cantTell = 0
  public var untested = 0
  public var unreadable = 0

  public init() {}

  /// Counts one more publication.
  public mutating func add(_ publication: PublicationReport) {
    publications += 1
    members += publication.members.count
    unreadable += publication.members.count { $0.status == .unreadable }
    passed += publication.count(.passed)
    failed += publication.count(.failed)
    cantTell += publication.count(.cantTell)
    untested += publication.count(.untested)
  }
}

extension Report {
  public var summary: Summary {
    var summary = Summary()
    for publication in publications { summary.add(publication) }
    return summary
  }
}
