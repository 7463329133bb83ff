import DocumentModel

/// A table that is open. Its columns are known when all its rows are ([MS-DOC] 2.4.3, 2.4.4).
struct OpenTable {
  let index: Int
  /// The cell that is open, counted in its row.
  var cell = 0
  /// The paragraphs of the open row with their cells.
  var row: [(paragraph: Int, cell: Int)] = []
  /// The finished rows: their paragraphs, and the left edges of their cells in twips.
  var rows: [(paragraphs: [(paragraph: Int, cell: Int)], edges: [Int])] = []
  var style: Int?
}

extension StoryReader {
  /// Opens and closes tables until as many are open as a paragraph is in.
  func openTables(to depth: Int) {
    if depth == tables.count { return }
    closeTables(to: depth)
    while tables.count < depth {
      // A paragraph can open many tables at once; no honest file has so many.
      guard builder.document.tables.count < 200_000 else {
        builder.note("W_DOC_NESTING", "more than 200 000 tables")
        return
      }
      let index = builder.document.tables.count
      builder.document.tables.append(Table(parent: tables.last?.index))
      tables.append(OpenTable(index: index))
    }
  }

  func closeTables(to depth: Int) {
    while tables.count > depth, let table = tables.popLast() { finish(table) }
  }

  /// The cell of the open paragraph, counted in its row until the table is finished.
  func cellPosition() -> CellPosition? {
    guard let table = tables.last else { return nil }
    tables[tables.count - 1].row.append((builder.document.paragraphs.count, table.cell))
    return CellPosition(table: table.index, row: table.rows.count, column: table.cell)
  }

  /// Whether the mark ends a row and not a paragraph of a cell.
  func isRowEnd(_ properties: ParagraphProperties) -> Bool {
    !tables.isEmpty && (tables.count > 1 ? properties.isInnerRowEnd : properties.isRowEnd)
  }

  /// A cell ends with a mark of its own; in inner tables with a paragraph mark that says so.
  func endCell(_ properties: ParagraphProperties, mark: UInt16) {
    guard !tables.isEmpty else { return }
    if tables.count > 1 ? properties.isInnerCell : mark == 0x07 { tables[tables.count - 1].cell += 1 }
  }

  func endRow(_ properties: ResolvedParagraph) {
    let last = tables.count - 1
    let row = rowProperties(properties.list)
    tables[last].rows.append((tables[last].row, row.edges))
    tables[last].style = row.style ?? tables[last].style
    tables[last].row.removeAll()
    tables[last].cell = 0
  }

  /// The left edges of the cells of a row and its table style, from the list of the row's mark.
  private func rowProperties(_ list: Int32) -> (edges: [Int], style: Int?) {
    if let known = knownRows[list] { return known }
    var result = (edges: [Int](), style: nil as Int?)
    resolver.pool.withList(list) { bytes in
      guard bytes.count > 2 else { return }
      Self.take(UnsafeRawBufferPointer(rebasing: bytes[2...]), resolver.data, isContinued: false, &result)
    }
    knownRows[list] = result
    return result
  }

  private static func take(
    _ list: UnsafeRawBufferPointer, _ data: [UInt8], isContinued: Bool,
    _ result: inout (edges: [Int], style: Int?)
  ) {
    var modifiers = SprmIterator(list)
    while let modifier = modifiers.next() {
      switch modifier.code {
      case 0x563A: result.style = modifier.u16
      case 0xD608: result.edges = edges(modifier.operand)
      case 0x6646, 0x6645:
        let place = modifier.i32
        guard !isContinued, place >= 0, place + 2 <= data.count else { continue }
        let count = Int(data[place]) | Int(data[place + 1]) << 8
        guard place + 2 + count <= data.count else { continue }
        data.withUnsafeBytes {
          let rest = UnsafeRawBufferPointer(rebasing: $0[place + 2..<place + 2 + count])
          take(rest, data, isContinued: true, &result)
        }
      default: break
      }
    }
  }

  /// sprmTDefTable: the number of cells, then one edge more than that, in twips ([MS-DOC] 2.9.319).
  private static func edges(_ operand: UnsafeRawBufferPointer) -> [Int] {
    guard let count = operand.first.map(Int.init), operand.count >= 1 + 2 * (count + 1) else { return [] }
    return (0..<count).map {
      Int(Int16(littleEndian: operand.loadUnaligned(fromByteOffset: 1 + 2 * $0, as: Int16.self)))
    }
  }

  /// Gives the cells their grid columns: the edges of all rows together are the grid.
  private func finish(_ table: OpenTable) {
    var table = table
    if !table.row.isEmpty { table.rows.append((table.row, [])) }
    let grid = Set(table.rows.lazy.flatMap(\.edges)).sorted()
    let columns = Dictionary(grid.enumerated().map { ($1, $0) }) { first, _ in first }
    var widest = 0
    for (row, (paragraphs, edges)) in table.rows.enumerated() {
      widest = max(widest, (paragraphs.last?.cell ?? -1) + 1)
      for (paragraph, cell) in paragraphs where builder.document.paragraphs.indices.contains(paragraph) {
        let column = cell < edges.count ? columns[edges[cell]] ?? cell : cell
        builder.document.paragraphs[paragraph].cell = CellPosition(
          table: table.index, row: row, column: column)
      }
    }
    builder.document.tables[table.index].rows = table.rows.count
    builder.document.tables[table.index].columns = max(widest, grid.count)
    builder.document.tables[table.index].styleName = table.style.flatMap { resolver.styles.name($0) }
  }
}
