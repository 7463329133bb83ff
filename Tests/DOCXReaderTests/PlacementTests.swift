import DocumentModel
import Testing

@testable import DOCXReader

/// Where pictures, shapes and objects stand, as rules about seals need it.
@Suite struct PlacementTests {
  private func figures(_ content: String) throws -> [Figure] {
    try TestPackage(body: "<w:p><w:r>\(content)</w:r></w:p>", namespaces: Self.namespaces).read().figures
  }

  private static let namespaces =
    TestPackage.main
    + " xmlns:wpg=\"http://schemas.microsoft.com/office/word/2010/wordprocessingGroup\""

  private func group(_ inner: String, child: Int = 1_000) -> String {
    "<w:drawing><wp:anchor behindDoc=\"1\"><wp:extent cx=\"1512000\" cy=\"1512000\"/><a:graphic><a:graphicData>"
      + "<wpg:wgp><wpg:grpSpPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"1512000\" cy=\"1512000\"/>"
      + "<a:chOff x=\"0\" y=\"0\"/><a:chExt cx=\"\(child)\" cy=\"\(child)\"/></a:xfrm></wpg:grpSpPr>\(inner)"
      + "</wpg:wgp></a:graphicData></a:graphic></wp:anchor></w:drawing>"
  }

  private func shape(_ geometry: String, _ size: Int, _ rest: String = "") -> String {
    "<wps:wsp><wps:spPr><a:xfrm><a:ext cx=\"\(size)\" cy=\"\(size)\"/></a:xfrm><a:prstGeom prst=\"\(geometry)\"/>"
      + "\(rest)</wps:spPr></wps:wsp>"
  }

  @Test func membersAreMeasuredOnThePage() throws {
    let red = "<a:ln><a:solidFill><a:srgbClr val=\"FF0000\"/></a:solidFill></a:ln>"
    let figures = try figures(group(shape("ellipse", 1_000, red) + shape("star5", 250)))
    #expect(figures.map(\.kind) == [.group, .shape, .shape])
    #expect(figures.map(\.group) == [nil, 0, 0])
    #expect(figures[1].geometry == "ellipse" && figures[1].lineColor == Color(rgb: 0xFF0000))
    #expect(abs((figures[1].width?.millimetres ?? 0) - 42) < 0.01)
    #expect(abs((figures[2].width?.millimetres ?? 0) - 10.5) < 0.01)
    #expect(figures[2].anchor == .floating && figures[2].isBehindText)
  }

  @Test func groupsInGroupsAreScaledTwice() throws {
    let inner =
      "<wpg:grpSp><wpg:grpSpPr><a:xfrm><a:ext cx=\"500\" cy=\"500\"/><a:chExt cx=\"100\" cy=\"100\"/></a:xfrm>"
      + "</wpg:grpSpPr>\(shape("ellipse", 100))</wpg:grpSp>" + shape("star5", 500)
    let figures = try figures(group(inner))
    #expect(abs((figures[1].width?.millimetres ?? 0) - 21) < 0.01)
    #expect(abs((figures[2].width?.millimetres ?? 0) - 21) < 0.01)
  }

  @Test func emptyGroupsDoNotDivide() throws {
    let figures = try figures(group(shape("ellipse", 1_000), child: 0))
    #expect(figures.count == 2)
  }

  @Test func onlyBentWordArtIsWarped() throws {
    func warp(_ preset: String) -> String {
      "<w:drawing><wp:inline><a:graphic><a:graphicData><wps:wsp><wps:bodyPr><a:prstTxWarp prst=\"\(preset)\"/>"
        + "</wps:bodyPr></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing>"
    }
    #expect(try figures(warp("textNoShape")).map(\.textWarp) == [nil])
    #expect(try figures(warp("textArchUp")).map(\.textWarp) == ["textArchUp"])
  }

  @Test func whiteMadeTransparentIsNoted() throws {
    let picture =
      "<w:drawing><wp:inline><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed=\"x\"><a:clrChange>"
      + "<a:clrFrom><a:srgbClr val=\"FFFFFF\"/></a:clrFrom></a:clrChange></a:blip></pic:blipFill></pic:pic>"
      + "</a:graphicData></a:graphic></wp:inline></w:drawing>"
    #expect(try figures(picture).map(\.hasClearedColor) == [true])
  }

  /// `a14:imgProps` holds what Word did to a picture: only one of its effects takes the paper away.
  @Test func aBackgroundTakenAwayIsNoted() throws {
    func picture(_ effect: String) -> String {
      "<w:drawing><wp:inline><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed=\"x\"><a:extLst>"
        + "<a:ext uri=\"{BEBA8EAE-BF5A-486C-A8C5-ECC9F3942E4B}\">"
        + "<a14:imgProps xmlns:a14=\"http://schemas.microsoft.com/office/drawing/2010/main\"><a14:imgLayer>"
        + "<a14:imgEffect>\(effect)</a14:imgEffect></a14:imgLayer></a14:imgProps></a:ext></a:extLst></a:blip>"
        + "</pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>"
    }
    let removed = "<a14:backgroundRemoval t=\"0\" b=\"100000\" l=\"0\" r=\"100000\"/>"
    #expect(try figures(picture(removed)).map(\.hasClearedColor) == [true])
    #expect(try figures(picture("<a14:saturation sat=\"0\"/>")).map(\.hasClearedColor) == [false])
  }

  @Test func vmlGroupsHaveMembers() throws {
    let group =
      "<w:pict><v:group style=\"position:absolute;width:120pt;height:120pt;z-index:-1\" coordsize=\"2400,2400\">"
      + "<v:oval style=\"position:absolute;width:2400;height:2400\" strokecolor=\"red\"/>"
      + "<v:shape type=\"#_x0000_t12\" style=\"width:600;height:600\"/>"
      + "<v:shape type=\"#_x0000_t144\" style=\"width:2000;height:2000\"><v:textpath string=\"某\"/></v:shape>"
      + "</v:group></w:pict>"
    let figures = try figures(group)
    #expect(figures.map(\.kind) == [.group, .shape, .shape, .shape])
    #expect(figures.map(\.geometry) == [nil, "ellipse", "star5", nil])
    #expect(figures[3].textWarp == "textArchUp")
    #expect(figures[1].width == .pt(120) && figures[2].width == .pt(30))
    #expect(figures[1].isBehindText && figures[1].anchor == .floating && figures[1].group == 0)
  }

  @Test func controlsHaveAClass() throws {
    var package = TestPackage(body: "<w:p><w:r><w:object><w:control r:id=\"c\"/></w:object></w:r></w:p>")
    package.parts.append(
      (
        "word/activeX/activeX1.xml",
        "<ax:ocx xmlns:ax=\"http://schemas.microsoft.com/office/2006/activeX\" ax:classid=\"{DEAD}\"/>"
      ))
    package.relate("c", "control", "activeX/activeX1.xml")
    let figures = try package.read().figures
    #expect(figures.map(\.kind) == [.activeX] && figures.map(\.classID) == ["{DEAD}"])
  }

  @Test func longBase64IsNoted() throws {
    var package = TestPackage(body: "<w:p/>")
    package.parts.append(("customXml/item1.xml", "<a>\(String(repeating: "QUJD", count: 3_000))</a>"))
    package.parts.append(("customXml/item2.xml", "<a>\(String(repeating: "一 ", count: 6_000))</a>"))
    #expect(try package.read().residue.encodedParts == ["customXml/item1.xml"])
  }
}
