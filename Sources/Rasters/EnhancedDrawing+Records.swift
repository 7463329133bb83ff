import Glibc

/// The records that draw, and those that say how ([MS-EMF] 2.3.5 to 2.3.12).
extension EnhancedDrawing {
  mutating func perform(_ type: Int, _ record: ByteReader) throws(RasterError) {
    switch type {
    case 9...12, 17, 33...36: setSpace(type, record)
    case 19: state.isWinding = record.uint32(8) == 2
    case 22: state.textAlignment = record.uint32(8) ?? 0
    case 24: state.textColor = color(record, 8)
    case 37...40, 82, 93...95, 122: try setObject(type, record)
    case 27: if let point = point(record, 8) { position = point }
    case 59: (path, isPathOpen) = ([], true)
    case 60: isPathOpen = false
    case 61: closeFigure()
    case 62: paintPath(fills: true, strokes: false)
    case 63: paintPath(fills: true, strokes: true)
    case 64: paintPath(fills: false, strokes: true)
    case 68: (path, isPathOpen) = ([], false)
    case 2...8, 85...91: drawPoints(type, record)
    case 54: if let point = point(record, 8) { continueLine([point]) }
    case 42...47, 55: drawRound(type, record)
    case 84: drawText(record)
    case 70: try checkComment(record)
    case 76: fillBlock(record)
    // Draw in ways that are not known here: runs of points of mixed kinds, regions, floods, gradients, text in
    // other codings, bitmaps that could not be read.
    case 15, 41, 53, 56, 71...74, 77...81, 83, 92, 96, 97, 108, 114, 116, 118: throw .unsupported
    default: break
    }
  }

  // MARK: Space

  private mutating func setSpace(_ type: Int, _ record: ByteReader) {
    func pair() -> Point { Point(x: Double(record.int32(8) ?? 0), y: Double(record.int32(12) ?? 0)) }
    switch type {
    case 9: if pair().x != 0, pair().y != 0 { state.windowExtent = pair() }
    case 10: state.windowOrigin = pair()
    case 11: if pair().x != 0, pair().y != 0 { state.viewportExtent = pair() }
    case 12: state.viewportOrigin = pair()
    // MM_TEXT maps one to one; of the others programs use those that they give extents.
    case 17: state.isMapped = record.uint32(8) != 1
    case 33: if saved.count < 256 { saved.append(state) }
    case 34: state = saved.popLast() ?? state
    case 35: if let own = transform(record) { state.world = own }
    default: modify(record)
    }
  }

  private func transform(_ record: ByteReader) -> Transform? {
    let numbers = (0..<6).compactMap { index in
      record.uint32(8 + 4 * index).map { Double(Float(bitPattern: UInt32(truncatingIfNeeded: $0))) }
    }
    guard numbers.count == 6, numbers.allSatisfy({ $0.isFinite && abs($0) < 1e9 }) else { return nil }
    return Transform(
      a: numbers[0], b: numbers[1], c: numbers[2], d: numbers[3], x: numbers[4], y: numbers[5])
  }

  private mutating func modify(_ record: ByteReader) {
    switch record.uint32(32) {
    case 1: state.world = Transform()
    case 2: if let own = transform(record) { state.world = own.followed(by: state.world) }
    case 3: if let own = transform(record) { state.world = state.world.followed(by: own) }
    case 4: if let own = transform(record) { state.world = own }
    default: break
    }
  }

  // MARK: Pens, brushes, fonts

  private mutating func setObject(_ type: Int, _ record: ByteReader) throws(RasterError) {
    guard let handle = record.uint32(8), objects.count < 10_000 else { return }
    switch type {
    case 37: select(handle)
    case 38:
      objects[handle] = .pen(pen(style: record.uint32(12), width: record.int32(16), color(record, 24)))
    case 39: objects[handle] = .brush(record.uint32(12) == 1 ? nil : color(record, 16))
    case 40: objects[handle] = nil
    case 82:
      var font = Font()
      font.height = abs(Double(record.int32(12) ?? 12))
      font.escapement = Double(record.int32(20) ?? 0) / 1_800 * .pi
      objects[handle] = .font(font)
    case 95:
      objects[handle] = .pen(pen(style: record.uint32(28), width: record.int32(32), color(record, 40)))
    // Patterns, whose colour is in a bitmap.
    case 93, 94: throw .unsupported
    default: objects[handle] = .other
    }
  }

  private func pen(style: Int?, width: Int?, _ color: Pixel) -> Pen {
    Pen(color: color, width: Double(max(0, width ?? 0)), isNull: (style ?? 0) & 0xF == 5)
  }

  private mutating func select(_ handle: Int) {
    switch objects[handle] {
    case .pen(let pen): state.pen = pen
    case .brush(let brush): state.brush = brush
    case .font(let font): state.font = font
    case .other: break
    case nil: selectStock(handle)
    }
  }

  /// Objects that every system has ([MS-EMF] 2.1.31).
  private mutating func selectStock(_ handle: Int) {
    let grays: [UInt8] = [255, 192, 128, 64, 0]
    switch handle &- 0x8000_0000 {
    case let index where grays.indices.contains(index):
      state.brush = Pixel(red: grays[index], green: grays[index], blue: grays[index])
    case 5: state.brush = nil
    case 6: state.pen = Pen(color: Pixel(red: 255, green: 255, blue: 255), width: 0)
    case 7: state.pen = Pen(color: Pixel(red: 0, green: 0, blue: 0), width: 0)
    case 8: state.pen.isNull = true
    default: break
    }
  }

  private func color(_ record: ByteReader, _ offset: Int) -> Pixel {
    func part(_ index: Int) -> UInt8 { UInt8(truncatingIfNeeded: record.byte(offset + index) ?? 0) }
    return Pixel(red: part(0), green: part(1), blue: part(2))
  }

  // MARK: Shapes

  func point(_ record: ByteReader, _ offset: Int) -> Point? {
    guard let x = record.int32(offset), let y = record.int32(offset + 4) else { return nil }
    return pixel(Double(x), Double(y))
  }

  private func points(_ record: ByteReader, at offset: Int, count: Int, isShort: Bool) -> [Point] {
    (0..<min(count, Self.pointLimit)).compactMap { index in
      guard isShort else { return point(record, offset + 8 * index) }
      guard let x = record.uint16(offset + 4 * index), let y = record.uint16(offset + 4 * index + 2) else {
        return nil
      }
      return pixel(Double(Int16(truncatingIfNeeded: x)), Double(Int16(truncatingIfNeeded: y)))
    }
  }

  /// Records of points: 2 to 8, and the same with short ones from 85 on.
  private mutating func drawPoints(_ type: Int, _ record: ByteReader) {
    let isShort = type >= 85
    let kind = isShort ? type - 83 : type
    guard let count = record.uint32(24) else { return }
    if kind >= 7 { return drawManyOutlines(kind, record, isShort) }
    let points = points(record, at: 28, count: count, isShort: isShort)
    switch kind {
    case 2:
      guard let first = points.first else { return }
      draw([[first] + curves(from: first, points.dropFirst())], isClosed: false, fills: false, strokes: true)
    case 3: draw([points], isClosed: true, fills: true, strokes: true)
    case 4: draw([points], isClosed: false, fills: false, strokes: true)
    case 5: continueLine(curves(from: position, points[...]))
    default: continueLine(points)
    }
  }

  private func curves(from start: Point, _ points: ArraySlice<Point>) -> [Point] {
    var (last, rest, all) = (start, points, [Point]())
    while rest.count >= 3 {
      let index = rest.startIndex
      all += Canvas.curve(last, rest[index], rest[index + 1], rest[index + 2])
      last = rest[index + 2]
      rest = rest.dropFirst(3)
    }
    return all
  }

  /// Several lines or polygons: their number, that of all points, that of each, the points.
  private mutating func drawManyOutlines(_ kind: Int, _ record: ByteReader, _ isShort: Bool) {
    guard let outlineCount = record.uint32(24), outlineCount <= 4_096 else { return }
    var offset = 32 + 4 * outlineCount
    var outlines: [[Point]] = []
    var left = Self.pointLimit
    for index in 0..<outlineCount {
      guard let count = record.uint32(32 + 4 * index), count <= left else { break }
      left -= count
      outlines.append(points(record, at: offset, count: count, isShort: isShort))
      offset += count * (isShort ? 4 : 8)
    }
    draw(outlines, isClosed: kind == 8, fills: kind == 8, strokes: true)
  }

  /// Ellipses, rectangles, and parts of ellipses between the rays through two points.
  private mutating func drawRound(_ type: Int, _ record: ByteReader) {
    let box = [8, 12, 16, 20].map { Double(record.int32($0) ?? 0) }
    let (left, top, right, bottom) = (
      min(box[0], box[2]), min(box[1], box[3]), max(box[0], box[2]), max(box[1], box[3])
    )
    func mapped(_ outline: [Point]) -> [Point] { outline.map { pixel($0.x, $0.y) } }
    switch type {
    case 42:
      draw([mapped(Canvas.ellipse(left, top, right, bottom))], isClosed: true, fills: true, strokes: true)
    case 43, 44:
      let corners = [(left, top), (right, top), (right, bottom), (left, bottom)]
      draw([corners.map { pixel($0.0, $0.1) }], isClosed: true, fills: true, strokes: true)
    default:
      let (x, y) = ((left + right) / 2, (top + bottom) / 2)
      func angle(_ offset: Int) -> Double {
        let dx = Double(record.int32(offset) ?? 0) - x
        let dy = Double(record.int32(offset + 4) ?? 0) - y
        return atan2(-dy / max(1, bottom - top), dx / max(1, right - left))
      }
      let (start, end) = (angle(24), angle(32))
      let turn = end > start ? end - start : end - start + 2 * .pi
      var outline = Canvas.ellipse(left, top, right, bottom, from: start, through: turn)
      if type == 47 { outline.append(Point(x: x, y: y)) }
      let isArea = type == 46 || type == 47
      if type == 55 {
        continueLine(mapped(outline))
      } else {
        draw([mapped(outline)], isClosed: isArea, fills: isArea, strokes: true)
      }
    }
  }

  /// `EMR_BITBLT` without a bitmap fills a rectangle with the brush, or with white.
  private mutating func fillBlock(_ record: ByteReader) {
    guard let left = record.int32(24), let top = record.int32(28), let width = record.int32(32),
      let height = record.int32(36), let operation = record.uint32(40)
    else { return }
    let corners = [(left, top), (left + width, top), (left + width, top + height), (left, top + height)]
    let outline = corners.map { pixel(Double($0.0), Double($0.1)) }
    if operation == 0xF0_0021, let brush = state.brush { canvas.fill([outline], brush) }
    if operation == 0xFF_0062 { canvas.fill([outline], Pixel(red: 255, green: 255, blue: 255)) }
  }

  /// EMF+ without a copy in plain records draws what is not seen here ([MS-EMFPLUS] 2.3.3.3).
  private func checkComment(_ record: ByteReader) throws(RasterError) {
    guard record.uint32(12) == 0x2B46_4D45, record.uint16(16) == 0x4001, let flags = record.uint16(18) else {
      return
    }
    if flags & 1 == 0 { throw .unsupported }
  }

  // MARK: Text

  /// Characters as three bars each: a mark with as much ink as a character has.
  private mutating func drawText(_ record: ByteReader) {
    guard let x = record.int32(36), let y = record.int32(40), let count = record.uint32(44), count <= 2_000,
      let distances = record.uint32(72), state.font.height > 0
    else { return }
    let size = state.font.height
    let (cosine, sine) = (cos(state.font.escapement), -sin(state.font.escapement))
    let advances = (0..<count).map { Double(record.int32(distances + 4 * $0) ?? Int(size)) }
    let total = advances.reduce(0, +)
    // Where the reference point stands on the line ([MS-WMF] 2.1.2.3).
    var along = state.textAlignment & 6 == 6 ? -total / 2 : state.textAlignment & 2 != 0 ? -total : 0
    let foot = state.textAlignment & 24 == 24 ? 0 : state.textAlignment & 8 != 0 ? -0.2 * size : 0.8 * size
    hasDrawn = true
    for (index, advance) in advances.enumerated() {
      defer { along += advance }
      guard let offset = record.uint32(48), record.uint16(offset + 2 * index) != 0x20 else { continue }
      let width = min(advance, size)
      for bar in 0..<3 {
        let start = along + width * (0.1 + 0.3 * Double(bar))
        let corners = [
          (start, foot - 0.75 * size), (start + width * 0.15, foot - 0.75 * size),
          (start + width * 0.15, foot + 0.05 * size), (start, foot + 0.05 * size),
        ]
        let outline = corners.map {
          pixel(Double(x) + $0.0 * cosine - $0.1 * sine, Double(y) + $0.0 * sine + $0.1 * cosine)
        }
        canvas.fill([outline], state.textColor)
      }
    }
  }
}
