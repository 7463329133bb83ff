import DocumentModel
import Markup

/// Reads a part that holds text: the main document, a header or footer, notes, comments.
///
/// One pass; a paragraph is finished, formatted and handed on when its end tag comes. What differs between
/// kinds of content is in the extensions: text and fields, tables, drawings, sections.
final class StoryReader: PartHandler {
  /// A paragraph that is open.
  struct OpenParagraph {
    var direct = ParagraphProperties()
    var style: Int?
    var text: [UInt8] = []
    var runs: [Run] = []
    var keys: [(utf8Count: Int, key: FormatResolver.RunKey)] = []
    var boxed: [ReadParagraph] = []
    var figures: [Int] = []
    var page: Int?
    /// The section that it starts in; one that it ends itself is its own.
    var section = 0
    /// No property of it was read.
    var isFresh = true
    /// Its mark is deleted: the text runs on into the next paragraph (17.13.5.15).
    var isMarkDeleted = false
  }

  /// Where the element inside `w:rPr` go.
  enum RunTarget { case none, run, mark, ignored }

  /// The state around a text box, put aside while its content is read.
  struct Frame {
    var paragraph: OpenParagraph
    var isOpen: Bool
    var run: FormatResolver.RunKey
    var isInRun: Bool
    var tables: [OpenTable]
    var fields: [Bool]
    var story: Story
  }

  let builder: DocumentBuilder
  let resolver: FormatResolver
  let relationships: [String: Relationship]
  var story: Story

  var paragraph = OpenParagraph()
  var isOpen = false
  var inParagraphProperties = false
  var runTarget = RunTarget.none
  var isInRun = false
  /// No property of the open run was read.
  var isRunFresh = false
  var run = FormatResolver.RunKey()
  var knownRuns = PropertyMemory<(direct: RunProperties, characterStyle: Int32)>()
  var knownParagraphs = PropertyMemory<(direct: ParagraphProperties, style: Int?)>()
  /// The style of the open run, looked up at its first character.
  var style: TextStyle?
  /// Where the open stretch of one style starts in the paragraph's text.
  var segmentStart = 0
  var hidden: [UInt8] = []
  var isText = false
  var textStart = 0
  var keepsSpace = false
  /// Whether the open text holds line ends or tabs, which count as blanks.
  var sawControl = false
  /// The open complex fields; `false` while the instruction is read, `true` in the result (17.16.18).
  var fields: [Bool] = []
  var isFieldVisible = true
  var tables: [OpenTable] = []
  var inRowProperties = false
  var inCellProperties = false
  var frames: [Frame] = []
  /// For each open `mc:AlternateContent`, whether a branch was taken.
  var alternates: [Bool] = []
  /// Open figures, as indexes into the builder's figures.
  var drawings: [Int] = []
  var drawing = DrawingState()
  var inSection = false
  /// Text of a paragraph whose mark is deleted.
  var carried: OpenParagraph?
  var paragraphNumber = 0
  /// Whether the part is a document at all.
  var sawBody = false

  init(
    _ context: PartContext, part: String, story: Story, builder: DocumentBuilder,
    resolver: FormatResolver, relationships: [String: Relationship]
  ) {
    self.story = story
    self.builder = builder
    self.resolver = resolver
    self.relationships = relationships
    super.init(context, part: part)
  }

  override func start(_ rawName: UInt16, _ namespace: UInt8, _ attributes: XMLAttributes) {
    if skipping > 0 {
      skipping += 1
      return
    }
    guard namespace == Namespace.w.rawValue else {
      startForeign(rawName, namespace, attributes)
      return
    }
    guard let name = Name(number: rawName) else { return }
    if runTarget != .none {
      startRunProperty(name, attributes)
      return
    }
    switch name {
    case .r: startRun()
    case .t: startText(attributes)
    case .rPr: startRunProperties()
    case .p: startParagraph()
    case .pPr: startParagraphProperties()
    default:
      if inParagraphProperties {
        startParagraphProperty(name, attributes)
      } else {
        startOther(name, attributes)
      }
    }
  }

  override func end(_ rawName: UInt16, _ namespace: UInt8) {
    if skipping > 0 {
      skipping -= 1
      return
    }
    guard namespace == Namespace.w.rawValue else {
      endForeign(rawName, namespace)
      return
    }
    guard let name = Name(number: rawName) else { return }
    switch name {
    case .r: endRun()
    case .t: endText()
    case .rPr: endRunProperties()
    case .p: endParagraph()
    case .pPr: endParagraphProperties()
    case .tbl: endTable()
    case .tr: endRow()
    case .tc: endCell()
    case .trPr: inRowProperties = false
    case .tcPr: inCellProperties = false
    case .txbxContent: endTextBox()
    case .sectPr: endSection()
    case .pict, .object: endFigure()
    case .hdr, .ftr, .body, .footnote, .endnote, .comment: endStory()
    default: break
    }
  }

  override func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard isText, skipping == 0 else {
      if drawing.isOffset { drawing.digits.append(contentsOf: bytes.prefix(32)) }
      return
    }
    if currentStyle().isHidden {
      if hidden.count < 4_096 { hidden.append(contentsOf: bytes) }
      return
    }
    if paragraph.page == nil { paragraph.page = builder.page }
    paragraph.text.append(contentsOf: bytes)
    if !sawControl { sawControl = bytes.hasControl }
  }

  // MARK: Paragraphs

  private func startParagraph() {
    guard !isOpen else { return }
    paragraph.direct = ParagraphProperties()
    paragraph.style = resolver.styles.defaultParagraphStyle
    paragraph.text.removeAll(keepingCapacity: true)
    paragraph.runs.removeAll(keepingCapacity: true)
    paragraph.keys.removeAll(keepingCapacity: true)
    paragraph.boxed.removeAll()
    paragraph.figures.removeAll()
    paragraph.page = nil
    paragraph.section = builder.document.sections.count
    paragraph.isMarkDeleted = false
    paragraph.isFresh = true
    if let carried {
      paragraph.text = carried.text
      paragraph.runs = carried.runs
      paragraph.keys = carried.keys
      paragraph.boxed = carried.boxed
      paragraph.figures = carried.figures
      paragraph.page = carried.page
      self.carried = nil
    }
    segmentStart = paragraph.text.count
    isOpen = true
  }

  private func endParagraph() {
    guard isOpen else { return }
    isOpen = false
    if paragraph.isMarkDeleted && carried == nil && frames.isEmpty {
      carried = paragraph
      return
    }
    finishParagraph()
  }

  /// Formats the open paragraph and hands it on.
  private func finishParagraph() {
    let table = tables.last?.layer ?? -1
    var properties = resolver.paragraphBase(style: paragraph.style, table: table, direct: paragraph.direct)
    properties.merge(paragraph.direct)
    let size = paragraph.runs.first?.style.size.map { Int($0.points * 2) } ?? 21
    let label =
      properties.numId != 0 && story != .comment
      ? builder.lists.label(list: Int(properties.numId), level: Int(properties.level)) : ""
    let result = Paragraph(
      text: paragraph.text.isEmpty ? "" : String(decoding: paragraph.text, as: UTF8.self), label: label,
      // An exact copy: the scratch array keeps its room for the next paragraph.
      runs: paragraph.runs.withUnsafeBufferPointer { Array($0) },
      format: ParagraphFormat(properties, characterSize: size), story: story,
      cell: tables.last.map { CellPosition(table: $0.index, row: $0.row, column: $0.column) },
      section: paragraph.section,
      page: story == .body || story == .textBox ? paragraph.page ?? builder.page : nil,
      styleName: paragraph.style.map { context.pool[resolver.styles.raw[$0].name] },
      location: SourceLocation(part: part, paragraph: paragraphNumber))
    paragraphNumber += 1
    handOn(result, table)
    if paragraphNumber > builder.limits.paragraphs {
      stop(ReadError(.limit, part: part, detail: "more than \(builder.limits.paragraphs) paragraphs"))
    }
  }

  private func handOn(_ result: Paragraph, _ table: Int32) {
    if frames.isEmpty, paragraph.boxed.isEmpty, paragraph.figures.isEmpty {
      builder.append(result, raw: layers(table))
      return
    }
    let read = ReadParagraph(
      paragraph: result, boxed: paragraph.boxed, figures: paragraph.figures, raw: layers(table))
    if frames.isEmpty {
      builder.append(read)
    } else {
      frames[frames.count - 1].paragraph.boxed.append(read)
    }
  }

  private func layers(_ table: Int32) -> RawParagraph? {
    guard builder.keepsLayers else { return nil }
    return RawParagraph(
      direct: paragraph.direct, style: paragraph.style, table: table, runs: paragraph.keys)
  }

  /// At the end of a story nothing may stay open.
  private func endStory() {
    if isOpen { endParagraph() }
    if let rest = carried {
      paragraph = rest
      carried = nil
      finishParagraph()
    }
    if !fields.isEmpty {
      context.note("W_FIELD", part: part, "a field has no end")
      fields.removeAll()
      isFieldVisible = true
    }
    tables.removeAll()
  }
}
