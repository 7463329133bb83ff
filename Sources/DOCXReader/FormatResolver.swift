import DocumentModel

/// Works out effective formatting from the layers of a document (ECMA-376-1, 17.7.2), each combination once.
///
/// Layers, weakest first: document defaults, table style, numbering of a style and paragraph styles from the
/// root of the chain, character style, direct numbering, direct formatting.
final class FormatResolver {
  /// What decides the format of a run.
  struct RunKey: Hashable {
    /// A table layer of `tableLayer`, -1 outside tables.
    var table: Int32 = -1
    /// Indexes into the style sheet, -1 where no style applies.
    var paragraphStyle: Int32 = -1
    var characterStyle: Int32 = -1
    var direct = RunProperties()

    /// What tells most runs apart; equality decides.
    func hash(into hasher: inout Hasher) {
      let style =
        UInt64(UInt32(bitPattern: paragraphStyle)) << 32 | UInt64(UInt32(bitPattern: characterStyle))
      let face =
        UInt64(UInt32(bitPattern: direct.eastAsia.name)) << 32 | UInt64(UInt32(bitPattern: direct.ascii.name))
      let rest =
        UInt64(UInt32(bitPattern: direct.size)) << 32 | UInt64(direct.toggles.rawValue) << 16
        | UInt64(direct.fields.rawValue)
      hasher.combine(style &* 0x9E37_79B9_7F4A_7C15 ^ face &* 0xFF51_AFD7_ED55_8CCD ^ rest)
    }
  }

  /// What the style of a table gives the text of one kind of cell.
  struct TableLayer {
    var run: RunProperties
    var paragraph: ParagraphProperties
    var name: Int32
  }

  let styles: StyleSheet
  let theme: ThemeFaces
  let lists: NumberingPart?
  private let context: PartContext
  private var textStyles: [RunKey: TextStyle] = [:]
  private var lastKey = RunKey()
  private var lastStyle: TextStyle?
  private var bases: [Int: ParagraphProperties] = [:]
  private(set) var tableLayers: [TableLayer] = []
  private var tableLayerIndex: [TableKey: Int32] = [:]
  private struct TableKey: Hashable {
    var style: Int
    var conditions: UInt16
  }

  init(styles: StyleSheet, theme: ThemeFaces, lists: NumberingPart?, context: PartContext) {
    self.styles = styles
    self.theme = theme
    self.lists = lists
    self.context = context
  }

  // MARK: Runs

  /// The effective format of a run; the same object for the same key.
  func textStyle(_ key: RunKey) -> TextStyle {
    if let lastStyle, key == lastKey { return lastStyle }
    let style = textStyles[key] ?? make(key)
    lastKey = key
    lastStyle = style
    return style
  }

  /// The style levels that count for a key, weakest first: table, paragraph, character.
  func levels(_ key: RunKey) -> [RunProperties] {
    var levels: [RunProperties] = []
    if key.table >= 0 { levels.append(tableLayers[Int(key.table)].run) }
    if key.paragraphStyle >= 0 { levels.append(styles[Int(key.paragraphStyle)].run) }
    if key.characterStyle >= 0 { levels.append(styles[Int(key.characterStyle)].run) }
    return levels
  }

  private func make(_ key: RunKey) -> TextStyle {
    let levels = levels(key)
    var merged = styles.defaultRun
    for level in levels { merged.merge(level) }
    merged.merge(key.direct)
    let toggles = RunProperties.effectiveToggles(
      direct: key.direct, levels: levels, defaults: styles.defaultRun)
    let style = textStyle(of: merged, toggles: toggles)
    textStyles[key] = style
    return style
  }

  private func textStyle(of run: RunProperties, toggles: RunProperties.Toggles) -> TextStyle {
    let isComplex = run.isComplex || run.isRightToLeft
    let size: Length? =
      isComplex && run.fields.contains(.sizeCs)
      ? .halfPoints(Int(run.sizeCs)) : run.fields.contains(.size) ? .halfPoints(Int(run.size)) : nil
    return TextStyle(
      faces: FaceSlots(
        ascii: face(run.ascii), highAnsi: face(run.highAnsi), eastAsia: face(run.eastAsia),
        complexScript: face(run.complexScript)),
      hint: run.hint, size: size,
      bold: toggles.contains(isComplex ? .boldCs : .bold),
      italic: toggles.contains(isComplex ? .italicCs : .italic),
      underlined: run.isUnderlined,
      struck: toggles.contains(.strike) || run.isDoubleStruck,
      hidden: toggles.contains(.vanish),
      color: run.fields.contains(.color) && run.color >= 0 ? Color(rgb: Int(run.color)) : nil,
      verticalPosition: run.vertical, scale: Int(run.scale),
      letterSpacing: .twips(Int(run.spacing)), rise: .halfPoints(Int(run.position)),
      complexScript: isComplex)
  }

  /// The name behind a slot: the theme wins over a name of the same layer (17.3.2.26).
  func face(_ face: RunProperties.Face) -> FontFace {
    if face.theme != .none { return theme.face(face.theme) }
    return face.name >= 0 ? FontFace(context.pool[face.name]) : .unspecified
  }

  // MARK: Paragraphs

  /// The properties of a paragraph before its direct ones.
  /// - Parameter direct: read for its numbering only: a direct list beats the style's indents, and list 0
  ///   takes the style's numbering away with its indents.
  func paragraphBase(style: Int?, table: Int32, direct: ParagraphProperties) -> ParagraphProperties {
    var base = styles.defaultParagraph
    if table >= 0 { base.merge(tableLayers[Int(table)].paragraph) }
    let hasDirectList = direct.fields.contains(.numId)
    if let style {
      if hasDirectList && direct.numId == 0 {
        base.merge(styles[style].paragraph)
      } else if table < 0, let known = bases[style] {
        base = known
      } else {
        mergeChain(style, into: &base)
        if table < 0 { bases[style] = base }
      }
    }
    if hasDirectList || direct.fields.contains(.level) {
      let list = hasDirectList ? direct.numId : base.numId
      let level = direct.fields.contains(.level) ? direct.level : hasDirectList ? 0 : base.level
      if let properties = levelProperties(list, level) { base.merge(properties) }
    }
    return base
  }

  /// Styles from the root of the chain, the numbering that a style names right below that style.
  private func mergeChain(_ style: Int, into base: inout ParagraphProperties) {
    for index in styles[style].chain.reversed() {
      let own = styles.raw[index].paragraph
      if own.fields.contains(.numId) || own.fields.contains(.level) {
        let list = own.fields.contains(.numId) ? own.numId : base.numId
        let level = own.fields.contains(.level) ? own.level : 0
        if let properties = levelProperties(list, level) { base.merge(properties) }
      }
      base.merge(own)
    }
  }

  private func levelProperties(_ list: Int32, _ level: Int32) -> ParagraphProperties? {
    guard list != 0, let instance = lists?.instances[Int(list)] else { return nil }
    let found = instance.levelOverrides[Int(level)] ?? lists?.abstracts[instance.abstract]?.levels[Int(level)]
    guard var properties = found?.paragraph else { return nil }
    properties.fields.remove([.numId, .level])
    return properties
  }

  // MARK: Tables

  /// The layer of a table style for a cell to which some conditions apply.
  func tableLayer(style: Int, conditions: Set<TableCondition>) -> Int32 {
    var bits: UInt16 = 0
    for condition in conditions { bits |= 1 << UInt16(condition.rawValue) }
    let key = TableKey(style: style, conditions: bits)
    if let known = tableLayerIndex[key] { return known }
    let flat = styles[style]
    var layer = TableLayer(run: flat.run, paragraph: flat.paragraph, name: flat.name)
    for condition in TableCondition.allCases where condition == .wholeTable || conditions.contains(condition)
    {
      guard let conditional = flat.conditions[condition] else { continue }
      layer.run.merge(conditional.run)
      layer.paragraph.merge(conditional.paragraph)
    }
    let index = Int32(tableLayers.count)
    tableLayers.append(layer)
    tableLayerIndex[key] = index
    return index
  }
}
