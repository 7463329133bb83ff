import CLibPNG
import Glibc

/// PNG by libpng's simplified interface, which reports errors by its result and needs no `setjmp`.
enum PNGDecoding {
  static func raster(_ bytes: [UInt8], _ limits: Raster.Limits) throws(RasterError) -> Raster {
    guard let (width, height) = withImage(of: bytes, { (Int($0.width), Int($0.height)) }) else {
      throw .damaged
    }
    try limits.check(width, height)
    guard let buffer = UnsafeMutableRawBufferPointer(room: width * height * 4) else { throw .tooLarge }
    defer { free(buffer.baseAddress) }
    let isWhole = withImage(of: bytes) { image in
      guard Int(image.width) == width, Int(image.height) == height else { return false }
      image.format = png_uint_32(PNG_FORMAT_FLAG_COLOR | PNG_FORMAT_FLAG_ALPHA)
      return png_image_finish_read(&image, nil, buffer.baseAddress, 0, nil) != 0
    }
    // The rows that a broken file does not reach stay transparent, which is paper.
    if isWhole != true, buffer.allSatisfy({ $0 == 0 }) { throw .damaged }
    var reducer = RowReducer(width: width, height: height, longSide: limits.longSide)
    reducer.addRows(of: UnsafeBufferPointer(buffer.bindMemory(to: UInt8.self)))
    return reducer.finished()
  }

  /// Opens an image on bytes that stay where they are during the call; `nil` when its head is broken.
  private static func withImage<T>(of bytes: [UInt8], _ work: (inout png_image) -> T) -> T? {
    bytes.withUnsafeBytes { bytes in
      var image = png_image()
      image.version = png_uint_32(PNG_IMAGE_VERSION)
      defer { png_image_free(&image) }
      guard png_image_begin_read_from_memory(&image, bytes.baseAddress, bytes.count) != 0 else { return nil }
      return work(&image)
    }
  }
}

extension UnsafeMutableRawBufferPointer {
  /// Zeroed room that the caller frees; `nil` when the machine has not so much.
  init?(room count: Int) {
    guard let start = calloc(count + 1, 1) else { return nil }
    self.init(start: start, count: count)
  }
}
