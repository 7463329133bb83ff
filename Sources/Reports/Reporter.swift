import Findings
import Messages

/// Prints publications one after the other, so that a run over many files holds one of them at a time.
///
/// The text goes wherever the caller writes it; a reporter opens no file and asks no terminal.
public protocol Reporter {
  /// What stands before the first publication.
  mutating func begin(_ heading: ReportHeading) -> String
  /// One publication, in the order of the input.
  mutating func publication(_ publication: PublicationReport) -> String
  /// What stands after the last one.
  mutating func end(_ ending: ReportEnding) -> String
}

extension Reporter {
  /// A whole report in one piece.
  public mutating func render(_ report: Report, exitCode: Int32 = 0) -> String {
    var text = begin(ReportHeading(toolVersion: report.toolVersion, spec: report.spec))
    for publication in report.publications { text += self.publication(publication) }
    return text + end(ReportEnding(summary: report.summary, exitCode: exitCode))
  }
}

/// What is known before the first file is opened.
public struct ReportHeading: Sendable, Hashable {
  public var toolVersion: String
  public var spec: SpecSummary
  /// The day of the check, where one was given: with the files and the spec it decides the report.
  public var today: CalendarDay?

  public init(toolVersion: String, spec: SpecSummary, today: CalendarDay? = nil) {
    self.toolVersion = toolVersion
    self.spec = spec
    self.today = today
  }
}

/// What is known after the last file.
public struct ReportEnding: Sendable, Hashable {
  public var summary: Summary
  /// What the program will exit with.
  public var exitCode: Int32
  /// Whether every input was looked at; `false` when the run was interrupted.
  public var isComplete: Bool

  public init(summary: Summary, exitCode: Int32, isComplete: Bool = true) {
    self.summary = summary
    self.exitCode = exitCode
    self.isComplete = isComplete
  }
}

/// The forms that a report can take.
public enum ReportFormat: String, Sendable, Hashable, CaseIterable {
  case text, json, jsonl, html
  /// Nothing is printed: for measuring, and for scripts that want the exit code only.
  case none
}

/// Prints nothing.
public struct SilentReporter: Reporter {
  public init() {}
  public mutating func begin(_ heading: ReportHeading) -> String { "" }
  public mutating func publication(_ publication: PublicationReport) -> String { "" }
  public mutating func end(_ ending: ReportEnding) -> String { "" }
}
