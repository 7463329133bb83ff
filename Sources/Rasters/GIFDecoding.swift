/// The first picture of a GIF file (GIF89a, 17 to 23).
enum GIFDecoding {
  static func raster(_ bytes: [UInt8], _ limits: Raster.Limits) throws(RasterError) -> Raster {
    let reader = ByteReader(bytes[...])
    guard let width = reader.uint16(6), let height = reader.uint16(8), let flags = reader.byte(10) else {
      throw .damaged
    }
    try limits.check(width, height)
    var offset = 13
    let palette = palette(reader, flags, &offset)
    guard let frame = frame(reader, palette, &offset) else { throw .damaged }
    try limits.check(frame.width, frame.height)
    let indexes = LZW.indexes(
      blocks(reader, offset + 1), codeSize: frame.codeSize, count: frame.width * frame.height)
    guard !indexes.isEmpty else { throw .damaged }
    return paint(frame, indexes, width: width, height: height, limits)
  }

  private struct Frame {
    var left: Int
    var top: Int
    var width: Int
    var height: Int
    var isInterlaced: Bool
    var palette: [Pixel]
    var clearIndex: Int?
    var codeSize: Int
  }

  private static func palette(_ reader: ByteReader, _ flags: Int, _ offset: inout Int) -> [Pixel] {
    guard flags & 0x80 != 0 else { return [] }
    let count = 2 << (flags & 7)
    defer { offset += count * 3 }
    return (0..<count).compactMap { index -> Pixel? in
      let at = offset + index * 3
      guard let red = reader.byte(at), let green = reader.byte(at + 1), let blue = reader.byte(at + 2) else {
        return nil
      }
      return Pixel(
        red: UInt8(truncatingIfNeeded: red), green: UInt8(truncatingIfNeeded: green),
        blue: UInt8(truncatingIfNeeded: blue))
    }
  }

  /// Goes to the samples of the first picture; `nil` when there is none.
  private static func frame(_ reader: ByteReader, _ palette: [Pixel], _ offset: inout Int) -> Frame? {
    var clearIndex: Int?
    for _ in 0..<1_000 {
      guard let kind = reader.byte(offset) else { return nil }
      switch kind {
      case 0x21:  // An extension; that of a picture's timing also names its transparent colour.
        if reader.byte(offset + 1) == 0xF9, let flags = reader.byte(offset + 3), flags & 1 != 0 {
          clearIndex = reader.byte(offset + 6)
        }
        offset += 2
        while let length = reader.byte(offset), length > 0 { offset += length + 1 }
        offset += 1
      case 0x2C:
        guard let left = reader.uint16(offset + 1), let top = reader.uint16(offset + 3),
          let width = reader.uint16(offset + 5), let height = reader.uint16(offset + 7),
          let flags = reader.byte(offset + 9)
        else { return nil }
        offset += 10
        let own = self.palette(reader, flags, &offset)
        guard let codeSize = reader.byte(offset), (2...8).contains(codeSize) else { return nil }
        return Frame(
          left: left, top: top, width: width, height: height, isInterlaced: flags & 0x40 != 0,
          palette: own.isEmpty ? palette : own, clearIndex: clearIndex, codeSize: codeSize)
      default: return nil
      }
    }
    return nil
  }

  /// The contents of sub-blocks, one behind the other.
  private static func blocks(_ reader: ByteReader, _ start: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    var offset = start
    while let length = reader.byte(offset), length > 0 {
      bytes.append(contentsOf: reader.rest(offset + 1, atMost: length))
      offset += length + 1
    }
    return bytes
  }

  private static func paint(
    _ frame: Frame, _ indexes: [UInt8], width: Int, height: Int, _ limits: Raster.Limits
  ) -> Raster {
    let lines = frame.isInterlaced ? interlaced(frame.height) : Array(0..<frame.height)
    var place = [Int](repeating: 0, count: frame.height)
    for (stored, line) in lines.enumerated() where place.indices.contains(line) { place[line] = stored }
    var reducer = RowReducer(width: width, height: height, longSide: limits.longSide)
    var row = [UInt8](repeating: 0, count: width * 4)
    for y in 0..<height {
      for index in row.indices { row[index] = 0 }
      if y >= frame.top, y - frame.top < frame.height {
        let start = place[y - frame.top] * frame.width
        for x in 0..<frame.width where frame.left + x < width && start + x < indexes.count {
          let index = Int(indexes[start + x])
          guard index != frame.clearIndex, frame.palette.indices.contains(index) else { continue }
          let pixel = frame.palette[index]
          let at = (frame.left + x) * 4
          (row[at], row[at + 1], row[at + 2], row[at + 3]) = (pixel.red, pixel.green, pixel.blue, 255)
        }
      }
      row.withUnsafeBufferPointer { reducer.add($0) }
    }
    return reducer.finished()
  }

  /// The lines in the order in which they are stored (GIF89a, appendix E).
  private static func interlaced(_ height: Int) -> [Int] {
    [(0, 8), (4, 8), (2, 4), (1, 2)].flatMap { Array(stride(from: $0.0, to: height, by: $0.1)) }
  }
}
