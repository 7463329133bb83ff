import DocumentModel
import Findings
import Messages

/// What a file was read as, for programs, by the contract in `docs/schema/inspect.schema.json`.
public struct InspectJSON: Sendable {
  private let language: Language
  private var say: Wording { Wording(language: language) }

  public init(language: Language = .zh) { self.language = language }

  /// One object on one line, without a line end.
  public func render(_ inspection: Inspection) -> String {
    var writer = JSONWriter()
    let document = inspection.document
    writer.object { json in
      json.member("schemaVersion", 1)
      json.member("path", inspection.path)
      json.member("sha256", inspection.sha256)
      json.member("format", inspection.format?.rawValue)
      json.member("status", inspection.error == nil ? "read" : "unreadable")
      json.error(inspection.error, format: inspection.format, language: language)
      json.elements(inspection.elements)
      json.key("paragraphs")
      json.array { json in
        for (index, paragraph) in (document?.paragraphs ?? []).enumerated() {
          self.paragraph(paragraph, index, inspection, to: &json)
        }
      }
      json.member("figures", each: document?.figures ?? []) { figure($1, to: &$0) }
      json.notes(document?.notes ?? [])
      guard let document else { return }
      json.member("tables", each: document.tables) { table($1, to: &$0) }
      json.member("sections", each: document.sections) { section($1, to: &$0) }
      if !document.pages.isEmpty { json.member("pages", each: document.pages) { page($1, to: &$0) } }
      if !document.bookmarks.isEmpty {
        json.member("bookmarks", each: document.bookmarks) { bookmark($1, to: &$0) }
      }
      if !document.signatures.isEmpty {
        json.member("signatures", each: document.signatures) { signature($1, to: &$0) }
      }
      json.key("residue")
      residue(document.residue, to: &json)
      json.key("metadata")
      metadata(document.metadata, to: &json)
    }
    return writer.text
  }

  private func paragraph(
    _ paragraph: Paragraph, _ index: Int, _ inspection: Inspection, to writer: inout JSONWriter
  ) {
    let format = paragraph.format
    writer.object { json in
      json.member("index", index)
      json.member("role", inspection.roles[index])
      json.member("story", paragraph.story.rawValue)
      json.member("text", paragraph.text)
      json.member("alignment", format.alignment?.rawValue)
      json.member("firstLineIndent", format.firstLineIndent.points)
      json.member("lineSpacing") { self.spacing(format.lineSpacing, to: &$0) }
      json.key("runs")
      json.array { json in
        var offset = 0
        for (text, style) in paragraph.spans {
          run(text, style, TraceRequest.key(index, offset, TraceRequest.ofRun), inspection, to: &json)
          offset += inspection.traces.isEmpty ? 0 : text.unicodeScalars.count
        }
      }
      if !paragraph.label.isEmpty { json.member("label", paragraph.label) }
      json.optional("page", paragraph.page)
      if let box = paragraph.box {
        json.key("box")
        json.box(box)
      }
      json.optional("style", paragraph.styleName)
      if paragraph.cell != nil {
        json.key("cell")
        json.cell(paragraph.cell)
      }
      if paragraph.section != 0 { json.member("section", paragraph.section) }
      json.nonzero("leftIndent", format.leftIndent)
      json.nonzero("rightIndent", format.rightIndent)
      json.nonzero("spaceBefore", format.spaceBefore)
      json.nonzero("spaceAfter", format.spaceAfter)
      json.optional("outlineLevel", format.outlineLevel)
      json.optional("startsPage", format.startsPage)
      trace(TraceRequest.key(index, 0, TraceRequest.ofParagraph), inspection, to: &json)
    }
  }

  private func run(
    _ text: Substring, _ style: TextStyle, _ request: TraceRequest, _ inspection: Inspection,
    to writer: inout JSONWriter
  ) {
    writer.object { json in
      json.member("text", String(text))
      json.member("eastAsian", style.faces.eastAsia.name.isEmpty ? nil : style.faces.eastAsia.name)
      json.member("latin", style.faces.ascii.name.isEmpty ? nil : style.faces.ascii.name)
      json.member("size", style.size?.points)
      json.member("bold", style.isBold)
      json.member("color", style.color?.description)
      json.optional("italic", style.isItalic)
      json.optional("underline", style.isUnderlined)
      json.optional("strike", style.isStruck)
      switch style.verticalPosition {
      case .baseline: break
      case .superscript: json.member("position", "superscript")
      case .subscript: json.member("position", "subscript")
      }
      if style.scale != 100 { json.member("scale", style.scale) }
      json.nonzero("letterSpacing", style.letterSpacing)
      json.optional("rawFace", style.rawFace)
      json.optional("boldEvidence", style.boldEvidence?.rawValue)
      trace(request, inspection, to: &json)
    }
  }

  private func trace(_ request: TraceRequest, _ inspection: Inspection, to json: inout JSONWriter) {
    guard let traces = inspection.traces[request] else { return }
    json.member("trace", strings: traces.map { say.evidence($0) })
  }

  private func spacing(_ spacing: LineSpacing, to json: inout JSONWriter) {
    switch spacing {
    case .multiple(let factor):
      json.member("rule", "auto")
      json.member("value", factor)
    case .exact(let height):
      json.member("rule", "exact")
      json.member("value", height.points)
    case .atLeast(let height):
      json.member("rule", "atLeast")
      json.member("value", height.points)
    case .measured(let pitch):
      json.member("rule", "measured")
      json.member("value", pitch?.points)
    }
  }
}

extension TraceRequest {
  static func key(_ paragraph: Int, _ offset: Int, _ properties: [TracedProperty]) -> TraceRequest {
    TraceRequest(paragraph: paragraph, offset: offset, properties: properties)
  }
}

extension JSONWriter {
  /// A length in points, where it is not zero.
  mutating func nonzero(_ name: String, _ length: Length) {
    if length.points != 0 { member(name, length.points) }
  }
}
