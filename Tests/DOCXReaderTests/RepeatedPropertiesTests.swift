import DOCXReader
import DocumentModel
import Testing

/// Lists of properties that stand more than once in a part are read once, and mean the same each time.
@Suite struct RepeatedPropertiesTests {
  private func run(_ properties: String, _ text: String) -> String {
    "<w:r><w:rPr>\(properties)</w:rPr><w:t>\(text)</w:t></w:r>"
  }

  @Test func repeatedListsGiveTheSameFormat() throws {
    let bold = "<w:rFonts w:eastAsia=\"仿宋\"/><w:b/><w:sz w:val=\"32\"/>"
    let list = "<w:jc w:val=\"center\"/><w:ind w:firstLineChars=\"200\"/><w:rPr><w:i/></w:rPr>"
    let paragraph =
      "<w:p><w:pPr>\(list)</w:pPr>\(run(bold, "一"))\(run("<w:i/>", "二"))\(run(bold, "三"))"
      + "<w:r><w:t>四</w:t></w:r></w:p>"
    let document = try TestPackage(body: paragraph + paragraph + "<w:p>\(run(bold, "五"))</w:p>").read()
    #expect(document.paragraphs.map(\.format.alignment) == [.center, .center, nil])
    #expect(document.paragraphs.map(\.format.firstLineCharacters) == [200, 200, nil])
    for paragraph in document.paragraphs.prefix(2) {
      #expect(paragraph.runs.map(\.style.isBold) == [true, false, true, false])
      #expect(paragraph.runs.map(\.style.isItalic) == [false, true, false, false])
      #expect(paragraph.runs.map(\.style.faces.eastAsia.name) == ["仿宋", "", "仿宋", ""])
    }
    #expect(document.paragraphs[2].runs[0].style === document.paragraphs[0].runs[0].style)
  }

  @Test func whatIsCountedIsCountedEachTime() throws {
    let change = "<w:b/><w:rPrChange w:id=\"1\" w:author=\"甲\"/>"
    let mark = "<w:pPr><w:rPr><w:ins w:id=\"2\" w:author=\"乙\"/></w:rPr></w:pPr>"
    let paragraph = "<w:p>\(mark)\(run(change, "一"))</w:p>"
    let document = try TestPackage(body: paragraph + paragraph + paragraph).read()
    #expect(document.residue.formatChanges == 3)
    #expect(document.residue.insertions == 3)
    #expect(document.paragraphs.flatMap { $0.runs.map(\.style.isBold) } == [true, true, true])
  }

  @Test func aChangeOfTheMarkIsCountedEachTime() throws {
    let mark = "<w:pPr><w:jc w:val=\"center\"/><w:rPr><w:rPrChange w:id=\"1\"/></w:rPr></w:pPr>"
    let document = try TestPackage(body: "<w:p>\(mark)</w:p><w:p>\(mark)</w:p>").read()
    #expect(document.residue.formatChanges == 2)
    #expect(document.paragraphs.map(\.format.alignment) == [.center, .center])
  }

  @Test func aDeletedMarkIsDeletedEachTime() throws {
    let paragraph = "<w:p><w:pPr><w:rPr><w:del w:id=\"1\"/></w:rPr></w:pPr>\(run("<w:b/>", "一"))</w:p>"
    let document = try TestPackage(body: paragraph + "<w:p/>" + paragraph + "<w:p/>").read()
    #expect(document.paragraphs.map(\.text) == ["一", "一"])
  }

  @Test func everySectionEnds() throws {
    let paragraph = "<w:p><w:pPr><w:sectPr><w:pgSz w:w=\"11906\"/></w:sectPr></w:pPr></w:p>"
    #expect(try TestPackage(body: paragraph + paragraph).read().sections.count == 2)
  }

  @Test func aSecondListAddsToTheFirst() throws {
    let twice = "<w:r><w:rPr><w:b/></w:rPr><w:rPr><w:i/></w:rPr><w:t>一</w:t></w:r>"
    let document = try TestPackage(body: "<w:p>\(twice)\(run("<w:i/>", "二"))\(twice)</w:p>").read()
    #expect(document.paragraphs[0].runs.map(\.style.isBold) == [true, false, true])
    #expect(document.paragraphs[0].runs.map(\.style.isItalic) == [true, true, true])
  }

  @Test func aPrefixMayMeanAnotherThingElsewhere() throws {
    let list = "<w:rPr><x:b/></w:rPr><w:t>一</w:t>"
    let main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    let body = "<w:p><w:r xmlns:x=\"urn:x\">\(list)</w:r><w:r xmlns:x=\"\(main)\">\(list)</w:r></w:p>"
    let document = try TestPackage(body: body).read()
    #expect(document.paragraphs[0].runs.map(\.style.isBold) == [false, true])
  }

  @Test func latentStylesChangeNothing() throws {
    let latent =
      "<w:latentStyles w:count=\"2\"><w:lsdException w:name=\"heading 1\"/><w:lsdException/></w:latentStyles>"
    let style =
      "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"a\"><w:name w:val=\"正文\"/>"
      + "<w:rPr><w:b/></w:rPr></w:style>"
    let document = try TestPackage(body: "<w:p><w:r><w:t>一</w:t></w:r></w:p>", styles: latent + style).read()
    #expect(document.paragraphs[0].styleName == "正文")
    #expect(document.paragraphs[0].runs.map(\.style.isBold) == [true])
    let broken = TestPackage(body: "<w:p/>", styles: latent + style + "<w:style>")
    #expect(throws: ReadError.self) { try broken.read() }
  }
}
