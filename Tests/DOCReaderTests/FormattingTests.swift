import CompoundFixtures
import DOCReader
import DocumentModel
import Testing

@Suite struct FormattingTests {
  private typealias Paragraph = WordWriter.Paragraph
  private typealias Style = WordWriter.Style

  private func read(_ writer: WordWriter) throws -> Document { try DOCReader().read(writer.bytes()) }

  @Test func textComesWithFacesSizesAndBold() throws {
    let document = try read(
      WordWriter([
        Paragraph([("关于", Modify.eastAsia(2) + Modify.size(44) + Modify.bold(1)), ("通知", Modify.size(32))])
      ]))
    let paragraph = try #require(document.paragraphs.first)
    #expect(document.format == .doc)
    #expect(paragraph.text == "关于通知")
    #expect(paragraph.runs.map(\.utf8Count) == [6, 6])
    #expect(paragraph.runs.map { $0.style.faces.eastAsia.name } == ["黑体", "宋体"])
    #expect(paragraph.runs.map(\.style.size) == [.pt(22), .pt(16)])
    #expect(paragraph.runs.map(\.style.isBold) == [true, false])
    #expect(paragraph.runs[0].style.faces.ascii.name == "Times New Roman")
  }

  @Test func withoutAnyWordTheSizeIsTenPoints() throws {
    let document = try read(WordWriter([Paragraph("文")]))
    #expect(document.paragraphs[0].runs[0].style.size == .pt(10))
    #expect(document.paragraphs[0].format.alignment == nil)
    #expect(document.paragraphs[0].styleName == "正文")
  }

  @Test func stylesLieOverTheirBases() throws {
    var writer = WordWriter([
      Paragraph("一", style: 2), Paragraph("二", Modify.characterStyle(3), style: 2),
      Paragraph("三", Modify.characterStyle(3) + Modify.bold(0x81), style: 2),
    ])
    writer.styles = [
      Style("正文", characters: Modify.size(32) + Modify.eastAsia(3)),
      Style("标题", base: 0, paragraph: [0x61, 0x24, 1], characters: Modify.size(44)),
      Style("标题甲", base: 1, characters: Modify.bold(1)), Style("强调", kind: 2, characters: Modify.eastAsia(2)),
    ]
    let document = try read(writer)
    let styles = document.paragraphs.map { $0.runs[0].style }
    #expect(styles.map(\.size) == [.pt(22), .pt(22), .pt(22)])
    #expect(styles.map { $0.faces.eastAsia.name } == ["仿宋_GB2312", "黑体", "黑体"])
    #expect(styles.map(\.isBold) == [true, true, false])
    #expect(document.paragraphs.allSatisfy { $0.format.alignment == .center })
    #expect(document.paragraphs[0].styleName == "标题甲")
  }

  @Test func stylesInARingAreReadOnce() throws {
    var writer = WordWriter([Paragraph("一", style: 1)])
    writer.styles = [
      Style("正文", base: 1, characters: Modify.size(32)), Style("甲", base: 0, characters: Modify.bold(1)),
    ]
    let document = try read(writer)
    #expect(document.paragraphs[0].runs[0].style.size == .pt(16))
    #expect(document.notes.map(\.code) == ["W_STYLE_CYCLE"])
  }

  @Test func theListOfThePieceLiesOverAll() throws {
    var writer = WordWriter([Paragraph("一", Modify.size(32))])
    writer.piece = Modify.size(24) + [0x61, 0x24, 2]
    let document = try read(writer)
    #expect(document.paragraphs[0].runs[0].style.size == .pt(12))
    #expect(document.paragraphs[0].format.alignment == .right)
  }

  @Test func sectionsSayHowPagesAreSetUp() throws {
    var writer = WordWriter([Paragraph("一")])
    writer.section =
      [0x1F, 0xB0] + Modify.two(11_906) + [0x20, 0xB0] + Modify.two(16_838) + [0x23, 0x90] + Modify.two(2_098)
      + [0x32, 0x50] + Modify.two(2) + [0x31, 0x90] + Modify.two(312) + [0x0E, 0x30, 57]
    let section = try #require(try read(writer).sections.first)
    #expect(section.pageWidth == .twips(11_906) && section.pageHeight == .twips(16_838))
    #expect(section.margins.top == .twips(2_098))
    #expect(section.grid == DocumentGrid(kind: .lines, linePitch: .pt(15.6)))
    #expect(section.pageNumberFormat == "numberInDash")
  }

  @Test func namesOfFacesInBytesOfGBKAreRead() throws {
    var writer = WordWriter([Paragraph("一", Modify.eastAsia(1))])
    // 宋体 in GBK, a byte in each unit.
    writer.faces = ["Times New Roman", "\u{CB}\u{CE}\u{CC}\u{E5}"]
    writer.faceCharset = 134
    #expect(try read(writer).paragraphs[0].runs[0].style.faces.eastAsia.name == "宋体")
    writer.faceCharset = 0
    #expect(try read(writer).paragraphs[0].runs[0].style.faces.eastAsia.name == "ËÎÌå")
  }

  @Test func aTraceNamesTheLayers() throws {
    var writer = WordWriter([Paragraph("一", Modify.eastAsia(2) + Modify.characterStyle(1))])
    writer.styles = [
      Style("正文", characters: Modify.eastAsia(3)), Style("强调", kind: 2, characters: Modify.eastAsia(1)),
    ]
    let request = TraceRequest(paragraph: 0, properties: [.eastAsianFace, .lineSpacing])
    let traces = try #require(try DOCReader().trace(writer.bytes(), [request])[request])
    #expect(traces[0].value == "黑体")
    #expect(
      traces[0].steps == [
        TraceStep(.direct, value: "黑体"), TraceStep(.characterStyle(name: "强调"), value: "宋体"),
        TraceStep(.paragraphStyle(name: "正文"), value: "仿宋_GB2312"),
        TraceStep(.documentDefaults, value: "宋体"),
      ])
    #expect(traces[1].steps == [TraceStep(.application, value: "×1")])
  }

  @Test func aTraceSaysThatBoldIsGivenAgainstTheStyle() throws {
    var writer = WordWriter([Paragraph("一", Modify.bold(0x81), style: 1)])
    writer.styles = [Style("正文"), Style("标题", base: 0, characters: Modify.bold(1))]
    let request = TraceRequest(paragraph: 0, properties: [.bold])
    let trace = try #require(try DOCReader().trace(writer.bytes(), [request])[request]?.first)
    #expect(trace.value == "false")
    #expect(
      trace.steps == [
        TraceStep(.direct, value: "againstStyle"), TraceStep(.paragraphStyle(name: "标题"), value: "true"),
      ])
  }

  // MARK: What is refused

  private func code(_ bytes: [UInt8]) -> String? {
    do {
      _ = try DOCReader().read(bytes)
      return nil
    } catch {
      return error.code.rawValue
    }
  }

  @Test func whatCannotBeReadHasACode() {
    var writer = WordWriter([Paragraph("一")])
    writer.isEncrypted = true
    #expect(code(writer.bytes()) == "E_ENCRYPTED")
    writer.isEncrypted = false
    writer.version = 104
    #expect(code(writer.bytes()) == "E_WORD95")
    #expect(code(CompoundWriter([("Workbook", [1])]).bytes()) == "E_TYPE")
    #expect(code(CompoundWriter([("WordDocument", [1])]).bytes()) == "E_DOC_CORRUPT")
  }

  @Test func textThatIsCutOffIsNotJudgedAsAbsent() throws {
    // All of the text must be there, or the file is refused.
    let text = String(repeating: "通知", count: 6_000)
    let bytes = WordWriter([Paragraph(text)]).bytes()
    #expect(code(Array(bytes.prefix(bytes.count / 2))) == "E_DOC_CORRUPT")
  }

  @Test func noByteChangedMakesItTrap() {
    let whole = WordWriter([Paragraph("关于印发的通知", Modify.size(44)), Paragraph("正文", style: 0)]).bytes()
    var state: UInt64 = 11
    func next() -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33)
    }
    for _ in 0..<1_500 {
      var bytes = whole
      for _ in 0..<3 { bytes[512 + next() % (bytes.count - 512)] = UInt8(next() & 0xFF) }
      _ = try? DOCReader().read(bytes)
    }
  }
}
