import DocumentModel
import Findings
import Messages

extension HTMLPublication {
  /// The requirements that were not looked at.
  var untested: [RequirementOutcome] {
    publication.outcomes.filter { $0.outcome == .untested }
  }

  /// 检查范围: every requirement with its verdict, how much was judged, and why nothing was. What was not
  /// looked at in any publication of the report stands once at its end (`HTMLScope`).
  func coverage(_ scope: HTMLScope?) -> HTML {
    guard !publication.outcomes.isEmpty, kind != .unreadable else { return "" }
    let isShared = scope?.covers(untested) ?? false
    let rows = publication.outcomes.filter { !isShared || $0.outcome != .untested }
    let count = say(
      "html.coverage",
      [
        "n": .number(publication.outcomes.count),
        "checked": .number(
          publication.outcomes.count { $0.outcome != .untested && $0.outcome != .inapplicable }),
      ])
    let link: HTML =
      isShared
      ? """
      <p class="more"><a href="#scope">\(say("html.untested", ["n": .number(untested.count)]))</a></p>
      """ : ""
    return """
      <details class="coverage"><summary>\(count)</summary>
      \(Self.table(rows, say))\(link)</details>
      """
  }

  static func table(_ outcomes: [RequirementOutcome], _ say: Wording) -> HTML {
    let rows = outcomes.map { item -> HTML in
      """
      <tr class="o-\(item.outcome.rawValue)"><td class="state"><span aria-hidden="true">\
      \(HTMLIndex.symbol(item.outcome))</span> \(say.outcome(item.outcome))</td>\
      <th scope="row">\(say(item.title)) <code>\(item.code)</code></th>\
      <td>\(item.clause.quote.isEmpty ? item.clause.reference : item.clause.quote)</td>\
      <td class="num">\(amount(item, say))</td><td>\(item.reason.map { say($0) } ?? "")</td></tr>

      """
    }
    return """
      <div class="scroll"><table><thead><tr><th scope="col">\(say("html.outcome"))</th>\
      <th scope="col">\(say("html.requirement"))</th><th scope="col">\(say("html.clause"))</th>\
      <th scope="col">\(say("html.amount"))</th><th scope="col">\(say("html.reason"))</th></tr></thead>
      <tbody>\(rows)</tbody></table></div>
      """
  }

  private static func amount(_ item: RequirementOutcome, _ say: Wording) -> String {
    guard item.judgedParagraphs > 0 || item.judgedCharacters > 0 else { return "" }
    return say(
      "html.judged",
      ["paragraphs": .number(item.judgedParagraphs), "characters": .number(item.judgedCharacters)])
  }

  /// The files: path, digest, the program that wrote them, oddities.
  var files: HTML {
    let items = publication.members.map { member -> HTML in
      var lines: [HTML] = [line("html.path", member.path)]
      if let format = member.format { lines.append(line("html.format", format.rawValue.uppercased())) }
      if let sha256 = member.sha256, !sha256.isEmpty { lines.append(line("html.sha256", sha256)) }
      if let application = member.application, !application.isEmpty {
        lines.append(line("html.application", application))
      }
      if member.status == .checked {
        let extent = member.extent
        lines.append(
          line(
            "html.extent",
            say(
              "html.extentText",
              [
                "paragraphs": .number(extent.paragraphs), "characters": .number(extent.characters),
                "tables": .number(extent.tables), "figures": .number(extent.figures),
              ])))
      }
      for note in member.notes {
        let place = note.part.map { "，\($0)" } ?? ""
        lines.append(line("html.note", "\(say.note(note))（\(note.code)\(place)）"))
      }
      if let detail = member.error?.detail, !detail.isEmpty { lines.append(line("html.detail", detail)) }
      return "<dl>\(lines)</dl>"
    }
    return "<details class=\"files\"><summary>\(say("html.file"))</summary>\(items)</details>"
  }

  private func line(_ key: String, _ value: String) -> HTML {
    "<dt>\(say(key))</dt><dd>\(value)</dd>"
  }
}

/// The requirements that no publication of a report was held against: the same list for all, said once.
struct HTMLScope {
  private let outcomes: [RequirementOutcome]

  init(_ outcomes: [RequirementOutcome]) { self.outcomes = outcomes }

  func covers(_ others: [RequirementOutcome]) -> Bool {
    !outcomes.isEmpty && outcomes.count == others.count
      && zip(outcomes, others).allSatisfy { $0.requirement == $1.requirement && $0.reason == $1.reason }
  }

  func html(_ say: Wording) -> HTML {
    guard !outcomes.isEmpty else { return "" }
    return """
      <section class="publication scope" id="scope" aria-labelledby="scope-t">
      <h2 id="scope-t">\(say("html.untested", ["n": .number(outcomes.count)]))</h2>
      <p>\(say("html.untestedWhy"))</p>
      <details class="coverage"><summary>\(say("html.showAll"))</summary>
      \(HTMLPublication.table(outcomes, say))</details>
      </section>

      """
  }
}
