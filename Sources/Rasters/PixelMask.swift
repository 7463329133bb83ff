import DocumentModel

/// What makes parts of a picture clear, ready to be laid over its pixels.
struct PixelMask {
  /// Opacity, eight bits a sample, rows from the top.
  private var levels: [UInt8] = []
  private var width = 0
  private var height = 0
  private var key: [ClosedRange<Int>] = []
  /// What the colours of the picture are blended with already: red, green, blue.
  private var matte: [Int]?

  /// - Parameter matte: what the picture's colours are blended with already.
  init(_ mask: Picture.Mask, matte: Color? = nil, _ limits: Raster.Limits) throws(RasterError) {
    self.matte = matte.map { [Int($0.red), Int($0.green), Int($0.blue)] }
    switch mask {
    case .levels(let levels, let width, let height):
      try limits.check(width, height, areHeld: false)
      guard levels.count >= width * height else { throw .damaged }
      (self.levels, self.width, self.height) = (levels, width, height)
    case .jpeg(let bytes, let isInverted):
      let raster = try JPEGDecoding.raster(bytes, limits)
      (width, height) = (raster.width, raster.height)
      levels = stride(from: 0, to: raster.pixels.count, by: 3).map {
        isInverted ? ~raster.pixels[$0] : raster.pixels[$0]
      }
    case .key(let ranges): key = ranges
    // Without it nobody knows what of the picture shows.
    case .unread: throw .unsupported
    }
  }

  /// Whether it has more samples than a picture on a side, so that what is seen has its shape: a seal may be a
  /// single red pixel under a mask.
  func isFiner(than width: Int, _ height: Int) -> Bool { self.width > width || self.height > height }

  /// Whether the stored values of a pixel are those that are clear.
  func hides(_ values: [Int]) -> Bool {
    guard !key.isEmpty, values.count >= key.count else { return false }
    return zip(key, values).allSatisfy { $0.contains($1) }
  }

  /// What lays opacity over the rows of a picture of some size.
  func row(of width: Int, _ height: Int) -> Row? {
    guard self.width > 0, self.height > 0 else { return nil }
    return Row(mask: self, width: width, height: height)
  }

  /// Opacity for one row of pixels after the other.
  struct Row {
    let mask: PixelMask
    let height: Int
    /// Where the samples over each pixel begin; one more for the end of the last.
    private let columns: [Int]

    fileprivate init(mask: PixelMask, width: Int, height: Int) {
      self.mask = mask
      self.height = height
      columns = (0...width).map { $0 * mask.width / width }
    }

    /// The mean of the samples over each pixel of a row becomes its alpha, or lessens what it has.
    func apply(_ y: Int, to row: inout [UInt8]) {
      row.withUnsafeMutableBufferPointer { apply(y, to: $0) }
    }

    func apply(_ y: Int, to row: UnsafeMutableBufferPointer<UInt8>) {
      let rows = span(y * mask.height / height, (y + 1) * mask.height / height)
      for (x, start) in columns.dropLast().enumerated() where x * 4 + 3 < row.count {
        let columns = span(start, self.columns[x + 1])
        var sum = 0
        for line in rows {
          for column in columns { sum &+= Int(mask.levels[line &* mask.width &+ column]) }
        }
        let level = sum / (rows.count &* columns.count)
        row[x * 4 + 3] = UInt8(Int(row[x * 4 + 3]) * level / 255)
        guard let matte = mask.matte, level > 0 else { continue }
        // c = m + (c′ − m) / α, with the limits that rounding needs.
        for channel in 0..<3 {
          let blended = Int(row[x * 4 + channel])
          let plain = matte[channel] + (blended - matte[channel]) * 255 / level
          row[x * 4 + channel] = UInt8(clamping: plain)
        }
      }
    }

    /// At least the one sample that a small pixel lies in.
    private func span(_ start: Int, _ end: Int) -> Range<Int> { start..<max(start + 1, end) }
  }

  /// Makes decoded pixels clear, rows of RGBA one behind the other.
  /// - Parameter isColor: whether they are those of a key: grey or colours, not inks.
  func apply(to pixels: UnsafeMutableBufferPointer<UInt8>, _ width: Int, _ height: Int, isColor: Bool) {
    let stride = width * 4
    if let row = row(of: width, height) {
      for y in 0..<height where (y + 1) * stride <= pixels.count {
        row.apply(y, to: UnsafeMutableBufferPointer(rebasing: pixels[y * stride..<(y + 1) * stride]))
      }
    }
    guard isColor, key.count == 1 || key.count == 3 else { return }
    for at in Swift.stride(from: 0, to: pixels.count - 3, by: 4)
    where zip(key, pixels[at..<at + 3]).allSatisfy({ $0.contains(Int($1)) }) {
      pixels[at + 3] = 0
    }
  }

  /// A raster of the shape of the mask, which is finer than the picture.
  func masked(_ raster: Raster, _ limits: Raster.Limits) -> Raster? {
    let factor = (max(width, height) + limits.longSide - 1) / max(1, limits.longSide)
    let (columns, rows) = (max(1, width / max(1, factor)), max(1, height / max(1, factor)))
    guard let opacity = row(of: columns, rows) else { return nil }
    var reducer = RowReducer(
      width: columns, height: rows, source: (width, height), longSide: max(columns, rows))
    var row = [UInt8](repeating: 255, count: columns * 4)
    for y in 0..<rows {
      let line = y * raster.height / rows * raster.width
      for x in 0..<columns {
        let at = (line + x * raster.width / columns) * 3
        for channel in 0..<3 { row[x * 4 + channel] = raster.pixels[at + channel] }
        row[x * 4 + 3] = 255
      }
      opacity.apply(y, to: &row)
      row.withUnsafeBufferPointer { reducer.add($0) }
    }
    return reducer.finished()
  }
}
