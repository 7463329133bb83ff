import DocumentModel
import Findings
import Messages

/// The section of one publication: verdict, what it was recognised to be, findings, coverage, files.
struct HTMLPublication {
  /// What the verdict comes to; the order of the tiles.
  enum Kind: String { case faulty, advised, doubtful, clean, unreadable }

  let say: Wording
  let publication: PublicationReport
  let id: String
  /// The findings with their places in the page.
  let anchored: [(finding: Finding, anchor: String)]

  init(say: Wording, publication: PublicationReport, number: Int, anchors: inout AnchorNames) {
    self.say = say
    self.publication = publication
    id = "p-\(number)"
    var anchored: [(Finding, String)] = []
    for finding in publication.findings {
      anchored.append((finding, anchors.name(for: finding.fingerprint)))
    }
    self.anchored = anchored
  }

  private var doubts: [Doubt] { publication.doubts }

  private var faults: Int { publication.findings.count { $0.outcome == .failed } }
  private var questions: Int { publication.findings.count { $0.outcome == .cantTell } + doubts.count }

  var kind: Kind {
    if publication.members.contains(where: { $0.status == .unreadable }) { return .unreadable }
    if publication.findings.contains(where: { $0.outcome == .failed && $0.severity == .error }) {
      return .faulty
    }
    if faults > 0 { return .advised }
    return questions > 0 ? .doubtful : .clean
  }

  /// What to do, in a sentence: `改好 3 处再公开，另请人工看 1 处`.
  var verdict: String {
    let gaps: [String: Message.Argument] = [
      "n": .number(faults), "m": .number(questions), "passed": .number(publication.count(.passed)),
    ]
    switch kind {
    case .unreadable: return say("html.verdict.unreadable")
    case .faulty: return say(questions > 0 ? "html.verdict.faultyDoubtful" : "html.verdict.faulty", gaps)
    case .advised: return say(questions > 0 ? "html.verdict.advisedDoubtful" : "html.verdict.advised", gaps)
    case .doubtful: return say("html.verdict.doubtful", gaps)
    case .clean: return say("html.verdict.clean", gaps)
    }
  }

  func html(_ scope: HTMLScope?) -> HTML {
    """
    <section class="publication" id="\(id)" aria-labelledby="\(id)-t">
    <header>
    <h2 id="\(id)-t">\(publication.title)</h2>
    \(facts)
    <p class="verdict \(kind.rawValue)">\(verdict)</p>
    \(badges)
    </header>
    \(errors)\(elements)\(missingPictures)\(findings)\(open)\(coverage(scope))\(files)
    </section>

    """
  }

  /// Number, issuer and date under the title, and the file's name.
  private var facts: HTML {
    let elements = publication.members.first?.elements ?? []
    let found = ["number", "issuer", "date"].compactMap { role -> HTML? in
      let texts = elements.filter { $0.role == role }.map(\.text)
      guard let first = texts.first else { return nil }
      // A joint issue names all its bodies; of anything else the first counts.
      return "<span>\(role == "issuer" ? texts.joined(separator: "、") : first)</span>"
    }
    let paths = publication.members.map { "<span class=\"path\">\($0.path)</span>" as HTML }
    return "<p class=\"facts\">\(found)\(paths)</p>"
  }

  private var missingPictures: HTML {
    switch publication.pagePictureGap {
    case .program: "<p class=\"aside\">\(say("html.noPagePictures"))</p>"
    case .characters: "<p class=\"aside\">\(say("html.noCharacterTables"))</p>"
    case nil: ""
    }
  }

  private var badges: HTML {
    guard !publication.outcomes.isEmpty, kind != .unreadable else { return "" }
    let order: [Outcome] = [.failed, .cantTell, .passed, .inapplicable, .untested]
    let items = order.map { outcome -> HTML in
      let count = publication.count(outcome)
      return """
        <li class="o-\(outcome.rawValue)\(count == 0 ? " zero" : "")"><span aria-hidden="true">\
        \(HTMLIndex.symbol(outcome))</span> \(say.outcome(outcome)) <b>\(count)</b></li>
        """
    }
    return "<ul class=\"badges\" aria-label=\"\(say("html.requirements"))\">\(items)</ul>"
  }

  /// What is wrong with the file itself, in a few words.
  var trouble: String {
    guard let member = publication.members.first(where: { $0.error != nil }), let error = member.error
    else { return "" }
    return say(ErrorWording(error, format: member.format).what)
  }

  private var errors: HTML {
    var html: HTML = ""
    for member in publication.members {
      guard let error = member.error else { continue }
      let wording = ErrorWording(error, format: member.format)
      html += """
        <div class="failure" role="note"><p><b>\(say(wording.what))</b> <code>\(say(wording.place))</code></p>
        <p>\(say(wording.toDo))</p></div>
        """
    }
    return html
  }

  /// What the text was recognised to be: a wrong guess here explains wrong findings below.
  private var elements: HTML {
    let shown = publication.members.flatMap(\.elements)
    guard !shown.isEmpty else { return "" }
    let rows = shown.map { element -> HTML in
      let sure = element.certainty >= 0.9 ? "sure" : element.certainty >= 0.6 ? "likely" : "unsure"
      return """
        <tr><th scope="row">\(say.role(element.role))</th><td>\(element.text)</td>\
        <td class="\(HTML(trusted: sure))">\(say("certainty.\(sure)"))</td>\
        <td>\(element.reason.map { say($0) } ?? "")</td></tr>
        """
    }
    let doubtful = shown.count { $0.certainty < 0.6 }
    let name = say(doubtful > 0 ? "html.elementsUnsure" : "html.elements", ["n": .number(doubtful)])
    return """
      <details class="elements"><summary>\(name)</summary>
      <div class="scroll"><table><thead><tr><th scope="col">\(say("html.element"))</th>\
      <th scope="col">\(say("html.text"))</th><th scope="col">\(say("html.certainty"))</th>\
      <th scope="col">\(say("html.why"))</th></tr></thead><tbody>\(rows)</tbody></table></div></details>
      """
  }

  private var findings: HTML {
    guard !anchored.isEmpty else { return "" }
    let cards = anchored.enumerated().map { index, item in
      HTMLFinding(say: say, finding: item.finding, anchor: item.anchor, number: index + 1).html
    }
    return "<div class=\"findings\">\(cards)</div>"
  }

  /// Requirements that a person has to look at.
  private var open: HTML {
    let rows = doubts.map { doubt -> HTML in
      """
      <article class="finding plain o-cantTell" data-outcome="cantTell" data-severity="\(doubt.severity.rawValue)">
      <div class="what"><h3><span class="mark" aria-hidden="true">?</span>\(say(doubt.title)) \
      <span class="chips"><span class="chip">\(say.outcome(.cantTell))</span><code>\(doubt.codes.joined(separator: " "))</code></span></h3>
      <p class="message">\(doubt.reason.map { say($0) } ?? "")</p>
      \(doubt.members.map { "<p>\(say($0))</p>" as HTML } ?? "")
      \(doubt.clause.map { HTMLFinding.clause($0, say) } ?? "")</div></article>
      """
    }
    return rows.isEmpty ? "" : "<div class=\"findings\">\(rows)</div>"
  }
}
