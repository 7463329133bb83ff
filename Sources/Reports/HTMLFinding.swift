import DocumentModel
import Findings
import Messages

/// The card of one finding: what is wrong and how to change it, beside the words as they look.
struct HTMLFinding {
  let say: Wording
  let finding: Finding
  let anchor: String
  let number: Int

  /// The most places that are listed.
  private static let placeLimit = 50

  var html: HTML {
    """
    <article class="finding o-\(finding.outcome.rawValue)" id="\(anchor)" \
    data-outcome="\(finding.outcome.rawValue)" data-severity="\(finding.severity.rawValue)">
    <div class="what">
    <h3><span class="mark" aria-hidden="true">\(finding.outcome == .passed ? "·" : HTMLIndex.symbol(finding.outcome))</span>\
    <span>\(number). \(say(finding.title))</span> <span class="chips">\(chips)</span></h3>
    \(change)
    \(advice)
    \(Self.clause(finding.clause, say))
    \(evidence)
    </div>
    \(paper)
    </article>

    """
  }

  private var chips: HTML {
    let outcome = finding.outcome == .passed ? say("html.remark") : say.outcome(finding.outcome)
    return """
      <span class="chip">\(outcome)</span><span class="chip s-\(finding.severity.rawValue)">\
      \(say.severity(finding.severity))</span><code>\(finding.code)</code>\
      <a class="anchor" href="#\(anchor)" aria-label="\(say("html.link"))">#</a>
      """
  }

  private var change: HTML {
    guard let actual = finding.actual, let expected = finding.expected else {
      return "<p class=\"message\">\(say(finding.message))</p>"
    }
    let values: HTML = """
      <p class="change"><span><small>\(say("html.actual"))</small> <del>\(say(actual))</del></span>\
      <span><span class="arrow" aria-hidden="true">→</span><small>\(say("html.expected"))</small> <ins>\(say(expected))</ins></span></p>
      """
    return finding.outcome == .failed ? values : "<p class=\"message\">\(say(finding.message))</p>\(values)"
  }

  private var advice: HTML {
    guard let advice = finding.advice else { return "" }
    let wps = advice.wps.map { "<dt>WPS</dt><dd>\(say($0))</dd>" as HTML }
    let name: HTML = wps == nil ? "Word\(say("html.and"))WPS" : "Word"
    return "<dl class=\"advice\"><dt>\(name)</dt><dd>\(say(advice.word))</dd>\(wps)</dl>"
  }

  /// The clause, and the words of the source where they are known.
  static func clause(_ clause: Clause, _ say: Wording) -> HTML {
    guard !clause.reference.isEmpty || !clause.quote.isEmpty else { return "" }
    let quote: HTML = clause.quote.isEmpty ? "" : "<q>\(clause.quote)</q> "
    return "<p class=\"clause\">\(say("html.basis")) \(quote)<cite>\(clause.reference)</cite></p>"
  }

  private var evidence: HTML {
    guard !finding.evidence.isEmpty else { return "" }
    let chains = finding.evidence.map { trace -> HTML in
      let steps = trace.steps.map { "<li>\(say.step($0))</li>" as HTML }
      return """
        <p><b>\(say("property.\(trace.property.rawValue)")) \(say.value(trace.value))</b></p><ol>\(steps)</ol>
        """
    }
    return "<details class=\"evidence\"><summary>\(say("html.evidence"))</summary>\(chains)</details>"
  }

  /// The words as they look, the faulty part marked; further places folded.
  private var paper: HTML {
    guard let first = finding.places.first else {
      return picture.map { "<figure class=\"where\">\($0)</figure>" } ?? ""
    }
    let words: HTML =
      first.quote.isEmpty
      ? ""
      : "<blockquote class=\"paper\"\(Self.style(first.look))>\(Self.marked(first, whole: true))</blockquote>"
    let listed = finding.places.prefix(Self.placeLimit)
    var more: HTML = ""
    if listed.count > 1 || finding.placeCount > 1 {
      let items = listed.map { place -> HTML in
        "<li><span class=\"at\">\(say.place(place))</span> \(Self.marked(place, whole: false))</li>"
      }
      let left = finding.placeCount - listed.count
      let rest: HTML = left > 0 ? "<li class=\"rest\">\(say("html.rest", ["n": .number(left)]))</li>" : ""
      more = """
        <details class="places"><summary>\(say("html.places", ["n": .number(finding.placeCount)]))</summary>\
        <ol>\(items)\(rest)</ol></details>
        """
    }
    let caption = say.place(first)
    return """
      <figure class="where">
      \(picture)<figcaption>\(caption.isEmpty ? say("html.passage") : caption)</figcaption>
      \(finding.crop.map { HTMLPageCrop($0, say).html })\(words)
      \(more)</figure>
      """
  }

  /// What is meant, as a picture of our own making; its bytes stand in the page.
  private var picture: HTML? {
    guard let picture = finding.exhibit else { return nil }
    return """
      <img class="exhibit" width="\(picture.width)" height="\(picture.height)" \
      src="data:image/png;base64,\(Base64.text(of: picture.png))" alt="\(say("html.exhibit")) \(say(finding.message))">
      """
  }

  /// The quote with `<mark>` around what is meant.
  static func marked(_ place: Place, whole: Bool) -> HTML {
    if place.marks.isEmpty { return whole ? "<mark class=\"whole\">\(place.quote)</mark>" : "\(place.quote)" }
    let scalars = Array(place.quote.unicodeScalars)
    func text(_ range: Range<Int>) -> String {
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars[range.clamped(to: scalars.indices)])
      return String(view)
    }
    var html: HTML = ""
    var position = 0
    for mark in place.marks.sorted(by: { $0.lowerBound < $1.lowerBound })
    where mark.lowerBound >= position && mark.upperBound <= scalars.count {
      html += "\(text(position..<mark.lowerBound))<mark>\(text(mark))</mark>"
      position = mark.upperBound
    }
    return "\(html)\(text(position..<max(position, scalars.count)))"
  }

  /// The look of the words as CSS; only what is known to be harmless is let through.
  static func style(_ look: Look?) -> HTML {
    guard let look else { return "" }
    var css = ""
    if let families = families(look.face) { css += "font-family:\(families);" }
    if let points = look.size?.points, points.isFinite {
      css += "font-size:\(min(max(points, 7), 30).plain)pt;"
    }
    css += "font-weight:\(look.isBold ? "700" : "400");"
    switch look.alignment {
    case .center: css += "text-align:center;"
    case .right: css += "text-align:right;"
    case .justified, .distributed: css += "text-align:justify;"
    case .left, nil: break
    }
    if let color = look.color { css += "color:#\(color);" }
    return " style=\"\(css)\""
  }

  /// The face and what stands in for it on machines without it. A name with any character beyond
  /// letters, digits, spaces, hyphens and underscores is left out.
  private static func families(_ face: String) -> String? {
    let isPlain = face.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || $0.properties.numericType != nil || " _-".unicodeScalars.contains($0)
    }
    guard isPlain, !face.isEmpty, face.utf8.count < 100 else { return nil }
    let substitutes: String
    if face.contains("黑") || face == "SimHei" {
      substitutes = "SimHei,'Heiti SC','Noto Sans CJK SC',sans-serif"
    } else if face.contains("楷") || face == "KaiTi" {
      substitutes = "KaiTi,STKaiti,'Kaiti SC','AR PL UKai CN','Noto Serif CJK SC',serif"
    } else if face.contains("仿宋") || face == "FangSong" {
      substitutes = "FangSong,STFangsong,'Noto Serif CJK SC',serif"
    } else {
      substitutes = "SimSun,'Songti SC','Noto Serif CJK SC',serif"
    }
    return "'\(face)',\(substitutes)"
  }
}
