import DocumentModel
import PDFReader
import Testing

/// Reading order by tags, where they are sound.
@Suite struct TaggedOrderTests {
  /// Two columns whose lines are too short for geometry to know them as such.
  private static let columns: [TaggedFile.Piece] = [
    .init(lines: [("左栏甲段第一行", 60, 700), ("左栏甲段第二行", 60, 680)]),
    .init(lines: [("左栏乙段第一行", 60, 660), ("左栏乙段第二行", 60, 640)]),
    .init(lines: [("右栏丙段第一行", 330, 700), ("右栏丙段第二行", 330, 680)]),
    .init(lines: [("右栏丁段第一行", 330, 660), ("右栏丁段第二行", 330, 640)]),
  ]
  private static let read = [
    "左栏甲段第一行左栏甲段第二行", "左栏乙段第一行左栏乙段第二行", "右栏丙段第一行右栏丙段第二行",
    "右栏丁段第一行右栏丁段第二行",
  ]

  private func texts(_ file: TaggedFile) throws -> [String] {
    try PDFReader().read(file.bytes).paragraphs.filter { $0.story == .body && !$0.isBlank }.map(\.text)
  }

  @Test func columnsAreReadAsTagged() throws {
    let file = TaggedFile(Self.columns, blocks: [[0], [1], [2], [3]])
    #expect(try texts(file) == Self.read)
    var untagged = file
    untagged.markInfo = ""
    #expect(try texts(untagged) != Self.read)
    untagged.markInfo = "/MarkInfo<</Marked true/Suspects true>>"
    #expect(try texts(untagged) != Self.read)
  }

  @Test func paintingOrderDoesNotMatter() throws {
    let shuffled = [2, 0, 3, 1].map { Self.columns[$0] }
    #expect(try texts(TaggedFile(shuffled, blocks: [[1], [3], [0], [2]])) == Self.read)
  }

  @Test func aParagraphGoesOnInTheNextColumn() throws {
    let file = TaggedFile(Self.columns, blocks: [[0], [1, 2], [3]])
    #expect(try texts(file) == [Self.read[0], Self.read[1] + Self.read[2], Self.read[3]])
  }

  @Test func unsoundTreesAreIgnored() throws {
    let plain = try texts(TaggedFile(Self.columns, tree: ""))
    #expect(plain != Self.read)
    // Upwards, across the columns, one piece twice, one piece in the middle of another.
    for blocks in [[[1], [0], [2], [3]], [[0], [1], [2], [3], [1]], [[0], [1], [3], [2]]] {
      #expect(try texts(TaggedFile(Self.columns, blocks: blocks)) == plain)
    }
    // A paragraph that no tag reaches.
    #expect(try texts(TaggedFile(Self.columns, blocks: [[0], [1], [2]])) == plain)
    var unmarked = Self.columns
    unmarked[3].isMarked = false
    #expect(try texts(TaggedFile(unmarked, blocks: [[0], [1], [2], [3]])) == plain)
    // All of the page in one paragraph of no kind.
    #expect(try texts(TaggedFile(Self.columns, tree: "0 1 2 3")) == plain)
    #expect(try texts(TaggedFile(Self.columns, tree: "<</S/Span/K[0 1 2 3]>>")) == plain)
  }

  @Test func linesTaggedAcrossColumnsAreIgnored() throws {
    var pieces: [TaggedFile.Piece] = []
    for row in 0..<6 {
      let y = 700 - 20 * Double(row)
      pieces.append(.init(lines: [("左栏第\(row)行的文字占满整行宽度", 60, y)]))
      pieces.append(.init(lines: [("右栏第\(row)行的文字占满整行宽度", 320, y)]))
    }
    let text = try texts(TaggedFile(pieces, blocks: pieces.indices.map { [$0] })).joined()
    #expect(text.hasPrefix("左栏第0行的文字占满整行宽度左栏第1行"))
  }

  @Test func linesTaggedAsParagraphsAreIgnored() throws {
    let lines = (0..<8).map { row in
      TaggedFile.Piece(
        lines: [(String(repeating: "各校要在开学前完成", count: 4), row == 0 ? 84 : 60, 700 - 20 * Double(row))])
    }
    #expect(try texts(TaggedFile(lines, blocks: lines.indices.map { [$0] })).count == 1)
    #expect(try texts(TaggedFile(lines, blocks: [Array(lines.indices)])).count == 1)
  }

  @Test func loopsAndRepeatedKidsEnd() throws {
    var page = ContentPage("/P<</MCID 0>>BDC " + ContentPage.line("一段文字", 90, 700) + "EMC")
    page.catalog = "/MarkInfo<</Marked true>>/StructTreeRoot 50 0 R"
    page.texts = [
      (50, "<</K[51 0 R 51 0 R 50 0 R]/RoleMap<</Absatz/Absatz>>>>"),
      (51, "<</S/Document/P 50 0 R/K[51 0 R 52 0 R]>>"),
      (52, "<</S/P/Pg 100 0 R/K[0 51 0 R 52 0 R<</Type/OBJR/Obj 52 0 R>>]>>"),
    ]
    #expect(try page.read().paragraphs.map(\.text) == ["一段文字"])
  }

  @Test func cellsOfATableWithoutRules() throws {
    let pieces: [TaggedFile.Piece] = [
      .init(lines: [("表前的一段文字", 60, 740)]),
      .init(lines: [("姓名", 60, 700)]), .init(lines: [("工作单位", 160, 700)]),
      .init(lines: [("张三", 60, 670)]), .init(lines: [("云岭县教育局", 160, 680), ("人事科", 160, 660)]),
      .init(lines: [("合计一人", 60, 640)]),
    ]
    let tree =
      "<</S/P/K 0>><</S/Table/K[<</S/TR/K[<</S/TH/K<</S/P/K 1>>>><</S/TH/K 2>>]>>"
      + "<</S/TR/K[<</S/TD/K 3>><</S/TD/K 4>>]>><</S/TR/K[<</S/TD/A<</O/Table/ColSpan 2>>/K 5>>]>>]>>"
    let document = try PDFReader().read(TaggedFile(pieces, tree: tree).bytes)
    #expect(
      document.dump == [
        "12 表前的一段文字", "T0.0.0 12 姓名", "T0.0.1 12 工作单位", "T0.1.0 12 张三",
        "T0.1.1 12 云岭县教育局人事科", "T0.2.0 12 合计一人",
      ])
    let table = try #require(document.tables.first)
    #expect([table.rows, table.columns] == [3, 2])
    #expect(table.paragraphs == 1..<6)
  }

  @Test func labelsStandInFrontAndNotesApart() throws {
    let pieces: [TaggedFile.Piece] = [
      .init(lines: [("一、", 60, 700)]), .init(lines: [("加强组织领导", 90, 700)]),
      .init(lines: [("正文有注", 60, 660)]), .init(lines: [("注的内容", 60, 200)]),
      .init(lines: [("正文最后一段", 60, 620)]),
    ]
    let tree =
      "<</S/L/K<</S/LI/K[<</S/Lbl/K 0>><</S/LBody/K<</S/Absatz/K 1>>>>]>>>>"
      + "<</S/P/K[2<</S/Note/K<</S/P/K 3>>>>]>><</S/P/K 4>>"
    let document = try PDFReader().read(TaggedFile(pieces, tree: tree).bytes)
    #expect(
      document.dump.filter { !$0.isEmpty } == [
        "12 一、加强组织领导", "12 正文有注", "12 正文最后一段", "footnote 12 注的内容",
      ])
  }

  @Test func piecesOfFormsAreFoundByTheirStream() throws {
    let left = ContentPage.line("左栏第一行", 60, 700, size: 12) + ContentPage.line("左栏第二行", 60, 680, size: 12)
    let right = ContentPage.line("右栏第一行", 330, 700, size: 12) + ContentPage.line("右栏第二行", 330, 680, size: 12)
    var page = ContentPage("/F Do /P<</MCID 0>>BDC \(left)EMC", resources: "/XObject<</F 10 0 R>>")
    page.objects = [
      (
        "/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</Font<</H 6 0 R>>>>",
        "/P<</MCID 0>>BDC \(right)EMC"
      )
    ]
    page.catalog = "/MarkInfo<</Marked true>>/StructTreeRoot 50 0 R"
    page.texts = [
      (
        50,
        "<</K<</S/Sect/Pg 100 0 R/K[<</S/P/K 0>><</S/P/K<</Type/MCR/MCID 0/Stm 10 0 R>>>>]>>>>"
      )
    ]
    #expect(try page.read().paragraphs.map(\.text) == ["左栏第一行左栏第二行", "右栏第一行右栏第二行"])
  }

  @Test func linesThatEndEarlyAreLineBreaks() throws {
    let full = String(repeating: "各校要在开学前完成", count: 4)
    let pieces: [TaggedFile.Piece] = [
      .init(lines: [(full, 84, 700), (full + "的", 60, 680), ("检修。", 60, 660), ("随后报告。", 60, 640)])
    ]
    let texts = try self.texts(TaggedFile(pieces, blocks: [[0]]))
    #expect(texts == [full + full + "的检修。\n随后报告。"])
  }
}
