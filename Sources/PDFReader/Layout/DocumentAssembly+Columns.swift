extension DocumentAssembly {
  /// A column that stands in the same place on all pages that are as wide.
  struct NarrowBlock {
    /// See `widthKey`.
    let key: Int
    /// Of the first one.
    let start: Double
    let end: Double
    var lines: [TextLine]
    var block = TextBlock(left: 0, right: 0)
    /// How many lines it has.
    var count = 0

    /// Whether two columns stand in the same place and are about as wide.
    func isLike(_ start: Double, _ end: Double) -> Bool {
      shares(start, end, 0.6 * max(self.end - self.start, end - start))
    }

    /// Whether a few lines may stand in it.
    func holds(_ start: Double, _ end: Double) -> Bool { shares(start, end, 0.8 * (end - start)) }

    private func shares(_ start: Double, _ end: Double, _ least: Double) -> Bool {
      min(self.end, end) - max(self.start, start) > least
    }
  }

  /// Pages whose columns stand elsewhere each time have nothing in common to be measured.
  private static let mostBlocks = 200

  /// Measures what most lines of the document have in common.
  mutating func measureBody() {
    var weights: [Int: Int] = [:]
    for column in columns.map(\.column) {
      for line in column.lines {
        weights[Int(clamping: (line.size * 2).rounded()), default: 0] += line.glyphs.count
      }
    }
    let most = weights.max { ($0.value, $1.key) < ($1.value, $0.key) }
    if let most, most.key > 0 { bodySize = Double(most.key) / 2 }
    measureWide()
    measureNarrow()
  }

  private mutating func measureWide() {
    var lines: [Int: [TextLine]] = [:]
    for (page, column) in columns where !column.isNarrow {
      lines[widthKey(page), default: []].append(contentsOf: column.lines)
    }
    for (key, lines) in lines {
      guard var block = TextBlock(lines, bodySize: bodySize) else { continue }
      // With few lines none may reach the right edge: the margins are then taken for equal.
      if lines.filter({ block.right - $0.end < $0.size }).count < 2 {
        block.right = max(block.right, Double(key) - block.left)
      }
      blocks[key] = block
    }
  }

  /// The text of one page may keep off the edges of its column, as a note with an indent on both sides does; the
  /// other pages show where they are.
  private mutating func measureNarrow() {
    for (page, column) in columns where column.isNarrow {
      guard let start = column.lines.map(\.start).min(), let end = column.lines.map(\.end).max() else {
        continue
      }
      let key = widthKey(page)
      if let index = narrowBlocks.firstIndex(where: { $0.key == key && $0.isLike(start, end) }) {
        narrowBlocks[index].lines += column.lines
      } else if narrowBlocks.count < Self.mostBlocks {
        narrowBlocks.append(NarrowBlock(key: key, start: start, end: end, lines: column.lines))
      }
    }
    for index in narrowBlocks.indices {
      guard let block = TextBlock(narrowBlocks[index].lines, bodySize: bodySize) else { continue }
      narrowBlocks[index].block = block
      narrowBlocks[index].count = narrowBlocks[index].lines.count
      narrowBlocks[index].lines = []
    }
  }

  private var columns: [(page: Int, column: PageLayout.Column)] {
    layouts.flatMap { layout in
      layout.regions.compactMap { if case .column(let column) = $0 { (layout.page, column) } else { nil } }
    }
  }

  /// The edges that the lines of a column keep to.
  func block(of column: PageLayout.Column, _ layout: PageLayout) -> TextBlock {
    let own = TextBlock(column.lines, bodySize: bodySize)
    guard var block = sharedBlock(of: column, key: widthKey(layout.page)) else {
      return own ?? TextBlock(left: 0, right: 0)
    }
    block.pitch = own?.pitch ?? block.pitch
    if column.isNarrow { block.indent = own?.indent ?? block.indent }
    // Pages may be shifted against each other, as left and right ones are.
    if let own, column.lines.count >= 8, abs((own.right - own.left) - (block.right - block.left)) < bodySize {
      block.left = own.left
      block.right = own.right
    }
    return block
  }

  private func sharedBlock(of column: PageLayout.Column, key: Int) -> TextBlock? {
    guard column.isNarrow else { return blocks[key] }
    guard let start = column.lines.map(\.start).min(), let end = column.lines.map(\.end).max() else {
      return nil
    }
    let most = narrowBlocks.filter { $0.key == key && $0.holds(start, end) }.max { $0.count < $1.count }
    return most?.block
  }
}
