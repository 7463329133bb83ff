import DocumentModel
import Testing

@testable import PDFReader

@Suite struct CrossReferenceTests {
  @Test func plainFile() throws {
    var file = TestPDF.onePage()
    file.finish()
    let pdf = try file.open()
    #expect(pdf.pages.count == 1)
    #expect(try pdf.text(ofPage: 0) == "q Q")
    #expect(pdf.notes.isEmpty)
  }

  @Test func headerBehindOtherBytes() throws {
    // Offsets count from the start of the file, or from the header: both are met.
    for shift in [0, -20] {
      var file = TestPDF.onePage(header: String(repeating: "x", count: 20) + "%PDF-1.4\n")
      file.finish(shift: shift)
      let pdf = try file.open()
      #expect(try pdf.text(ofPage: 0) == "q Q")
      #expect(pdf.noteCodes.isEmpty == true)
    }
  }

  @Test func noHeaderIsNoPDF() {
    #expect(throws: ReadError(.type, detail: "no PDF header")) { try PDFFile(Array("hello".utf8)) }
  }

  /// The beginning is lost in transfer: what is left says what it is.
  @Test func aLostBeginningIsReadPast() throws {
    var file = TestPDF.onePage(header: "\u{1}\u{2}")
    file.finish()
    let pdf = try file.open()
    #expect(try pdf.text(ofPage: 0) == "q Q")
    #expect(pdf.noteCodes.contains("W_PDF_STRUCTURE"))
    let about = "An object ends with endobj, another with endobj; its kind is /Type."
    #expect(!PDFReader.resembles(Array(about.utf8)))
    #expect(PDFReader.resembles(file.bytes) && !PDFReader.resembles([]))
  }

  @Test(arguments: [0, 5, 100_000, -1])
  func wrongStartOffsetRebuilds(_ offset: Int) throws {
    var file = TestPDF.onePage()
    file.finish(startOffset: offset)
    let pdf = try file.open()
    #expect(try pdf.text(ofPage: 0) == "q Q")
    #expect(pdf.noteCodes == ["W_PDF_XREF_REBUILT"])
  }

  @Test func wrongOffsetsRebuild() throws {
    var file = TestPDF.onePage()
    file.finish(shift: 7)
    let pdf = try file.open()
    #expect(try pdf.text(ofPage: 0) == "q Q")
    #expect(pdf.noteCodes == ["W_PDF_XREF_REBUILT"])
  }

  @Test func noTableAtAllRebuilds() throws {
    var file = TestPDF.onePage()
    file.write("trailer<</Root 1 0 R/Info 9 0 R>>")
    let pdf = try file.open()
    #expect(pdf.pages.count == 1)
    #expect(pdf.trailer["Info"] != nil)
    let withoutTrailer = TestPDF.onePage()
    #expect(try withoutTrailer.open().pages.count == 1)
  }

  @Test func updatesReplaceObjects() throws {
    var file = TestPDF.onePage()
    file.finish()
    let first = file.lastTable
    file.beginUpdate()
    file.stream(4, "new")
    file.finish("/Root 1 0 R/Prev \(first)")
    let pdf = try file.open()
    #expect(try pdf.text(ofPage: 0) == "new")
    #expect(pdf.notes.isEmpty)
  }

  @Test func ringOfSectionsEnds() throws {
    var file = TestPDF.onePage()
    file.finish("/Root 1 0 R/Prev \(file.bytes.count)")
    let pdf = try file.open()
    #expect(pdf.pages.count == 1)
    #expect(pdf.noteCodes == ["W_PDF_STRUCTURE"])
  }

  @Test(arguments: ["1", "9999", "-3", "4 0 R", "null"])
  func wrongStreamLength(_ length: String) throws {
    var file = TestPDF()
    file.object(1, "<</Type/Catalog/Pages 2 0 R>>")
    file.object(2, "<</Type/Pages/Kids[3 0 R]/Count 1>>")
    file.object(3, "<</Type/Page/Contents 4 0 R>>")
    file.stream(4, "some content", length: length)
    file.finish()
    #expect(try file.open().text(ofPage: 0) == "some content")
  }

  /// A cross-reference stream over an object stream (ISO 32000-1, 7.5.7 and 7.5.8).
  private func compressedFile(withTable: Bool) -> TestPDF {
    var file = TestPDF()
    let objects = [
      (1, "<</Type/Catalog/Pages 2 0 R>>"), (2, "<</Type/Pages/Kids[3 0 R]/Count 1>>"),
      (3, "<</Type/Page/Contents 4 0 R>>"),
    ]
    var head = ""
    var body = ""
    for (number, text) in objects {
      head += "\(number) \(body.utf8.count) "
      body += text + " "
    }
    file.stream(5, head + body, "/Type/ObjStm/N 3/First \(head.utf8.count)")
    file.stream(4, "compressed")
    let place = file.bytes.count
    var rows: [UInt8] = [0, 0, 0, 0]
    for index in 0..<3 { rows += [2, 0, 5, UInt8(index)] }
    for number in [4, 5, 6] {
      let offset = number == 6 ? place : file.offset(of: number)
      rows += [1, UInt8(offset >> 8), UInt8(offset & 255), 0]
    }
    file.stream(6, rows, "/Type/XRef/W[1 2 1]/Size 7/Root 1 0 R")
    if withTable { file.write("startxref\n\(place)\n%%EOF") }
    return file
  }

  @Test func compressedObjects() throws {
    let pdf = try compressedFile(withTable: true).open()
    #expect(try pdf.text(ofPage: 0) == "compressed")
    #expect(pdf.notes.isEmpty)
  }

  @Test func compressedObjectsAreFoundByScanning() throws {
    let pdf = try compressedFile(withTable: false).open()
    #expect(try pdf.text(ofPage: 0) == "compressed")
    #expect(pdf.noteCodes == ["W_PDF_XREF_REBUILT"])
  }

  @Test func referencesThatRunInARingAreNull() throws {
    var file = TestPDF.onePage("/A 7 0 R")
    file.object(7, "8 0 R")
    file.object(8, "7 0 R")
    file.finish()
    let pdf = try file.open()
    #expect(pdf.resolve(pdf.pages[0].dictionary["A"]).isNull)
  }

  @Test func cutOffFileHasNoPage() {
    var file = TestPDF.onePage()
    file.finish()
    let cut = Array(file.bytes.prefix(150))
    #expect(throws: ReadError.self) { try PDFFile(cut) }
  }
}
