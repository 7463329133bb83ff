import DocumentModel
import Findings
import Messages

/// The report as one HTML file: no network, readable without scripts, printable.
///
/// The page opens with an index over all publications, so nothing is written before the end; what is
/// held until then is the finished HTML of each publication and one row of the index.
public struct HTMLReporter: Reporter {
  let say: Wording
  private var heading: ReportHeading?
  private var index: HTMLIndex
  private var sections: [HTML] = []
  private var anchors = AnchorNames()
  /// What the first readable publication was not held against.
  private var scope: HTMLScope?

  public init(language: Language = .zh) {
    say = Wording(language: language)
    index = HTMLIndex(say: say)
  }

  public mutating func begin(_ heading: ReportHeading) -> String {
    self.heading = heading
    return ""
  }

  public mutating func publication(_ publication: PublicationReport) -> String {
    let section = HTMLPublication(
      say: say, publication: publication, number: sections.count + 1, anchors: &anchors)
    if scope == nil, section.kind != .unreadable { scope = HTMLScope(section.untested) }
    index.add(section)
    sections.append(section.html(scope))
    return ""
  }

  public mutating func end(_ ending: ReportEnding) -> String {
    let spec = heading?.spec ?? SpecSummary(id: "", title: "", source: "", sha256: "")
    var page: HTML = """
      <!doctype html>
      <html lang="\(say.language == .zh ? "zh-CN" : "en")">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="\(Self.policy)">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <meta name="generator" content="hegui \(heading?.toolVersion ?? "")">
      <meta name="referrer" content="no-referrer">
      <title>\(title)</title>
      <link rel="icon" href="data:,">
      <style>\(Self.file("report.css"))</style>
      </head>
      <body>
      <a class="skip" href="#main">\(say("html.skip"))</a>
      <header class="masthead">
      <p class="brand">\(say("html.brand"))</p>
      <h1>\(say("html.title"))</h1>
      <p class="spec">\(say("html.spec")) <b>\(spec.title.isEmpty ? spec.id : spec.title)</b> <span>\(spec.id)</span></p>
      </header>
      <main id="main">

      """
    if !ending.isComplete { page += "<p class=\"notice\" role=\"alert\">\(say("end.interrupted"))</p>\n" }
    if sections.count != 1 { page += index.html(ending.summary) }
    if sections.isEmpty { page += "<p class=\"notice\">\(say("html.nothing"))</p>" }
    page += toolbar
    page += "\(sections)"
    if let scope { page += scope.html(say) }
    page += """
      </main>
      <footer class="colophon">
      <p>\(say("html.colophon", ["version": .text(heading?.toolVersion ?? "")]))</p>
      <p class="hash">\(spec.id) · SHA-256 \(spec.sha256)</p>
      </footer>
      <script>\(Self.file("report.js"))</script>
      </body>
      </html>

      """
    return page.source
  }

  private var title: String {
    guard sections.count == 1, let title = index.titles.first else { return say("html.title") }
    return "\(title) · \(say("html.title"))"
  }

  /// Nothing is loaded from anywhere; pictures only where they are part of the page.
  private static let policy =
    "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:; "
    + "base-uri 'none'; form-action 'none'"

  private static func file(_ name: String) -> HTML {
    HTML(trusted: EmbeddedText.files.first { $0.name == name }?.text ?? "")
  }

  /// Hidden until the script that makes it work has run.
  private var toolbar: HTML {
    func chip(_ kind: HTML, _ value: String, _ label: String) -> HTML {
      """
      <button type="button" data-kind="\(kind)" data-value="\(value)" aria-pressed="true">\(label)</button>
      """
    }
    let outcomes = [Outcome.failed, .cantTell, .passed].map { outcome in
      chip("outcome", outcome.rawValue, outcome == .passed ? say("html.remark") : say.outcome(outcome))
    }
    let severities = [Severity.error, .warning, .info].map {
      chip("severity", $0.rawValue, say.severity($0))
    }
    return """
      <form class="toolbar" id="toolbar" hidden aria-label="\(say("html.filter"))">
      <div role="group" aria-label="\(say("html.byOutcome"))">\(outcomes)</div>
      <div role="group" aria-label="\(say("html.bySeverity"))">\(severities)</div>
      <label><span>\(say("html.search"))</span><input type="search" id="search" autocomplete="off"></label>
      <output id="shown" data-text="\(say("html.shown"))"></output>
      </form>

      """
  }
}

/// Names of places in the page: short, taken from the fingerprint, each given once.
struct AnchorNames {
  private var given: Set<String> = []

  mutating func name(for fingerprint: String) -> String {
    let digits = fingerprint.utf8.prefix(8).filter {
      (0x30...0x39).contains($0) || (0x61...0x66).contains($0)
    }
    let base = "f-" + String(decoding: digits, as: UTF8.self)
    var name = base
    var number = 2
    while !given.insert(name).inserted {
      name = "\(base)-\(number)"
      number += 1
    }
    return name
  }
}
