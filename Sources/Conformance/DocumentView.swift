import Synchronization

/// Something about a document that several rules need and that is worked out once: the characters of its
/// paragraphs, the private numbers in it, its numbered items.
///
/// A pure function of the document, so that it makes no difference which rule asks first.
public protocol DocumentView: Sendable {
  /// Works it out; may ask the context for other views, never for itself.
  init(in context: CheckContext)
}

/// The views of one document that were asked for so far, and the texts of roles.
final class DocumentViews: Sendable {
  private let made = Mutex<[ObjectIdentifier: any DocumentView]>([:])
  /// A handful: to compare their roles is cheaper than to hash them.
  private let texts = Mutex<[RoleText]>([])
  private let places = Mutex<RolePlaces?>(nil)

  /// The text of some roles: many requirements are about the same text.
  func text(of roles: [ElementRole], in document: StructuredDocument) -> RoleText {
    if let known = texts.withLock({ $0.first { $0.roles == roles } }) { return known }
    let (found, certainty) = places.withLock { places in
      let known = places ?? RolePlaces(document.elements)
      places = known
      return known[roles]
    }
    let text = RoleText(roles: roles, all: document.elements, places: found, certainty: certainty)
    texts.withLock { $0.append(text) }
    return text
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
