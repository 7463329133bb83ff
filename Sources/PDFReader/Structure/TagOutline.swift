/// Reads the elements of a structure tree from first to last: for each the block, the cell and the list item
/// that it is in. Parents come before their kids, so one pass without recursion does it.
struct TagOutline {
  /// The level of a standard structure type (ISO 32000-1, 14.8.4.2 to 14.8.4.4).
  private enum Level {
    /// Holds blocks, never text: text in it has no known end.
    case group
    case block
    /// Part of the block around it; a block where there is none.
    case part
    /// Part of the block around it, and nothing without one.
    case inline
    case table, row, cell, item, label, note
  }

  private static let levels: [PDFName: Level] = {
    let names: [(Level, [PDFName])] = [
      (.group, ["Document", "Part", "Art", "Sect", "Div", "TOC", "L", "THead", "TBody", "TFoot", "Index"]),
      (.block, ["P", "H", "H1", "H2", "H3", "H4", "H5", "H6", "LBody", "Caption", "TOCI", "BlockQuote"]),
      (.inline, ["Span", "Quote", "Reference", "BibEntry", "Code", "Link", "Annot", "NonStruct", "Private"]),
      (.inline, ["Ruby", "RB", "RT", "RP", "Warichu", "WT", "WP"]),
      (.table, ["Table"]), (.row, ["TR"]), (.cell, ["TD", "TH"]), (.item, ["LI"]), (.label, ["Lbl"]),
      (.note, ["Note"]),
    ]
    var levels: [PDFName: Level] = [:]
    for (level, types) in names { for type in types { levels[type] = level } }
    return levels
  }()

  /// What is handed down from an element to its kids, as indexes of elements; -1 for none.
  private struct Context {
    var block: Int32 = -1
    var item: Int32 = -1
    var table: Int32 = -1
    var row: Int32 = -1
    /// An index into `cells`.
    var cell: Int32 = -1
    var isNote = false
    var isLabel = false
  }

  private struct Grid {
    var rows = 0
    var columns = 0
    /// The row that is being filled, and its next column.
    var cursor = 0
    /// The row from which on each column is free again.
    var freeFrom: [Int] = []
  }

  private var contexts: [Context] = []
  private var grids: [Int32: Grid] = [:]
  private var cells: [TaggedContent.Cell] = []
  /// The element of the block that each element's own content belongs to; -1 for none.
  private(set) var blocks: [Int32] = []

  init(_ elements: [StructureTree.Element]) {
    contexts.reserveCapacity(elements.count)
    blocks.reserveCapacity(elements.count)
    for (index, element) in elements.enumerated() {
      let parent = element.parent.flatMap { contexts.indices.contains($0) ? contexts[$0] : nil } ?? Context()
      let context = context(of: element, Int32(clamping: index), in: parent)
      contexts.append(context)
      blocks.append(context.block)
    }
  }

  var tableSizes: [Int32: (rows: Int, columns: Int)] { grids.mapValues { ($0.rows, $0.columns) } }

  func block(_ element: Int32) -> TaggedContent.Block {
    guard contexts.indices.contains(Int(element)) else {
      return TaggedContent.Block(cell: nil, isNote: false, isLabel: false, item: -1)
    }
    let context = contexts[Int(element)]
    return TaggedContent.Block(
      cell: cells.indices.contains(Int(context.cell)) ? cells[Int(context.cell)] : nil,
      isNote: context.isNote, isLabel: context.isLabel, item: context.item)
  }

  private mutating func context(of element: StructureTree.Element, _ index: Int32, in parent: Context)
    -> Context
  {
    var own = parent
    own.isLabel = false
    switch Self.levels[element.type] ?? .part {
    case .group: own.block = -1
    case .block: own.block = index
    case .part: if parent.block < 0 { own.block = index }
    case .inline: break
    case .table:
      own = Context(block: -1, item: -1, table: index, row: -1, cell: parent.cell, isNote: parent.isNote)
      grids[index] = Grid()
    case .row:
      own.block = -1
      own.row = addRow(to: parent.table)
    case .cell:
      own.block = index
      own.cell = addCell(element, parent)
    case .item:
      own.block = -1
      own.item = index
    case .label:
      // In a paragraph it is a part of that.
      if parent.block < 0 || parent.block == parent.item {
        own.block = index
        own.isLabel = true
      }
    case .note:
      own.block = index
      own.item = index
      own.isNote = true
    }
    return own
  }

  private mutating func addRow(to table: Int32) -> Int32 {
    guard var grid = grids[table] else { return -1 }
    grid.rows += 1
    grid.cursor = 0
    grids[table] = grid
    return Int32(clamping: grid.rows - 1)
  }

  private mutating func addCell(_ element: StructureTree.Element, _ parent: Context) -> Int32 {
    guard var grid = grids[parent.table], parent.row >= 0, grid.cursor < 1_000 else { return parent.cell }
    let row = Int(parent.row)
    while grid.cursor < grid.freeFrom.count, grid.freeFrom[grid.cursor] > row { grid.cursor += 1 }
    let column = grid.cursor
    grid.cursor += element.columnSpan
    while grid.freeFrom.count < grid.cursor { grid.freeFrom.append(0) }
    for place in column..<grid.cursor { grid.freeFrom[place] = row + element.rowSpan }
    grid.columns = max(grid.columns, grid.cursor)
    grids[parent.table] = grid
    cells.append(TaggedContent.Cell(table: parent.table, row: row, column: column))
    return Int32(clamping: cells.count - 1)
  }
}
