/// Receives what stands in a piece of markup, in order. Subclass it; every method does nothing here.
///
/// A class because the C library calls back with one pointer, and one virtual call an event is the
/// cheapest way from there to the reader. It lives for one parse and is shared with nobody.
open class XMLHandler {
  public init() {}

  /// An element starts. `name` and `namespace` are numbers of the `XMLNames` that the parse was given,
  /// or those of `XMLUnknown`.
  open func start(_ name: UInt16, _ namespace: UInt8, _ attributes: XMLAttributes) {}
  open func end(_ name: UInt16, _ namespace: UInt8) {}
  /// Character data, UTF-8, possibly in several pieces. The bytes are valid during the call only.
  open func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
}
