import DocumentModel

/// Puts the stories of a file together: the body first, then headers, footers, notes and comments.
struct DocumentBuilder {
  var document = Document(format: .rtf, sections: [])
  /// Parallel to the paragraphs of the document; empty unless a trace is wanted.
  private(set) var layers: [ParagraphLayers?] = []
  /// Finished stories other than the body, by kind.
  private var others: [Story: [ReadParagraph]] = [:]
  /// Of each table the grid columns of its cells, row by row.
  private var columns: [Int: [[Int]]] = [:]
  private var authors: Set<String> = []
  private(set) var paragraphCount = 0
  let limits: ReadLimits
  let keepsLayers: Bool

  init(limits: ReadLimits, keepsLayers: Bool) {
    self.limits = limits
    self.keepsLayers = keepsLayers
  }

  mutating func countParagraph() throws(ReadError) {
    paragraphCount += 1
    if paragraphCount > limits.paragraphs {
      throw ReadError(.limit, detail: "more than \(limits.paragraphs) paragraphs")
    }
  }

  mutating func note(_ code: String, _ detail: String) {
    guard document.notes.count < 200, !document.notes.contains(where: { $0.code == code }) else { return }
    document.notes.append(ReadNote(code, detail: detail))
  }

  mutating func noteAuthor(_ name: String) {
    guard !name.isEmpty, document.residue.authors.count < 1_000, authors.insert(name).inserted else { return }
    document.residue.authors.append(name)
  }

  mutating func noteHidden(_ text: String) {
    document.residue.noteHidden(text)
  }

  // MARK: Tables

  mutating func openTable(parent: Int?) -> OpenTable {
    let index = document.tables.count
    document.tables.append(Table(parent: parent))
    return OpenTable(index: index)
  }

  /// Works out the grid of a table: every edge of a cell is a line of it (as `w:tblGrid` has it).
  mutating func close(_ table: OpenTable) {
    document.tables[table.index].rows = table.row + (table.cell > 0 ? 1 : 0)
    // Edges that differ by less than a hair are one.
    var grid: [Int32] = []
    for edge in Set(table.edges.joined()).sorted() where grid.last.map({ edge - $0 > 15 }) ?? true {
      grid.append(edge)
      if grid.count > 1_000 { break }
    }
    func line(_ edge: Int32) -> Int { max((grid.firstIndex { $0 > edge } ?? grid.count) - 1, 0) }
    var known: [[Int32]: [Int]] = [:]
    columns[table.index] = table.edges.map { edges in
      if let columns = known[edges] { return columns }
      let columns = edges.map(line)
      known[edges] = columns
      return columns
    }
    document.tables[table.index].columns = max(grid.count - 1, table.edges.isEmpty ? table.cell : 0)
  }

  // MARK: Stories

  /// Takes a finished story that is not the body nor a text box in it.
  mutating func add(_ paragraphs: [ReadParagraph], of story: Story) {
    others[story, default: []].append(contentsOf: paragraphs)
  }

  /// The whole document, once the body is read.
  mutating func finish(body: [ReadParagraph]) {
    document.paragraphs.reserveCapacity(paragraphCount)
    for read in body { place(read) }
    for story in [Story.header, .footer, .footnote, .endnote, .comment] {
      for read in others[story] ?? [] { place(read) }
    }
    if document.sections.isEmpty { document.sections = [Section()] }
    document.locateTables()
  }

  /// Text boxes nest at most as deep as frames do.
  private mutating func place(_ read: ReadParagraph) {
    let index = document.paragraphs.count
    for figure in read.figures { document.figures[figure].paragraph = index }
    var paragraph = read.paragraph
    paragraph.location = SourceLocation(paragraph: index)
    // What stands behind the last section break is of the section before it, when there is no text.
    paragraph.section = min(paragraph.section, document.sections.count - 1)
    if let cell = paragraph.cell { paragraph.cell?.column = column(of: cell) }
    document.paragraphs.append(paragraph)
    if keepsLayers { layers.append(read.layers) }
    for inner in read.boxed { place(inner) }
  }

  /// The grid column of a cell, which is counted in cells until then.
  private func column(of cell: CellPosition) -> Int {
    guard let rows = columns[cell.table], rows.indices.contains(cell.row),
      rows[cell.row].indices.contains(cell.column)
    else { return cell.column }
    return rows[cell.row][cell.column]
  }

}
