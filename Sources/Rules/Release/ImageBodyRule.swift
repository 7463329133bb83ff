import Conformance
import DocumentModel
import Findings
import Messages

/// The text is text and no picture of it: hardly any words beside a picture of nearly the width of the text
/// (rules.md §1.1, TXT-image-body).
public struct ImageBodyRule: Rule {
  /// The number of ideographs from which there is a text.
  let fewest: Int?
  /// The share of the width of the text from which a picture may be a page of it.
  let pictureShare: Share?

  public static let description = RuleDescription(
    code: "TXT-image-body", sources: ["中华人民共和国政府信息公开条例, 第十七条"],
    settings: [
      Setting("fewest", .number, standard: "50"), Setting("pictureShare", .share, standard: "0.6"),
    ],
    examples: [
      Example("正文是图片", on: [.document], sample("", width: 400), .failed, codes: ["TXT-image-body"]),
      Example(
        "正文是文字，附有图片", on: [.document],
        sample(
          "春季学期将于3月10日正式开学。为做好开学各项工作，保障师生平安返校、教学有序开展，现就有关事项通知如下。各校要在开学前完成校舍、食堂、宿舍和教学设备的检修。",
          width: 400), .passed),
      Example("没有正文，也只有小图", on: [.document], sample("", width: 60), .passed),
      Example("文件没有写明图片大小", on: [.document], sample("", width: nil), .cantTell, codes: ["TXT-image-body"]),
      Example(
        "分页的文件由“文字版”一项逐页判断", on: [.document], sample("", width: 400).printed(), .inapplicable),
      Example(
        "图解可以是图片", on: [.document], sample("", width: 400, title: "一图读懂云岭县开学工作方案"), .inapplicable),
    ])

  private static func sample(
    _ text: String, width: Int?, title: String = "云岭县教育体育局关于开学工作的通知"
  ) -> StructuredDocument {
    var document = StructuredDocument.sample([.title(title), .body(text)])
    var figure = Figure(kind: .picture, paragraph: 1)
    figure.width = width.map { .pt(Double($0)) }
    document.document.figures = [figure]
    return document
  }

  public static var grounds: Grounds { .surroundings }

  public func check(_ document: WholeDocument, in context: CheckContext) -> Verdict {
    // Of pages TXT-layer speaks, one by one.
    guard context.document.document.pages.isEmpty else {
      return .inapplicable(Message("TXT-image-body.pages"))
    }
    let pictures = context.document.document.figures.filter { $0.kind == .picture && isInText($0, context) }
    let characters = words(context)
    guard !pictures.isEmpty, characters < fewest ?? 50 else {
      return .conforms.judging(
        paragraphs: context.document.document.paragraphs.count, characters: characters)
    }
    if let title = context.document.first(.title), DrawnText.isNamed(by: title.text) {
      return .inapplicable(Message("TXT-image-body.drawn"))
    }
    let wide = pictures.filter { picture in
      picture.width.map { $0.points >= width(of: picture, context) * (pictureShare?.value ?? 0.6) } ?? false
    }
    func violation(_ key: String, _ pictures: [Figure]) -> Violation {
      Violation(
        Message(key, ["count": .number(pictures.count), "characters": .number(characters)]),
        at: pictures.map { Element.Piece(paragraph: $0.paragraph) })
    }
    if !wide.isEmpty { return .violates([violation("TXT-image-body.failed", wide)]) }
    guard pictures.contains(where: { $0.width == nil }) else { return .conforms }
    let doubt = violation("TXT-image-body.review", pictures)
    return .cannotTell(doubt.message, [doubt])
  }

  /// Pictures in headers and footers are furniture.
  private func isInText(_ picture: Figure, _ context: CheckContext) -> Bool {
    let paragraphs = context.document.document.paragraphs
    guard paragraphs.indices.contains(picture.paragraph) else { return false }
    let story = paragraphs[picture.paragraph].story
    return story == .body || story == .textBox
  }

  /// The width between the margins of the section that a picture stands in, in points.
  private func width(of picture: Figure, _ context: CheckContext) -> Double {
    let document = context.document.document
    let index = document.paragraphs[picture.paragraph].section
    let section = document.sections.indices.contains(index) ? document.sections[index] : Section()
    return section.pageWidth.points - section.margins.left.points - section.margins.right.points
  }

  /// The ideographs, or about as many words of another script, of the text, of tables and of boxes; not those of
  /// title, number and sign-off.
  private func words(_ context: CheckContext) -> Int {
    let paragraphs = context.document.document.paragraphs
    let census = context.view(TextCensus.self)
    var isNamed = [Bool](repeating: false, count: paragraphs.count)
    for piece in context.text(of: Self.furniture).elements.flatMap(\.pieces)
    where isNamed.indices.contains(piece.paragraph) {
      isNamed[piece.paragraph] = true
    }
    var ideographs = 0
    var letters = 0
    for index in paragraphs.indices where !isNamed[index] {
      guard paragraphs[index].story == .body || paragraphs[index].story == .textBox else { continue }
      let counts = census.line(index).counts
      ideographs += Int(counts.han)
      letters += Int(counts.letters)
      // Letters beside those of ASCII, such as Cyrillic ones, are looked for where no ideograph stands.
      let others = counts.visible - counts.han - counts.letters - counts.digits
      if others > 0, counts.han == 0 {
        letters += paragraphs[index].text.unicodeScalars.count { !$0.isASCII && $0.properties.isAlphabetic }
      }
    }
    return ideographs + letters / 4
  }

  private static let furniture: [ElementRole] = [.letterhead, .title, .number, .issuer, .date, .recipient]
}
