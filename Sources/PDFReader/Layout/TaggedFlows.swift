/// Columns and tables of a tagged page.
struct TaggedFlows {
  private(set) var regions: [PageLayout.Region] = []
  private let tags: TaggedContent

  init(runs: [TaggedPage.Run], tags: TaggedContent, grids: [TableGrid]) {
    self.tags = tags
    let flows = Self.flows(runs, tags)
    for (index, flow) in flows.enumerated() {
      if let cells = flow.cells {
        add(flow.runs, cells, grids)
        continue
      }
      let others = flows.enumerated().filter { $0.offset != index && $0.element.cells == nil }
      let narrow = Self.narrowPart(of: flow.runs, besides: others.flatMap(\.element.runs))
      add(flow.runs[..<narrow.lowerBound], isNarrow: false)
      add(flow.runs[narrow], isNarrow: true)
      add(flow.runs[narrow.upperBound...], isNarrow: false)
    }
  }

  /// Runs that go down the page one after the other, or the cells of one table.
  private struct Flow {
    var runs: [TaggedPage.Run]
    var cells: [TaggedContent.Cell]?
  }

  private static func flows(_ runs: [TaggedPage.Run], _ tags: TaggedContent) -> [Flow] {
    var flows: [Flow] = []
    for run in runs {
      let cell = tags.blocks[Int(run.block)].cell
      if let last = flows.indices.last {
        if let cell, flows[last].cells?.last?.table == cell.table {
          flows[last].runs.append(run)
          flows[last].cells?.append(cell)
          continue
        }
        if cell == nil, flows[last].cells == nil, let upper = flows[last].runs.last,
          run.first > upper.last - 0.3 * run.size
        {
          flows[last].runs.append(run)
          continue
        }
      }
      flows.append(Flow(runs: [run], cells: cell.map { [$0] }))
    }
    return flows
  }

  /// The part of a flow that is a column: from the first to the last run that has text of another flow beside it,
  /// and what stands above and below within the same edges. A title over both columns does not.
  private static func narrowPart(of runs: [TaggedPage.Run], besides others: [TaggedPage.Run]) -> Range<Int> {
    let beside = runs.indices.filter { index in others.contains { isBeside(runs[index], $0) } }
    guard var low = beside.first, var high = beside.last else { return 0..<0 }
    let start = runs[low...high].map(\.start).min() ?? 0
    let end = runs[low...high].map(\.end).max() ?? 0
    func isWithin(_ run: TaggedPage.Run) -> Bool {
      run.start >= start - run.size && run.end <= end + run.size
    }
    while low > 0, isWithin(runs[low - 1]) { low -= 1 }
    while high + 1 < runs.count, isWithin(runs[high + 1]) { high += 1 }
    return low..<(high + 1)
  }

  private static func isBeside(_ run: TaggedPage.Run, _ other: TaggedPage.Run) -> Bool {
    min(run.bottom, other.bottom) - max(run.top, other.top) > 0.5 * min(run.size, other.size)
      && (run.start >= other.end || other.start >= run.end)
  }

  private mutating func add(_ column: ArraySlice<TaggedPage.Run>, isNarrow: Bool) {
    guard !column.isEmpty else { return }
    var result = PageLayout.Column(lines: [], isNarrow: isNarrow)
    for run in column {
      let start = result.lines.count
      result.lines += run.lines
      result.paragraphs.append(
        PageLayout.TaggedParagraph(block: run.block, lines: start..<result.lines.count))
    }
    regions.append(.column(result))
  }

  /// The edges of a cell are its rules; without any, those of all text of its column.
  private mutating func add(
    _ runs: [TaggedPage.Run], _ cells: [TaggedContent.Cell], _ grids: [TableGrid]
  ) {
    var edges: [Int: (left: Double, right: Double)] = [:]
    for (run, cell) in zip(runs, cells) {
      let known = edges[cell.column] ?? (run.start, run.end)
      edges[cell.column] = (min(known.left, run.start), max(known.right, run.end))
    }
    let region = zip(runs, cells).map { run, cell in
      var (left, right) = edges[cell.column] ?? (run.start, run.end)
      let middle = ((run.start + run.end) / 2, (run.top + run.bottom) / 2)
      for grid in grids {
        guard let box = grid.cell(middle.0, middle.1).map({ grid.cells[$0].bounds }) else { continue }
        (left, right) = (box.left, box.right)
      }
      return PageLayout.TaggedCell(block: run.block, cell: cell, lines: run.lines, left: left, right: right)
    }
    regions.append(.cells(region))
  }

  // MARK: A second opinion

  /// Whether the tags part about the same paragraphs as indents and line ends do. Where most of one's paragraphs
  /// are torn to lines by the other, or glued together, tags were made of lines or of pages.
  var agreesWithGeometry: Bool {
    var (glued, joined, torn, parted) = (0, 0, 0, 0)
    for case .column(let column) in regions {
      let size = column.lines.map(\.size).median
      guard let block = TextBlock(column.lines, bodySize: size) else { continue }
      let builder = ParagraphBuilder(bodySize: size, isIndented: block.isIndented)
      var starts: Set<Int> = []
      var others: Set<Int> = []
      var count = 0
      for draft in builder.drafts(column.lines, block) {
        // Lines in the middle or at the right are always parted, whatever they belong to.
        if draft.alignment == .left || draft.alignment == .full, draft.lines.first?.isTabular == false {
          starts.insert(count)
        } else {
          others.insert(count)
        }
        count += draft.lines.count
      }
      let tagged = Set(column.paragraphs.map(\.lines.lowerBound))
      for line in column.lines.indices.dropFirst() {
        if starts.contains(line) {
          parted += 1
          if !tagged.contains(line) { torn += 1 }
        } else if !others.contains(line), abs(column.lines[line].size - size) < 0.6 {
          joined += 1
          if tagged.contains(line) { glued += 1 }
        }
      }
    }
    return !Self.isMost(glued, of: joined) && !Self.isMost(torn, of: parted)
  }

  private static func isMost(_ count: Int, of all: Int) -> Bool { count >= 3 && count * 2 > all }
}
