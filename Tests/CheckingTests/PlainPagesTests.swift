import DocumentModel
import Findings
import Rules
import Specifications
import Testing

@testable import Checking

@Suite struct PlainPagesTests {
  private func document(_ text: String) -> Document? { PlainPages.document(text, limits: ReadLimits()) }

  private static let notice = """
                云岭县教育体育局关于做好开学工作的通知
                        云教体〔2025〕3号
    各中小学、幼儿园：
        春季学期将于3月10日正式开学。为做好开学各项工作，现就有关事项通
    知如下。
                                        云岭县教育体育局
                                          2025年3月3日
    \u{0C}
    """

  @Test func linesBecomeParagraphs() throws {
    let document = try #require(self.document(Self.notice))
    #expect(document.paragraphs.map(\.text).contains("春季学期将于3月10日正式开学。为做好开学各项工作，现就有关事项通知如下。"))
    #expect(document.paragraphs.count == 6)
    #expect(document.paragraphs[0].format.alignment == .center)
    #expect(document.paragraphs[5].format.alignment == .right)
    #expect(document.pages.count == 1)
    #expect(document.notes.map(\.code) == ["W_READ_BY_PDFTOTEXT"])
    #expect(document.paragraphs.allSatisfy { $0.runs.map(\.style.size) == [nil] })
  }

  /// A private number that is seen is one; nothing else is proved by what is left of a file.
  @Test func damagedFileIsJudgedByItsWords() throws {
    let specification = try SpecLibrary.builtIn.load("sixian-2022", rules: .builtIn)
    let damaged = Array("%PDF-1.7\nnothing of it is left\n".utf8)
    let words = Self.notice.replacing("如下。", with: "如下：证件号11010519491231002X。")
    let report = Checker(specification) { $0 == damaged ? words : nil }.check(damaged, path: "a.pdf")
    let outcomes = Dictionary(uniqueKeysWithValues: report.outcomes.map { ($0.requirement, $0.outcome) })
    #expect(report.members.first?.notes.map(\.code) == ["W_READ_BY_PDFTOTEXT"])
    #expect(report.outcomes.filter { $0.outcome == .failed }.map(\.requirement) == ["privacy-id"])
    #expect(report.outcomes.allSatisfy { $0.outcome != .passed })
    let others = [
      "docnum-form", "date-form", "title-present", "privacy-mobile",
      "title-font", "title-bold", "body-size", "body-spacing", "text-color", "text-layer", "twin-clean",
    ]
    for requirement in others + ["twin-open"] {
      #expect(outcomes[requirement] == .cantTell, "\(requirement)")
    }
    let lost = Checker(specification) { _ in nil }.check(damaged, path: "a.pdf")
    #expect(lost.members.first?.error?.code.rawValue == "E_PDF_CORRUPT")
    #expect(lost.outcomes.filter { $0.outcome == .failed }.map(\.requirement) == ["twin-open"])
  }

  @Test func hardlyAnyWordsAreNone() {
    #expect(document("") == nil)
    #expect(document("\u{0C}\u{0C}\u{0C}") == nil)
    #expect(document("abc 2025\n") == nil)
  }

  @Test func pagesAreParted() throws {
    let document = try #require(self.document(Self.notice + Self.notice))
    #expect(document.pages.count == 2)
    #expect(document.paragraphs.compactMap(\.page) == [1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2])
  }
}
