/// Something odd that was read past: the document is still judged, and the report says what was seen.
public struct ReadNote: Hashable, Sendable {
  /// A stable code such as `W_STYLE_CYCLE`.
  public let code: String
  public let part: String?
  /// What was found, in English, for people who look closer.
  public let detail: String

  public init(_ code: String, part: String? = nil, detail: String = "") {
    self.code = code
    self.part = part
    self.detail = detail
  }
}

/// How much a file may unpack to and hold. A file past a limit is refused, never cut.
public struct ReadLimits: Sendable, Hashable {
  /// The largest file, in bytes.
  public var fileBytes = 256 << 20
  /// The largest single part after inflating, in bytes.
  public var partBytes = 128 << 20
  /// All parts together after inflating, in bytes.
  public var totalBytes = 512 << 20
  /// The most entries an archive may list.
  public var archiveEntries = 10_000
  /// Parts larger than this are held to `ratio`. Above libxml2's 10 MB for one attribute or token, so that
  /// a file with one of those is refused for what it is.
  public var ratioFreeBytes = 16 << 20
  /// The largest inflated-to-stored ratio. Deflate's ceiling is 1032; an honest million equal paragraphs passes 300.
  public var ratio = 500
  /// The deepest nesting of elements.
  public var markupDepth = 256
  /// The most attributes of one start tag.
  public var markupAttributes = 1_000
  /// The most paragraphs of all stories together.
  public var paragraphs = 2_000_000
  /// The most pages of a format that has pages.
  public var pages = 200_000
  /// The longest chain of styles that are based on each other.
  public var styleChain = 256
  /// How long the work on one file may take by the clock on the wall, reading and judging together: formats
  /// of markup, and the others, which hold more of it.
  public var markupTime = Duration.seconds(10)
  public var binaryTime = Duration.seconds(20)

  public init() {}

  public func time(for format: FileFormat) -> Duration {
    switch format {
    case .docx, .wordXML, .ofd, .html: markupTime
    case .doc, .rtf, .pdf: binaryTime
    }
  }
}
