import DocumentModel

/// Makes a document of the pages of a file.
struct DocumentAssembly {
  let file: PDFFile
  var contents: [PageContent] = []
  var layouts: [PageLayout] = []
  var document = Document(format: .pdf, sections: [])
  var resolver: StyleResolver
  /// How many rows and columns tagged tables have, by their elements.
  private(set) var tableSizes: [Int32: (rows: Int, columns: Int)] = [:]
  /// Whether tagged paragraphs go on over page breaks.
  private(set) var tagsCrossPages = false
  /// The tagged table that grows, by its element and its place in the document.
  var openTable: (element: Int32, index: Int)?
  /// The section of each page.
  private(set) var sectionOfPage: [Int] = []
  var bodySize = 12.0
  /// The edges of text set in one column, by the width of the page.
  var blocks: [Int: TextBlock] = [:]
  /// The columns of pages set in several.
  var narrowBlocks: [NarrowBlock] = []

  /// - Throws: `E_LIMIT`, `E_TIMEOUT`.
  init(_ file: PDFFile) throws(ReadError) {
    self.file = file
    let machine = ContentMachine(file)
    var builders: [PageLayoutBuilder] = []
    var furniture = Furniture()
    for object in file.pages {
      try file.deadline.check("page \(object.index + 1)")
      let content = try machine.run(object)
      let builder = PageLayoutBuilder(content, page: object.index)
      furniture.add(builder, content)
      builders.append(builder)
      contents.append(content)
    }
    let tags = contents.contains { !$0.sequences.isEmpty } ? TaggedContent(file.structureTree) : nil
    for index in builders.indices {
      try file.deadline.check("page \(index + 1)")
      layouts.append(
        builders[index].layout(&contents[index], furniture: furniture.edges(ofPage: index), tags: tags))
    }
    let gutters = SharedGutters(layouts)
    for index in builders.indices {
      let gutters = gutters.missing(from: layouts[index])
      if gutters.isEmpty { continue }
      try file.deadline.check("page \(index + 1)")
      layouts[index] = builders[index].layout(
        &contents[index], furniture: furniture.edges(ofPage: index), tags: tags, gutters: gutters)
    }
    tableSizes = tags?.tables ?? [:]
    tagsCrossPages = tags?.crossesPages ?? false
    resolver = StyleResolver(machine.styles, faces: machine.fonts.map(\.face))
  }

  /// The finished document.
  mutating func assemble() -> Document {
    measureBody()
    addSections()
    addBody()
    addFurniture()
    for index in contents.indices {
      var page = contents[index].summary
      if layouts.indices.contains(index) { page.textRotation = layouts[index].orientation.degrees }
      document.pages.append(page)
      addHiddenText(contents[index])
    }
    addFigures()
    document.metadata = file.metadata
    var residue = file.residue
    residue.hiddenText = document.residue.hiddenText
    residue.hiddenRuns = document.residue.hiddenRuns
    document.residue = residue
    document.signatures = file.signatures
    document.bookmarks = file.bookmarks
    document.isIncomplete = file.isIncomplete
    document.notes = lossNote + file.notes
    return document
  }

  /// What is lost, before all else.
  private var lossNote: [ReadNote] {
    let pages = document.pages.indices.filter { document.pages[$0].isIncomplete }
    guard !pages.isEmpty || document.isIncomplete else { return [] }
    let named = pages.prefix(20).map { String($0 + 1) }.joined(separator: ", ")
    let detail =
      pages.isEmpty
      ? "objects are damaged or missing" : "content is damaged or missing on \(pages.count) pages: \(named)"
    return [ReadNote("W_PDF_LOST", detail: detail)]
  }

  // MARK: Sections

  func widthKey(_ page: Int) -> Int {
    guard contents.indices.contains(page) else { return 0 }
    let way = layouts.indices.contains(page) ? layouts[page].orientation : .right
    let size = way == .right || way == .left ? contents[page].width : contents[page].height
    return Int(clamping: size.rounded())
  }

  private mutating func addSections() {
    for index in contents.indices {
      let content = contents[index]
      if let last = document.sections.last, abs(last.pageWidth.points - content.width) < 1,
        abs(last.pageHeight.points - content.height) < 1
      {
        sectionOfPage.append(document.sections.count - 1)
        continue
      }
      var section = Section()
      section.pageWidth = .pt(content.width)
      section.pageHeight = .pt(content.height)
      section.isLandscape = content.width > content.height
      section.margins = margins(from: index)
      document.sections.append(section)
      sectionOfPage.append(document.sections.count - 1)
    }
    if document.sections.isEmpty { document.sections = [Section()] }
  }

  /// The white space around the text of the pages of one size, as far as it can be seen.
  private func margins(from first: Int) -> Margins {
    var margins = Margins()
    var top = Double.infinity
    var bottom = -Double.infinity
    for layout in layouts[first...] {
      let content = contents[layout.page]
      guard abs(content.width - contents[first].width) < 1 else { break }
      for case .column(let column) in layout.regions where layout.orientation == .right {
        top = min(top, column.lines.first?.top ?? top)
        bottom = max(bottom, column.lines.last?.bottom ?? bottom)
      }
    }
    guard top.isFinite, bottom.isFinite, let block = blocks[widthKey(first)] else { return margins }
    margins.top = .pt(max(0, top))
    margins.bottom = .pt(max(0, contents[first].height - bottom))
    margins.left = .pt(max(0, block.left))
    margins.right = .pt(max(0, contents[first].width - block.right))
    return margins
  }

  func section(ofPage page: Int) -> Int { sectionOfPage.indices.contains(page) ? sectionOfPage[page] : 0 }
}
