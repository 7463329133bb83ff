import CompoundFixtures
import DOCReader
import DocumentModel
import Testing

@Suite struct TextTests {
  private typealias Paragraph = WordWriter.Paragraph

  private func read(_ writer: WordWriter) throws -> Document { try DOCReader().read(writer.bytes()) }
  private func text(_ paragraphs: [Paragraph]) throws -> [String] {
    try read(WordWriter(paragraphs)).paragraphs.map(\.text)
  }

  @Test func controlCharactersBecomeWhatTheyMean() throws {
    #expect(
      try text([Paragraph("甲\u{B}乙\t丙\u{1E}丁\u{1F}戊\u{A0}己"), Paragraph("\u{C}甲"), Paragraph("甲\u{C}")])
        == ["甲\n乙\t丙\u{2011}丁戊\u{A0}己", "甲", "甲\n"])
    #expect(try text([Paragraph("𠀀甲")]) == ["𠀀甲"])
  }

  @Test func fieldsShowTheirResultOnly() throws {
    let mark = Modify.special
    let nested: [(text: String, properties: [UInt8])] = [
      ("前", []), ("\u{13}", mark), (" IF ", []), ("\u{13}", mark), (" PAGE ", []), ("\u{14}", mark),
      ("3", []),
      ("\u{15}", mark), ("\u{14}", mark), ("果", []), ("\u{15}", mark), ("后", []),
    ]
    #expect(try text([Paragraph(nested)]) == ["前果后"])
    // Marks that do not say that they are special count all the same.
    #expect(try text([Paragraph("前\u{13} PAGE \u{14}3\u{15}后\u{13} X \u{15}")]) == ["前3后"])
  }

  @Test func hiddenTextIsNoTextAndIsRemembered() throws {
    let document = try read(WordWriter([Paragraph([("看", []), ("不看", Modify.hidden), ("见", [])])]))
    #expect(document.paragraphs.map(\.text) == ["看见"])
    #expect(document.residue.hiddenText == ["不看"])
    #expect(document.residue.hiddenRuns == 1)
  }

  @Test func revisionsAreAcceptedAndCounted() throws {
    var writer = WordWriter([
      Paragraph([
        ("留", []), ("增", Modify.inserted(by: 1)), ("增", Modify.inserted(by: 1) + Modify.bold(1)),
        ("删", Modify.deleted(by: 0)), ("下", []),
      ]),
      Paragraph([("前", [])], markProperties: Modify.deleted(by: 0)), Paragraph("后"),
    ])
    // Names in UTF-16, marked by 0xFFFF.
    var names: [UInt8] = [0xFF, 0xFF, 2, 0, 0, 0]
    for name in ["甲", "乙"] {
      names += [1, 0]
      for unit in name.utf16 { names += Modify.two(Int(unit)) }
    }
    writer.structures[51] = names
    let document = try read(writer)
    #expect(document.paragraphs.map(\.text) == ["留增增下", "前后"])
    #expect(document.residue.insertions == 1)
    #expect(document.residue.deletions == 2)
    #expect(document.residue.authors == ["乙", "甲"])
  }

  @Test func symbolsBringTheirFace() throws {
    let symbol = Modify.special + [0x09, 0x6A] + Modify.two(2) + Modify.two(0xF06E)
    let paragraph = try read(WordWriter([Paragraph([("甲", []), ("(", symbol)])])).paragraphs[0]
    #expect(paragraph.text == "甲\u{F06E}")
    #expect(paragraph.runs.last?.style.faces.ascii.name == "黑体")
  }

  // MARK: Tables

  private func cell(_ text: String, _ more: [UInt8] = []) -> Paragraph {
    Paragraph([(text, [])], properties: Modify.inTable + Modify.depth(1) + more, mark: "\u{7}")
  }

  private func rowEnd(_ edges: [Int]) -> Paragraph {
    Paragraph(
      [], properties: Modify.inTable + Modify.depth(1) + Modify.rowEnd + Modify.cells(edges), mark: "\u{7}")
  }

  @Test func tablesKnowRowsAndColumns() throws {
    let document = try read(
      WordWriter([
        Paragraph("表"), cell("甲"), cell("乙"), rowEnd([0, 1_000, 2_000]), cell("丙丙"), rowEnd([0, 2_000]),
        cell("丁"),
        cell("戊"), rowEnd([1_000, 1_500, 2_000]), Paragraph("后"),
      ]))
    #expect(document.paragraphs.map(\.text) == ["表", "甲", "乙", "丙丙", "丁", "戊", "后"])
    #expect(document.tables == [Table(rows: 3, columns: 3, paragraphs: 1..<6)])
    let cells = document.paragraphs.compactMap(\.cell)
    #expect(cells.map(\.row) == [0, 0, 1, 2, 2])
    // The grid is made of all left edges: 0, 1000 and 1500.
    #expect(cells.map(\.column) == [0, 1, 0, 1, 2])
    #expect(document.paragraphs[6].cell == nil)
  }

  @Test func tablesNest() throws {
    let inner = Modify.inTable + Modify.depth(2)
    let document = try read(
      WordWriter([
        Paragraph([("里", [])], properties: inner + Modify.innerCell),
        Paragraph([], properties: inner + Modify.innerRowEnd + Modify.cells([0, 100])), cell("外"),
        rowEnd([0, 1_000]),
      ]))
    #expect(document.paragraphs.map(\.text) == ["里", "外"])
    #expect(document.tables.map(\.parent) == [nil, 0])
    #expect(document.paragraphs.map { $0.cell?.table } == [1, 0])
    #expect(document.tables.map(\.paragraphs) == [0..<2, 0..<1])
  }

  // MARK: Lists

  /// A level: start, format, text with a place for the number, and an indent.
  private func level(_ format: UInt8, _ text: [Int]) -> [UInt8] {
    let indent: [UInt8] = [0x60, 0x84] + Modify.two(640)
    var bytes = Modify.four(1)
    bytes += [format, 0]
    bytes += [UInt8](repeating: 0, count: 18)
    bytes += [0, UInt8(indent.count), 0, 0]
    bytes += indent
    bytes += Modify.two(text.count)
    bytes += text.flatMap(Modify.two)
    return bytes
  }

  @Test func listsAreCountedAndRendered() throws {
    var writer = WordWriter([
      Paragraph("甲", paragraph: Modify.list(1)), Paragraph("乙", paragraph: Modify.list(1)), Paragraph("无"),
      Paragraph("丙", paragraph: Modify.list(1)), Paragraph("停", paragraph: Modify.list(0)),
    ])
    var list: [UInt8] = [1, 0]
    list += Modify.four(77)
    list += [UInt8](repeating: 0, count: 22)
    list += [1, 0]
    writer.structures[73] = list
    writer.tails[73] = level(39, [0, 0x3001])
    var override = Modify.four(1)
    override += Modify.four(77)
    override += [UInt8](repeating: 0, count: 12)
    override += Modify.four(-1)
    writer.structures[74] = override
    let document = try read(writer)
    #expect(document.paragraphs.map(\.label) == ["一、", "二、", "", "三、", ""])
    #expect(document.paragraphs[0].format.firstLineIndent == .pt(32))
    #expect(document.paragraphs[2].format.firstLineIndent == .pt(0))
  }

  // MARK: Stories

  @Test func notesAndHeadersFollowTheBody() throws {
    var writer = WordWriter([Paragraph([("文", []), ("\u{2}", Modify.special)])])
    writer.stories = [
      (4, [Paragraph([("\u{2}", Modify.special), (" 注", [])]), Paragraph("")]),
      (5, [Paragraph("眉"), Paragraph(""), Paragraph("脚"), Paragraph(""), Paragraph("")]),
    ]
    // Six separators without text, then a section: odd header and odd footer.
    writer.structures[11] = [0, 0, 0, 0, 0, 0, 0, 0, 3, 3, 6, 6, 6, 7].flatMap(Modify.four)
    let document = try read(writer)
    #expect(document.paragraphs.map(\.text) == ["文", "眉", "脚", " 注"])
    #expect(document.paragraphs.map(\.story) == [.body, .header, .footer, .footnote])
  }

  @Test func endsWhenTheTimeIsOver() throws {
    var looks = 0
    let deadline = Deadline(.seconds(5)) {
      looks += 1
      return .seconds(looks)
    }
    let paragraphs = (0..<600).map { _ in Paragraph("各校要在开学前完成校舍检修") }
    let bytes = WordWriter(paragraphs).bytes()
    let error = #expect(throws: ReadError.self) { try DOCReader().read(bytes, before: deadline) }
    #expect(error?.code == .timeout && error?.part?.hasPrefix("WordDocument, ") == true)
  }
}
