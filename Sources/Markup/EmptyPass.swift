import CLibXML2

/// The cheapest pass over markup that libxml2 makes: SAX2 without a single callback.
///
/// It measures what reading costs at least, and is there for the benchmark. Nothing is looked at before
/// the parse and nothing is told after it, so it is no way to read a file that one did not make.
public final class EmptyPass {
  private let context: xmlParserCtxtPtr

  /// - Returns: `nil` when memory is short.
  public init?() {
    xmlInitParser()
    guard let context = xmlNewParserCtxt() else { return nil }
    var handler = xmlSAXHandler()
    handler.initialized = UInt32(XML_SAX2_MAGIC)
    // Without it libxml2 would print what it dislikes; it costs nothing in a well-formed part.
    handler.serror = { _, _ in }
    context.pointee.sax.pointee = handler
    self.context = context
  }

  deinit { xmlFreeParserCtxt(context) }

  /// Goes over one part.
  /// - Returns: whether it is well-formed.
  @discardableResult
  public func run(over bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBytes { buffer in
      let options = Int32(XML_PARSE_NONET.rawValue)
      // The return value is the tree, which is never built.
      _ = xmlCtxtReadMemory(
        context, buffer.bindMemory(to: CChar.self).baseAddress, Int32(clamping: buffer.count), nil, nil,
        options)
      return context.pointee.wellFormed != 0
    }
  }
}
