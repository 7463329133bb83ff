import DocumentModel

extension DocumentAssembly {
  /// The paragraphs of all pages in reading order.
  mutating func addBody() {
    let isIndented =
      blocks.values.contains(where: \.isIndented) || narrowBlocks.contains { $0.block.isIndented }
    let builder = ParagraphBuilder(bodySize: bodySize, isIndented: isIndented)
    var open: [ParagraphBuilder.Draft] = []
    for layout in layouts {
      for region in layout.regions {
        switch region {
        case .column(let column):
          join(builder.drafts(column, block(of: column, layout), after: open.last), to: &open, builder)
        case .cells(let cells): joinCells(drafts(cells, builder), to: &open)
        case .table(let table):
          close(&open)
          add(table, builder)
        }
      }
      if !layout.asides.isEmpty {
        close(&open)
        for line in layout.asides { add([line], story: .textBox) }
      }
    }
    close(&open)
    for layout in layouts {
      for note in layout.notes { add(note.lines, story: .footnote) }
    }
  }

  /// Adds all but the last draft, which may go on in the next column or on the next page.
  private mutating func join(
    _ drafts: [ParagraphBuilder.Draft], to open: inout [ParagraphBuilder.Draft], _ builder: ParagraphBuilder
  ) {
    var drafts = drafts[...]
    if let first = drafts.first, let last = open.last, goesOn(last, first, builder) {
      open[open.count - 1].lines.append(contentsOf: first.lines)
      open[open.count - 1].brackets = first.isNote ? first.brackets : TextLine.Brackets()
      drafts.removeFirst()
    }
    for draft in drafts {
      close(&open)
      open = [draft]
    }
  }

  /// Adds paragraphs that nothing can follow any more.
  mutating func close(_ open: inout [ParagraphBuilder.Draft]) {
    for draft in open { add(draft) }
    open = []
  }

  /// Where tags speak of both, they decide; where one of two pages has none that can be trusted, the lines do.
  private func goesOn(
    _ open: ParagraphBuilder.Draft, _ next: ParagraphBuilder.Draft, _ builder: ParagraphBuilder
  ) -> Bool {
    if open.cell != nil { return false }
    if let tag = open.tag, let other = next.tag {
      let isNextPage = open.lines.last?.page != next.lines.first?.page
      if tag == other || tagsCrossPages || !isNextPage { return tag == other }
    }
    return builder.continues(open, next)
  }

  // MARK: Paragraphs

  private mutating func add(_ draft: ParagraphBuilder.Draft) {
    guard let first = draft.lines.first else { return }
    if let cell = draft.cell {
      addTagged(draft, cell)
      return
    }
    if draft.followsGap, !document.paragraphs.isEmpty { addGap(before: first) }
    add(draft.lines, format: format(of: draft))
  }

  /// An empty line, which readers see as a gap.
  private mutating func addGap(before line: TextLine) {
    var paragraph = Paragraph(text: "", runs: [], section: section(ofPage: line.page), page: line.page + 1)
    paragraph.location = nextLocation
    document.paragraphs.append(paragraph)
  }

  private var nextLocation: SourceLocation {
    SourceLocation(part: "pages", paragraph: document.paragraphs.count)
  }

  mutating func add(
    _ lines: [TextLine], format: ParagraphFormat = ParagraphFormat(), story: Story = .body,
    cell: CellPosition? = nil
  ) {
    guard let first = lines.first else { return }
    var assembler = TextAssembler()
    var bounds = Bounds.empty
    var start = first.start
    for (index, line) in lines.enumerated() {
      guard contents.indices.contains(line.page) else { continue }
      var line = line
      line.isBelow = index > 0 && line.isBelow(lines[index - 1], start: start)
      start = min(start, line.start)
      assembler.add(line, contents[line.page], &resolver)
      if line.page == first.page { bounds.formUnion(line.bounds) }
    }
    guard !assembler.text.isEmpty else { return }
    var paragraph = Paragraph(
      text: assembler.text, runs: assembler.runs, format: format, story: story, cell: cell,
      section: section(ofPage: first.page), page: first.page + 1, location: nextLocation)
    paragraph.box = bounds.box
    paragraph.lineStarts = assembler.lineStarts
    document.paragraphs.append(paragraph)
  }

  func format(of draft: ParagraphBuilder.Draft) -> ParagraphFormat {
    var format = ParagraphFormat()
    guard let first = draft.lines.first else { return format }
    let block = draft.block
    format.lineSpacing = .measured(pitch(draft.lines))
    format.snapsToGrid = false
    let indent = rounded(first.start - block.left)
    switch draft.alignment {
    case .center: format.alignment = .center
    case .right: format.alignment = .right
    case .left, .full:
      let rest = draft.lines.dropFirst().filter { $0.page == first.page }.map(\.start).min()
      if let rest {
        format.leftIndent = .pt(max(0, rounded(rest - block.left)))
        format.firstLineIndent = .pt(rounded(first.start - rest))
      } else if indent < 4.5 * first.size {
        format.firstLineIndent = .pt(max(0, indent))
      } else {
        format.leftIndent = .pt(indent)
      }
      format.alignment = isJustified(draft) ? .justified : .left
    }
    return format
  }

  private func isJustified(_ draft: ParagraphBuilder.Draft) -> Bool {
    guard draft.lines.count > 1 else { return draft.alignment == .full }
    return draft.lines.dropLast().allSatisfy { abs(draft.block.right - $0.end) < 1.2 * $0.size }
  }

  /// Within half a point of nothing is nothing: side bearings differ from glyph to glyph.
  private func rounded(_ value: Double) -> Double {
    abs(value) < 1.5 ? 0 : (value * 10).rounded() / 10
  }

  /// The median distance of baselines, to a twentieth of a point.
  private func pitch(_ lines: [TextLine]) -> Length? {
    let steps = zip(lines, lines.dropFirst()).compactMap { upper, lower -> Double? in
      let step = lower.base - upper.base
      return upper.page == lower.page && step > 0 ? step : nil
    }
    return steps.isEmpty ? nil : .pt((steps.median * 20).rounded() / 20)
  }

  // MARK: Tables

  private mutating func add(_ region: PageLayout.TableRegion, _ builder: ParagraphBuilder) {
    let first = document.paragraphs.count
    let table = document.tables.count
    for (cell, lines) in zip(region.grid.cells, region.cells) where !lines.isEmpty {
      let position = CellPosition(table: table, row: cell.row, column: cell.column)
      var block = TextBlock(lines, bodySize: bodySize) ?? TextBlock(left: 0, right: 0)
      // The text fills the cell but for its padding.
      let padding = min(max(2, block.left - cell.bounds.left), 8)
      block.left = min(block.left, cell.bounds.left + padding)
      block.right = max(block.right, cell.bounds.right - padding)
      for draft in builder.drafts(lines, block) {
        add(draft.lines, format: format(of: draft), cell: position)
      }
    }
    guard document.paragraphs.count > first else { return }
    document.tables.append(
      Table(
        rows: region.grid.rowCount, columns: region.grid.columnCount,
        paragraphs: first..<document.paragraphs.count))
  }

  // MARK: Furniture

  /// Headers, footers and watermarks, behind the body.
  mutating func addFurniture() {
    for layout in layouts {
      for line in layout.headers + layout.watermarks { add([line], story: .header) }
      for line in layout.footers { add([line], story: .footer) }
    }
  }
}

extension Bounds {
  /// As the model has it; `nil` of nothing.
  var box: Box? {
    isUnset || !(left + right + top + bottom).isFinite
      ? nil : Box(left: left, top: top, width: width, height: height)
  }
}
