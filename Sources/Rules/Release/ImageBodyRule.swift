import Conformance
import DocumentModel
import Findings
import Messages

/// The text is text and no picture of it: hardly any words beside a picture of nearly the width of the text
/// (rules.md §1.1, TXT-image-body).
public struct ImageBodyRule: Rule {
  /// The number of ideographs from which there is a text.
  let fewest: Int?
  /// The share of the width of the text, or of the page where there are pages, from which a picture may be a
  /// page of it.
  let pictureShare: Share?
  /// The share of a page from which its picture may be text, and no banner.
  let leastPageShare: Share?
  /// The share of a page from which its picture may as well lie under the words.
  let coveringShare: Share?

  public static let description = RuleDescription(
    code: "TXT-image-body", sources: ["中华人民共和国政府信息公开条例, 第十七条"],
    settings: [
      Setting("fewest", .number, standard: "50"), Setting("pictureShare", .share, standard: "0.6"),
      Setting("leastPageShare", .share, standard: "0.1"), Setting("coveringShare", .share, standard: "0.8"),
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
        "PDF 中标题是文字，正文是图片", on: [.document], printed(height: 300), .failed, codes: ["TXT-image-body"]),
      Example("PDF 中只有窄条横幅", on: [.document], printed(height: 40), .passed),
      Example(
        "PDF 中文字不多，图片铺满整页，可能是底图", on: [.document], printed(width: 590, height: 840), .cantTell,
        codes: ["TXT-image-body"]),
      Example(
        "PDF 中有没有文字的页，由“文字版”一项判断", on: [.document],
        sample("", width: 400).printed(pages: [.sample(characters: 0, picture: 1)]), .inapplicable),
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

  private static func printed(width: Double = 420, height: Double) -> StructuredDocument {
    let share = width * height / (595 * 842)
    var document = sample("", width: nil).printed(pages: [.sample(characters: 30, picture: share)])
    document.document.figures[0].page = 1
    document.document.figures[0].box = Box(left: 2, top: 1, width: width, height: height)
    return document
  }

  public static var grounds: Grounds { .surroundings }

  public func check(_ document: WholeDocument, in context: CheckContext) -> Verdict {
    let pages = context.document.document.pages
    guard pages.isEmpty else { return check(pages, in: context) }
    let pictures = context.document.document.figures.filter { $0.kind == .picture && isInText($0, context) }
    let characters = words(context)
    if let verdict = verdict(pictures, characters, context) { return verdict }
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

  /// The verdict where there are words enough, or no pictures, or pictures are what is wanted.
  private func verdict(_ pictures: [Figure], _ characters: Int, _ context: CheckContext) -> Verdict? {
    guard !pictures.isEmpty, characters < fewest ?? 50 else {
      return .conforms.judging(
        paragraphs: context.document.document.paragraphs.count, characters: characters)
    }
    guard let title = context.document.first(.title), DrawnText.isNamed(by: title.text) else { return nil }
    return .inapplicable(Message("TXT-image-body.drawn"))
  }

  // MARK: Files with pages

  /// Of pages without words `TXT-layer` speaks; here title and sign-off are words, and the text between them none.
  private func check(_ pages: [Page], in context: CheckContext) -> Verdict {
    guard pages.allSatisfy({ $0.text() == .text || $0.text() == .blank }) else {
      return .inapplicable(Message("TXT-image-body.pages"))
    }
    let pictures = context.document.document.figures.filter { $0.kind == .picture && isTextSized($0, pages) }
    let characters = words(context)
    if let verdict = verdict(pictures, characters, context) { return verdict }
    // A picture under the words may be a background, and what has neither title nor number may be no document.
    let isDoubtful =
      pictures.contains { page(of: $0, pages).map(isCovered) ?? false }
      || (context.document.first(.title) == nil && context.document.first(.number) == nil)
    let key = isDoubtful ? "TXT-image-body.doubt" : "TXT-image-body.failed"
    let message = Message(key, ["count": .number(pictures.count), "characters": .number(characters)])
    let spots = pictures.compactMap { picture in
      picture.page.map { PageSpot(page: $0, box: picture.box) }
    }
    let violation = Violation(message, at: [], on: spots)
    return isDoubtful ? .cannotTell(message, [violation]) : .violates([violation])
  }

  private func page(of picture: Figure, _ pages: [Page]) -> Page? {
    picture.page.flatMap { pages.indices.contains($0 - 1) ? pages[$0 - 1] : nil }
  }

  private func isCovered(_ page: Page) -> Bool { page.pictureShare >= coveringShare?.value ?? 0.8 }

  /// Whether a picture is as wide as text, on a page that pictures take more of than a banner does; large ones
  /// come in strips.
  private func isTextSized(_ picture: Figure, _ pages: [Page]) -> Bool {
    guard let page = page(of: picture, pages), let box = picture.box else { return false }
    return box.width >= page.width.points * (pictureShare?.value ?? 0.6)
      && page.pictureShare >= leastPageShare?.value ?? 0.1
  }

  // MARK: Text

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
