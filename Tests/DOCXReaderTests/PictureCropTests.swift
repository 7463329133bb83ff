import DOCXReader
import DocumentModel
import Testing

/// What is cut off pictures, by both vocabularies.
@Suite struct PictureCropTests {
  private func share(ofDrawing crop: String) throws -> Double? {
    let body =
      "<w:p><w:r><w:drawing><wp:inline><wp:extent cx=\"9\" cy=\"9\"/><a:graphic><a:graphicData><pic:pic>"
      + "<pic:blipFill><a:blip r:embed=\"r9\"/>\(crop)</pic:blipFill></pic:pic></a:graphicData></a:graphic>"
      + "</wp:inline></w:drawing></w:r></w:p>"
    return try #require(try TestPackage(body: body).read().figures.first).hiddenShare
  }

  private func share(ofShape attributes: String) throws -> Double? {
    let body =
      "<w:p><w:r><w:pict><v:shape style=\"width:9pt;height:9pt\"><v:imagedata r:id=\"r9\" \(attributes)/>"
      + "</v:shape></w:pict></w:r></w:p>"
    return try #require(try TestPackage(body: body).read().figures.first).hiddenShare
  }

  @Test(arguments: [
    ("<a:srcRect l=\"10000\" b=\"25000\"/>", 0.325), ("<a:srcRect r=\"50%\"/>", 0.5),
    ("<a:srcRect l=\"60000\" r=\"60000\"/>", 1),
  ])
  func drawings(_ crop: String, _ share: Double) throws {
    #expect(abs(try #require(try self.share(ofDrawing: crop)) - share) < 1e-9)
  }

  /// Nothing is hidden by an empty rectangle, by a margin, or by what is no number.
  @Test(arguments: [
    "", "<a:srcRect/>", "<a:srcRect l=\"-20000\"/>", "<a:srcRect l=\"\" t=\"x\" r=\"nan\" b=\"1e999\"/>",
  ])
  func nothingHidden(_ crop: String) throws { #expect(try share(ofDrawing: crop) == nil) }

  @Test func shapes() throws {
    #expect(abs(try #require(try share(ofShape: "croptop=\"32768f\"")) - 0.5) < 1e-9)
    #expect(abs(try #require(try share(ofShape: "cropleft=\".25\" cropright=\"16384f\"")) - 0.5) < 1e-9)
    #expect(try share(ofShape: "croptop=\"f\" cropbottom=\"%\"") == nil)
  }
}
