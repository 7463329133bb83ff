import DocumentModel

extension Interpreter {
  /// Tables deeper than this are taken for the deepest one.
  private static let deepestTable = 32

  /// Words that make tables (RTF 1.9.1, "Table Definitions"): rows, each with the right edges of its cells.
  mutating func takeTable(_ keyword: Keyword, _ parameter: Int?) throws(ReadError) {
    let last = frames.count - 1
    let edges: WritableKeyPath<StoryFrame, [Int32]> =
      state.destination == .rowProperties ? \.nestedEdges : \.rowEdges
    switch keyword {
    case .trowd:
      frames[last][keyPath: edges] = [0]
      if state.destination == .text { state.paragraph.isInTable = true }
    case .trleft: frames[last][keyPath: edges][0] = Self.bounded(parameter ?? 0)
    case .cellx:
      if frames[last][keyPath: edges].count < 1_000 {
        frames[last][keyPath: edges].append(Self.bounded(parameter ?? 0))
      }
    case .cell: try endCell(depth: 1)
    case .nestcell: try endCell(depth: max(Int(state.paragraph.depth), 2))
    case .row: try endRow(depth: 1)
    case .nestrow: try endRow(depth: max(Int(state.paragraph.depth), 2))
    default: break
    }
  }

  private mutating func endCell(depth: Int) throws(ReadError) {
    guard frames[frames.count - 1].tables.last.map({ $0.cell < 1_000 }) ?? true else { return }
    try endParagraph(depth: depth)
    let last = frames.count - 1
    guard let table = frames[last].tables.indices.last else { return }
    frames[last].tables[table].cell += 1
  }

  private mutating func endRow(depth: Int) throws(ReadError) {
    if !frames[frames.count - 1].paragraph.isEmpty { try endParagraph(depth: depth) }
    bringTables(to: min(depth, frames[frames.count - 1].tables.count))
    let last = frames.count - 1
    guard let table = frames[last].tables.indices.last, frames[last].tables[table].cell > 0 else { return }
    let edges = depth > 1 ? frames[last].nestedEdges : frames[last].rowEdges
    frames[last].tables[table].edges.append(edges)
    frames[last].tables[table].row += 1
    frames[last].tables[table].cell = 0
  }

  /// Opens and closes tables until as many are open as the text is deep in.
  mutating func bringTables(to depth: Int) {
    let last = frames.count - 1
    let depth = min(depth, Self.deepestTable)
    while frames[last].tables.count > depth {
      if let table = frames[last].tables.popLast() { builder.close(table) }
    }
    while frames[last].tables.count < depth {
      let parent = frames[last].tables.last?.index
      frames[last].tables.append(builder.openTable(parent: parent))
    }
  }
}
