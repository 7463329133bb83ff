import DocumentModel

/// Tables that tags tell of.
extension DocumentAssembly {
  /// The paragraphs of cells.
  func drafts(_ cells: [PageLayout.TaggedCell], _ builder: ParagraphBuilder) -> [ParagraphBuilder.Draft] {
    cells.compactMap { entry in
      guard let first = entry.lines.first else { return nil }
      var block =
        TextBlock(entry.lines, bodySize: bodySize) ?? TextBlock(left: entry.left, right: entry.right)
      // The text fills the cell but for its padding.
      let padding = min(max(2, block.left - entry.left), 8)
      block.left = min(block.left, entry.left + padding)
      block.right = max(block.right, entry.right - padding)
      var draft = ParagraphBuilder.Draft(
        lines: entry.lines, block: block, alignment: block.alignment(first, bodySize: bodySize))
      draft.tag = entry.block
      builder.addBreaks(to: &draft)
      draft.cell = entry.cell
      return draft
    }
  }

  /// How far back the cell is looked for that goes on over a page break: a row has no more paragraphs.
  private static let reach = 400

  /// Keeps the cells of a table until it ends: those of the last row on a page may all go on on the next one.
  mutating func joinCells(_ drafts: [ParagraphBuilder.Draft], to open: inout [ParagraphBuilder.Draft]) {
    for draft in drafts {
      if open.first?.cell?.table != draft.cell?.table { close(&open) }
      if let known = open.suffix(Self.reach).lastIndex(where: { $0.tag == draft.tag }) {
        open[known].lines.append(contentsOf: draft.lines)
      } else {
        open.append(draft)
      }
    }
  }

  /// Adds a paragraph of a cell, and its table with the first of them.
  mutating func addTagged(_ draft: ParagraphBuilder.Draft, _ cell: TaggedContent.Cell) {
    let count = document.paragraphs.count
    var table = document.tables.count
    if let open = openTable, open.element == cell.table, document.tables.indices.contains(open.index),
      document.tables[open.index].paragraphs.upperBound == count
    {
      table = open.index
    }
    add(
      draft.lines, format: format(of: draft),
      cell: CellPosition(table: table, row: cell.row, column: cell.column))
    guard document.paragraphs.count > count else { return }
    if table == document.tables.count {
      let size = tableSizes[cell.table] ?? (0, 0)
      document.tables.append(Table(rows: size.rows, columns: size.columns, paragraphs: count..<count))
      openTable = (cell.table, table)
    }
    document.tables[table].paragraphs = document.tables[table].paragraphs.lowerBound..<(count + 1)
  }
}
