import DOCXReader
import DocumentModel
import Testing

@Suite struct ContentTests {
  private func run(_ text: String) -> String { "<w:r><w:t>\(text)</w:t></w:r>" }
  private func texts(_ body: String) throws -> [String] {
    try TestPackage(body: body).read().paragraphs.map(\.text)
  }

  @Test func fieldsShowTheirResult() throws {
    let field =
      "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>"
      + "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>\(run("7"))<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
    #expect(try texts("<w:p>\(run("第"))\(field)\(run("页"))</w:p>") == ["第7页"])
    #expect(try texts("<w:p><w:fldSimple w:instr=\"DATE\">\(run("今"))</w:fldSimple></w:p>") == ["今"])
  }

  @Test func revisionsAreAcceptedAndCounted() throws {
    let document = try TestPackage(
      body: "<w:p><w:del w:author=\"张三\"><w:r><w:delText>旧</w:delText></w:r></w:del>"
        + "<w:ins w:author=\"李四\">\(run("新"))</w:ins></w:p>"
        + "<w:p><w:pPr><w:rPr><w:del w:author=\"张三\"/></w:rPr></w:pPr>\(run("前"))</w:p><w:p>\(run("后"))</w:p>"
    ).read()
    #expect(document.paragraphs.map(\.text) == ["新", "前后"])
    #expect(document.residue.deletions == 2 && document.residue.insertions == 1)
    #expect(document.residue.authors == ["张三", "李四"])
  }

  @Test func oneBranchOfAlternateContentIsRead() throws {
    let box = "<w:txbxContent><w:p>\(run("框"))</w:p></w:txbxContent>"
    let body =
      "<w:p>\(run("锚"))<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wp:anchor behindDoc=\"1\">"
      + "<wp:extent cx=\"1620000\" cy=\"1620000\"/><a:graphic><a:graphicData><wps:wsp><wps:txbx>\(box)</wps:txbx></wps:wsp>"
      + "</a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>\(box)"
      + "</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>\(run("尾"))</w:p><w:p>\(run("后"))</w:p>"
    let document = try TestPackage(body: body).read()
    #expect(document.paragraphs.map(\.text) == ["锚尾", "框", "后"])
    #expect(document.paragraphs.map(\.story) == [.body, .textBox, .body])
    #expect(document.figures.count == 1)
    #expect(document.figures[0].kind == .textBox && document.figures[0].isBehindText)
    #expect(abs((document.figures[0].width?.millimetres ?? 0) - 45) < 0.01)
  }

  @Test func anUnknownChoiceGivesWayToTheFallback() throws {
    let body =
      "<w:p><w:r><mc:AlternateContent><mc:Choice Requires=\"unheardOf\"><w:t>甲</w:t></mc:Choice>"
      + "<mc:Fallback><w:t>乙</w:t></mc:Fallback></mc:AlternateContent></w:r></w:p>"
    #expect(try texts(body) == ["乙"])
  }

  @Test func hiddenTextIsResidue() throws {
    let document = try TestPackage(
      body: "<w:p>\(run("可见"))<w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏</w:t></w:r></w:p>"
    ).read()
    #expect(document.paragraphs[0].text == "可见")
    #expect(document.residue.hiddenText == ["隐藏"])
  }

  @Test func blanksCountOnlyWhenPreserved() throws {
    #expect(
      try texts("<w:p><w:r><w:t> 甲 </w:t></w:r><w:r><w:t xml:space=\"preserve\"> 乙 </w:t></w:r></w:p>") == [
        "甲 乙 "
      ])
  }

  @Test func contentControlsLinksAndRubyAreTransparent() throws {
    let body =
      "<w:sdt><w:sdtPr><w:rPr><w:b/></w:rPr></w:sdtPr><w:sdtContent><w:p><w:hyperlink>\(run("链"))</w:hyperlink>"
      + "<w:r><w:ruby><w:rt><w:r><w:t>zì</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>字</w:t></w:r></w:rubyBase></w:ruby></w:r>"
      + "<w:smartTag>\(run("标"))</w:smartTag></w:p></w:sdtContent></w:sdt>"
    #expect(try texts(body) == ["链字标"])
  }

  @Test func symbolsBreaksAndTabsHaveCharacters() throws {
    let body =
      "<w:p><w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:br/><w:t>丙</w:t><w:sym w:font=\"Wingdings\" w:char=\"F0FE\"/>"
      + "<w:noBreakHyphen/></w:r></w:p>"
    let paragraph = try TestPackage(body: body).read().paragraphs[0]
    #expect(paragraph.text == "甲\t乙\n丙\u{F0FE}\u{2011}")
    #expect(paragraph.runs.map(\.utf8Count).reduce(0, +) == paragraph.text.utf8.count)
    #expect(paragraph.spans[1].style.faces.eastAsia.name == "Wingdings")
  }

  @Test func theMainPartIsFoundByRelationship() throws {
    var package = TestPackage(body: "<w:p>\(run("甲"))</w:p>")
    package.parts[0].name = "other/main.xml"
    package.documentTarget = "/other/main.xml"
    #expect(try package.read().paragraphs.map(\.text) == ["甲"])
    package.documentTarget = "../../etc/passwd"
    #expect { try package.read() } throws: { ($0 as? ReadError)?.code == .docxNoMain }
  }

  @Test func strictNamespacesMeanTheSame() throws {
    let strict = "xmlns:w=\"http://purl.oclc.org/ooxml/wordprocessingml/main\""
    let document = try TestPackage(
      body: "<w:p><w:pPr><w:ind w:start=\"36pt\"/><w:jc w:val=\"end\"/></w:pPr>\(run("甲"))</w:p>",
      namespaces: strict
    ).read()
    #expect(document.paragraphs[0].format.leftIndent == .pt(36))
    #expect(document.paragraphs[0].format.alignment == .right)
  }

  @Test func sectionsHoldThePage() throws {
    let body =
      "<w:p><w:pPr><w:sectPr><w:pgSz w:w=\"16838\" w:h=\"11906\" w:orient=\"landscape\"/></w:sectPr></w:pPr></w:p>"
      + "<w:p/><w:sectPr><w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"2098\"/>"
      + "<w:docGrid w:type=\"lines\" w:linePitch=\"312\"/></w:sectPr>"
    let document = try TestPackage(body: body).read()
    #expect(document.sections.map(\.isLandscape) == [true, false])
    #expect(document.paragraphs.map(\.section) == [0, 1])
    #expect(document.sections[1].margins.top == .pt(104.9))
    #expect(document.sections[1].grid == DocumentGrid(kind: .lines, linePitch: .pt(15.6)))
  }

  @Test func notesHeadersAndCommentsAreStories() throws {
    var package = TestPackage(body: "<w:p>\(run("正文"))</w:p>")
    package.add("header1.xml", "w:hdr", body: "<w:p>\(run("眉"))</w:p>", type: "header")
    package.add(
      "footnotes.xml", "w:footnotes",
      body:
        "<w:footnote w:type=\"separator\"><w:p>\(run("线"))</w:p></w:footnote><w:footnote><w:p>\(run("注"))</w:p></w:footnote>",
      type: "footnotes")
    package.add(
      "comments.xml", "w:comments", body: "<w:comment w:author=\"王五\"><w:p>\(run("批"))</w:p></w:comment>",
      type: "comments")
    let document = try package.read()
    #expect(document.paragraphs.map(\.text) == ["正文", "眉", "注", "批"])
    #expect(document.paragraphs.map(\.story) == [.body, .header, .footnote, .comment])
    #expect(document.residue.comments == 1 && document.residue.authors == ["王五"])
  }

  @Test func numbersOutOfRangeAreNotedAndClamped() throws {
    let document = try TestPackage(
      body:
        "<w:p><w:pPr><w:spacing w:line=\"99999999999999999999\"/><w:ind w:left=\"1e309\"/></w:pPr>\(run("甲"))</w:p>"
    ).read()
    #expect(document.notes.map(\.code) == ["W_VALUE_RANGE"])
    #expect(document.paragraphs[0].format.leftIndent == .pt(0))
  }

  @Test func aRingOfStylesIsNoted() throws {
    let document = try TestPackage(
      body: "<w:p><w:pPr><w:pStyle w:val=\"a\"/></w:pPr>\(run("甲"))</w:p>",
      styles: "<w:style w:type=\"paragraph\" w:styleId=\"a\"><w:basedOn w:val=\"a\"/></w:style>"
    ).read()
    #expect(document.notes.map(\.code) == ["W_STYLE_CYCLE"])
  }
}
