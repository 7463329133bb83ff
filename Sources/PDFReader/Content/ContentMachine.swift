import DocumentModel

/// Runs content streams (ISO 32000-1, 7.8, 8 and 9) and records what they paint.
///
/// One machine reads all pages of a file, for one task. Fonts and forms are made once; a page costs its glyphs
/// and little else. What a broken stream says is done as far as it has a sense.
final class ContentMachine {
  let file: PDFFile
  var styles = StyleTable()
  var fonts: [PDFFont] = []

  /// What the current page has painted so far.
  var page = PageContent(number: 1, width: 0, height: 0)
  var state: GraphicsState
  var stack: [GraphicsState] = []
  /// Text matrix and text line matrix (ISO 32000-1, 9.4.1).
  var textMatrix = PDFMatrix.identity
  var lineMatrix = PDFMatrix.identity
  /// The resources of the stream that runs.
  var resources: ResourceFrame
  var path = PathRecord()
  var marks = MarkedContentStack()
  /// The style of the next glyph; `nil` when something that it depends on has changed.
  var style: UInt32?
  var budget = Budget()
  /// Forms and pages in progress, to cut circles.
  var depth = 0
  var open: Set<ObjectID> = []
  /// The form that runs; `nil` for the content of the page.
  var contentStream: ObjectID?
  var inlineImages = 0
  /// The inline image that is asked for, by its place on the page, and what was found.
  var wantedInlineImage: Int?
  var inlineImage: InlineImage?
  /// The page, or the bounds of what is looked at.
  var visible = Bounds(left: 0, top: 0, right: 0, bottom: 0)

  var fontIndexes: [ObjectID: Int32] = [:]
  /// Fonts that lack something which tells what their codes read or how they look.
  var damagedFonts: Set<Int32> = []
  var forms: [ObjectID: FormXObject?] = [:]
  var formBytes = 0
  /// What the groups of soft masks paint.
  var maskPaints: [ObjectID: SoftMask.Paint] = [:]

  /// The deepest nesting of `q`, of forms in forms.
  static let stackLimit = 512
  static let depthLimit = 24

  /// How much work one file may ask for.
  struct Budget {
    var operators = 60_000_000
    var glyphs = 6_000_000
    var draws = 1_000_000
    var objects = 2_000_000
  }

  init(_ file: PDFFile) {
    self.file = file
    resources = ResourceFrame(PDFDictionary())
    state = GraphicsState(clip: visible)
  }

  /// Runs a page with its annotations.
  /// - Throws: `E_LIMIT` for a file that asks for more work than any honest one, `E_TIMEOUT`.
  func run(_ object: PageObject) throws(ReadError) -> PageContent {
    let (width, height) = object.displaySize
    page = PageContent(number: object.index + 1, width: width, height: height)
    visible = Bounds(left: 0, top: 0, right: width, bottom: height)
    state = GraphicsState(clip: visible)
    state.matrix = object.displayMatrix
    stack.removeAll(keepingCapacity: true)
    marks = MarkedContentStack()
    inlineImages = 0
    style = nil
    depth = 0
    open = []
    contentStream = nil
    resources = ResourceFrame(object.resources)
    page.isIncomplete = file.lacksContents(of: object)
    let streams = file.contents(of: object)
    if streams.count == 1, let stream = streams.first {
      let content = try file.paintingContent(of: stream)
      if content.isDamaged { page.isIncomplete = true }
      try run(content.bytes)
    } else {
      var bytes: [UInt8] = []
      for stream in streams {
        let content = try file.paintingContent(of: stream)
        if content.isDamaged { page.isIncomplete = true }
        bytes.append(contentsOf: content.bytes)
        bytes.append(0x0A)
        // One stream may be named many times.
        if bytes.count > file.limits.partBytes {
          throw ReadError(.limit, detail: "the contents of page \(page.number)")
        }
      }
      try run(bytes)
    }
    try runAnnotations(of: object)
    hideCoveredText()
    markRings()
    markOutlineRings()
    return page
  }

  func run(_ bytes: [UInt8]) throws(ReadError) {
    var failure: ReadError?
    bytes.withUnsafeBytes { buffer in
      var scanner = ContentScanner(buffer)
      do throws(ReadError) {
        while let code = scanner.next() {
          budget.operators &-= 1
          if budget.operators < 0 { throw ReadError(.limit, detail: "content operators") }
          if budget.operators % Deadline.Steps.stride == 0 { try file.deadline.check("page \(page.number)") }
          if let code = ContentOperator(rawValue: code) { try perform(code, &scanner) }
        }
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
  }

  /// Does one operator; an unknown one does nothing (ISO 32000-1, 7.8.2).
  private func perform(_ code: ContentOperator, _ scanner: inout ContentScanner) throws(ReadError) {
    switch code {
    case .save: save()
    case .restore: restore()
    case .concatenate: concatenate(scanner)
    case .lineWidth:
      if let width = scanner.number(fromEnd: 0) { state.lineWidth = width }
      style = nil
    case .extendedState: setExtendedState(scanner)
    case .paintXObject: try paintXObject(scanner)
    case .inlineImage: paintInlineImage(&scanner)
    case .beginMarked: beginMarkedContent(scanner, hasProperties: false)
    case .beginMarkedWithProperties: beginMarkedContent(scanner, hasProperties: true)
    case .endMarked: endMarkedContent()
    case .beginText, .endText, .moveText, .moveTextSetLeading, .textMatrix, .nextLine, .show, .showAdjusted,
      .showNextLine, .showNextLineSpaced:
      try performText(code, scanner)
    case .font, .characterSpacing, .wordSpacing, .horizontalScale, .leading, .renderingMode, .rise:
      setTextState(code, scanner)
    case .moveTo, .lineTo, .curveTo, .curveToInitial, .curveToFinal, .closePath, .rectangle:
      extendPath(code, scanner)
    case .stroke, .closeStroke, .fill, .fillOld, .fillEvenOdd, .fillStroke, .fillStrokeEvenOdd,
      .closeFillStroke, .closeFillStrokeEvenOdd, .endPath, .clip, .clipEvenOdd:
      paintPath(code)
    case .fillGray, .strokeGray, .fillRGB, .strokeRGB, .fillCMYK, .strokeCMYK, .fillSpace, .strokeSpace,
      .fillColor, .strokeColor, .fillColorSpecial, .strokeColorSpecial:
      setColor(code, scanner)
    case .shading: paintShading()
    }
  }

  func save() {
    if stack.count < Self.stackLimit { stack.append(state) }
  }

  func restore() {
    guard let last = stack.popLast() else { return }
    state = last
    style = nil
  }

  private func concatenate(_ scanner: ContentScanner) {
    guard let matrix = scanner.matrix, matrix.isFinite else { return }
    state.matrix = matrix.concatenated(state.matrix)
    style = nil
  }

  private func setExtendedState(_ scanner: ContentScanner) {
    guard let name = scanner.lastName, let dictionary = resources.lookUp("ExtGState", name, in: file) else {
      return
    }
    if let width = file.number(dictionary, "LW") { state.lineWidth = width }
    if let alpha = file.number(dictionary, "ca") { state.fill.alpha = min(max(alpha, 0), 1) }
    if let alpha = file.number(dictionary, "CA") { state.stroke.alpha = min(max(alpha, 0), 1) }
    if let mode = dictionary["BM"] { state.mask.isBlended = isBlended(mode) }
    if let mask = dictionary["SMask"] { setSoftMask(mask) }
    if let font = file.array(dictionary, "Font"), font.count >= 2, let size = file.resolve(font[1]).number {
      state.font = fontIndex(font[0])
      state.fontSize = size
    }
    style = nil
  }
}

extension ContentScanner {
  /// The last six operands as a matrix.
  var matrix: PDFMatrix? {
    guard let a = number(fromEnd: 5), let b = number(fromEnd: 4), let c = number(fromEnd: 3),
      let d = number(fromEnd: 2), let e = number(fromEnd: 1), let f = number(fromEnd: 0)
    else { return nil }
    return PDFMatrix(a: a, b: b, c: c, d: d, e: e, f: f)
  }
}

extension PDFMatrix {
  /// Whether all of it is a number within what single precision can hold.
  var isFinite: Bool {
    let sum = abs(a) + abs(b) + abs(c) + abs(d) + abs(e) + abs(f)
    return sum < 1e12
  }
}
