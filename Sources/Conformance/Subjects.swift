import DocumentModel

/// All text of one or several roles, looked at as one: what typography is required of.
public struct RoleText: Checkable {
  public let roles: [ElementRole]
  /// All elements of the document.
  public let all: [Element]
  /// Where in `all` those of the roles are, in document order: a copy of each would cost more than most rules do.
  public let places: [Int]
  /// The lowest certainty of the elements; 0 when there are none.
  public let certainty: Double

  /// The elements of those roles, in document order.
  public var elements: [Element] { places.map { all[$0] } }

  /// - Parameter places: indices of `all`.
  public init(roles: [ElementRole], all: [Element], places: [Int]) {
    self.roles = roles
    self.all = all
    self.places = places
    var lowest: Double?
    for place in places where all[place].certainty < lowest ?? .infinity { lowest = all[place].certainty }
    certainty = lowest ?? 0
  }

  init(roles: [ElementRole], all: [Element], places: [Int], certainty: Double) {
    self.roles = roles
    self.all = all
    self.places = places
    self.certainty = certainty
  }

  public init(roles: [ElementRole], of document: StructuredDocument) {
    self.init(roles: roles, all: document.elements, places: document.places(of: roles))
  }

  public static func canHold(_ role: SubjectRole) -> Bool { role != .document }

  public static func all(of roles: [SubjectRole], in document: StructuredDocument) -> [RoleText] {
    [RoleText(roles: wanted(roles), of: document)]
  }

  public static func each(of roles: [SubjectRole], in context: CheckContext, _ use: (RoleText) -> Void) {
    use(context.text(of: wanted(roles)))
  }

  private static func wanted(_ roles: [SubjectRole]) -> [ElementRole] {
    roles.compactMap { if case .element(let role) = $0 { role } else { nil } }
  }
}

/// The document as a whole.
public struct WholeDocument: Checkable {
  public let document: StructuredDocument

  public static func canHold(_ role: SubjectRole) -> Bool { role == .document }

  public static func all(of roles: [SubjectRole], in document: StructuredDocument) -> [WholeDocument] {
    roles.contains(.document) ? [WholeDocument(document: document)] : []
  }

  public static func each(of roles: [SubjectRole], in context: CheckContext, _ use: (WholeDocument) -> Void) {
    if roles.contains(.document) { use(WholeDocument(document: context.document)) }
  }
}
