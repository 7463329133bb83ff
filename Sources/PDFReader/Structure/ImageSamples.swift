import DocumentModel

/// Decoded samples as `Picture` has them: grey, RGB, CMYK or indexed as they are, the rest turned into RGB.
struct ImageSamples {
  let layout: SampleLayout
  let bytes: [UInt8]

  /// The most bytes of one picture.
  private static let largest = 256 << 20

  init?(_ values: ImageValues, bytes: [UInt8], color: Color) {
    guard values.rowBytes <= Self.largest / values.height else { return nil }
    let wanted = values.rowBytes * values.height
    var bytes = bytes
    // Data cut off leaves the rest of the picture white, or unpainted.
    if bytes.count < wanted {
      guard bytes.count >= wanted / 64 else { return nil }
      bytes += [UInt8](repeating: 0xFF, count: wanted - bytes.count)
    } else if bytes.count > wanted {
      bytes.removeLast(bytes.count - wanted)
    }
    var layout = SampleLayout(
      width: values.width, height: values.height, bitsPerComponent: values.bits, space: .gray)
    if values.isStencil {
      // 0 paints, unless Decode is [1 0] (ISO 32000-1, 8.9.6.2).
      let isInverted = (values.decode?.first ?? 0) > 0.5
      layout.space = .stencil(color, paintedBit: isInverted ? 1 : 0)
      self.layout = layout
      self.bytes = bytes
      return
    }
    let space = values.space ?? .gray
    switch space {
    case .indexed(let base, let table):
      layout.space = .indexed(Self.palette(base, table))
    case .gray: layout.space = .gray
    case .rgb: layout.space = .rgb
    case .cmyk: layout.space = .cmyk
    case .lab, .inks:
      guard let converted = Self.converted(values, space, bytes) else { return nil }
      layout.space = .rgb
      layout.bitsPerComponent = 8
      self.layout = layout
      self.bytes = converted
      return
    }
    self.layout = layout
    self.bytes = values.isInverted ? bytes.map { ~$0 } : bytes
  }

  private static func palette(_ base: ColorSpace, _ table: [UInt8]) -> [UInt8] {
    let width = base.components
    var result: [UInt8] = []
    for start in stride(from: 0, to: table.count - width + 1, by: width) {
      let color = base.rgb(table[start..<(start + width)].map { Double($0) / 255 })
      result += [color.red, color.green, color.blue]
    }
    return result
  }

  /// Eight bits RGB out of spaces that `Picture` does not have.
  private static func converted(_ values: ImageValues, _ space: ColorSpace, _ bytes: [UInt8]) -> [UInt8]? {
    guard values.width * values.height <= 64 << 20 else { return nil }
    let reader = SampleReader(values, bytes)
    let inverted = values.isInverted
    var result: [UInt8] = []
    result.reserveCapacity(values.width * values.height * 3)
    var components = [Double](repeating: 0, count: values.components)
    for row in 0..<values.height {
      for column in 0..<values.width {
        for component in 0..<values.components {
          let level = reader.level(row, column * values.components + component)
          components[component] = inverted ? 1 - level : level
        }
        let color = space.rgb(components)
        result.append(color.red)
        result.append(color.green)
        result.append(color.blue)
      }
    }
    return result
  }

  /// One byte a sample of a mask: opacity.
  static func levels(_ values: ImageValues, bytes: [UInt8], isStencil: Bool) -> [UInt8]? {
    guard values.components == 1 else { return nil }
    let inverted = values.isInverted
    // Of a stencil 1 masks out; of a soft mask more is more opaque.
    let flips = isStencil != inverted
    let reader = SampleReader(values, bytes)
    var result: [UInt8] = []
    result.reserveCapacity(values.width * values.height)
    for row in 0..<values.height {
      for column in 0..<values.width {
        let level = UInt8(reader.level(row, column) * 255 + 0.5)
        result.append(flips ? ~level : level)
      }
    }
    return result
  }
}

/// Reads single samples; those that are missing are 1.
private struct SampleReader {
  let bytes: [UInt8]
  let rowBytes: Int
  let bits: Int

  init(_ values: ImageValues, _ bytes: [UInt8]) {
    self.bytes = bytes
    rowBytes = values.rowBytes
    bits = values.bits
  }

  /// From 0 to 1.
  func level(_ row: Int, _ sample: Int) -> Double {
    let bit = sample * bits
    let place = row * rowBytes + bit / 8
    guard place < bytes.count else { return 1 }
    switch bits {
    case 8, 16: return Double(bytes[place]) / 255
    default:
      let mask = (1 << bits) - 1
      return Double(Int(bytes[place]) >> (8 - bits - bit % 8) & mask) / Double(mask)
    }
  }
}
