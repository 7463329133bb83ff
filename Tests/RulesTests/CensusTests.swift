import Conformance
import DocumentModel
import Testing

@testable import Rules

/// What the rules are told of a text before they look at it.
@Suite struct CensusTests {
  private func context(_ paragraphs: [Paragraph]) -> CheckContext {
    CheckContext(document: StructuredDocument(document: Document(paragraphs: paragraphs)))
  }

  private func line(_ text: String) -> TextCensus.Line {
    context([Paragraph(text)]).view(TextCensus.self).line(0)
  }

  /// Of every character of the basic plane, and of some beyond: the counts are those of the model.
  @Test func countsWhatTheModelCounts() {
    let values = (1...0xFFFF).filter { !(0xD800...0xDFFF).contains($0) } + [0x1_F600, 0x2_0000, 0x3_1350]
    let scalars = values.compactMap { Unicode.Scalar(UInt32($0)) }
    let context = context(scalars.map { Paragraph(String($0)) })
    let census = context.view(TextCensus.self)
    for (index, scalar) in scalars.enumerated() {
      let counts = census.line(index).counts
      #expect(counts.scalars == 1)
      #expect(counts.han == (CharacterSort.ideographs.holds(scalar) ? 1 : 0), "\(scalar.value)")
      #expect(counts.visible == (CharacterSort.visible.holds(scalar) ? 1 : 0), "\(scalar.value)")
      #expect(
        counts.letters + counts.digits == (CharacterSort.latin.holds(scalar) ? 1 : 0), "\(scalar.value)")
    }
  }

  @Test func countsRareIdeographs() {
    #expect(line("朱镕基〇中").counts.rare == 2)
    #expect(line("𠮷㐀豈").counts.rare == 3)
  }

  @Test func notesMarks() {
    let none = TextCensus.Marks([])
    #expect(line("各单位要认真落实").marks == none)
    #expect(line("各单位要认真落实。 ").marks == [.endStop, .space, .gap])
    #expect(line(String(repeating: "各单位要认真落实", count: 8) + "。").marks == none)
    #expect(line("第一、加强领导").marks == [.ordinal, .ordinalStop])
    #expect(line("进一步加强第三产业和第一、二季度工作的领导、指导").marks == [.ordinal])
    #expect(line("《甲》、《乙》").marks == [.titleMark, .pair, .cluster])
    #expect(line("甲、乙、等。").marks == [.cluster, .endStop])
    #expect(line("甲，，乙").marks == [.cluster])
    #expect(line("甲;,乙").marks == [.narrow])
    #expect(line("户主住址").marks == [.dwelling])
    #expect(line("a X x * × ●").marks == [.capital, .mask, .space, .gap])
    #expect(line("甲　乙").marks == [.gap])
    #expect(line("甲\u{200B}乙\u{AD}").marks == [.gap, .invisible])
    #expect(line("２0").marks == [.wideDigit, .digit])
    #expect(line("２0").allDigits == 2)
    #expect(line("a@b (c) [d] O").marks == [.at, .narrow, .pair, .square, .capital, .letterO, .space, .gap])
  }

  @Test func numbersLooks() {
    let song = TextStyle("宋体", 12)
    let fang = TextStyle("仿宋", 12)
    func paragraph(_ runs: [Run]) -> Paragraph { Paragraph(text: "甲乙ab丙", runs: runs) }
    let census = context([
      paragraph([
        Run(utf8Count: 3, style: song), Run(utf8Count: 5, style: fang), Run(utf8Count: 3, style: song),
      ]),
      // Runs that say more, or less, than there is.
      paragraph([Run(utf8Count: 99, style: fang)]), paragraph([Run(utf8Count: 3, style: song)]),
    ]).view(TextCensus.self)
    #expect(census.styles.map(ObjectIdentifier.init) == [song, fang].map(ObjectIdentifier.init))
    #expect(census.line(0).runs.map { census.runs[$0].style } == [0, 1, 0])
    #expect(census.line(0).runs.map { census.runs[$0].counts.han } == [1, 1, 1])
    #expect(census.line(0).runs.map { census.runs[$0].counts.scalars } == [1, 3, 1])
    #expect(census.line(1).runs.map { census.runs[$0].utf8Count } == [11])
    #expect(census.line(2).counts.han == 3)
    #expect(census.line(2).runs.map { census.runs[$0].counts.han } == [1])
  }

  @Test func findsWords() {
    let words = WordSearch(["绝密", "No.0", ""])
    #expect(words.finds(in: "秘密、绝密"))
    #expect(words.finds(in: "No.0"))
    #expect(!words.finds(in: "绝对机密"))
    #expect(!words.finds(in: "密绝"))
    #expect(!words.finds(in: "No."))
    #expect(!words.finds(in: ""))
    #expect(!WordSearch([]).finds(in: "绝密"))
  }

  /// Texts of roles come in document order, whatever the order of the roles.
  @Test func gathersRoles() {
    let document = StructuredDocument.sample([
      .title("甲"), .heading("一、乙"), .body("丙"), .heading("二、丁"), .body("戊"),
    ])
    let context = CheckContext(document: document)
    #expect(context.text(of: [.body, .heading1]).elements.map(\.text) == ["一、乙", "丙", "二、丁", "戊"])
    #expect(context.text(of: [.body]).elements.map(\.text) == ["丙", "戊"])
    #expect(context.text(of: [.note]).elements.isEmpty)
    #expect(context.text(of: [.note]).certainty == 0)
    #expect(document.places(of: [.heading1, .title]) == [0, 1, 3])
  }
}
