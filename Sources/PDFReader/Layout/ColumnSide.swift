/// The parts of lines on one side of a gutter.
struct ColumnSide {
  /// From top to bottom; a gap as wide as a gutter parts a line, since the side may hold two columns itself.
  private var lines: [(start: Float, end: Float)] = []
  private var fragments: [Fragment] = []
  /// The size of most lines: a title may stand above them.
  let size: Float
  /// The length of long lines.
  private let width: Float
  private let start: Float
  private let end: Float

  /// - Parameters:
  ///   - lines: with the width that a gutter has there at least.
  ///   - isInside: whether a fragment stands on this side.
  init(_ lines: Zip2Sequence<ArraySlice<RawLine>, ArraySlice<Float>>, where isInside: (Fragment) -> Bool) {
    var sizes: [Float] = []
    for (line, least) in lines {
      var last: Float?
      for fragment in line.fragments where !fragment.isBlank && isInside(fragment) {
        fragments.append(fragment)
        if let end = last, fragment.start - end < least {
          self.lines[self.lines.count - 1].end = max(end, fragment.end)
        } else {
          self.lines.append((fragment.start, fragment.end))
          sizes.append(line.size)
        }
        last = self.lines.last?.end
      }
    }
    size = sizes.quantile(0.5)
    width = self.lines.map { $0.end - $0.start }.quantile(0.75)
    start = self.lines.map(\.start).min() ?? 0
    end = self.lines.map(\.end).max() ?? 0
  }

  /// Whether there is as much as a note that keeps off both edges of a narrow column.
  var hasLines: Bool { lines.count >= ColumnFinder.lineCount && width > 2.5 * size }

  /// Whether it is as wide as a column, and no list of a few words.
  var isColumn: Bool { lines.count >= ColumnFinder.lineCount && width > 4.5 * size }

  /// Whether most lines are full.
  var isFilled: Bool { 2 * fullCount(slack: 1.5 * size) >= lines.count }

  /// Running text begins at one edge or an indent behind it, and a good part of its lines is full. Cells of a
  /// table without rules are seldom either.
  func isProse(_ glyphs: ContiguousArray<Glyph>) -> Bool {
    guard isColumn else { return false }
    let isWide = width > 8 * size
    let full = fullCount(slack: (isWide ? 2.5 : 1.5) * size)
    // A few characters fill a cell as well as a line: there the text has to be one of sentences.
    guard isWide else {
      return lines.count >= 2 * ColumnFinder.lineCount && full * 5 >= lines.count * 3 && hasSentences(glyphs)
    }
    if full * 2 >= lines.count { return true }
    return full * 4 >= lines.count && full >= 6 && aligned * 4 >= lines.count * 3
  }

  /// How many lines begin at one of two places.
  private var aligned: Int {
    var starts: [Int: Int] = [:]
    for line in lines {
      starts[Int(clamping: Double((line.start - start) / max(size, 1) + 0.5)), default: 0] += 1
    }
    return starts.values.sorted().suffix(2).reduce(0, +)
  }

  /// How many lines are about as long as most and reach the edge, or end as one of the next does: a paragraph may
  /// have an indent on the right. The numbers of a list are short and end alike.
  private func fullCount(slack: Float) -> Int {
    var count = 0
    for (index, line) in lines.enumerated() where line.end - line.start > 0.66 * width {
      let next = lines[(index + 1)...].prefix(4)
      if end - line.end < slack || next.contains(where: { abs($0.end - line.end) < 0.5 * size }) {
        count += 1
      }
    }
    return count
  }

  /// Whether there are a comma, a full stop or the like in every fourth line.
  private func hasSentences(_ glyphs: ContiguousArray<Glyph>) -> Bool {
    var marks = 0
    for fragment in fragments
    where glyphs.indices.contains(fragment.glyphs.lowerBound) && fragment.glyphs.upperBound <= glyphs.count {
      marks += glyphs[fragment.glyphs].count { $0.text.isPause }
    }
    return marks * 4 >= lines.count
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

extension [Float] {
  /// The value that such a part of them does not reach; 0 of nothing.
  func quantile(_ part: Double) -> Float {
    isEmpty ? 0 : sorted()[Swift.min(count - 1, Int(part * Double(count)))]
  }
}
