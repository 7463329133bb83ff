import DocumentModel
import Findings
import Messages

/// What a file was read as, for people: elements, then every paragraph with its look.
public struct InspectText: Sendable {
  private let language: Language
  /// The columns of the terminal; `nil` for no terminal: nothing is cut then.
  private let width: Int?
  private var say: Wording { Wording(language: language) }

  public init(language: Language = .zh, width: Int? = nil) {
    self.language = language
    self.width = width
  }

  public func render(_ inspection: Inspection) -> String {
    let path = VisibleText.escaped(inspection.path)
    if let error = inspection.error {
      let sentence = ErrorWording(error, format: inspection.format).sentence(path: inspection.path)
      return "! " + VisibleText.escaped(say(sentence)) + "\n\n"
    }
    guard let document = inspection.document else { return "" }
    var lines = ["\(path)  \(facts(document))", ""]
    for element in inspection.elements { lines.append(line(element)) }
    if !inspection.elements.isEmpty { lines.append("") }
    for (index, paragraph) in document.paragraphs.enumerated() {
      if paragraph.isBlank, inspection.traces.isEmpty { continue }
      lines += self.lines(paragraph, index, inspection)
    }
    for note in document.notes {
      lines.append("  · " + VisibleText.escaped("\(say.note(note))（\(note.code)）\(note.detail)"))
    }
    return lines.joined(separator: "\n") + "\n\n"
  }

  private func facts(_ document: Document) -> String {
    let counts = say(
      "inspect.facts",
      [
        "paragraphs": .number(document.paragraphs.count), "tables": .number(document.tables.count),
        "figures": .number(document.figures.count), "sections": .number(document.sections.count),
      ])
    let program = document.metadata.application.map { " · " + VisibleText.escaped($0) } ?? ""
    return document.format.rawValue.uppercased() + " · " + counts + program
  }

  private func line(_ element: ElementSummary) -> String {
    let name = TextLayout.padded(say.role(element.role), to: 14)
    let reason = element.reason.map { " · " + say($0) } ?? ""
    let tail = "  \(element.certainty.plain)\(reason)"
    return "  " + name + VisibleText.escaped(element.text + (element.iso.map { " [\($0)]" } ?? "") + tail)
  }

  private func lines(_ paragraph: Paragraph, _ index: Int, _ inspection: Inspection) -> [String] {
    let number = String(repeating: " ", count: max(0, 5 - String(index).count)) + String(index)
    let role = inspection.roles[index].map { say.role($0) } ?? say("story.\(paragraph.story.rawValue)")
    let look = look(paragraph)
    let head = "\(number)  \(TextLayout.padded(role, to: 12))  \(look)"
    let room = width.map { max(20, $0 - 21) }
    let text = MarkedQuote(paragraph.printedText, marks: [], columns: room).text
    var lines = [head, String(repeating: " ", count: 21) + text]
    guard !inspection.traces.isEmpty else { return lines }
    let indent = String(repeating: " ", count: 21)
    let whole = TraceRequest.key(index, 0, TraceRequest.ofParagraph)
    for trace in inspection.traces[whole] ?? [] { lines.append(indent + evidence(trace)) }
    var offset = 0
    for (text, _) in paragraph.spans {
      if let traces = inspection.traces[TraceRequest.key(index, offset, TraceRequest.ofRun)] {
        lines.append(indent + MarkedQuote(String(text), marks: [], columns: 40).text)
        for trace in traces { lines.append(indent + "  " + evidence(trace)) }
      }
      offset += text.unicodeScalars.count
    }
    return lines
  }

  private func evidence(_ trace: Trace) -> String { VisibleText.escaped(say.evidence(trace)) }

  /// `宋体 18 加粗 · 居中 · 单倍行距`, with the formats of all runs.
  private func look(_ paragraph: Paragraph) -> String {
    var seen: Set<TextStyle> = []
    let formats = paragraph.spans.filter { seen.insert($0.style).inserted }.map { _, style in
      let face = style.faces.eastAsia.name
      var text = face.isEmpty ? say("value.none") : face
      if let size = style.size { text += " " + size.points.plain }
      if style.isBold { text += " " + say("inspect.bold") }
      if let color = style.color { text += " #\(color)" }
      return text
    }
    var parts = [formats.prefix(4).joined(separator: " / ") + (formats.count > 4 ? " …" : "")]
    if let alignment = paragraph.format.alignment { parts.append(say("value.\(alignment.rawValue)")) }
    parts.append(say.spacing(paragraph.format.lineSpacing))
    if let page = paragraph.page { parts.append(say("at.page", ["n": .number(page)])) }
    return VisibleText.escaped(parts.filter { !$0.isEmpty }.joined(separator: " · "))
  }
}
