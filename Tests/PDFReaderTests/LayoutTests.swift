import DocumentModel
import PDFReader
import Testing

/// From glyphs to paragraphs.
@Suite struct LayoutTests {
  private static let body = String(repeating: "各校要在开学前完成校舍检修和教学设备的保养工作", count: 2)

  /// Lines of 26 characters from 90 pt to 506 pt, the first with an indent of two.
  private func paragraph(_ text: String, from y: Double, pitch: Double = 28) -> String {
    var rest = Array(text)
    var lines = ""
    var y = y
    var isFirst = true
    while !rest.isEmpty {
      let count = min(rest.count, isFirst ? 24 : 26)
      lines += ContentPage.line(String(rest.prefix(count)), isFirst ? 122 : 90, y)
      rest.removeFirst(count)
      y -= pitch
      isFirst = false
    }
    return lines
  }

  @Test func linesJoinByIndents() throws {
    let first = String((Self.body + Self.body).prefix(70)) + "。"
    let second = String(Self.body.prefix(40)) + "。"
    let document = try ContentPage(paragraph(first, from: 700) + paragraph(second, from: 616)).read()
    #expect(document.paragraphs.map(\.text) == [first, second])
    let format = try #require(document.paragraphs.first?.format)
    #expect(format.alignment == .justified)
    #expect(format.firstLineIndent == .pt(32))
    #expect(format.lineSpacing == .measured(.pt(28)))
  }

  /// Two lines a paragraph: no full line begins at the edge.
  @Test func paragraphsOfTwoLinesJoinToo() throws {
    let texts = ["甲", "乙", "丙"].map { $0 + String(Self.body.prefix(33)) + "。" }
    var content = ""
    for (index, text) in texts.enumerated() { content += paragraph(text, from: 700 - 56 * Double(index)) }
    let document = try ContentPage(content).read()
    #expect(document.paragraphs.map(\.text) == texts)
    #expect(document.paragraphs.allSatisfy { $0.format.firstLineIndent == .pt(32) })
  }

  @Test func paragraphsGoOnOverPageBreaks() throws {
    let text = String((Self.body + Self.body).prefix(76)) + "。"
    let rest = String(text.suffix(27))
    let start = String(text.prefix(50))
    let pages = [
      ContentPage(paragraph(Self.body + "。", from: 200) + paragraph(start, from: 144)),
      ContentPage(ContentPage.line(String(rest.prefix(26)), 90, 740) + ContentPage.line("。", 90, 712)),
    ]
    let document = try PDFReader().read(ContentPage.file(pages))
    #expect(document.paragraphs.map(\.text) == [Self.body + "。", text])
    #expect(document.paragraphs.last?.page == 1)
  }

  /// A title no larger than the text, whose first line fills the column: what follows in the middle tells.
  @Test func aFullLineBelongsToTheCentredOneBelow() throws {
    let title = "云岭县教育体育局关于进一步做好新学期学校食堂食品安全"
    let content =
      ContentPage.line(title, 90, 760) + ContentPage.line("工作的通知", 298 - 40, 732)
      + paragraph(Self.body + "。", from: 680) + paragraph(Self.body + "。", from: 600)
    let texts = try ContentPage(content).read().paragraphs.filter { !$0.isBlank }
    #expect(texts.prefix(2).map(\.text) == [title, "工作的通知"])
    #expect(texts.map(\.format.alignment) == [.center, .center, .justified, .justified])
  }

  /// Beside text that shows how wide the column is, a centred line that is full goes on in the next one.
  @Test func aFullCentredLineGoesOn() throws {
    let title = "云岭县教育体育局关于做好全县学校食堂"
    let long = Self.body + Self.body + "。"
    let content =
      ContentPage.line(title, 298 - 8.5 * 24, 760, size: 24)
      + ContentPage.line("安全工作的通知", 298 - 84, 726, size: 24)
      + ContentPage.line("云岭县教育体育局文件", 298 - 80, 690) + paragraph(long, from: 640)
      + paragraph(long, from: 500)
    let texts = try ContentPage(content).read().paragraphs.filter { !$0.isBlank }
    #expect(texts.map(\.text) == [title + "安全工作的通知", "云岭县教育体育局文件", long, long])
    #expect(texts.first?.format.alignment == .center)
  }

  /// A note under the title keeps off both edges; its brackets hold it together.
  @Test func aNoteInBracketsIsOneParagraph() throws {
    let content =
      ContentPage.line("（2025年3月3日云岭县教育局第五次会议", 138, 740)
      + ContentPage.line("通过，根据2026年3月3日第六次会议关于", 138, 712) + ContentPage.line("校舍的决定修订）", 138, 684)
      + paragraph(Self.body + "。", from: 640) + paragraph(Self.body + "。", from: 560)
    let texts = try ContentPage(content).read().paragraphs.filter { !$0.isBlank }.map(\.text)
    #expect(
      texts.first == "（2025年3月3日云岭县教育局第五次会议通过，根据2026年3月3日第六次会议关于校舍的决定修订）")
    #expect(texts.count == 3)
  }

  /// Dots fill the line up to the page number, so that every entry looks like a full line.
  @Test func entriesOfContentsStandAlone() throws {
    let names = ["普通高等学校学生管理规定", "高等学校学生行为准则", "学生伤害事故处理办法"]
    let entries = names.enumerated().map { index, name in
      name + String(repeating: "…", count: 24 - name.count) + "1\(index)"
    }
    var content = ""
    for (index, entry) in entries.enumerated() {
      content += ContentPage.line(entry, 90, 760 - 28 * Double(index))
    }
    content += paragraph(Self.body + "。", from: 640) + paragraph(Self.body + "。", from: 560)
    let texts = try ContentPage(content).read().paragraphs.filter { !$0.isBlank }.map(\.text)
    #expect(texts.prefix(3) == ArraySlice(entries))
    #expect(texts.count == 5)
  }

  /// Neither intervals, whose brackets are no pairs, nor the entries of contents hold lines together.
  @Test func shortLinesWithOpenBracketsStandAlone() throws {
    let lines = ["甲的范围（0,4]", "乙的范围（1,3]", "丙的范围（2,5]"]
    let contents = ["学校安全管理工作的规定和职责第1部分第11", "校舍检修的规定第12"]
    let long = Self.body + Self.body + "。"
    var content = ""
    for (index, line) in lines.enumerated() {
      content += ContentPage.line(line, 90, 760 - 28 * Double(index))
    }
    for (index, line) in contents.enumerated() {
      content += ContentPage.line(line, 298 - 10 * Double(line.count), 660 - 28 * Double(index), size: 20)
    }
    content += paragraph(long, from: 540) + paragraph(long, from: 400)
    let texts = try ContentPage(content).read().paragraphs.filter { !$0.isBlank }.map(\.text)
    #expect(texts == lines + contents + [long, long])
  }

  @Test func twoCharactersBelowALineOnTheRightAreItsEnd() throws {
    let content =
      paragraph(Self.body + "。", from: 700) + paragraph(Self.body + "。", from: 640)
      + ContentPage.line("云岭县教育体育局", 506 - 128, 560)
      + ContentPage.line("二〇二五年十二月七", 506 - 144, 532) + ContentPage.line("日", 490, 504)
    let texts = try ContentPage(content).read().paragraphs.filter { !$0.isBlank }.map(\.text)
    #expect(texts.suffix(2) == ["云岭县教育体育局", "二〇二五年十二月七日"])
  }

  @Test func namesOfAnnexesGoOnBehindTheirFirstWords() throws {
    let content =
      paragraph(Self.body + "。", from: 700)
      + ContentPage.line("附件：云岭县教育系统基层政务公开标准目录及工作", 122, 640)
      + ContentPage.line("要点", 186, 612) + ContentPage.line("2．工作安排", 170, 584)
    let texts = try ContentPage(content).read().paragraphs.filter { !$0.isBlank }.map(\.text)
    #expect(texts.suffix(2) == ["附件：云岭县教育系统基层政务公开标准目录及工作要点", "2．工作安排"])
  }

  @Test func titlesAndSignOffsKeepTheirPlaces() throws {
    let content =
      ContentPage.line("关于做好开学工作的通知", 297.5 - 11 * 11, 760, size: 22)
      + paragraph(Self.body + "。", from: 680) + ContentPage.line("云岭县教育局", 400, 600)
      + ContentPage.line("2025年3月3日", 410, 572)
    let document = try ContentPage(content).read()
    let texts = document.paragraphs.filter { !$0.isBlank }
    #expect(
      texts.map(\.text) == ["关于做好开学工作的通知", Self.body + "。", "云岭县教育局", "2025年3月3日"])
    #expect(texts.first?.format.alignment == .center)
    #expect(texts.dropLast().last.map { $0.format.leftIndent.points > 130 } == true)
  }

  @Test func justifiedHanTextHasNoSpaces() throws {
    let content =
      "BT /H 16 Tf 3 Tc 1 0 0 1 90 700 Tm \(ContentPage.han("两端对齐的文字")) Tj ET "
      + "BT /H 22 Tf 22 Tc 1 0 0 1 254 760 Tm \(ContentPage.han("通知")) Tj ET"
    let texts = try ContentPage(content).read().paragraphs.filter { !$0.isBlank }.map(\.text)
    #expect(texts == ["通知", "两端对齐的文字"])
  }

  @Test func pageNumbersAndHeadersAreSetApart() throws {
    let pages = (1...3).map { number in
      ContentPage(
        ContentPage.line("云岭县人民政府公报", 90, 800, size: 9)
          + paragraph(Self.body + "第\(number)段。", from: 700)
          + "BT /L 9 Tf 1 0 0 1 290 40 Tm (- \(number) -) Tj ET")
    }
    let document = try PDFReader().read(ContentPage.file(pages))
    let body = document.paragraphs.filter { $0.story == .body }.map(\.text)
    #expect(body == (1...3).map { Self.body + "第\($0)段。" })
    #expect(document.paragraphs.filter { $0.story == .header }.count == 3)
    #expect(document.paragraphs.filter { $0.story == .footer }.map(\.text) == ["- 1 -", "- 2 -", "- 3 -"])
  }

  @Test func ruledCellsMakeTables() throws {
    var content = ""
    for y in [600.0, 570, 540] { content += "90 \(y) m 400 \(y) l S\n" }
    for x in [90.0, 200, 400] { content += "\(x) 540 m \(x) 600 l S\n" }
    content += ContentPage.line("姓名", 100, 578, size: 12) + ContentPage.line("单位", 210, 578, size: 12)
    content += ContentPage.line("张三", 100, 548, size: 12) + ContentPage.line("教育局", 210, 548, size: 12)
    let document = try ContentPage(ContentPage.line("表前", 90, 650) + content).read()
    #expect(
      document.paragraphs.compactMap { paragraph in
        paragraph.cell.map { "\($0.row).\($0.column) \(paragraph.text)" }
      } == ["0.0 姓名", "0.1 单位", "1.0 张三", "1.1 教育局"])
    #expect(document.tables.first.map { [$0.rows, $0.columns] } == [2, 2])
    #expect(document.paragraphs.first?.cell == nil)
  }

  @Test func linesOfAParagraphAreKnown() throws {
    let text = String((Self.body + Self.body).prefix(70)) + "。"
    let document = try ContentPage(paragraph(text, from: 700)).read()
    #expect(document.paragraphs.map(\.lineStarts) == [[24 * 3, 50 * 3]])
    // A mark that stands a little lower than its words begins no line.
    let lowered =
      ContentPage.line(String(text.prefix(24)), 122, 700) + ContentPage.line("，", 506, 692)
      + ContentPage.line(String(text.prefix(10)) + "。", 90, 672)
    for paragraph in try ContentPage(lowered).read().paragraphs {
      for start in paragraph.lineStarts {
        let index = paragraph.text.utf8.index(paragraph.text.startIndex, offsetBy: start)
        #expect(paragraph.text[index] != "，")
      }
    }
  }

  @Test func sealsOfPathsAndLetters() throws {
    // A circle of four curves, a star, and letters on a ring.
    var content =
      "1 0 0 RG 1 0 0 rg 3 w 460 300 m 460 333.1 433.1 360 400 360 c 366.9 360 340 333.1 340 300 c "
    content += "340 266.9 366.9 240 400 240 c 433.1 240 460 266.9 460 300 c h S\n"
    content += "400 320 m 404.5 306.2 l 419 306.2 l 407.3 297.6 l 411.8 283.8 l 400 292.4 l 388.2 283.8 l "
    content += "392.7 297.6 l 381 306.2 l 395.5 306.2 l h f\n"
    let letters = ["云", "岭", "县", "教", "育", "局"]
    let ring: [(Double, Double, Double, Double)] = [
      (0.5, 0.866, 356.7, 325), (0.866, 0.5, 375, 343.3), (0.966, 0.259, 387, 348.3),
      (0.966, -0.259, 413, 348.3), (0.866, -0.5, 425, 343.3), (0.5, -0.866, 443.3, 325),
    ]
    for (letter, place) in zip(letters, ring) {
      let (cosine, sine, x, y) = place
      content +=
        "BT /H 12 Tf \(cosine) \(sine) \(-sine) \(cosine) \(x) \(y) Tm \(ContentPage.han(letter)) Tj ET\n"
    }
    let document = try ContentPage(ContentPage.line("正文", 90, 700) + content).read()
    #expect(document.paragraphs.filter { !$0.isBlank }.map(\.text) == ["正文"])
    let shapes = document.figures.map { $0.geometry ?? $0.textWarp ?? "?" }
    #expect(shapes == ["ellipse", "star5", "circle"])
    let circle = try #require(document.figures.first)
    #expect(circle.lineColor == Color(rgb: 0xFF0000))
    #expect(
      circle.box.map { [$0.left, $0.top, $0.width, $0.height].map { $0.rounded() } } == [340, 482, 120, 120])
  }

  @Test func picturesHaveAPlace() throws {
    var page = ContentPage("q 200 0 0 100 50 600 cm /I Do Q", resources: "/XObject<</I 10 0 R>>")
    page.objects = [
      ("/Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray", "a")
    ]
    let document = try page.read()
    let figure = try #require(document.figures.first)
    #expect(figure.kind == .picture && figure.page == 1 && figure.mediaPart == "10 0")
    #expect(figure.box == Box(left: 50, top: 142, width: 200, height: 100))
    #expect(document.pages.first?.hasInk == true)
    #expect(try PDFReader().picture("10 0", of: page.bytes)?.bytes == [0x61])
  }

  @Test func stencilsAreInTheirPaint() throws {
    var page = ContentPage(
      "q 1 0 0 rg 99 0 0 99 50 600 cm /I Do Q q 99 0 0 99 50 300 cm /I Do Q",
      resources: "/XObject<</I 10 0 R>>")
    page.objects = [("/Type/XObject/Subtype/Image/Width 8/Height 1/ImageMask true", "a")]
    let parts = try page.read().figures.map { try #require($0.mediaPart) }
    #expect(parts == ["10 0 #FF0000", "10 0 #000000"])
    let colors = try parts.map { part -> Color? in
      guard case .samples(let layout) = try PDFReader().picture(part, of: page.bytes)?.encoding,
        case .stencil(let color, _) = layout.space
      else { return nil }
      return color
    }
    #expect(colors == [Color(rgb: 0xFF0000), Color(rgb: 0)])
  }

  @Test func endsWhenTheTimeIsOver() {
    var looks = 0
    let deadline = Deadline(.seconds(6)) {
      looks += 1
      return .seconds(looks)
    }
    let page = ContentPage(String(repeating: "q Q ", count: 20_000))
    let error = #expect(throws: ReadError.self) { try PDFReader().read(page.bytes, before: deadline) }
    #expect(error?.code == .timeout && error?.part == "page 1")
  }
}
