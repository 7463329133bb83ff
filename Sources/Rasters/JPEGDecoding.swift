import CLibJPEG
import Glibc

/// JPEG by TurboJPEG, which reduces by up to eight while it decodes and reports errors by its result.
enum JPEGDecoding {
  static func raster(
    _ bytes: [UInt8], mask: PixelMask? = nil, _ limits: Raster.Limits
  ) throws(RasterError) -> Raster {
    guard let decoder = tjInitDecompress() else { throw .unsupported }
    defer { tjDestroy(decoder) }
    var width: Int32 = 0
    var height: Int32 = 0
    var subsampling: Int32 = 0
    var space: Int32 = 0
    let header = bytes.withUnsafeBufferPointer {
      tjDecompressHeader3(
        decoder, $0.baseAddress, UInt($0.count), &width, &height, &subsampling, &space)
    }
    guard header == 0 || tjGetErrorCode(decoder) == Int32(TJERR_WARNING.rawValue) else { throw .damaged }
    try limits.check(Int(width), Int(height), areHeld: false)
    let divisor = divisor(max(Int(width), Int(height)), limits.longSide)
    let reduced = (
      width: (Int(width) + divisor - 1) / divisor, height: (Int(height) + divisor - 1) / divisor
    )
    guard let buffer = UnsafeMutableRawBufferPointer(room: reduced.width * reduced.height * 4) else {
      throw .tooLarge
    }
    defer { free(buffer.baseAddress) }
    let isInk = space == Int32(TJCS_CMYK.rawValue) || space == Int32(TJCS_YCCK.rawValue)
    let format = isInk ? TJPF_CMYK : TJPF_RGBA
    let target = buffer.bindMemory(to: UInt8.self)
    let result = bytes.withUnsafeBufferPointer {
      tjDecompress2(
        decoder, $0.baseAddress, UInt($0.count), target.baseAddress, Int32(reduced.width), 0,
        Int32(reduced.height), format.rawValue, Int32(TJFLAG_FASTDCT | TJFLAG_LIMITSCANS))
    }
    // A warning is a picture that breaks off or has a scratch: what is there is there.
    guard result == 0 || tjGetErrorCode(decoder) == Int32(TJERR_WARNING.rawValue) else { throw .damaged }
    if isInk { paint(target) }
    let own = mask?.isFiner(than: Int(width), Int(height)) == true ? nil : mask
    own?.apply(to: target, reduced.width, reduced.height, isColor: !isInk)
    var reducer = RowReducer(
      width: reduced.width, height: reduced.height, source: (Int(width), Int(height)),
      longSide: limits.longSide)
    reducer.addRows(of: UnsafeBufferPointer(target))
    let raster = reducer.finished()
    return own == nil ? mask?.masked(raster, limits) ?? raster : raster
  }

  /// The largest of 1, 2, 4, 8 that leaves the longer side as long as it should be.
  private static func divisor(_ side: Int, _ longSide: Int) -> Int {
    [8, 4, 2].first { side / $0 >= longSide } ?? 1
  }

  /// Turns inks into colours in place. Programs write CMYK JPEGs inverted, 255 for no ink (Adobe, technical
  /// note 5116).
  private static func paint(_ samples: UnsafeMutableBufferPointer<UInt8>) {
    var offset = 0
    while offset + 3 < samples.count {
      let black = Int(samples[offset + 3])
      for channel in 0..<3 { samples[offset + channel] = UInt8(Int(samples[offset + channel]) * black / 255) }
      samples[offset + 3] = 255
      offset += 4
    }
  }
}
