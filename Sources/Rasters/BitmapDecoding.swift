/// Device-independent bitmaps: BMP files, and the records of metafiles ([MS-WMF] 2.2.2.9).
enum BitmapDecoding {
  /// A BMP file: a head of 14 bytes that says where the samples are, then the bitmap.
  static func raster(file bytes: [UInt8], _ limits: Raster.Limits) throws(RasterError) -> Raster {
    let reader = ByteReader(bytes[...])
    guard let offset = reader.uint32(10) else { throw .damaged }
    let samples = offset >= 14 + 12 ? reader.rest(offset) : nil
    return try raster(header: reader.rest(14), samples: samples, limits)
  }

  /// - Parameter samples: where they are elsewhere than behind the header and its palette.
  static func raster(
    header bytes: ArraySlice<UInt8>, samples: ArraySlice<UInt8>? = nil, _ limits: Raster.Limits
  ) throws(RasterError) -> Raster {
    let head = try BitmapHeader(bytes)
    try limits.check(head.width, head.height)
    let samples = samples ?? ByteReader(bytes).rest(head.size)
    var reducer = RowReducer(width: head.width, height: head.height, longSide: limits.longSide)
    switch head.compression {
    case .none, .masks: try addRows(of: samples, head, to: &reducer)
    case .runs8, .runs4: addRuns(of: samples, head, to: &reducer)
    case .jpeg: return try JPEGDecoding.raster(Array(samples), limits)
    case .png: return try PNGDecoding.raster(Array(samples), limits)
    }
    return reducer.finished()
  }

  private static func addRows(
    of samples: ArraySlice<UInt8>, _ head: BitmapHeader, to reducer: inout RowReducer
  ) throws(RasterError) {
    let stride = (head.width * head.bits + 31) / 32 * 4
    guard samples.count >= stride else { throw .damaged }
    // Four bytes a pixel have a meaning for the fourth only where some pixel uses it.
    let hasAlpha = head.bits == 32 && head.alphaMask != 0 && usesAlpha(samples, head)
    var row = [UInt8](repeating: 255, count: head.width * 4)
    let reader = ByteReader(samples)
    for index in 0..<head.height {
      let line = head.isTopDown ? index : head.height - 1 - index
      if let bytes = reader.slice(line * stride, stride) {
        fill(&row, bytes, head, hasAlpha: hasAlpha)
      } else {
        for position in row.indices { row[position] = 255 }
      }
      row.withUnsafeBufferPointer { reducer.add($0) }
    }
  }

  private static func usesAlpha(_ samples: ArraySlice<UInt8>, _ head: BitmapHeader) -> Bool {
    var index = samples.startIndex + 3
    while index < samples.endIndex {
      if samples[index] != 0 { return true }
      index += 4
    }
    return false
  }

  private static func fill(
    _ row: inout [UInt8], _ bytes: ArraySlice<UInt8>, _ head: BitmapHeader, hasAlpha: Bool
  ) {
    let start = bytes.startIndex
    for x in 0..<head.width {
      let pixel: Pixel
      switch head.bits {
      case 1, 2, 4, 8:
        let bit = x * head.bits
        let shift = 8 - head.bits - bit % 8
        let index = Int(bytes[start + bit / 8]) >> shift & (1 << head.bits - 1)
        pixel = head.color(index)
      case 16:
        pixel = head.color(masked: Int(bytes[start + x * 2]) | Int(bytes[start + x * 2 + 1]) << 8)
      case 24:
        let at = start + x * 3
        pixel = Pixel(red: bytes[at + 2], green: bytes[at + 1], blue: bytes[at])
      default:
        let at = start + x * 4
        if head.compression == .masks {
          let value = Int(bytes[at]) | Int(bytes[at + 1]) << 8 | Int(bytes[at + 2]) << 16
          pixel = head.color(masked: value | Int(bytes[at + 3]) << 24)
        } else {
          pixel = Pixel(red: bytes[at + 2], green: bytes[at + 1], blue: bytes[at], alpha: bytes[at + 3])
        }
      }
      row[x * 4] = pixel.red
      row[x * 4 + 1] = pixel.green
      row[x * 4 + 2] = pixel.blue
      row[x * 4 + 3] = hasAlpha ? pixel.alpha : 255
    }
  }

  /// Run-length encoding of indexes ([MS-WMF] 3.1.6): pairs of length and index, escapes at length 0.
  private static func addRuns(
    of samples: ArraySlice<UInt8>, _ head: BitmapHeader, to reducer: inout RowReducer
  ) {
    let isNibbles = head.compression == .runs4
    let reader = ByteReader(samples)
    var indexes = [UInt8](repeating: 0, count: head.width * head.height)
    var offset = 0
    var x = 0
    var y = 0
    func put(_ index: Int) {
      if x < head.width, y < head.height { indexes[y * head.width + x] = UInt8(truncatingIfNeeded: index) }
      x += 1
    }
    while y < head.height, let count = reader.byte(offset), let value = reader.byte(offset + 1) {
      offset += 2
      if count > 0 {
        for step in 0..<count { put(isNibbles ? (step % 2 == 0 ? value >> 4 : value & 15) : value) }
      } else if value == 0 {
        x = 0
        y += 1
      } else if value == 1 {
        break
      } else if value == 2 {
        x += reader.byte(offset) ?? 0
        y += reader.byte(offset + 1) ?? 0
        offset += 2
      } else {
        for step in 0..<value {
          let byte = reader.byte(offset + (isNibbles ? step / 2 : step)) ?? 0
          put(isNibbles ? (step % 2 == 0 ? byte >> 4 : byte & 15) : byte)
        }
        let length = isNibbles ? (value + 1) / 2 : value
        offset += length + length % 2
      }
    }
    var row = [UInt8](repeating: 255, count: head.width * 4)
    for line in 0..<head.height {
      let y = head.isTopDown ? line : head.height - 1 - line
      for x in 0..<head.width {
        let pixel = head.color(Int(indexes[y * head.width + x]))
        (row[x * 4], row[x * 4 + 1], row[x * 4 + 2]) = (pixel.red, pixel.green, pixel.blue)
      }
      row.withUnsafeBufferPointer { reducer.add($0) }
    }
  }
}
