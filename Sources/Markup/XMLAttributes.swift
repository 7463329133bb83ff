/// An attribute of a start tag. The value is UTF-8 with entities resolved, valid during the call only.
public struct XMLAttribute {
  public let name: UInt16
  public let namespace: UInt8
  public let value: UnsafeBufferPointer<UInt8>
}

/// The attributes of a start tag, valid during the call only.
public struct XMLAttributes {
  public let count: Int

  public subscript(index: Int) -> XMLAttribute {
    XMLAttribute(
      name: XMLUnknown.name, namespace: XMLUnknown.namespace,
      value: UnsafeBufferPointer(start: nil, count: 0))
  }
}
