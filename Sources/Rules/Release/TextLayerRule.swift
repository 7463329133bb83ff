import Conformance
import DocumentModel
import Findings
import Messages

/// Every page of a file of fixed layout is text and no picture of text (rules.md §1.2, TXT-layer).
public struct TextLayerRule: Rule {
  /// The number of ideographs from which there is text on a page.
  let fewestCharacters: Int?
  /// The share of a page from which a picture may be a scan of it.
  let coveringShare: Share?

  public static let description = RuleDescription(
    code: "TXT-layer",
    sources: ["泗县教育体育局基层政务公开提升行动任务分解表·政府信息管理和发布制度建设"],
    settings: [
      Setting("fewestCharacters", .number, standard: "20"),
      Setting("coveringShare", .share, standard: "0.8"),
    ],
    examples: [
      Example("每页都是文字", on: [.document], sample.printed(), .passed),
      Example(
        "第2页是扫描图像", on: [.document],
        sample.printed(pages: [.sample(), .sample(characters: 0, picture: 0.98)]), .failed,
        codes: ["TXT-layer"]),
      Example(
        "扫描件识别后加了看不见的文字", on: [.document],
        sample.printed(pages: [.sample(characters: 0, invisible: 300, picture: 1)]), .cantTell,
        codes: ["TXT-layer"]),
      Example(
        "附件里的整页图", on: [.document],
        StructuredDocument.sample([.body("现将图纸印发。"), SamplePart(.annexMark, "附件", TextStyle("黑体", 16))])
          .printed(pages: [.sample(), .sample(characters: 0, picture: 0.9)]), .cantTell, codes: ["TXT-layer"]),
      Example(
        "整页没有一个字，只有线条", on: [.document],
        sample.printed(pages: [.sample(), .sample(characters: 0)]), .cantTell, codes: ["TXT-layer"]),
      Example(
        "最后一页只有落款，也是文字", on: [.document],
        sample.printed(pages: [.sample(), .sample(characters: 12)]), .passed),
      Example(
        "空白页不算", on: [.document],
        sample.printed(pages: [.sample(), .sample(characters: 0, hasInk: false)]), .passed),
      Example(
        "图解可以是图片", on: [.document],
        StructuredDocument.sample([.title("一图读懂云岭县开学工作方案")])
          .printed(pages: [.sample(characters: 13, picture: 1)]), .inapplicable),
      Example("WORD 文件不分页", on: [.document], sample, .inapplicable),
    ])

  private static let sample = StructuredDocument.sample([.body("现将有关事项通知如下。")])
  public static var grounds: Grounds { .surroundings }

  public func check(_ document: WholeDocument, in context: CheckContext) -> Verdict {
    let document = context.document
    let pages = document.document.pages
    guard !pages.isEmpty else { return .inapplicable(Message("TXT-layer.noPages")) }
    if let title = document.first(.title), DrawnText.isNamed(by: title.text) {
      return .inapplicable(Message("TXT-image-body.drawn"))
    }
    var found: [Finding: [Int]] = [:]
    for (index, page) in pages.enumerated() {
      let isAnnex = document.firstAnnexPage.map { index + 1 >= $0 } ?? false
      if let finding = finding(on: page, isAnnex: isAnnex) { found[finding, default: []].append(index + 1) }
    }
    let violations = Finding.allCases.compactMap { finding in found[finding].map { finding.violation(on: $0) }
    }
    if found[.scan] != nil { return .violates(violations) }
    if let first = violations.first { return .cannotTell(first.message, violations) }
    let characters = pages.reduce(0) { $0 + $1.hanCharacters }
    return .conforms.judging(paragraphs: document.document.paragraphs.count, characters: characters)
  }

  /// What a page can be instead of text; glyphs without a meaning are `TXT-garbled`'s.
  private enum Finding: String, CaseIterable {
    case scan = "failed"
    case recognised, annexPicture, drawing

    func violation(on pages: [Int]) -> Violation {
      Violation(
        outcome: self == .scan ? .failed : .cantTell,
        Message("TXT-layer.\(rawValue)", ["pages": .list(PageRange.all(of: pages).map(\.name))]),
        at: [], on: pages.map { PageSpot(page: $0) })
    }
  }

  private func finding(on page: Page, isAnnex: Bool) -> Finding? {
    // What it is to show is lost.
    if page.isIncomplete { return nil }
    return switch page.text(fewest: fewestCharacters ?? 20, pictureShare: coveringShare?.value ?? 0.8) {
    case .blank, .text, .unmapped: nil
    case .picture: isAnnex ? .annexPicture : .scan
    case .recognised: .recognised
    case .drawing: isAnnex ? .annexPicture : .drawing
    }
  }
}
