import Findings
import Messages
import Testing

@testable import Reports

/// The table of findings by code, and the day of the check in reports.
@Suite struct CodeTallyTests {
  private func publication(_ found: [(String, Outcome)]) -> PublicationReport {
    var publication = Samples.clean
    publication.findings = found.map { code, outcome in
      Finding(
        code: code, requirement: code, severity: .warning, outcome: outcome, title: Message("\(code).title"),
        message: Message("\(code).failed"), clause: Clause(reference: ""))
    }
    return publication
  }

  @Test func publicationsAreCountedAndNotFindings() {
    var tally = CodeTally()
    tally.add(publication([("DN-space", .failed), ("DN-space", .failed), ("DATE-weekend", .cantTell)]))
    tally.add(publication([("DN-space", .cantTell), ("TITLE-len", .passed), ("CITE-num", .failed)]))
    tally.add(publication([("DN-space", .cantTell), ("DN-space", .failed), ("DATE-weekend", .cantTell)]))
    let rows = tally.rows.map { "\($0.code) \($0.failed) \($0.cantTell)" }
    #expect(rows == ["DN-space 2 1", "DATE-weekend 0 2", "CITE-num 1 0"])
  }

  private func text(_ publications: [PublicationReport], _ language: Language = .zh) -> [String] {
    var options = TextReporter.Options()
    options.language = language
    var reporter = TextReporter(options: options)
    let text = reporter.render(Samples.report(publications))
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    return lines.firstIndex { $0.hasPrefix("各项汇总") || $0.hasPrefix("By requirement") }.map {
      Array(lines[$0...])
    }
      ?? []
  }

  @Test func severalFilesHaveATable() {
    let table = text([publication([("DN-space", .failed)]), publication([("DN-space", .cantTell)])])
    #expect(table.count > 3 && table[1].contains("不符合") && table[1].contains("待人工复核"))
    #expect(table[2].contains("DN-space") && table[2].hasSuffix("1"))
    // Numbers stand under their heads.
    #expect(Columns.width(of: table[1]) == Columns.width(of: table[2]))
    #expect(
      text([publication([("DN-space", .failed)]), Samples.clean], .en).first
        == "By requirement (number of files)")
  }

  @Test func oneFileHasNone() { #expect(text([publication([("DN-space", .failed)])]).isEmpty) }

  @Test func theDayIsInTheHeading() throws {
    var reporter = JSONReporter()
    let spec = SpecSummary(id: "s", title: "t", source: "", sha256: "")
    let day = try #require(CalendarDay("2024-02-29"))
    #expect(
      reporter.begin(ReportHeading(toolVersion: "1", spec: spec, today: day)).contains(
        "\"today\":\"2024-02-29\""))
    #expect(reporter.begin(ReportHeading(toolVersion: "1", spec: spec)).contains("\"today\":null"))
  }

  @Test(arguments: [
    "2023-02-29", "2024-13-01", "2024-00-10", "2024-01-32", "2024-1-1", "24-01-01", "2024/01/01", "",
    "0999-01-01",
    "2024-01-011", "２０２４-01-01",
  ])
  func noSuchDay(_ text: String) { #expect(CalendarDay(text) == nil) }

  @Test func daysAreInOrder() throws {
    let days = try ["2023-12-31", "2024-01-01", "2024-02-29", "2024-03-01"].map {
      try #require(CalendarDay($0))
    }
    #expect(days.sorted() == days && days.map(\.description)[2] == "2024-02-29")
  }
}
