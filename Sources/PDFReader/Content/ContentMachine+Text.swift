import DocumentModel

/// Text objects and text showing (ISO 32000-1, 9).
extension ContentMachine {
  func performText(_ code: ContentOperator, _ scanner: ContentScanner) throws(ReadError) {
    switch code {
    case .show: try show(scanner.operands.last, scanner)
    case .showAdjusted: try showAdjusted(scanner)
    case .showNextLine:
      nextLine()
      try show(scanner.operands.last, scanner)
    case .showNextLineSpaced:
      if let word = scanner.number(fromEnd: 2) { state.wordSpacing = word }
      if let character = scanner.number(fromEnd: 1) { state.characterSpacing = character }
      nextLine()
      try show(scanner.operands.last, scanner)
    case .beginText:
      textMatrix = .identity
      lineMatrix = .identity
    case .endText: break
    case .moveText: moveLine(scanner)
    case .moveTextSetLeading:
      if let y = scanner.number(fromEnd: 0) { state.leading = -y }
      moveLine(scanner)
    case .textMatrix:
      if let matrix = scanner.matrix, matrix.isFinite {
        textMatrix = matrix
        lineMatrix = matrix
      }
    case .nextLine: nextLine()
    default: break
    }
  }

  func setTextState(_ code: ContentOperator, _ scanner: ContentScanner) {
    let value = scanner.number(fromEnd: 0)
    switch code {
    case .font:
      if let size = value { state.fontSize = size }
      if let name = scanner.lastName { state.font = fontIndex(named: name) }
      if !damagedFonts.isEmpty, damagedFonts.contains(state.font) { page.isIncomplete = true }
      style = nil
    case .characterSpacing: if let value { state.characterSpacing = value }
    case .wordSpacing: if let value { state.wordSpacing = value }
    case .horizontalScale:
      if let value { state.scale = value / 100 }
      style = nil
    case .leading: if let value { state.leading = value }
    case .rise: if let value { state.rise = value }
    case .renderingMode:
      if let value { state.mode = UInt8(clamping: Int(clamping: value)) & 7 }
      style = nil
    default: break
    }
  }

  private func moveLine(_ scanner: ContentScanner) {
    guard let x = scanner.number(fromEnd: 1), let y = scanner.number(fromEnd: 0) else { return }
    moveLine(x, y)
  }

  private func moveLine(_ x: Double, _ y: Double) {
    let (e, f) = lineMatrix.apply(x, y)
    guard abs(e) < 1e9, abs(f) < 1e9 else { return }
    lineMatrix.e = e
    lineMatrix.f = f
    textMatrix = lineMatrix
  }

  private func nextLine() { moveLine(0, -state.leading) }

  // MARK: Fonts

  private func fontIndex(named name: PDFName) -> Int32 {
    if let known = resources.fonts.first(where: { $0.name == name }) { return known.index }
    let index = resources.object("Font", name, in: file).map { fontIndex($0) } ?? -1
    resources.fonts.append((name, index))
    return index
  }

  /// The index of a font, which is made when it is first asked for.
  func fontIndex(_ object: PDFObject) -> Int32 {
    if let id = object.reference, let known = fontIndexes[id] { return known }
    guard let dictionary = file.resolve(object).dictionary, fonts.count < 20_000 else { return -1 }
    let index = Int32(fonts.count)
    let damagedStreams = file.damagedStreams
    fonts.append(PDFFont.make(from: dictionary, in: file))
    if file.damagedStreams > damagedStreams || PDFFont.isTorn(dictionary, in: file) {
      damagedFonts.insert(index)
    }
    if let id = object.reference { fontIndexes[id] = index }
    return index
  }

  // MARK: Showing

  private func showAdjusted(_ scanner: ContentScanner) throws(ReadError) {
    let operands = scanner.operands
    let isVertical = fonts.indices.contains(Int(state.font)) && fonts[Int(state.font)].isVertical
    for index in operands.indices {
      let operand = operands[index]
      switch operand.kind {
      case .number:
        let distance = -operand.number / 1000 * state.fontSize
        guard abs(distance) < 1e9 else { continue }
        if isVertical {
          textMatrix.e += distance * textMatrix.c
          textMatrix.f += distance * textMatrix.d
        } else {
          textMatrix.e += distance * state.scale * textMatrix.a
          textMatrix.f += distance * state.scale * textMatrix.b
        }
      case .string, .decoded: try show(operand, scanner)
      default: break
      }
    }
  }

  private func show(_ operand: Operand?, _ scanner: ContentScanner) throws(ReadError) {
    guard let operand, operand.kind == .string || operand.kind == .decoded, marks.hidden == 0 else { return }
    let index = Int(state.font)
    guard fonts.indices.contains(index) else {
      // What codes read is told by their font alone.
      if operand.end > operand.start { page.isIncomplete = true }
      return
    }
    budget.glyphs &-= operand.end &- operand.start
    if budget.glyphs < 0 { throw ReadError(.limit, detail: "glyphs") }
    let font = fonts[index]
    if let type3 = font.type3 {
      var codes: [Type3Glyph] = []
      scanner.withBytes(of: operand) { codes = paint($0.bindMemory(to: UInt8.self), font, type3) }
      try runProcedures(codes, of: type3)
    } else {
      scanner.withBytes(of: operand) { _ = paint($0.bindMemory(to: UInt8.self), font, nil) }
    }
  }

  /// What lies farther off, in points, than any page is large is not looked at.
  private static let reach = 100_000.0

  /// Records the glyphs of a string and moves the text matrix behind them (ISO 32000-1, 9.4.4).
  /// - Returns: the codes of a Type 3 font that no table gives a meaning.
  private func paint(_ bytes: UnsafeBufferPointer<UInt8>, _ font: PDFFont, _ type3: Type3Font?)
    -> [Type3Glyph]
  {
    let matrix = textMatrix.concatenated(state.matrix)
    let fontSize = state.fontSize
    let spread = state.scale
    let isVertical = font.isVertical
    let height = (matrix.c * matrix.c + matrix.d * matrix.d).squareRoot()
    let size = abs(fontSize) * height * (type3?.em ?? 1)
    guard height < 1e6, size < 1e6 else { return [] }
    let style = self.style ?? currentStyle(font)
    self.style = style
    // Nobody reads letters of a fifth of a point.
    var flags: Glyph.Flags = isUnseen || size < 0.2 ? .invisible : []
    if marks.artifacts > 0 { flags.insert(.artifact) }
    if isVertical { flags.insert(.vertical) }
    let mark = marks.current
    let clip = state.clip.intersection(visible)
    let strokes = state.mode & 3 == 1 || state.mode & 3 == 2
    let needsBackground = strokes ? state.stroke.isWhite && state.fill.isWhite : state.fill.isWhite
    let actual = marks.actualText
    var x = 0.0
    var y = 0.0
    var offset = 0
    var pending: [Type3Glyph] = []
    while offset < bytes.count {
      let code = font.decode(bytes, at: offset)
      offset &+= Swift.max(code.length, 1)
      let spacing =
        state.characterSpacing + (code.isSingleByteSpace ? state.wordSpacing : 0)
      let way = Double(code.advance) / 1000 * fontSize
      var originX = x
      let originY = y + state.rise
      let widthX: Double
      let widthY: Double
      if isVertical {
        // A column runs through the middle of its glyphs; the layout wants the line that they stand on.
        originX -= 0.36 * fontSize * spread
        (widthX, widthY) = (0, way)
        y += way + spacing
      } else {
        (widthX, widthY) = (way * spread, 0)
        x += (way + spacing) * spread
      }
      let place = matrix.apply(originX, originY)
      let length = abs(widthX * matrix.a + widthY * matrix.c) + abs(widthX * matrix.b + widthY * matrix.d)
      guard abs(place.x) < Self.reach, abs(place.y) < Self.reach, length < Self.reach else { continue }
      var glyph = Glyph(
        x: Float(place.x), y: Float(place.y), dx: Float(widthX * matrix.a + widthY * matrix.c),
        dy: Float(widthX * matrix.b + widthY * matrix.d), size: Float(size), text: text(of: code.text, font),
        style: style, markedContent: mark, flags: flags)
      if !actual.isEmpty { glyph.text = replaced(glyph.text, actual) }
      let middleX = place.x + (widthX * matrix.a + widthY * matrix.c) / 2
      let middleY = place.y + (widthX * matrix.b + widthY * matrix.d) / 2
      // The middle of the em decides; a glyph that only touches the edge is seen.
      if !clip.contains(middleX, middleY, slack: size * 0.5) {
        glyph.flags.formUnion([.invisible, .outside])
      }
      if needsBackground { budget.operators &-= page.backgrounds.count >> 4 }
      if needsBackground, !hasBackground(middleX, middleY - size * 0.3) { glyph.flags.insert(.invisible) }
      if type3 != nil, !code.text.isMapped {
        pending.append(Type3Glyph(code: code.code, x: originX, y: originY))
      }
      page.glyphs.append(glyph)
    }
    textMatrix.e += x * textMatrix.a + y * textMatrix.c
    textMatrix.f += x * textMatrix.b + y * textMatrix.d
    if !flags.contains(.invisible) { page.hasInk = true }
    return pending
  }

  @inline(__always)
  private func text(of text: GlyphText, _ font: PDFFont) -> Glyph.Text {
    if let scalar = text.scalar { return Glyph.Text(scalar) }
    guard text.isMapped else { return .unmapped }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: font.scalars(of: text))
    return string(String(view))
  }

  /// Several characters as the text of one glyph.
  func string(_ text: String) -> Glyph.Text {
    let scalars = text.unicodeScalars
    guard let first = scalars.first else { return .none }
    if scalars.count == 1 { return Glyph.Text(first) }
    if let last = page.strings.last, last == text { return Glyph.Text(string: page.strings.count - 1) }
    page.strings.append(text)
    return Glyph.Text(string: page.strings.count - 1)
  }

  // MARK: Looks

  /// Whether what is shown now leaves no mark, whatever lies beneath (ISO 32000-1, table 106).
  private var isUnseen: Bool {
    let fills = state.mode == 0 || state.mode == 2 || state.mode == 4 || state.mode == 6
    let strokes = state.mode == 1 || state.mode == 2 || state.mode == 5 || state.mode == 6
    return !(fills && !state.isTransparent(state.fill)) && !(strokes && !state.isTransparent(state.stroke))
  }

  private func currentStyle(_ font: PDFFont) -> UInt32 {
    let fillsText = state.mode == 0 || state.mode == 2 || state.mode == 4 || state.mode == 6
    var style = GlyphStyle(font: state.font, rgb: fillsText ? state.fill.rgb : state.stroke.rgb)
    style.scale = Int16(clamping: Int(clamping: (state.scale * 100).rounded()))
    style.mode = state.mode
    if state.mode == 2 || state.mode == 6 {
      // The width is scaled by the matrix of the page alone, the size by that of the text as well.
      let matrix = textMatrix.concatenated(state.matrix)
      let size = abs(state.fontSize) * (matrix.c * matrix.c + matrix.d * matrix.d).squareRoot()
      let unit = state.matrix
      let width = state.lineWidth * abs(unit.a * unit.d - unit.b * unit.c).squareRoot()
      let share = size > 0 ? width / size : 0
      style.isStrokedBold = Self.boldShare.contains(share) && isAlike(state.fill.rgb, state.stroke.rgb)
    }
    return styles.index(of: style)
  }

  /// The width of a stroke that makes text bold, in parts of its size.
  private static let boldShare = 0.0099...0.0601

  private func isAlike(_ a: UInt32, _ b: UInt32) -> Bool {
    stride(from: 0, through: 16, by: 8).allSatisfy { shift in
      abs(Int((a >> shift) & 0xFF) - Int((b >> shift) & 0xFF)) <= 24
    }
  }

  private func hasBackground(_ x: Double, _ y: Double) -> Bool {
    page.backgrounds.last { $0.bounds.contains(x, y) }?.isDark ?? false
  }
}

/// A glyph of a Type 3 font that has to be drawn to be known.
struct Type3Glyph {
  var code: UInt32
  /// In text space.
  var x: Double
  var y: Double
}
