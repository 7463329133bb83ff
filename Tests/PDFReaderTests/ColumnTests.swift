import DocumentModel
import PDFReader
import Testing

/// Pages set in several columns, and those that only look so.
@Suite struct ColumnTests {
  private static let body = String(repeating: "各校要在开学前完成校舍检修和教学设备的保养工作", count: 2)

  /// Text set in lines of so many characters; a paragraph begins with an indent of two.
  private struct Setting {
    var width: Int
    var size = 12.0
    /// The place of the left edge, and of the first baseline from the bottom.
    var x: Double
    var y: Double
    var pitch = 20.0

    func set(_ paragraphs: [String]) -> (content: String, end: Double) {
      var (content, y) = ("", y)
      for paragraph in paragraphs {
        var rest = paragraph[...]
        var indent = 2
        while !rest.isEmpty {
          content += ContentPage.line(
            String(rest.prefix(width - indent)), x + Double(indent) * size, y, size: size)
          rest = rest.dropFirst(width - indent)
          indent = 0
          y -= pitch
        }
      }
      return (content, y)
    }
  }

  private func texts(_ content: String) throws -> [String] {
    try ContentPage(content).read().paragraphs.filter { !$0.isBlank }.map(\.text)
  }

  /// Characters spread over their lines leave gaps above gaps; they are no columns.
  @Test func distributedTextIsNotSetInColumns() throws {
    let characters = Array(Self.body)
    var content = ""
    var wanted = ""
    for row in 0..<8 {
      for column in 0..<11 {
        // Numbers stand between them as dates have them.
        let isNumber = column == 4 && row % 2 == 0
        let character = isNumber ? "2020" : String(characters[(row + column * 3) % 40])
        content += ContentPage.line(character, 90 + 40 * Double(column), 700 - 28 * Double(row))
        wanted += character
      }
    }
    // Contents below, whose gaps stand one above the other, and in the middle of the page.
    for row in 0..<5 {
      let y = 440 - 28 * Double(row)
      content += ContentPage.line("第一章学校安全管理职", 90, y) + ContentPage.line("总则", 330, y)
      wanted += "第一章学校安全管理职总则"
    }
    let text = try ContentPage(content).read().paragraphs.map(\.text).joined()
    #expect(text.filter { !$0.isWhitespace } == wanted)
  }

  @Test func columnsAreReadOneAfterTheOther() throws {
    var content = ""
    for row in 0..<8 {
      let y = 700 - 20 * Double(row)
      content += ContentPage.line("左栏第\(row)行的文字占满整行宽度", 60, y, size: 12)
      content += ContentPage.line("右栏第\(row)行的文字占满整行宽度", 320, y, size: 12)
    }
    let text = try ContentPage(content).read().paragraphs.map(\.text).joined()
    let left = (0..<8).map { "左栏第\($0)行的文字占满整行宽度" }.joined()
    let right = (0..<8).map { "右栏第\($0)行的文字占满整行宽度" }.joined()
    #expect(text == left + right)
  }

  @Test func marksThatHangIntoTheGutterDoNotJoinColumns() throws {
    var (content, behind) = ("", "")
    for row in 0..<8 {
      let y = 700 - 20 * Double(row)
      let mark = row == 2 || row == 5 ? "，" : ""
      content += ContentPage.line("左栏第\(row)行的文字占满整行宽度\(mark)", 60, y, size: 16)
      behind += ContentPage.line("右栏第\(row)行的文字占满整行宽度", 301, y, size: 16)
    }
    let text = try ContentPage(content + behind).read().paragraphs.map(\.text).joined()
    let left = (0..<8).map { "左栏第\($0)行的文字占满整行宽度" + ($0 == 2 || $0 == 5 ? "，" : "") }.joined()
    #expect(text.hasPrefix(left))
  }

  /// The second column stands half a line lower, so that no line has a gap.
  @Test func columnsNeedNotShareTheirBaselines() throws {
    let left = (1...5).map { "第\($0)条，左栏" + Self.body.prefix(25 + $0) + "。" }
    let right = (6...9).map { "第\($0)条，右栏" + Self.body.prefix(25 + $0) + "。" }
    let content =
      Setting(width: 17, x: 60, y: 720).set(left).content
      + Setting(width: 17, x: 290, y: 711).set(right).content
    #expect(try texts(content) == left + right)
  }

  @Test func threeNarrowColumnsOfSentences() throws {
    let columns = ["甲", "乙", "丙"].map { name in
      (1...3).map { "\(name)\($0)，校舍要检修，设备要保养，名册要齐全，经费要公开。" }
    }
    let content = columns.enumerated().map { index, paragraphs in
      Setting(width: 7, size: 16, x: 60 + 135 * Double(index), y: 740 - 9 * Double(index), pitch: 24).set(
        paragraphs
      )
      .content
    }
    #expect(try texts(content.joined()) == columns.flatMap { $0 })
  }

  /// Names and numbers are read row by row: they are as short as lines of narrow columns, and as full.
  @Test func listsOfShortEntriesAreNoColumns() throws {
    let rows = (0..<10).map { ("云岭县第\($0)学校", "联系人李老师") }
    var content = ""
    for (index, row) in rows.enumerated() {
      let y = 700 - 24 * Double(index)
      content += ContentPage.line(row.0, 90, y) + ContentPage.line(row.1, 320, y)
    }
    let text = try texts(content).joined().filter { !$0.isWhitespace }
    #expect(text == rows.map { $0.0 + $0.1 }.joined())
  }

  /// The numbers of sections end alike under a few long names of chapters, and so do the names behind them.
  @Test func numbersOfContentsAreNoColumn() throws {
    var content = ""
    var wanted = ""
    for index in 0..<12 {
      let y = 700 - 24 * Double(index)
      let isChapter = index % 3 == 0
      let (number, name) = (isChapter ? "第一章校舍检修的规定" : "第一节", "学校安全管理工作职责")
      content += ContentPage.line(number, isChapter ? 90 : 154, y) + ContentPage.line(name, 300, y)
      wanted += number + name
    }
    #expect(try texts(content).joined().filter { !$0.isWhitespace } == wanted)
  }

  /// Lines of a column that are spread have gaps as wide as the gutter; where the others begin tells.
  @Test func spreadColumnsKeepTheirEdge() throws {
    var content = ""
    var columns = ["", ""]
    for row in 0..<12 {
      let isSpread = row % 4 == 3
      for (column, x) in [90.0, 300.0].enumerated() {
        let characters = Array(Self.body.dropFirst(row + 5 * column).prefix(isSpread ? 3 : 6))
        for (index, character) in characters.enumerated() {
          content += ContentPage.line(
            String(character), x + Double(index) * (isSpread ? 70 : 28), 700 - 24 * Double(row))
        }
        columns[column] += String(characters)
      }
    }
    #expect(try texts(content).joined().filter { !$0.isWhitespace } == columns.joined())
  }

  /// A first page has a title and a note above, and little else; the other pages tell where its gutter is.
  @Test func firstPagesHaveTheGutterOfTheOthers() throws {
    let note = "（2025年3月3日云岭县教育局第五次会议通过）"
    let start =
      ContentPage.line("校舍检修办法", 60 + 36, 740, size: 22)
      + ContentPage.line(String(note.prefix(13)), 84, 700, size: 12)
      + ContentPage.line(String(note.dropFirst(13)), 84, 680, size: 12)
    let first = Setting(width: 17, x: 60, y: 640).set(["第一条" + Self.body.prefix(34) + "。"]).content
    let entries = ["一、教室和实验室", "二、学生宿舍", "三、食堂", "四、操场和看台"]
    let list = entries.enumerated().map { ContentPage.line($1, 290, 740 - 20 * Double($0), size: 12) }
      .joined()
    let page = ContentPage(
      Setting(width: 17, x: 60, y: 740).set((2...5).map { "第\($0)条" + Self.body.prefix(34) + "。" }).content
        + Setting(width: 17, x: 290, y: 740).set((6...9).map { "第\($0)条" + Self.body.prefix(34) + "。" })
        .content)
    let document = try PDFReader().read(ContentPage.file([ContentPage(start + first + list), page]))
    let texts = document.paragraphs.filter { $0.page == 1 && !$0.isBlank }.map(\.text)
    #expect(texts == ["校舍检修办法", note, "第一条" + Self.body.prefix(34) + "。"] + entries)
  }

  /// A note in brackets goes on in the next column, where it keeps off the edges as well.
  @Test func aNoteGoesOnInTheNextColumn() throws {
    let lines = ["（2025年3月3日云岭县教育", "局第五次会议通过根据两千", "零二十六年三月三日云岭县", "教育局第六次会议关于校舍", "的决定修订）"]
    let rest = (1...2).map { "第\($0)条" + Self.body.prefix(34) + "。" }
    var content = Setting(width: 17, x: 60, y: 740).set(rest).content
    let more = (3...5).map { "第\($0)条" + Self.body.prefix(34) + "。" }
    for (index, line) in lines.enumerated() {
      let (x, y) = index < 2 ? (84.0, 600 - 20 * Double(index)) : (314.0, 740 - 20 * Double(index - 2))
      content += ContentPage.line(line, x, y, size: 12)
    }
    content += Setting(width: 17, x: 290, y: 660).set(more).content
    let found = try texts(content)
    #expect(found == rest + [lines.joined()] + more)
  }
}
