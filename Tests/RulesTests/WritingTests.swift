import Conformance
import DocumentModel
import Findings
import Messages
import Rules
import Specifications
import Testing

/// Places and changes of marks and numbers, and what is left alone.
@Suite struct WritingTests {
  private func verdict(
    _ rule: String, _ document: StructuredDocument, on role: String = "body", tables: Bool = false
  ) throws -> Verdict {
    let line =
      "  - { id: a, clause: c, severity: error, on: \(role), rule: \(rule), tables: \(tables) }\n"
    let spec = try SpecLibrary.builtIn.load(
      text: "id: t\ntitle: t\nsource: s\nrequirements:\n" + line, file: "a.yaml", rules: .builtIn)
    let requirement = try #require(spec.requirements.first)
    guard case .rule(let rule) = requirement.check else { throw Missing() }
    return try #require(rule.check(on: requirement.roles, in: document).first)
  }
  private struct Missing: Error {}

  /// The text after the proposed changes.
  private func mended(_ text: String, _ rule: String = "PUNC-form") throws -> String {
    var scalars = Array(text.unicodeScalars)
    let edits = try verdict(rule, .sample([.body(text)])).violations.flatMap { $0.fix?.edits ?? [] }
    let changes = edits.compactMap { edit -> (Range<Int>, String)? in
      if case .replaceText(let text, 0, let range) = edit { (range, text) } else { nil }
    }
    #expect(changes.count == edits.count)
    for (range, text) in changes.sorted(by: { $0.0.lowerBound > $1.0.lowerBound }) {
      scalars.replaceSubrange(range, with: text.unicodeScalars)
    }
    return String(String.UnicodeScalarView(scalars))
  }

  @Test func oneFindingWithAllPlaces() throws {
    let found = try verdict(
      "PUNC-form", .sample([.body("各乡镇,各单位:"), .body("𠀀村,请照办。"), .body("对,都好。")]))
    let violation = try #require(found.violations.first)
    #expect(found.violations.map(\.code) == ["PUNC-half"])
    #expect(
      violation.pieces == [
        .init(paragraph: 0, range: 3..<4), .init(paragraph: 0, range: 7..<8),
        .init(paragraph: 1, range: 2..<3), .init(paragraph: 2, range: 1..<2),
      ])
    #expect(violation.fix?.safety == .safe)
    #expect(violation.message.text(in: .zh) == "有4处中文标点写成了半角，如“各乡镇,各单位:”，应为全角。")
  }

  @Test(arguments: [
    ("是的,好;对:真!假?", "是的，好；对：真！假？"), ("到2022年,完成.", "到2022年，完成。"), ("好, 很好。", "好，很好。"),
    ("泗县(东部（含山区)的)试点", "泗县（东部（含山区）的）试点"), ("开展\"回头看\"和\"双随机\"活动", "开展“回头看”和“双随机”活动"),
    ("桌椅...", "桌椅……"), ("桌椅。。。", "桌椅……"), ("桌椅…", "桌椅……"), ("教育--立国之本", "教育——立国之本"),
    ("好，，坏。。", "好，坏。"), ("甲、乙、等。", "甲、乙等。"), ("第三、加强领导。", "第三，加强领导。"),
    ("根据《甲法》、《乙法》制定", "根据《甲法》《乙法》制定"),
  ])
  func marksAreMended(_ text: String, _ mended: String) throws {
    #expect(try self.mended(text) == mended)
  }

  @Test(arguments: [
    ("增长１２个百分点", "增长12个百分点"), ("补助1，000元、1，234，567元", "补助1,000元、1,234,567元"),
    ("实施2022-2025年计划", "实施2022—2025年计划"), ("增长5.5-10%", "增长5.5%～10%"),
  ])
  func numbersAreMended(_ text: String, _ mended: String) throws {
    #expect(try self.mended(text, "NUM-form") == mended)
  }

  @Test(arguments: [
    "上午9:30，比例3:1，增长1.5倍，共1,234人。", "网址www.example.cn/a,b:c，邮箱a.b@c.cn，文件“附件1.docx”。",
    "公式为收入×(1-税率)，其中f(x)=2。", "原文为“It is so, they say: yes! (Really?)”。", "(一)加强领导。", "(1)加强领导。",
    "1.加强领导。", "（一）要求：1）及时；2）准确；a)清楚。", "北京—上海铁路，吐鲁番-哈密盆地。", "他说：“好……”", "“甲”“乙”和《甲》《乙》。",
    "根据《甲法》（一号令）、《乙法》制定。", "不断提高教学质量、等级水平。", "第一、二、三季度", "第一、第二产业协调发展并重", "什么？！",
    "屏幕为15\"和17\"两种。", "保护第一、加强管理。", "〔2005〕235号", "[1] 张三,李四.题名[J].刊名,2020(2):1-5.",
    "let a = f(x, y); if b { return } // 注释", "关于《甲局 乙局关于做好当前有关工作的通知》的说明",
  ])
  func marksAreLeftAlone(_ text: String) throws {
    let found = try verdict("PUNC-form", .sample([.body(text)]))
    #expect(found.violations.map(\.code) == [])
    #expect(found.outcome == .passed || found.outcome == .inapplicable)
  }

  @Test(arguments: [
    "二〇二二年、2022年", "一年、10年、22年", "民国22年3月1日", "贷款7-10年，10年3个月", "2021十大新闻", "5千克、3万5千瓦、3.5万元",
    "201，202，203室", "第3、4章，3、5个", "附件1、2，1、2号楼", "三四个、十几个", "电话0557-7022345，GB/T 15834-2011",
    "A1，000元", "2022—2025年、2022～2025年", "增长5%～10%、5%-10%",
  ])
  func numbersAreLeftAlone(_ text: String) throws {
    #expect(try verdict("NUM-form", .sample([.body(text)])).violations.map(\.code) == [])
  }

  @Test func nothingIsProposedWhereAPersonMustDecide() throws {
    for text in ["张?三同志", "好，。坏", "约瑟夫.史密斯", "丢了《一半", "半个\"引号", "自22年3月1日起", "分别100，200元"] {
      for rule in ["PUNC-form", "NUM-form"] {
        let found = try verdict(rule, .sample([.body(text)]))
        #expect(found.violations.allSatisfy { $0.fix == nil }, "\(text)")
      }
    }
    #expect(try verdict("PUNC-form", .sample([.body("张?三同志")])).outcome == .cantTell)
  }

  @Test func pairsReachOverParagraphs() throws {
    let across: [SamplePart] = [.body("依据（甲"), .body("乙）和“丙"), .body("“丁”办理。")]
    #expect(try verdict("PUNC-form", .sample(across)).violations.isEmpty)
    let alone = try verdict("PUNC-form", .sample([.body("依据甲）和《乙")]))
    #expect(alone.violations.map(\.code) == ["PUNC-pair"])
    #expect(
      alone.violations[0].pieces == [.init(paragraph: 0, range: 3..<4), .init(paragraph: 0, range: 5..<6)])
  }

  @Test func onlyTheWantedPartOfAParagraph() throws {
    var document = StructuredDocument.sample([.body("标题,一。正文,二。")])
    document.elements[0].pieces = [.init(paragraph: 0, range: 5..<10)]
    let found = try verdict("PUNC-form", document)
    #expect(found.violations.flatMap(\.pieces) == [.init(paragraph: 0, range: 7..<8)])
  }

  @Test func tablesOnlyWhenAsked() throws {
    var document = StructuredDocument.sample([.body("各村,各组。")])
    document.document.paragraphs[0].cell = CellPosition(table: 0, row: 0, column: 0)
    #expect(try verdict("PUNC-form", document).outcome == .inapplicable)
    #expect(try verdict("PUNC-form", document, tables: true).outcome == .failed)
  }
}
