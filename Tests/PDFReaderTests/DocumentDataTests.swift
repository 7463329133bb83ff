import DocumentModel
import Testing

@testable import PDFReader

@Suite struct DocumentDataTests {
  private func file(catalog: String = "", page: String = "", _ objects: [(Int, String)] = []) throws
    -> PDFFile
  {
    var file = TestPDF.onePage(page, catalog: catalog)
    for (number, body) in objects { file.object(number, body) }
    file.finish("/Root 1 0 R/Info 20 0 R")
    return try file.open()
  }

  @Test func infoComesBeforeXMP() throws {
    var file = TestPDF.onePage(catalog: "/Metadata 21 0 R")
    file.object(
      20,
      "<</Title<FEFF5BC66587>/Author()/Producer(WPS)/CreationDate(D:20240102030405+08'00')/ModDate(D:2024)>>")
    file.stream(
      21,
      """
      <rdf:Description xmp:CreatorTool="Word &amp; more"><dc:title><rdf:Alt><rdf:li>no</rdf:li></rdf:Alt></dc:title>
      <dc:creator><rdf:Seq><rdf:li>张三</rdf:li><rdf:li>x</rdf:li></rdf:Seq></dc:creator></rdf:Description>
      """, "/Type/Metadata")
    file.finish("/Root 1 0 R/Info 20 0 R")
    let metadata = try file.open().metadata
    #expect(metadata.title == "密文")
    #expect(metadata.creator == "张三")
    #expect(metadata.application == "Word & more")
    #expect(metadata.custom["Producer"] == "WPS")
    #expect(metadata.created == "2024-01-02T03:04:05+08:00")
    #expect(metadata.modified == "2024")
  }

  @Test func textStrings() {
    #expect(TextString.decode([0xFE, 0xFF, 0x4E, 0x2D]) == "中")
    #expect(TextString.decode([0xFF, 0xFE, 0x2D, 0x4E]) == "中")
    #expect(TextString.decode(Array("中".utf8)) == "中")
    #expect(TextString.decode([0x41, 0x85, 0xE9]) == "A–é")
    #expect(TextString.decode([0xFE, 0xFF, 0, 0x1B, 0, 0x7A, 0, 0x68, 0, 0x1B, 0, 0x41]) == "A")
    #expect(TextString.date(Array("yesterday".utf8)) == "yesterday")
  }

  @Test func actionsAndFilesAreCounted() throws {
    let pdf = try file(
      catalog:
        "/OpenAction 10 0 R/Names<</JavaScript<</Names[(a) 11 0 R]>>/EmbeddedFiles<</Kids[12 0 R 12 0 R]>>>>",
      page: "/AA<</O<</S/Launch>>>>/Annots[13 0 R 14 0 R]",
      [
        (10, "<</S/JavaScript/Next[10 0 R<</S/SubmitForm>>]>>"), (11, "<</S/JavaScript/JS(x)>>"),
        (12, "<</Names[(b)<</UF(secret.xls)/EF<<>>>>(c)<</F(no)>>]>>"),
        (13, "<</Subtype/Link/A<</S/URI>>>>"), (14, "<</Subtype/Text/T(Li)>>"),
      ])
    let residue = pdf.residue
    #expect(residue.scripts == 2)
    #expect(residue.launchActions == 2)
    #expect(residue.embeddedParts == ["secret.xls"])
    #expect(residue.comments == 1)
    #expect(residue.authors == ["Li"])
  }

  @Test func bookmarksLeadToPages() throws {
    let pdf = try file(
      catalog: "/Outlines<</First 10 0 R>>/Dests<</old[3 0 R/Fit]>>/Names<</Dests<</Names[(new)22 0 R]>>>>",
      [
        (10, "<</Title<FEFF4E00>/Dest[3 0 R/XYZ 0 0 0]/First 11 0 R/Next 12 0 R>>"),
        (11, "<</Title(a)/A<</S/GoTo/D(new)>>>>"), (12, "<</Title(b)/Dest/old/Next 13 0 R>>"),
        (13, "<</Title(c)/A<</S/URI/URI(http://a)>>/Next 14 0 R>>"), (14, "<</Title(d)/Dest(none)>>"),
        (22, "<</D[3 0 R/Fit]>>"),
      ])
    #expect(
      pdf.bookmarks == [
        Bookmark(title: "一", page: 1), Bookmark(title: "a", level: 2, page: 1), Bookmark(title: "b", page: 1),
        Bookmark(title: "c"), Bookmark(title: "d"),
      ])
  }

  @Test func outlinesThatRunInARingEnd() throws {
    let pdf = try file(
      catalog: "/Outlines<</First 10 0 R>>",
      [(10, "<</Next 11 0 R/First 12 0 R>>"), (11, "<</Next 10 0 R>>"), (12, "<</A<</S/Launch>>>>")])
    #expect(pdf.bookmarks.map(\.level) == [1, 2, 1])
    #expect(pdf.residue.launchActions == 1)
    #expect(pdf.noteCodes == ["W_PDF_STRUCTURE"])
  }

  @Test func signaturesAreVisibleWhenTheyPaint() throws {
    var file = TestPDF.onePage(
      "/Annots[10 0 R 11 0 R 12 0 R]", catalog: "/AcroForm<</Fields[13 0 R 14 0 R]>>")
    file.object(
      10,
      "<</Subtype/Widget/Rect[100 700 200 800]/FT/Sig/T(one)/V<</SubFilter/x/Contents(s)>>/AP<</N 15 0 R>>>>")
    file.object(11, "<</Subtype/Widget/Rect[0 0 9 9]/Parent 13 0 R/AP<</N 16 0 R>>>>")
    file.object(12, "<</Subtype/Widget/Rect[0 0 9 9]/FT/Tx/T(text)>>")
    file.object(13, "<</FT/Sig/T(two)/Kids[11 0 R]>>")
    file.object(14, "<</FT/Sig/T(three)>>")
    file.stream(15, "q /I Do Q", "/BBox[0 0 9 9]/Resources<</XObject<</I 17 0 R>>>>")
    file.stream(16, "% DSBlank\nq Q", "/BBox[0 0 9 9]")
    file.stream(17, "x", "/Subtype/Image")
    file.finish()
    let signatures = try file.open().signatures
    #expect(signatures.map(\.name) == ["one", "two", "three"])
    #expect(signatures.map(\.isVisible) == [true, false, false])
    #expect(signatures.map(\.isSigned) == [true, false, false])
    #expect(signatures[0].method == "x")
    #expect(signatures[0].box == Box(left: 100, top: 42, width: 100, height: 100))
    #expect(signatures[2].page == nil)
  }

  @Test func appearancesAreFittedIntoTheirRectangle() throws {
    var file = TestPDF.onePage("/Annots[10 0 R 11 0 R]")
    file.object(10, "<</Subtype/KGSeal/Rect[100 100 200 300]/F 4/AP<</N 12 0 R>>>>")
    file.object(11, "<</Subtype/Widget/Rect[0 0 1 1]/F 2/AS/Off/AP<</N<</On 12 0 R/Off 13 0 R>>>>>>")
    file.stream(12, "f", "/BBox[0 0 10 20]/Matrix[0 1 -1 0 0 0]")
    file.stream(13, "f", "/BBox[0 0 1 1]")
    file.finish()
    let pdf = try file.open()
    let annotations = pdf.annotations(of: pdf.pages[0])
    #expect(annotations[0].subtype == "KGSeal")
    #expect(annotations[0].matrix.bounds(of: annotations[0].boundingBox) == annotations[0].rectangle)
    #expect(annotations[0].isShown && annotations[0].isPrinted)
    #expect(annotations[1].appearance?.id == ObjectID(13))
    #expect(!annotations[1].isShown)
  }

  @Test func layers() throws {
    let pdf = try file(
      catalog: "/OCProperties<</OCGs[10 0 R 11 0 R]/D<</OFF[11 0 R]>>>>",
      [
        (10, "<</Type/OCG>>"), (11, "<</Type/OCG>>"), (12, "<</Type/OCMD/OCGs[10 0 R 11 0 R]>>"),
        (13, "<</Type/OCMD/OCGs[10 0 R 11 0 R]/P/AllOn>>"), (14, "<</Type/OCMD/VE[/Not 10 0 R]>>"),
        (15, "<</Type/OCMD/VE[/Or[/Not 10 0 R][/And 10 0 R[/Not 11 0 R]]]>>"),
      ])
    let shown = (10...15).map { pdf.isShown(optionalContent: .reference(ObjectID($0))) }
    #expect(shown == [true, false, true, false, false, true])
    #expect(pdf.isShown(optionalContent: nil))
  }

  @Test func structureIsReadInOrder() throws {
    let pdf = try file(
      catalog: "/MarkInfo<</Marked true>>/StructTreeRoot<</K 10 0 R/RoleMap<</Titel/H1/Loop/Loop>>>>",
      [
        (10, "<</S/Document/K[11 0 R 12 0 R 10 0 R]>>"), (11, "<</S/Titel/Pg 3 0 R/K[1 0]/ActualText(T)>>"),
        (12, "<</S/Loop/K<</Type/MCR/Pg 3 0 R/MCID 7/Stm 9 0 R>>>>"),
      ])
    let tree = try #require(pdf.structureTree)
    #expect(tree.isTagged)
    #expect(tree.elements.map(\.type) == ["Document", "H1", "Loop"])
    #expect(tree.items.map(\.mcid) == [1, 0, 7])
    #expect(tree.items.map(\.element) == [1, 1, 2])
    #expect(tree.items[2].stream == ObjectID(9))
    #expect(tree.elements[1].actualText == Array("T".utf8))
  }
}
