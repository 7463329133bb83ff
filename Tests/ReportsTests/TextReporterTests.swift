import Findings
import Messages
import Testing

@testable import Reports

@Suite struct TextReporterTests {
  func render(
    _ publications: [PublicationReport], exitCode: Int32 = 1,
    _ change: (inout TextReporter.Options) -> Void = { _ in }
  ) -> String {
    var options = TextReporter.Options()
    change(&options)
    var reporter = TextReporter(options: options)
    return reporter.render(Samples.report(publications), exitCode: exitCode)
  }

  @Test func theVerdictComesFirst() {
    let first = render([Samples.notice()]).split(separator: "\n").first ?? ""
    #expect(first.hasPrefix("通知.docx  关于做好2026年春季学期开学工作的通知 · 云教体〔2026〕3号 · 2026年2月20日"))
    let wide = render([Samples.notice()]) { $0.width = 140 }.split(separator: "\n").first ?? ""
    #expect(wide.hasSuffix("不符合 3 · 待复核 2 · 符合 1 · 未检查 1"))
    #expect(Columns.width(of: wide) == 140)
  }

  @Test func theFaultIsMarkedUnderTheQuote() throws {
    let lines = render([Samples.notice()]).split(separator: "\n", omittingEmptySubsequences: false)
    let index = try #require(lines.firstIndex { $0.contains("“云教体[2026]3号”") })
    let quote = try #require(lines[index].firstIndex(of: "“"))
    let marks = lines[index + 1]
    // Three ideographs of two columns stand between the quotation mark and the first bracket.
    let column = Columns.width(of: lines[index][..<quote]) + 1 + 6
    #expect(marks == String(repeating: " ", count: column) + "^    ^")
  }

  @Test func oneCauseIsOneBlock() {
    let text = render([Samples.notice()])
    #expect(text.contains("第1页 第5段 等 12 处"))
    #expect(text.components(of: "FMT-body-spacing") == 1)
    #expect(text.contains("现为 固定值 28 磅，应为 单倍行距（规范：单倍行距）"))
    #expect(text.contains("改法 Word：设为加粗。WPS 相同。"))
  }

  @Test func verboseAddsEvidencePlacesAndWhatWasNotChecked() {
    let text = render([Samples.notice()]) { $0.isVerbose = true }
    #expect(
      text.contains("依据 字号 22 磅 ← 样式“公文标题” 22 磅 ← 样式“标题 1” 16 磅 ← 文档默认 10.5 磅"))
    #expect(text.contains("全部位置 第1页 第5段、第1页 第6段"))
    #expect(text.contains("– 双版本（未检查）网页暂不支持检查"))
    #expect(!render([Samples.notice()]).contains("依据 字号"))
  }

  @Test func anUndecidedRequirementWithoutFindingIsShown() {
    #expect(render([Samples.notice()]).contains("? 署名"))
  }

  @Test func anErrorIsOneLineInPlainWords() {
    let text = render([Samples.locked, Samples.broken, Samples.clean], exitCode: 2)
    #expect(
      text.contains("! 加密.docx：文件已加密（E_ENCRYPTED），无法检查。请在 Word 中取消密码后重试。\n"))
    #expect(text.contains("（E_XML_MALFORMED，word/document.xml 第 1 行第 5 列）"))
    #expect(text.contains("2 个文件无法检查，其余 1 个已检查"))
    #expect(text.hasSuffix("退出码 2\n"))
  }

  @Test func linesKeepToTheTerminal() {
    for width in [60, 80, 120] {
      let text = render([Samples.notice(), Samples.broken]) {
        $0.width = width
        $0.isVerbose = true
      }
      for line in text.split(separator: "\n") where !line.hasPrefix("通知.docx") {
        #expect(Columns.width(of: line) <= width + 2, "\(line)")
      }
    }
  }

  @Test func colourAddsNothingButEscapes() {
    let plain = render([Samples.notice()])
    var coloured = render([Samples.notice()]) { $0.usesColor = true }
    #expect(coloured != plain)
    for code in ["0", "1", "2", "31", "32", "33"] { coloured.remove("\u{1B}[\(code)m") }
    #expect(coloured == plain)
  }

  @Test func quietLeavesOutWhatConforms() {
    #expect(render([Samples.clean]) { $0.isQuiet = true } == "")
    #expect(render([Samples.notice()]) { $0.isQuiet = true }.contains("FMT-title-font"))
  }

  @Test func hostileTextNeverReachesTheTerminal() {
    for verbose in [false, true] {
      let text = render([Samples.hostile]) { $0.isVerbose = verbose }
      #expect(text.contains("\\u{1B}[31m\\u{202E}\\u{9B}31m\\u{7}\\u{0}"))
      #expect(!text.unicodeScalars.contains { $0 != "\n" && VisibleText.isUnsafe($0) })
    }
  }

  /// Looks for people's eyes: `HEGUI_SAMPLE_REPORTS=DIR swift test --filter ReportsTests`.
  @Test func writesSamples() throws {
    guard let folder = SampleFiles.folder else { return }
    let all = [Samples.notice(), Samples.clean, Samples.locked, Samples.hostile]
    for width in [nil, 60, 90, 130] {
      let text = render(all) {
        $0.width = width
        $0.isVerbose = width == 90
      }
      try SampleFiles.write(text, "report-\(width ?? 0).txt", in: folder)
    }
  }

  @Test func interruptedIsSaid() {
    var reporter = TextReporter()
    let end = reporter.end(ReportEnding(summary: Summary(), exitCode: 130, isComplete: false))
    #expect(end.contains("已中断"))
  }

  @Test func aLongQuoteIsCutAroundItsMark() {
    let long = String(repeating: "甲", count: 60) + "[" + String(repeating: "乙", count: 60)
    let quote = MarkedQuote(long, marks: [60..<61], columns: 40)
    #expect(Columns.width(of: quote.text) <= 40)
    #expect(quote.text.hasPrefix("“…甲") && quote.text.hasSuffix("乙…”"))
    let column = Columns.width(of: quote.text.prefix { $0 != "[" })
    #expect(quote.marks == String(repeating: " ", count: column) + "^")
  }

  @Test(arguments: [
    ("a", 1), ("中", 2), ("（", 2), ("〔", 2), ("“", 1), ("é", 1), ("e\u{301}", 1), ("ｱ", 1), ("㍿", 2), ("𠮷", 2),
  ])
  func columns(_ text: String, _ width: Int) { #expect(Columns.width(of: text) == width) }
}

extension String {
  func components(of part: String) -> Int { ranges(of: part).count }
  mutating func remove(_ part: String) { replace(part, with: "") }
}
