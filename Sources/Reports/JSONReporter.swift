import DocumentModel
import Findings
import Messages

/// The report for programs, by the contract in `docs/schema/check.schema.json`.
public struct JSONReporter: Reporter {
  private let json: PublicationJSON
  private var isFirst = true

  public init(language: Language = .zh) { json = PublicationJSON(say: Wording(language: language)) }

  public mutating func begin(_ heading: ReportHeading) -> String {
    var writer = JSONWriter()
    writer.object { json in
      json.member("schemaVersion", 1)
      json.member("tool") { tool in
        tool.member("name", "hegui")
        tool.member("version", heading.toolVersion)
      }
      json.member("spec") { spec in
        spec.member("id", heading.spec.id)
        spec.member("title", heading.spec.title)
        spec.member("sha256", heading.spec.sha256)
      }
      json.member("today", heading.today?.description)
    }
    return writer.text.dropLast() + ",\"publications\":["
  }

  public mutating func publication(_ publication: PublicationReport) -> String {
    var writer = JSONWriter()
    json.write(publication, to: &writer, version: nil)
    defer { isFirst = false }
    return (isFirst ? "\n" : ",\n") + writer.text
  }

  public mutating func end(_ ending: ReportEnding) -> String {
    let summary = ending.summary
    var writer = JSONWriter()
    writer.object { json in
      json.member("publications", summary.publications)
      json.member("members", summary.members)
      json.member("passed", summary.passed)
      json.member("failed", summary.failed)
      json.member("cantTell", summary.cantTell)
      json.member("untested", summary.untested)
      json.member("unreadable", summary.unreadable)
      json.member("complete", ending.isComplete)
    }
    return (isFirst ? "" : "\n") + "],\"summary\":\(writer.text)}\n"
  }
}

/// One publication a line, for pipes: each line is an object of `publications` with a `schemaVersion`.
public struct JSONLinesReporter: Reporter {
  private let json: PublicationJSON

  public init(language: Language = .zh) { json = PublicationJSON(say: Wording(language: language)) }

  public mutating func begin(_ heading: ReportHeading) -> String { "" }

  public mutating func publication(_ publication: PublicationReport) -> String {
    var writer = JSONWriter()
    json.write(publication, to: &writer, version: 1)
    return writer.text + "\n"
  }

  public mutating func end(_ ending: ReportEnding) -> String { "" }
}
