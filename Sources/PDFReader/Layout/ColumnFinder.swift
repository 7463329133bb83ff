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

  /// The bands from top to bottom.
  func bands() -> [Band] {
    guard lines.count >= Self.lineCount, let place = gutter() else {
      return [Band(lines: lines.indices, gutter: nil)]
    }
    var bands: [Band] = []
    var start = 0
    while start < lines.count {
      let crosses = crosses(lines[start], place)
      var end = start + 1
      while end < lines.count, self.crosses(lines[end], place) == crosses { end += 1 }
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
  private func crosses(_ line: RawLine, _ place: Float) -> Bool {
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
    return spread > 0.3 * line.size && behind - before < Self.spread * spread
  }

  private func hangs(_ fragment: Fragment) -> Bool {
    guard glyphs.indices.contains(fragment.glyphs.lowerBound), fragment.glyphs.upperBound <= glyphs.count
    else {
      return false
    }
    return glyphs[fragment.glyphs].last { !$0.text.isBlank && $0.text != .none }?.text.cannotStartLine
      ?? false
  }

  /// The place that most gaps between the parts of a line have in common.
  private func gutter() -> Float? {
    var edges: [(place: Float, step: Int)] = []
    // A line with many gaps is letter-spaced.
    for line in lines where line.fragments.count <= 12 {
      let least = max(Self.gutter * line.size, Self.spread * letterGap(line))
      var end: Float?
      for fragment in line.fragments where !fragment.isBlank {
        if let last = end, fragment.start - last >= least {
          edges.append((last, 1))
          edges.append((fragment.start, -1))
        }
        end = max(end ?? fragment.end, fragment.end)
      }
    }
    guard edges.count >= 2 * Self.lineCount else { return nil }
    edges.sort { ($0.place, $0.step) < ($1.place, $1.step) }
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
    var left: [(start: Float, end: Float)] = []
    var right: [(start: Float, end: Float)] = []
    var size: Float = 0
    for line in lines[range] {
      let before = line.fragments.filter { !$0.isBlank && $0.center < place }
      let behind = line.fragments.filter { !$0.isBlank && $0.center >= place }
      size = max(size, line.size)
      if let first = before.first { left.append((first.start, before.map(\.end).max() ?? first.end)) }
      if let first = behind.first { right.append((first.start, behind.map(\.end).max() ?? first.end)) }
    }
    guard left.count >= Self.lineCount, right.count >= Self.lineCount else { return false }
    return isProse(left, size) && isProse(right, size)
  }

  /// Running text begins at one edge or an indent behind it, and a good part of its lines is full. Cells of a
  /// table without rules are seldom either.
  private func isProse(_ side: [(start: Float, end: Float)], _ size: Float) -> Bool {
    guard let edge = side.map(\.end).max(), let start = side.map(\.start).min(), edge - start > 8 * size
    else {
      return false
    }
    let full = side.filter { edge - $0.end < 2.5 * size }.count
    // Most lines begin at one of two places.
    var starts: [Int: Int] = [:]
    for line in side {
      starts[Int(clamping: Double((line.start - start) / max(size, 1) + 0.5)), default: 0] += 1
    }
    let aligned = starts.values.sorted().suffix(2).reduce(0, +)
    if full * 2 >= side.count { return true }
    return full * 4 >= side.count && full >= 6 && aligned * 4 >= side.count * 3
  }
}
