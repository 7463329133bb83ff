import Conformance
import DocumentModel
import Structure
import Testing

/// Headings on a line of their own that end with a full stop.
@Suite struct ClosedHeadingTests {
  private static let song = TextStyle("宋体", 12)
  private static let hei = TextStyle("黑体", 12)
  private static let text = "各校要成立专项工作小组，由校长负总责，分管校长具体抓，逐项落实开学前的各项准备工作。"

  /// The roles of the lines behind a title and a first paragraph.
  private func roles(_ lines: [(String, TextStyle)]) -> [ElementRole?] {
    let head: [(String, TextStyle)] = [
      ("云岭县教育局关于做好开学工作的通知", TextStyle("宋体", 18, bold: true)), ("各中小学：", Self.song), (Self.text, Self.song),
    ]
    let paragraphs = (head + lines).map { text, style in
      Paragraph(text: text, runs: [Run(utf8Count: text.utf8.count, style: style)])
    }
    let elements = StructureReader().elements(of: Document(paragraphs: paragraphs)).elements
    return paragraphs.indices.dropFirst(head.count).map { index in
      elements.first { $0.pieces.contains { $0.paragraph == index } }?.role
    }
  }

  @Test func setOtherwiseThanItsText() {
    #expect(roles([("一、提高认识，加强领导。", Self.hei), (Self.text, Self.song)]) == [.heading1, .body])
    #expect(roles([("（一）提高认识。", TextStyle("楷体", 12)), (Self.text, Self.song)]) == [.heading2, .body])
  }

  @Test func withASiblingThatHasATextToo() {
    let lines = [
      ("一、提高认识。", Self.song), (Self.text, Self.song), ("二、加强领导。", Self.song), (Self.text, Self.song),
    ]
    #expect(roles(lines) == [.heading1, .body, .heading1, .body])
    #expect(roles([lines[0], lines[1], ("二、加强领导", Self.song), lines[3]])[0] == .heading1)
  }

  @Test func itemsAndSentencesAreNone() {
    let items = [("一、提高认识。", Self.song), ("二、加强领导。", Self.song), ("三、抓好落实。", Self.song)]
    #expect(roles(items) == [.body, .body, .body])
    // Alone, and not set otherwise: it may be one sentence of the text.
    #expect(roles([items[0], (Self.text, Self.song)]) == [.body, .body])
    let rules = [
      ("一、各校应当建立制度。", Self.song), (Self.text, Self.song), ("二、校长负责本项工作。", Self.song), (Self.text, Self.song),
    ]
    #expect(roles(rules) == [.body, .body, .body, .body])
  }

  @Test func deeperItemsAreItsText() {
    let lines = [("一、提高认识。", Self.hei), ("（一）各校要加强领导，明确分工，逐级落实责任，确保不出问题。", Self.song)]
    #expect(roles(lines)[0] == .heading1)
  }
}
