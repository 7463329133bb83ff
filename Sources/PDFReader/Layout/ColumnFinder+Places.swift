extension ColumnFinder {
  /// No more edges are tried, however many a page has.
  private static let edgeCount = 6

  /// Where a gutter may be: the place that most gaps between the parts of a line have in common, and before
  /// each edge that many parts of lines begin at. The lines of two columns need not have their baselines in common,
  /// so that no line has a gap.
  func places() -> [Float] {
    var openings: [Float] = []
    var gaps: [(place: Float, step: Int)] = []
    // A line with many gaps is letter-spaced.
    for (line, least) in zip(lines, leastGutters) where line.fragments.count <= 60 {
      var end: Float?
      for fragment in line.fragments where !fragment.isBlank {
        if let last = end, fragment.start - last >= least {
          gaps.append((last, 1))
          gaps.append((fragment.start, -1))
        }
        if end.map({ fragment.start - $0 >= least }) ?? true { openings.append(fragment.start) }
        end = max(end ?? fragment.end, fragment.end)
      }
    }
    return (commonGap(gaps).map { [$0] } ?? []) + edges(openings)
  }

  private func commonGap(_ gaps: [(place: Float, step: Int)]) -> Float? {
    let edges = gaps.sorted { ($0.place, $0.step) < ($1.place, $1.step) }
    var depth = 0
    var best = (depth: 0, place: Float(0))
    for (index, edge) in edges.enumerated() {
      depth += edge.step
      if depth > best.depth, index + 1 < edges.count {
        best = (depth, (edge.place + edges[index + 1].place) / 2)
      }
    }
    return best.depth >= Self.lineCount ? best.place : nil
  }

  /// Half a gutter before the left edges that most parts of lines share.
  private func edges(_ openings: [Float]) -> [Float] {
    let sorted = openings.sorted()
    var edges: [(count: Int, place: Float)] = []
    var start = 0
    while start < sorted.count {
      var end = start
      while end < sorted.count, sorted[end] - sorted[start] < 0.4 * size { end += 1 }
      // Of not a number, which is no place, none is near itself.
      end = max(end, start + 1)
      if end - start >= Self.lineCount { edges.append((end - start, sorted[start] - Self.gutter / 2 * size)) }
      start = end
    }
    edges.sort { ($0.count, $1.place) > ($1.count, $0.place) }
    return edges.prefix(Self.edgeCount).map(\.place).filter(hasText)
  }

  private func hasText(before place: Float) -> Bool {
    var count = 0
    for line in lines {
      if let first = line.fragments.first(where: { !$0.isBlank }), first.end <= place { count += 1 }
    }
    return count >= Self.lineCount
  }

  /// How far the characters of a line are spread: text that is distributed over its line has gaps as wide as
  /// gutters, one above the other, wherever its characters are.
  static func letterGap(_ line: RawLine) -> Float {
    var inside: Float = 0
    var between: [Float] = []
    var (count, glyphs) = (0, 0)
    var end: Float?
    for fragment in line.fragments where !fragment.isBlank {
      inside += fragment.gaps
      count += fragment.gapCount
      glyphs += fragment.glyphs.count
      if let end { between.append(fragment.start - end) }
      end = fragment.end
    }
    // Single characters, and numbers between them, stand apart as fragments of their own.
    if between.count > 2, glyphs < 3 * (between.count + 1) { return max(0, between.quantile(0.5)) }
    return count > 0 ? inside / Float(count) : 0
  }
}
