import Conformance
import DocumentModel
import Grammars

/// The cells of a table, for rules that read its header.
struct PrivacyGrid {
  struct Cell {
    var text: String
    var paragraphs: [Int]
  }

  /// By row, then by grid column.
  private(set) var rows: [Int: [Int: Cell]] = [:]

  init(table: Int, of document: Document) {
    guard document.tables.indices.contains(table) else { return }
    let range = document.tables[table].paragraphs.clamped(to: 0..<document.paragraphs.count)
    for index in range {
      let paragraph = document.paragraphs[index]
      guard let cell = paragraph.cell, cell.table == table else { continue }
      var held = rows[cell.row]?[cell.column] ?? Cell(text: "", paragraphs: [])
      held.text += paragraph.text
      held.paragraphs.append(index)
      rows[cell.row, default: [:]][cell.column] = held
    }
  }

  func hasName(inRow row: Int) -> Bool {
    rows[row]?.values.contains { PersonName.isLikely($0.text) } ?? false
  }

  /// The cells under a header cell, top to bottom; empty ones left out.
  func cells(below row: Int, column: Int) -> [(row: Int, cell: Cell)] {
    rows.keys.sorted().filter { $0 > row }.compactMap { below in
      guard let cell = rows[below]?[column], cell.text.unicodeScalars.contains(where: { !$0.isBlank }) else {
        return nil
      }
      return (below, cell)
    }
  }
}

extension StructuredDocument {
  /// An example whose properties have a title.
  static func privacyTitled(_ title: String) -> StructuredDocument {
    var document = StructuredDocument.sample([.body("现将有关事项通知如下。")])
    document.document.metadata.title = title
    return document
  }

  /// An example that is one table.
  static func privacyTable(_ rows: [[String]]) -> StructuredDocument {
    var document = Document()
    for (row, cells) in rows.enumerated() {
      for (column, text) in cells.enumerated() {
        var paragraph = Paragraph(text)
        paragraph.cell = CellPosition(table: 0, row: row, column: column)
        document.paragraphs.append(paragraph)
      }
    }
    document.tables = [
      Table(
        rows: rows.count, columns: rows.first?.count ?? 0, paragraphs: 0..<document.paragraphs.count)
    ]
    return StructuredDocument(document: document)
  }
}
