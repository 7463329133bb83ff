import DocumentModel

/// Tells where a value of a PDF comes from: the font, the text state, the places of the lines.
struct PDFTracer {
  let document: Document

  func traces(for request: TraceRequest) -> [Trace] {
    guard document.paragraphs.indices.contains(request.paragraph) else { return [] }
    let paragraph = document.paragraphs[request.paragraph]
    guard let style = style(paragraph, at: request.offset) else { return [] }
    return request.properties.compactMap { trace($0, paragraph, style) }
  }

  private func style(_ paragraph: Paragraph, at offset: Int) -> TextStyle? {
    var count = 0
    for span in paragraph.spans {
      count += span.text.unicodeScalars.count
      if offset < count { return span.style }
    }
    return nil
  }

  private func trace(_ property: TracedProperty, _ paragraph: Paragraph, _ style: TextStyle) -> Trace? {
    func trace(_ value: String, _ operation: String, as written: String? = nil) -> Trace {
      Trace(
        property: property, value: value,
        steps: [TraceStep(.contentStream(operation: operation), value: written ?? value)])
    }
    switch property {
    case .eastAsianFace: return trace(style.faces.eastAsia.name, "Tf", as: style.rawFace)
    case .latinFace: return trace(style.faces.ascii.name, "Tf", as: style.rawFace)
    case .size: return style.size.map { trace($0.description, "Tf × Tm × CTM") }
    case .bold: return trace(style.isBold ? "true" : "false", boldOperation(style))
    case .color: return trace(style.color?.description ?? "000000", "rg, g, k, sc")
    case .lineSpacing:
      guard case .measured(let pitch?) = paragraph.format.lineSpacing else { return nil }
      return trace(pitch.description, "Tm, Td")
    case .alignment: return paragraph.format.alignment.map { trace($0.rawValue, "Tm, Td") }
    case .firstLineIndent: return trace(paragraph.format.firstLineIndent.description, "Tm, Td")
    }
  }

  private func boldOperation(_ style: TextStyle) -> String {
    switch style.boldEvidence {
    case .stroke: "2 Tr"
    case .doubleStrike: "Tj × 2"
    case .weight: "FontWeight"
    case .forceBold: "ForceBold"
    case .faceName, nil: "Tf"
    }
  }
}
