/// The names that a reader knows, so that it can switch over small numbers instead of comparing text.
///
/// Names are given by an enumeration with `UInt16` raw values from 0, whose case names are the local
/// names of elements and attributes: `case p, r, t, rPr`.
public struct XMLNames: Sendable {
  /// Local names; the index is the raw value.
  let locals: [String]
  /// Namespace URIs with the raw value of the namespace that they mean; several URIs may mean one
  /// (strict and transitional).
  let namespaces: [(uri: String, id: UInt8)]

  public init(locals: [String], namespaces: [(uri: String, id: UInt8)]) {
    self.locals = locals
    self.namespaces = namespaces
  }
}

/// The number of a name or namespace that is not in the table.
public enum XMLUnknown {
  public static let name = UInt16.max
  public static let namespace = UInt8.max
  /// No namespace at all, as with attributes that have no prefix.
  public static let noNamespace: UInt8 = UInt8.max - 1
}
