/// What the records of an enhanced metafile draw ([MS-EMF] 2.3): lines, shapes, paths, and characters as marks of
/// their size. Enough to tell a seal from other drawings.
///
/// A record that draws and is not known makes the whole drawing unsupported: half of it would say the wrong thing.
struct EnhancedDrawing {
  typealias Point = Canvas.Point

  var canvas: Canvas
  var state = State()
  var saved: [State] = []
  var objects: [Int: Object] = [:]
  /// The open or finished path, in pixels.
  var path: [[Point]] = []
  var isPathOpen = false
  /// The current position, in pixels.
  var position = Point(x: 0, y: 0)
  var hasDrawn = false
  private let frame: (left: Double, top: Double, scale: Double)

  /// What `EMR_SAVEDC` keeps.
  struct State {
    var world = Transform()
    var windowOrigin = Point(x: 0, y: 0)
    var windowExtent = Point(x: 1, y: 1)
    var viewportOrigin = Point(x: 0, y: 0)
    var viewportExtent = Point(x: 1, y: 1)
    var isMapped = false
    var pen = Pen(color: Pixel(red: 0, green: 0, blue: 0), width: 0)
    var brush: Pixel? = Pixel(red: 255, green: 255, blue: 255)
    var font = Font()
    var textColor = Pixel(red: 0, green: 0, blue: 0)
    var textAlignment = 0
    var isWinding = false
  }

  struct Pen {
    var color: Pixel
    /// In logical units.
    var width: Double
    var isNull = false
  }

  struct Font {
    /// In logical units.
    var height = 12.0
    /// In radians, against the clock.
    var escapement = 0.0
  }

  enum Object {
    case pen(Pen)
    case brush(Pixel?)
    case font(Font)
    /// A palette or the like, which draws nothing.
    case other
  }

  /// The most records of a drawing, and the points of one of them.
  static let recordLimit = 100_000
  static let pointLimit = 20_000

  static func raster(_ bytes: ArraySlice<UInt8>, _ limits: Raster.Limits) throws(RasterError) -> Raster {
    var drawing = try EnhancedDrawing(ByteReader(bytes), limits)
    let reader = ByteReader(bytes)
    var offset = 0
    for _ in 0..<recordLimit {
      guard let type = reader.uint32(offset), let length = reader.uint32(offset + 4), length >= 8,
        let record = reader.slice(offset, length), type != 14
      else { break }
      try drawing.perform(type, ByteReader(record))
      offset += length
    }
    guard drawing.hasDrawn else { throw .unsupported }
    return drawing.canvas.raster
  }

  /// The paper is the frame of the picture, which is in hundredths of a millimetre ([MS-EMF] 2.2.9).
  private init(_ head: ByteReader, _ limits: Raster.Limits) throws(RasterError) {
    let numbers = [24, 28, 32, 36, 72, 76, 80, 84].map { Double(head.int32($0) ?? 0) }
    guard numbers[6] > 0, numbers[7] > 0, numbers[4] > 0, numbers[5] > 0 else { throw .damaged }
    let across = numbers[4] / numbers[6] / 100
    let down = numbers[5] / numbers[7] / 100
    let width = (numbers[2] - numbers[0]) * across
    let height = (numbers[3] - numbers[1]) * down
    guard width >= 1, height >= 1, width <= 1e6, height <= 1e6 else { throw .damaged }
    let scale = Double(limits.longSide) / max(width, height)
    frame = (numbers[0] * across, numbers[1] * down, scale)
    canvas = Canvas(width: Int(width * scale), height: Int(height * scale))
  }

  // MARK: Coordinates

  /// From logical units to pixels.
  func pixel(_ x: Double, _ y: Double) -> Point {
    let (x, y) = state.world.apply(x, y)
    var point = Point(x: x, y: y)
    if state.isMapped {
      point.x = (x - state.windowOrigin.x) * state.viewportExtent.x / state.windowExtent.x
      point.y = (y - state.windowOrigin.y) * state.viewportExtent.y / state.windowExtent.y
    } else {
      point.x = x - state.windowOrigin.x
      point.y = y - state.windowOrigin.y
    }
    return Point(
      x: (point.x + state.viewportOrigin.x - frame.left) * frame.scale,
      y: (point.y + state.viewportOrigin.y - frame.top) * frame.scale)
  }

  /// How many pixels a logical unit is long.
  var unit: Double {
    let (origin, corner) = (pixel(0, 0), pixel(1, 1))
    let (x, y) = (corner.x - origin.x, corner.y - origin.y)
    return ((x * x + y * y) / 2).squareRoot()
  }

  /// A transformation of the plane ([MS-EMF] 2.2.28).
  struct Transform {
    var a = 1.0
    var b = 0.0
    var c = 0.0
    var d = 1.0
    var x = 0.0
    var y = 0.0

    func apply(_ px: Double, _ py: Double) -> (Double, Double) { (px * a + py * c + x, px * b + py * d + y) }

    /// This one, then the other.
    func followed(by other: Transform) -> Transform {
      Transform(
        a: a * other.a + b * other.c, b: a * other.b + b * other.d, c: c * other.a + d * other.c,
        d: c * other.b + d * other.d, x: x * other.a + y * other.c + other.x,
        y: x * other.b + y * other.d + other.y)
    }
  }

  // MARK: Painting

  mutating func draw(_ outlines: [[Point]], isClosed: Bool, fills: Bool, strokes: Bool) {
    if isPathOpen {
      path += outlines.map { isClosed ? $0 + $0.prefix(1) : $0 }
      if path.count > Self.pointLimit { path.removeAll() }
      return
    }
    hasDrawn = true
    if fills, let brush = state.brush { canvas.fill(outlines, brush, isWinding: state.isWinding) }
    guard strokes, !state.pen.isNull else { return }
    for outline in outlines {
      canvas.stroke(
        isClosed ? outline + outline.prefix(1) : outline, width: state.pen.width * unit, state.pen.color)
    }
  }

  /// A line or curve from where the last one ended, which joins an open path there.
  mutating func continueLine(_ points: [Point]) {
    let start = position
    position = points.last ?? position
    if isPathOpen {
      if path.isEmpty || path.last?.last != start { path.append([start]) }
      path[path.count - 1] += points
    } else {
      draw([[start] + points], isClosed: false, fills: false, strokes: true)
    }
  }

  mutating func closeFigure() {
    guard let first = path.last?.first else { return }
    path[path.count - 1].append(first)
  }

  mutating func paintPath(fills: Bool, strokes: Bool) {
    isPathOpen = false
    let outlines = path
    path.removeAll()
    draw(outlines, isClosed: false, fills: fills, strokes: strokes)
  }
}
