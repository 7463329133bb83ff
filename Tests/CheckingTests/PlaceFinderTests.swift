import Conformance
import DocumentModel
import Testing

@testable import Checking

@Suite struct PlaceFinderTests {
  func quote(_ text: String, _ ranges: [Range<Int>], label: String = "") -> String {
    var paragraph = Paragraph(text)
    paragraph.label = label
    let (quote, marks) = PlaceFinder.quote(paragraph, ranges)
    let scalars = Array(quote.unicodeScalars)
    var shown = ""
    for (index, scalar) in scalars.enumerated() {
      if marks.contains(where: { $0.lowerBound == index }) { shown += "⟦" }
      shown.unicodeScalars.append(scalar)
      if marks.contains(where: { $0.upperBound == index + 1 }) { shown += "⟧" }
    }
    return shown
  }

  @Test func marksStayWithTheirWords() {
    #expect(quote("云教体[2026]3号", [3..<4, 8..<9]) == "云教体⟦[⟧2026⟦]⟧3号")
    #expect(quote("　　正文。 ", []) == "正文。")
    #expect(quote("　　正文。", [0..<2]) == "⟦　　⟧正文。")
    #expect(quote("标题", [0..<2], label: "一、") == "一、⟦标题⟧")
    #expect(quote("标题", [0..<2]) == "标题", "all of it needs no mark")
    #expect(quote("第一条　为了", [0..<3, 4..<6]) == "第一条　为了", "white space between marks is no matter")
    #expect(quote("", []) == "")
    #expect(quote("短", [5..<9]) == "短", "a range beyond the text is no mark")
  }

  @Test func longTextIsCutAroundTheFirstMark() {
    let long = String(repeating: "甲", count: 100) + "乙" + String(repeating: "丙", count: 100)
    let cut = quote(long, [100..<101])
    #expect(cut.hasPrefix("…甲") && cut.contains("⟦乙⟧") && cut.hasSuffix("丙…"))
    #expect(cut.unicodeScalars.count == PlaceFinder.quoteLength + 4)
    #expect(quote(long, []).hasSuffix("甲…"))
  }

  @Test func peopleCountPrintedParagraphsOutsideTables() {
    var cell = Paragraph("表内")
    cell.cell = CellPosition(table: 0, row: 1, column: 0)
    let document = Document(paragraphs: [
      Paragraph("标题"), Paragraph("　"), cell, Paragraph("正文"), Paragraph("页脚", story: .footer),
    ])
    let places = PlaceFinder(document)
    let ordinals = document.paragraphs.indices.map { places.place(of: [.init(paragraph: $0)])?.ordinal }
    #expect(ordinals == [1, nil, nil, 2, nil])
    #expect(places.place(of: [.init(paragraph: 9)]) == nil)
    #expect(places.place(of: []) == nil)
  }

  @Test func piecesOfOneParagraphAreOnePlace() {
    let pieces: [Element.Piece] = [
      .init(paragraph: 1, range: 0..<2), .init(paragraph: 1, range: 4..<5), .init(paragraph: 2),
    ]
    #expect(PlaceFinder.grouped(pieces).map(\.count) == [2, 1])
    let places = PlaceFinder(Document(paragraphs: [Paragraph("零"), Paragraph("一二三四五六"), Paragraph("七")]))
    let place = places.place(of: Array(pieces.prefix(2)))
    #expect(place?.range == 0..<5 && place?.marks == [0..<2, 4..<5])
    #expect(place?.look?.face == "宋体" && place?.look?.size == .pt(12))
  }

  @Test func fingerprintsForgetWhiteSpaceOnly() {
    func print(_ text: String) -> String {
      var print = Fingerprint()
      print.addNormalised(text.unicodeScalars)
      return print.text
    }
    #expect(print("云教体 3号") == print("云教体3号　"))
    #expect(print("云教体3号") != print("云教体4号"))
    #expect(print("a").utf8.count == 16)
  }
}
