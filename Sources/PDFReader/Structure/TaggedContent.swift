/// What the structure tree says of each marked-content sequence: its place in reading order, and the paragraph,
/// list item or table cell that it is part of (ISO 32000-1, 14.8.4).
struct TaggedContent {
  /// An element of block level that holds content itself or through inline ones.
  struct Block {
    var cell: Cell?
    /// A foot- or endnote, which stands apart from where it is referred to.
    var isNote: Bool
    /// The label of a list item or note, which is printed in front of what it labels.
    var isLabel: Bool
    /// The list item or note around it, as an index of its element.
    var item: Int32
  }

  /// A cell of a table, by the rows and cells before it.
  struct Cell: Hashable {
    /// The element of the table.
    var table: Int32
    var row: Int
    var column: Int
  }

  /// Where a sequence stands.
  struct Place {
    /// Its number in reading order.
    var order: Int32
    /// The index in `blocks`.
    var block: Int32
    /// Whether the tree names it more than once, so that it has no one place.
    var isRepeated = false
  }

  private(set) var blocks: [Block] = []
  /// How many rows and columns each table has, by its element.
  private(set) var tables: [Int32: (rows: Int, columns: Int)] = [:]
  /// Whether paragraphs go on over page breaks. Word ends every element with the page.
  private(set) var crossesPages = false
  private var pages: [Int: [MarkedSequence: Place]] = [:]

  /// - Returns: `nil` when the file does not claim to be tagged, or says nothing of its content.
  init?(_ tree: StructureTree?) {
    guard let tree, tree.isTagged, !tree.items.isEmpty else { return nil }
    let outline = TagOutline(tree.elements)
    var blockOfElement: [Int32: Int32] = [:]
    var pageOfBlock: [Int] = []
    for (order, item) in tree.items.enumerated() {
      guard let element = outline.blocks.indices.contains(item.element) ? outline.blocks[item.element] : nil,
        element >= 0, let identifier = Int32(exactly: item.mcid), let order = Int32(exactly: order)
      else { continue }
      let block = blockOfElement[element] ?? Int32(blocks.count)
      if block == blocks.count {
        blockOfElement[element] = block
        blocks.append(outline.block(element))
        pageOfBlock.append(item.page)
      } else if pageOfBlock[Int(block)] != item.page, item.mcid >= 0, blocks[Int(block)].cell == nil {
        crossesPages = true
      }
      let sequence = MarkedSequence(stream: item.stream, identifier: identifier)
      let known = pages[item.page]?[sequence]
      pages[item.page, default: [:]][sequence] = Place(
        order: known?.order ?? order, block: block, isRepeated: known != nil)
    }
    tables = outline.tableSizes
  }

  /// The places of the sequences of a page, `nil` for those that the tree does not reach.
  /// - Returns: `nil` when the tree says nothing of the page, or two things of one sequence.
  func places(_ page: Int, _ sequences: [MarkedSequence]) -> [Place?]? {
    guard let known = pages[page], !sequences.isEmpty else { return nil }
    var places: [Place?] = []
    places.reserveCapacity(sequences.count)
    var seen: Set<Int32> = []
    for sequence in sequences {
      let place = known[sequence]
      // An object that is drawn twice, or named twice, has no place; it need not hold any words.
      if let place, sequence.identifier == MarkedSequence.whole,
        place.isRepeated || seen.contains(place.order)
      {
        places.append(nil)
        continue
      }
      // An identifier that stands twice in the content has no one place either (14.7.4.2).
      if let place, place.isRepeated || !seen.insert(place.order).inserted { return nil }
      places.append(place)
    }
    return places
  }
}
