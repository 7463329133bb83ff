import DocumentModel

/// A picture that a test draws: RGBA, rows from the top.
struct Drawing {
  let width: Int
  let height: Int
  var pixels: [UInt8]

  init(_ width: Int, _ height: Int) {
    self.width = width
    self.height = height
    pixels = [UInt8](repeating: 255, count: width * height * 4)
  }

  typealias Color = (red: UInt8, green: UInt8, blue: UInt8)
  static let red: Color = (230, 0, 18)

  mutating func paint(_ color: Color = red, where isInside: (_ x: Double, _ y: Double) -> Bool) {
    for y in 0..<height {
      for x in 0..<width where isInside(Double(x) + 0.5, Double(y) + 0.5) {
        let at = (y * width + x) * 4
        (pixels[at], pixels[at + 1], pixels[at + 2]) = (color.red, color.green, color.blue)
      }
    }
  }

  /// A ring, blocks along it where seals have their writing, and a blot in the middle.
  mutating func seal(x: Double, y: Double, radius: Double, color: Color = red) {
    paint(color) { px, py in
      let distance = ((px - x) * (px - x) + (py - y) * (py - y)).squareRoot() / radius
      if distance > 0.94, distance <= 1 { return true }
      if distance < 0.3 { return true }
      guard distance > 0.65, distance < 0.85 else { return false }
      // Rays one and off, 24 a turn, in the upper two thirds.
      let sector = Int((Self.turn(px - x, py - y) * 48).rounded(.down))
      return sector % 2 == 0 && py < y + radius * 0.4
    }
  }

  /// The angle in turns, from 0 to 1, by a rational approximation: tests need no exact one.
  private static func turn(_ x: Double, _ y: Double) -> Double {
    let total = abs(x) + abs(y)
    guard total > 0 else { return 0 }
    let quarter = y / total
    if x >= 0 { return y >= 0 ? quarter / 4 : 1 + quarter / 4 }
    return 0.5 - quarter / 4
  }

  /// As bare samples.
  var samples: Picture {
    var bytes: [UInt8] = []
    for index in stride(from: 0, to: pixels.count, by: 4) {
      bytes.append(contentsOf: pixels[index..<index + 3])
    }
    return Picture(
      encoding: .samples(SampleLayout(width: width, height: height, bitsPerComponent: 8, space: .rgb)),
      bytes: bytes)
  }

  /// The header and samples of a bitmap of 24 bits, rows from the bottom.
  var bitmap: [UInt8] {
    let stride = (width * 3 + 3) / 4 * 4
    var bytes: [UInt8] = []
    bytes.append32(40, width, height)
    bytes.append16(1, 24)
    bytes.append32(0, stride * height, 0, 0, 0, 0)
    for y in (0..<height).reversed() {
      for x in 0..<width {
        let at = (y * width + x) * 4
        bytes += [pixels[at + 2], pixels[at + 1], pixels[at]]
      }
      bytes += [UInt8](repeating: 0, count: stride - width * 3)
    }
    return bytes
  }

  var bmp: [UInt8] {
    var bytes: [UInt8] = Array("BM".utf8)
    bytes.append32(14 + bitmap.count, 0, 54)
    return bytes + bitmap
  }

  /// An enhanced metafile with one EMR_STRETCHDIBITS.
  var emf: [UInt8] {
    let bitmap = bitmap
    var record: [UInt8] = []
    record.append32(81, 80 + bitmap.count, 0, 0, width, height, 0, 0, 0, 0, width, height)
    record.append32(80, 40, 120, bitmap.count - 40, 0, 0xCC0020, width, height)
    var head: [UInt8] = []
    head.append32(1, 88, 0, 0, width, height, 0, 0, 4_200, 4_200, 0x464D_4520, 0x10000)
    head.append32(88 + record.count + 20, 3)
    head += [UInt8](repeating: 0, count: 88 - head.count)
    var end: [UInt8] = []
    end.append32(14, 20, 0, 16, 20)
    return head + record + bitmap + end
  }

  /// A Windows metafile with one META_STRETCHDIB.
  var wmf: [UInt8] {
    var bytes: [UInt8] = []
    bytes.append16(1, 9, 0x300)
    bytes.append32(0)
    bytes.append16(0)
    bytes.append32(0)
    bytes.append16(0)
    var record: [UInt8] = []
    record.append32((28 + bitmap.count) / 2)
    record.append16(0x0F43)
    record.append32(0xCC0020)
    record.append16(0, height, width, 0, 0, height, width, 0, 0)
    bytes += record + bitmap
    bytes.append32(3)
    bytes.append16(0)
    return bytes
  }

  /// TIFF, little-endian, one strip, RGB.
  func tiff(compression: Int = 1, strip: ([UInt8]) -> [UInt8] = { $0 }) -> [UInt8] {
    let data = strip(samples.bytes)
    var bytes: [UInt8] = [0x49, 0x49, 42, 0]
    bytes.append32(8 + data.count)
    bytes += data
    let fields: [(tag: Int, type: Int, value: Int)] = [
      (256, 4, width), (257, 4, height), (258, 3, 8), (259, 3, compression), (262, 3, 2), (273, 4, 8),
      (277, 3, 3), (278, 4, height), (279, 4, data.count),
    ]
    bytes.append16(fields.count)
    for field in fields {
      bytes.append16(field.tag, field.type)
      bytes.append32(1, field.value)
    }
    bytes.append32(0)
    return bytes
  }

  /// TIFF, little-endian, RGB, in tiles of 16 × 16 pixels.
  func tiledTIFF(compression: Int = 1, strip: ([UInt8]) -> [UInt8] = { $0 }) -> [UInt8] {
    var bytes: [UInt8] = [0x49, 0x49, 42, 0, 0, 0, 0, 0]
    var offsets: [Int] = []
    var lengths: [Int] = []
    for top in stride(from: 0, to: height, by: 16) {
      for left in stride(from: 0, to: width, by: 16) {
        var tile: [UInt8] = []
        for y in top..<top + 16 {
          for x in left..<left + 16 {
            let at = (y * width + x) * 4
            tile += x < width && y < height ? pixels[at..<at + 3] : [1, 2, 3]
          }
        }
        let data = strip(tile)
        offsets.append(bytes.count)
        lengths.append(data.count)
        bytes += data
      }
    }
    let lists = bytes.count
    for value in offsets + lengths { bytes.append32(value) }
    let directory = bytes.count
    let fields: [(tag: Int, type: Int, count: Int, value: Int)] = [
      (256, 4, 1, width), (257, 4, 1, height), (258, 3, 1, 8), (259, 3, 1, compression), (262, 3, 1, 2),
      (277, 3, 1, 3), (322, 4, 1, 16), (323, 4, 1, 16), (324, 4, offsets.count, lists),
      (325, 4, lengths.count, lists + 4 * offsets.count),
    ]
    bytes.append16(fields.count)
    for field in fields {
      bytes.append16(field.tag, field.type)
      bytes.append32(field.count, field.value)
    }
    bytes.append32(0)
    bytes.replaceSubrange(4..<8, with: (0..<4).map { UInt8(truncatingIfNeeded: directory >> (8 * $0)) })
    return bytes
  }

  /// GIF of two colours, white and red, each code written out without compression.
  var gif: [UInt8] {
    var bytes: [UInt8] = Array("GIF89a".utf8)
    bytes.append16(width, height)
    bytes += [0x80, 0, 0, 255, 255, 255, 230, 0, 18, 0x2C]
    bytes.append16(0, 0, width, height)
    bytes += [0, 7]
    // Codes of eight bits; a clear code every hundred keeps them so.
    var codes: [UInt8] = []
    for index in 0..<width * height {
      if index % 100 == 0 { codes.append(0x80) }
      codes.append(pixels[index * 4 + 1] < 128 ? 1 : 0)
    }
    codes.append(0x81)
    var start = 0
    while start < codes.count {
      let block = codes[start..<min(start + 255, codes.count)]
      bytes.append(UInt8(block.count))
      bytes += block
      start += 255
    }
    return bytes + [0, 0x3B]
  }
}

extension [UInt8] {
  mutating func append16(_ values: Int...) {
    for value in values { self += [UInt8(truncatingIfNeeded: value), UInt8(truncatingIfNeeded: value >> 8)] }
  }

  mutating func append32(_ values: Int...) {
    for value in values { append16(value, value >> 16) }
  }
}

/// An enhanced metafile of records that draw, written one after the other: 100 × 100 pixels of a device on which
/// a pixel is a millimetre.
struct DrawnMetafile {
  private var records: [UInt8] = []
  private var count = 1

  mutating func add(_ type: Int, _ values: Int...) {
    records.append32(type, 8 + 4 * values.count)
    for value in values { records.append32(value) }
    count += 1
  }

  /// Points of 16 bits behind bounds and their number.
  mutating func add(_ type: Int, points: [(x: Int, y: Int)]) {
    records.append32(type, 28 + 4 * points.count, 0, 0, 100, 100, points.count)
    for point in points { records.append16(point.x, point.y) }
    count += 1
  }

  /// A pen and a brush, made and selected.
  mutating func select(pen: Int, width: Int, brush: Int?) {
    add(38, 1, 0, width, 0, pen)
    add(37, 1)
    if let brush {
      add(39, 2, 0, brush, 0)
      add(37, 2)
    } else {
      add(37, 0x8000_0005)
    }
  }

  /// One character at a place, in a font turned by tenths of a degree.
  mutating func character(_ character: UInt16, x: Int, y: Int, size: Int, turn: Int) {
    let face = [Int](repeating: 0, count: 75)
    records.append32(82, 12 + 4 * (face.count + 5), 3, -size, 0, turn, turn, 400)
    for value in face { records.append32(value) }
    add(37, 3)
    add(84, 0, 0, 100, 100, 2, 0, 0, x, y, 1, 76, 0, 0, 0, 0, 0, 80, Int(character), size)
    count += 1
  }

  var picture: Picture {
    var head: [UInt8] = []
    head.append32(1, 88, 0, 0, 100, 100, 0, 0, 10_000, 10_000, 0x464D_4520, 0x10000)
    head.append32(88 + records.count + 20, count + 1, 1, 0, 0, 0)
    head.append32(100, 100, 100, 100)
    var end: [UInt8] = []
    end.append32(14, 20, 0, 16, 20)
    return Picture(
      encoding: .emf, bytes: head + [UInt8](repeating: 0, count: max(0, 88 - head.count)) + records + end)
  }
}
