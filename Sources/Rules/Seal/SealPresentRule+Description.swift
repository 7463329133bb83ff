import Conformance
import DocumentModel
import Findings

extension SealPresentRule {
  public static let description = RuleDescription(
    code: "SEAL-present",
    subcodes: SealCandidate.Kind.allCases.filter { $0 != .picture }.map { "SEAL-present-\($0.rawValue)" },
    sources: ["国发〔1999〕25号", "GB/T 9704-2012, 7.3.5"],
    settings: [
      Setting("sizeWeight", .number, standard: "0.35"), Setting("ringWeight", .number, standard: "0.35"),
      Setting("undecodableWeight", .number, standard: "0.25"),
      Setting("centreWeight", .number, standard: "0.15"), Setting("nearWeight", .number, standard: "0.15"),
      Setting("keywordWeight", .number, standard: "0.2"),
      Setting("signatureWeight", .number, standard: "0.5"),
      Setting("floatingWeight", .number, standard: "0.1"), Setting("clearedWeight", .number, standard: "0.1"),
      Setting("aspectPenalty", .number, standard: "0.5"), Setting("topPenalty", .number, standard: "0.4"),
      Setting("darkPenalty", .number, standard: "0.4"), Setting("headerPenalty", .number, standard: "0.3"),
      Setting("tablePenalty", .number, standard: "0.3"), Setting("failScore", .number, standard: "0.8"),
      Setting("reviewScore", .number, standard: "0.4"), Setting("leastSize", .length, standard: "35mm"),
      Setting("mostSize", .length, standard: "62mm"), Setting("leastChop", .length, standard: "10mm"),
      Setting("mostChop", .length, standard: "25mm"), Setting("nearDistance", .length, standard: "60mm"),
      Setting("wideSize", .length, standard: "100mm"), Setting("leastAspect", .number, standard: "0.85"),
      Setting("mostAspect", .number, standard: "1.18"), Setting("topShare", .share, standard: "0.25"),
      Setting("leastCoverage", .share, standard: "0.08"), Setting("mostCoverage", .share, standard: "0.45"),
      Setting("ringShare", .share, standard: "0.7"), Setting("centreShare", .share, standard: "0.1"),
      Setting("glyphRuns", .number, standard: "8"),
      Setting("keywords", .list(.text), standard: "[\(standardKeywords.joined(separator: ", "))]"),
      Setting("documentPrograms", .list(.text), standard: "[\(standardPrograms.joined(separator: ", "))]"),
      Setting("exceptions", .list(.text), standard: "[]"),
    ],
    examples: examples)

  /// A notice of five paragraphs, signed, without a figure.
  static let notice = StructuredDocument.sample([
    .title("云岭县教育体育局关于开学工作的通知"), .number("云教体〔2025〕3号"), .body("现将有关事项通知如下。"),
    .issuer("云岭县教育体育局"), .date("2025年3月3日", iso: "2025-03-03"),
  ])

  /// The notice with figures at its sign-off.
  private static func sample(_ figures: Figure..., title: String? = nil) -> StructuredDocument {
    var document = notice
    document.document.figures = figures
    if let title {
      document.document.paragraphs[0].text = title
      document.elements[0].text = title
    }
    return document
  }

  private static func figure(
    _ kind: Figure.Kind = .picture, _ size: Double = 42, at paragraph: Int = 3, floating: Bool = true,
    _ change: (inout Figure) -> Void
  ) -> Figure {
    var figure = Figure(kind: kind, anchor: floating ? .floating : .inline, paragraph: paragraph)
    figure.width = .mm(size)
    figure.height = .mm(size)
    change(&figure)
    return figure
  }

  /// The ink of a picture that shows one patch and nothing else.
  private static func ink(_ change: (inout InkPatch) -> Void = { _ in }) -> PictureInk {
    var patch = InkPatch(region: Box(left: 0, top: 0, width: 1, height: 1), aspect: 1)
    patch.ringSectors = 72
    patch.glyphRuns = 22
    patch.coverage = 0.15
    patch.centreShare = 0.25
    change(&patch)
    return PictureInk(width: 400, height: 400, inkShare: 0.15, redShare: 1, patches: [patch])
  }

  /// The parts of a seal that is drawn as shapes.
  private static func ellipse(_ change: (inout Figure) -> Void = { _ in }) -> Figure {
    var ellipse = figure(.shape) {
      $0.geometry = "ellipse"
      $0.lineColor = Color(rgb: 0xFF0000)
    }
    change(&ellipse)
    return ellipse
  }

  private static let star = figure(.shape, 13) { $0.geometry = "star5" }
  private static let arch = figure(.shape, 36) { $0.textWarp = "textArchUp" }

  private static let slice = figure(at: 1) {
    $0.width = .mm(21)
    $0.ink = ink {
      $0.aspect = 0.5
      $0.ringSectors = 30
    }
  }

  private static var examples: [Example] {
    [
      Example("没有图片", on: [.document], notice, .passed),
      Example(
        "落款处浮动的公章图片", on: [.document], sample(figure { $0.ink = ink() }), .failed, codes: ["SEAL-present"]),
      Example(
        "嵌入正文中的公章图片", on: [.document], sample(figure(floating: false) { $0.ink = ink() }), .failed,
        codes: ["SEAL-present"]),
      Example(
        "颜色很淡的公章图片", on: [.document], sample(figure { $0.ink = ink { $0.isFaded = true } }), .cantTell,
        codes: ["SEAL-present"]),
      Example(
        "黑白的公章图片", on: [.document], sample(figure { $0.ink = ink { $0.isRed = false } }), .cantTell,
        codes: ["SEAL-present"]),
      Example(
        "名称只有四个字的公章图片", on: [.document], sample(figure { $0.ink = ink { $0.glyphRuns = 5 } }), .cantTell,
        codes: ["SEAL-present"]),
      Example(
        "中间没有图案、四周没有文字的圆环", on: [.document],
        sample(
          figure {
            $0.ink = ink {
              $0.glyphRuns = 5
              $0.centreShare = 0
            }
          }), .passed),
      Example(
        "无法解码的浮动图片", on: [.document], sample(figure { $0.isUndecodable = true }), .cantTell,
        codes: ["SEAL-present"]),
      Example(
        "用形状画的公章", on: [.document],
        sample(ellipse(), star, arch), .failed, codes: ["SEAL-present-drawn"]),
      Example(
        "PDF 中画的公章盖着遮罩，看不看得见不能确定", on: [.document],
        sample(ellipse { $0.isUndecodable = true }, star, arch), .cantTell, codes: ["SEAL-present-drawn"]),
      Example(
        "圈出内容的红色椭圆", on: [.document],
        sample(ellipse()), .passed),
      Example(
        "签章控件", on: [.document],
        sample(figure(.activeX) { $0.programID = "iSignature.Doc" }), .cantTell,
        codes: ["SEAL-present-object"]),
      Example(
        "落款处嵌入的表格文件", on: [.document], sample(figure(.ole) { $0.programID = "Excel.Sheet.12" }), .passed),
      Example(
        "公章大小的批注图章", on: [.document], sample(figure(.stamp) { $0.name = "Stamp Approved" }), .cantTell,
        codes: ["SEAL-present-stamp"]),
      Example("远小于公章的批注图章", on: [.document], sample(figure(.stamp, 8) { _ in }), .passed),
      Example(
        "签名章", on: [.document],
        sample(
          figure(.picture, 18) {
            $0.ink = ink {
              $0.borderShare = 1
              $0.coverage = 0.4
              $0.ringSectors = 20
            }
          }), .cantTell, codes: ["SEAL-present-chop"]),
      Example(
        "骑缝章", on: [.document], sample(slice, Self.slice(at: 2)), .failed, codes: ["SEAL-present-edge"]),
      Example(
        "红头图片", on: [.document],
        sample(
          figure(at: 0) {
            $0.width = .mm(150)
            $0.height = .mm(25)
            $0.ink = ink {
              $0.aspect = 6
              $0.ringSectors = 20
            }
          }), .passed),
      Example(
        "国徽等实心图案", on: [.document],
        sample(
          figure {
            $0.ink = ink {
              $0.coverage = 0.7
              $0.glyphRuns = 3
            }
          }), .passed),
      Example(
        "二维码", on: [.document],
        sample(
          figure(.picture, 30) {
            $0.ink = PictureInk(width: 200, height: 200, inkShare: 0.5, redShare: 0, darkShare: 1)
          }), .passed),
      Example(
        "印章管理文件中的示例", on: [.document], sample(figure { $0.ink = ink() }, title: "云岭县印章管理办法"),
        .cantTell, codes: ["SEAL-present"]),
      Example(
        "已登记为例外", settings: "exceptions: [云教体〔2025〕3号：合同须保留公章]", on: [.document],
        sample(figure { $0.ink = ink() }), .cantTell, codes: ["SEAL-present"]),
      Example(
        "提高判定分数", settings: "failScore: 1.5", on: [.document], sample(figure { $0.ink = ink() }), .cantTell,
        codes: ["SEAL-present"]),
    ]
  }

  private static func slice(at paragraph: Int) -> Figure {
    var figure = slice
    figure.paragraph = paragraph
    return figure
  }
}
