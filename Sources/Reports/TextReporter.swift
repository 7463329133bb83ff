import DocumentModel
import Findings
import Messages

/// The report for a terminal: the verdict first, then one block a finding.
public struct TextReporter: Reporter {
  public struct Options: Sendable {
    public var language = Language.zh
    /// The columns of the terminal; `nil` when the output is no terminal: nothing is wrapped then.
    public var width: Int?
    /// Colour helps and carries no meaning of its own.
    public var usesColor = false
    /// Evidence, all places, what was not checked.
    public var isVerbose = false
    /// Publications without findings are left out, and so is the last line.
    public var isQuiet = false

    public init() {}
  }

  let options: Options
  let say: Wording
  private var spec = ""
  /// The most requirements that were not checked of one publication.
  private var untested = 0
  private var tally = CodeTally()
  /// Whether an empty line stands above: at the start, and after a block.
  private var followsBlock = true

  public init(options: Options = Options()) {
    self.options = options
    say = Wording(language: options.language)
  }

  public mutating func begin(_ heading: ReportHeading) -> String {
    spec = heading.spec.id
    return ""
  }

  public mutating func publication(_ publication: PublicationReport) -> String {
    tally.add(publication)
    var lines: [String] = []
    for member in publication.members {
      if let error = member.error {
        let sentence = ErrorWording(error, format: member.format).sentence(path: member.path)
        let text = "! " + VisibleText.escaped(say(sentence))
        lines += TextLayout.wrap(text, width: options.width, indent: 2).enumerated()
          .map { $0 == 0 ? paint($1, .red) : "  " + $1 }
      }
    }
    if publication.members.contains(where: { $0.status == .checked }) {
      untested = max(untested, publication.count(.untested))
      lines += checked(publication)
    }
    guard !lines.isEmpty else { return "" }
    // One line a file for what needs no attention; what does stands free.
    let isBlock = lines.count > 2
    defer { followsBlock = isBlock }
    return (isBlock && !followsBlock ? "\n" : "") + lines.joined(separator: "\n") + (isBlock ? "\n\n" : "\n")
  }

  private func checked(_ publication: PublicationReport) -> [String] {
    let doubts = publication.doubts
    if options.isQuiet, publication.findings.isEmpty, doubts.isEmpty { return [] }
    var lines = verdict(publication)
    if !publication.findings.isEmpty || !doubts.isEmpty { lines.append("") }
    let titles = publication.findings.map { say($0.title) } + doubts.map { say($0.title) }
    let column = min(titles.map { Columns.width(of: $0) }.max() ?? 0, 16) + 6
    for finding in publication.findings { lines += block(finding, column: column) }
    for doubt in doubts { lines += block(doubt, column: column) }
    lines += notes(publication)
    if options.isVerbose { lines += unchecked(publication) }
    return lines
  }

  /// `通知.docx  标题 · 文号 · 日期` and the counts at the right margin, or on a line of their own.
  private func verdict(_ publication: PublicationReport) -> [String] {
    let path = publication.members.map { VisibleText.escaped($0.path) }.joined(separator: " + ")
    let member = publication.members.first
    let isClean = publication.findings.isEmpty && publication.count(.cantTell) == 0
    let facts = ["title", "number", "date"].compactMap { role in
      member?.elements.first { $0.role == role && !isClean }.map { VisibleText.escaped($0.text) }
    }
    let left = path + (facts.isEmpty ? "" : "  " + facts.joined(separator: " · "))
    let counts = [Outcome.failed, .cantTell, .passed, .untested].map { outcome in
      say("count.\(outcome.rawValue)", ["n": .number(publication.count(outcome))])
    }.joined(separator: " · ")
    let painted = paint(counts, publication.count(.failed) > 0 ? .red : .green)
    guard let line = TextLayout.justified(left, counts, width: margin) else {
      return [paint(left, .bold), "  " + painted]
    }
    return [paint(left, .bold) + String(line.dropFirst(left.count).dropLast(counts.count)) + painted]
  }

  /// The column of the right margin.
  var margin: Int { options.width ?? 100 }

  /// For several files a table of what was found in how many; then the last line: the spec, what was not checked, the code the program exits with.
  public mutating func end(_ ending: ReportEnding) -> String {
    guard !options.isQuiet else { return "" }
    var parts: [String] = []
    let summary = ending.summary
    if !ending.isComplete { parts.append(say("end.interrupted")) }
    if summary.members > 1 {
      parts.append(
        say(
          "end.files",
          [
            "n": .number(summary.members), "failed": .number(summary.failed),
            "cantTell": .number(summary.cantTell),
          ]))
      if summary.unreadable > 0 {
        parts.append(
          say(
            "end.unreadable",
            [
              "n": .number(summary.unreadable), "rest": .number(summary.members - summary.unreadable),
            ]))
      }
    }
    parts.append(say("end.spec", ["id": .text(spec)]))
    if untested > 0, !options.isVerbose {
      parts.append(say("end.untested", ["n": .number(untested)]))
    }
    parts.append(say("end.exit", ["n": .number(Int(ending.exitCode))]))
    let text = VisibleText.escaped(parts.joined(separator: " · "))
    let table = summary.members > 1 ? table(tally).map { $0 + "\n" }.joined() : ""
    return (followsBlock ? "" : "\n") + table
      + TextLayout.wrap(text, width: options.width, indent: 0).joined(separator: "\n") + "\n"
  }

  enum Paint: String {
    case red = "31"
    case yellow = "33"
    case green = "32"
    case bold = "1"
    case dim = "2"
  }

  func paint(_ text: String, _ paint: Paint) -> String {
    options.usesColor && !text.isEmpty ? "\u{1B}[\(paint.rawValue)m\(text)\u{1B}[0m" : text
  }
}
