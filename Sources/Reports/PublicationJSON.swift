import DocumentModel
import Findings
import Messages

/// One publication of the check report.
struct PublicationJSON: Sendable {
  let language: Language
  private var say: Wording { Wording(language: language) }

  init(say: Wording) { language = say.language }

  func write(_ publication: PublicationReport, to writer: inout JSONWriter, version: Int?) {
    writer.object { json in
      if let version { json.member("schemaVersion", version) }
      json.member("id", publication.id)
      json.member("title", publication.title)
      json.member("members", each: publication.members) { member($1, to: &$0) }
      json.member("outcomes", each: publication.outcomes) { outcome($1, to: &$0) }
      let path = publication.members.first?.path
      json.member("findings", each: publication.findings) { finding($1, member: path, to: &$0) }
    }
  }

  private func member(_ member: Member, to writer: inout JSONWriter) {
    writer.object { json in
      json.member("path", member.path)
      json.member("role", member.role)
      json.member("format", member.format?.rawValue)
      json.member("sha256", member.sha256)
      json.member("status", member.status.rawValue)
      json.error(member.error, format: member.format, language: language)
      json.elements(member.elements)
      json.member("application", member.application)
      json.member("extent") { extent in
        extent.member("paragraphs", member.extent.paragraphs)
        extent.member("characters", member.extent.characters)
        extent.member("tables", member.extent.tables)
        extent.member("figures", member.extent.figures)
      }
      json.notes(member.notes)
    }
  }

  private func outcome(_ outcome: RequirementOutcome, to writer: inout JSONWriter) {
    writer.object { json in
      json.member("requirement", outcome.requirement)
      json.member("code", outcome.code)
      json.member("title", say(outcome.title))
      json.member("clause", outcome.clause.reference)
      json.member("severity", outcome.severity.rawValue)
      json.member("outcome", outcome.outcome.rawValue)
      json.member("member", outcome.member)
      json.member("reason", outcome.reason.map { say($0) })
      json.member("judgedParagraphs", outcome.judgedParagraphs)
      json.member("judgedCharacters", outcome.judgedCharacters)
    }
  }

  private func finding(_ finding: Finding, member: String?, to writer: inout JSONWriter) {
    writer.object { json in
      json.member("fingerprint", finding.fingerprint)
      json.member("code", finding.code)
      json.member("requirement", finding.requirement)
      json.member("severity", finding.severity.rawValue)
      json.member("outcome", finding.outcome.rawValue)
      json.member("title", say(finding.title))
      json.member("message", say(finding.message))
      json.member("member", member)
      json.key("location")
      if let place = finding.places.first { json.place(place) } else { json.null() }
      json.member("actual", finding.actual.map { say($0) })
      json.member("expected", finding.expected.map { say($0) })
      json.member("clause", finding.clause.reference)
      json.member("clauseQuote", finding.clause.quote)
      json.member("evidence", strings: finding.evidence.map { say.evidence($0) })
      json.key("advice")
      advice(finding.advice, to: &json)
      json.key("fix")
      fix(finding.fix, to: &json)
      json.member("placeCount", finding.placeCount)
      json.member("places", each: finding.places) { $0.place($1) }
    }
  }

  private func advice(_ advice: Advice?, to writer: inout JSONWriter) {
    guard let advice else { return writer.null() }
    writer.object { json in
      json.member("word", say(advice.word))
      json.member("wps", say(advice.wps ?? advice.word))
    }
  }

  private func fix(_ fix: Fix?, to writer: inout JSONWriter) {
    guard let fix else { return writer.null() }
    writer.object { json in
      json.member("safety", fix.safety.rawValue)
      json.member("title", say.title(of: fix))
    }
  }
}

extension JSONWriter {
  /// A place as `location`: page and range where they are known; `box` is for paged formats. `paragraph` is
  /// null for a place on a page that is no part of a paragraph.
  mutating func place(_ place: Place) {
    object { json in
      json.member("page", place.page)
      json.member("paragraph", place.paragraph)
      json.key("range")
      if let range = place.range { json.range(range) } else { json.null() }
      json.key("box")
      json.box(place.box)
      json.member("quote", place.quote)
      json.member("marks", each: place.marks) { $0.range($1) }
      json.member("ordinal", place.ordinal)
      json.member("story", place.story.rawValue)
      json.key("cell")
      json.cell(place.cell)
    }
  }

  /// A rectangle on a page, in points from its top left corner.
  mutating func box(_ box: Box?) {
    guard let box else { return null() }
    object { json in
      json.member("left", box.left)
      json.member("top", box.top)
      json.member("width", box.width)
      json.member("height", box.height)
    }
  }

  mutating func cell(_ cell: CellPosition?) {
    guard let cell else { return null() }
    object { json in
      json.member("table", cell.table)
      json.member("row", cell.row)
      json.member("column", cell.column)
    }
  }

  /// `error`: a code that never changes, the place in the file, and the sentence for people.
  mutating func error(_ error: ReadError?, format: FileFormat?, language: Language) {
    key("error")
    guard let error else { return null() }
    let wording = ErrorWording(error, format: format)
    object { json in
      json.member("code", error.code.rawValue)
      json.member("message", wording.what.text(in: language))
      json.member("advice", wording.toDo.text(in: language))
      json.member("part", error.part)
      json.member("line", error.line)
      json.member("column", error.column)
      json.member("detail", error.detail)
    }
  }

  /// `elements` by role, in document order; where several have one role, the others are under `also`.
  ///
  /// A joint issue has one issuer: its text names all the bodies, parted by `；`.
  mutating func elements(_ elements: [ElementSummary]) {
    var roles: [String] = []
    var byRole: [String: [ElementSummary]] = [:]
    for element in elements {
      if byRole[element.role] == nil { roles.append(element.role) }
      byRole[element.role, default: []].append(element)
    }
    member("elements") { json in
      for role in roles {
        guard let all = byRole[role], var first = all.first else { continue }
        let others = all.dropFirst()
        if role == "issuer", !others.isEmpty {
          first.text = all.map(\.text).joined(separator: "；")
          first.certainty = all.map(\.certainty).min() ?? first.certainty
        }
        json.key(role)
        json.element(first, others: Array(others))
      }
    }
  }

  private mutating func element(_ element: ElementSummary, others: [ElementSummary]) {
    object { json in
      json.member("text", element.text)
      json.optional("iso", element.iso)
      json.member("certainty", element.certainty)
      json.key("location")
      if let place = element.place { json.place(place) } else { json.null() }
      if !others.isEmpty { json.member("also", each: others) { $0.element($1, others: []) } }
    }
  }

  mutating func notes(_ notes: [ReadNote]) {
    member("notes", each: notes) { json, note in
      json.object { json in
        json.member("code", note.code)
        json.member("part", note.part)
        json.member("detail", note.detail)
      }
    }
  }
}
