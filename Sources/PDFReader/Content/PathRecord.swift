/// The current path (ISO 32000-1, 8.5.2), on the page, as far as its shape can matter.
struct PathRecord {
  struct Subpath {
    var bounds = Bounds.empty
    /// The ends of lines and curves, the first of them.
    var corners: [(x: Double, y: Double)] = []
    /// The end of the last one.
    var end = (x: 0.0, y: 0.0)
    var lines = 0
    var curves = 0
    var isClosed = false
  }

  private(set) var subpaths: [Subpath] = []
  private var open: Subpath?
  private var start = (x: 0.0, y: 0.0)
  private(set) var point = (x: 0.0, y: 0.0)
  /// Set by `W` and `W*`, done with by the next painting operator.
  var clips = false
  private(set) var bounds = Bounds.empty

  /// A path of more subpaths is a drawing, whose parts do not matter.
  static let subpathLimit = 4_000
  private static let cornerLimit = 72

  var isEmpty: Bool { subpaths.isEmpty && open == nil }

  /// Whether it is two circles around one middle: what is filled is the band between them.
  var isBand: Bool {
    guard subpaths.count == 2, let a = subpaths.first, let b = subpaths.last, a.geometry == "ellipse",
      b.geometry == "ellipse"
    else { return false }
    let reach = max(a.bounds.width, b.bounds.width)
    return min(a.bounds.width, b.bounds.width) > 0.75 * reach
      && abs(a.bounds.centerX - b.bounds.centerX) < 0.03 * reach
      && abs(a.bounds.centerY - b.bounds.centerY) < 0.03 * reach
  }

  mutating func move(to x: Double, _ y: Double) {
    finish()
    start = (x, y)
    point = start
  }

  mutating func line(to x: Double, _ y: Double) {
    extend(x, y)
    open?.lines += 1
  }

  mutating func curve(to x: Double, _ y: Double) {
    extend(x, y)
    open?.curves += 1
  }

  private mutating func extend(_ x: Double, _ y: Double) {
    var path = open ?? Subpath(bounds: .empty, corners: [point])
    if open == nil { path.bounds.add(point.x, point.y) }
    open = nil
    path.bounds.add(x, y)
    if path.corners.count < Self.cornerLimit { path.corners.append((x, y)) }
    path.end = (x, y)
    point = (x, y)
    open = path
  }

  mutating func close() {
    open?.isClosed = true
    finish()
    point = start
  }

  mutating func rectangle(_ corners: [(x: Double, y: Double)]) {
    finish()
    var path = Subpath()
    for corner in corners { path.bounds.add(corner.x, corner.y) }
    path.corners = corners
    path.lines = 4
    path.isClosed = true
    add(path)
    if let first = corners.first {
      start = first
      point = first
    }
  }

  private mutating func finish() {
    if let path = open { add(path) }
    open = nil
  }

  private mutating func add(_ path: Subpath) {
    bounds.formUnion(path.bounds)
    if subpaths.count < Self.subpathLimit { subpaths.append(path) }
  }

  mutating func end() { finish() }

  mutating func clear() {
    subpaths.removeAll(keepingCapacity: true)
    open = nil
    clips = false
    bounds = .empty
  }
}

extension PathRecord.Subpath {
  /// The name of the shape in DrawingML where it is a circle or a star of a seal's making.
  var geometry: String? {
    if isCircle { return "ellipse" }
    if isStar { return "star5" }
    return nil
  }

  /// The end is where the beginning is, whether it says so or not.
  private var isRound: Bool {
    guard let first = corners.first else { return false }
    return isClosed || (abs(first.x - end.x) < 0.5 && abs(first.y - end.y) < 0.5)
  }

  /// A circle of Bézier curves, or of so many short lines that nobody sees a corner. Drawn by hand, it is a little
  /// wider than high or the other way round, which nobody sees either.
  private var isCircle: Bool {
    guard isRound, bounds.width >= 20, bounds.height > 0,
      (0.95...1.05).contains(bounds.width / bounds.height)
    else { return false }
    guard curves >= 4 && lines <= 1 || curves == 0 && lines >= 24 else { return false }
    return corners.allSatisfy { corner in
      let x = (corner.x - bounds.centerX) * 2 / bounds.width
      let y = (corner.y - bounds.centerY) * 2 / bounds.height
      return abs((x * x + y * y).squareRoot() - 1) < 0.06
    }
  }

  /// Ten corners, far and near by turns, or five joined across.
  private var isStar: Bool {
    guard curves == 0, isRound, bounds.width >= 6, (0.85...1.2).contains(bounds.width / bounds.height) else {
      return false
    }
    var points = corners
    if let first = points.first, let last = points.last, points.count > 5,
      abs(first.x - last.x) < 0.5, abs(first.y - last.y) < 0.5
    {
      points.removeLast()
    }
    guard points.count == 10 || points.count == 5 else { return false }
    let x = points.reduce(0) { $0 + $1.x } / Double(points.count)
    let y = points.reduce(0) { $0 + $1.y } / Double(points.count)
    let radii = points.map { (($0.x - x) * ($0.x - x) + ($0.y - y) * ($0.y - y)).squareRoot() }
    func isEven(_ values: [Double]) -> Bool {
      guard let low = values.min(), let high = values.max() else { return false }
      return low > 0 && high < 1.1 * low
    }
    if points.count == 5 {
      // A regular pentagon has these corners too: across is longer than the radius.
      let side =
        ((points[0].x - points[1].x) * (points[0].x - points[1].x)
        + (points[0].y - points[1].y) * (points[0].y - points[1].y)).squareRoot()
      return isEven(radii) && side > 1.6 * (radii.first ?? 0)
    }
    let even = stride(from: 0, to: 10, by: 2).map { radii[$0] }
    let odd = stride(from: 1, to: 10, by: 2).map { radii[$0] }
    guard isEven(even), isEven(odd), let a = even.first, let b = odd.first else { return false }
    return max(a, b) > 1.5 * min(a, b)
  }
}
