import DOCXReader
import DocumentModel
import Testing

@Suite struct FormattingTests {
  private func style(_ id: String, _ content: String, type: String = "paragraph", more: String = "") -> String
  {
    "<w:style w:type=\"\(type)\" w:styleId=\"\(id)\"\(more)><w:name w:val=\"\(id)\"/>\(content)</w:style>"
  }

  private func first(_ package: TestPackage) throws -> TextStyle {
    try #require(try package.read().paragraphs.first?.runs.first?.style)
  }

  @Test func layersGoFromDefaultsToDirect() throws {
    let styles =
      "<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:eastAsia=\"宋体\"/><w:sz w:val=\"21\"/></w:rPr></w:rPrDefault></w:docDefaults>"
      + style("a", "<w:rPr><w:sz w:val=\"24\"/></w:rPr>", more: " w:default=\"1\"")
      + style("b", "<w:basedOn w:val=\"a\"/><w:rPr><w:rFonts w:eastAsia=\"楷体\"/></w:rPr>")
    let package = TestPackage(
      body: "<w:p><w:pPr><w:pStyle w:val=\"b\"/></w:pPr><w:r><w:t>甲</w:t></w:r>"
        + "<w:r><w:rPr><w:sz w:val=\"44\"/></w:rPr><w:t>乙</w:t></w:r></w:p>",
      styles: styles)
    let runs = try package.read().paragraphs[0].runs
    #expect(runs.map(\.style.faces.eastAsia.name) == ["楷体", "楷体"])
    #expect(runs.map(\.style.size) == [.pt(12), .pt(22)])
  }

  @Test func boldOfTwoStyleLevelsCancels() throws {
    let styles =
      style("p", "<w:rPr><w:b/></w:rPr>") + style("c", "<w:rPr><w:b/></w:rPr>", type: "character")
    func bold(_ direct: String) throws -> Bool {
      try first(
        TestPackage(
          body:
            "<w:p><w:pPr><w:pStyle w:val=\"p\"/></w:pPr><w:r><w:rPr>\(direct)</w:rPr><w:t>甲</w:t></w:r></w:p>",
          styles: styles)
      ).isBold
    }
    #expect(try bold(""))
    #expect(try !bold("<w:rStyle w:val=\"c\"/>"))
    #expect(try bold("<w:rStyle w:val=\"c\"/><w:b/>"))
    #expect(try !bold("<w:b w:val=\"0\"/>"))
  }

  @Test func anEmptyThemeFaceIsLookedUpByLanguage() throws {
    let theme =
      "<a:themeElements><a:fontScheme><a:minorFont><a:latin typeface=\"Calibri\"/><a:ea typeface=\"\"/>"
      + "<a:font script=\"Hans\" typeface=\"等线\"/></a:minorFont></a:fontScheme></a:themeElements>"
    let body =
      "<w:p><w:r><w:rPr><w:rFonts w:eastAsiaTheme=\"minorEastAsia\" w:eastAsia=\"宋体\" "
      + "w:asciiTheme=\"minorHAnsi\"/></w:rPr><w:t>甲</w:t></w:r></w:p>"
    let known = try first(
      TestPackage(body: body, theme: theme, settings: "<w:themeFontLang w:eastAsia=\"zh-CN\"/>"))
    #expect(known.faces.eastAsia == FontFace("等线", origin: .theme))
    #expect(known.faces.ascii.name == "Calibri")
    let unknown = try first(TestPackage(body: body, theme: theme))
    #expect(unknown.faces.eastAsia.origin == .application)
  }

  @Test func aPlainFaceOfALaterLayerClearsTheTheme() throws {
    let styles = style("p", "<w:rPr><w:rFonts w:eastAsiaTheme=\"minorEastAsia\"/></w:rPr>")
    let found = try first(
      TestPackage(
        body: "<w:p><w:pPr><w:pStyle w:val=\"p\"/></w:pPr><w:r><w:rPr><w:rFonts w:eastAsia=\"仿宋\"/></w:rPr>"
          + "<w:t>甲</w:t></w:r></w:p>", styles: styles))
    #expect(found.faces.eastAsia == FontFace("仿宋"))
  }

  @Test func lineWithoutRuleKeepsTheRuleBelow() throws {
    let styles = style(
      "p", "<w:pPr><w:spacing w:line=\"560\" w:lineRule=\"exact\"/></w:pPr>")
    let package = TestPackage(
      body: "<w:p><w:pPr><w:pStyle w:val=\"p\"/><w:spacing w:line=\"240\"/></w:pPr></w:p>"
        + "<w:p><w:pPr><w:spacing w:line=\"360\"/></w:pPr></w:p><w:p/>", styles: styles)
    let paragraphs = try package.read().paragraphs
    #expect(paragraphs[0].format.lineSpacing == .exact(.pt(12)))
    #expect(paragraphs[1].format.lineSpacing == .multiple(1.5))
    #expect(paragraphs[2].format.lineSpacing == .single && !paragraphs[2].format.declaresLineSpacing)
  }

  @Test func directNumberingBeatsTheStylesIndent() throws {
    let numbering =
      "<w:abstractNum w:abstractNumId=\"1\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/>"
      + "<w:numFmt w:val=\"chineseCounting\"/><w:lvlText w:val=\"%1、\"/><w:pPr><w:ind w:left=\"420\"/></w:pPr>"
      + "</w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"1\"/></w:num>"
    let styles = style("p", "<w:pPr><w:ind w:left=\"100\" w:firstLineChars=\"200\"/></w:pPr>")
    let number = "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr>"
    let item =
      "<w:p><w:pPr><w:pStyle w:val=\"p\"/>\(number)</w:pPr><w:r><w:rPr><w:sz w:val=\"32\"/></w:rPr><w:t>甲</w:t></w:r></w:p>"
    let paragraphs = try TestPackage(body: item + item, styles: styles, numbering: numbering).read()
      .paragraphs
    #expect(paragraphs.map(\.label) == ["一、", "二、"])
    #expect(paragraphs[0].format.leftIndent == .pt(21))
    #expect(paragraphs[0].format.firstLineIndent == .pt(32))
  }

  @Test func complexScriptRunsUseTheirOwnSize() throws {
    let runs = try TestPackage(
      body: "<w:p><w:r><w:rPr><w:sz w:val=\"24\"/><w:szCs w:val=\"36\"/></w:rPr><w:t>甲</w:t></w:r>"
        + "<w:r><w:rPr><w:cs/><w:sz w:val=\"24\"/><w:szCs w:val=\"36\"/></w:rPr><w:t>乙</w:t></w:r></w:p>"
    ).read().paragraphs[0].runs
    #expect(runs.map(\.style.size) == [.pt(12), .pt(18)])
  }

  @Test func tableStylesFormatByPlace() throws {
    let styles =
      style(
        "t",
        "<w:rPr><w:sz w:val=\"20\"/></w:rPr><w:tblStylePr w:type=\"firstRow\"><w:rPr><w:b/></w:rPr></w:tblStylePr>",
        type: "table")
    let cell = "<w:tc><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:tc>"
    let package = TestPackage(
      body:
        "<w:tbl><w:tblPr><w:tblStyle w:val=\"t\"/><w:tblLook w:val=\"0020\"/></w:tblPr><w:tr>\(cell)\(cell)</w:tr>"
        + "<w:tr>\(cell)\(cell)</w:tr></w:tbl>", styles: styles)
    let document = try package.read()
    #expect(document.paragraphs.map { $0.runs[0].style.isBold } == [true, true, false, false])
    #expect(document.paragraphs.allSatisfy { $0.runs[0].style.size == .pt(10) })
    #expect(document.paragraphs[3].cell == CellPosition(table: 0, row: 1, column: 1))
    #expect(document.tables[0].paragraphs == 0..<4)
  }

  @Test func hintedCharactersFollowTheHint() throws {
    let runs = try TestPackage(
      body:
        "<w:p><w:r><w:rPr><w:rFonts w:ascii=\"Arial\" w:hAnsi=\"Arial\" w:eastAsia=\"宋体\"/></w:rPr><w:t>“</w:t></w:r>"
        + "<w:r><w:rPr><w:rFonts w:ascii=\"Arial\" w:hAnsi=\"Arial\" w:eastAsia=\"宋体\" w:hint=\"eastAsia\"/></w:rPr>"
        + "<w:t>“〔甲A</w:t></w:r></w:p>"
    ).read().paragraphs[0].runs
    #expect(runs[0].style.face(for: "“").name == "Arial")
    #expect(runs[1].style.face(for: "“").name == "宋体")
    #expect(runs[0].style.face(for: "〔").name == "宋体")
    #expect(runs[1].style.face(for: "A").name == "Arial")
  }
}
