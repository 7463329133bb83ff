import CLibXML2
import DocumentModel

/// Receives what stands in a piece of markup, in order. Subclass it; every method does nothing here.
///
/// A class because the C library calls back with one pointer, and one virtual call an event is the
/// cheapest way from there to the reader. It is given to one parse at a time and is shared with nobody.
open class XMLHandler {
  /// Why the handler stopped the parse, if it did.
  final var failure: ReadError?
  /// The parse that runs now; `nil` outside of one.
  final var running: xmlParserCtxtPtr?

  /// Ends the parse with `E_TIMEOUT` when it is past; elements are counted.
  public final var deadline: Deadline?
  /// Whether the handler has all that it wants.
  final var isFinished = false

  public init() {}

  /// An element starts. `name` and `namespace` are numbers of the `XMLNames` that the parse was given,
  /// or those of `XMLUnknown`.
  open func start(_ name: UInt16, _ namespace: UInt8, _ attributes: XMLAttributes) {}
  open func end(_ name: UInt16, _ namespace: UInt8) {}
  /// Character data, UTF-8, possibly in several pieces. The bytes are valid during the call only.
  open func text(_ bytes: UnsafeBufferPointer<UInt8>) {}

  /// Called from `start`: the content of the element that starts, as it stands in the file, if its end is
  /// easily found and all elements in it have the same prefix, and so the same namespace, as this one. Two
  /// elements of one name and namespace with equal content then mean the same.
  ///
  /// Valid up to the return from `start`, or to passing over it.
  public final func peek() -> UnsafeBufferPointer<UInt8>? {
    running?.pointee.input?.pointee.content(inOnePrefix: true)
  }

  /// Passes over content from `peek`: no event of it is told, but the end of the element is.
  public final func pass(_ content: UnsafeBufferPointer<UInt8>) {
    running?.pointee.input?.pointee.pass(content)
  }

  /// Called from `start`: what is inside of this element is not wanted, and need not be well-formed. The
  /// events of it are left out if its end is easily found, and come as ever if not; its own end comes always.
  public final func passContent() {
    if let content = running?.pointee.input?.pointee.content(inOnePrefix: false) { pass(content) }
  }

  /// Ends the parse that calls this handler now, with all that it wants: no event follows, and what stands
  /// behind in the part is not looked at.
  public final func finish() {
    isFinished = true
    if let running { halt(running) }
  }

  /// Ends the parse that calls this handler now: no event follows, and `parse` throws the error, with the
  /// part's name added when the error has none. Only the first error of a parse counts.
  public final func stop(_ error: ReadError) {
    if failure == nil { failure = error }
    if let running { halt(running) }
  }
}
