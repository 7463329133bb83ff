import DocumentModel

/// The marked-content sequences that are open (ISO 32000-1, 14.6).
struct MarkedContentStack {
  struct Entry {
    /// The index into `PageContent.sequences`; `nil` for a sequence without an identifier.
    var sequence: Int32?
    var isArtifact = false
    var isHidden = false
    /// Where text that stands for the glyphs was opened.
    var hasActualText = false
  }

  private(set) var entries: [Entry] = []
  /// Sequences past the limit, which are only counted.
  private var surplus = 0
  /// The sequence that glyphs belong to; -1 for none.
  private(set) var current: Int32 = -1
  /// How many sequences mark furniture of the page.
  private(set) var artifacts = 0
  /// How many are of layers that are off.
  private(set) var hidden = 0
  /// The text that stands for the glyphs of the innermost sequence that has one, as far as it is not used.
  var actualText = ActualText()

  struct ActualText {
    var scalars: ArraySlice<Unicode.Scalar> = []
    var isOpen = false
    /// Whether a glyph has been given its text.
    var isUsed = false
    var isEmpty: Bool { !isOpen }
  }

  private static let limit = 200

  mutating func push(_ entry: Entry) {
    guard entries.count < Self.limit else {
      surplus += 1
      return
    }
    entries.append(entry)
    if entry.isArtifact { artifacts += 1 }
    if entry.isHidden { hidden += 1 }
    if let sequence = entry.sequence { current = sequence }
  }

  @discardableResult
  mutating func pop() -> Entry? {
    if surplus > 0 {
      surplus -= 1
      return nil
    }
    guard let entry = entries.popLast() else { return nil }
    if entry.isArtifact { artifacts -= 1 }
    if entry.isHidden { hidden -= 1 }
    if entry.sequence != nil { current = entries.last { $0.sequence != nil }?.sequence ?? -1 }
    if entry.hasActualText { actualText = ActualText() }
    return entry
  }

  var count: Int { entries.count }
}

extension ContentMachine {
  /// The most sequences of one page; what is in later ones belongs to those around them.
  private static let sequenceLimit = 200_000

  func beginMarkedContent(_ scanner: ContentScanner, hasProperties: Bool) {
    var entry = MarkedContentStack.Entry()
    let names = scanner.operands.filter { $0.kind == .name }
    let tag = names.first.map { scanner.name($0) }
    entry.isArtifact = tag == "Artifact"
    if hasProperties { read(properties(scanner, names), tag, into: &entry) }
    marks.push(entry)
  }

  private func properties(_ scanner: ContentScanner, _ names: [Operand]) -> PDFObject? {
    if let inline = scanner.operands.last, inline.kind == .dictionary {
      var parser = ObjectParser(scanner.bytes, at: inline.start, allowsReferences: false)
      return parser.object()
    }
    guard names.count >= 2, let last = names.last else { return nil }
    return resources.object("Properties", scanner.name(last), in: file)
  }

  private func read(_ object: PDFObject?, _ tag: PDFName?, into entry: inout MarkedContentStack.Entry) {
    if tag == "OC" { entry.isHidden = !file.isShown(optionalContent: object) }
    guard let properties = file.resolve(object).dictionary else { return }
    if let identifier = file.integer(properties, "MCID"), page.sequences.count < Self.sequenceLimit {
      entry.sequence = Int32(page.sequences.count)
      page.sequences.append(MarkedSequence(stream: contentStream, identifier: Int32(clamping: identifier)))
    }
    if let bytes = file.string(properties, "ActualText"), marks.actualText.isEmpty {
      entry.hasActualText = true
      let text = TextString.decode(bytes)
      marks.actualText.scalars = Array(text.unicodeScalars.prefix(10_000))[...]
      marks.actualText.isOpen = true
    }
  }

  /// Runs an object that the structure tree names as a whole (ISO 32000-1, 14.7.4.3), unless it is part of a
  /// sequence already.
  func mark(_ object: ObjectID?, _ body: () throws(ReadError) -> Void) throws(ReadError) {
    guard let object, marks.current < 0, page.sequences.count < Self.sequenceLimit else { return try body() }
    let count = marks.count
    marks.push(.init(sequence: Int32(page.sequences.count)))
    page.sequences.append(MarkedSequence(stream: object, identifier: MarkedSequence.whole))
    try body()
    while marks.count > count { marks.pop() }
  }

  func endMarkedContent() {
    // What is left of the replacement goes to the last glyph of the sequence.
    let rest = marks.actualText
    if let entry = marks.entries.last, entry.hasActualText, rest.isUsed, !rest.scalars.isEmpty,
      let last = page.glyphs.indices.last
    {
      var view = String.UnicodeScalarView()
      if let scalar = page.glyphs[last].text.scalar, page.glyphs[last].text != .none { view.append(scalar) }
      view.append(contentsOf: rest.scalars)
      page.glyphs[last].text = string(String(view))
    }
    marks.pop()
  }

  /// The text of a glyph within a sequence that has a replacement: its next character, one a glyph.
  func replaced(_ text: Glyph.Text, _ actual: MarkedContentStack.ActualText) -> Glyph.Text {
    marks.actualText.isUsed = true
    guard let scalar = marks.actualText.scalars.popFirst() else { return .none }
    return Glyph.Text(scalar)
  }
}
