import DocumentModel

/// The tables at the head of a file: faces, colours, styles.
extension Interpreter {
  // MARK: Faces

  mutating func takeFont(_ keyword: Keyword, _ parameter: Int?) {
    switch keyword {
    case .f:
      if state.destination == .fontTable, font != nil { endFont() }
      font = (Int32(clamping: parameter ?? 0), Font())
    case .fcharset:
      font?.font.charset = parameter ?? 0
      font?.font.encoding = TextEncoding(fontCharset: parameter ?? 0)
    case .cpg:
      if let encoding = parameter.flatMap({ TextEncoding(codePage: $0) }) { font?.font.encoding = encoding }
    default: break
    }
  }

  mutating func endFont() {
    flush()
    guard let number = font?.number, var font = font?.font else { return }
    font.name = String(decoding: gathered, as: UTF8.self)
    if !font.name.isEmpty { header.fonts.set(font, for: number) }
    gathered.removeAll(keepingCapacity: true)
    self.font = nil
  }

  // MARK: Colours

  mutating func takeColor(_ keyword: Keyword, _ parameter: Int?) {
    let value = min(max(parameter ?? 0, 0), 255)
    switch keyword {
    case .red: color = (value, color?.green ?? 0, color?.blue ?? 0)
    case .green: color = (color?.red ?? 0, value, color?.blue ?? 0)
    case .blue: color = (color?.red ?? 0, color?.green ?? 0, value)
    default: break
    }
  }

  /// An entry without a colour is automatic.
  mutating func endColor() {
    if header.colors.count < 65_536 {
      header.colors.append(color.map { Color(rgb: $0.red << 16 | $0.green << 8 | $0.blue) })
    }
    color = nil
  }

  // MARK: Styles

  mutating func takeStyle(_ keyword: Keyword, _ parameter: Int?) {
    let value = Int32(clamping: parameter ?? 0)
    switch keyword {
    case .s: (style.kind, style.number) = (.paragraph, value)
    case .cs: (style.kind, style.number) = (.character, value)
    case .ts, .ds: (style.kind, style.number) = (.other, value)
    case .sbasedon: style.basedOn = value
    default:
      if !takeCharacter(keyword, parameter) { _ = takeParagraph(keyword, parameter) }
    }
  }

  mutating func endStyle(_ name: String, _ properties: GroupState) {
    style.name = name
    style.characters = properties.characters
    style.paragraph = properties.paragraph
    header.add(style)
  }
}
