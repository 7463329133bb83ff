import DocumentModel

/// Reads the stories of a document, paragraph by paragraph ([MS-DOC] 2.3, 2.4.2).
///
/// What a character looks like depends on the style of its paragraph, which the mark at the end has: so the
/// end is found first. What differs between kinds of content is in the extensions: text, tables, anchors.
final class StoryReader {
  let builder: DocumentBuilder
  let resolver: FormatResolver
  let deadline: Deadline
  let text: [UInt16]
  let characters: FormattedRuns
  let paragraphs: FormattedRuns
  let sections: SectionTable
  let anchors: Anchors

  var story = Story.body
  var part = ""
  /// The number of the next paragraph in its part.
  var number = 0
  let buffer = TextBuffer()
  var runs: [Run] = []
  var layers: [RawRun] = []
  /// The open fields: `false` while the instruction is read, `true` in the result.
  var fields: [Bool] = []
  var isFieldVisible = true
  var tables: [OpenTable] = []
  /// Figures and text boxes that the open paragraph anchors.
  var figures: [Int] = []
  var boxes: [Range<Int>] = []
  /// The object that the open field shows: its number.
  var pendingObject: Int?
  /// The shapes whose texts are read.
  var readBoxIDs: Set<Int> = []
  /// The groups whose members are among the figures.
  var drawnGroups: Set<Int> = []
  /// Pictures in the line by their place in the data stream.
  var inlinePictures: [Int: InlinePicture] = [:]
  var revision = OpenRevision()
  var hidden: [UInt16] = []
  var section = 0
  /// What the lists of row ends say.
  var knownRows: [Int32: (edges: [Int], style: Int?)] = [:]
  /// How many text boxes are open; they nest no deeper than this reader goes.
  var boxDepth = 0

  init(
    _ builder: DocumentBuilder, _ resolver: FormatResolver, before deadline: Deadline, text: [UInt16],
    characters: FormattedRuns, paragraphs: FormattedRuns, sections: SectionTable, anchors: Anchors
  ) {
    self.builder = builder
    self.resolver = resolver
    self.deadline = deadline
    self.text = text
    self.characters = characters
    self.paragraphs = paragraphs
    self.sections = sections
    self.anchors = anchors
  }

  /// Reads a range of characters as a story or a part of one.
  func read(_ range: Range<Int>, _ story: Story, part: String) throws(ReadError) {
    (self.story, self.part) = (story, part)
    try readParagraphs(range.clamped(to: 0..<text.count))
  }

  /// Reads a story that ends with a paragraph mark that is no part of it ([MS-DOC] 2.3.2).
  func readNotes(_ range: Range<Int>, _ story: Story, part: String) throws(ReadError) {
    guard !range.isEmpty else { return }
    let before = builder.document.paragraphs.count
    if part != self.part { number = 0 }
    try read(range, story, part: part)
    if let last = builder.document.paragraphs.last, builder.document.paragraphs.count > before,
      last.text.isEmpty, last.cell == nil,
      !builder.document.figures.contains(where: {
        $0.paragraph == builder.document.paragraphs.count - 1
      })
    {
      builder.removeLast()
    }
  }

  /// Text boxes whose anchor was not met are read behind the body: text must not be lost.
  func readForgottenBoxes() throws(ReadError) {
    let forgotten = anchors.bodyBoxes.filter { !readBoxIDs.contains($0.key) }.sorted {
      $0.value.lowerBound < $1.value.lowerBound
    }
    story = .textBox
    for (_, range) in forgotten { try readBox(range) }
  }

  func readParagraphs(_ range: Range<Int>) throws(ReadError) {
    var position = range.lowerBound
    var run = characters.index(at: position)
    var mark = paragraphs.index(at: position)
    var steps = Deadline.Steps(deadline)
    beginStory()
    while position < range.upperBound {
      let end = paragraphEnd(from: position, to: range.upperBound)
      // A paragraph is as much work as some dozen characters.
      if steps.arePast(after: 32 + end - position) { throw deadline.error(at: "\(part), \(number + 1)") }
      while mark < paragraphs.runs.count, Int(paragraphs.runs[mark].end) <= end { mark += 1 }
      let (list, piece) =
        mark < paragraphs.runs.count
        ? (paragraphs.runs[mark].list, paragraphs.runs[mark].piece)
        : (PropertyListPool.none, PropertyListPool.none)
      let properties = resolver.paragraph(list: list, piece: piece)
      noteFormatChange(properties.direct)
      if story == .body, boxDepth == 0 { moveSection(to: position) }
      let isMarkDeleted = try readText(position..<end, properties, &run)
      // A deleted mark joins two paragraphs: the text waits for the next one ([MS-DOC] 2.6.1, sprmCFRMarkDel).
      // Cells and rows stay what they are.
      let isJoined = isMarkDeleted && text[end] == 0x0D && !properties.effective.isInnerCell
      if !isJoined || end + 1 >= range.upperBound { try finish(properties, piece, mark: end) }
      position = end + 1
    }
    endStory()
  }

  /// The position of the mark that ends a paragraph: of the paragraph, of a cell or row, of a section.
  private func paragraphEnd(from start: Int, to limit: Int) -> Int {
    text.withUnsafeBufferPointer { text in
      var position = start
      while position < limit {
        let unit = text[position]
        if unit <= 0x0D {
          if unit == 0x0D || unit == 0x07 { return position }
          if unit == 0x0C, isSectionEnd(position + 1) { return position }
        }
        position &+= 1
      }
      return limit
    }
  }

  private func isSectionEnd(_ position: Int) -> Bool {
    guard story == .body else { return false }
    var low = 0
    var high = sections.ends.count
    while low < high {
      let middle = (low + high) / 2
      if sections.ends[middle] < position { low = middle + 1 } else { high = middle }
    }
    return low < sections.ends.count && sections.ends[low] == position
  }

  private func moveSection(to position: Int) {
    while section + 1 < sections.sections.count, section < sections.ends.count,
      position >= sections.ends[section]
    {
      section += 1
    }
  }

  private func noteFormatChange(_ properties: ParagraphProperties) {
    guard properties.fields.contains(.formatChange) else { return }
    builder.document.residue.formatChanges += 1
    noteAuthor(properties.formatAuthor)
  }

  private func beginStory() {
    buffer.removeAll()
    runs.removeAll(keepingCapacity: true)
    layers.removeAll(keepingCapacity: true)
    fields.removeAll()
    isFieldVisible = true
    tables.removeAll()
    revision = OpenRevision()
  }

  private func endStory() {
    endRevision()
    closeTables(to: 0)
    if !fields.isEmpty {
      builder.note("W_FIELD", "a field has no end")
      fields.removeAll()
      isFieldVisible = true
    }
  }

  // MARK: Paragraphs

  /// Formats the open paragraph and hands it on, with the text boxes that it anchors.
  private func finish(_ properties: ResolvedParagraph, _ piece: Int32, mark: Int) throws(ReadError) {
    defer {
      buffer.removeAll()
      runs.removeAll(keepingCapacity: true)
      layers.removeAll(keepingCapacity: true)
    }
    let effective = properties.effective
    openTables(to: effective.tableDepth)
    if isRowEnd(effective) {
      endRow(properties)
      return
    }
    let size = runs.first?.style.size.map { Int($0.points * 2) } ?? 21
    let label =
      effective.list != 0 && story != .comment
      ? builder.lists.label(list: Int(effective.list), level: Int(effective.level)) : ""
    let index = builder.document.paragraphs.count
    let paragraph = Paragraph(
      text: buffer.string, label: label,
      // An exact copy: the scratch array keeps its room for the next paragraph.
      runs: runs.withUnsafeBufferPointer { Array($0) },
      format: ParagraphFormat(effective, characterSize: size), story: story, cell: cellPosition(),
      section: section, styleName: resolver.styles.name(properties.style),
      location: SourceLocation(part: part, paragraph: number))
    number += 1
    try builder.append(
      paragraph,
      raw: builder.keepsLayers ? RawParagraph(list: properties.list, piece: piece, runs: layers) : nil)
    for figure in figures { builder.document.figures[figure].paragraph = index }
    figures.removeAll(keepingCapacity: true)
    endCell(effective, mark: mark < text.count ? text[mark] : 0)
    try readBoxes()
  }

  /// Reads the text boxes that the finished paragraph anchors; they stand behind it.
  private func readBoxes() throws(ReadError) {
    guard !boxes.isEmpty else { return }
    let waiting = boxes
    boxes.removeAll()
    guard boxDepth < 8 else {
      builder.note("W_DOC_NESTING", "text boxes inside each other too deep")
      return
    }
    let outside = (tables, fields, isFieldVisible, story, revision)
    boxDepth += 1
    if story == .body { story = .textBox }
    for range in waiting { try readBox(range) }
    boxDepth -= 1
    (tables, fields, isFieldVisible, story, revision) = outside
  }

  /// The text of a box ends with a mark that is no part of it.
  private func readBox(_ range: Range<Int>) throws(ReadError) {
    let range = range.clamped(to: 0..<text.count)
    let isClosed = range.count > 1 && text[range.upperBound - 1] == 0x0D && text[range.upperBound - 2] == 0x0D
    try readParagraphs(isClosed ? range.lowerBound..<range.upperBound - 1 : range)
  }
}
