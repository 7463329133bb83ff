import DocumentModel

/// A small copy of a picture as it looks on white paper: eight bits of red, green and blue a pixel, rows from
/// the top.
public struct Raster: Sendable {
  public private(set) var width: Int
  public private(set) var height: Int
  /// `width` × `height` × 3 bytes.
  public private(set) var pixels: [UInt8]
  /// The size of the picture that this is a copy of, in its own pixels.
  public private(set) var sourceWidth: Int
  public private(set) var sourceHeight: Int
}

/// Why a picture cannot be looked at.
public enum RasterError: Error, Hashable, Sendable {
  /// No decoder here reads the encoding, or the variant of it.
  case unsupported
  /// The bytes are not what they claim to be.
  case damaged
  /// The picture declares more pixels than `Raster.Limits` allow.
  case tooLarge
}

extension Raster {
  /// How large a picture may be, and how small it is made.
  public struct Limits: Sendable, Hashable {
    /// The most pixels of a side, and of the picture, that are decoded at all.
    public var side = 20_000
    public var pixels = 100_000_000
    /// The most pixels of a picture whose decoder has to hold all of them: 160 MB.
    public var heldPixels = 40_000_000
    /// The longer side of the reduced copy is at most this many pixels, and more than half of it where the
    /// picture has as many.
    public var longSide = 512

    public init() {}

    func check(_ width: Int, _ height: Int, areHeld: Bool = true) throws(RasterError) {
      guard width > 0, height > 0 else { throw .damaged }
      guard width <= side, height <= side, width * height <= (areHeld ? min(heldPixels, pixels) : pixels)
      else { throw .tooLarge }
    }
  }

  /// Decodes a picture and reduces it. Of a picture that breaks off, what is there is taken.
  public init(_ picture: Picture, limits: Limits = Limits()) throws(RasterError) {
    let mask = try picture.mask.map { mask throws(RasterError) in
      try PixelMask(mask, matte: picture.matte, limits)
    }
    switch picture.encoding {
    case .png: self = try PNGDecoding.raster(picture.bytes, limits)
    case .jpeg: self = try JPEGDecoding.raster(picture.bytes, mask: mask, limits)
    case .gif: self = try GIFDecoding.raster(picture.bytes, limits)
    case .bmp: self = try BitmapDecoding.raster(file: picture.bytes, limits)
    case .tiff: self = try TIFFDecoding.raster(picture.bytes, limits)
    case .emf, .wmf: self = try MetafileDecoding.raster(picture.bytes, picture.encoding == .emf, limits)
    case .samples(let layout): self = try SampleDecoding.raster(picture.bytes, layout, mask, limits)
    case .jpeg2000, .jbig2, .fax, .unknown: throw .unsupported
    }
  }
}

/// A colour and its opacity, eight bits each.
struct Pixel: Hashable {
  var red: UInt8
  var green: UInt8
  var blue: UInt8
  var alpha: UInt8 = 255

  static let clear = Pixel(red: 255, green: 255, blue: 255, alpha: 0)
}

/// Makes a reduced raster of rows that come from the top, by averaging squares of whole pixels on white paper.
struct RowReducer {
  let sourceWidth: Int
  let sourceHeight: Int
  private let rowLength: Int
  private let rowCount: Int
  /// The side of a square, in source pixels.
  let factor: Int
  private let width: Int
  private let height: Int
  private var sums: [UInt32]
  private var rows = 0
  private var pixels: [UInt8]

  /// - Parameter scaled: the size that the rows have where the decoder has already reduced them.
  init(width: Int, height: Int, source: (width: Int, height: Int)? = nil, longSide: Int) {
    rowLength = width
    rowCount = height
    sourceWidth = source?.width ?? width
    sourceHeight = source?.height ?? height
    factor = max(1, (max(width, height) + longSide - 1) / max(1, longSide))
    self.width = max(1, width / factor)
    self.height = max(1, height / factor)
    sums = [UInt32](repeating: 0, count: self.width * 3)
    pixels = []
    pixels.reserveCapacity(self.width * self.height * 3)
  }

  /// Adds a row of `width` RGBA pixels; a shorter one is blank at its end.
  mutating func add(_ row: UnsafeBufferPointer<UInt8>) {
    guard pixels.count < width * height * 3 else { return }
    if factor == 1, row.count >= width * 4 { return addWhole(row) }
    let span = min(factor, rowLength)
    var offset = 0
    for x in 0..<width {
      var red: UInt32 = 0
      var green: UInt32 = 0
      var blue: UInt32 = 0
      for _ in 0..<span {
        guard offset &+ 3 < row.count else {
          red &+= 255
          green &+= 255
          blue &+= 255
          continue
        }
        let alpha = UInt32(row[offset &+ 3])
        if alpha == 255 {
          red &+= UInt32(row[offset])
          green &+= UInt32(row[offset &+ 1])
          blue &+= UInt32(row[offset &+ 2])
        } else {
          let paper = (255 &- alpha) &* 255
          red &+= (UInt32(row[offset]) &* alpha &+ paper) / 255
          green &+= (UInt32(row[offset &+ 1]) &* alpha &+ paper) / 255
          blue &+= (UInt32(row[offset &+ 2]) &* alpha &+ paper) / 255
        }
        offset &+= 4
      }
      sums[x &* 3] &+= red
      sums[x &* 3 &+ 1] &+= green
      sums[x &* 3 &+ 2] &+= blue
    }
    rows += 1
    if rows == min(factor, rowCount) { finishRow(span) }
  }

  /// Adds a row as it is.
  private mutating func addWhole(_ row: UnsafeBufferPointer<UInt8>) {
    var offset = 0
    for _ in 0..<width {
      let alpha = UInt32(row[offset &+ 3])
      let paper = (255 &- alpha) &* 255
      for channel in 0..<3 {
        let value = UInt32(row[offset &+ channel])
        pixels.append(
          UInt8(truncatingIfNeeded: alpha == 255 ? value : (value &* alpha &+ paper) / 255))
      }
      offset &+= 4
    }
  }

  /// Adds rows that lie one behind the other.
  mutating func addRows(of samples: UnsafeBufferPointer<UInt8>) {
    let stride = rowLength * 4
    guard stride > 0 else { return }
    var start = 0
    while start + stride <= samples.count {
      add(UnsafeBufferPointer(rebasing: samples[start..<start + stride]))
      start += stride
    }
  }

  private mutating func finishRow(_ span: Int) {
    let area = UInt32(span * rows)
    for index in sums.indices {
      pixels.append(UInt8(truncatingIfNeeded: min(255, sums[index] / max(1, area))))
      sums[index] = 0
    }
    rows = 0
  }

  /// The raster; rows that never came are blank.
  mutating func finished() -> Raster {
    let missing = width * height * 3 - pixels.count
    if missing > 0 { pixels.append(contentsOf: repeatElement(255, count: missing)) }
    return Raster(
      width: width, height: height, pixels: pixels, sourceWidth: sourceWidth, sourceHeight: sourceHeight)
  }
}
