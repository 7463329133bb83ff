import Synchronization

/// Something about a document that several rules need and that is worked out once: the characters of its
/// paragraphs, the private numbers in it, its numbered items.
///
/// A pure function of the document, so that it makes no difference which rule asks first.
public protocol DocumentView: Sendable {
  /// Works it out; may ask the context for other views, never for itself.
  init(in context: CheckContext)
}

/// The views of one document that were asked for so far, and the subjects that rules were asked about.
final class DocumentViews: Sendable {
  private struct SubjectKey: Hashable {
    let type: ObjectIdentifier
    let roles: [SubjectRole]
  }
  private let made = Mutex<[ObjectIdentifier: any DocumentView]>([:])
  private let subjects = Mutex<[SubjectKey: any Sendable]>([:])

  /// The subjects of some roles: many requirements are about the same text.
  func subjects<Subject: Checkable>(
    _ type: Subject.Type, of roles: [SubjectRole], in document: StructuredDocument
  ) -> [Subject] {
    let key = SubjectKey(type: ObjectIdentifier(type), roles: roles)
    if let known = subjects.withLock({ $0[key] }) as? [Subject] { return known }
    let found = Subject.all(of: roles, in: document)
    subjects.withLock { $0[key] = found }
    return found
  }

  func view<View: DocumentView>(_ type: View.Type, in context: CheckContext) -> View {
    let key = ObjectIdentifier(type)
    if let known = made.withLock({ $0[key] }) as? View { return known }
    // Made outside the lock: a view may be made of other views. Two that are made at once are equal.
    let view = View(in: context)
    made.withLock { $0[key] = view }
    return view
  }
}
