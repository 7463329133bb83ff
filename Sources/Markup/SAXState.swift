import CLibXML2
import DocumentModel

/// What the callbacks of a running parse need. It lies at a fixed address that libxml2 hands back.
struct SAXState {
  let context: xmlParserCtxtPtr
  /// Not owned: `parse` holds the handler as long as this value lives, and an event then costs no counting.
  let handler: Unmanaged<XMLHandler>
  let locals: InternedTable
  let namespaces: InternedTable
  let units: AttributeScan.Units
  let part: String
  let depthLimit: Int
  let namespaceLimit: Int
  var steps: Deadline.Steps
  var depth = 0
  var failure: ReadError?

  /// Ends the parse with the first error that is found.
  mutating func fail(_ code: ReadError.Code, _ detail: String, line: Int? = nil, column: Int? = nil) {
    if failure == nil {
      let input = context.pointee.input
      failure = ReadError(
        code, part: part, line: line ?? input.map { Int($0.pointee.line) },
        column: column ?? input.map { Int($0.pointee.col) }, detail: detail)
    }
    halt(context)
  }
}

/// Ends a parse from inside a callback.
///
/// `xmlStopParser` frees the text, to which callers up the stack may still point when the callback is the
/// one for errors. This does what it does without freeing: the text ends here, and nothing more is reported.
func halt(_ context: xmlParserCtxtPtr) {
  context.pointee.disableSAX = 1
  context.pointee.instate = XML_PARSER_EOF
  if let input = context.pointee.input { input.pointee.cur = input.pointee.end }
}

private func state(_ user: UnsafeMutableRawPointer) -> UnsafeMutablePointer<SAXState> {
  user.assumingMemoryBound(to: SAXState.self)
}

/// The callbacks. What is not set is nil, in particular everything that would declare or fetch an entity.
func makeSAXHandler() -> xmlSAXHandler {
  var sax = xmlSAXHandler()
  sax.initialized = UInt32(XML_SAX2_MAGIC)
  sax.startDocument = startDocument
  sax.internalSubset = { user, _, _, _ in
    guard let user else { return }
    state(user).pointee.fail(.xmlDTD, "document type declaration")
  }
  sax.startElementNs = startElement
  sax.endElementNs = endElement
  // The same function three times: libxml2 then does not ask whether text is ignorable white space.
  sax.characters = characters
  sax.ignorableWhitespace = characters
  sax.cdataBlock = characters
  sax.serror = record
  return sax
}

private let startDocument: startDocumentSAXFunc = { user in
  guard let user else { return }
  let context = state(user).pointee.context
  let declared = context.pointee.input.flatMap { $0.pointee.encoding } ?? context.pointee.encoding
  guard let declared else { return }
  let name = String(cString: declared)
  if !Encoding.isRead(name, state(user).pointee.units) {
    state(user).pointee.fail(.xmlMalformed, "encoding \(name.prefix(40)) is not read")
  }
}

private let startElement: startElementNsSAX2Func = {
  user, local, prefix, uri, declarations, _, count, _, fields in
  guard let user, let local else { return }
  let state = state(user)
  let depth = state.pointee.depth &+ 1
  state.pointee.depth = depth
  if state.pointee.steps.arePast() { return state.pointee.fail(.timeout, "the time is over") }
  if depth > state.pointee.depthLimit { return state.pointee.fail(.xmlLimit, "depth of nesting") }
  // Every prefix is looked up by walking over all declarations in scope.
  if declarations > 0, Int(state.pointee.context.pointee.nsNr) > 2 &* state.pointee.namespaceLimit {
    return state.pointee.fail(.xmlLimit, "declarations of namespaces")
  }
  let locals = state.pointee.locals
  let namespaces = state.pointee.namespaces
  let attributes = XMLAttributes(
    count: Int(count), fields: fields.map { UnsafePointer($0) }, locals: locals, namespaces: namespaces)
  state.pointee.handler._withUnsafeGuaranteedRef {
    $0.start(locals.number(local), namespaces.namespace(uri: uri, prefix: prefix), attributes)
  }
  tellPlainText(state)
}

/// Tells of the text behind a start tag at once: libxml2 goes over all that is not ASCII character by
/// character, and copies it.
@inline(__always)
private func tellPlainText(_ state: UnsafeMutablePointer<SAXState>) {
  guard let input = state.pointee.context.pointee.input, let text = input.pointee.plainText else { return }
  state.pointee.handler._withUnsafeGuaranteedRef { $0.text(text) }
  // Unless the handler has ended the parse.
  if state.pointee.context.pointee.disableSAX == 0 { input.pointee.pass(text) }
}

private let endElement: endElementNsSAX2Func = { user, local, prefix, uri in
  guard let user, let local else { return }
  let state = state(user)
  state.pointee.depth &-= 1
  let name = state.pointee.locals.number(local)
  let namespace = state.pointee.namespaces.namespace(uri: uri, prefix: prefix)
  state.pointee.handler._withUnsafeGuaranteedRef { $0.end(name, namespace) }
}

private let characters: charactersSAXFunc = { user, bytes, count in
  guard let user, let bytes else { return }
  state(user).pointee.handler._withUnsafeGuaranteedRef {
    $0.text(UnsafeBufferPointer(start: bytes, count: Int(count)))
  }
}

/// Takes every message of libxml2 about this parse, so that none is printed. Only fatal ones count:
/// the others (an undeclared prefix, a relative namespace name) do not hinder reading.
private let record: xmlStructuredErrorFunc = { user, error in
  guard let user, let error = error?.pointee, error.level == XML_ERR_FATAL else { return }
  let message = error.message.map { String(cString: $0) } ?? ""
  let detail = message.prefix { $0 != "\n" }.prefix(200)
  state(user).pointee.fail(
    isLimit(Int(error.code), message) ? .xmlLimit : .xmlMalformed, String(detail),
    line: Int(error.line), column: Int(error.int2))
}

/// Whether the message is about one of libxml2's own limits; most of them have no code of their own.
private func isLimit(_ code: Int, _ message: String) -> Bool {
  if code == Int(XML_ERR_NAME_TOO_LONG.rawValue) || code == Int(XML_ERR_NO_MEMORY.rawValue) { return true }
  let words: [StaticString] = ["too long", "too big", "Huge ", "huge ", "Excessive "]
  return words.contains { Array(message.utf8.prefix(1_000)).firstIndex(of: $0) != nil }
}
