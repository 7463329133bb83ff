/// Markup that places a picture or a shape.
enum Placement {
  private static let a = "http://schemas.openxmlformats.org/drawingml/2006/main"
  private static let pic = "http://schemas.openxmlformats.org/drawingml/2006/picture"
  private static let wp = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
  private static let wps = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
  private static let wpg = "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"
  private static let v = "urn:schemas-microsoft-com:vml"
  private static let o = "urn:schemas-microsoft-com:office:office"
  private static let w10 = "urn:schemas-microsoft-com:office:word"

  /// English metric units of a tenth of a millimetre.
  private static func emu(_ tenths: Int) -> Int { tenths * 3_600 }

  /// A picture in the line.
  /// - Parameter size: width and height in tenths of a millimetre.
  static func inline(_ id: String, _ size: (Int, Int), name: String = "图片 1") -> String {
    let extent = "cx=\"\(emu(size.0))\" cy=\"\(emu(size.1))\""
    return "<w:r><w:drawing><wp:inline xmlns:wp=\"\(wp)\" distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\">"
      + "<wp:extent \(extent)/><wp:docPr id=\"1\" name=\"\(name)\"/>"
      + graphic(picture(id, extent, name), pic) + "</wp:inline></w:drawing></w:r>"
  }

  /// A picture that floats.
  /// - Parameter from: the places to its left and above it, in tenths of a millimetre, with what they count from.
  static func floating(
    _ id: String, _ size: (Int, Int), from place: (x: Int, y: Int),
    of origins: (String, String) = (
      "column", "paragraph"
    ), behind: Bool = true, name: String = "图片 1"
  ) -> String {
    let extent = "cx=\"\(emu(size.0))\" cy=\"\(emu(size.1))\""
    return anchor(
      extent, place, origins, behind, name, graphic(picture(id, extent, name), pic))
  }

  /// A circle, a star and words on an arc, as one group.
  static func drawnSeal(from place: (x: Int, y: Int)) -> String {
    let extent = "cx=\"\(emu(420))\" cy=\"\(emu(420))\""
    func shape(_ geometry: String, _ left: Int, _ top: Int, _ size: Int, _ fill: String, _ text: String)
      -> String
    {
      "<wps:wsp><wps:cNvSpPr/><wps:spPr><a:xfrm><a:off x=\"\(left)\" y=\"\(top)\"/>"
        + "<a:ext cx=\"\(size)\" cy=\"\(size)\"/></a:xfrm><a:prstGeom prst=\"\(geometry)\"><a:avLst/></a:prstGeom>"
        + fill + "</wps:spPr>" + text + "</wps:wsp>"
    }
    let red = "<a:solidFill><a:srgbClr val=\"FF0000\"/></a:solidFill>"
    let plain = "<wps:bodyPr><a:prstTxWarp prst=\"textNoShape\"><a:avLst/></a:prstTxWarp></wps:bodyPr>"
    let arch =
      "<wps:txbx><w:txbxContent><w:p><w:r><w:rPr><w:color w:val=\"FF0000\"/></w:rPr>"
      + "<w:t>云岭县教育体育局</w:t></w:r></w:p></w:txbxContent></wps:txbx>"
      + "<wps:bodyPr><a:prstTxWarp prst=\"textArchUp\"><a:avLst/></a:prstTxWarp></wps:bodyPr>"
    // The group counts in thousandths of its size.
    let group =
      "<wpg:wgp xmlns:wpg=\"\(wpg)\" xmlns:wps=\"\(wps)\"><wpg:cNvGrpSpPr/><wpg:grpSpPr><a:xfrm>"
      + "<a:off x=\"0\" y=\"0\"/><a:ext \(extent)/><a:chOff x=\"0\" y=\"0\"/><a:chExt cx=\"1000\" cy=\"1000\"/>"
      + "</a:xfrm></wpg:grpSpPr>"
      + shape("ellipse", 0, 0, 1_000, "<a:noFill/><a:ln w=\"38100\">\(red)</a:ln>", plain)
      + shape("star5", 350, 350, 300, red, plain)
      + shape("rect", 100, 100, 800, "<a:noFill/><a:ln><a:noFill/></a:ln>", arch) + "</wpg:wgp>"
    return anchor(extent, place, ("column", "paragraph"), false, "组合 1", graphic(group, wpg))
  }

  /// A picture in VML, as WPS and old versions of Word place it.
  static func vml(_ id: String, millimetres: Int) -> String {
    // A point is 0.353 mm; tenths of it are near enough.
    let points = millimetres * 720 / 254
    let style =
      "position:absolute;margin-left:280pt;margin-top:-20pt;width:\(points)pt;height:\(points)pt;z-index:-1"
    return "<w:r><w:pict><v:shape xmlns:v=\"\(v)\" id=\"图片 1\" type=\"#_x0000_t75\" style=\"\(style)\">"
      + "<v:imagedata r:id=\"\(id)\" xmlns:o=\"\(o)\" o:title=\"\"/></v:shape></w:pict></w:r>"
  }

  /// An embedded object with its preview.
  static func object(_ id: String, millimetres: Int, program: String) -> String {
    let points = millimetres * 720 / 254
    return
      "<w:r><w:object><v:shape xmlns:v=\"\(v)\" id=\"对象 1\" style=\"width:\(points)pt;height:\(points)pt\">"
      + "<v:imagedata r:id=\"\(id)\"/></v:shape><o:OLEObject xmlns:o=\"\(o)\" Type=\"Embed\""
      + " ProgID=\"\(program)\" ShapeID=\"对象 1\" DrawAspect=\"Content\" ObjectID=\"_1\"/></w:object></w:r>"
  }

  /// The line on which Office signs (ECMA-376-4, 19.2.2.29).
  static let signatureLine =
    "<w:r><w:pict><v:shape xmlns:v=\"\(v)\" id=\"签名行 1\" style=\"width:192pt;height:96pt\">"
    + "<o:signatureline xmlns:o=\"\(o)\" v:ext=\"edit\" id=\"{00000000-0000-4000-8000-000000000001}\""
    + " issignatureline=\"t\"/></v:shape></w:pict></w:r>"

  private static func picture(_ id: String, _ extent: String, _ name: String) -> String {
    "<pic:pic xmlns:pic=\"\(pic)\"><pic:nvPicPr><pic:cNvPr id=\"1\" name=\"\(name)\"/><pic:cNvPicPr/></pic:nvPicPr>"
      + "<pic:blipFill><a:blip r:embed=\"\(id)\"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>"
      + "<pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext \(extent)/></a:xfrm>"
      + "<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>"
  }

  private static func graphic(_ content: String, _ uri: String) -> String {
    "<a:graphic xmlns:a=\"\(a)\"><a:graphicData uri=\"\(uri)\">\(content)</a:graphicData></a:graphic>"
  }

  private static func anchor(
    _ extent: String, _ place: (x: Int, y: Int), _ origins: (String, String), _ behind: Bool, _ name: String,
    _ graphic: String
  ) -> String {
    "<w:r><w:drawing><wp:anchor xmlns:wp=\"\(wp)\" distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\" simplePos=\"0\""
      + " relativeHeight=\"1\" behindDoc=\"\(behind ? 1 : 0)\" locked=\"0\" layoutInCell=\"1\" allowOverlap=\"1\">"
      + "<wp:simplePos x=\"0\" y=\"0\"/><wp:positionH relativeFrom=\"\(origins.0)\"><wp:posOffset>\(emu(place.x))"
      + "</wp:posOffset></wp:positionH><wp:positionV relativeFrom=\"\(origins.1)\"><wp:posOffset>\(emu(place.y))"
      + "</wp:posOffset></wp:positionV><wp:extent \(extent)/><wp:wrapNone/><wp:docPr id=\"1\" name=\"\(name)\"/>"
      + graphic + "</wp:anchor></w:drawing></w:r>"
  }
}
