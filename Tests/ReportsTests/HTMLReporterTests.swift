import DocumentModel
import Findings
import Messages
import Testing

@testable import Reports

@Suite struct HTMLReporterTests {
  func render(_ publications: [PublicationReport], language: Language = .zh) -> String {
    var reporter = HTMLReporter(language: language)
    return reporter.render(Samples.report(publications))
  }

  static let batch = [
    Samples.notice(path: "一月/通知.docx"), Samples.clean, Samples.notice(path: "二月/通知.docx", id: "p9"),
    Samples.locked, Samples.hostile,
  ]

  @Test func escapesInOnePlace() {
    #expect(HTML.escaped("<a b=\"c\" d='e'>&") == "&lt;a b=&quot;c&quot; d=&#39;e&#39;&gt;&amp;")
    let name = "</title><script>"
    let html: HTML = "<p title=\"\(name)\">\(name)</p>"
    #expect(
      html.source == "<p title=\"&lt;/title&gt;&lt;script&gt;\">&lt;/title&gt;&lt;script&gt;</p>")
    #expect(HTML.escaped("\u{0}\u{202E}") == "\\u{0}\\u{202E}")
  }

  @Test func hostileTextStaysText() {
    let page = render([Samples.hostile])
    #expect(page.components(of: "<script") == 1, "only the page's own")
    #expect(page.components(of: "</script") == 1)
    #expect(page.components(of: "&lt;script&gt;alert(1)&lt;/script&gt;") > 5)
    #expect(!page.contains("background:url"))
    #expect(!page.unicodeScalars.contains { $0 != "\n" && VisibleText.isUnsafe($0) })
  }

  @Test func nothingIsLoadedFromAnywhere() {
    let page = render(Self.batch)
    #expect(page.contains("content=\"default-src &#39;none&#39;;"))
    for way in ["http://", "https://", "url(", "@import", "src="] { #expect(!page.contains(way), "\(way)") }
  }

  @Test func everyLinkLeadsSomewhere() {
    let page = render(Self.batch)
    let names = page.split(separator: "id=\"").dropFirst().map { $0.prefix { $0 != "\"" } }
    #expect(Set(names).count == names.count, "an id is given twice")
    for link in page.split(separator: "href=\"#").dropFirst() {
      let name = link.prefix { $0 != "\"" }
      #expect(names.contains(name), "\(name)")
    }
  }

  @Test func onePublicationHasNoIndex() {
    #expect(!render([Samples.notice()]).contains("class=\"matrix\""))
    let page = render(Self.batch)
    #expect(page.contains("class=\"matrix\""))
    #expect(page.components(of: "<section class=\"publication\"") == 5)
  }

  @Test func whatWasNotCheckedIsSaidOnce() {
    let two = [Samples.notice(), Samples.notice(path: "b.docx", id: "p9")]
    let page = render(two)
    #expect(page.components(of: "网页暂不支持检查") == 1)
    #expect(page.components(of: "href=\"#scope\"") == 2)
    #expect(render([Samples.locked]).contains("id=\"scope\"") == false)
  }

  @Test func theVerdictSaysWhatToDo() {
    #expect(render([Samples.notice()]).contains("改好 3 处再公开，另请人工看 2 处"))
    #expect(render([Samples.clean]).contains("检查过的 1 项全部符合"))
    let locked = render([Samples.locked])
    #expect(locked.contains("文件已加密") && locked.contains("请在 Word 中取消密码后重试。"))
  }

  @Test func theFaultIsMarked() {
    let page = render([Samples.notice()])
    #expect(page.contains("云教体<mark>[</mark>2026<mark>]</mark>3号"))
    #expect(page.contains("font-weight:700;text-align:center;"))
    #expect(page.contains("id=\"f-3a9c0123\""))
    #expect(page.contains("<li>样式“公文标题” 22 磅</li>"))
  }

  @Test(arguments: [[3..<4, 8..<9], [8..<9, 3..<4], [3..<40, 2..<5], [0..<0], [100..<200], [0..<11]])
  func marksNeverChangeTheWords(_ marks: [Range<Int>]) {
    let place = Place(paragraph: 0, quote: "云教体[2026]3号", marks: marks)
    var source = HTMLFinding.marked(place, whole: true).source
    source.replace("<mark>", with: "")
    source.replace("</mark>", with: "")
    #expect(source == "云教体[2026]3号")
  }

  @Test func everyElementIsClosed() {
    for publications in [Self.batch, [Samples.notice()], []] {
      #expect(Self.unbalanced(render(publications)) == [])
    }
  }

  @Test func everyWordIsInTheCatalogue() {
    for language in Language.allCases {
      let page = render([Samples.notice(), Samples.clean, Samples.broken], language: language)
      for prefix in ["[html.", "[at.", "[count.", "[error.", "[certainty."] {
        #expect(!page.contains(prefix), "\(prefix)")
      }
    }
  }

  @Test func writesSamples() throws {
    guard let folder = SampleFiles.folder else { return }
    try SampleFiles.write(render([Samples.notice()]), "one.html", in: folder)
    try SampleFiles.write(render(Self.batch), "batch.html", in: folder)
  }

  /// Elements that are opened and not closed, or closed and not opened.
  static func unbalanced(_ page: String) -> [String] {
    let void: Set = ["meta", "link", "input", "!doctype"]
    var open: [String] = []
    var wrong: [String] = []
    var rest = page[...]
    while let start = rest.firstIndex(of: "<") {
      rest = rest[rest.index(after: start)...]
      if open.last == "script" || open.last == "style", !rest.hasPrefix("/\(open.last ?? "")") { continue }
      let isClosing = rest.first == "/"
      let name = String(rest.drop { $0 == "/" }.prefix { $0.isLetter || $0.isNumber || $0 == "!" })
      if isClosing {
        if open.popLast() != name { wrong.append("/" + name) }
      } else if !void.contains(name) {
        open.append(name)
      }
    }
    return wrong + open
  }
}
