/// Fragments that share a baseline, before columns and tables are told apart.
struct RawLine {
  /// From left to right.
  var fragments: [Fragment]
  var start: Float
  var end: Float
  var base: Float
  var size: Float

  init(_ fragment: Fragment) {
    fragments = [fragment]
    (start, end, base, size) = (fragment.start, fragment.end, fragment.base, fragment.size)
  }

  init?(_ fragments: [Fragment]) {
    guard let first = fragments.max(by: { $0.size < $1.size }) else { return nil }
    self.init(first)
    self.fragments = fragments
    let inked = fragments.filter { !$0.isBlank }
    start = inked.map(\.start).min() ?? first.start
    end = inked.map(\.end).max() ?? first.end
  }

  mutating func add(_ fragment: Fragment) {
    fragments.append(fragment)
    guard !fragment.isBlank else { return }
    start = min(start, fragment.start)
    end = max(end, fragment.end)
    if fragment.size > size {
      size = fragment.size
      base = fragment.base
    }
  }

  /// Groups fragments by their baselines, within 0.3 of the size, top to bottom.
  static func group(_ fragments: [Fragment]) -> [RawLine] {
    var inked = fragments.filter { !$0.isBlank }
    inked.sort { ($0.base, $0.start) < ($1.base, $1.start) }
    var lines: [RawLine] = []
    for fragment in inked {
      if let last = lines.indices.last,
        abs(fragment.base - lines[last].base) <= 0.3 * max(fragment.size, lines[last].size)
      {
        lines[last].add(fragment)
      } else {
        lines.append(RawLine(fragment))
      }
    }
    raiseScripts(&lines)
    addBlanks(fragments, to: &lines)
    for index in lines.indices { lines[index].fragments.sort { $0.start < $1.start } }
    return lines
  }

  /// Superscripts and subscripts join the line that they stand beside.
  private static func raiseScripts(_ lines: inout [RawLine]) {
    guard lines.count > 1 else { return }
    var index = 0
    while index < lines.count {
      let small = lines[index]
      let hosts = [index + 1, index - 1].filter { lines.indices.contains($0) }
      if let host = hosts.first(where: { lines[$0].holdsScript(small) }) {
        for fragment in small.fragments { lines[host].add(fragment) }
        lines.remove(at: index)
      } else {
        index += 1
      }
    }
  }

  private func holdsScript(_ small: RawLine) -> Bool {
    guard small.size <= 0.8 * size, small.fragments.count * fragments.count < 10_000 else { return false }
    let rise = base - small.base
    guard rise < 0.75 * size, rise > -0.4 * size else { return false }
    return small.fragments.allSatisfy { piece in
      fragments.contains { abs(piece.start - $0.end) < 0.5 * size || abs($0.start - piece.end) < 0.5 * size }
        && !fragments.contains { $0.start < piece.center && piece.center < $0.end }
    }
  }

  /// White space that stands between the words of a line belongs to it.
  private static func addBlanks(_ fragments: [Fragment], to lines: inout [RawLine]) {
    guard !lines.isEmpty else { return }
    for blank in fragments where blank.isBlank {
      // The lines are sorted by their baselines.
      var low = 0
      var high = lines.count
      while low < high {
        let middle = (low + high) / 2
        if lines[middle].base < blank.base - 0.3 * lines[middle].size {
          low = middle + 1
        } else {
          high = middle
        }
      }
      guard low < lines.count, abs(lines[low].base - blank.base) <= 0.3 * lines[low].size,
        blank.start > lines[low].start, blank.start < lines[low].end
      else { continue }
      lines[low].fragments.append(blank)
    }
  }
}
