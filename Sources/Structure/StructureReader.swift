import Conformance
import DocumentModel
import Messages

/// Recognises what each paragraph of an official document is.
///
/// Roles come from words, place and look together (GB/T 9704-2012, 7): each element carries how certain it
/// is and why. What shows signs of a role and is not certain enough becomes a doubt, never a guess. The name
/// of the file is never looked at. The work is linear in the number of paragraphs.
public struct StructureReader: Sendable {
  public init() {}

  /// Recognises the parts of a document.
  ///
  /// An `issuer` whose reason is `structure.issuer.fromTitle` is named by the title and stands at no
  /// sign-off; a `date` whose reason is `structure.date.fromCaption` is the last adoption in the caption.
  public func elements(of document: Document) -> StructuredDocument {
    let outline = Outline(document)
    guard !outline.lines.isEmpty else {
      let empty = Message("structure.doubt.empty")
      let roles: [ElementRole] = [.title, .number, .date, .issuer, .body]
      return StructuredDocument(
        document: document, doubts: Dictionary(roles.map { ($0, empty) }, uniquingKeysWith: { a, _ in a })
      ).doubtingUnreadPages()
    }
    var draft = Draft(outline)
    var head = HeadReader(outline)
    head.read(into: &draft)
    draft.bodyStart = ContentsReader(outline: outline).read(from: draft.bodyStart, into: &draft)
    SignOffReader(outline: outline, title: head.title).read(into: &draft)
    CaptionDate(outline: outline).read(into: &draft)
    OrderReader(outline: outline, title: head.title).read(into: &draft)
    if let published = draft.published {
      let start = ContentsReader(outline: outline).read(from: published.lowerBound, into: &draft)
      draft.published = start..<max(start, published.upperBound)
    }
    AnnexReader(outline: outline, title: head.title).read(into: &draft)
    BodyReader(outline: outline).read(into: &draft)
    return StructuredDocument(document: document, elements: draft.ordered, doubts: draft.doubts)
      .doubtingUnreadPages()
  }
}
