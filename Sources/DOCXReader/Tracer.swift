import DocumentModel

/// Follows one property of one character through the layers that set it.
struct Tracer {
  let builder: DocumentBuilder
  let resolver: FormatResolver
  let context: PartContext

  func traces(for request: TraceRequest) -> [Trace] {
    guard builder.raw.indices.contains(request.paragraph), let raw = builder.raw[request.paragraph] else {
      return []
    }
    let paragraph = builder.document.paragraphs[request.paragraph]
    let key = key(at: request.offset, of: paragraph, raw)
    return request.properties.compactMap { property in
      switch property {
      case .eastAsianFace, .latinFace, .size, .bold, .color:
        guard let key else { return nil }
        return trace(property, run: key)
      case .lineSpacing, .alignment, .firstLineIndent:
        return trace(property, paragraph: raw, format: paragraph.format)
      }
    }
  }

  /// The layers of the run that holds a character.
  private func key(at offset: Int, of paragraph: Paragraph, _ raw: RawParagraph) -> FormatResolver.RunKey? {
    let bytes = paragraph.utf8Offset(ofScalar: offset)
    var end = 0
    for run in raw.runs {
      end += run.utf8Count
      if bytes < end { return run.key }
    }
    return raw.runs.last?.key
  }

  // MARK: Runs

  private func trace(_ property: TracedProperty, run key: FormatResolver.RunKey) -> Trace {
    var steps: [TraceStep] = []
    func ask(_ layer: TraceStep.Layer, _ properties: RunProperties) {
      guard let value = value(of: property, in: properties) else { return }
      steps.append(TraceStep(layer, value: value.text))
      if let slot = value.theme { steps.append(TraceStep(.theme(slot: slot), value: value.resolved)) }
    }
    ask(.direct, key.direct)
    for style in chain(key.characterStyle) {
      ask(.characterStyle(name: name(style)), resolver.styles.raw[style].run)
    }
    for style in chain(key.paragraphStyle) {
      ask(.paragraphStyle(name: name(style)), resolver.styles.raw[style].run)
    }
    if key.table >= 0 {
      let layer = resolver.tableLayers[Int(key.table)]
      ask(.tableStyle(name: context.pool[layer.name]), layer.run)
    }
    ask(.documentDefaults, resolver.styles.defaultRun)
    let style = resolver.textStyle(key)
    return Trace(property, effective: style.traced(property), steps)
  }

  /// What one layer says of a property; `nil` when it is silent.
  private func value(
    of property: TracedProperty, in run: RunProperties
  ) -> (text: String, theme: String?, resolved: String)? {
    switch property {
    case .eastAsianFace: face(run.eastAsia)
    case .latinFace: face(run.ascii)
    case .size: run.fields.contains(.size) ? (Length.halfPoints(Int(run.size)).description, nil, "") : nil
    case .bold:
      run.toggles.contains(.bold) ? (run.toggleValues.contains(.bold) ? "true" : "false", nil, "") : nil
    case .color:
      run.fields.contains(.color)
        ? (run.color >= 0 ? Color(rgb: Int(run.color)).description : "auto", nil, "") : nil
    case .lineSpacing, .alignment, .firstLineIndent: nil
    }
  }

  private func face(_ face: RunProperties.Face) -> (text: String, theme: String?, resolved: String)? {
    guard face.isSet else { return nil }
    if face.theme == .none { return (context.pool[face.name], nil, "") }
    return ("+\(face.theme)", "\(face.theme)", resolver.theme.face(face.theme).name)
  }

  private func chain(_ style: Int32) -> [Int] { style >= 0 ? resolver.styles[Int(style)].chain : [] }

  private func name(_ style: Int) -> String {
    let raw = resolver.styles.raw[style]
    let name = context.pool[raw.name]
    return name.isEmpty ? context.pool[raw.id] : name
  }

  // MARK: Paragraphs

  private func trace(_ property: TracedProperty, paragraph raw: RawParagraph, format: ParagraphFormat)
    -> Trace
  {
    var steps: [TraceStep] = []
    func ask(_ layer: TraceStep.Layer, _ properties: ParagraphProperties) {
      if let value = value(of: property, in: properties) { steps.append(TraceStep(layer, value: value)) }
    }
    ask(.direct, raw.direct)
    if raw.direct.fields.contains(.numId), let level = listLevel(raw.direct) {
      ask(.numbering(label: level.list.text), level.paragraph)
    }
    for style in chain(Int32(raw.style ?? -1)) {
      let own = resolver.styles.raw[style].paragraph
      ask(.paragraphStyle(name: name(style)), own)
      if own.fields.contains(.numId), let level = listLevel(own) {
        ask(.numbering(label: level.list.text), level.paragraph)
      }
    }
    if raw.table >= 0 {
      let layer = resolver.tableLayers[Int(raw.table)]
      ask(.tableStyle(name: context.pool[layer.name]), layer.paragraph)
    }
    ask(.documentDefaults, resolver.styles.defaultParagraph)
    return Trace(property, effective: format.traced(property), steps)
  }

  private func listLevel(_ properties: ParagraphProperties) -> NumberingLevel? {
    builder.lists.lists.fullLevel(Int(properties.level), of: Int(properties.numId))
  }

  private func value(of property: TracedProperty, in layer: ParagraphProperties) -> String? {
    switch property {
    case .lineSpacing:
      if layer.fields.contains(.line) {
        // A line without its rule is read by the rule of a lower layer; the layer itself gives a number.
        guard layer.fields.contains(.lineRule) else { return "line=\(layer.line)" }
        return ParagraphFormat(layer, characterSize: 0).lineSpacing.traced
      }
      return layer.fields.contains(.lineRule) ? "lineRule=\(layer.lineRule)" : nil
    case .alignment: return layer.fields.contains(.alignment) ? layer.alignment.rawValue : nil
    case .firstLineIndent:
      if layer.fields.contains(.firstLineChars) {
        return "\((Double(layer.firstLineChars) / 100).plain) chars"
      }
      return layer.fields.contains(.firstLine) ? Length.twips(Int(layer.firstLine)).description : nil
    default: return nil
    }
  }
}
