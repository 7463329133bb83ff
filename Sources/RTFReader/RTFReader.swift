import DocumentModel

/// Reads Rich Text Format (RTF 1.9.1), as Word, WPS Writer and LibreOffice write it.
///
/// A pure function of the bytes.
public struct RTFReader: DocumentReader {
  private let limits: ReadLimits

  public init(limits: ReadLimits = ReadLimits()) { self.limits = limits }

  /// Reads one file.
  /// - Throws: `E_EMPTY`, `E_TOO_LARGE`, `E_LIMIT`, and `E_TYPE` for what does not begin like RTF or nests as
  ///   no document does. A file that ends too early is read as far as it goes, with a note.
  public func read(_ bytes: [UInt8], before deadline: Deadline) throws(ReadError) -> Document {
    try interpret(bytes, keepsLayers: false, deadline).builder.document
  }

  public func trace(
    _ bytes: [UInt8], _ requests: [TraceRequest], before deadline: Deadline
  ) throws(ReadError) -> [TraceRequest: [Trace]] {
    let tracer = Tracer(try interpret(bytes, keepsLayers: true, deadline))
    return Dictionary(requests.map { ($0, tracer.traces(for: $0)) }) { first, _ in first }
      .filter { !$0.value.isEmpty }
  }

  public func picture(
    _ part: String, of bytes: [UInt8], before deadline: Deadline
  ) throws(ReadError) -> Picture? {
    try deadline.check(part)
    return PictureData.picture(part, of: bytes, limits: limits)
  }

  private func interpret(
    _ bytes: [UInt8], keepsLayers: Bool, _ deadline: Deadline
  ) throws(ReadError) -> Interpreter {
    if bytes.isEmpty { throw ReadError(.empty) }
    if bytes.count > limits.fileBytes { throw ReadError(.tooLarge, detail: "\(bytes.count) bytes") }
    guard let start = Self.start(of: bytes) else {
      throw ReadError(.type, detail: "does not begin with {\\rtf")
    }
    var interpreter = Interpreter(bytes, from: start, limits: limits, keepsLayers: keepsLayers)
    try interpreter.run(before: deadline)
    return interpreter
  }

  /// Where the first group begins, behind a byte order mark and blanks that mailers put before it.
  private static func start(of bytes: [UInt8]) -> Int? {
    let start = bytes.prefix(256).firstIndex(of: UInt8(ascii: "{"))
    guard let start, bytes[start...].starts(with: "{\\rtf".utf8) else { return nil }
    return start
  }
}
