import DocumentModel

/// Reads PDF files (ISO 32000-1, and what 32000-2 adds to encryption) by what their content streams do.
///
/// A pure function of the bytes. One reader serves one task at a time.
public struct PDFReader: DocumentReader {
  private let limits: ReadLimits

  public init(limits: ReadLimits = ReadLimits()) { self.limits = limits }

  /// Whether bytes without a header are what is left of a PDF file: they hold objects as only PDF has them.
  public static func resembles(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBytes { buffer in
      var lexer = Lexer(buffer)
      for word: StaticString in ["endobj", "endobj"] {
        guard let place = lexer.find(word) else { return false }
        lexer.position = place + word.utf8CodeUnitCount
      }
      lexer = Lexer(buffer)
      guard lexer.find("/Type") != nil else { return false }
      // A text about PDF has no end like this.
      lexer = Lexer(buffer, at: max(0, buffer.count - 2_048))
      return lexer.find("startxref") != nil || !buffer.allSatisfy { $0 < 0x80 && $0 != 0 }
    }
  }

  /// Reads one file.
  /// - Throws: `E_TYPE`, `E_PDF_CORRUPT`, `E_ENCRYPTED`, `E_LIMIT`, `E_TIMEOUT`, when there is no document to
  ///   check.
  public func read(_ bytes: [UInt8], before deadline: Deadline) throws(ReadError) -> Document {
    let file = try PDFFile(bytes, limits: limits, before: deadline)
    var assembly = try DocumentAssembly(file)
    return assembly.assemble()
  }

  /// Follows properties to what the content stream and the font say.
  public func trace(
    _ bytes: [UInt8], _ requests: [TraceRequest], before deadline: Deadline
  ) throws(ReadError) -> [TraceRequest: [Trace]] {
    let tracer = PDFTracer(document: try read(bytes, before: deadline))
    return Dictionary(requests.map { ($0, tracer.traces(for: $0)) }) { first, _ in first }
      .filter { !$0.value.isEmpty }
  }

  /// What stands behind the part of a picture whose soft mask is not read.
  static let maskedPart = " masked"

  /// - Parameter part: `12 0`, the number and generation of an image object, with ` #E60012` behind them where
  ///   the image is a stencil and this its paint; or `page 3 inline 2`. With ` masked` behind it, something of
  ///   the picture does not show, and nobody knows what.
  public func picture(
    _ part: String, of bytes: [UInt8], before deadline: Deadline
  ) throws(ReadError) -> Picture? {
    let file = try PDFFile(bytes, limits: limits, before: deadline)
    var picture = try picture(part.split(separator: " "), of: file)
    if part.hasSuffix(Self.maskedPart) { picture?.mask = .unread }
    return picture
  }

  private func picture(_ words: [Substring], of file: PDFFile) throws(ReadError) -> Picture? {
    let numbers = words.compactMap { Int($0) }
    guard numbers.count == 2 else { return nil }
    if words.first == "page" {
      guard file.pages.indices.contains(numbers[0] - 1) else { return nil }
      let machine = ContentMachine(file)
      machine.wantedInlineImage = numbers[1]
      _ = try machine.run(file.pages[numbers[0] - 1])
      guard let image = machine.inlineImage else { return nil }
      return try file.picture(
        inline: image.bytes, image.dictionary, resources: image.resources, color: image.color)
    }
    guard let stream = file.resolve(.reference(ObjectID(numbers[0], numbers[1]))).stream else { return nil }
    let paint = words.first { $0.first == "#" }.flatMap { Int($0.dropFirst(), radix: 16) } ?? 0
    return try file.picture(stream, color: Color(rgb: paint))
  }
}
