import CLibXML2
import DocumentModel

/// Reads markup into events with libxml2's SAX2 interface: no DTD, no entities beyond the five, no network.
///
/// Keep one for many parts: its table of interned names is then built once. Not for use by two tasks at once.
public final class XMLParser {
  private let names: XMLNames
  private let limits: ReadLimits
  private let scratch = Scratch()
  private var session: Session?
  private var isBusy = false

  public init(names: XMLNames, limits: ReadLimits = ReadLimits()) {
    self.names = names
    self.limits = limits
    Library.start()
  }

  /// Reads one part.
  /// - Parameter part: the name for errors.
  /// - Throws: `E_XML_DTD`, `E_XML_LIMIT`, `E_XML_MALFORMED` with line and column, or the error with which
  ///   the handler stopped the parse.
  public func parse(_ bytes: [UInt8], part: String, handler: XMLHandler) throws(ReadError) {
    let failure = bytes.withUnsafeBytes { run($0, part, handler) }
    if let failure { throw failure }
  }

  /// Reads one part that lies in memory of someone else, which must not change before this returns.
  public func parse(_ bytes: UnsafeRawBufferPointer, part: String, handler: XMLHandler) throws(ReadError) {
    if let failure = run(bytes, part, handler) { throw failure }
  }

  /// Reads one part whose last byte is a zero that is not of the part, without copying it. The bytes are
  /// used up: nothing can be said of them afterwards.
  public func parse(terminated bytes: inout [UInt8], part: String, handler: XMLHandler) throws(ReadError) {
    guard bytes.last == 0 else { return try parse(bytes, part: part, handler: handler) }
    let failure = bytes.withUnsafeMutableBytes {
      run(UnsafeMutableRawBufferPointer(rebasing: $0.dropLast()), part, handler)
    }
    if let failure { throw failure }
  }

  /// - Parameter bytes: of someone else, with anything behind them.
  private func run(_ bytes: UnsafeRawBufferPointer, _ part: String, _ handler: XMLHandler) -> ReadError? {
    // A handler that reads another part from within an event gets a parser of its own.
    if isBusy { return XMLParser(names: names, limits: limits).run(bytes, part, handler) }
    if let refusal = refuse(bytes.count, part) { return refusal }
    defer { scratch.trim() }
    return run(scratch.hold(bytes), part, handler)
  }

  /// - Parameter text: may be written to, and has a zero byte behind it.
  private func run(_ text: UnsafeMutableRawBufferPointer, _ part: String, _ handler: XMLHandler)
    -> ReadError?
  {
    if isBusy { return XMLParser(names: names, limits: limits).run(text, part, handler) }
    isBusy = true
    defer { isBusy = false }
    if let refusal = refuse(text.count, part) { return refusal }
    let bytes = UnsafeRawBufferPointer(text)
    guard let units = Encoding.units(bytes) else {
      return ReadError(.xmlMalformed, part: part, line: 1, column: 1, detail: "encoding is not read")
    }
    if AttributeScan(limit: limits.markupAttributes).exceeds(bytes, units) {
      return ReadError(
        .xmlLimit, part: part, detail: "more than \(limits.markupAttributes) attributes, or many near it")
    }
    guard let session = session ?? Session(names) else {
      return ReadError(.xmlLimit, part: part, detail: "out of memory")
    }
    let failure = session.run(text, part, handler, limits, units)
    // After a failure nothing is known about the context; after strange documents its table of names is
    // full of theirs.
    self.session = failure == nil && session.isLean ? session : nil
    return failure
  }

  /// What can be refused by the size.
  private func refuse(_ count: Int, _ part: String) -> ReadError? {
    if count == 0 {
      return ReadError(.xmlMalformed, part: part, line: 1, column: 1, detail: "nothing in it")
    }
    if count > limits.partBytes || count >= Int(Int32.max) {
      return ReadError(.xmlLimit, part: part, detail: "\(count) bytes")
    }
    return nil
  }
}

/// The library as a whole.
private enum Library {
  private static let once: Void = {
    xmlInitParser()
    // The second wall: nothing is fetched, whatever a document asks for.
    xmlSetExternalEntityLoader { _, _, _ in nil }
  }()

  static func start() { once }
}
