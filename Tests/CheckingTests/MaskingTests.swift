import Conformance
import DocumentModel
import Findings
import Messages
import Rules
import Specifications
import Testing

@testable import Checking

/// Whatever is private reaches no report, by whichever way.
@Suite struct MaskingTests {
  @Test func otherFindingsAndElementsAreMaskedToo() throws {
    let spec = try SpecLibrary.builtIn.load("sixian-2022", rules: .builtIn)
    let verdicts = [
      Verdict.violates([Violation(Message("x"), at: [.init(paragraph: 1, range: 2..<8)], masks: true)])
    ]
    let document = Document(paragraphs: [Paragraph("电话13812345678"), Paragraph("住在花园路十二号院")])
    let masking = Masking(of: verdicts, in: document)
    let places = PlaceFinder(document, masking: masking)
    #expect(places.place(of: [.init(paragraph: 0, range: 0..<2)])?.quote == "电话138******78")
    #expect(places.place(of: [.init(paragraph: 1)])?.quote.contains("花园路十二号") == false)
    #expect(masking.text("见花园路十二号和13812345678").contains("路十") == false)
    #expect(masking.message(Message("k", ["a": .text("13812345678")])).arguments["a"] == .text("138******78"))
    #expect(PlaceFinder(document).place(of: [.init(paragraph: 0)])?.quote == "电话13812345678")
    #expect(
      masking.fix(Fix(safety: .safe, edits: [.replaceText("13812345678", paragraph: 0, range: 0..<1)])) == nil
    )
    #expect(spec.requirements.count { $0.code.hasPrefix("PRIV-") } >= 9)
  }

  /// A value that holds another one is masked as what it is, whichever was found first: the same file makes the
  /// same report.
  @Test func theLongerValueIsMaskedFirst() {
    let values = (0..<20).flatMap { ["门牌甲乙丙丁\($0)号", "花园路门牌甲乙丙丁\($0)号"] }
    let verdict = Verdict.violates(
      values.indices.map { Violation(Message("x"), at: [.init(paragraph: $0)], masks: true) })
    let masking = Masking(of: [verdict], in: Document(paragraphs: values.map { Paragraph($0) }))
    for value in values {
      #expect(masking.text("住" + value).hasPrefix("住" + String(value.prefix(3)) + "*"), "\(value)")
    }
  }
}
