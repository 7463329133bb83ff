import DocumentModel

extension Interpreter {
  // MARK: Paragraph formatting

  /// - Returns: whether the word is about paragraphs.
  mutating func takeParagraph(_ keyword: Keyword, _ parameter: Int?) -> Bool {
    let value = Self.bounded(parameter ?? 0)
    switch keyword {
    case .pard: state.paragraph = ParagraphProperties()
    case .s: state.paragraph.style = value
    case .ql: align(.left)
    case .qc: align(.center)
    case .qr: align(.right)
    case .qj: align(.justified)
    case .qd: align(.distributed)
    case .sl:
      state.paragraph.line = value
      state.paragraph.fields.insert(.line)
    case .slmult: state.paragraph.isMultiple = value == 1
    case .sb: state.paragraph.before = value
    case .sa: state.paragraph.after = value
    case .lisb: state.paragraph.beforeLines = value
    case .lisa: state.paragraph.afterLines = value
    case .pagebb: state.paragraph.startsPage = parameter != 0
    case .outlinelevel: state.paragraph.outline = parameter == nil ? 9 : value
    case .nosnaplinegrid: state.paragraph.snapsToGrid = false
    case .intbl: state.paragraph.isInTable = true
    case .itap:
      state.paragraph.depth = value
      state.paragraph.isInTable = value > 0
    case .ls: state.paragraph.list = value
    case .ilvl: state.paragraph.level = value
    default: return takeIndent(keyword, value)
    }
    return true
  }

  private mutating func align(_ alignment: Alignment) {
    state.paragraph.alignment = alignment
    state.paragraph.fields.insert(.alignment)
  }

  private mutating func takeIndent(_ keyword: Keyword, _ value: Int32) -> Bool {
    switch keyword {
    case .fi:
      state.paragraph.firstLine = value
      state.paragraph.fields.insert(.firstLine)
    case .cufi:
      state.paragraph.firstLineChars = value
      state.paragraph.fields.insert(.firstLineChars)
    case .li, .lin: state.paragraph.left = value
    case .ri, .rin: state.paragraph.right = value
    case .culi: state.paragraph.leftChars = value
    case .curi: state.paragraph.rightChars = value
    default: return false
    }
    return true
  }

  // MARK: Paragraphs

  /// Ends the open paragraph, in the table that its formatting puts it in.
  mutating func endParagraph() throws(ReadError) {
    try endParagraph(depth: state.paragraph.isInTable ? Int(max(state.paragraph.depth, 1)) : 0)
  }

  /// Ends the open paragraph in a table of some depth, 0 for none.
  mutating func endParagraph(depth: Int) throws(ReadError) {
    flush()
    endHidden()
    try builder.countParagraph()
    bringTables(to: depth)
    let last = frames.count - 1
    let open = frames[last].paragraph
    let size = open.runs.first?.style.size.map { $0.points * 2 } ?? 21
    let cell = frames[last].tables.last.map { CellPosition(table: $0.index, row: $0.row, column: $0.cell) }
    let paragraph = Paragraph(
      text: String(decoding: open.text, as: UTF8.self), label: open.label, runs: open.runs,
      format: state.paragraph.format(characterSize: size), story: frames[last].story, cell: cell,
      section: open.section, styleName: header.paragraphStyles[state.paragraph.style]?.name)
    let layers =
      builder.keepsLayers ? ParagraphLayers(paragraph: state.paragraph, runs: open.layers) : nil
    frames[last].finished.append(
      ReadParagraph(paragraph: paragraph, boxed: open.boxed, figures: open.figures, layers: layers))
    frames[last].paragraph = OpenParagraph()
    frames[last].paragraph.section = builder.document.sections.count
  }

  // MARK: Stories

  /// Begins a story in this group; `false` when stories nest too deep to be real.
  mutating func beginStory(_ story: Story) -> Bool {
    guard frames.count < Self.deepestStory else {
      state.destination = .ignored
      return false
    }
    endHidden()
    // A text box of a header belongs to it.
    let outer = frames[frames.count - 1].story
    var frame = StoryFrame(story == .textBox && outer != .body ? outer : story)
    frame.paragraph.section = frames[frames.count - 1].paragraph.section
    frames.append(frame)
    state.destination = .text
    state.opensStory = true
    state.characters = CharacterProperties()
    state.paragraph = ParagraphProperties()
    isTextBox.append(story == .textBox)
    return true
  }

  mutating func endStory() throws(ReadError) {
    guard frames.count > 1 else { return }
    if !frames[frames.count - 1].paragraph.isEmpty { try endParagraph() }
    bringTables(to: 0)
    guard let frame = frames.popLast() else { return }
    if isTextBox.popLast() ?? false {
      frames[frames.count - 1].paragraph.boxed.append(contentsOf: frame.finished)
    } else {
      builder.add(frame.finished, of: frame.story)
    }
  }

  mutating func endBody() throws(ReadError) {
    if !frames[0].paragraph.isEmpty { try endParagraph() }
    bringTables(to: 0)
    let count = builder.document.sections.count
    if count == 0 || frames[0].finished.last?.paragraph.section == count { endSection() }
    builder.finish(body: frames[0].finished)
  }
}
