import CLibXML2
import DocumentModel

/// Reads markup into events with libxml2's SAX2 interface: no DTD, no entities beyond the five, no network.
///
/// Keep one for many parts: its table of interned names is then built once. Not for use by two tasks at once.
public final class XMLParser {
  private let names: XMLNames
  private let limits: ReadLimits
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

  private func run(_ bytes: UnsafeRawBufferPointer, _ part: String, _ handler: XMLHandler) -> ReadError? {
    // A handler that reads another part from within an event gets a parser of its own.
    if isBusy { return XMLParser(names: names, limits: limits).run(bytes, part, handler) }
    isBusy = true
    defer { isBusy = false }
    if let refusal = refuse(bytes, part) { return refusal }
    guard let session = session ?? Session(names) else {
      return ReadError(.xmlLimit, part: part, detail: "out of memory")
    }
    let failure = session.run(bytes, part, handler, limits, Encoding.units(bytes) ?? .bytes)
    // After a failure nothing is known about the context; after strange documents its table of names is
    // full of theirs.
    self.session = failure == nil && session.isLean ? session : nil
    return failure
  }

  /// What can be refused before a parse.
  private func refuse(_ bytes: UnsafeRawBufferPointer, _ part: String) -> ReadError? {
    if bytes.isEmpty {
      return ReadError(.xmlMalformed, part: part, line: 1, column: 1, detail: "nothing in it")
    }
    if bytes.count > limits.partBytes || bytes.count >= Int(Int32.max) {
      return ReadError(.xmlLimit, part: part, detail: "\(bytes.count) bytes")
    }
    guard let units = Encoding.units(bytes) else {
      return ReadError(.xmlMalformed, part: part, line: 1, column: 1, detail: "encoding is not read")
    }
    if AttributeScan(limit: limits.markupAttributes).exceeds(bytes, units) {
      return ReadError(
        .xmlLimit, part: part, detail: "more than \(limits.markupAttributes) attributes, or many near it")
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

/// A parser context with the addresses that the known names have in its dictionary.
private final class Session {
  private let context: xmlParserCtxtPtr
  private let locals: InternedTable
  private let namespaces: InternedTable
  private let ownStrings: Int32

  /// - Returns: `nil` when memory is short.
  init?(_ names: XMLNames) {
    guard let context = xmlNewParserCtxt() else { return nil }
    let dictionary = context.pointee.dict
    self.context = context
    var number: UInt16 = 0
    locals = InternedTable(
      names.locals.compactMap { name in
        defer { number &+= 1 }
        return xmlDictLookup(dictionary, name, -1).map { ($0, number) }
      })
    namespaces = InternedTable(
      names.namespaces.compactMap { entry in
        xmlDictLookup(dictionary, entry.uri, -1).map { ($0, UInt16(entry.id)) }
      })
    ownStrings = xmlDictSize(dictionary)
  }

  deinit {
    xmlFreeParserCtxt(context)
    locals.deallocate()
    namespaces.deallocate()
  }

  /// Whether the dictionary is still small enough to be kept.
  var isLean: Bool { xmlDictSize(context.pointee.dict) - ownStrings < 4_000 }

  func run(
    _ bytes: UnsafeRawBufferPointer, _ part: String, _ handler: XMLHandler, _ limits: ReadLimits,
    _ units: AttributeScan.Units
  ) -> ReadError? {
    // Problems of conversion are reported past the context; without this they would be printed.
    xmlSetStructuredErrorFunc(nil) { _, _ in }
    var state = SAXState(
      context: context, handler: .passUnretained(handler), locals: locals, namespaces: namespaces,
      units: units, part: part, depthLimit: limits.markupDepth, namespaceLimit: limits.markupAttributes)
    let context = self.context
    handler.failure = nil
    handler.halt = { halt(context) }
    let isWellFormed = withExtendedLifetime(handler) {
      withUnsafeMutablePointer(to: &state) { parse(bytes, $0) }
    }
    handler.halt = nil
    if let error = handler.failure {
      return ReadError(
        error.code, part: error.part ?? part, line: error.line, column: error.column, detail: error.detail)
    }
    if let failure = state.failure { return failure }
    return isWellFormed ? nil : ReadError(.xmlMalformed, part: part, detail: "not well-formed")
  }

  private func parse(_ bytes: UnsafeRawBufferPointer, _ state: UnsafeMutablePointer<SAXState>) -> Bool {
    xmlCtxtReset(context)
    context.pointee.sax.pointee = makeSAXHandler()
    xmlCtxtUseOptions(context, Int32(XML_PARSE_NONET.rawValue))
    // Without this `&amp;` in an attribute value would arrive as `&#38;`. There is nothing else that could
    // be replaced: a document type, the only place to declare entities, ends the parse.
    context.pointee.replaceEntities = 1
    context.pointee.userData = UnsafeMutableRawPointer(state)
    // The whole part at once, parsed by pulling: as fast as any chunk size, and in pushed chunks libxml2
    // takes a part of more than 10 MB for a huge token. The copy brings the zero byte at the end.
    guard
      let buffer = xmlParserInputBufferCreateMem(
        bytes.bindMemory(to: CChar.self).baseAddress, Int32(bytes.count), XML_CHAR_ENCODING_NONE)
    else { return false }
    guard let input = xmlNewIOInputStream(context, buffer, XML_CHAR_ENCODING_NONE) else {
      xmlFreeParserInputBuffer(buffer)
      return false
    }
    guard inputPush(context, input) >= 0 else {
      xmlFreeInputStream(input)
      return false
    }
    xmlParseDocument(context)
    let isWellFormed = context.pointee.wellFormed != 0
    // Gives the copy of the part back, and the last pointer to the state.
    xmlCtxtReset(context)
    context.pointee.userData = nil
    return isWellFormed
  }
}
