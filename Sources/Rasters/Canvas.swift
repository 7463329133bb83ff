import Glibc

/// A small sheet of white paper on which shapes are painted, without smooth edges.
struct Canvas {
  struct Point: Hashable {
    var x: Double
    var y: Double
  }

  let width: Int
  let height: Int
  private var pixels: [UInt8]
  /// How many edges may still be followed through rows, and pixels painted, eight for one.
  private var work = 40_000_000

  init(width: Int, height: Int) {
    self.width = max(1, width)
    self.height = max(1, height)
    pixels = [UInt8](repeating: 255, count: self.width * self.height * 3)
  }

  /// The paper as a raster.
  var raster: Raster {
    pixels.withUnsafeBufferPointer { pixels in
      var reducer = RowReducer(width: width, height: height, longSide: max(width, height))
      var row = [UInt8](repeating: 255, count: width * 4)
      for y in 0..<height {
        for x in 0..<width {
          for channel in 0..<3 { row[x * 4 + channel] = pixels[(y * width + x) * 3 + channel] }
        }
        row.withUnsafeBufferPointer { reducer.add($0) }
      }
      return reducer.finished()
    }
  }

  // MARK: Painting

  /// Fills closed outlines.
  /// - Parameter isWinding: whether all that is gone around is inside, or what is crossed an odd number of times.
  mutating func fill(_ outlines: [[Point]], _ color: Pixel, isWinding: Bool = false) {
    var edges: [(top: Point, bottom: Point, way: Int)] = []
    for outline in outlines {
      guard let first = outline.first else { continue }
      for (a, b) in zip(outline, outline.dropFirst() + [first]) where a.y != b.y {
        edges.append(a.y < b.y ? (a, b, 1) : (b, a, -1))
      }
    }
    guard let top = edges.map(\.top.y).min(), let bottom = edges.map(\.bottom.y).max() else { return }
    let rows = clamped(top, height)..<max(clamped(top, height), clamped(bottom + 1, height))
    for y in rows {
      let middle = Double(y) + 0.5
      work -= edges.count
      guard work > 0 else { return }
      var crossings = edges.compactMap { edge -> (x: Double, way: Int)? in
        guard edge.top.y <= middle, edge.bottom.y > middle else { return nil }
        let share = (middle - edge.top.y) / (edge.bottom.y - edge.top.y)
        return (edge.top.x + share * (edge.bottom.x - edge.top.x), edge.way)
      }
      crossings.sort { $0.x < $1.x }
      var turns = 0
      for (index, crossing) in crossings.enumerated().dropLast() {
        turns += isWinding ? crossing.way : 1
        if isWinding ? turns != 0 : turns % 2 == 1 {
          paint(y, from: crossing.x, to: crossings[index + 1].x, color)
        }
      }
    }
  }

  /// Draws a line through points, at least a pixel wide.
  mutating func stroke(_ points: [Point], width: Double, _ color: Pixel) {
    let half = max(0.6, width / 2)
    for (a, b) in zip(points, points.dropFirst()) {
      let (dx, dy) = (b.x - a.x, b.y - a.y)
      let length = (dx * dx + dy * dy).squareRoot()
      // Lines of no length are dots; the ends go on by half a width, so that joints are filled.
      let (ux, uy) = length > 0 ? (dx / length * half, dy / length * half) : (half, 0)
      fill(
        [
          [
            Point(x: a.x - ux - uy, y: a.y - uy + ux), Point(x: b.x + ux - uy, y: b.y + uy + ux),
            Point(x: b.x + ux + uy, y: b.y + uy - ux), Point(x: a.x - ux + uy, y: a.y - uy - ux),
          ]
        ], color)
    }
  }

  private mutating func paint(_ y: Int, from start: Double, to end: Double, _ color: Pixel) {
    let columns = clamped(start + 0.5, width)..<max(clamped(start + 0.5, width), clamped(end + 0.5, width))
    work -= columns.count / 8
    for x in columns {
      let at = (y * width + x) * 3
      pixels[at] = color.red
      pixels[at + 1] = color.green
      pixels[at + 2] = color.blue
    }
  }

  /// Rounded down, within the paper.
  private func clamped(_ value: Double, _ limit: Int) -> Int {
    value.isNaN ? 0 : Int(min(max(0, value.rounded(.down)), Double(limit)))
  }
}

extension Canvas {
  /// The outline of an ellipse in a rectangle, or the part of it from one angle on through another, in radians,
  /// counted from the right and against the clock as one sees it.
  static func ellipse(
    _ left: Double, _ top: Double, _ right: Double, _ bottom: Double, from start: Double = 0,
    through turn: Double = 2 * .pi
  ) -> [Point] {
    let (a, b) = ((right - left) / 2, (bottom - top) / 2)
    return (0...72).map { step in
      let angle = start + turn * Double(step) / 72
      return Point(x: left + a + a * cos(angle), y: top + b - b * sin(angle))
    }
  }

  /// The points of a Bézier curve behind its first one.
  static func curve(_ a: Point, _ b: Point, _ c: Point, _ d: Point) -> [Point] {
    (1...12).map { step in
      let t = Double(step) / 12
      let u = 1 - t
      let (p, q, r, s) = (u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t)
      return Point(
        x: p * a.x + q * b.x + r * c.x + s * d.x, y: p * a.y + q * b.y + r * c.y + s * d.y)
    }
  }
}
