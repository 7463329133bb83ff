import CompoundFiles
import DocumentModel

/// Reads Word 97–2003 documents ([MS-DOC]) and what WPS writes in their form.
///
/// A pure function of the bytes; nothing is kept between files.
public struct DOCReader: DocumentReader {
  private let limits: ReadLimits

  public init(limits: ReadLimits = ReadLimits()) { self.limits = limits }

  /// Reads one file.
  /// - Throws: `E_DOC_CORRUPT`, `E_WORD95` for Word 95 and earlier, `E_ENCRYPTED`, `E_TYPE`, `E_CFB_…` or
  ///   `E_LIMIT`, when there is no document to check. What can be read in spite of damage is read, and the
  ///   damage is noted in `Document.notes`.
  public func read(_ bytes: [UInt8], before deadline: Deadline) throws(ReadError) -> Document {
    try DocumentReading(bytes, limits: limits, before: deadline).read(keepsLayers: false).builder.document
  }

  public func trace(
    _ bytes: [UInt8], _ requests: [TraceRequest], before deadline: Deadline
  ) throws(ReadError) -> [TraceRequest: [Trace]] {
    let reading = try DocumentReading(bytes, limits: limits, before: deadline)
    let (builder, resolver) = try reading.read(keepsLayers: true)
    let tracer = Tracer(builder: builder, resolver: resolver)
    return Dictionary(requests.map { ($0, tracer.traces(for: $0)) }) { first, _ in first }
      .filter { !$0.value.isEmpty }
  }

  public func picture(
    _ part: String, of bytes: [UInt8], before deadline: Deadline
  ) throws(ReadError) -> Picture? {
    try deadline.check(part)
    return PictureStore(streams: try Streams(CompoundFile(bytes, limits: limits)), limits: limits).picture(
      part)
  }
}
