/// Tells columns of running text apart (two columns on a page of a gazette), without taking a sign-off, a table
/// or a letter-spaced title for one.
struct ColumnFinder {
  /// A stretch of the page: its lines, and the gutter when they are set in two columns.
  struct Band {
    var lines: Range<Int>
    var gutter: Double?
  }

  /// A column of prose has at least so many lines.
  private static let lineCount = 4
  /// The narrowest gutter, in ems.
  private static let gutter: Float = 0.9
  /// How many times as wide as the gaps between the characters of a line its gutter is at least.
  private static let spread: Float = 1.6

  let lines: [RawLine]
  let glyphs: ContiguousArray<Glyph>
  /// The gutters of most other pages: what does not look like columns by itself does beside them.
  var known: [Float] = []

  /// The bands from top to bottom.
  func bands() -> [Band] {
    var best = [Band(lines: lines.indices, gutter: nil)]
    guard lines.count >= Self.lineCount else { return best }
    var most = 0
    for place in places() + known {
      let bands = bands(at: place)
      let count = bands.reduce(0) { $1.gutter == nil ? $0 : $0 + $1.lines.count }
      if count > most { (best, most) = (bands, count) }
    }
    return best
  }

  private func bands(at place: Float) -> [Band] {
    var bands: [Band] = []
    let edge = edge(behind: place)
    let crossings = lines.map { crosses($0, place, edge) }
    var start = 0
    while start < lines.count {
      let crosses = crossings[start]
      var end = start + 1
      while end < lines.count, crossings[end] == crosses { end += 1 }
      let isColumns = !crosses && isTwoColumns(start..<end, place)
      if let last = bands.last, last.gutter == nil, !isColumns {
        bands[bands.count - 1].lines = last.lines.lowerBound..<end
      } else {
        bands.append(Band(lines: start..<end, gutter: isColumns ? Double(place) : nil))
      }
      start = end
    }
    return bands
  }

  /// Whether a line goes on over the gutter. A mark that hangs behind the full lines of the left column, as Word
  /// lets them, reaches into it and no farther than its own width.
  /// - Parameter edge: where the lines of the right column begin.
  private func crosses(_ line: RawLine, _ place: Float, _ edge: Float?) -> Bool {
    var before = -Float.infinity
    var behind = Float.infinity
    for fragment in line.fragments where !fragment.isBlank {
      if fragment.start < place, fragment.end > place,
        fragment.end > place + 1.05 * line.size || !hangs(fragment)
      {
        return true
      }
      if fragment.start < place {
        before = max(before, fragment.end)
      } else {
        behind = min(behind, fragment.start)
      }
    }
    // A gap like any other of a line that is spread.
    let spread = letterGap(line)
    guard spread > 0.3 * line.size, behind - before < Self.spread * spread else { return false }
    return edge.map { abs(behind - $0) > 0.3 * line.size } ?? true
  }

  /// The left edge that most lines share behind a gutter, where that is wider than the gaps between characters.
  private func edge(behind place: Float) -> Float? {
    let starts = lines.compactMap { line in line.fragments.first { !$0.isBlank && $0.start >= place }?.start }
      .sorted()
    let size = quantile(0.5, lines.map(\.size))
    var best = (count: 0, start: Float(0))
    var start = 0
    for end in starts.indices {
      while starts[end] - starts[start] > 0.3 * size { start += 1 }
      if end - start + 1 > best.count { best = (end - start + 1, starts[start]) }
    }
    guard 2 * best.count > starts.count else { return nil }
    let ends = lines.compactMap { line in line.fragments.last { !$0.isBlank && $0.end <= place }?.end }
    let spread = quantile(0.5, lines.map(letterGap))
    return best.start - quantile(0.5, ends) >= 1.3 * spread ? best.start : nil
  }

  private func hangs(_ fragment: Fragment) -> Bool {
    guard glyphs.indices.contains(fragment.glyphs.lowerBound), fragment.glyphs.upperBound <= glyphs.count
    else {
      return false
    }
    return glyphs[fragment.glyphs].last { !$0.text.isBlank && $0.text != .none }?.text.cannotStartLine
      ?? false
  }

  /// Where a gutter may be: the place that most gaps between the parts of a line have in common, and before
  /// each edge that many parts of lines begin at. The lines of two columns need not have their baselines in common,
  /// so that no line has a gap.
  private func places() -> [Float] {
    var openings: [Float] = []
    var gaps: [(place: Float, step: Int)] = []
    // A line with many gaps is letter-spaced.
    for line in lines where line.fragments.count <= 60 {
      let least = leastGutter(line)
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

  private func leastGutter(_ line: RawLine) -> Float {
    max(Self.gutter * line.size, Self.spread * letterGap(line))
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

  /// Half a gutter before the left edges that parts of lines share.
  private func edges(_ openings: [Float]) -> [Float] {
    let sorted = openings.sorted()
    let size = quantile(0.5, lines.map(\.size))
    var places: [Float] = []
    var start = 0
    while start < sorted.count {
      var end = start
      while end < sorted.count, sorted[end] - sorted[start] < 0.4 * size { end += 1 }
      let place = sorted[start] - Self.gutter / 2 * size
      if end - start >= Self.lineCount, hasText(before: place) { places.append(place) }
      start = end
    }
    return places
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
  private func letterGap(_ line: RawLine) -> Float {
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
    if between.count > 2, glyphs < 3 * (between.count + 1) {
      return max(0, between.sorted()[between.count / 2])
    }
    return count > 0 ? inside / Float(count) : 0
  }

  /// Whether both sides hold running text: the left one fills its width, line for line.
  private func isTwoColumns(_ range: Range<Int>, _ place: Float) -> Bool {
    var left = Side()
    var right = Side()
    for line in lines[range] {
      let least = leastGutter(line)
      for fragment in line.fragments where !fragment.isBlank {
        if fragment.center < place {
          left.add(fragment, of: line, least)
        } else {
          right.add(fragment, of: line, least)
        }
      }
    }
    if known.contains(where: { abs($0 - place) < left.size }) {
      return isColumn(left) && isColumn(right) && (isFilled(left) || isFilled(right))
    }
    return isProse(left) && isProse(right)
  }

  /// The parts of lines on one side of a gutter.
  private struct Side {
    var lines: [(start: Float, end: Float)] = []
    var fragments: [Fragment] = []
    var sizes: [Float] = []

    /// The size of most lines: a title may stand above them.
    var size: Float { quantile(0.5, sizes) }
    /// The length of long lines.
    var width: Float { quantile(0.75, lines.map { $0.end - $0.start }) }
    var start: Float { lines.map(\.start).min() ?? 0 }
    var end: Float { lines.map(\.end).max() ?? 0 }

    private var base: Float?

    /// - Parameter least: gaps as wide part lines, since the side may hold two columns itself.
    mutating func add(_ fragment: Fragment, of line: RawLine, _ least: Float) {
      fragments.append(fragment)
      if let last = lines.last, base == line.base, fragment.start - last.end < least {
        lines[lines.count - 1].end = max(last.end, fragment.end)
        return
      }
      lines.append((fragment.start, fragment.end))
      sizes.append(line.size)
      base = line.base
    }
  }

  private func isColumn(_ side: Side) -> Bool {
    side.lines.count >= Self.lineCount && side.width > 4.5 * side.size
  }

  private func isFilled(_ side: Side) -> Bool {
    2 * fullCount(side, slack: 1.5 * side.size) >= side.lines.count
  }

  /// Running text begins at one edge or an indent behind it, and a good part of its lines is full. Cells of a
  /// table without rules are seldom either.
  private func isProse(_ side: Side) -> Bool {
    guard isColumn(side) else { return false }
    let (lines, size, width) = (side.lines, side.size, side.width)
    let isWide = width > 8 * size
    let full = fullCount(side, slack: (isWide ? 2.5 : 1.5) * size)
    // A few characters fill a cell as well as a line: there the text has to be one of sentences.
    guard isWide else {
      return lines.count >= 2 * Self.lineCount && full * 5 >= lines.count * 3 && hasSentences(side)
    }
    // Most lines begin at one of two places.
    var starts: [Int: Int] = [:]
    for line in lines {
      starts[Int(clamping: Double((line.start - side.start) / max(size, 1) + 0.5)), default: 0] += 1
    }
    let aligned = starts.values.sorted().suffix(2).reduce(0, +)
    if full * 2 >= lines.count { return true }
    return full * 4 >= lines.count && full >= 6 && aligned * 4 >= lines.count * 3
  }

  /// How many lines are about as long as most and reach the edge, or end as one of the next does: a paragraph may
  /// have an indent on the right, and the side may hold two columns itself. The numbers of a list are short and end
  /// alike.
  private func fullCount(_ side: Side, slack: Float) -> Int {
    var count = 0
    for (index, line) in side.lines.enumerated() where line.end - line.start > 0.66 * side.width {
      let next = side.lines[(index + 1)...].prefix(4)
      if side.end - line.end < slack || next.contains(where: { abs($0.end - line.end) < 0.5 * side.size }) {
        count += 1
      }
    }
    return count
  }

  /// Whether there are a comma, a full stop or the like in every fourth line.
  private func hasSentences(_ side: Side) -> Bool {
    var marks = 0
    for fragment in side.fragments
    where glyphs.indices.contains(fragment.glyphs.lowerBound) && fragment.glyphs.upperBound <= glyphs.count {
      marks += glyphs[fragment.glyphs].count { $0.text.isPause }
    }
    return marks * 4 >= side.lines.count
  }
}

extension Glyph.Text {
  /// A mark that parts or ends a sentence: 、 。 ， ； ：
  fileprivate var isPause: Bool {
    switch rawValue {
    case 0x3001, 0x3002, 0xFF0C, 0xFF1B, 0xFF1A: true
    default: false
    }
  }
}

/// 0 of nothing.
private func quantile(_ part: Double, _ values: [Float]) -> Float {
  values.isEmpty ? 0 : values.sorted()[min(values.count - 1, Int(part * Double(values.count)))]
}
