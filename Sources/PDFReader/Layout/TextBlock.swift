/// The edges that running text keeps to, and how its lines follow each other.
struct TextBlock {
  var left: Double
  var right: Double
  /// The usual distance of baselines; `nil` when there are too few lines to tell.
  var pitch: Double?
  /// The usual indent of first lines; `nil` when paragraphs have none.
  var indent: Double?
  var isIndented: Bool { indent != nil }
  /// How many lines reach from edge to edge.
  var fullLines = 0

  var middle: Double { (left + right) / 2 }

  /// The edges by the lines that share them.
  /// - Parameter bodySize: lines of another size do not count, while there are others.
  init?(_ lines: [TextLine], bodySize: Double) {
    let body = lines.filter { abs($0.size - bodySize) <= 1 }
    let lines = body.count >= 3 ? body : lines
    guard let widest = lines.map(\.width).max(), widest > 0 else { return nil }
    // Short lines tell nothing of the right edge, nor of the left one when they are centred.
    let long = lines.filter { $0.width > 0.6 * widest }
    guard let full = Self.edge(long.map(\.start), slack: 0.45 * bodySize, wantsLeast: true),
      let right = Self.edge(long.map { -$0.end }, slack: 0.8 * bodySize, wantsLeast: true)
    else { return nil }
    let left = Self.edge(behind: full, in: lines) ?? full
    self.left = left
    self.right = -right
    fullLines = long.count { abs($0.start - left) < 0.5 * $0.size && abs($0.end + right) < 0.5 * $0.size }
    let steps = zip(lines, lines.dropFirst()).compactMap { upper, lower -> Double? in
      let step = lower.base - upper.base
      return upper.page == lower.page && step > 0.8 * upper.size && step < 4 * upper.size ? step : nil
    }
    pitch = steps.count >= 2 ? steps.median : nil
    let firsts = lines.filter { (1.2 * $0.size...4.5 * $0.size).contains($0.start - left) }
    let others = lines.filter { abs($0.start - left) < 0.6 * $0.size }
    if !others.isEmpty, !firsts.isEmpty { indent = firsts.map { $0.start - left }.median }
  }

  init(left: Double, right: Double) {
    self.left = left
    self.right = right
  }

  /// In a short notice all full lines may be the first ones of paragraphs: then the edge is where the rest of these
  /// begins, an indent further left.
  private static func edge(behind indent: Double, in lines: [TextLine]) -> Double? {
    let starts = zip(lines, lines.dropFirst()).compactMap { upper, lower -> Double? in
      let step = indent - lower.start
      guard abs(upper.start - indent) < 0.45 * upper.size, upper.width > 15 * upper.size,
        (1.2 * lower.size...4.5 * lower.size).contains(step)
      else { return nil }
      return lower.start
    }
    guard starts.count >= 2, let least = starts.min(), let most = starts.max(), most - least < 6 else {
      return nil
    }
    return starts.median
  }

  /// The outermost value that a good part of the lines shares.
  private static func edge(_ values: [Double], slack: Double, wantsLeast: Bool) -> Double? {
    let sorted = values.sorted()
    guard let least = sorted.first else { return nil }
    var start = 0
    var end = 0
    let needed = max(2, (sorted.count + 7) / 8)
    while start < sorted.count {
      while end < sorted.count, sorted[end] - sorted[start] <= slack { end += 1 }
      if end - start >= needed { return Array(sorted[start..<end]).median }
      start += 1
    }
    return least
  }

  /// How a line stands in the block.
  func alignment(_ line: TextLine, bodySize: Double) -> Alignment {
    let before = line.start - left
    let behind = right - line.end
    let slack = max(0.5 * line.size, 3)
    let isFull = before < slack && behind < 1.2 * line.size
    if isFull { return .full }
    if abs(before - behind) <= 2 * slack, before > 0.9 * line.size {
      // A first line with two characters of indent that ends two characters early stands in the middle by chance.
      let isIndent = abs(before - (indent ?? 2 * line.size)) < slack
      if !isIndent || line.size > bodySize + 1 { return .center }
    }
    if behind < slack, before > 4 * line.size { return .right }
    return .left
  }

  enum Alignment { case full, left, center, right }
}

extension [Double] {
  /// The middle value; 0 of nothing.
  var median: Double {
    guard !isEmpty else { return 0 }
    return sorted()[count / 2]
  }
}
