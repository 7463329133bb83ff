import Conformance
import DocumentModel
import Findings
import Rules
import Specifications
import Testing

/// Places and changes of the rules for titles, citations, numbers and annexes.
@Suite struct MarkRulesTests {
  private func verdict(_ rule: String, on role: String = "document", _ document: StructuredDocument) throws
    -> Verdict
  {
    let line = "  - { id: a, clause: c, severity: error, on: \(role), rule: \(rule) }\n"
    let spec = try SpecLibrary.builtIn.load(
      text: "id: t\ntitle: t\nsource: s\nrequirements:\n" + line, file: "a.yaml", rules: .builtIn)
    guard case .rule(let rule)? = spec.requirements.first?.check else { throw Missing() }
    return try #require(rule.check(on: spec.requirements[0].roles, in: document).first)
  }
  private struct Missing: Error {}

  private func text(_ lines: String...) -> StructuredDocument { .sample(lines.map { .body($0) }) }

  // MARK: Titles

  @Test func halfWidthBracketsOfATitleAreReplaced() throws {
    let found = try verdict("TITLE-form", on: "title", .sample([.title("关于印发《校车办法(试行)》的通知")]))
    let violation = try #require(found.violations.first)
    #expect(violation.pieces == [.init(paragraph: 0, range: 9..<10), .init(paragraph: 0, range: 12..<13)])
    #expect(
      violation.fix?.edits == [
        .replaceText("（", paragraph: 0, range: 9..<10), .replaceText("）", paragraph: 0, range: 12..<13),
      ])
    #expect(violation.message.text(in: .zh) == "标题中有半角标点“(”、“)”，应为全角。")
  }

  @Test(arguments: ["关于GB/T 9704-2012 (E)标准的通知", "关于印发《〈条例〉实施办法》的通知", "关于做好2025—2027年工作的通知"])
  func properTitlesBreakNothing(_ title: String) throws {
    let found = try verdict("TITLE-form", on: "title", .sample([.title(title)]))
    #expect(found.violations.filter { $0.code == "TITLE-shuming" || $0.code == "TITLE-dup" } == [])
  }

  // MARK: Citations

  @Test func aCitedNumberIsRewrittenInItsPlace() throws {
    let found = try verdict("CITE-form", text("根据《开学通知》（教体[2025]1号）办理。"))
    let violation = try #require(found.violations.first)
    #expect(violation.pieces == [.init(paragraph: 0, range: 9..<19)])
    #expect(violation.fix?.edits == [.replaceText("教体〔2025〕1号", paragraph: 0, range: 9..<19)])
  }

  @Test(arguments: [
    "根据《开学通知》（国务院令第711号）办理。", "根据《开学通知》（教体〔2025〕50、51号）办理。", "根据《标准》（GB 15834—2011）办理。",
    "根据《开学通知》（以下简称《通知》）办理。", "见《民法典》（2020）5号楼。", "《开学通知》（〔2025〕第1号）",
  ]) func otherBracketsAreNoFault(_ line: String) throws {
    #expect(try verdict("CITE-form", text(line)).outcome == .passed, "\(line)")
  }

  @Test func equalFaultsAreOneFinding() throws {
    let line = "根据《开学通知》（教体[2025]1号）办理。"
    let found = try verdict("CITE-form", text(line, line, line))
    #expect(found.violations.count == 1)
    #expect(found.violations.first?.pieces.count == 3)
  }

  @Test func anAnnexMayNameItsDocument() throws {
    let citation = SamplePart.body("根据《开学通知》（教体〔2025〕1号）填写。")
    let style = TextStyle("宋体", 12)
    let own = SamplePart.number("教体〔2025〕1号")
    #expect(try verdict("CITE-form", .sample([own, citation])).outcome == .cantTell)
    let annex = StructuredDocument.sample([own, SamplePart(.annexMark, "附件", style), citation])
    #expect(try verdict("CITE-form", annex).outcome == .passed)
  }

  /// Names within names within names: what is quoted of each must not add up to the square of the text.
  @Test func deepNestingIsNoName() throws {
    let depth = 20_000
    let line = "根据" + String(repeating: "《甲", count: depth) + String(repeating: "》", count: depth)
    let found = try verdict("CITE-form", text(line))
    let violation = try #require(found.violations.first)
    #expect(violation.code == "CITE-nest")
    #expect(violation.pieces.allSatisfy { ($0.range?.count ?? 0) <= 200 })
    #expect(violation.pieces.count == 66)
  }

  // MARK: Numbers

  @Test func automaticNumbersCount() throws {
    var document = text("提高认识", "抓好落实", "加强督查")
    for (index, label) in ["一、", "二、", "四、"].enumerated() {
      document.document.paragraphs[index].label = label
    }
    let found = try verdict("SEQ-order", document)
    #expect(found.violations.map(\.code) == ["SEQ-gap"])
    #expect(found.violations.first?.pieces == [.init(paragraph: 2)])
    #expect(found.violations.first?.actual?.text(in: .zh) == "“二、 → 四、”")
  }

  /// A doubled number moves up, and with it those that go on behind it; where more is wrong than that, or the
  /// number is automatic, nothing is proposed.
  @Test func aDoubledNumberMovesUp() throws {
    func edits(_ document: StructuredDocument) throws -> [Edit]? {
      try verdict("SEQ-order", document).violations.first { $0.code == "SEQ-dup" }?.fix?.edits
    }
    let room = try edits(text("　　（一）宣传", "（二）培训", "（二）督查", "（四）通报"))
    #expect(room == [.replaceText("（三）", paragraph: 2, range: 0..<3)])
    let all = try edits(text("1.会议", "2.简报", "2.督查", "3.通报"))
    #expect(
      all == [
        .replaceText("3.", paragraph: 2, range: 0..<2), .replaceText("4.", paragraph: 3, range: 0..<2),
      ])
    #expect(try edits(text("一、宣传", "三、培训", "三、督查", "四、通报")) == nil, "the first 三 may be the wrong one")
    #expect(try edits(text("一、宣传", "二、培训", "二、督查", "五、通报")) == nil)
    var automatic = text("一、宣传", "二、培训", "督查")
    automatic.document.paragraphs[2].label = "二、"
    #expect(try edits(automatic) == nil)
  }

  /// What is counted in a sentence is no item, but for the number that is due.
  @Test func aNumberThatRunsOnIsAnItemWhereItIsDue() throws {
    #expect(try verdict("SEQ-order", text("一、二年级停课。", "三、四年级上课。")).outcome == .inapplicable)
    let due = try verdict("SEQ-order", text("一、目标", "二、任务", "三、四项措施", "四、要求"))
    #expect(due.outcome == .passed && due.violations.isEmpty)
    let years = try verdict("SEQ-order", text("一、二〇二二年工作", "二、二〇二三年打算"))
    #expect(years.outcome == .passed && years.violations.isEmpty)
  }

  @Test func marksAreReplacedButNotAutomaticOnes() throws {
    let found = try verdict("SEQ-order", text("　　1、提高认识", "　　2、抓好落实"))
    #expect(
      found.violations.first?.fix?.edits == [
        .replaceText("1.", paragraph: 0, range: 2..<4), .replaceText("2.", paragraph: 1, range: 2..<4),
      ])
    var document = text("提高认识", "抓好落实")
    document.document.paragraphs[0].label = "1、"
    document.document.paragraphs[1].label = "2、"
    let automatic = try verdict("SEQ-order", document)
    #expect(automatic.outcome == .failed)
    #expect(automatic.violations.first?.fix == nil)
  }

  @Test func listsInListsAreCountedApart() throws {
    let nested = text(
      "一、总体要求", "（1）准备", "1）会场", "2）材料", "（2）召开", "1）签到", "二、工作任务", "1.检修", "2.采购", "三、保障措施", "1.组织")
    #expect(try verdict("SEQ-order", nested).outcome == .passed)
    #expect(try verdict("SEQ-order", text("1.5倍以上", "2022.4.1起", "3.组织")).outcome == .passed)
  }

  @Test func articlesOfALawGoOn() throws {
    let law = text(
      "第一章 总则", "第一条 为了……", "第二条 本法……", "（一）学校", "（二）教师", "第二章 附则", "第三条 解释", "第三条之一 补充",
      "第四条 施行")
    #expect(try verdict("SEQ-order", law).violations == [])
    let doubled = text("第一条 为了……", "第二条 本法……", "第二条 各级……", "第三条 施行")
    #expect(try verdict("SEQ-order", doubled).violations.map(\.code) == ["SEQ-dup"])
    var amendment = doubled
    amendment.elements.append(
      Element(role: .title, text: "关于修改办法的决定", pieces: [], certainty: 1, reason: .init("sample.reason")))
    #expect(try verdict("SEQ-order", amendment).outcome == .passed)
  }

  @Test func annexesBeginAnew() throws {
    let style = TextStyle("宋体", 12)
    let document = StructuredDocument.sample([
      .body("一、准备"), .body("二、召开"), SamplePart(.annexMark, "附件", style),
      SamplePart(.annexBody, "一、范围", style), SamplePart(.annexBody, "三、程序", style),
    ])
    let found = try verdict("SEQ-order", document)
    #expect(found.violations.map(\.code) == ["SEQ-gap"])
    #expect(found.violations.first?.pieces == [.init(paragraph: 4, range: 0..<2)])
  }

  // MARK: Annexes

  private func annexes(_ lines: [String], _ parts: [(ElementRole, String)] = []) -> StructuredDocument {
    let style = TextStyle("宋体", 12)
    let note = lines.map { SamplePart(.annexNote, $0, style) }
    let rest = parts.map { SamplePart($0.0, $0.1, style) }
    return .sample(note + [.date("2022年3月1日", iso: "2022-03-01")] + rest)
  }

  @Test func aNameMayRunOverTwoLines() throws {
    let list = annexes(
      ["附件：1.云岭县春季学期", "　　　　开学工作安排表", "　　　2.责任分解表"],
      [
        (.annexMark, "附件1"), (.annexTitle, "云岭县春季学期开学工作安排表"), (.annexMark, "附件2"),
        (.annexTitle, "责任分解表"),
      ])
    #expect(try verdict("ATT-list", list).violations == [])
  }

  @Test func colonAndEndAreChanged() throws {
    let found = try verdict("ATT-list", annexes(["附件:1.安排表；", "　2.责任分解表。"]))
    #expect(found.violations.map(\.code) == ["ATT-colon", "ATT-endpunct"])
    #expect(
      found.violations.flatMap { $0.fix?.edits ?? [] } == [
        .replaceText("：", paragraph: 0, range: 2..<3), .replaceText("", paragraph: 0, range: 8..<9),
        .replaceText("", paragraph: 1, range: 8..<9),
      ])
  }

  @Test func annexesInFilesOfTheirOwnAreNotMissing() throws {
    #expect(try verdict("ATT-list", annexes(["附件：1.安排表", "2.责任分解表"])).outcome == .passed)
  }
}
