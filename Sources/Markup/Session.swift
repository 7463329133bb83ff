import CLibXML2
import DocumentModel

/// A parser context with the addresses that the known names have in its dictionary.
final class Session {
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

  /// - Parameter bytes: a part with a zero byte behind it. Shortcuts write into it.
  func run(
    _ bytes: UnsafeMutableRawBufferPointer, _ part: String, _ handler: XMLHandler, _ limits: ReadLimits,
    _ units: AttributeScan.Units
  ) -> ReadError? {
    // Problems of conversion are reported past the context; without this they would be printed.
    xmlSetStructuredErrorFunc(nil) { _, _ in }
    var state = SAXState(
      context: context, handler: .passUnretained(handler), locals: locals, namespaces: namespaces,
      units: units, part: part, depthLimit: limits.markupDepth, namespaceLimit: limits.markupAttributes,
      steps: Deadline.Steps(handler.deadline ?? Deadline()))
    handler.failure = nil
    handler.isFinished = false
    handler.running = context
    let isWellFormed = withExtendedLifetime(handler) {
      withUnsafeMutablePointer(to: &state) { parse(UnsafeRawBufferPointer(bytes), $0) }
    }
    handler.running = nil
    if let error = handler.failure {
      return ReadError(
        error.code, part: error.part ?? part, line: error.line, column: error.column, detail: error.detail)
    }
    if let failure = state.failure { return failure }
    if handler.isFinished { return nil }
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
    guard let input = makeInput(bytes, state.pointee.units) else { return false }
    guard inputPush(context, input) >= 0 else {
      xmlFreeInputStream(input)
      return false
    }
    xmlParseDocument(context)
    let isWellFormed = context.pointee.wellFormed != 0
    // Gives back what was parsed, and the last pointer to the state.
    xmlCtxtReset(context)
    context.pointee.userData = nil
    return isWellFormed
  }

  /// The whole part at once: pushing chunks of it is no faster, and libxml2 then takes a part of more than
  /// 10 MB for one huge token.
  private func makeInput(_ bytes: UnsafeRawBufferPointer, _ units: AttributeScan.Units) -> xmlParserInputPtr?
  {
    guard units == .bytes, Encoding.isUTF8(bytes) else {
      guard
        let buffer = xmlParserInputBufferCreateMem(
          bytes.bindMemory(to: CChar.self).baseAddress, Int32(bytes.count), XML_CHAR_ENCODING_NONE)
      else { return nil }
      let input = xmlNewIOInputStream(context, buffer, XML_CHAR_ENCODING_NONE)
      if input == nil { xmlFreeParserInputBuffer(buffer) }
      return input
    }
    // Without a buffer of libxml2's, which near the end of a large part would be taken for a huge token too.
    guard let input = xmlNewInputStream(context) else { return nil }
    guard let text = bytes.bindMemory(to: UInt8.self).baseAddress else { return nil }
    input.pointee.base = text
    input.pointee.cur = text
    input.pointee.end = text + bytes.count
    input.pointee.length = Int32(bytes.count)
    return input
  }
}
