/// An attribute of a start tag. The value is UTF-8 with entities resolved, valid during the call only.
public struct XMLAttribute {
  public let name: UInt16
  public let namespace: UInt8
  public let value: UnsafeBufferPointer<UInt8>

  @inlinable @inline(__always)
  init(name: UInt16, namespace: UInt8, value: UnsafeBufferPointer<UInt8>) {
    self.name = name
    self.namespace = namespace
    self.value = value
  }
}

/// The attributes of a start tag, valid during the call only. Declarations of namespaces are not among them.
///
/// Nothing is looked up before an attribute is asked for.
public struct XMLAttributes {
  public let count: Int

  /// Five pointers an attribute: local name, prefix, namespace URI, start of the value, end of the value.
  @usableFromInline let fields: UnsafePointer<UnsafePointer<UInt8>?>?
  @usableFromInline let locals: InternedTable
  @usableFromInline let namespaces: InternedTable

  @inline(__always)
  init(
    count: Int, fields: UnsafePointer<UnsafePointer<UInt8>?>?, locals: InternedTable,
    namespaces: InternedTable
  ) {
    self.count = fields == nil ? 0 : count
    self.fields = fields
    self.locals = locals
    self.namespaces = namespaces
  }

  @inlinable @inline(__always)
  public subscript(index: Int) -> XMLAttribute {
    precondition(index >= 0 && index < count, "attribute index out of range")
    guard let fields, let local = fields[index &* 5] else {
      return XMLAttribute(
        name: XMLUnknown.name, namespace: XMLUnknown.namespace,
        value: UnsafeBufferPointer(start: nil, count: 0))
    }
    let field = fields + index &* 5
    let value: UnsafeBufferPointer<UInt8>
    if let start = field[3], let end = field[4] {
      value = UnsafeBufferPointer(start: start, count: end - start)
    } else {
      value = UnsafeBufferPointer(start: nil, count: 0)
    }
    return XMLAttribute(
      name: locals.number(local), namespace: namespaces.namespace(uri: field[2], prefix: field[1]),
      value: value)
  }
}

extension XMLAttributes {
  /// The number of an attribute's name; nothing else of it is looked up.
  @inlinable @inline(__always)
  public func name(at index: Int) -> UInt16 {
    precondition(index >= 0 && index < count, "attribute index out of range")
    guard let local = fields?[index &* 5] else { return XMLUnknown.name }
    return locals.number(local)
  }

  /// The value of an attribute; nothing else of it is looked up.
  @inlinable @inline(__always)
  public func value(at index: Int) -> UnsafeBufferPointer<UInt8> {
    precondition(index >= 0 && index < count, "attribute index out of range")
    guard let fields, let start = fields[index &* 5 &+ 3], let end = fields[index &* 5 &+ 4] else {
      return UnsafeBufferPointer(start: nil, count: 0)
    }
    return UnsafeBufferPointer(start: start, count: end - start)
  }

  /// The value of the first attribute of this local name, whatever its namespace: a comparison of addresses.
  @inlinable @inline(__always)
  public func value(of name: UInt16) -> UnsafeBufferPointer<UInt8>? {
    guard let fields, let address = locals.address(of: name) else { return nil }
    var index = 0
    while index < count {
      if fields[index &* 5] == address { return value(at: index) }
      index &+= 1
    }
    return nil
  }
}

extension InternedTable {
  /// The namespace of a name; an undeclared prefix has no URI and is an unknown namespace, not none.
  @inlinable @inline(__always)
  func namespace(uri: UnsafePointer<UInt8>?, prefix: UnsafePointer<UInt8>?) -> UInt8 {
    guard let uri else { return prefix == nil ? XMLUnknown.noNamespace : XMLUnknown.namespace }
    // The number of an unknown string is all ones, and so is its lower half.
    return UInt8(truncatingIfNeeded: number(uri))
  }
}
