/// A stretch of a paragraph in one format.
public struct Run: Sendable, Hashable {
  /// The length of the run in UTF-8 bytes of the paragraph's text.
  public var utf8Count: Int
  public var style: TextStyle

  public init(utf8Count: Int, style: TextStyle) {
    self.utf8Count = utf8Count
    self.style = style
  }
}

/// A paragraph of any story, as a reader of the accepted document sees it.
public struct Paragraph: Sendable {
  /// The visible text: hidden and deleted text left out, a tab as U+0009, a line break as U+000A,
  /// fields by their result. The label of an automatic number is in `label`.
  public var text: String
  /// The rendered automatic number or bullet, such as `一、`; empty without numbering.
  public var label: String
  /// The formats of `text`, in order; their lengths add up to the length of `text`.
  public var runs: [Run]
  public var format: ParagraphFormat
  /// Where the second and the further printed lines begin, in UTF-8 bytes of `text`. Empty where the format does
  /// not say how a page is laid out; a line whose beginning is not certain is left out.
  public var lineStarts: [Int] = []
  public var story: Story
  /// The innermost table cell that holds the paragraph.
  public var cell: CellPosition?
  /// The index of the section in `Document.sections`.
  public var section: Int
  /// The page as the producing program last laid it out, 1-based; `nil` where the file does not tell.
  public var page: Int?
  /// The place on `page`, where the format has pages; of its first part when it goes on over a page break.
  public var box: Box?
  /// The display name of the paragraph style, such as `标题 1` or `heading 1`.
  public var styleName: String?
  /// The place in the file.
  public var location: SourceLocation

  public init(
    text: String, label: String = "", runs: [Run], format: ParagraphFormat = ParagraphFormat(),
    story: Story = .body, cell: CellPosition? = nil, section: Int = 0, page: Int? = nil,
    styleName: String? = nil, location: SourceLocation = SourceLocation()
  ) {
    self.text = text
    self.label = label
    self.runs = runs
    self.format = format
    self.story = story
    self.cell = cell
    self.section = section
    self.page = page
    self.styleName = styleName
    self.location = location
  }

  /// A paragraph as tests and examples write it: one style throughout.
  public init(
    _ text: String, _ style: TextStyle = TextStyle("宋体", 12), alignment: Alignment? = nil,
    lineSpacing: LineSpacing = .single, story: Story = .body
  ) {
    var format = ParagraphFormat()
    format.alignment = alignment
    format.lineSpacing = lineSpacing
    self.init(
      text: text, runs: text.isEmpty ? [] : [Run(utf8Count: text.utf8.count, style: style)],
      format: format, story: story)
  }

  /// The automatic number and the text, as printed.
  public var printedText: String { label.isEmpty ? text : label + text }

  /// Whether nothing is printed but white space.
  public var isBlank: Bool {
    label.isEmpty && text.unicodeScalars.allSatisfy { !Self.isVisible($0) }
  }

  /// Ideographs and ASCII are told without asking Unicode.
  private static func isVisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x21...0x7E, 0x4E00...0x9FFF: true
    default: !scalar.properties.isWhitespace
    }
  }

  /// The runs with their text.
  public var spans: [(text: Substring, style: TextStyle)] {
    var spans: [(Substring, TextStyle)] = []
    spans.reserveCapacity(runs.count)
    var start = text.utf8.startIndex
    for run in runs {
      let end = text.utf8.index(start, offsetBy: run.utf8Count, limitedBy: text.utf8.endIndex)
      spans.append((text[start..<(end ?? text.endIndex)], run.style))
      start = end ?? text.endIndex
    }
    return spans
  }
}

/// The flow of text that a paragraph belongs to.
public enum Story: String, Sendable, Hashable, CaseIterable {
  case body, textBox, header, footer, footnote, endnote, comment
}

/// Where in a table a paragraph stands; all indexes are 0-based.
public struct CellPosition: Hashable, Sendable {
  /// The index of the table in `Document.tables`.
  public var table: Int
  public var row: Int
  /// The grid column of the cell's left edge.
  public var column: Int

  public init(table: Int, row: Int, column: Int) {
    self.table = table
    self.row = row
    self.column = column
  }
}

/// A place in the file that is stable, sortable and printable.
public struct SourceLocation: Hashable, Sendable, Comparable {
  /// The OPC part, such as `word/document.xml`.
  public var part: String
  /// The number of the paragraph in its part, 0-based, in document order.
  public var paragraph: Int

  public init(part: String = "", paragraph: Int = 0) {
    self.part = part
    self.paragraph = paragraph
  }

  public static func < (a: SourceLocation, b: SourceLocation) -> Bool {
    (a.part, a.paragraph) < (b.part, b.paragraph)
  }
}
