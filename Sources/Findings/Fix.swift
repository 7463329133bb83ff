import DocumentModel

/// What applying a fix may cost.
public enum FixSafety: String, Sendable, Hashable {
  /// Changes only what is wrong; the meaning cannot change.
  case safe
  /// A person must agree.
  case needsReview
}

/// One change to a document, in the document's own terms; a writer turns it into bytes.
public enum Edit: Hashable, Sendable {
  /// The East-Asian face of a stretch of a paragraph, in Unicode scalars; `nil` for all of it.
  case setEastAsianFace(String, paragraph: Int, range: Range<Int>?)
  case setSize(Length, paragraph: Int, range: Range<Int>?)
  case setBold(Bool, paragraph: Int, range: Range<Int>?)
  case setLineSpacing(LineSpacing, paragraph: Int)
  case replaceText(String, paragraph: Int, range: Range<Int>)
}

/// A correction that is certain enough to be proposed.
public struct Fix: Hashable, Sendable {
  public let safety: FixSafety
  public let edits: [Edit]

  public init(safety: FixSafety, edits: [Edit]) {
    self.safety = safety
    self.edits = edits
  }
}
