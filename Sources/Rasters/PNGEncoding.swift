import CLibPNG
import DocumentModel

extension Raster {
  /// A part of the picture, reduced; `nil` when nothing is left of it.
  /// - Parameter region: in shares of width and height; what lies outside is left out.
  public func crop(_ region: Box, longSide: Int) -> Raster? {
    func place(_ share: Double, _ length: Int) -> Int {
      Int((min(max(share, 0), 1) * Double(length)).rounded())
    }
    guard region.left.isFinite, region.top.isFinite, region.right.isFinite, region.bottom.isFinite else {
      return nil
    }
    let left = place(region.left, width)
    let right = place(region.right, width)
    let top = place(region.top, height)
    let bottom = place(region.bottom, height)
    guard right > left, bottom > top else { return nil }
    var reducer = RowReducer(width: right - left, height: bottom - top, longSide: max(1, longSide))
    var row = [UInt8](repeating: 255, count: (right - left) * 4)
    for y in top..<bottom {
      for x in left..<right {
        let source = (y * width + x) * 3
        let target = (x - left) * 4
        for channel in 0..<3 { row[target + channel] = pixels[source + channel] }
      }
      row.withUnsafeBufferPointer { reducer.add($0) }
    }
    return reducer.finished()
  }

  /// The raster as a PNG file; the same raster gives the same bytes with the same libpng and zlib.
  public var png: [UInt8]? {
    var image = png_image()
    image.version = png_uint_32(PNG_IMAGE_VERSION)
    image.width = png_uint_32(width)
    image.height = png_uint_32(height)
    image.format = png_uint_32(PNG_FORMAT_FLAG_COLOR)
    defer { png_image_free(&image) }
    // Room for samples that cannot be packed: a byte of filter a row, and what deflate and chunks add.
    var length = pixels.count + pixels.count / 100 + height + 4_096
    var bytes = [UInt8](repeating: 0, count: length)
    let isWritten = bytes.withUnsafeMutableBytes {
      png_image_write_to_memory(&image, $0.baseAddress, &length, 0, pixels, 0, nil)
    }
    guard isWritten != 0, length <= bytes.count else { return nil }
    bytes.removeLast(bytes.count - length)
    return bytes
  }
}
