import DocumentModel

/// Follows one property of one character through the layers that set it.
struct Tracer {
  let builder: DocumentBuilder
  let resolver: FormatResolver

  func traces(for request: TraceRequest) -> [Trace] {
    guard builder.raw.indices.contains(request.paragraph) else { return [] }
    let raw = builder.raw[request.paragraph]
    let paragraph = builder.document.paragraphs[request.paragraph]
    let resolved = resolver.paragraph(list: raw.list, piece: raw.piece)
    let run = run(at: request.offset, of: paragraph, raw)
    return request.properties.compactMap { property in
      switch property {
      case .eastAsianFace, .latinFace, .size, .bold, .color:
        run.map { trace(property, $0, style: resolved.style) }
      case .lineSpacing, .alignment, .firstLineIndent:
        trace(property, resolved, format: paragraph.format)
      }
    }
  }

  /// The layers of the run that holds a character.
  private func run(at offset: Int, of paragraph: Paragraph, _ raw: RawParagraph) -> RawRun? {
    let bytes = paragraph.utf8Offset(ofScalar: offset)
    var end = 0
    for run in raw.runs {
      end += run.utf8Count
      if bytes < end { return run }
    }
    return raw.runs.last
  }

  // MARK: Characters

  private func trace(_ property: TracedProperty, _ run: RawRun, style: Int) -> Trace {
    var steps: [TraceStep] = []
    func ask(_ layer: TraceStep.Layer, _ properties: CharacterProperties) {
      if let value = value(of: property, in: properties) { steps.append(TraceStep(layer, value: value)) }
    }
    let piece = resolver.characters(run.piece)
    let direct = resolver.characters(run.list)
    ask(.direct, piece)
    ask(.direct, direct)
    let own = piece.fields.contains(.style) ? piece : direct
    if own.fields.contains(.style) {
      for index in resolver.styles.chain(Int(own.style)) {
        ask(.characterStyle(name: name(index)), resolver.styles.styles[index].characters)
      }
    }
    for index in resolver.styles.chain(style) {
      ask(.paragraphStyle(name: name(index)), resolver.styles.styles[index].characters)
    }
    ask(.documentDefaults, resolver.styles.defaultCharacters)
    let format = resolver.run(style: style, list: run.list, piece: run.piece)
    return Trace(property, effective: format.style.traced(property), steps)
  }

  /// What one layer says of a property; `nil` when it is silent.
  private func value(of property: TracedProperty, in layer: CharacterProperties) -> String? {
    switch property {
    case .eastAsianFace: layer.fields.contains(.eastAsia) ? resolver.fonts[layer.eastAsia].name : nil
    case .latinFace: layer.fields.contains(.ascii) ? resolver.fonts[layer.ascii].name : nil
    case .size: layer.fields.contains(.size) ? Length.halfPoints(Int(layer.size)).description : nil
    case .bold: bold(layer)
    case .color:
      layer.fields.contains(.color)
        ? (layer.color >= 0 ? Color(rgb: Int(layer.color)).description : "auto") : nil
    case .lineSpacing, .alignment, .firstLineIndent: nil
    }
  }

  /// A toggle may be given against the style ([MS-DOC] 2.9.327).
  private func bold(_ layer: CharacterProperties) -> String? {
    guard layer.toggles.contains(.bold) else { return nil }
    let isOn = layer.on.contains(.bold)
    if layer.relative.contains(.bold) { return isOn ? "againstStyle" : "asStyle" }
    return isOn ? "true" : "false"
  }

  private func name(_ style: Int) -> String { resolver.styles.name(style) ?? "\(style)" }

  // MARK: Paragraphs

  private func trace(_ property: TracedProperty, _ paragraph: ResolvedParagraph, format: ParagraphFormat)
    -> Trace
  {
    var steps: [TraceStep] = []
    func ask(_ layer: TraceStep.Layer, _ properties: ParagraphProperties) {
      if let value = value(of: property, in: properties) { steps.append(TraceStep(layer, value: value)) }
    }
    ask(.direct, paragraph.direct)
    if paragraph.direct.fields.contains(.list), let level = listLevel(paragraph.direct) {
      ask(.numbering(label: level.list.text), level.paragraph)
    }
    for index in resolver.styles.chain(paragraph.style) {
      let own = resolver.styles.styles[index].paragraph
      ask(.paragraphStyle(name: name(index)), own)
      if own.fields.contains(.list), let level = listLevel(own) {
        ask(.numbering(label: level.list.text), level.paragraph)
      }
    }
    ask(.documentDefaults, resolver.styles.defaultParagraph)
    return Trace(property, effective: format.traced(property), steps)
  }

  private func listLevel(_ properties: ParagraphProperties) -> ListTables.Level? {
    resolver.lists.fullLevel(Int(properties.level), of: Int(properties.list))
  }

  private func value(of property: TracedProperty, in layer: ParagraphProperties) -> String? {
    switch property {
    case .lineSpacing: layer.fields.contains(.line) ? LineSpacing(layer).traced : nil
    case .alignment: layer.fields.contains(.alignment) ? layer.alignment.rawValue : nil
    case .firstLineIndent:
      layer.fields.contains(.firstLineChars) && layer.firstLineChars != 0
        ? "\((Double(layer.firstLineChars) / 100).plain) chars"
        : layer.fields.contains(.firstLine) ? Length.twips(Int(layer.firstLine)).description : nil
    default: nil
    }
  }
}
