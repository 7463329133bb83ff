import DocumentModel

/// Samples without a container, as PDF has them (ISO 32000-1, 8.9.5).
enum SampleDecoding {
  static func raster(
    _ bytes: [UInt8], _ layout: SampleLayout, _ mask: PixelMask?, _ limits: Raster.Limits
  ) throws(RasterError) -> Raster {
    try limits.check(layout.width, layout.height, areHeld: false)
    let bits = layout.bitsPerComponent
    guard [1, 2, 4, 8, 16].contains(bits) else { throw .damaged }
    let components = layout.space.components
    let stride = (layout.width * components * bits + 7) / 8
    guard bytes.count >= stride else { throw .damaged }
    var reducer = RowReducer(width: layout.width, height: layout.height, longSide: limits.longSide)
    var row = [UInt8](repeating: 0, count: layout.width * 4)
    var values = [Int](repeating: 0, count: components)
    let own = mask?.isFiner(than: layout.width, layout.height) == true ? nil : mask
    let opacity = own?.row(of: layout.width, layout.height)
    for y in 0..<layout.height where (y + 1) * stride <= bytes.count {
      let line = ByteReader(bytes[y * stride..<(y + 1) * stride])
      for x in 0..<layout.width {
        for component in 0..<components { values[component] = line.sample(x * components + component, bits) }
        let pixel = layout.space.pixel(values, most: bits == 16 ? 255 : 1 << bits - 1)
        row[x * 4] = pixel.red
        row[x * 4 + 1] = pixel.green
        row[x * 4 + 2] = pixel.blue
        row[x * 4 + 3] = own?.hides(values) == true ? 0 : pixel.alpha
      }
      opacity?.apply(y, to: &row)
      row.withUnsafeBufferPointer { reducer.add($0) }
    }
    let raster = reducer.finished()
    return own == nil ? mask?.masked(raster, limits) ?? raster : raster
  }
}

extension ByteReader {
  /// A sample of a row; of 16 bits the upper eight.
  func sample(_ index: Int, _ bits: Int) -> Int {
    if bits == 16 { return byte(index * 2) ?? 0 }
    if bits == 8 { return byte(index) ?? 0 }
    let bit = index * bits
    return (byte(bit / 8) ?? 0) >> (8 - bits - bit % 8) & (1 << bits - 1)
  }
}

extension SampleLayout.Space {
  var components: Int {
    switch self {
    case .gray, .indexed, .stencil: 1
    case .rgb: 3
    case .cmyk: 4
    }
  }

  /// - Parameter most: the largest value of a sample.
  func pixel(_ values: [Int], most: Int) -> Pixel {
    func byte(_ index: Int) -> UInt8 {
      guard values.indices.contains(index) else { return 0 }
      return UInt8(truncatingIfNeeded: values[index] * 255 / max(1, most))
    }
    switch self {
    case .gray: return Pixel(red: byte(0), green: byte(0), blue: byte(0))
    case .rgb: return Pixel(red: byte(0), green: byte(1), blue: byte(2))
    case .cmyk:
      func part(_ index: Int) -> UInt8 {
        UInt8(truncatingIfNeeded: (255 - Int(byte(index))) * (255 - Int(byte(3))) / 255)
      }
      return Pixel(red: part(0), green: part(1), blue: part(2))
    case .indexed(let triples):
      let at = (values.first ?? 0) * 3
      guard at + 2 < triples.count else { return .clear }
      return Pixel(red: triples[at], green: triples[at + 1], blue: triples[at + 2])
    case .stencil(let color, let paintedBit):
      guard values.first == Int(paintedBit) else { return .clear }
      return Pixel(red: color.red, green: color.green, blue: color.blue)
    }
  }
}
