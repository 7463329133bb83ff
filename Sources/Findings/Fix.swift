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
  case setAlignment(Alignment, paragraph: Int)
  case replaceText(String, paragraph: Int, range: Range<Int>)
  /// The colour of a stretch; automatic where none is given.
  case setColor(Color?, paragraph: Int, range: Range<Int>?)
  /// A drawing, picture or object taken out, by its index in `Document.figures`.
  case removeFigure(Int)
  /// A property of the file left empty.
  case clearProperty(FileProperty)
  case removeComments
  /// Every tracked change taken as made: the text that was judged.
  case acceptRevisions
  case detachTemplate
  case removeMacros

  /// A property that names people.
  public enum FileProperty: String, Hashable, Sendable, CaseIterable {
    case creator, lastModifiedBy, manager
  }
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
