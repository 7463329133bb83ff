import DocumentModel
import Findings
import Messages

extension TextReporter {
  /// The lines of one finding.
  func block(_ finding: Finding, column: Int) -> [String] {
    let label = rightLabel(finding.code, finding.severity)
    var lines = head(
      mark(finding.outcome), say(finding.title), column, place: say.places(of: finding),
      quote: finding.places.first, label: label)
    var details: [String] = []
    details.append(whatIsWrong(finding))
    if let advice = finding.advice { details += how(advice) }
    if options.isVerbose { details += proof(finding) }
    for detail in details {
      // Lines that start with a word such as 改法 go on behind it.
      let hang = detail.hasPrefix(say("advice.hang")) || detail.hasPrefix("     ") ? column + 5 : column
      let text = VisibleText.escaped(detail)
      lines += TextLayout.wrap(text, width: options.width, indent: hang).enumerated().map { index, line in
        spaces(index == 0 ? column : hang) + line
      }
    }
    if let last = lines.last, last.isEmpty { lines.removeLast() }
    return lines
  }

  /// The lines of a requirement that could not be decided and has no finding that says so.
  func block(_ doubt: RequirementOutcome, column: Int) -> [String] {
    var lines = head(
      mark(doubt.outcome), say(doubt.title), column, place: "", quote: nil,
      label: rightLabel(doubt.code, doubt.severity))
    if let reason = doubt.reason {
      let text = VisibleText.escaped(say(reason))
      lines += TextLayout.wrap(text, width: options.width, indent: column).map { spaces(column) + $0 }
    }
    return lines
  }

  private func head(
    _ mark: (text: String, paint: Paint), _ title: String, _ column: Int, place: String,
    quote: Place?, label: String
  ) -> [String] {
    let title = VisibleText.escaped(title)
    let start = "  \(mark.text) " + TextLayout.padded(title, to: column - 6) + "  " + place
    var plain = [start]
    if let quote, !quote.quote.isEmpty {
      let gap = place.isEmpty ? "" : "  "
      let beside = margin - Columns.width(of: start + gap + label) - 2
      // Words that are meant as a whole only serve to be found: as many as the line has room for.
      let isWhole = quote.marks.isEmpty && beside >= 24
      let room = isWhole ? beside : margin - column
      let quoted = MarkedQuote(quote.quote, marks: quote.marks, columns: room)
      let isInline = Columns.width(of: quoted.text) <= margin - Columns.width(of: start + gap)
      plain = isInline ? [start + gap + quoted.text] : [start, spaces(column) + quoted.text]
      let indent = isInline ? Columns.width(of: start + gap) : column
      if !quoted.marks.isEmpty { plain.append(spaces(indent) + quoted.marks) }
    }
    var first = plain.removeFirst()
    while first.last == " " { first.removeLast() }
    let painted = "  " + paint(mark.text, mark.paint) + first.dropFirst(2 + mark.text.count)
    if let line = TextLayout.justified(first, label, width: margin) {
      let gap = line.dropFirst(first.count).dropLast(label.count)
      return [painted + gap + paint(label, .dim)] + plain
    }
    return [painted] + plain + [spaces(column) + paint(label, .dim)]
  }

  private func rightLabel(_ code: String, _ severity: Severity) -> String {
    VisibleText.escaped("\(say.severity(severity)) \(code)")
  }

  private func mark(_ outcome: Outcome) -> (text: String, paint: Paint) {
    switch outcome {
    case .failed: ("✗", .red)
    case .cantTell: ("?", .yellow)
    case .passed: ("·", .dim)
    case .inapplicable, .untested: ("–", .dim)
    }
  }

  private func whatIsWrong(_ finding: Finding) -> String {
    var text = say(finding.message)
    if let actual = finding.actual, let expected = finding.expected, finding.outcome == .failed {
      text = say("finding.actualExpected", ["actual": .message(actual), "expected": .message(expected)])
    }
    let clause = finding.clause
    let words = clause.quote.isEmpty ? clause.reference : clause.quote
    guard !words.isEmpty else { return text }
    if text.last == "。" || text.last == "." { text.removeLast() }
    return text + say("finding.clause", ["clause": .text(words)])
  }

  private func how(_ advice: Advice) -> [String] {
    let word = sentence(say(advice.word))
    guard let wps = advice.wps else { return [say("advice.same", ["word": .text(word)])] }
    return [
      say("advice.word", ["word": .text(word)]), say("advice.wps", ["wps": .text(sentence(say(wps)))]),
    ]
  }

  private func sentence(_ text: String) -> String {
    guard let last = text.last, !"。！？.!?".contains(last) else { return text }
    return text + (options.language == .zh ? "。" : ".")
  }

  /// What `-v` adds: every layer of the value, every place, the clause by number.
  private func proof(_ finding: Finding) -> [String] {
    var lines = finding.evidence.map { say("finding.evidence", ["chain": .text(say.evidence($0))]) }
    if finding.places.count > 1 {
      let all = finding.places.map { say.place($0) }.filter { !$0.isEmpty }
      if !all.isEmpty {
        let list = all.joined(separator: options.language == .zh ? "、" : ", ")
        lines.append(say("finding.places", ["list": .text(list)]))
      }
    }
    if !finding.clause.quote.isEmpty, !finding.clause.reference.isEmpty {
      lines.append(say("finding.source", ["reference": .text(finding.clause.reference)]))
    }
    return lines
  }

  /// Damage that was read past; it may explain a surprising verdict.
  func notes(_ publication: PublicationReport) -> [String] {
    let notes = publication.members.flatMap(\.notes)
    guard !notes.isEmpty else { return [] }
    guard options.isVerbose else {
      return ["  " + paint(say("notes.count", ["n": .number(notes.count)]), .dim)]
    }
    return notes.flatMap { note in
      item("·", "\(say.note(note))（\(note.code)\(note.part.map { "，\($0)" } ?? "")）", indent: 2)
    }
  }

  /// With `-v`: what no verdict was given on, and why.
  func unchecked(_ publication: PublicationReport) -> [String] {
    let open = publication.outcomes.filter { $0.outcome == .untested || $0.outcome == .inapplicable }
    guard !open.isEmpty else { return [] }
    let heading = say("unchecked.heading", ["n": .number(open.count)])
    return ["", "  " + paint(heading, .bold)]
      + open.flatMap { item in
        let reason = item.reason.map { say($0) } ?? ""
        return self.item("–", "\(say(item.title))（\(say.outcome(item.outcome))）\(reason)", indent: 4)
      }
  }

  /// An item of a list, with the lines after its first one under its words.
  private func item(_ bullet: String, _ text: String, indent: Int) -> [String] {
    TextLayout.wrap(VisibleText.escaped(text), width: options.width, indent: indent + 2).enumerated()
      .map { spaces(indent) + ($0 == 0 ? bullet + " " : "  ") + $1 }
  }

  private func spaces(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }
}
