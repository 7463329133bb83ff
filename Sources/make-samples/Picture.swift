/// A small picture in four colours, drawn by sums and comparisons alone, so that it is the same everywhere.
struct Picture: Sendable {
  enum Ink: UInt8, Sendable { case paper, red, black, gold }

  let width: Int
  let height: Int
  private var pixels: [UInt8]

  init(_ width: Int, _ height: Int) {
    self.width = width
    self.height = height
    pixels = [UInt8](repeating: 0, count: width * height)
  }

  /// Paints the pixels that a test lets through; coordinates are of the middle of a pixel, doubled.
  mutating func paint(_ ink: Ink = .red, where isInside: (_ x: Int, _ y: Int) -> Bool) {
    for y in 0..<height {
      for x in 0..<width where isInside(x * 2 + 1, y * 2 + 1) { pixels[y * width + x] = ink.rawValue }
    }
  }

  /// A disc, or what is between two circles, around the middle, in pixels.
  mutating func ring(_ ink: Ink = .red, from inner: Int = 0, to outer: Int) {
    let (width, height) = (width, height)
    paint(ink) { x, y in
      let square = (x - width) * (x - width) + (y - height) * (y - height)
      return square <= 4 * outer * outer && square >= 4 * inner * inner
    }
  }

  mutating func rectangle(_ ink: Ink, _ left: Int, _ top: Int, _ right: Int, _ bottom: Int) {
    paint(ink) { x, y in x >= left * 2 && x < right * 2 && y >= top * 2 && y < bottom * 2 }
  }

  mutating func rectangle(_ left: Int, _ top: Int, _ right: Int, _ bottom: Int) {
    rectangle(.red, left, top, right, bottom)
  }

  /// A star of five points around the middle, the upper one `radius` pixels above it.
  mutating func star(_ ink: Ink = .red, radius: Int) {
    // The outer and inner corners, in thousandths of the radius.
    let corners = [
      (0, -1000), (225, -309), (951, -309), (363, 118), (588, 809), (0, 382), (-588, 809), (-363, 118),
      (-951, -309), (-225, -309),
    ].map { (x: $0.0 * radius / 500 + width, y: $0.1 * radius / 500 + height) }
    paint(ink) { x, y in
      var isInside = false
      for (index, corner) in corners.enumerated() {
        let next = corners[(index + 1) % corners.count]
        guard (corner.y > y) != (next.y > y) else { continue }
        // Left of the edge: the cross product, without a division.
        let side = (x - corner.x) * (next.y - corner.y) - (next.x - corner.x) * (y - corner.y)
        if (side < 0) == (next.y > corner.y) { isInside.toggle() }
      }
      return isInside
    }
  }

  /// Strokes along a circle as writing has them, from the lower left over the top to the lower right.
  mutating func writing(_ ink: Ink = .red, at radius: Int, size: Int) {
    // Directions every 15 degrees from 135 to 405, in thousandths.
    let directions = [
      (-707, 707), (-866, 500), (-966, 259), (-1000, 0), (-966, -259), (-866, -500), (-707, -707),
      (-500, -866), (-259, -966), (0, -1000), (259, -966), (500, -866), (707, -707), (866, -500), (966, -259),
      (1000, 0), (966, 259), (866, 500), (707, 707),
    ]
    for (index, direction) in directions.enumerated() {
      let x = width / 2 + direction.0 * radius / 1000
      let y = height / 2 + direction.1 * radius / 1000
      let half = size / 2
      rectangle(ink, x - half, y - 1, x + half, y + 1)
      rectangle(ink, x - 1, y - half, x + 1, y + half)
      if index % 2 == 0 { rectangle(ink, x - half, y + half - 2, x + half, y + half) }
    }
  }

  /// A PNG file (ISO/IEC 15948) with a palette; paper is transparent.
  var png: [UInt8] {
    var raw: [UInt8] = []
    for y in 0..<height { raw += [0] + pixels[y * width..<(y + 1) * width] }
    var file: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    file.chunk("IHDR", Self.bytes(width) + Self.bytes(height) + [8, 3, 0, 0, 0])
    file.chunk("PLTE", [255, 255, 255, 230, 0, 18, 0, 0, 0, 240, 190, 40])
    file.chunk("tRNS", [0])
    file.chunk("IDAT", [0x78, 0x01] + Deflate.compress(raw) + Self.bytes(Self.adler(raw)))
    file.chunk("IEND", [])
    return file
  }

  private static func bytes(_ value: Int) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
  }

  /// The check sum of a zlib stream (RFC 1950, 9).
  private static func adler(_ bytes: [UInt8]) -> Int {
    var a = 1
    var b = 0
    for byte in bytes {
      a = (a + Int(byte)) % 65_521
      b = (b + a) % 65_521
    }
    return b << 16 | a
  }
}

extension [UInt8] {
  fileprivate mutating func chunk(_ name: String, _ content: [UInt8]) {
    let body = Array(name.utf8) + content
    let length = UInt32(content.count)
    let check = CRC32.of(body)
    for value in [length] { self += [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) } }
    self += body
    self += [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: check >> $0) }
  }
}

extension Picture {
  /// A round seal: ring, writing, star.
  static let seal = drawn(240, 240) {
    $0.ring(from: 112, to: 118)
    $0.writing(at: 86, size: 26)
    $0.star(radius: 36)
  }

  /// The left and the right half of one.
  static func slice(_ isLeft: Bool) -> Picture {
    var half = Picture(120, 240)
    let whole = seal
    half.paint { x, y in whole.isInked((x - 1) / 2 + (isLeft ? 0 : 120), (y - 1) / 2) }
    return half
  }

  /// A framed name.
  static let nameStamp = drawn(120, 120) {
    $0.rectangle(0, 0, 120, 120)
    $0.rectangle(.paper, 6, 6, 114, 114)
    for (x, y) in [(16, 16), (66, 16), (16, 66), (66, 66)] {
      $0.rectangle(x, y + 4, x + 38, y + 9)
      $0.rectangle(x, y + 26, x + 38, y + 31)
      $0.rectangle(x + 17, y, x + 22, y + 38)
    }
  }

  /// A red letterhead: nine wide characters in a row.
  static let letterhead = drawn(720, 100) {
    for index in 0..<9 {
      let x = 12 + index * 78
      $0.rectangle(x, 20, x + 60, 30)
      $0.rectangle(x, 52, x + 60, 62)
      $0.rectangle(x + 25, 10, x + 36, 90)
      $0.rectangle(x, 80, x + 60, 90)
    }
  }

  /// A red rule with a small star in its middle.
  static let rule = drawn(720, 24) {
    $0.rectangle(0, 9, 720, 15)
    $0.rectangle(.paper, 344, 0, 376, 24)
    $0.star(radius: 11)
  }

  /// A red disc with gold on it, as emblems are.
  static let emblem = drawn(200, 200) {
    $0.ring(.gold, to: 98)
    $0.ring(to: 84)
    $0.star(.gold, radius: 44)
  }

  /// A square of black and white modules, with the three eyes.
  static let code = drawn(232, 232) { picture in
    picture.paint(.black) { x, y in
      let (column, row) = ((x - 1) / 16 - 2, (y - 1) / 16 - 2)
      guard (0..<25).contains(column), (0..<25).contains(row) else { return false }
      for (left, top) in [(0, 0), (18, 0), (0, 18)] {
        let depth = max(abs(column - left - 3), abs(row - top - 3))
        if depth <= 4 { return depth <= 1 || depth == 3 }
      }
      return (column * 7 + row * 13 + column * row * 3) % 5 < 2
    }
  }

  private func isInked(_ x: Int, _ y: Int) -> Bool { pixels[y * width + x] != 0 }

  private static func drawn(_ width: Int, _ height: Int, _ draw: (inout Picture) -> Void) -> Picture {
    var picture = Picture(width, height)
    draw(&picture)
    return picture
  }
}
