import DocumentModel

/// Says where the value of a property comes from. RTF writes formatting out beside every use of a style, so
/// the strongest layer is nearly always the direct one; what the style says is listed behind it.
struct Tracer {
  private let header: Header
  private let document: Document
  private let layers: [ParagraphLayers?]

  init(_ interpreter: Interpreter) {
    header = interpreter.header
    document = interpreter.builder.document
    layers = interpreter.builder.layers
  }

  func traces(for request: TraceRequest) -> [Trace] {
    guard layers.indices.contains(request.paragraph), let layers = layers[request.paragraph] else {
      return []
    }
    let paragraph = document.paragraphs[request.paragraph]
    let characters = characters(at: request.offset, of: paragraph, layers)
    return request.properties.compactMap { property in
      switch property {
      case .eastAsianFace, .latinFace, .size, .bold, .color:
        characters.map { trace(property, $0, style: layers.paragraph.style) }
      case .lineSpacing, .alignment, .firstLineIndent: trace(property, layers.paragraph, paragraph.format)
      }
    }
  }

  private func characters(at offset: Int, of paragraph: Paragraph, _ layers: ParagraphLayers)
    -> CharacterProperties?
  {
    let bytes = paragraph.utf8Offset(ofScalar: offset)
    var end = 0
    for run in layers.runs {
      end += run.utf8Count
      if bytes < end { return run.characters }
    }
    return layers.runs.last?.characters
  }

  // MARK: Characters

  private func trace(_ property: TracedProperty, _ characters: CharacterProperties, style: Int32) -> Trace {
    var steps: [TraceStep] = []
    func ask(_ layer: TraceStep.Layer, _ characters: CharacterProperties) {
      if let value = value(of: property, in: characters) { steps.append(TraceStep(layer, value: value)) }
    }
    ask(.direct, characters)
    if let style = header.characterStyles[characters.style] {
      ask(.characterStyle(name: style.name), style.characters)
    }
    for style in header.chain(of: style) { ask(.paragraphStyle(name: style.name), style.characters) }
    let effective = text(of: property, characters, style: style)
    if property == .eastAsianFace || property == .latinFace, !effective.isEmpty {
      let standard = text(of: property, CharacterProperties(), style: CharacterProperties.none)
      if !standard.isEmpty { steps.append(TraceStep(.documentDefaults, value: standard)) }
    }
    return Trace(property, effective: effective, steps)
  }

  /// What a layer says; `nil` when it is silent.
  private func value(of property: TracedProperty, in characters: CharacterProperties) -> String? {
    let field: CharacterProperties.Fields =
      switch property {
      case .eastAsianFace: .eastAsia
      case .latinFace: .ascii
      case .size: .size
      case .bold: .bold
      default: .color
      }
    return characters.fields.contains(field)
      ? text(of: property, characters, style: CharacterProperties.none) : nil
  }

  private func text(of property: TracedProperty, _ characters: CharacterProperties, style: Int32) -> String {
    StyleCache.make(characters, style: style, header).traced(property)
  }

  // MARK: Paragraphs

  private func trace(_ property: TracedProperty, _ direct: ParagraphProperties, _ format: ParagraphFormat)
    -> Trace
  {
    var steps: [TraceStep] = []
    func ask(_ layer: TraceStep.Layer, _ properties: ParagraphProperties) {
      if let value = value(of: property, in: properties) { steps.append(TraceStep(layer, value: value)) }
    }
    ask(.direct, direct)
    for style in header.chain(of: direct.style) { ask(.paragraphStyle(name: style.name), style.paragraph) }
    return Trace(property, effective: format.traced(property), steps)
  }

  private func value(of property: TracedProperty, in properties: ParagraphProperties) -> String? {
    switch property {
    case .lineSpacing: properties.fields.contains(.line) ? properties.lineSpacing.traced : nil
    case .alignment: properties.fields.contains(.alignment) ? properties.alignment.rawValue : nil
    default:
      if properties.fields.contains(.firstLineChars), properties.firstLineChars != 0 {
        "\((Double(properties.firstLineChars) / 100).plain) chars"
      } else {
        properties.fields.contains(.firstLine) ? Length.twips(Int(properties.firstLine)).description : nil
      }
    }
  }
}
