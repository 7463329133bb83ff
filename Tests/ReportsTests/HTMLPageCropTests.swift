import DocumentModel
import Findings
import Testing

@testable import Reports

@Suite struct HTMLPageCropTests {
  private func page(_ crop: PageCrop?, lacks: PagePictureGap? = nil) -> String {
    var publication = Samples.notice()
    publication.findings[0].crop = crop
    publication.pagePictureGap = lacks
    var reporter = HTMLReporter()
    return reporter.render(Samples.report([publication]))
  }

  private let crop = PageCrop(
    mediaType: "image/png", bytes: [0x89, 0x50, 0x4E, 0x47], page: 3,
    region: Box(left: 0, top: 100, width: 400, height: 100),
    marks: [Box(left: 102, top: 122, width: 196, height: 16)])

  @Test func showsThePictureWithItsMark() {
    let html = page(crop)
    #expect(html.contains("src=\"data:image/png;base64,iVBORw==\""))
    #expect(html.contains("alt=\"第3页\""))
    // Two points wider than the place on each side.
    #expect(html.contains("left:25%;top:20%;width:50%;height:20%"))
    #expect(!html.contains("poppler"))
  }

  /// Text that runs down the page is turned upright, and its marks with it.
  @Test func turnsWhatIsSetAcross() {
    var turned = crop
    turned.textRotation = 90
    let html = page(turned)
    #expect(html.contains("<div class=\"crop turned\" style=\"width:133px;aspect-ratio:133/533\">"))
    #expect(html.contains("<div class=\"turn90\" style=\"width:400%\"><img"))
    turned.textRotation = 180
    #expect(page(turned).contains("<div class=\"crop turn180\"><img"))
    #expect(page(crop).contains("<div class=\"crop\"><img"))
  }

  @Test func nothingButPicturesGetsIn() {
    var odd = crop
    odd.mediaType = "image/svg+xml\" onload=\"x"
    #expect(!page(odd).contains("onload"))
    #expect(!page(nil).contains("<img"))
  }

  @Test func saysThatPicturesAreMissing() {
    #expect(page(nil, lacks: .program).contains("没有安装 poppler-utils"))
    #expect(page(nil, lacks: .characters).contains("没有安装 poppler-data"))
  }

  @Test func base64() {
    for (text, expected) in [
      ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foobar", "Zm9vYmFy"),
    ] {
      #expect(Base64.text(of: Array(text.utf8)) == expected)
    }
  }
}
