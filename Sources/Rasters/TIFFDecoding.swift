import DocumentModel

/// The first picture of a TIFF file (TIFF 6.0): strips or tiles, uncompressed, PackBits or LZW; grey, palette,
/// RGB, CMYK.
///
/// Planes, fax and JPEG inside TIFF are not read: office programs hardly write them.
enum TIFFDecoding {
  static func raster(_ bytes: [UInt8], _ limits: Raster.Limits) throws(RasterError) -> Raster {
    let reader = ByteReader(bytes[...], isBigEndian: bytes.first == 0x4D)
    guard let directory = reader.uint32(4), let count = reader.uint16(directory), count <= 4_096 else {
      throw .damaged
    }
    var fields: [Int: Field] = [:]
    for index in 0..<count {
      guard let field = Field(reader, at: directory + 2 + index * 12) else { break }
      fields[field.tag] = fields[field.tag] ?? field
    }
    func value(_ tag: Int) -> Int? { fields[tag]?.values(reader, limit: 1).first }
    guard let width = value(256), let height = value(257) else { throw .damaged }
    try limits.check(width, height)
    let bits = fields[258]?.values(reader, limit: 8) ?? [1]
    let samples = value(277) ?? 1
    guard let depth = bits.first, bits.allSatisfy({ $0 == depth }), [1, 2, 4, 8, 16].contains(depth),
      (1...5).contains(samples), value(284) ?? 1 == 1
    else { throw .unsupported }

    let stride = (width * samples * depth + 7) / 8
    let coding = Coding(
      compression: value(259) ?? 1, predictor: value(317) == 2 && depth == 8 ? samples : 0)
    guard coding.isRead else { throw .unsupported }
    let content =
      if let tileWidth = value(322), let tileHeight = value(323) {
        try tiles(
          reader, fields, (tileWidth, tileHeight, (tileWidth * samples * depth + 7) / 8), stride: stride,
          height: height, coding)
      } else {
        try strips(reader, fields, stride: stride, height: height, coding)
      }
    let form = Form(
      photometric: value(262) ?? 1, palette: fields[320]?.values(reader, limit: 768) ?? [],
      samples: samples, depth: depth, hasAlpha: fields[338] != nil)
    var reducer = RowReducer(width: width, height: height, longSide: limits.longSide)
    var row = [UInt8](repeating: 255, count: width * 4)
    for y in 0..<height where (y + 1) * stride <= content.count {
      let line = ByteReader(content[y * stride..<(y + 1) * stride], isBigEndian: reader.isBigEndian)
      for x in 0..<width {
        let pixel = form.pixel(line, x)
        row[x * 4] = pixel.red
        row[x * 4 + 1] = pixel.green
        row[x * 4 + 2] = pixel.blue
        row[x * 4 + 3] = pixel.alpha
      }
      row.withUnsafeBufferPointer { reducer.add($0) }
    }
    return reducer.finished()
  }

  /// An entry of the directory (TIFF 6.0, section 2).
  private struct Field {
    let tag: Int
    let size: Int
    let count: Int
    let offset: Int

    init?(_ reader: ByteReader, at place: Int) {
      guard let tag = reader.uint16(place), let type = reader.uint16(place + 2),
        let count = reader.uint32(place + 4), let offset = reader.uint32(place + 8)
      else { return nil }
      self.tag = tag
      size = type == 3 ? 2 : type == 4 ? 4 : 1
      self.count = count
      // Values of up to four bytes stand where the offset would.
      self.offset = count.multipliedReportingOverflow(by: size).partialValue <= 4 ? place + 8 : offset
    }

    func values(_ reader: ByteReader, limit: Int) -> [Int] {
      var values: [Int] = []
      for index in 0..<min(count, limit) {
        let at = offset + index * size
        guard let value = size == 2 ? reader.uint16(at) : size == 4 ? reader.uint32(at) : reader.byte(at)
        else {
          break
        }
        values.append(value)
      }
      return values
    }
  }

  /// How the rows of a strip or tile are stored.
  private struct Coding {
    let compression: Int
    /// The samples of a pixel where each is stored as a difference, else 0.
    let predictor: Int

    var isRead: Bool { [1, 5, 32_773].contains(compression) }

    /// Rows of so many bytes; what breaks off leaves its place blank.
    func rows(_ stored: ArraySlice<UInt8>, _ stride: Int, count expected: Int) -> [UInt8] {
      var rows: [UInt8] =
        compression == 1
        ? Array(stored.prefix(expected))
        : compression == 5 ? LZW.bytes(stored, count: expected) : TIFFDecoding.packed(stored, count: expected)
      if rows.count > expected { rows.removeLast(rows.count - expected) }
      rows.append(contentsOf: repeatElement(255, count: expected - rows.count))
      if predictor > 0 { TIFFDecoding.undoDifferences(&rows, stride, predictor) }
      return rows
    }
  }

  private static func strips(
    _ reader: ByteReader, _ fields: [Int: Field], stride: Int, height: Int, _ coding: Coding
  ) throws(RasterError) -> [UInt8] {
    let offsets = fields[273]?.values(reader, limit: height) ?? []
    let lengths = fields[279]?.values(reader, limit: height) ?? []
    let rows = min(height, max(1, fields[278]?.values(reader, limit: 1).first ?? height))
    guard !offsets.isEmpty else { throw .unsupported }
    var content: [UInt8] = []
    for (index, offset) in offsets.enumerated() where content.count < stride * height {
      let expected = min(rows, height - content.count / max(1, stride)) * stride
      let length = lengths.indices.contains(index) ? lengths[index] : expected
      content += coding.rows(reader.rest(offset, atMost: length), stride, count: expected)
    }
    return content
  }

  /// Tiles from the left and from the top, those at the edges filled up (TIFF 6.0, section 15).
  private static func tiles(
    _ reader: ByteReader, _ fields: [Int: Field], _ tile: (width: Int, height: Int, stride: Int),
    stride: Int, height: Int, _ coding: Coding
  ) throws(RasterError) -> [UInt8] {
    // Sides are multiples of 16, so that every tile begins at a whole byte.
    guard tile.width > 0, tile.height > 0, tile.width % 8 == 0, tile.width <= 4_096, tile.height <= 4_096
    else { throw .damaged }
    let across = (stride + tile.stride - 1) / tile.stride
    let down = (height + tile.height - 1) / tile.height
    let offsets = fields[324]?.values(reader, limit: across * down) ?? []
    let lengths = fields[325]?.values(reader, limit: across * down) ?? []
    guard !offsets.isEmpty else { throw .damaged }
    var content = [UInt8](repeating: 255, count: stride * height)
    for (index, offset) in offsets.enumerated() {
      let length = lengths.indices.contains(index) ? lengths[index] : tile.stride * tile.height
      let stored = reader.rest(offset, atMost: length)
      // A tile that is not there need not be made.
      guard !stored.isEmpty else { continue }
      let left = index % across * tile.stride
      let top = index / across * tile.height
      let width = min(tile.stride, stride - left)
      let count = max(0, min(tile.height, height - top))
      let rows = coding.rows(stored, tile.stride, count: tile.stride * count)
      for row in 0..<count {
        let target = (top + row) * stride + left
        content.replaceSubrange(
          target..<target + width, with: rows[row * tile.stride..<row * tile.stride + width])
      }
    }
    return content
  }

  /// Each sample is the difference to that of the pixel before it (TIFF 6.0, section 14).
  private static func undoDifferences(_ strip: inout [UInt8], _ stride: Int, _ samples: Int) {
    var start = 0
    while start + stride <= strip.count {
      for index in start + samples..<max(start + samples, start + stride) {
        strip[index] &+= strip[index - samples]
      }
      start += stride
    }
  }

  /// PackBits (TIFF 6.0, section 9).
  private static func packed(_ bytes: ArraySlice<UInt8>, count: Int) -> [UInt8] {
    let reader = ByteReader(bytes)
    var output: [UInt8] = []
    var offset = 0
    while output.count < count, let head = reader.byte(offset) {
      offset += 1
      if head < 128 {
        output.append(contentsOf: reader.rest(offset, atMost: head + 1))
        offset += head + 1
      } else if head > 128, let byte = reader.byte(offset) {
        output.append(contentsOf: repeatElement(UInt8(truncatingIfNeeded: byte), count: 257 - head))
        offset += 1
      }
    }
    return output
  }

  private struct Form {
    let photometric: Int
    let palette: [Int]
    let samples: Int
    let depth: Int
    let hasAlpha: Bool

    func pixel(_ line: ByteReader, _ x: Int) -> Pixel {
      func sample(_ index: Int) -> Int {
        if depth == 16 { return (line.uint16((x * samples + index) * 2) ?? 0) >> 8 }
        return line.sample(x * samples + index, depth)
      }
      func byte(_ index: Int) -> UInt8 {
        UInt8(truncatingIfNeeded: sample(index) * 255 / (depth == 16 ? 255 : 1 << depth - 1))
      }
      switch photometric {
      case 2 where samples >= 3:
        return Pixel(
          red: byte(0), green: byte(1), blue: byte(2), alpha: samples > 3 && hasAlpha ? byte(3) : 255)
      case 3:
        let index = sample(0)
        let count = palette.count / 3
        guard index < count else { return .clear }
        func part(_ plane: Int) -> UInt8 { UInt8(truncatingIfNeeded: palette[plane * count + index] >> 8) }
        return Pixel(red: part(0), green: part(1), blue: part(2))
      case 5 where samples >= 4:
        return SampleLayout.Space.cmyk.pixel([byte(0), byte(1), byte(2), byte(3)].map(Int.init), most: 255)
      default:
        let gray = photometric == 0 ? 255 - byte(0) : byte(0)
        return Pixel(red: gray, green: gray, blue: gray)
      }
    }
  }
}
