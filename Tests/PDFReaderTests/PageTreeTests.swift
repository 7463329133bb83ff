import DocumentModel
import Testing

@testable import PDFReader

@Suite struct PageTreeTests {
  @Test func pagesInherit() throws {
    var file = TestPDF()
    file.object(1, "<</Type/Catalog/Pages 2 0 R>>")
    file.object(2, "<</Kids[3 0 R 6 0 R]/Count 2/MediaBox[0 0 100 200]/Rotate 90/Resources<</A 1>>>>")
    file.object(3, "<</Kids[4 0 R]/Count 1/Parent 2 0 R/CropBox[10 10 2000 90]>>")
    file.object(4, "<</Type/Page/Parent 3 0 R/UserUnit 2>>")
    file.object(6, "<</Type/Page/Parent 2 0 R/MediaBox[0 0 50 60]/Rotate -90/Resources<</B 1>>>>")
    file.finish()
    let pages = try file.open().pages
    #expect(pages.count == 2)
    #expect(pages[0].mediaBox == PDFRectangle(0, 0, 100, 200))
    #expect(pages[0].cropBox == PDFRectangle(10, 10, 100, 90))
    #expect(pages[0].rotation == 90)
    #expect(pages[0].resources["A"] != nil)
    #expect(pages[0].displaySize == (160, 180))
    #expect(pages[1].rotation == 270)
    #expect(pages[1].resources["A"] == nil)
    #expect(pages[1].displaySize == (60, 50))
  }

  @Test(arguments: [0, 90, 180, 270])
  func displayMatrixPutsTheCropBoxAtTheOrigin(_ rotation: Int) throws {
    var file = TestPDF.onePage("/CropBox[10 20 110 70]/Rotate \(rotation)")
    file.finish()
    let page = try file.open().pages[0]
    let shown = page.displayMatrix.bounds(of: page.cropBox)
    #expect(shown == PDFRectangle(0, 0, page.displaySize.width, page.displaySize.height))
    // The corner that is at the top left of the page before it is turned clockwise.
    let corner = page.displayMatrix.apply(10, 70)
    let expected: (Double, Double) =
      switch rotation {
      case 90: (50, 0)
      case 180: (100, 50)
      case 270: (0, 100)
      default: (0, 0)
      }
    #expect(corner == expected)
  }

  @Test func ringOfNodesEnds() throws {
    var file = TestPDF()
    file.object(1, "<</Type/Catalog/Pages 2 0 R>>")
    file.object(2, "<</Type/Pages/Kids[2 0 R 3 0 R 4 0 R]/Count 3>>")
    file.object(3, "<</Type/Pages/Kids[2 0 R]>>")
    file.object(4, "<</Type/Page>>")
    file.finish()
    let pdf = try file.open()
    #expect(pdf.pages.count == 1)
    #expect(pdf.noteCodes == ["W_PDF_STRUCTURE"])
  }

  @Test func pagesWithoutATreeAreCollected() throws {
    var file = TestPDF()
    file.object(1, "<</Type/Catalog>>")
    file.object(2, "<</Type/Page/Contents 3 0 R>>")
    file.stream(3, "found")
    file.finish()
    #expect(try file.open().text(ofPage: 0) == "found")
  }

  @Test(arguments: ["[0 0 0 0]", "[0 0 1e9 1e9]", "[0 0]", "(box)", "[0 0 1e400 3]", "[0 0 nan 5]"])
  func impossibleBoxesAreA4(_ box: String) throws {
    var file = TestPDF.onePage("/MediaBox\(box)")
    file.finish()
    let pdf = try file.open()
    #expect(pdf.pages[0].mediaBox == .a4)
    #expect(pdf.noteCodes == ["W_PAGE_SIZE"])
  }

  @Test func tooManyPagesAreRefused() throws {
    var other = TestPDF()
    other.object(1, "<</Type/Catalog/Pages 2 0 R>>")
    other.object(2, "<</Type/Pages/Kids[" + String(repeating: "3 0 R ", count: 20) + "]>>")
    other.object(3, "<</Type/Page>>")
    other.finish()
    var limits = ReadLimits()
    limits.pages = 19
    #expect(throws: ReadError.self) { try PDFFile(other.bytes, limits: limits) }
    limits.pages = 20
    #expect(try PDFFile(other.bytes, limits: limits).pages.count == 20)
  }
}
