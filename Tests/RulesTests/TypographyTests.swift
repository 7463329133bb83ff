import Conformance
import DocumentModel
import Findings
import Messages
import Rules
import Specifications
import Testing

/// What examples cannot show: places, counts, changes and the words of a verdict.
@Suite struct TypographyTests {
  private static let specHead = "id: t\ntitle: t\nsource: s\nrequirements:\n"

  private func verdict(
    _ rule: String, on role: String, _ document: StructuredDocument
  ) throws -> Verdict {
    let line = "  - { id: a, clause: c, severity: error, on: \(role), rule: \(rule) }\n"
    let spec = try SpecLibrary.builtIn.load(text: Self.specHead + line, file: "a.yaml", rules: .builtIn)
    guard case .rule(let rule)? = spec.requirements.first?.check else { throw Missing() }
    return try #require(rule.check(on: spec.requirements[0].roles, in: document).first)
  }
  private struct Missing: Error {}

  @Test func manyParagraphsAreOneFinding() throws {
    let wrong = TextStyle("仿宋_GB2312", 12)
    let document = StructuredDocument.sample(
      [.title("关于做好工作的通知")] + (0..<12).map { .body("第\($0)段的内容。", wrong) })
    let verdict = try verdict("FMT-body-font, face: 宋体", on: "body", document)
    let violation = try #require(verdict.violations.first)
    #expect(verdict.violations.count == 1)
    #expect(violation.pieces == (1...12).map { Element.Piece(paragraph: $0) })
    #expect(violation.properties == [.eastAsianFace])
    #expect(violation.message.text(in: .zh) == "正文有12段字体不是宋体，现为仿宋_GB2312（首处：第2段）。")
    #expect(
      violation.fix?.edits.first == .setEastAsianFace("宋体", paragraph: 1, range: nil)
        && violation.fix?.edits.count == 12)
    #expect(verdict.judgedParagraphs == 12)
    // 第…段的内容: five ideographs each; the digits between them are not judged.
    #expect(verdict.judgedCharacters == 60)
  }

  @Test func marksTheStretchWithoutItsNeighbours() throws {
    let document = StructuredDocument.sample([
      SamplePart(
        .title,
        [
          ("关于“", TextStyle("宋体", 18)), ("政务，公开", TextStyle("黑体", 18)), ("2022”的通知", TextStyle("宋体", 18)),
        ])
    ])
    let verdict = try verdict("FMT-title-font, face: 宋体", on: "title", document)
    let violation = try #require(verdict.violations.first)
    #expect(verdict.outcome == .failed)
    #expect(violation.pieces == [Element.Piece(paragraph: 0, range: 3..<8)])
    #expect(violation.message.text(in: .zh) == "标题有4个字的字体不对：黑体，应为宋体。")
  }

  @Test func twoWrongFacesAreCountedInOneFinding() throws {
    let document = StructuredDocument.sample([
      .title("泗县人民政府", TextStyle("黑体", 18)), .title("工作通知", TextStyle("楷体", 18)),
    ])
    let verdict = try verdict("FMT-title-font, face: 宋体", on: "title", document)
    #expect(verdict.violations.map { $0.message.text(in: .zh) } == ["标题字体为黑体（6字）；楷体（4字），应为宋体。"])
  }

  @Test func manyValuesAreNotAllNamed() throws {
    let sizes = [10.0, 11, 13, 14, 15, 16]
    let parts = sizes.enumerated().map { index, size in
      SamplePart.body(String(repeating: "字", count: index + 1), TextStyle("宋体", size))
    }
    let found = try verdict("FMT-body-size, size: 小四", on: "body", .sample(parts)).violations.first
    #expect(
      found?.actual?.text(in: .zh)
        == "三号（16磅）（6字）；小三（15磅）（5字）；四号（14磅）（4字）；13磅（非标准字号）（3字）等6种")
  }

  @Test func namesTheStandardsOwnFace() throws {
    let document = StructuredDocument.sample([.title("关于工作的通知", TextStyle("方正小标宋_GBK", 22))])
    let found = try verdict("FMT-title-font, face: 宋体, standardFace: 小标宋", on: "title", document)
    let text = try #require(found.violations.first).message.text(in: .zh)
    #expect(text == "标题字体为方正小标宋_GBK，应为宋体。小标宋是 GB/T 9704 公文的字体，网上公开的文字版要求用宋体。")
    let size = try verdict("FMT-title-size, size: 小二, standardSize: 二号", on: "title", document)
    let sizeText = try #require(size.violations.first).message.text(in: .zh)
    #expect(sizeText.hasPrefix("标题字号为二号（22磅），应为小二（18磅）。二号（22磅）是 GB/T 9704"))
  }

  @Test(arguments: [
    (100, 0, Outcome.passed, 0), (95, 5, .passed, 1), (94, 6, .cantTell, 1), (80, 20, .cantTell, 1),
    (79, 21, .failed, 1), (0, 100, .failed, 1),
  ])
  func sharesDecide(right: Int, wrong: Int, outcome: Outcome, violations: Int) throws {
    let document = StructuredDocument.sample([
      SamplePart(
        .body,
        [
          (String(repeating: "甲", count: right), TextStyle("宋体", 12)),
          (String(repeating: "乙", count: wrong), TextStyle("宋体", 14)),
        ])
    ])
    let verdict = try verdict("FMT-body-size, size: 小四", on: "body", document)
    #expect(verdict.outcome == outcome)
    #expect(verdict.violations.count == violations)
    if outcome == .passed {
      #expect(verdict.violations.allSatisfy { $0.outcome == .passed && $0.fix == nil })
    }
  }

  @Test func absenceIsNoFaultOfTypography() throws {
    let document = StructuredDocument.sample([.body("正文。")])
    for (rule, role) in [("FMT-title-font, face: 宋体", "title"), ("FMT-docnum-size, size: 小四", "number")] {
      #expect(try verdict(rule, on: role, document).outcome == .inapplicable)
      var doubtful = document
      doubtful.doubts = [.title: Message("role.title"), .number: Message("role.number")]
      #expect(try verdict(rule, on: role, doubtful).outcome == .cantTell)
    }
  }

  @Test func askTheDocumentsOwnNamesOfFaces() throws {
    var document = StructuredDocument.sample([.title("关于工作的通知", TextStyle("某宋", 18))])
    #expect(try verdict("FMT-title-font, face: 宋体", on: "title", document).outcome == .cantTell)
    document.document.alternateFaceNames = ["某宋": "SimSun"]
    #expect(try verdict("FMT-title-font, face: 宋体", on: "title", document).outcome == .passed)
  }

  /// 〇 and 镕 are outside GB 2312, so their look under a *_GB2312 face is another face's.
  @Test func rareIdeographsOfAGB2312FaceAreNotJudged() throws {
    let parts = { (face: String) in
      StructuredDocument.sample([
        SamplePart(.title, [("朱基", TextStyle("宋体", 18)), ("〇镕", TextStyle(face, 18))])
      ])
    }
    let gb2312 = try verdict("FMT-title-font, face: 宋体", on: "title", parts("仿宋_GB2312"))
    #expect(gb2312.outcome == .passed)
    #expect(gb2312.judgedCharacters == 2)
    #expect(try verdict("FMT-title-font, face: 宋体", on: "title", parts("仿宋")).outcome == .failed)
  }

  @Test func superscriptsHaveASizeOfTheirOwn() throws {
    let raised = TextStyle(
      faces: FaceSlots(eastAsia: FontFace("宋体")), size: .pt(9), verticalPosition: .superscript)
    let document = StructuredDocument.sample([
      SamplePart(.body, [("正文", TextStyle("宋体", 12)), ("注释一", raised)])
    ])
    #expect(try verdict("FMT-body-size, size: 小四", on: "body", document).outcome == .passed)
  }

  @Test func damagedPiecesAreNoTrap() throws {
    var document = StructuredDocument.sample([.title("通知")])
    document.elements[0].pieces = [
      .init(paragraph: 7), .init(paragraph: 0, range: 1..<99), .init(paragraph: -1),
    ]
    #expect(try verdict("FMT-title-font, face: 宋体", on: "title", document).outcome == .passed)
    #expect(try verdict("TITLE-kind", on: "title", document).judgedParagraphs == 3)
  }
}
