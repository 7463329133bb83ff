import DocumentModel
import PDFReader
import Testing

/// What the structure tree names outside of the content of the page: forms, annotations, tables in tables.
@Suite struct TaggedObjectTests {
  private static let left =
    ContentPage.line("左栏第一行", 60, 700, size: 12) + ContentPage.line("左栏第二行", 60, 680, size: 12)
  private static let right =
    ContentPage.line("右栏第一行", 330, 700, size: 12) + ContentPage.line("右栏第二行", 330, 680, size: 12)
  private static let read = ["左栏第一行左栏第二行", "右栏第一行右栏第二行"]

  /// The right column is in the form 10, which is drawn first.
  /// - Parameters:
  ///   - kid: what the tree says of it.
  ///   - entries: of the form.
  private func texts(_ kid: String, _ entries: String, _ content: String, page: String = "/F Do") throws
    -> [String]
  {
    var page = ContentPage("\(page) /P<</MCID 0>>BDC \(Self.left)EMC", resources: "/XObject<</F 10 0 R>>")
    page.objects = [
      (
        "/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</Font<</H 6 0 R>>>>\(entries)", content
      )
    ]
    page.catalog = "/MarkInfo<</Marked true>>/StructTreeRoot 50 0 R"
    page.texts = [
      (
        50, "<</K<</S/Sect/Pg 100 0 R/K[<</S/P/K 0>><</S/P/K \(kid)>>]>>/ParentTree<</Nums[0[51 0 R]]>>>>"
      ), (51, "<</S/P/P 50 0 R/K 0>>"),
    ]
    return try page.read().paragraphs.filter { !$0.isBlank }.map { Self.plain($0.text) }
  }

  /// The gap between columns that are read across is white space.
  private static func plain(_ text: String) -> String { text.filter { !$0.isWhitespace } }

  @Test func formsNamedAsAWhole() throws {
    let object = "<</Type/OBJR/Obj 10 0 R>>"
    #expect(try texts(object, "/StructParent 0", Self.right) == Self.read)
    // Drawn twice it has no one place, and the page is read by its looks.
    let twice = try texts(object, "/StructParent 0", Self.right, page: "/F Do /F Do")
    #expect(twice.joined() == "左栏第一行右栏第一行左栏第二行右栏第二行")
  }

  @Test func aFormInsideOfASequenceIsPartOfIt() throws {
    let page = "/P<</MCID 7>>BDC /F Do EMC"
    for entries in ["", "/StructParent 0"] {
      #expect(try texts("7", entries, Self.right, page: page) == Self.read)
    }
  }

  /// A tree that names the pieces of a form as if they were those of the page, or not at all, is not followed.
  @Test(arguments: ["1", "<</Type/MCR/MCID 5/Stm 10 0 R>>", "<</Type/MCR/MCID 1/Stm 6 0 R>>", "[]"])
  func formsThatTheTreeMissesAreReadByTheirLooks(_ kid: String) throws {
    let texts = try texts(kid, "/StructParents 0", "/P<</MCID 1>>BDC \(Self.right)EMC")
    #expect(texts.joined() == "左栏第一行右栏第一行左栏第二行右栏第二行")
  }

  @Test func fieldsStandWhereTheTreeHasThem() throws {
    let annotation =
      "<</Type/Annot/Subtype/Widget/FT/Tx/F 4/StructParent 1/Rect[330 670 595 720]/AP<</N 10 0 R>>>>"
    func texts(_ kid: String) throws -> [String] {
      var page = ContentPage("/P<</MCID 0>>BDC \(Self.left)EMC", entries: "/Annots[60 0 R]")
      page.objects = [
        (
          "/Type/XObject/Subtype/Form/BBox[0 0 265 50]/Resources<</Font<</H 6 0 R>>>>",
          ContentPage.line("右栏第一行", 0, 30, size: 12) + ContentPage.line("右栏第二行", 0, 10, size: 12)
        )
      ]
      page.catalog = "/MarkInfo<</Marked true>>/StructTreeRoot 50 0 R"
      page.texts = [
        (50, "<</K<</S/Sect/Pg 100 0 R/K[<</S/P/K 0>><</S/Form/K \(kid)>>]>>>>"), (60, annotation),
      ]
      return try page.read().paragraphs.filter { !$0.isBlank }.map { Self.plain($0.text) }
    }
    #expect(try texts("<</Type/OBJR/Obj 60 0 R>>") == Self.read)
    #expect(try texts("[]").joined() == "左栏第一行右栏第一行左栏第二行右栏第二行")
  }

  // MARK: Tables in tables

  private static let cells: [(String, Double, Double)] = [
    ("表前一段", 60, 740), ("项目", 60, 700), ("说明", 200, 700), ("校舍", 60, 670), ("格内第一段", 200, 670),
    ("楼名", 200, 640), ("层数", 330, 640), ("东楼", 200, 620), ("三层", 330, 620), ("格内末一段", 200, 590),
    ("食堂", 60, 560), ("一处", 200, 560), ("表后一段", 60, 520),
  ]

  /// A cell that holds a paragraph, a table and another paragraph.
  private static let tree: String = {
    func cell(_ kids: String) -> String { "<</S/TD/K[\(kids)]>>" }
    func row(_ cells: String...) -> String { "<</S/TR/K[\(cells.joined())]>>" }
    func paragraph(_ mcid: Int) -> String { "<</S/P/K \(mcid)>>" }
    let inner =
      "<</S/Table/K[\(row(cell(paragraph(5)), cell(paragraph(6))))\(row(cell(paragraph(7)), cell(paragraph(8))))]>>"
    return paragraph(0)
      + "<</S/Table/K[\(row(cell(paragraph(1)), cell(paragraph(2))))"
      + row(cell(paragraph(3)), cell(paragraph(4) + inner + paragraph(9)))
      + row(cell(paragraph(10)), cell(paragraph(11))) + "]>>" + paragraph(12)
  }()

  @Test func aTableInACellLosesNothing() throws {
    let pieces = Self.cells.map { TaggedFile.Piece(lines: [($0.0, $0.1, $0.2)]) }
    let document = try PDFReader().read(TaggedFile(pieces, tree: Self.tree).bytes)
    let paragraphs = document.paragraphs.filter { !$0.isBlank }
    #expect(paragraphs.map(\.text) == Self.cells.map(\.0))
    #expect(paragraphs.map { $0.cell == nil }.filter { $0 }.count == 2)
    // Every cell lies in a table that there is, and a table holds a row of paragraphs.
    for (index, paragraph) in document.paragraphs.enumerated() {
      guard let cell = paragraph.cell else { continue }
      let table = try #require(
        document.tables.indices.contains(cell.table) ? document.tables[cell.table] : nil)
      #expect(table.paragraphs.contains(index))
      #expect(cell.row < table.rows && cell.column < table.columns)
    }
    // The same by its looks alone.
    var plain = TaggedFile(pieces, tree: Self.tree)
    plain.markInfo = ""
    let looks = try PDFReader().read(plain.bytes).paragraphs.map(\.text).joined()
    #expect(Self.plain(looks) == Self.cells.map(\.0).joined())
  }
}
