import Conformance
import DocumentModel
import Foundation
import Messages
import Structure
import Testing

@Suite struct StructureTests {
  @Test func emptyDocumentIsSaidToBeEmpty() {
    for paragraphs in [[], [Make.blank], [Make.p(" \u{3000}\t")]] {
      let result = StructureReader().elements(of: Make.document(paragraphs))
      #expect(result.elements.isEmpty)
      #expect(result.doubts[.title] == Message("structure.doubt.empty"))
      #expect(result.doubts[.body] != nil && result.doubts[.number] != nil)
    }
  }

  @Test func everyReasonIsInTheCatalogue() {
    for sample in SampleTests.heading + SampleTests.ending + SampleTests.kinds + SampleTests.web {
      let result = StructureReader().elements(of: Make.document(sample.paragraphs))
      for message in result.elements.map(\.reason) + result.doubts.values {
        for language in Language.allCases { #expect(!message.text(in: language).contains("[")) }
        #expect(!message.text(in: .zh).contains("{"))
      }
    }
  }

  @Test func rangesPointAtTheWords() throws {
    for sample in SampleTests.heading + SampleTests.ending + SampleTests.kinds + SampleTests.web {
      let document = Make.document(sample.paragraphs)
      for element in StructureReader().elements(of: document).elements {
        for piece in element.pieces {
          #expect(document.paragraphs.indices.contains(piece.paragraph))
          guard let range = piece.range, element.pieces.count == 1 else { continue }
          let view = document.paragraphs[piece.paragraph].text.unicodeScalars
          #expect(range.upperBound <= view.count)
          let words = String(view.dropFirst(range.lowerBound).prefix(range.count))
          if element.role != .issuer, element.role != .title {
            #expect(words.contains(element.text), "\(element.role) \(words) \(element.text)")
          }
        }
      }
    }
  }

  @Test func everyPrintedParagraphOfTheTextHasARole() {
    for sample in SampleTests.ending {
      let result = StructureReader().elements(of: Make.document(sample.paragraphs))
      let roled = Set(result.elements.flatMap(\.pieces).map(\.paragraph))
      for (index, paragraph) in sample.paragraphs.enumerated() where !paragraph.isBlank {
        #expect(roled.contains(index), "\(sample.name): \(paragraph.text)")
      }
    }
  }

  @Test func annexTextIsNeverBody() throws {
    let paragraphs = [
      Make.title("泗县统计局关于印发制度的通知"), Make.p("各单位："), Make.prose, Make.right("泗县统计局"), Make.right("2022年3月1日"),
      Make.page(Make.p("附件")), Make.title("统计制度"), Make.closing, Make.p("第一条　为了统计，制定本制度。"),
    ]
    let result = StructureReader().elements(of: Make.document(paragraphs))
    #expect(result.elements(.body).flatMap(\.pieces).map(\.paragraph) == [2])
    #expect(result.elements(.annexBody).flatMap(\.pieces).map(\.paragraph) == [7, 8])
  }

  @Test func runInHeadingAndItsTextShareTheParagraph() throws {
    let text = "　　（一）健全工作机制。各单位要明确分管负责人和联络员，按月报送进展情况。"
    let result = StructureReader().elements(
      of: Make.document([Make.title("泗县司法局关于加强管理的通知"), Make.p("各单位："), Make.p(text), Make.closing]))
    let heading = try #require(result.first(.heading2))
    #expect(heading.text == "（一）健全工作机制。")
    #expect(heading.pieces == [.init(paragraph: 2, range: 2..<12)])
    #expect(result.elements(.body).first?.pieces == [.init(paragraph: 2, range: 12..<37)])
  }

  @Test func aSentenceWithANumberIsNoHeading() {
    let sentence = "一、本通知适用于辖内各级行政机关以及法律、法规授权的具有管理公共事务职能的组织。自印发之日起施行，请遵照执行。"
    let result = StructureReader().elements(
      of: Make.document([Make.title("泗县司法局关于加强管理的通知"), Make.p("各单位："), Make.p(sentence), Make.closing]))
    #expect(result.elements(.heading1).isEmpty)
  }

  @Test func signsWithoutDecisionAreDoubts() {
    let bare = StructureReader().elements(
      of: Make.document([Make.title("泗县人民政府关于规划的批复"), Make.center("第5号"), Make.p("各单位："), Make.prose]))
    #expect(bare.first(.number) == nil)
    #expect(bare.doubts[.number] != nil)
    let lines = StructureReader().elements(of: Make.document([Make.p("春天来了"), Make.p("花开了"), Make.prose]))
    #expect(lines.first(.title) == nil)
    #expect(lines.doubts[.title] != nil)
    let date = StructureReader().elements(
      of: Make.document([
        Make.title("泗县司法局关于加强管理的通知"), Make.p("各单位："), Make.p("2022年5月1日"), Make.prose, Make.closing,
      ]))
    #expect(date.first(.date) == nil)
    #expect(date.doubts[.date] != nil)
  }

  @Test func aPersonsNameAboveTheDateIsADoubt() {
    let result = StructureReader().elements(
      of: Make.document([
        Make.title("关于加强管理的通知"), Make.p("各单位："), Make.prose, Make.right("县长　张三"), Make.right("2022年3月1日"),
      ]))
    #expect(result.first(.issuer) == nil)
    #expect(result.doubts[.issuer] == Message("structure.doubt.issuer", ["text": "县长　张三"]))
  }

  @Test func aNameBrokenOverTwoLinesIsOneWhereTheTitleHasIt() throws {
    func issuers(_ title: String, _ lines: [String]) -> [String] {
      let head = [Make.title(title), Make.p("各单位："), Make.prose]
      let end = (lines + ["2022年3月1日"]).map { Make.right($0) }
      let result = StructureReader().elements(of: Make.document(head + end))
      return result.elements.filter { $0.role == .issuer }.map(\.text)
    }
    let title = "云岭县教育体育局办公室关于做好开学工作的通知"
    #expect(issuers(title, ["云岭县教育体", "育局办公室"]) == ["云岭县教育体育局办公室"])
    #expect(issuers(title, ["云岭县教育体育局", "办公室"]) == ["云岭县教育体育局办公室"])
    // Two offices are two.
    #expect(issuers("关于做好开学工作的通知", ["云岭县教育局", "云岭县公安局"]) == ["云岭县教育局", "云岭县公安局"])
  }

  @Test func issuerOfTheTitleIsNoSignOff() throws {
    let result = StructureReader().elements(
      of: Make.document([
        Make.title("泗县司法局关于加强管理的通知"), Make.p("各单位："), Make.prose, Make.right("2022年3月1日"),
      ]))
    let issuer = try #require(result.first(.issuer))
    #expect(issuer.text == "泗县司法局" && issuer.reason == Message("structure.issuer.fromTitle"))
    #expect(issuer.certainty < 0.9)
    #expect(issuer.pieces == [.init(paragraph: 0, range: 0..<5)])
  }

  @Test func otherStoriesAreNotLookedAt() {
    let header = Make.styled("泗政办〔2022〕5号", 16, .center, story: .header)
    let result = StructureReader().elements(
      of: Make.document([Make.title("泗县司法局关于加强管理的通知"), Make.p("各单位："), Make.prose, header]))
    #expect(result.first(.number) == nil)
  }

  /// `HEGUI_LARGE` makes it a million, to be timed in a release build.
  @Test func manyParagraphsAreRead() {
    let count = ProcessInfo.processInfo.environment["HEGUI_LARGE"] == nil ? 5_000 : 200_000
    var paragraphs = [Make.title("泗县统计局关于报送数据的通知"), Make.p("各单位：")]
    for index in 0..<count {
      paragraphs += [
        Make.p("一、提高认识"), Make.prose, Make.p("（\(index % 9 + 1)）报送数据。"), Make.blank, Make.closing,
      ]
    }
    paragraphs += [Make.right("泗县统计局"), Make.right("2022年3月1日")]
    let document = Make.document(paragraphs)
    let clock = ContinuousClock()
    var result = StructuredDocument(document: document)
    let time = clock.measure { result = StructureReader().elements(of: document) }
    print("\(paragraphs.count) paragraphs: \(time)")
    #expect(result.first(.date)?.iso == "2022-03-01")
    #expect(result.elements(.heading1).count == count)
  }
}
