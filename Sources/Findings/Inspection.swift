import DocumentModel

/// What one file was read and recognised as, without any verdict.
public struct Inspection: Sendable {
  /// The path as given, bytes that are no UTF-8 shown as `\xNN`.
  public var path: String
  public var sha256: String?
  public var format: FileFormat?
  public var error: ReadError?
  /// `nil` when the file could not be read.
  public var document: Document?
  public var elements: [ElementSummary]
  /// The role of a paragraph by its index, as the contract names it.
  public var roles: [Int: String]
  /// How values came to be, where that was asked for.
  public var traces: [TraceRequest: [Trace]]

  public init(
    path: String, sha256: String? = nil, format: FileFormat? = nil, error: ReadError? = nil,
    document: Document? = nil, elements: [ElementSummary] = [], roles: [Int: String] = [:],
    traces: [TraceRequest: [Trace]] = [:]
  ) {
    self.path = path
    self.sha256 = sha256
    self.format = format
    self.error = error
    self.document = document
    self.elements = elements
    self.roles = roles
    self.traces = traces
  }
}

extension TraceRequest {
  /// What is followed for a paragraph, and for each of its formats.
  public static let ofParagraph: [TracedProperty] = [.lineSpacing, .alignment, .firstLineIndent]
  public static let ofRun: [TracedProperty] = [.eastAsianFace, .latinFace, .size, .bold, .color]
}
