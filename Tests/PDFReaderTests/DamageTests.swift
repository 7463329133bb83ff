import DocumentModel
import Testing

@testable import PDFReader

/// What is lost is told from what was never there.
@Suite struct DamageTests {
  /// Two pages of two lines; page 2 has a form as well.
  private static let whole: [UInt8] = {
    var second = ContentPage(
      ContentPage.line("第二页的正文在这里。", 90, 700) + "/F Do\n", resources: "/XObject<</F 10 0 R>>")
    second.objects = [(entries: "/Subtype/Form/BBox[0 0 500 500]", data: "q Q")]
    return ContentPage.file([ContentPage(ContentPage.line("第一页的正文在这里。", 90, 700)), second])
  }()

  /// The file with one text put for another of the same length.
  private func read(_ old: String, _ new: String) throws -> Document {
    let (old, new) = (Array(old.utf8), Array(new.utf8))
    #expect(old.count == new.count)
    var bytes = Self.whole
    let place = try #require(bytes.indices.first { bytes[$0...].starts(with: old) })
    bytes.replaceSubrange(place..<(place + old.count), with: new)
    return try PDFReader().read(bytes)
  }

  private func lost(_ document: Document) -> [Int] {
    document.pages.indices.filter { document.pages[$0].isIncomplete }.map { $0 + 1 }
  }

  @Test func aWholeFileHasLostNothing() throws {
    let document = try PDFReader().read(Self.whole)
    #expect(lost(document).isEmpty && !document.isIncomplete && document.notes.isEmpty)
  }

  @Test(arguments: [
    ("/Contents 101 0 R", "/Contents 801 0 R", [1]),
    ("/Contents 103 0 R", "/Contents[901 0 R", [2]),
    ("10 0 obj", "18 0 obj", [2]),
    ("/F 10 0 R", "/F 19 0 R", [2]),
    ("6 0 obj", "8 0 obj", [1, 2]),
    ("7 0 obj", "8 0 obj", [1, 2]),
  ])
  func whatAPageNeedsAndLacks(_ old: String, _ new: String, _ pages: [Int]) throws {
    let document = try read(old, new)
    #expect(lost(document) == pages)
    #expect(document.notes.first?.code == "W_PDF_LOST")
  }

  /// Some producers write `0 0 R` for nothing.
  @Test func objectZeroIsNothing() throws {
    let document = try read("/F 10 0 R", "/F 0  0 R")
    #expect(lost(document) == [] && document.notes.isEmpty)
  }

  @Test func aMissingPageIsOfNoNumber() throws {
    let document = try read("102 0 obj", "802 0 obj")
    #expect(document.pages.count == 1 && document.isIncomplete && lost(document).isEmpty)
    #expect(document.notes.first?.code == "W_PDF_LOST")
  }

  /// Without its table a file is whole where every object that is named is there.
  @Test func whatIsNamedAndNotThereIsLost() throws {
    var file = TestPDF.onePage("/Annots[8 0 R]", catalog: "/Names 9 0 R")
    file.object(8, "<</Subtype/Link>>")
    #expect(try PDFReader().read(file.bytes).isIncomplete)
    file.object(9, "<<>>")
    let whole = try PDFReader().read(file.bytes)
    #expect(whole.notes.map(\.code) == ["W_PDF_XREF_REBUILT"] && !whole.isIncomplete)
    file.write("10 0 obj\n<</Length 90>>\nstream\ncut off")
    #expect(try PDFReader().read(file.bytes).isIncomplete)
  }

  @Test func contentsThatAreNamedTooOftenAreRefused() throws {
    var file = TestPDF()
    file.object(1, "<</Type/Catalog/Pages 2 0 R>>")
    file.object(2, "<</Type/Pages/Kids[3 0 R]/Count 1>>")
    file.object(3, "<</Type/Page/Contents[\(String(repeating: "4 0 R ", count: 30))]>>")
    file.stream(4, String(repeating: "q Q ", count: 10))
    file.finish()
    var limits = ReadLimits()
    limits.partBytes = 1000
    let error = #expect(throws: ReadError.self) { try PDFReader(limits: limits).read(file.bytes) }
    #expect(error?.code == .limit)
  }

  @Test func pagesThatNoTreeHoldsMayNotBeAll() throws {
    let document = try read("/Type/Catalog/Pages 2 0 R", "/Type/Catalog/Pages 8 0 R")
    #expect(document.pages.count == 2 && document.isIncomplete)
  }

  /// One page whose content is given.
  private func page(
    _ data: [UInt8], _ entries: String = "", length: String? = nil, font: String = ""
  ) throws -> Document {
    var file = TestPDF()
    file.object(1, "<</Type/Catalog/Pages 2 0 R>>")
    file.object(2, "<</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[0 0 595 842]>>")
    file.object(3, "<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</Font<</L 5 0 R>>>>>>")
    file.stream(4, data, entries, length: length)
    file.object(5, "<</Type/Font/Subtype/TrueType/BaseFont/Arial/Encoding/WinAnsiEncoding\(font)>>")
    file.stream(6, "no map", "/Filter/FlateDecode")
    file.finish()
    return try PDFReader().read(file.bytes)
  }

  private static let text = "BT /L 12 Tf 1 0 0 1 72 700 Tm (All of it is here.) Tj ET\n"

  @Test func contentThatBreaksOff() throws {
    let plain = Array(Self.text.utf8)
    let packed = Stored.zlib(plain)
    #expect(lost(try page(packed, "/Filter/FlateDecode")) == [])
    #expect(lost(try page(packed, "/Filter/FlateDecode", length: "900")) == [])
    #expect(lost(try page(packed.dropLast(30), "/Filter/FlateDecode")) == [1])
    #expect(lost(try page(packed.dropLast() + [9], "/Filter/FlateDecode")) == [1])
    #expect(lost(try page(plain)) == [])
    #expect(lost(try page(plain, length: "30")) == [])
    #expect(lost(try page(plain, length: "900")) == [1])
    #expect(lost(try page(plain + [UInt8](repeating: 0, count: 600) + plain)) == [1])
    #expect(lost(try page(plain, "/Filter/Unknown")) == [1])
    #expect(lost(try page([], "/Filter/FlateDecode")) == [])
    #expect(lost(try page([], "/Filter/FlateDecode", length: "900")) == [1])
  }

  @Test func fontsThatCannotBeRead() throws {
    let plain = Array(Self.text.utf8)
    #expect(lost(try page(plain, font: "/ToUnicode 6 0 R")) == [1])
    #expect(lost(try page(plain, font: "/FontDescriptor 9 0 R")) == [1])
    #expect(lost(try page(Array("BT /M 12 Tf (lost) Tj ET".utf8))) == [1])
    #expect(lost(try page(Array("BT () Tj ET".utf8))) == [])
  }
}
