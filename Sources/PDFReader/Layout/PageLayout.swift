/// The lines of one page by the places that they stand in.
struct PageLayout {
  /// A stretch of text that is read before the next one.
  enum Region {
    case column(Column)
    case table(TableRegion)
    /// Cells as tags tell of them.
    case cells([TaggedCell])
  }

  struct Column {
    var lines: [TextLine]
    /// Whether it is one of several side by side.
    var isNarrow: Bool
    /// How the tags part the lines into paragraphs; empty where geometry has to.
    var paragraphs: [TaggedParagraph] = []
  }

  /// Lines that follow each other in one block of the structure tree.
  struct TaggedParagraph {
    /// The index into `TaggedContent.blocks`.
    var block: Int32
    var lines: Range<Int>
  }

  struct TaggedCell {
    var block: Int32
    var cell: TaggedContent.Cell
    var lines: [TextLine]
    /// The left and right edges of its column, as far as they can be seen.
    var left: Double
    var right: Double
  }

  struct TableRegion {
    var grid: TableGrid
    /// The lines of each cell.
    var cells: [[TextLine]]
    var orientation: Orientation
  }

  let page: Int
  /// The direction that most text runs in.
  var orientation = Orientation.right
  var regions: [Region] = []
  /// Set apart at the edges of the page.
  var headers: [TextLine] = []
  var footers: [TextLine] = []
  /// Text that runs in another direction than most, and text that is askew.
  var asides: [TextLine] = []
  var watermarks: [TextLine] = []
  /// Foot- and endnotes that tags name.
  var notes: [TaggedNote] = []
  /// Where geometry found the gutters between columns.
  var gutters: [Float] = []

  struct TaggedNote {
    var block: Int32
    var lines: [TextLine]
  }
}

/// Lays out one page.
struct PageLayoutBuilder {
  let page: Int
  let orientation: Orientation
  private let scan: FragmentScan
  /// The lines of the main direction, top to bottom.
  let lines: [RawLine]

  init(_ content: PageContent, page: Int) {
    self.page = page
    let scan = FragmentScan(content)
    self.scan = scan
    let counts = Orientation.allCases.map { way in
      scan.fragments[way.rawValue].reduce(0) { $0 + ($1.isBlank ? 0 : $1.glyphs.count) }
    }
    let most = counts.indices.max { (counts[$0], -$0) < (counts[$1], -$1) } ?? 0
    let orientation = Orientation(rawValue: most) ?? .right
    self.orientation = orientation
    lines = RawLine.group(scan.fragments[orientation.rawValue])
  }

  /// - Parameters:
  ///   - furniture: which of `lines` are headers and footers.
  ///   - tags: the order that the structure tree gives, where the file has one.
  ///   - gutters: those that other pages have.
  func layout(
    _ content: inout PageContent, furniture: [Int: Furniture.Edge], tags: TaggedContent?,
    gutters: [Float] = []
  ) -> PageLayout {
    var layout = PageLayout(page: page, orientation: orientation)
    let composer = LineComposer(page: page, orientation: orientation)
    var body: [RawLine] = []
    for (index, line) in lines.enumerated() {
      switch furniture[index] {
      case nil: body.append(line)
      case .top: if let line = composer.line(line, in: &content) { layout.headers.append(line) }
      case .bottom: if let line = composer.line(line, in: &content) { layout.footers.append(line) }
      }
    }
    var tagged = tags.flatMap { TaggedPage(body, content, page: page, orientation: orientation, tags: $0) }
    let tables = self.tables(content, &body)
    if tagged?.addRegions(tables.map(\.grid), composer, &content, to: &layout) != true {
      addRegions(body, tables, composer, &content, to: &layout, gutters)
    }
    addAsides(&content, to: &layout)
    return layout
  }

  // MARK: Tables

  private struct RawTable {
    var grid: TableGrid
    var fragments: [[Fragment]]
  }

  /// Takes the text of tables out of the lines.
  private func tables(_ content: PageContent, _ body: inout [RawLine]) -> [RawTable] {
    let grids = TableFinder.tables(content.rules, orientation)
    guard !grids.isEmpty else { return [] }
    var tables = grids.map { RawTable(grid: $0, fragments: Array(repeating: [], count: $0.cells.count)) }
    var rest: [RawLine] = []
    for line in body {
      var outside: [Fragment] = []
      for fragment in line.fragments {
        guard
          let table = tables.firstIndex(where: {
            $0.grid.bounds.contains(fragment.center.double, middle(fragment))
          })
        else {
          outside.append(fragment)
          continue
        }
        for piece in pieces(fragment, tables[table].grid, content) {
          if let cell = tables[table].grid.cell(piece.center.double, middle(piece)) {
            tables[table].fragments[cell].append(piece)
          }
        }
      }
      if outside.count == line.fragments.count {
        rest.append(line)
      } else if outside.contains(where: { !$0.isBlank }), let line = RawLine(outside) {
        rest.append(line)
      }
    }
    // A frame around text is no table.
    let frames = tables.filter { table in
      table.fragments.filter { $0.contains { !$0.isBlank } }.count < 2
    }
    if !frames.isEmpty {
      rest = RawLine.group(rest.flatMap(\.fragments) + frames.flatMap { $0.fragments.flatMap { $0 } })
      tables.removeAll { table in table.fragments.filter { $0.contains { !$0.isBlank } }.count < 2 }
    }
    body = rest
    return tables
  }

  private func middle(_ fragment: Fragment) -> Double { Double(fragment.base - 0.35 * fragment.size) }

  /// A fragment cut where it goes from one cell into the next.
  private func pieces(_ fragment: Fragment, _ grid: TableGrid, _ content: PageContent) -> [Fragment] {
    let first = grid.cell(Double(fragment.start) + 0.5, middle(fragment))
    let last = grid.cell(Double(fragment.end) - 0.5, middle(fragment))
    guard first != last else { return [fragment] }
    return fragment.pieces(content, orientation) { glyph in
      let (u, _) = orientation.place(glyph.x, glyph.y)
      let (length, _) = orientation.place(glyph.dx, glyph.dy)
      return grid.cell(Double(u + length / 2), middle(fragment))
    }
  }

  // MARK: Columns

  private func addRegions(
    _ body: [RawLine], _ tables: [RawTable], _ composer: LineComposer, _ content: inout PageContent,
    to layout: inout PageLayout, _ gutters: [Float]
  ) {
    var start = 0
    for table in tables {
      var end = start
      while end < body.count, Double(body[end].base) < table.grid.bounds.top + 2 { end += 1 }
      addColumns(Array(body[start..<end]), composer, &content, to: &layout, gutters)
      start = end
      let cells = table.fragments.map { fragments in
        RawLine.group(fragments).compactMap { composer.line($0, in: &content) }
      }
      layout.regions.append(
        .table(PageLayout.TableRegion(grid: table.grid, cells: cells, orientation: orientation)))
    }
    addColumns(Array(body[start...]), composer, &content, to: &layout, gutters)
  }

  private func addColumns(
    _ lines: [RawLine], _ composer: LineComposer, _ content: inout PageContent, to layout: inout PageLayout,
    _ gutters: [Float], isNarrow: Bool = false, depth: Int = 0
  ) {
    guard !lines.isEmpty else { return }
    for band in ColumnFinder(lines: lines, glyphs: content.glyphs, known: gutters).bands() {
      guard let gutter = band.gutter, depth < 3 else {
        let lines = lines[band.lines].compactMap { composer.line($0, in: &content) }
        if !lines.isEmpty {
          layout.regions.append(.column(PageLayout.Column(lines: lines, isNarrow: isNarrow)))
        }
        continue
      }
      layout.gutters.append(Float(gutter))
      let fragments = lines[band.lines].flatMap(\.fragments)
      let left = RawLine.group(fragments.filter { Double($0.center) < gutter })
      let right = RawLine.group(fragments.filter { Double($0.center) >= gutter })
      addColumns(left, composer, &content, to: &layout, gutters, isNarrow: true, depth: depth + 1)
      addColumns(right, composer, &content, to: &layout, gutters, isNarrow: true, depth: depth + 1)
    }
  }

  // MARK: Other directions

  private func addAsides(_ content: inout PageContent, to layout: inout PageLayout) {
    for way in Orientation.allCases where way != orientation && !scan.fragments[way.rawValue].isEmpty {
      let composer = LineComposer(page: page, orientation: way)
      for line in RawLine.group(scan.fragments[way.rawValue]) {
        if let line = composer.line(line, in: &content) { layout.asides.append(line) }
      }
    }
    guard !scan.askew.isEmpty else { return }
    // Text across the page is a watermark; its glyphs follow each other as they were painted.
    var run: [Int] = []
    for index in scan.askew {
      if let last = run.last, index != last + 1 || content.glyphs[last].style != content.glyphs[index].style {
        layout.watermarks.append(askewLine(run, content))
        run = []
      }
      run.append(index)
    }
    if !run.isEmpty { layout.watermarks.append(askewLine(run, content)) }
  }

  private func askewLine(_ run: [Int], _ content: PageContent) -> TextLine {
    var bounds = Bounds.empty
    var size: Float = 0
    for index in run {
      let glyph = content.glyphs[index]
      bounds.add(Double(glyph.x), Double(glyph.y))
      bounds.add(Double(glyph.x + glyph.dx), Double(glyph.y + glyph.dy))
      size = max(size, glyph.size)
    }
    let first = run.first.map { content.glyphs[$0] }
    return TextLine(
      page: page, glyphs: run.map { Int32($0) }, start: bounds.left, end: bounds.right, base: bounds.bottom,
      size: Double(size), style: first?.style ?? 0, first: first?.text ?? .none,
      last: run.last.map { content.glyphs[$0].text } ?? .none, firstWord: 0)
  }
}

extension Float {
  var double: Double { Double(self) }
}
