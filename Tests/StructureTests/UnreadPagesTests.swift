import Conformance
import DocumentModel
import Testing

@testable import Structure

@Suite struct UnreadPagesTests {
  private func read(_ lines: [(String, Int)], pages: [Page]) -> StructuredDocument {
    var document = Document(
      format: .pdf,
      paragraphs: lines.map { text, page in
        var paragraph = Paragraph(text, TextStyle("宋体", 12))
        paragraph.page = page
        return paragraph
      })
    document.pages = pages
    return StructureReader().elements(of: document)
  }

  private static let scan = Page.sample(characters: 0, picture: 1)
  private static let text = [
    ("关于做好开学工作的通知", 2), ("各学校：", 2), ("春季学期将于3月10日正式开学，现就有关事项通知如下。", 2),
  ]

  @Test func whatAScanMayHoldIsNotAbsent() {
    let scanned = read(Self.text, pages: [.sample(), .sample(), .sample(), Self.scan])
    #expect(scanned.unreadPages == [4])
    #expect(scanned.doubts[.date]?.key == "structure.doubt.unread")
    let read = read(Self.text, pages: [.sample(), .sample(), .sample(), .sample()])
    #expect(read.doubts[.date]?.key != "structure.doubt.unread")
  }

  @Test func noLineIsATitleForSureBehindAScan() {
    let document = read(Self.text, pages: [Self.scan, .sample(), .sample()])
    #expect(document.elements(.title).allSatisfy { $0.certainty <= 0.5 })
    #expect(document.hasReadableText)
  }

  @Test func mostPagesMakeTheDocument() {
    #expect(!read(Self.text, pages: [Self.scan, .sample()]).hasReadableText)
    #expect(!read([], pages: [Self.scan]).hasReadableText)
    #expect(read(Self.text, pages: []).hasReadableText)
  }

  @Test(arguments: [
    (Page.sample(characters: 0, hasInk: false), PageText.blank), (.sample(), .text),
    (.sample(characters: 10), .text), (.sample(characters: 0, picture: 0.9), .picture),
    (.sample(characters: 10, picture: 0.9), .picture), (.sample(characters: 200, picture: 1), .text),
    (.sample(characters: 0, invisible: 300, picture: 1), .recognised),
    (.sample(characters: 10, unmapped: 200), .unmapped), (.sample(characters: 0, picture: 0.3), .drawing),
  ])
  func kindsOfPages(_ page: Page, _ kind: PageText) { #expect(page.text() == kind) }
}
