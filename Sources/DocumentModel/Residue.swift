/// What a document carries beside the text that readers see: what must be gone before it is published.
public struct Residue: Hashable, Sendable {
  public var insertions = 0
  public var deletions = 0
  public var moves = 0
  public var formatChanges = 0
  public var comments = 0
  /// The names that revisions and comments carry, each once, in order of appearance.
  public var authors: [String] = []
  /// Hidden text, the first stretches of it.
  public var hiddenText: [String] = []
  public var hiddenRuns = 0
  /// Content controls that still show their placeholder text.
  public var placeholders = 0
  /// The target of an attached template.
  public var attachedTemplate: String?
  /// Targets outside the package that are loaded with the document (pictures, templates, objects).
  public var externalTargets: [String] = []
  /// Parts that hold embedded objects.
  public var embeddedParts: [String] = []
  public var hasMacros = false
  public var activeXControls = 0
  /// Scripts and actions that run when the file is opened or clicked (ISO 32000-1, 12.6.4).
  public var scripts = 0
  public var launchActions = 0
  /// Parts that hold digital signatures.
  public var signatureParts: [String] = []
  /// Parts and properties that hold more than 10 kB of Base64 that is no picture, as makers of seals leave them.
  public var encodedParts: [String] = []
  /// Pieces that are included by reference and were not read (`w:altChunk`, `w:subDoc`).
  public var unreadInclusions = 0

  public init() {}

  /// Counts a stretch of hidden text and keeps the beginning of the first twenty.
  public mutating func noteHidden(_ text: some StringProtocol) {
    hiddenRuns += 1
    if hiddenText.count < 20 { hiddenText.append(String(text.prefix(80))) }
  }
}

/// What the file says of itself (ECMA-376-1, 15.2.12.1 and 15.2.12.3; ECMA-376-2, 11).
public struct Metadata: Hashable, Sendable {
  public var title: String?
  public var subject: String?
  public var creator: String?
  public var lastModifiedBy: String?
  public var keywords: String?
  /// As written in the file, usually ISO 8601 in UTC.
  public var created: String?
  public var modified: String?
  public var company: String?
  public var manager: String?
  public var application: String?
  public var applicationVersion: String?
  public var template: String?
  /// Custom properties by name.
  public var custom: [String: String] = [:]

  public init() {}
}
