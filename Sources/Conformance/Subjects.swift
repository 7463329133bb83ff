import DocumentModel

/// All text of one or several roles, looked at as one: what typography is required of.
public struct RoleText: Checkable {
  public let roles: [ElementRole]
  /// The elements of those roles, in document order.
  public let elements: [Element]
  /// The lowest certainty of the elements; 0 when there are none.
  public let certainty: Double

  public init(roles: [ElementRole], elements: [Element]) {
    self.roles = roles
    self.elements = elements
    // By index: a walk over the elements would copy every one of them.
    certainty = elements.indices.lazy.map { elements[$0].certainty }.min() ?? 0
  }

  public static func canHold(_ role: SubjectRole) -> Bool { role != .document }

  public static func all(of roles: [SubjectRole], in document: StructuredDocument) -> [RoleText] {
    let wanted = roles.compactMap { if case .element(let role) = $0 { role } else { nil } }
    return [RoleText(roles: wanted, elements: document.elements(of: wanted))]
  }
}

/// The document as a whole.
public struct WholeDocument: Checkable {
  public let document: StructuredDocument

  public static func canHold(_ role: SubjectRole) -> Bool { role == .document }

  public static func all(of roles: [SubjectRole], in document: StructuredDocument) -> [WholeDocument] {
    roles.contains(.document) ? [WholeDocument(document: document)] : []
  }
}
