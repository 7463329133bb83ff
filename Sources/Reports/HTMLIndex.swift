import DocumentModel
import Findings
import Messages

/// The first page of a batch: totals, the most frequent causes, a table of publications and families.
struct HTMLIndex {
  let say: Wording
  private(set) var titles: [String] = []
  private var rows: [Row] = []
  private var families: [String] = []
  private var causes: [String: Cause] = [:]
  private var verdicts: [HTMLPublication.Kind: Int] = [:]

  init(say: Wording) { self.say = say }

  /// What is kept of a publication.
  private struct Row {
    let id: String
    let title: String
    let path: String
    let folder: String
    let kind: HTMLPublication.Kind
    let verdict: String
    /// Why it could not be read.
    let trouble: String
    /// The worst outcome of each family, with the number of findings and where the first one stands.
    var cells: [String: Cell] = [:]
  }

  private struct Cell {
    var outcome: Outcome
    var count = 0
    var anchor: String?
  }

  private struct Cause {
    let title: String
    var publications = 0
    var places = 0
  }

  mutating func add(_ section: HTMLPublication) {
    let publication = section.publication
    let path = publication.members.first?.path ?? ""
    let slash = path.utf8.lastIndex(of: 0x2F)
    titles.append(publication.title)
    verdicts[section.kind, default: 0] += 1
    var row = Row(
      id: section.id, title: publication.title, path: path, folder: slash.map { String(path[..<$0]) } ?? "",
      kind: section.kind, verdict: section.verdict, trouble: section.trouble)
    for outcome in publication.outcomes {
      let family = say.family(of: outcome.code)
      if !families.contains(family) { families.append(family) }
      let worst = row.cells[family]?.outcome
      if worst.map({ Self.rank($0) < Self.rank(outcome.outcome) }) ?? true {
        row.cells[family, default: Cell(outcome: outcome.outcome)].outcome = outcome.outcome
      }
    }
    var seen: Set<String> = []
    for (finding, anchor) in section.anchored where finding.outcome != .passed {
      let family = say.family(of: finding.code)
      row.cells[family]?.count += 1
      if row.cells[family]?.anchor == nil { row.cells[family]?.anchor = anchor }
      var cause = causes[finding.code] ?? Cause(title: say(finding.title))
      if seen.insert(finding.code).inserted { cause.publications += 1 }
      cause.places += max(1, finding.placeCount)
      causes[finding.code] = cause
    }
    rows.append(row)
  }

  private static func rank(_ outcome: Outcome) -> Int {
    switch outcome {
    case .inapplicable: 0
    case .untested: 1
    case .passed: 2
    case .cantTell: 3
    case .failed: 4
    }
  }

  func html(_ summary: Summary) -> HTML {
    """
    <section class="index" aria-labelledby="overview">
    <h2 id="overview">\(say("html.overview", ["n": .number(summary.publications)]))</h2>
    \(tiles)
    \(bars)
    \(table)
    </section>

    """
  }

  private var tiles: HTML {
    let kinds: [HTMLPublication.Kind] = [.faulty, .advised, .doubtful, .clean, .unreadable]
    let items = kinds.filter { verdicts[$0] != nil || $0 == .faulty || $0 == .clean }.map { kind -> HTML in
      """
      <div class="tile \(kind.rawValue)"><dt>\(say("html.tile.\(kind.rawValue)"))</dt><dd>\(verdicts[kind] ?? 0)</dd></div>
      """
    }
    return "<dl class=\"tiles\">\(items)</dl>"
  }

  private var bars: HTML {
    let top = causes.sorted {
      ($1.value.publications, $1.value.places, $0.key) < ($0.value.publications, $0.value.places, $1.key)
    }.prefix(10)
    guard let most = top.first?.value.publications, most > 0 else { return "" }
    let items = top.map { code, cause -> HTML in
      let share = cause.publications * 100 / most
      let count = say(
        "html.cause", ["n": .number(cause.publications), "places": .number(cause.places)])
      return """
        <li><span class="cause">\(cause.title) <code>\(code)</code></span>
        <span class="bar" style="--share:\(share)%" aria-hidden="true"></span><span class="count">\(count)</span></li>
        """
    }
    return """
      <h3>\(say("html.causes"))</h3>
      <ol class="bars">\(items)</ol>
      """
  }

  private var table: HTML {
    guard !rows.isEmpty else { return "" }
    let heads = judged.map { "<th scope=\"col\" class=\"family\">\($0)</th>" as HTML }
    return """
      <h3>\(say("html.files"))</h3>
      <p class="key">\(key)\(notJudged)</p>
      <div class="scroll" tabindex="0" role="region" aria-label="\(say("html.files"))"><table class="matrix">
      <thead><tr><th scope="col">\(say("html.publication"))</th>\(heads)</tr></thead>
      \(bodies)</table></div>
      """
  }

  /// The families that any file was judged on; a column of nothing would only hide the others.
  private var judged: [String] {
    families.filter { family in
      rows.contains { row in
        row.cells[family].map { $0.outcome != .untested && $0.outcome != .inapplicable } ?? false
      }
    }
  }

  private var notJudged: HTML? {
    let judged = judged
    let others = families.filter { !judged.contains($0) }
    guard !others.isEmpty else { return nil }
    let list = others.joined(separator: say.language == .zh ? "、" : ", ")
    return "<span>\(say("html.notJudged", ["list": .text(list)]))</span>"
  }

  private var key: HTML {
    let items = [Outcome.failed, .cantTell, .passed, .untested].map { outcome -> HTML in
      "<span class=\"o-\(outcome.rawValue)\"><b>\(Self.symbol(outcome))</b> \(say.outcome(outcome))</span> "
    }
    return "\(items)"
  }

  /// Rows folded by folder, where there is more than one.
  private var bodies: HTML {
    let showsFolders = Set(rows.map(\.folder)).count > 1
    let columns = judged
    var html: HTML = ""
    var folder: String?
    for row in rows {
      if folder == nil || (showsFolders && row.folder != folder) {
        if folder != nil { html += "</tbody>" }
        html += "<tbody>"
        if showsFolders {
          let name = row.folder.isEmpty ? say("html.here") : row.folder
          html +=
            "<tr class=\"folder\"><th scope=\"rowgroup\" colspan=\"\(columns.count + 1)\">\(name)</th></tr>"
        }
        folder = row.folder
      }
      html += line(row, showsFolders ? HTMLIndex.name(of: row.path) : row.path, columns)
    }
    return "\(html)</tbody>"
  }

  private func line(_ row: Row, _ path: String, _ columns: [String]) -> HTML {
    let name: HTML = """
      <th scope="row"><a href="#\(row.id)">\(row.title)</a><small>\(path)</small>\
      <small class="v \(row.kind.rawValue)">\(row.verdict)</small></th>
      """
    if row.kind == .unreadable {
      return
        "<tr>\(name)<td class=\"none\" colspan=\"\(max(1, columns.count))\">\(row.trouble)</td></tr>"
    }
    return "<tr>\(name)\(columns.map { cell(row.cells[$0], $0) })</tr>\n"
  }

  private func cell(_ cell: Cell?, _ family: String) -> HTML {
    let outcome = cell?.outcome ?? .inapplicable
    let count: HTML = (cell?.count ?? 0) > 0 ? "<i>\(cell?.count ?? 0)</i>" : ""
    let words: HTML = """
      <span aria-hidden="true">\(Self.symbol(outcome))\(count)</span>\
      <span class="vh">\(say.outcome(outcome)) \(cell?.count ?? 0)</span>
      """
    let title = "\(family)：\(say.outcome(outcome))"
    guard let anchor = cell?.anchor else {
      return "<td class=\"o-\(outcome.rawValue)\" title=\"\(title)\">\(words)</td>"
    }
    return "<td class=\"o-\(outcome.rawValue)\" title=\"\(title)\"><a href=\"#\(anchor)\">\(words)</a></td>"
  }

  private static func name(of path: String) -> String {
    path.utf8.lastIndex(of: 0x2F).map { String(path[path.utf8.index(after: $0)...]) } ?? path
  }

  static func symbol(_ outcome: Outcome) -> String {
    switch outcome {
    case .passed: "✓"
    case .failed: "✗"
    case .cantTell: "?"
    case .inapplicable, .untested: "–"
    }
  }
}
