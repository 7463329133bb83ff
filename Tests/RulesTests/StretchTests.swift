import Conformance
import DocumentModel
import Messages
import Testing

@testable import Rules

/// Where a paragraph of several looks is at fault, character by character.
@Suite struct StretchTests {
  private static let song = TextStyle("宋体", 12)
  private static let fang = TextStyle("仿宋_GB2312", 12)

  /// What a rule that wants 宋体 finds in one element.
  private func survey(_ runs: [(String, TextStyle)], range: Range<Int>? = nil) -> Survey<String> {
    let paragraph = Paragraph(
      text: runs.map(\.0).joined(), runs: runs.map { Run(utf8Count: $0.0.utf8.count, style: $0.1) })
    let element = Element(
      role: .body, text: paragraph.text, pieces: [.init(paragraph: 0, range: range)], certainty: 1,
      reason: Message("sample.reason"))
    let document = StructuredDocument(document: Document(paragraphs: [paragraph]), elements: [element])
    let context = CheckContext(document: document)
    return Survey<String>(of: context.text(of: [.body]), counting: .ideographs, in: context) { _, style in
      let face = style.faces.eastAsia.name
      return face == "宋体" ? .init(.fits) : .init(.wrong(face), sparingRare: face.hasSuffix("_GB2312"))
    }
  }

  @Test func namesTheStretch() {
    let found = survey([("一，二（", Self.song), ("a三b四。", Self.fang), ("五", Self.song)])
    #expect(found.judged == 5)
    #expect(found.fitting == 3)
    #expect(found.wrong.map(\.piece) == [.init(paragraph: 0, range: 5..<8)])
    #expect(found.wrong.map(\.characters) == [2])
    #expect(found.wrong.map(found.value) == ["仿宋_GB2312"])
  }

  @Test func joinsWhatLooksAlike() {
    let found = survey([
      ("一", Self.fang), ("，", Self.song), ("二", Self.fang), ("三", Self.song), ("四", Self.fang),
    ])
    #expect(found.wrong.map(\.piece.range) == [0..<3, 4..<5])
    #expect(found.values == ["仿宋_GB2312"])
  }

  @Test func meansThePieceWhereAllOfItLooksAlike() {
    #expect(survey([("一二", Self.fang), ("。", Self.song)]).wrong.map(\.piece.range) == [nil])
    #expect(survey([("一二", Self.fang), ("三", Self.song)], range: 0..<2).wrong.map(\.piece.range) == [0..<2])
  }

  /// 镕 is outside GB/T 2312: what stands in for it is no fault of the face.
  @Test func sparesRareIdeographs() {
    let found = survey([("镕", Self.fang), ("一", Self.song), ("镕二镕", Self.fang)])
    #expect(found.judged == 2)
    #expect(found.wrong.map(\.piece.range) == [3..<4])
    #expect(survey([("镕", Self.fang)]).judged == 0)
  }

  @Test func countsNoMoreThanThePiece() {
    let found = survey([("一二三", Self.fang), ("四五", Self.song)], range: 1..<4)
    #expect(found.judged == 3)
    #expect(found.wrong.map(\.piece.range) == [1..<3])
    #expect(found.wrong.map(\.characters) == [2])
  }
}
