import CompoundFiles
import DocumentModel

/// Reads Word 97–2003 documents ([MS-DOC]) and what WPS writes in their form.
///
/// A pure function of the bytes; nothing is kept between files.
public struct DOCReader: DocumentReader {
  private let limits: ReadLimits

  public init(limits: ReadLimits = ReadLimits()) { self.limits = limits }

  /// What the WordDocument stream of a file begins with ([MS-DOC] 2.5.2, `wIdent`).
  static let mark = 0xA5EC
  /// The same of Word 2 and 6; 0xA697 to 0xA699 are the East Asian editions.
  private static let oldMarks: Set<Int> = [
    0x3731, 0x37FE, 0xA59B, 0xA59C, 0xA5DB, 0xA5DC, 0xA697, 0xA698, 0xA699,
  ]

  /// Whether a WordDocument stream is of Word 95 or earlier, which nobody reads here.
  /// - Parameters:
  ///   - mark: `wIdent`.
  ///   - version: `nFib`: 0xC1 and more of Word 97 and later, 0xC0 by some converters, 101 to 104 of Word 6 and 95.
  public static func isBeforeWord97(mark: Int, version: Int) -> Bool {
    oldMarks.contains(mark) || mark == Self.mark && version < 0xC0
  }

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
