/// A document in no format's terms: what rules and structure look at.
public struct Document: Sendable {
  public var format: FileFormat
  /// What the name of the file ends in, in lower case and without the dot: what it claims to be. `nil` where
  /// there is no name. No reader knows it; it is set by whoever opened the file.
  public var nameExtension: String?
  public var metadata: Metadata
  public var sections: [Section]
  /// All paragraphs of all stories. Those of the body come first, in reading order, with the text of a
  /// text box behind the paragraph that anchors it; then headers, footers, notes and comments.
  public var paragraphs: [Paragraph]
  public var tables: [Table]
  public var figures: [Figure]
  public var residue: Residue
  /// The pages, where the format has them.
  public var pages: [Page] = []
  /// Whether the file has lost parts that no page tells of: whole pages may be missing, or be in another order.
  public var isIncomplete = false
  /// The outline that viewers show beside the pages: PDF.
  public var bookmarks: [Bookmark] = []
  /// The containers of digital signatures.
  public var signatures: [SignatureField] = []
  /// The other names that the file gives to faces, such as `宋体` → `SimSun` (ECMA-376-1, 17.8.3.1).
  public var alternateFaceNames: [String: String] = [:]
  /// Damage and oddities that were read past.
  public var notes: [ReadNote]

  public init(
    format: FileFormat = .docx, metadata: Metadata = Metadata(), sections: [Section] = [Section()],
    paragraphs: [Paragraph] = [], tables: [Table] = [], figures: [Figure] = [],
    residue: Residue = Residue(), notes: [ReadNote] = []
  ) {
    self.format = format
    self.metadata = metadata
    self.sections = sections
    self.paragraphs = paragraphs
    self.tables = tables
    self.figures = figures
    self.residue = residue
    self.notes = notes
  }
}
