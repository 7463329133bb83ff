/// The text of one page parted and put into order by its tags (ISO 32000-1, 14.8.2.3), where they can be trusted.
///
/// Geometry still makes the lines: tags say which glyphs belong together, not where a line ends.
struct TaggedPage {
  /// Consecutive lines of one block, in one column.
  struct Run {
    var block: Int32
    var lines: [TextLine]
    var start = Double.infinity
    var end = -Double.infinity

    init?(_ block: Int32, _ lines: [TextLine]) {
      guard !lines.isEmpty else { return nil }
      (self.block, self.lines) = (block, lines)
      for line in lines { (start, end) = (min(start, line.start), max(end, line.end)) }
    }

    var top: Double { lines.first?.top ?? 0 }
    var bottom: Double { lines.last?.bottom ?? 0 }
    var first: Double { lines.first?.base ?? 0 }
    var last: Double { lines.last?.base ?? 0 }
    var size: Double { lines.first?.size ?? 0 }

    /// Whether one of them stands over the other for most of the width of the narrower.
    func isStacked(with other: Run) -> Bool {
      min(end, other.end) - max(start, other.start) > 0.5 * min(end - start, other.end - other.start)
    }
  }

  /// A piece of a fragment with its place in reading order.
  private struct Piece {
    var fragment: Fragment
    var order: Int32
  }

  private let page: Int
  private let orientation: Orientation
  private let tags: TaggedContent
  /// The pieces of each block, in the order of the blocks.
  private var blocks: [(block: Int32, pieces: [Piece])] = []

  /// The part of the visible ideographs that tags must reach. Producers leave out a stray label or a field, one
  /// or two of a hundred characters; where more is missing, whole paragraphs are, and their places unknown.
  private static let coverage = 0.95
  /// So many pieces outside of any block are no stray labels.
  private static let looseLimit = 500

  /// - Returns: `nil` where the page is not tagged throughout, or one sequence has two places.
  init?(_ body: [RawLine], _ content: PageContent, page: Int, orientation: Orientation, tags: TaggedContent) {
    guard let places = tags.places(page, content.sequences) else { return nil }
    (self.page, self.orientation, self.tags) = (page, orientation, tags)
    func place(_ glyph: Glyph) -> TaggedContent.Place? {
      places.indices.contains(Int(glyph.markedContent)) ? places[Int(glyph.markedContent)] : nil
    }
    guard Self.isCovered(body, content, by: { place($0) != nil }) else { return nil }
    var members: [Int32: [Piece]] = [:]
    var loose: [Fragment] = []
    for line in body {
      for fragment in line.fragments {
        for piece in fragment.pieces(content, orientation, by: { place($0)?.block }) {
          if let place = piece.glyphs.first.flatMap({ place(content.glyphs[$0]) }) {
            members[place.block, default: []].append(Piece(fragment: piece, order: place.order))
          } else if !piece.isBlank {
            loose.append(piece)
          }
        }
      }
    }
    guard loose.count <= Self.looseLimit else { return nil }
    addBlocks(members)
    guard attach(loose) else { return nil }
  }

  private static func isCovered(_ body: [RawLine], _ content: PageContent, by isReached: (Glyph) -> Bool)
    -> Bool
  {
    var (han, reachedHan, all, reached) = (0, 0, 0, 0)
    for line in body {
      for fragment in line.fragments where !fragment.isBlank {
        for glyph in content.glyphs[fragment.glyphs] where glyph.text != .none && !glyph.text.isBlank {
          guard glyph.flags.isDisjoint(with: [.artifact, .invisible, .ring]) else { continue }
          let isReached = isReached(glyph)
          all += 1
          if isReached { reached += 1 }
          guard glyph.text.isHan else { continue }
          han += 1
          if isReached { reachedHan += 1 }
        }
      }
    }
    if han > 0 { return Double(reachedHan) >= coverage * Double(han) }
    return all > 0 && Double(reached) >= coverage * Double(all)
  }

  private mutating func addBlocks(_ members: [Int32: [Piece]]) {
    let sorted = members.map { block, pieces in
      (
        block: block,
        pieces: pieces.sorted {
          ($0.order, $0.fragment.glyphs.lowerBound) < ($1.order, $1.fragment.glyphs.lowerBound)
        }
      )
    }.sorted { ($0.pieces.first?.order ?? 0, $0.block) < ($1.pieces.first?.order ?? 0, $1.block) }
    var label: (block: Int32, pieces: [Piece])?
    for next in sorted {
      var next = next
      if let open = label {
        // A label stands in front of the first line of what it labels.
        if tags.blocks[Int(open.block)].item == tags.blocks[Int(next.block)].item, !next.pieces.isEmpty {
          next.pieces = open.pieces + next.pieces
        } else {
          blocks.append(open)
        }
        label = nil
      }
      if tags.blocks[Int(next.block)].isLabel { label = next } else { blocks.append(next) }
    }
    if let label { blocks.append(label) }
  }

  /// Puts pieces that no tag reaches beside the words whose line they stand in.
  /// - Returns: whether each has found such a line. Of one that has none nobody knows when to read it.
  private mutating func attach(_ loose: [Fragment]) -> Bool {
    for piece in loose {
      var nearest: (block: Int, piece: Int, gap: Float)?
      for index in blocks.indices {
        for (number, member) in blocks[index].pieces.enumerated() where !member.fragment.isBlank {
          let other = member.fragment
          guard abs(other.base - piece.base) <= 0.3 * max(other.size, piece.size) else { continue }
          let gap = max(other.start - piece.end, piece.start - other.end)
          if gap < 4 * piece.size, gap < nearest?.gap ?? .infinity { nearest = (index, number, gap) }
        }
      }
      guard let nearest else { return false }
      let order = blocks[nearest.block].pieces[nearest.piece].order
      blocks[nearest.block].pieces.insert(Piece(fragment: piece, order: order), at: nearest.piece)
    }
    return true
  }

  // MARK: Lines

  /// The runs of all blocks in reading order.
  private func runs(_ composer: LineComposer, _ content: inout PageContent) -> [Run] {
    var runs: [Run] = []
    for (block, pieces) in blocks {
      for fragments in columns(pieces) {
        let lines = RawLine.group(fragments).compactMap { composer.line($0, in: &content) }
        if let run = Run(block, lines) { runs.append(run) }
      }
    }
    return runs
  }

  /// The pieces of a block, parted where it goes on at the top of the next column.
  private func columns(_ pieces: [Piece]) -> [[Fragment]] {
    var columns: [[Fragment]] = []
    var end = -Float.infinity
    var base = -Float.infinity
    for piece in pieces {
      let next = piece.fragment
      if columns.isEmpty || (!next.isBlank && next.base < base - 1.5 * next.size && next.start >= end) {
        columns.append([])
        (end, base) = (-.infinity, -.infinity)
      }
      columns[columns.count - 1].append(next)
      if !next.isBlank { (end, base) = (max(end, next.end), max(base, next.base)) }
    }
    return columns
  }

  // MARK: Regions

  /// Adds the text of the page to its layout.
  /// - Returns: whether it did; `false` where the tags contradict what is seen on the page.
  mutating func addRegions(
    _ grids: [TableGrid], _ composer: LineComposer, _ content: inout PageContent, to layout: inout PageLayout
  ) -> Bool {
    let all = runs(composer, &content)
    let body = all.filter { !tags.blocks[Int($0.block)].isNote }
    guard TagSoundness(runs: body, tags: tags, grids: grids).isSound else { return false }
    let flows = TaggedFlows(runs: body, tags: tags, grids: grids)
    guard flows.agreesWithGeometry else { return false }
    layout.regions = flows.regions
    layout.notes = all.filter { tags.blocks[Int($0.block)].isNote }.map {
      PageLayout.TaggedNote(block: $0.block, lines: $0.lines)
    }
    return true
  }
}
