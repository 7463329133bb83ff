import DocumentModel

extension Interpreter {
  /// Acts on a control word; `nil` for one that is not known.
  mutating func take(_ keyword: Keyword?, _ parameter: Int?) throws(ReadError) {
    let isOptional = state.isOptional
    state.isOptional = false
    if skips > 0 {
      skips -= 1
      // A word counts as a character behind `\u`; one that opens something is no replacement text.
      if keyword == nil || keyword == .u { skips = 0 } else { return }
    }
    guard let keyword else {
      // Readers pass over a destination that they do not know (RTF 1.9.1, "Conventions of an RTF Reader").
      if isOptional { state.destination = .ignored }
      return
    }
    if keyword == .u {
      if state.destination != .ignored { addUnicode(parameter ?? 0) }
      return
    }
    if keyword == .uc {
      state.unicodeSkip = min(max(parameter ?? 1, 0), 1_000)
      return
    }
    guard state.destination != .ignored || keyword == .ud else { return }
    if takeDestination(keyword) { return }
    switch state.destination {
    case .fontTable, .font: takeFont(keyword, parameter)
    case .colors: takeColor(keyword, parameter)
    case .time: time.take(keyword, parameter)
    case .picture: takePicture(keyword, parameter)
    case .shape, .object: takeShape(keyword, parameter)
    case .rowProperties: try takeTable(keyword, parameter)
    case .style: takeStyle(keyword, parameter)
    case .text, .label:
      if takeHeader(keyword, parameter) || takeCharacter(keyword, parameter) { return }
      if takeParagraph(keyword, parameter) || takeSection(keyword, parameter) { return }
      if try takeBreak(keyword) { return }
      if state.destination == .text { try takeTable(keyword, parameter) }
    default: if let scalar = Self.scalars[keyword] { addScalar(scalar) }
    }
  }

  // MARK: Characters that words stand for

  /// RTF 1.9.1, "Special Characters".
  static let scalars: [Keyword: Unicode.Scalar] = [
    .tab: "\t", .emdash: "\u{2014}", .endash: "\u{2013}", .emspace: "\u{2003}", .enspace: "\u{2002}",
    .qmspace: "\u{2005}", .bullet: "\u{2022}", .lquote: "\u{2018}", .rquote: "\u{2019}",
    .ldblquote: "\u{201C}", .rdblquote: "\u{201D}", .zwj: "\u{200D}", .zwnj: "\u{200C}",
    .ltrmark: "\u{200E}", .rtlmark: "\u{200F}", .line: "\n", .lbr: "\n",
  ]

  /// Characters, and what ends lines, paragraphs and sections.
  private mutating func takeBreak(_ keyword: Keyword) throws(ReadError) -> Bool {
    if let scalar = Self.scalars[keyword] {
      addScalar(scalar)
      return true
    }
    guard state.destination == .text else { return false }
    switch keyword {
    case .par:
      // The text of a paragraph whose mark is deleted runs on into the next.
      if !state.characters.flags.contains(.deleted) { try endParagraph() }
    case .sect:
      if !frames[frames.count - 1].paragraph.isEmpty { try endParagraph() }
      endSection()
    case .page, .column: if !frames[frames.count - 1].paragraph.text.isEmpty { addScalar("\n") }
    default: return false
    }
    return true
  }

  // MARK: The header of the file

  private mutating func takeHeader(_ keyword: Keyword, _ parameter: Int?) -> Bool {
    let number = parameter.map { Int32(clamping: $0) }
    switch keyword {
    case .ansi: header.encoding = .western
    case .mac: header.encoding = .charset(.macRoman)
    case .ansicpg:
      header.encoding = parameter.flatMap { TextEncoding(codePage: $0) } ?? header.encoding
    case .deff: header.defaultFont = number
    case .adeff: header.complexDefault = number
    case .stshfloch: header.lowDefault = number
    case .stshfhich: header.highDefault = number
    case .stshfdbch: header.doubleDefault = number
    case .stshfbi: header.bidiDefault = number
    default: return false
    }
    return true
  }

  // MARK: Character formatting

  /// - Returns: whether the word is about characters.
  mutating func takeCharacter(_ keyword: Keyword, _ parameter: Int?) -> Bool {
    let isOn = parameter != 0
    let value = Int32(clamping: parameter ?? 0)
    switch keyword {
    case .plain: state.characters = CharacterProperties()
    case .f, .af:
      state.characters.setFace(
        value, isAssociated: keyword == .af, isEastAsian: header.fonts[value]?.isEastAsian ?? false)
    case .fs, .afs:
      state.characters.setSize(parameter.map { Self.bounded($0) } ?? 24, isAssociated: keyword == .afs)
    case .b, .ab: state.characters.setBold(isOn, isAssociated: keyword == .ab)
    case .i: state.characters.set(state.characters.flags.contains(.rightToLeft) ? .italicCs : .italic, isOn)
    case .ai: if state.characters.flags.contains(.rightToLeft) { state.characters.set(.italicCs, isOn) }
    case .ul, .uld, .uldash, .uldashd, .uldashdd, .uldb, .ulhwave, .ulldash, .ulth, .ulthd, .ulthdash,
      .ulthdashd, .ulthdashdd, .ulthldash, .ululdbwave, .ulw, .ulwave:
      state.characters.set(.underline, isOn)
    case .ulnone: state.characters.set(.underline, false)
    case .strike, .striked: state.characters.set(.strike, isOn)
    case .v: state.characters.set(.hidden, isOn)
    case .cf:
      state.characters.color = value
      state.characters.fields.insert(.color)
    case .cs: state.characters.style = value
    default: return takeScript(keyword, parameter) || takePosition(keyword, parameter)
    }
    return true
  }

  /// Which script the words that follow are about, and the text.
  private mutating func takeScript(_ keyword: Keyword, _ parameter: Int?) -> Bool {
    switch keyword {
    case .loch: state.characters.script = .low
    case .hich: state.characters.script = .high
    case .dbch: state.characters.script = .double
    case .ltrch, .rtlch:
      state.characters.set(.rightToLeft, keyword == .rtlch)
      state.characters.set(.complexScript, false)
      state.characters.script = .any
    case .fcs: state.characters.set(.complexScript, parameter == 1)
    default: return false
    }
    return true
  }

  private mutating func takePosition(_ keyword: Keyword, _ parameter: Int?) -> Bool {
    let value = Self.bounded(parameter ?? 0)
    switch keyword {
    // In quarters of a point, and in twips.
    case .expnd: state.characters.spacing = value &* 5
    case .expndtw: state.characters.spacing = value
    case .charscalex: state.characters.scale = parameter == nil ? 100 : value
    case .up: state.characters.rise = parameter == nil ? 6 : value
    case .dn: state.characters.rise = parameter == nil ? -6 : -value
    case .super: state.characters.vertical = parameter == 0 ? .baseline : .superscript
    case .sub: state.characters.vertical = parameter == 0 ? .baseline : .subscript
    case .nosupersub: state.characters.vertical = .baseline
    default: return takeRevision(keyword, parameter)
    }
    return true
  }

  private mutating func takeRevision(_ keyword: Keyword, _ parameter: Int?) -> Bool {
    switch keyword {
    case .revised: state.characters.set(.inserted, parameter != 0)
    case .deleted: state.characters.set(.deleted, parameter != 0)
    case .mvf: state.characters.set(.movedFrom, parameter != 0)
    case .mvt: state.characters.set(.movedTo, parameter != 0)
    case .crauth:
      state.characters.set(.reformatted, true)
      state.characters.author = Int32(clamping: parameter ?? 0)
    case .revauth, .revauthdel, .mvauth: state.characters.author = Int32(clamping: parameter ?? 0)
    default: return false
    }
    return true
  }

  /// No measure of a real document passes this; larger values are clamped to it.
  static func bounded(_ value: Int) -> Int32 { Int32(clamping: min(max(value, -10_000_000), 10_000_000)) }
}
