/// A table of ruled cells, in coordinates of the lines.
struct TableGrid {
  struct Cell {
    var row: Int
    var column: Int
    var bounds: Bounds
  }

  let bounds: Bounds
  /// The rules that part columns and rows, from left to right and top to bottom.
  let columns: [Double]
  let rows: [Double]
  /// By rows, then by columns.
  private(set) var cells: [Cell] = []
  /// The cell of each slot of the grid.
  private var slots: [Int] = []

  var rowCount: Int { rows.count - 1 }
  var columnCount: Int { columns.count - 1 }

  private static let slotLimit = 8_000
  /// How far rules may miss each other, in points.
  static let slack = 3.0

  init?(horizontal: [RuleLine], vertical: [RuleLine]) {
    var columns = Self.cluster(vertical.map(\.place))
    var rows = Self.cluster(horizontal.map(\.place))
    guard let left = horizontal.map(\.start).min(), let right = horizontal.map(\.end).max(),
      let top = vertical.map(\.start).min(), let bottom = vertical.map(\.end).max()
    else { return nil }
    // Tables that are open at the sides, or at a page break.
    if let first = columns.first, left < first - 6 { columns.insert(left, at: 0) }
    if let last = columns.last, right > last + 6 { columns.append(right) }
    if let first = rows.first, top < first - 6 { rows.insert(top, at: 0) }
    if let last = rows.last, bottom > last + 6 { rows.append(bottom) }
    guard columns.count >= 2, rows.count >= 2, columns.count * rows.count <= Self.slotLimit,
      let x0 = columns.first, let x1 = columns.last, let y0 = rows.first, let y1 = rows.last
    else { return nil }
    self.columns = columns
    self.rows = rows
    bounds = Bounds(left: x0, top: y0, right: x1, bottom: y1)
    join(horizontal, vertical)
    guard cells.count >= 2 else { return nil }
  }

  private static func cluster(_ values: [Double]) -> [Double] {
    var result: [Double] = []
    for value in values.sorted() where result.last.map({ value - $0 > slack }) ?? true {
      result.append(value)
    }
    return result
  }

  /// Makes cells of the slots between which there is no rule.
  private mutating func join(_ horizontal: [RuleLine], _ vertical: [RuleLine]) {
    var parents = Array(0..<(rowCount * columnCount))
    func root(_ slot: Int) -> Int {
      var slot = slot
      while parents[slot] != slot {
        parents[slot] = parents[parents[slot]]
        slot = parents[slot]
      }
      return slot
    }
    func parts(_ rules: [RuleLine], _ place: Double, _ middle: Double) -> Bool {
      rules.contains { abs($0.place - place) <= Self.slack && $0.start <= middle && $0.end >= middle }
    }
    let byColumn = columns.map { place in vertical.filter { abs($0.place - place) <= Self.slack } }
    let byRow = rows.map { place in horizontal.filter { abs($0.place - place) <= Self.slack } }
    for row in 0..<rowCount {
      for column in 0..<columnCount {
        let slot = row * columnCount + column
        let (x, y) = ((columns[column] + columns[column + 1]) / 2, (rows[row] + rows[row + 1]) / 2)
        if column + 1 < columnCount, !parts(byColumn[column + 1], columns[column + 1], y) {
          parents[root(slot + 1)] = root(slot)
        }
        if row + 1 < rowCount, !parts(byRow[row + 1], rows[row + 1], x) {
          parents[root(slot + columnCount)] = root(slot)
        }
      }
    }
    slots = Array(repeating: 0, count: parents.count)
    var cellOfRoot: [Int: Int] = [:]
    for row in 0..<rowCount {
      for column in 0..<columnCount {
        let slot = row * columnCount + column
        let bounds = Bounds(
          left: columns[column], top: rows[row], right: columns[column + 1], bottom: rows[row + 1])
        if let cell = cellOfRoot[root(slot)] {
          slots[slot] = cell
          cells[cell].bounds.formUnion(bounds)
        } else {
          cellOfRoot[root(slot)] = cells.count
          slots[slot] = cells.count
          cells.append(Cell(row: row, column: column, bounds: bounds))
        }
      }
    }
  }

  /// The cell at a place; `nil` outside of the table.
  func cell(_ u: Double, _ v: Double) -> Int? {
    guard bounds.contains(u, v), rowCount > 0, columnCount > 0 else { return nil }
    let column = min((columns.lastIndex { $0 <= u } ?? 0), columnCount - 1)
    let row = min((rows.lastIndex { $0 <= v } ?? 0), rowCount - 1)
    let slot = row * columnCount + column
    return slots.indices.contains(slot) ? slots[slot] : nil
  }
}

/// A rule along the lines or across them.
struct RuleLine {
  /// The coordinate that all of it shares.
  var place: Double
  var start: Double
  var end: Double
}

/// Finds the tables among the rules of a page.
enum TableFinder {
  /// More rules than this are a drawing.
  private static let ruleLimit = 2_000

  static func tables(_ rules: [PlacedRule], _ orientation: Orientation) -> [TableGrid] {
    guard rules.count >= 4, rules.count <= 40_000 else { return [] }
    var horizontal: [RuleLine] = []
    var vertical: [RuleLine] = []
    for rule in rules {
      let bounds = orientation.place(rule.bounds)
      if bounds.width >= bounds.height {
        horizontal.append(RuleLine(place: bounds.centerY, start: bounds.left, end: bounds.right))
      } else {
        vertical.append(RuleLine(place: bounds.centerX, start: bounds.top, end: bounds.bottom))
      }
    }
    horizontal = merged(horizontal)
    vertical = merged(vertical)
    guard horizontal.count >= 2, !vertical.isEmpty, horizontal.count + vertical.count <= ruleLimit else {
      return []
    }
    return grids(horizontal, vertical)
  }

  /// Joins pieces of one rule, such as the borders of neighbouring cells.
  private static func merged(_ rules: [RuleLine]) -> [RuleLine] {
    var result: [RuleLine] = []
    var groups: [[RuleLine]] = []
    for rule in rules.sorted(by: { $0.place < $1.place }) {
      if let first = groups.last?.first, rule.place - first.place <= 1.5 {
        groups[groups.count - 1].append(rule)
      } else {
        groups.append([rule])
      }
    }
    for group in groups {
      var open: RuleLine?
      for rule in group.sorted(by: { $0.start < $1.start }) {
        if var last = open, rule.start <= last.end + TableGrid.slack {
          last.end = max(last.end, rule.end)
          open = last
        } else {
          if let last = open { result.append(last) }
          open = rule
        }
      }
      if let last = open { result.append(last) }
    }
    return result.filter { $0.end - $0.start >= 8 }
  }

  /// Rules that touch each other belong to one table.
  private static func grids(_ horizontal: [RuleLine], _ vertical: [RuleLine]) -> [TableGrid] {
    var group = Array(0..<(horizontal.count + vertical.count))
    func root(_ index: Int) -> Int {
      var index = index
      while group[index] != index {
        group[index] = group[group[index]]
        index = group[index]
      }
      return index
    }
    let slack = TableGrid.slack
    for (row, across) in horizontal.enumerated() {
      for (column, down) in vertical.enumerated()
      where down.place >= across.start - slack && down.place <= across.end + slack
        && across.place >= down.start - slack && across.place <= down.end + slack
      {
        group[root(horizontal.count + column)] = root(row)
      }
    }
    var members: [Int: (horizontal: [RuleLine], vertical: [RuleLine])] = [:]
    for (index, rule) in horizontal.enumerated() {
      members[root(index), default: ([], [])].horizontal.append(rule)
    }
    for (index, rule) in vertical.enumerated() {
      members[root(horizontal.count + index), default: ([], [])].vertical.append(rule)
    }
    return members.values.filter { $0.horizontal.count >= 2 && !$0.vertical.isEmpty }
      .compactMap { TableGrid(horizontal: $0.horizontal, vertical: $0.vertical) }
      .sorted { ($0.bounds.top, $0.bounds.left) < ($1.bounds.top, $1.bounds.left) }
  }
}
