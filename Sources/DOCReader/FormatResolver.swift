import DocumentModel

/// A stretch of text as it looks, and what its characters may stand for.
final class RunFormat {
  let style: TextStyle
  let properties: CharacterProperties
  /// Every character is text that is seen.
  let isPlain: Bool

  init(style: TextStyle, properties: CharacterProperties) {
    self.style = style
    self.properties = properties
    isPlain = !properties.isSpecial && !properties.isDeleted && !style.isHidden
  }
}

/// A paragraph's properties with every layer applied.
struct ResolvedParagraph {
  /// The paragraph style, an index into the style sheet.
  var style: Int
  var direct: ParagraphProperties
  var effective: ParagraphProperties
  /// The list of the paragraph, for what only tables ask of it.
  var list: Int32
}

/// Works out effective formatting, each combination of lists once ([MS-DOC] 2.4.6).
///
/// Layers, weakest first: defaults of the document, paragraph styles from the root of the chain, character
/// style, direct formatting, the list of the piece.
final class FormatResolver {
  private struct RunKey: Hashable {
    var style: Int32
    var list: Int32
    var piece: Int32
  }
  private struct ParagraphKey: Hashable {
    var list: Int32
    var piece: Int32
  }

  let styles: StyleSheet
  let fonts: FontTable
  let lists: ListTables
  let pool: PropertyListPool
  let data: [UInt8]

  private var runs: [RunKey: RunFormat] = [:]
  private var lastKey = RunKey(style: -2, list: -2, piece: -2)
  private var lastRun: RunFormat?
  private var paragraphs: [ParagraphKey: ResolvedParagraph] = [:]
  private var bases: [Int: ParagraphProperties] = [:]
  private var characterLists: [Int32: CharacterProperties] = [:]
  /// Every distinct style once, so that neighbours in one style are one run.
  private var textStyles: [TextStyle: TextStyle] = [:]

  init(styles: StyleSheet, fonts: FontTable, lists: ListTables, pool: PropertyListPool, data: [UInt8]) {
    self.styles = styles
    self.fonts = fonts
    self.lists = lists
    self.pool = pool
    self.data = data
  }

  // MARK: Characters

  /// The format of a stretch of text.
  /// - Parameters:
  ///   - style: the paragraph's style.
  ///   - list: the direct list of the stretch.
  ///   - piece: the list of its piece.
  func run(style: Int, list: Int32, piece: Int32) -> RunFormat {
    let key = RunKey(style: Int32(truncatingIfNeeded: style), list: list, piece: piece)
    if let lastRun, key == lastKey { return lastRun }
    let run = runs[key] ?? make(key)
    lastKey = key
    lastRun = run
    return run
  }

  /// What a list says of characters; read once.
  func characters(_ list: Int32) -> CharacterProperties {
    if list < 0 { return CharacterProperties() }
    if let known = characterLists[list] { return known }
    let read = pool.withList(list) { CharacterProperties($0) }
    characterLists[list] = read
    return read
  }

  private func make(_ key: RunKey) -> RunFormat {
    let direct = characters(key.list)
    let piece = characters(key.piece)
    var merged = styles.paragraphStyle(Int(key.style)).characters
    if direct.fields.contains(.style) { styles.lay(characterStyle: Int(direct.style), over: &merged) }
    if piece.fields.contains(.style) { styles.lay(characterStyle: Int(piece.style), over: &merged) }
    let ground = merged
    merged.merge(direct, style: ground)
    merged.merge(piece, style: ground)
    let run = RunFormat(style: unique(textStyle(merged)), properties: merged)
    runs[key] = run
    return run
  }

  private func unique(_ style: TextStyle) -> TextStyle {
    if let known = textStyles[style] { return known }
    textStyles[style] = style
    return style
  }

  func textStyle(_ run: CharacterProperties) -> TextStyle {
    let isComplex = run.isComplex || run.isRightToLeft
    let isSymbol = run.fields.contains(.symbol) && run.isSpecial
    func face(_ index: Int16) -> FontFace { fonts[isSymbol ? run.symbolFace : index] }
    return TextStyle(
      faces: FaceSlots(
        ascii: face(run.ascii), highAnsi: face(run.highAnsi), eastAsia: face(run.eastAsia),
        complexScript: face(run.complexScript)),
      hint: run.hint,
      size: .halfPoints(Int(isComplex && run.fields.contains(.sizeBi) ? run.sizeBi : run.size)),
      bold: run.on.contains(isComplex ? .boldBi : .bold),
      italic: run.on.contains(isComplex ? .italicBi : .italic), underlined: run.isUnderlined,
      struck: run.on.contains(.strike) || run.isDoubleStruck, hidden: run.on.contains(.vanish),
      color: run.fields.contains(.color) && run.color >= 0 ? Color(rgb: Int(run.color)) : nil,
      verticalPosition: run.vertical, scale: Int(run.scale), letterSpacing: .twips(Int(run.spacing)),
      rise: .halfPoints(Int(run.position)), complexScript: isComplex)
  }

  // MARK: Paragraphs

  /// The properties of a paragraph by the list of its mark and that of the mark's piece.
  func paragraph(list: Int32, piece: Int32) -> ResolvedParagraph {
    let key = ParagraphKey(list: list, piece: piece)
    if let known = paragraphs[key] { return known }
    // The list of a paragraph begins with the number of its style ([MS-DOC] 2.9.113).
    var (style, direct) = pool.withList(list) { bytes in
      bytes.count >= 2
        ? (
          Int(bytes[0]) | Int(bytes[1]) << 8,
          ParagraphProperties(UnsafeRawBufferPointer(rebasing: bytes[2...]), data: data)
        ) : (0, ParagraphProperties())
    }
    if piece >= 0 { direct.merge(pool.withList(piece) { ParagraphProperties($0, data: data) }) }
    if direct.fields.contains(.style) { style = Int(direct.style) }
    if !styles.styles.indices.contains(style) { style = 0 }
    var effective = base(style: style, direct: direct)
    effective.merge(direct)
    let resolved = ResolvedParagraph(style: style, direct: direct, effective: effective, list: list)
    paragraphs[key] = resolved
    return resolved
  }

  /// The properties before the direct ones. A list that is given directly beats the indents of the style, and
  /// list 0 takes the style's list away.
  private func base(style: Int, direct: ParagraphProperties) -> ParagraphProperties {
    var base = chain(style)
    let hasList = direct.fields.contains(.list)
    if hasList, direct.list == 0 {
      base = styles.defaultParagraph
      for index in styles.chain(style).reversed() { base.merge(styles.styles[index].paragraph) }
    } else if hasList || direct.fields.contains(.level) {
      let level = direct.fields.contains(.level) ? direct.level : hasList ? 0 : base.level
      if let properties = lists.fullLevel(Int(level), of: Int(hasList ? direct.list : base.list)) {
        base.merge(properties.paragraph)
      }
    }
    return base
  }

  /// The styles from the root of the chain, the list that a style names right below that style.
  private func chain(_ style: Int) -> ParagraphProperties {
    if let known = bases[style] { return known }
    var base = styles.defaultParagraph
    for index in styles.chain(style).reversed() {
      let own = styles.styles[index].paragraph
      if own.fields.contains(.list) || own.fields.contains(.level) {
        let list = own.fields.contains(.list) ? own.list : base.list
        let level = own.fields.contains(.level) ? own.level : 0
        if let properties = lists.fullLevel(Int(level), of: Int(list)) { base.merge(properties.paragraph) }
      }
      base.merge(own)
    }
    bases[style] = base
    return base
  }
}
