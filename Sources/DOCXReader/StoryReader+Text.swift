import DocumentModel
import Markup

extension StoryReader {
  // MARK: Runs

  func startRun() {
    isInRun = true
    isRunFresh = true
    style = nil
    run.direct = RunProperties()
    run.characterStyle = resolver.styles.defaultCharacterStyle.map(Int32.init) ?? -1
    segmentStart = paragraph.text.count
  }

  func endRun() {
    closeSegment()
    isInRun = false
    style = nil
  }

  /// The style of the open run.
  func currentStyle() -> TextStyle {
    if let style { return style }
    run.paragraphStyle = paragraph.style.map(Int32.init) ?? -1
    run.table = tables.last?.layer ?? -1
    let found = resolver.textStyle(run)
    style = found
    return found
  }

  /// Ends the stretch of text in the current style.
  func closeSegment() {
    if !hidden.isEmpty {
      builder.noteHidden(String(decoding: hidden, as: UTF8.self))
      hidden.removeAll(keepingCapacity: true)
    }
    let length = paragraph.text.count - segmentStart
    guard length > 0 else { return }
    let style = currentStyle()
    if let last = paragraph.runs.last, last.style === style {
      paragraph.runs[paragraph.runs.count - 1].utf8Count += length
    } else {
      paragraph.runs.append(Run(utf8Count: length, style: style))
    }
    if builder.keepsLayers { paragraph.keys.append((length, run)) }
    segmentStart = paragraph.text.count
  }

  // MARK: Text

  func startText(_ attributes: XMLAttributes) {
    guard isFieldVisible, isOpen, isInRun else { return }
    isText = true
    textStart = paragraph.text.count
    keepsSpace = attributes.value(.space)?.equals("preserve") ?? false
  }

  /// Without `xml:space="preserve"` the blanks around the text do not count; line ends inside are blanks.
  func endText() {
    guard isText else { return }
    isText = false
    if !keepsSpace {
      while paragraph.text.count > textStart, let last = paragraph.text.last, last <= 0x20 {
        paragraph.text.removeLast()
      }
      var blanks = textStart
      while blanks < paragraph.text.count, paragraph.text[blanks] <= 0x20 { blanks += 1 }
      if blanks > textStart { paragraph.text.removeSubrange(textStart..<blanks) }
    }
    if sawControl {
      for index in textStart..<max(textStart, paragraph.text.count) where paragraph.text[index] < 0x20 {
        paragraph.text[index] = 0x20
      }
      sawControl = false
    }
  }

  /// Adds a character that an element stands for.
  func append(_ scalar: Unicode.Scalar) {
    guard isOpen, isInRun, isFieldVisible else { return }
    if currentStyle().isHidden {
      hidden.append(contentsOf: String(scalar).utf8)
      return
    }
    if paragraph.page == nil { paragraph.page = builder.page }
    paragraph.text.append(contentsOf: String(scalar).utf8)
  }

  // MARK: Content

  /// Everything of the main namespace that is neither run, text, paragraph nor property.
  func startOther(_ name: Name, _ attributes: XMLAttributes) {
    switch name {
    case .body: sawBody = true
    case .tab, .ptab: append("\t")
    case .cr: append("\n")
    case .br: startBreak(attributes)
    case .noBreakHyphen: append("\u{2011}")
    case .sym: appendSymbol(attributes)
    case .fldChar: fieldCharacter(attributes)
    case .lastRenderedPageBreak:
      builder.sawRenderedBreak = true
      if story == .body { builder.page += 1 }
    case .rt, .instrText, .delText, .delInstrText, .tblGridChange: skipping = 1
    case .ins, .moveTo:
      builder.document.residue.insertions += name == .ins ? 1 : 0
      builder.document.residue.moves += name == .moveTo ? 1 : 0
      builder.noteAuthor(attributes.value(.author)?.string)
    case .del, .moveFrom: startDeletion(name, attributes)
    case .showingPlcHdr: if attributes.isOn { builder.document.residue.placeholders += 1 }
    case .altChunk, .subDoc:
      builder.document.residue.unreadInclusions += 1
      context.note("W_INCLUSION", part: part, "a piece that is included by reference was not read")
    case .txbxContent: startTextBox()
    case .pict: startFigure(.shape)
    case .object: startFigure(.ole)
    case .control:
      builder.document.residue.activeXControls += 1
      startControl(attributes)
    case .comment: startComment(attributes)
    case .footnote, .endnote:
      // Separators are lines, not text (17.18.33).
      if let type = attributes.value(.type), !type.equals("normal") { skipping = 1 }
    default: startTableOrSection(name, attributes)
    }
  }

  private func startBreak(_ attributes: XMLAttributes) {
    guard let type = attributes.value(.type), !type.equals("textWrapping") else {
      append("\n")
      return
    }
    if !paragraph.text.isEmpty { append("\n") }
  }

  private func startDeletion(_ name: Name, _ attributes: XMLAttributes) {
    builder.noteAuthor(attributes.value(.author)?.string)
    if name == .del { builder.document.residue.deletions += 1 }
    if inRowProperties {
      tables[tables.count - 1].isRowDeleted = true
    } else {
      skipping = 1
    }
  }

  /// `w:sym` (17.3.3.30): a character of a named face.
  private func appendSymbol(_ attributes: XMLAttributes) {
    guard let code = attributes.value(.char).flatMap(Number.hex), let scalar = Unicode.Scalar(code) else {
      return
    }
    closeSegment()
    let outside = (run, style)
    let face = attributes.value(.font).map { context.pool.id(of: $0) } ?? NamePool.none
    for slot in [\RunProperties.ascii, \.highAnsi, \.eastAsia, \.complexScript] {
      run.direct[keyPath: slot] = RunProperties.Face(name: face)
    }
    style = nil
    append(scalar)
    closeSegment()
    (run, style) = outside
  }

  private func startComment(_ attributes: XMLAttributes) {
    builder.document.residue.comments += 1
    builder.noteAuthor(attributes.value(.author)?.string)
  }

  // MARK: Fields

  /// A complex field shows its result only (17.16.18); fields nest, and results may span paragraphs.
  private func fieldCharacter(_ attributes: XMLAttributes) {
    guard let type = attributes.value(.fldCharType) else { return }
    closeSegment()
    if type.equals("begin") {
      if fields.count < 64 { fields.append(false) }
    } else if type.equals("separate") {
      if !fields.isEmpty { fields[fields.count - 1] = true }
    } else if type.equals("end") {
      _ = fields.popLast()
    }
    isFieldVisible = fields.allSatisfy { $0 }
  }

  // MARK: Text boxes

  private func startTextBox() {
    guard frames.count < 16 else {
      skipping = 1
      return
    }
    closeSegment()
    if let figure = drawings.last { builder.document.figures[figure].kind = .textBox }
    frames.append(
      Frame(
        paragraph: paragraph, isOpen: isOpen, run: run, isInRun: isInRun, tables: tables, fields: fields,
        story: story))
    paragraph = OpenParagraph()
    isOpen = false
    isInRun = false
    style = nil
    tables = []
    fields = []
    isFieldVisible = true
    if story == .body { story = .textBox }
  }

  func endTextBox() {
    guard let frame = frames.popLast() else { return }
    paragraph = frame.paragraph
    isOpen = frame.isOpen
    run = frame.run
    isInRun = frame.isInRun
    isRunFresh = false
    tables = frame.tables
    fields = frame.fields
    isFieldVisible = fields.allSatisfy { $0 }
    story = frame.story
    style = nil
    segmentStart = paragraph.text.count
  }

  // MARK: Alternate content

  func startForeign(_ rawName: UInt16, _ namespace: UInt8, _ attributes: XMLAttributes) {
    guard let space = Namespace(rawValue: namespace), let name = Name(number: rawName) else { return }
    switch (space, name) {
    case (.mc, .AlternateContent): alternates.append(false)
    case (.mc, .Choice): chooseBranch(isKnown: attributes.value(.Requires).map(Self.understands) ?? false)
    case (.mc, .Fallback): chooseBranch(isKnown: true)
    case (.m, .r):
      if isOpen { startRun() }
    case (.m, .t): startText(attributes)
    default: startDrawing(space, name, attributes)
    }
  }

  func endForeign(_ rawName: UInt16, _ namespace: UInt8) {
    guard let space = Namespace(rawValue: namespace), let name = Name(number: rawName) else { return }
    switch (space, name) {
    case (.mc, .AlternateContent): _ = alternates.popLast()
    case (.m, .r): if isInRun { endRun() }
    case (.m, .t): endText()
    default: endDrawing(space, name)
    }
  }

  /// Exactly one branch is read (ECMA-376-3, 7.6): the first choice that is understood, else the fallback.
  private func chooseBranch(isKnown: Bool) {
    guard let taken = alternates.last else { return }
    if taken || !isKnown {
      skipping = 1
    } else {
      alternates[alternates.count - 1] = true
    }
  }

  /// The prefixes of extensions that this reader understands, as every producer writes them.
  private static func understands(_ requires: Bytes) -> Bool {
    let known: Set = ["wps", "wpg", "wpc", "wp14", "w14", "w15", "a14", "v", "o", "wp", "w", "r", "m"]
    let prefixes = requires.string.split(separator: " ")
    return !prefixes.isEmpty && prefixes.allSatisfy { known.contains(String($0)) }
  }
}
