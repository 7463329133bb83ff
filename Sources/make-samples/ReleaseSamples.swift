/// What is left in a file, and text that is a picture.
enum ReleaseSamples {
  static let all = [
    // Properties and settings as programs write them.
    Sample("twin-clean-pass-a", .styled) { $0.creator = "Administrator" },
    // Words put in and taken out, which are neither accepted nor rejected.
    Sample("twin-clean-fail-a", .direct) {
      $0.lines[0].spans.append(Span(.markup(inserted)))
      $0.lines[2].spans.append(Span(.markup(deleted)))
    },
    Sample("twin-clean-review-a", .themed) { $0.creator = "张三" },

    // A picture of which a third was cut off, and one that lost a hair of its edge.
    Sample("twin-clean-review-b", .direct) {
      $0.picture = bitmap
      $0.lines.append(.init([Span(.markup(drawing(crop: "l=\"10000\" b=\"25000\"")))]))
    },
    Sample("twin-clean-pass-b", .themed) {
      $0.picture = bitmap
      $0.lines.append(.init([Span(.markup(drawing(crop: "r=\"900\"")))]))
    },

    // Laws and rules name secrets and what is not published.
    Sample("secrecy-pass-a", .styled) {
      $0.lines.append(.init("涉及国家秘密、工作秘密、商业秘密和学生个人隐私的材料，按照《中华人民共和国保守国家秘密法》的规定不予公开。"))
    },
    Sample("secrecy-review-a", .direct) {
      $0.annex = [$0.dress.body.xml([Span("内部资料　注意保存")])]
    },

    // A picture beside the text.
    Sample("text-image-pass-a", .styled) {
      $0.picture = bitmap
      $0.lines.append(.init([Span(.markup(drawing))]))
    },
    // The picture is all there is.
    Sample("text-image-fail-a", .direct) {
      $0.picture = bitmap
      $0.lines = [.init([Span(.markup(drawing))])]
    },
  ]

  private static let author = "w:author=\"起草人\" w:date=\"2025-03-01T08:00:00Z\""
  private static let inserted =
    "<w:ins w:id=\"901\" \(author)><w:r>" + Dress.direct.body.character.xml
    + "<w:t>请认真落实。</w:t></w:r></w:ins>"
  private static let deleted =
    "<w:del w:id=\"902\" \(author)><w:r><w:delText>要从严要求。</w:delText></w:r></w:del>"

  /// Four pixels, white: what the picture shows is no matter.
  private static let bitmap: [UInt8] =
    Array("BM".utf8) + [
      70, 0, 0, 0, 0, 0, 0, 0, 54, 0, 0, 0, 40, 0, 0, 0, 2, 0, 0, 0, 2, 0, 0, 0, 1, 0, 24, 0,
    ]
    + [0, 0, 0, 0, 16, 0, 0, 0, 19, 11, 0, 0, 19, 11, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]
    + [255, 255, 255, 255, 255, 255, 0, 0, 255, 255, 255, 255, 255, 255, 0, 0]

  private static let drawing = drawing(crop: nil)

  /// 140 × 180 mm in the line.
  /// - Parameter crop: the attributes of `a:srcRect`.
  private static func drawing(crop: String?) -> String {
    let cut = crop.map { "<a:srcRect \($0)/>" } ?? ""
    let a = "http://schemas.openxmlformats.org/drawingml/2006/main"
    let pic = "http://schemas.openxmlformats.org/drawingml/2006/picture"
    let wp = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
    let size = "cx=\"5040000\" cy=\"6480000\""
    return "<w:r><w:drawing><wp:inline xmlns:wp=\"\(wp)\" distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\">"
      + "<wp:extent \(size)/><wp:docPr id=\"1\" name=\"图片 1\"/><a:graphic xmlns:a=\"\(a)\">"
      + "<a:graphicData uri=\"\(pic)\"><pic:pic xmlns:pic=\"\(pic)\"><pic:nvPicPr>"
      + "<pic:cNvPr id=\"1\" name=\"图片 1\"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>"
      + "<a:blip r:embed=\"\(WordFile.pictureID)\"/>\(cut)<a:stretch><a:fillRect/></a:stretch></pic:blipFill>"
      + "<pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext \(size)/></a:xfrm>"
      + "<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>"
      + "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
  }
}
