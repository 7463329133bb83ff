import DocumentModel
import PDFReader
import Testing

/// What content streams do to glyphs (ISO 32000-1, 9).
@Suite struct TextMachineTests {
  private func dump(_ content: String, entries: String = "", resources: String = "") throws -> [String] {
    try ContentPage(content, entries: entries, resources: resources).read().dump
  }

  @Test func sizeIsThatOfTheCombinedMatrix() throws {
    #expect(try dump("BT /L 1 Tf 16 0 0 16 72 700 Tm (a) Tj ET") == ["16 a"])
    #expect(try dump("q 2 0 0 2 0 0 cm BT /L 8 Tf 36 350 Td (a) Tj ET Q") == ["16 a"])
    #expect(try dump("BT /L 11.9999 Tf 72 700 Td (a) Tj ET") == ["12 a"])
    #expect(try dump("BT /L 8 Tf 36 350 Td (a) Tj ET", entries: "/UserUnit 2") == ["16 a"])
    // Horizontal scaling does not change the size.
    #expect(try dump("BT /L 16 Tf 50 Tz 72 700 Td (a) Tj ET") == ["16 a"])
  }

  @Test func turnedPagesReadAsTheyAreSeen() throws {
    let document = try ContentPage(
      "BT /L 16 Tf 0 1 -1 0 100 200 Tm (turned) Tj ET", entries: "/Rotate 90"
    ).read()
    #expect(document.dump == ["16 turned"])
    #expect(document.pages.first?.width == .pt(842))
    #expect(document.pages.first?.textRotation == 0)
    let across = try ContentPage("BT /L 16 Tf 0 1 -1 0 100 200 Tm (turned) Tj ET").read()
    #expect(across.pages.first?.textRotation == 270)
    #expect(document.paragraphs.first?.box.map { $0.left.rounded() } == 200)
  }

  @Test func stringsAndTheirEscapes() throws {
    #expect(try dump("BT /L 12 Tf 72 700 Td (a\\(b\\)\\143) Tj ET") == ["12 a(b)c"])
    #expect(try dump("BT /L 12 Tf 72 700 Td <61 62 6> Tj ET") == ["12 ab`"])
    #expect(try dump("BT /L 12 Tf 72 700 Td [(ab) -20 (cd)] TJ ET") == ["12 abcd"])
    // Half an em apart is a space between Latin words.
    #expect(try dump("BT /L 12 Tf 72 700 Td [(ab) -500 (cd)] TJ ET") == ["12 ab cd"])
  }

  /// A face that a form uses and does not have is that of the stream which draws it.
  @Test func formsBorrowWhatTheyLack() throws {
    var page = ContentPage("/X Do", resources: "/XObject<</X 10 0 R>>")
    page.objects = [
      (
        "/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</Font<<>>>>",
        "BT /L 12 Tf 72 700 Td (form) Tj ET"
      )
    ]
    #expect(try page.read().dump == ["12 form"])
  }

  @Test func strokedTextIsBoldByTheWidthOfItsStroke() throws {
    let line = ContentPage.line("标题", 200, 700, size: 18)
    #expect(try dump("2 Tr 0.6 w " + line) == ["18+stroke 标题"])
    #expect(try dump("0.5 g 0.5 G 2 Tr 0.6 w " + line) == ["18+stroke#808080 标题"])
    #expect(try dump("0 g 1 0 0 RG 2 Tr 0.6 w " + line) == ["18 标题"], "an outline in another colour")
    #expect(try dump("2 Tr 0.05 w " + line) == ["18 标题"], "too thin to be seen")
    #expect(try dump("1 Tr 0.6 w " + line) == ["18 标题"], "an outline alone")
  }

  @Test func doubleStrikeCountsOnce() throws {
    let twice = ContentPage.line("天天向上", 200, 700) + ContentPage.line("天天向上", 200.4, 700)
    #expect(try dump(twice) == ["16+doubleStrike 天天向上"])
    let letters = (0..<4).map { index in
      let letter = ["天", "天", "向", "上"][index]
      let x = 200 + 16 * Double(index)
      return ContentPage.line(letter, x, 700) + ContentPage.line(letter, x + 0.3, 700.2)
    }.joined()
    #expect(try dump(letters) == ["16+doubleStrike 天天向上"])
    let same = ContentPage.line("天天", 200, 700) + ContentPage.line("天天", 200, 700)
    #expect(try dump(same) == ["16 天天"], "on the very same place nothing becomes bolder")
  }

  @Test func invisibleTextIsKeptApart() throws {
    let line = ContentPage.line("看不见", 100, 700)
    let seen = ContentPage.line("看得见", 100, 600)
    for hidden in ["3 Tr ", "1 g ", "/G gs "] {
      let page = ContentPage("q \(hidden)\(line) Q \(seen)", resources: "/ExtGState<</G<</ca 0>>>>")
      let document = try page.read()
      #expect(document.dump == ["16 看得见"], "\(hidden)")
      #expect(document.pages.first?.invisibleCharacters == 3)
      #expect(document.residue.hiddenText == ["看不见"])
    }
    let off = try ContentPage(ContentPage.line("页外", 700, 700) + seen).read()
    #expect(off.dump == ["16 看得见"])
  }

  @Test func whiteOnDarkIsSeen() throws {
    let page = "0 0 1 rg 90 690 200 40 re f 1 g " + ContentPage.line("白字", 100, 700)
    #expect(try dump(page) == ["16#FFFFFF 白字"])
  }

  @Test func actualTextStandsForGlyphs() throws {
    let content = "/Span <</ActualText <FEFF006600660069>>> BDC BT /L 12 Tf 72 700 Td (x) Tj ET EMC"
    #expect(try dump(content) == ["12 ffi"])
  }

  @Test func formsHaveResourcesOfTheirOwn() throws {
    var page = ContentPage("q 1 0 0 1 0 -100 cm /F Do Q", resources: "/XObject<</F 10 0 R>>")
    page.objects = [
      (
        "/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Matrix[2 0 0 2 0 0]/Resources<</Font<</L 6 0 R>>>>",
        "BT /L 8 Tf 50 400 Td \(ContentPage.han("表单")) Tj ET"
      )
    ]
    #expect(try page.read().dump == ["16 表单"])
  }

  @Test func aFormThatDrawsItselfEnds() throws {
    var page = ContentPage("/F Do", resources: "/XObject<</F 10 0 R>>")
    page.objects = [
      (
        "/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</XObject<</F 10 0 R>>>>",
        "/F Do /F Do"
      )
    ]
    let document = try page.read()
    #expect(document.notes.map(\.code) == ["W_PDF_STRUCTURE"])
  }

  @Test func brokenOperatorsAreReadPast() throws {
    let line = ContentPage.line("正文", 100, 700)
    #expect(try dump("Tf Td 1 Tm /X Do [ 1 TJ ) } >> foo Q Q Q \(line)") == ["16 正文"])
    #expect(try dump("BI /W 2 /H 2 /BPC 8 /CS /G ID \u{1}EI\u{2}\u{3} EI \(line)") == ["16 正文"])
  }
}
