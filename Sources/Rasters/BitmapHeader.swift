/// What stands before the samples of a device-independent bitmap ([MS-WMF] 2.2.2.2, 2.2.2.3 and 2.2.2.5).
struct BitmapHeader {
  /// [MS-WMF] 2.1.1.7; `masks` is `BI_BITFIELDS`.
  enum Compression: Int {
    case none = 0
    case runs8, runs4, masks, jpeg, png
  }

  let width: Int
  let height: Int
  let isTopDown: Bool
  let bits: Int
  let compression: Compression
  /// The length of header, masks and palette.
  let size: Int
  private let palette: [Pixel]
  private let masks: [Int]

  var alphaMask: Int { compression == .masks ? masks[3] : 0xFF00_0000 }

  init(_ bytes: ArraySlice<UInt8>) throws(RasterError) {
    let reader = ByteReader(bytes)
    guard let length = reader.uint32(0) else { throw .damaged }
    let isCore = length == 12
    guard isCore || (40...256).contains(length) else { throw .damaged }
    guard let width = isCore ? reader.uint16(4) : reader.int32(4),
      let height = isCore ? reader.uint16(6) : reader.int32(8),
      let bits = reader.uint16(isCore ? 10 : 14), [1, 2, 4, 8, 16, 24, 32].contains(bits),
      let compression = Compression(rawValue: isCore ? 0 : reader.uint32(16) ?? -1)
    else { throw .damaged }
    self.width = width
    self.height = abs(height)
    isTopDown = height < 0
    self.bits = bits
    self.compression = compression
    guard compression != .runs8 || bits == 8, compression != .runs4 || bits == 4,
      compression != .masks || bits == 16 || bits == 32
    else { throw .damaged }

    var end = length
    var masks = bits == 16 ? [0x7C00, 0x03E0, 0x001F, 0] : [0xFF0000, 0xFF00, 0xFF, 0xFF00_0000]
    if compression == .masks {
      // Behind a header of 40 bytes; in a longer one, a part of it.
      for index in 0..<3 { masks[index] = reader.uint32(40 + index * 4) ?? 0 }
      masks[3] = length >= 56 ? reader.uint32(52) ?? 0 : 0
      if length == 40 { end += 12 }
    }
    self.masks = masks

    let used = isCore ? 0 : reader.uint32(32) ?? 0
    let most = bits <= 8 ? 1 << bits : 0
    let count = bits <= 8 ? (used == 0 ? most : min(used, most)) : min(used, 256)
    let step = isCore ? 3 : 4
    var palette: [Pixel] = []
    for index in 0..<count {
      let at = end + index * step
      guard let blue = reader.byte(at), let green = reader.byte(at + 1), let red = reader.byte(at + 2) else {
        break
      }
      palette.append(
        Pixel(
          red: UInt8(truncatingIfNeeded: red), green: UInt8(truncatingIfNeeded: green),
          blue: UInt8(truncatingIfNeeded: blue)))
    }
    self.palette = palette
    size = end + count * step
  }

  /// The colour of an index; white for one that the palette has not.
  func color(_ index: Int) -> Pixel {
    palette.indices.contains(index) ? palette[index] : Pixel(red: 255, green: 255, blue: 255)
  }

  /// The colour of a value whose parts lie under the masks.
  func color(masked value: Int) -> Pixel {
    func part(_ mask: Int) -> UInt8 {
      guard mask > 0 else { return 255 }
      let shift = mask.trailingZeroBitCount
      let most = mask >> shift
      return UInt8(truncatingIfNeeded: (value & mask) >> shift * 255 / most)
    }
    return Pixel(red: part(masks[0]), green: part(masks[1]), blue: part(masks[2]), alpha: part(masks[3]))
  }
}
