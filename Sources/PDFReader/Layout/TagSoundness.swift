/// Whether the reading order of the tags can be that of the page. Tags that lie are common: files converted from
/// scans or put together of parts have them in the order of painting, or all of a page in one paragraph.
struct TagSoundness {
  /// In the order of the tags.
  let runs: [TaggedPage.Run]
  let tags: TaggedContent
  /// The ruled tables that are seen on the page.
  let grids: [TableGrid]

  /// Comparing more runs than this with each other takes too long.
  private static let runLimit = 1_500
  /// A line of two entries side by side, such as number and signer, is no column; many of them are.
  private static let sideStepLimit = 2

  var isSound: Bool {
    !runs.isEmpty && runs.count <= Self.runLimit && knowsTables && isInOrder && isContiguous && !goesAcross
  }

  private func isCell(_ run: TaggedPage.Run) -> Bool { tags.blocks[Int(run.block)].cell != nil }

  /// Text in a ruled table has a cell.
  private var knowsTables: Bool {
    guard !grids.isEmpty else { return true }
    return runs.allSatisfy { run in
      isCell(run)
        || !run.lines.contains { line in
          grids.contains {
            $0.bounds.contains(line.middle, line.base - 0.35 * line.size) && $0.cells.count > 2
          }
        }
    }
  }

  /// What stands above in a column is read first.
  private var isInOrder: Bool {
    for (index, later) in runs.enumerated() {
      for earlier in runs[..<index]
      where later.first < earlier.first - 0.3 * later.size && later.isStacked(with: earlier) {
        return false
      }
    }
    return true
  }

  /// No line of one block stands between the lines of another.
  private var isContiguous: Bool {
    for (index, run) in runs.enumerated() {
      for (number, other) in runs.enumerated()
      where number != index && other.top < run.bottom && other.bottom > run.top
        && other.start < run.end && other.end > run.start
      {
        let isInside = other.lines.contains { line in
          let middle = line.base - 0.35 * line.size
          return run.top < middle && middle < run.bottom && run.start < line.middle && line.middle < run.end
        }
        if isInside { return false }
      }
    }
    return true
  }

  /// Whether columns are read line by line: again and again a step to the right on one line and back.
  private var goesAcross: Bool {
    var steps = 0
    for (left, right) in zip(runs, runs.dropFirst())
    where left.block != right.block && !isCell(left) && !isCell(right) {
      if abs(right.first - left.last) <= 0.5 * left.size, right.start >= left.end { steps += 1 }
    }
    return steps > Self.sideStepLimit
  }
}
