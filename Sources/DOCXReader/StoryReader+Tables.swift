import DocumentModel
import Markup

/// A table that is open (ECMA-376-1, 17.4).
struct OpenTable {
  let index: Int
  var row = -1
  var column = 0
  /// The grid column behind the open cell.
  var nextColumn = 0
  var columns = 0
  /// The number of columns of the grid, where the file gives it.
  var gridColumns = 0
  var style: Int?
  var look = TableLook()
  /// What the producer says of the row and the cell (`w:cnfStyle`).
  var rowConditions: Set<TableCondition> = []
  var isRowDeleted = false
  /// The layer of the table style for the open cell; -1 without a style.
  var layer: Int32 = -1
}

/// Which conditional formats of its style a table shows (17.4.55).
struct TableLook {
  var firstRow = true
  var lastRow = false
  var firstColumn = true
  var lastColumn = false
  var rowBands = true
  var columnBands = false
}

extension StoryReader {
  /// Tables and the section of the body.
  func startTableOrSection(_ name: Name, _ attributes: XMLAttributes) {
    switch name {
    case .tbl: startTable()
    case .tr: startRow()
    case .tc: startCell()
    case .trPr: inRowProperties = !tables.isEmpty
    case .tcPr: inCellProperties = !tables.isEmpty
    case .sectPr: startSection()
    case .tblPrChange, .tblPrExChange, .tcPrChange, .trPrChange, .sectPrChange: noteFormatChange(attributes)
    case .cellIns, .cellDel, .cellMerge: builder.document.residue.formatChanges += 1
    default:
      if inSection {
        startSectionProperty(name, attributes)
      } else if !tables.isEmpty {
        startTableProperty(name, attributes)
      }
    }
  }

  private func startTable() {
    guard tables.count < 100 else {
      skipping = 1
      return
    }
    var table = OpenTable(index: builder.document.tables.count)
    table.style = resolver.styles.defaultTableStyle
    builder.document.tables.append(Table(parent: tables.last?.index))
    tables.append(table)
  }

  func endTable() {
    guard let table = tables.popLast() else { return }
    builder.document.tables[table.index].rows = table.row + 1
    builder.document.tables[table.index].columns = table.columns
    if let style = table.style {
      let name = context.pool[resolver.styles.raw[style].name]
      builder.document.tables[table.index].styleName = name.isEmpty ? nil : name
    }
  }

  private func startRow() {
    guard !tables.isEmpty else { return }
    let last = tables.count - 1
    tables[last].row += 1
    tables[last].column = 0
    tables[last].nextColumn = 0
    tables[last].rowConditions = []
    tables[last].isRowDeleted = false
  }

  func endRow() {
    guard let last = tables.indices.last else { return }
    tables[last].columns = max(tables[last].columns, tables[last].nextColumn)
    tables[last].isRowDeleted = false
  }

  private func startCell() {
    guard let last = tables.indices.last else { return }
    if tables[last].isRowDeleted {
      skipping = 1
      return
    }
    tables[last].column = tables[last].nextColumn
    tables[last].nextColumn += 1
    formatCell(conditions: [])
  }

  func endCell() { inCellProperties = false }

  private func startTableProperty(_ name: Name, _ attributes: XMLAttributes) {
    let last = tables.count - 1
    switch name {
    case .tblStyle:
      let id = attributes.value(.val).map { context.pool.id(of: $0) } ?? NamePool.none
      tables[last].style = resolver.styles.index(of: id, kind: .table) ?? tables[last].style
    case .tblLook: tables[last].look = look(attributes)
    case .gridCol: if tables[last].gridColumns < 1_000 { tables[last].gridColumns += 1 }
    case .gridBefore:
      let columns = min(max(integer(attributes, .val) ?? 0, 0), 1_000)
      tables[last].nextColumn += columns
    case .gridSpan where inCellProperties:
      let span = integer(attributes, .val) ?? 1
      if span > 1_000 { context.note("W_VALUE_RANGE", part: part, "a cell spans \(span) columns") }
      tables[last].nextColumn = tables[last].column + min(max(span, 1), 1_000)
      formatCell(conditions: [])
    case .cnfStyle:
      let conditions = conditions(attributes)
      if inRowProperties {
        tables[last].rowConditions = conditions
      } else if inCellProperties {
        formatCell(conditions: conditions)
      }
    default: break
    }
  }

  /// Works out the layer of the table style for the open cell.
  private func formatCell(conditions marked: Set<TableCondition>) {
    let last = tables.count - 1
    guard let style = tables[last].style else { return }
    if resolver.styles[style].conditions.isEmpty {
      tables[last].layer = resolver.tableLayer(style: style, conditions: [])
      return
    }
    let table = tables[last]
    var conditions = marked.union(table.rowConditions)
    if table.look.firstRow, table.row == 0 { conditions.insert(.firstRow) }
    if table.look.firstColumn, table.column == 0 { conditions.insert(.firstCol) }
    if table.look.lastColumn, table.nextColumn == table.gridColumns { conditions.insert(.lastCol) }
    if table.look.rowBands, !conditions.contains(.firstRow), !conditions.contains(.lastRow) {
      let row = table.row - (table.look.firstRow ? 1 : 0)
      conditions.insert(row % 2 == 0 ? .band1Horz : .band2Horz)
    }
    if table.look.columnBands {
      let column = table.column - (table.look.firstColumn ? 1 : 0)
      conditions.insert(column % 2 == 0 ? .band1Vert : .band2Vert)
    }
    tables[last].layer = resolver.tableLayer(style: style, conditions: conditions)
  }

  /// `w:tblLook`: attributes of their own, or the bits of `val` (17.4.55, 17.7.6.7).
  private func look(_ attributes: XMLAttributes) -> TableLook {
    let bits = attributes.value(.val).flatMap(Number.hex) ?? 0
    func flag(_ name: Name, _ bit: UInt32) -> Bool {
      attributes.value(name).map(\.isOn) ?? (bits & bit != 0)
    }
    return TableLook(
      firstRow: flag(.firstRow, 0x20), lastRow: flag(.lastRow, 0x40), firstColumn: flag(.firstColumn, 0x80),
      lastColumn: flag(.lastColumn, 0x100), rowBands: !flag(.noHBand, 0x200),
      columnBands: !flag(.noVBand, 0x400))
  }

  /// `w:cnfStyle/@w:val`: twelve binary digits (17.18.8).
  private func conditions(_ attributes: XMLAttributes) -> Set<TableCondition> {
    guard let value = attributes.value(.val), value.count == 12 else { return [] }
    let order: [TableCondition] = [
      .firstRow, .lastRow, .firstCol, .lastCol, .band1Vert, .band2Vert, .band1Horz, .band2Horz, .neCell,
      .nwCell, .seCell, .swCell,
    ]
    return Set(zip(order, value).filter { $0.1 == UInt8(ascii: "1") }.map(\.0))
  }
}
