import DocumentModel

/// Where in a document a person looks, with the words that stand there.
public struct Place: Hashable, Sendable {
  /// The index in `Document.paragraphs`; `nil` for a place on a page that is no part of a paragraph.
  public var paragraph: Int?
  /// The number of the paragraph as a person counts: printed paragraphs of the body outside tables and
  /// boxes, from 1. `nil` elsewhere.
  public var ordinal: Int?
  /// 1-based; `nil` where the file does not tell.
  public var page: Int?
  /// The place on the page, where the format has pages.
  public var box: Box?
  public var story: Story
  public var cell: CellPosition?
  /// The words to look for: the paragraph's printed text, shortened around `marks`.
  public var quote: String
  /// The offending stretches of `quote`, in Unicode scalars; empty when all of it is meant.
  public var marks: [Range<Int>]
  /// The offending stretch of the paragraph's own text, in Unicode scalars; `nil` for all of it.
  public var range: Range<Int>?
  /// How the words look, for a report that shows them.
  public var look: Look?

  public init(
    paragraph: Int?, ordinal: Int? = nil, page: Int? = nil, box: Box? = nil, story: Story = .body,
    cell: CellPosition? = nil, quote: String = "", marks: [Range<Int>] = [],
    range: Range<Int>? = nil, look: Look? = nil
  ) {
    self.paragraph = paragraph
    self.ordinal = ordinal
    self.page = page
    self.box = box
    self.story = story
    self.cell = cell
    self.quote = quote
    self.marks = marks
    self.range = range
    self.look = look
  }
}

/// How the first characters of a place are set.
public struct Look: Hashable, Sendable {
  public var face: String
  public var size: Length?
  public var isBold: Bool
  public var alignment: Alignment?
  public var color: Color?

  public init(
    face: String, size: Length? = nil, isBold: Bool = false, alignment: Alignment? = nil,
    color: Color? = nil
  ) {
    self.face = face
    self.size = size
    self.isBold = isBold
    self.alignment = alignment
    self.color = color
  }
}
