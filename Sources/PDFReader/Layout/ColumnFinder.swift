/// Tells columns of running text apart (two columns on a page of a gazette), without taking a sign-off, a table
/// or a letter-spaced title for one.
struct ColumnFinder {
  /// A stretch of the page: its lines, and the gutter when they are set in two columns.
  struct Band {
    var lines: Range<Int>
    var gutter: Double?
  }

  /// A column of prose has at least so many lines.
  static let lineCount = 4
  /// The narrowest gutter, in ems.
  static let gutter: Float = 0.9
  /// How many times as wide as the gaps between the characters of a line its gutter is at least.
  static let spread: Float = 1.6

  let lines: [RawLine]
  let glyphs: ContiguousArray<Glyph>
  /// The gutters of most other pages: what does not look like columns by itself does beside them.
  let known: [Float]
  /// How far the characters of each line are spread, and the width that a gutter has there at least.
  private let letterGaps: [Float]
  let leastGutters: [Float]
  /// The size of most lines.
  let size: Float

  init(lines: [RawLine], glyphs: ContiguousArray<Glyph>, known: [Float]) {
    (self.lines, self.glyphs, self.known) = (lines, glyphs, known)
    let letterGaps = lines.map(Self.letterGap)
    self.letterGaps = letterGaps
    leastGutters = zip(lines, letterGaps).map { max(Self.gutter * $0.size, Self.spread * $1) }
    size = lines.map(\.size).quantile(0.5)
  }

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
    let crossings = zip(lines, letterGaps).map { crosses($0, spread: $1, place, edge) }
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
  private func crosses(_ line: RawLine, spread: Float, _ place: Float, _ edge: Float?) -> Bool {
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
    guard spread > 0.3 * line.size, behind - before < Self.spread * spread else { return false }
    return edge.map { abs(behind - $0) > 0.3 * line.size } ?? true
  }

  /// The left edge that most lines share behind a gutter, where that is wider than the gaps between characters.
  private func edge(behind place: Float) -> Float? {
    let starts = lines.compactMap { line in line.fragments.first { !$0.isBlank && $0.start >= place }?.start }
      .sorted()
    var best = (count: 0, start: Float(0))
    var start = 0
    for end in starts.indices {
      while starts[end] - starts[start] > 0.3 * size { start += 1 }
      if end - start + 1 > best.count { best = (end - start + 1, starts[start]) }
    }
    guard 2 * best.count > starts.count else { return nil }
    let ends = lines.compactMap { line in line.fragments.last { !$0.isBlank && $0.end <= place }?.end }
    return best.start - ends.quantile(0.5) >= 1.3 * letterGaps.quantile(0.5) ? best.start : nil
  }

  private func hangs(_ fragment: Fragment) -> Bool {
    guard glyphs.indices.contains(fragment.glyphs.lowerBound), fragment.glyphs.upperBound <= glyphs.count
    else {
      return false
    }
    return glyphs[fragment.glyphs].last { !$0.text.isBlank && $0.text != .none }?.text.cannotStartLine
      ?? false
  }

  /// Whether both sides hold running text, or are columns of their own beside a gutter that other pages have.
  private func isTwoColumns(_ range: Range<Int>, _ place: Float) -> Bool {
    let lines = zip(self.lines[range], leastGutters[range])
    let left = ColumnSide(lines) { $0.center < place }
    let right = ColumnSide(lines) { $0.center >= place }
    if known.contains(where: { abs($0 - place) < left.size }) {
      return left.hasLines && right.hasLines && (left.isFilled || right.isFilled)
    }
    return left.isProse(glyphs) && right.isProse(glyphs)
  }
}
