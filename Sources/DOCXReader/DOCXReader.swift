import Archives
import DocumentModel
import Markup

/// Reads WordprocessingML packages (ECMA-376, transitional and strict) into documents.
///
/// A pure function of the bytes. One reader serves one task at a time; making one is cheap, keeping one for
/// many files saves interning its names anew.
public struct DOCXReader: DocumentReader {
  private let parser: XMLParser
  private let limits: ReadLimits

  public init(limits: ReadLimits = ReadLimits()) {
    self.limits = limits
    parser = XMLParser(names: .docx, limits: limits)
  }

  /// Reads one file.
  /// - Throws: `E_ZIP_…`, `E_XML_…`, `E_DOCX_…`, when there is no document to check. What can be read in
  ///   spite of damage is read, and the damage is noted in `Document.notes`.
  public func read(_ bytes: [UInt8], before deadline: Deadline) throws(ReadError) -> Document {
    try build(bytes, keepsLayers: false, deadline).builder.document
  }

  /// Follows properties of some characters through the layers that set them.
  /// - Returns: the traces of each request that names a character of the document.
  public func trace(
    _ bytes: [UInt8], _ requests: [TraceRequest], before deadline: Deadline
  ) throws(ReadError) -> [TraceRequest: [Trace]] {
    let (builder, resolver, context) = try build(bytes, keepsLayers: true, deadline)
    let tracer = Tracer(builder: builder, resolver: resolver, context: context)
    return Dictionary(requests.map { ($0, tracer.traces(for: $0)) }) { first, _ in first }
      .filter { !$0.value.isEmpty }
  }

  /// The bytes of a part of the package, such as a picture; `nil` when there is none of that name.
  public func part(
    _ name: String, of bytes: [UInt8], before deadline: Deadline = Deadline()
  ) throws(ReadError) -> [UInt8]? {
    let context = PartContext(deadline)
    var package = try OPCPackage(bytes, parser: parser, context: context, limits: limits)
    return try package.bytes(name)
  }

  public func picture(
    _ part: String, of bytes: [UInt8], before deadline: Deadline
  ) throws(ReadError) -> Picture? {
    try self.part(part, of: bytes, before: deadline).map {
      Picture(encoding: Picture.Encoding(of: $0), bytes: $0)
    }
  }

  private func build(_ bytes: [UInt8], keepsLayers: Bool, _ deadline: Deadline) throws(ReadError)
    -> (builder: DocumentBuilder, resolver: FormatResolver, context: PartContext)
  {
    let context = PartContext(deadline)
    var assembly = try PackageReading(bytes, parser: parser, context: context, limits: limits)
    return try assembly.read(keepsLayers: keepsLayers)
  }
}
