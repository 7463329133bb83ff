/// The pixels of some inks, and where they hang together.
struct InkField {
  let width: Int
  let height: Int
  /// Row by row, whether the pixel is of the inks looked for.
  private let isSet: [Bool]

  /// A rectangle of whole pixels, the upper bounds not included.
  struct Area: Hashable {
    var left: Int
    var top: Int
    var right: Int
    var bottom: Int

    var width: Int { right - left }
    var height: Int { bottom - top }
    var size: Int { width * height }

    /// Whether the two touch when both grow by a margin.
    func touches(_ other: Area, margin: Int) -> Bool {
      left - margin < other.right && other.left - margin < right && top - margin < other.bottom
        && other.top - margin < bottom
    }

    func union(_ other: Area) -> Area {
      Area(
        left: min(left, other.left), top: min(top, other.top), right: max(right, other.right),
        bottom: max(bottom, other.bottom))
    }

    /// The share of the smaller one that both have.
    func overlap(_ other: Area) -> Double {
      let width = min(right, other.right) - max(left, other.left)
      let height = min(bottom, other.bottom) - max(top, other.top)
      guard width > 0, height > 0 else { return 0 }
      return Double(width * height) / Double(max(1, min(size, other.size)))
    }
  }

  init(_ mask: InkMask, _ inks: Set<InkMask.Ink>) {
    width = mask.width
    height = mask.height
    let wanted = (0..<8).map { InkMask.Ink(rawValue: UInt8($0)).map(inks.contains) ?? false }
    isSet = mask.inks.withUnsafeBufferPointer { inks in
      wanted.withUnsafeBufferPointer { wanted in inks.map { wanted[Int($0.rawValue)] } }
    }
  }

  @inline(__always)
  func has(_ x: Int, _ y: Int) -> Bool {
    x >= 0 && y >= 0 && x < width && y < height && isSet[y &* width &+ x]
  }

  /// The rectangles around what hangs together, the largest first: pixels whose cells of a coarse grid touch,
  /// so that a worn line still holds.
  func areas(atMost limit: Int) -> [Area] {
    let cell = max(2, max(width, height) / 160)
    let columns = (width + cell - 1) / cell
    let rows = (height + cell - 1) / cell
    var bounds = [Area?](repeating: nil, count: columns * rows)
    for y in 0..<height {
      let row = y / cell * columns
      let start = y * width
      var x = 0
      while x < width {
        guard isSet[start + x] else {
          x += 1
          continue
        }
        // What hangs together in the row, as far as the cell goes.
        let column = x / cell
        let limit = min(width, (column + 1) * cell)
        let left = x
        while x < limit, isSet[start + x] { x += 1 }
        let stroke = Area(left: left, top: y, right: x, bottom: y + 1)
        bounds[row + column] = bounds[row + column]?.union(stroke) ?? stroke
      }
    }
    var areas: [Area] = []
    var queue: [Int] = []
    for start in bounds.indices {
      guard var area = bounds[start] else { continue }
      bounds[start] = nil
      queue.append(start)
      while let index = queue.popLast() {
        let (row, column) = index.quotientAndRemainder(dividingBy: columns)
        for y in max(0, row - 1)...min(rows - 1, row + 1) {
          for x in max(0, column - 1)...min(columns - 1, column + 1) {
            guard let next = bounds[y * columns + x] else { continue }
            bounds[y * columns + x] = nil
            area = area.union(next)
            queue.append(y * columns + x)
          }
        }
      }
      areas.append(area)
    }
    return Array(areas.sorted { ($0.size, $1.top, $1.left) > ($1.size, $0.top, $0.left) }.prefix(limit))
  }

  /// The same, with those joined that lie in or next to each other: the pieces of a worn ring, and what
  /// stands inside it.
  /// - Parameter margin: the largest gap, in pixels.
  func joined(_ areas: [Area], margin: Int) -> [Area] {
    var rest = areas
    var result: [Area] = []
    while var area = rest.popLast() {
      while let index = rest.firstIndex(where: { $0.touches(area, margin: margin) }) {
        area = area.union(rest.remove(at: index))
      }
      // What grew may now touch what was finished before.
      while let index = result.firstIndex(where: { $0.touches(area, margin: margin) }) {
        area = area.union(result.remove(at: index))
      }
      result.append(area)
    }
    return result
  }
}
