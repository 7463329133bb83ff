import Findings
import Messages

/// In how many publications each code was found: what to look at first in a folder.
struct CodeTally {
  struct Row: Hashable {
    let code: String
    let title: Message
    /// Publications with such a finding that is `failed`, and with none but ones that are `cantTell`.
    var failed = 0
    var cantTell = 0

    var all: Int { failed + cantTell }
  }

  private var found: [String: Row] = [:]

  /// Counts one more publication. Remarks on what conforms are not counted.
  mutating func add(_ publication: PublicationReport) {
    var worst: [String: (title: Message, isFailed: Bool)] = [:]
    for finding in publication.findings where finding.outcome == .failed || finding.outcome == .cantTell {
      let isFailed = finding.outcome == .failed
      worst[finding.code] = (finding.title, isFailed || worst[finding.code]?.isFailed == true)
    }
    for outcome in publication.doubts.flatMap(\.outcomes) where worst[outcome.code] == nil {
      worst[outcome.code] = (outcome.title, false)
    }
    for (code, (title, isFailed)) in worst {
      var row = found[code] ?? Row(code: code, title: title)
      if isFailed { row.failed += 1 } else { row.cantTell += 1 }
      found[code] = row
    }
  }

  /// The most frequent first; of equal ones, what is certain first, then by code.
  var rows: [Row] {
    found.values.sorted {
      ($1.all, $1.failed, $0.code) < ($0.all, $0.failed, $1.code)
    }
  }
}

extension TextReporter {
  /// A table of all codes, for a run over several files.
  func table(_ tally: CodeTally) -> [String] {
    let rows = tally.rows
    guard !rows.isEmpty else { return [] }
    let heads = [Outcome.failed, .cantTell].map { say.outcome($0) }
    let widths = heads.map { max(Columns.width(of: $0), 6) }
    let titles = rows.map { VisibleText.escaped(say($0.title)) }
    // Beside the longest code and two counts, so that a narrow terminal still holds a line.
    let codes = rows.map { VisibleText.escaped($0.code) }
    let codeWidth = codes.map { Columns.width(of: $0) }.max() ?? 0
    let titleWidth = titles.map { Columns.width(of: $0) }.max() ?? 0
    func line(_ title: String, _ code: String, _ counts: [String]) -> String {
      let numbers = zip(counts, widths).map {
        String(repeating: " ", count: max(0, $1 - Columns.width(of: $0))) + $0
      }
      let left = TextLayout.padded(title, to: titleWidth) + "  " + TextLayout.padded(code, to: codeWidth)
      return "  " + left + "  " + numbers.joined(separator: "  ")
    }
    let head = line("", "", heads)
    let body = rows.indices.map { index in
      line(
        titles[index], codes[index],
        [rows[index].failed, rows[index].cantTell].map { $0 == 0 ? "-" : "\($0)" })
    }
    return [paint(say("tally.heading"), .bold), paint(head, .dim)] + body + [""]
  }
}
