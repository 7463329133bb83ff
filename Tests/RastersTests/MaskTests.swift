import DocumentModel
import Testing

@testable import Rasters

/// A picture with a mask beside it looks as it would on white paper.
@Suite struct MaskTests {
  private static let side = 240

  /// A seal as it stands on white.
  private static func seal(_ side: Int = side, color: Drawing.Color = Drawing.red) -> Drawing {
    var drawing = Drawing(side, side)
    let middle = Double(side) / 2
    drawing.seal(x: middle, y: middle, radius: middle * 0.96, color: color)
    return drawing
  }

  /// The opacity of that seal: its ink.
  private static func levels(_ side: Int = side) -> Picture.Mask {
    let pixels = seal(side).pixels
    return .levels(
      stride(from: 0, to: pixels.count, by: 4).map { pixels[$0 + 1] < 128 ? 255 : 0 }, width: side,
      height: side)
  }

  /// Red all over.
  private static func red(_ side: Int) -> Drawing {
    var drawing = Drawing(side, side)
    drawing.paint { _, _ in true }
    return drawing
  }

  /// The same seal with black where nothing is to be seen.
  private static var onBlack: Drawing {
    var drawing = seal()
    for at in stride(from: 0, to: drawing.pixels.count, by: 4) where drawing.pixels[at + 1] >= 128 {
      (drawing.pixels[at], drawing.pixels[at + 1], drawing.pixels[at + 2]) = (0, 0, 0)
    }
    return drawing
  }

  private func isSeal(_ picture: Picture) throws -> Bool {
    let ink = PictureInk(try Raster(picture))
    guard let patch = ink.patches.first else { return false }
    return patch.isRed && !patch.isFaded && patch.ringSectors >= 66 && patch.glyphRuns >= 8
      && (0.08...0.45).contains(patch.coverage) && patch.darkShare < 0.2
  }

  @Test func samplesUnderAMask() throws {
    var picture = Self.onBlack.samples
    #expect(try !isSeal(picture))
    picture.mask = Self.levels()
    #expect(try isSeal(picture))
  }

  /// Colours that are blended with black already, half as dark where the mask is half clear, are those of a red
  /// seal and not of a dark one (ISO 32000-1, 11.6.5.3).
  @Test func coloursAreFreedOfTheirMatte() throws {
    let layout = SampleLayout(width: 3, height: 1, bitsPerComponent: 8, space: .rgb)
    var picture = Picture(
      encoding: .samples(layout), bytes: [115, 15, 20, 64, 0, 0, 0, 0, 0],
      mask: .levels([128, 64, 0], width: 3, height: 1), matte: Color(rgb: 0))
    // 115 at half is 229, on white paper 242.
    let seen = [242, 142, 147, 255, 191, 191, 255, 255, 255]
    func isSeen() throws -> Bool {
      zip(try Raster(picture).pixels, seen).allSatisfy { abs(Int($0) - $1) <= 1 }
    }
    #expect(try isSeen())
    picture.matte = Color(rgb: 0xFF_FFFF)
    picture.bytes = seen.map { UInt8($0) }
    #expect(try isSeen())
    picture.matte = nil
    #expect(try !isSeen())
  }

  @Test func aSealBlendedWithBlack() throws {
    var picture = Self.seal(color: (115, 10, 10)).jpeg
    let clear = Self.levels()
    guard case .levels(let levels, let width, let height) = clear else { return }
    picture.mask = .levels(levels.map { $0 / 2 }, width: width, height: height)
    #expect(try Raster(picture).pixels.min().map { $0 < 140 } == true)
    picture.matte = Color(rgb: 0)
    let raster = try Raster(picture)
    #expect(stride(from: 0, to: raster.pixels.count, by: 3).allSatisfy { raster.pixels[$0] > 200 })
  }

  /// Masks are often finer, or coarser, than what they are laid over.
  @Test(arguments: [120, 240, 700, 1_500]) func jpegUnderAMask(_ side: Int) throws {
    var picture = Self.red(30).jpeg
    #expect(try !isSeal(picture))
    picture.mask = Self.levels(side)
    #expect(try isSeal(picture))
  }

  @Test func aLargeJPEGIsReducedWithItsMask() throws {
    var picture = Self.onBlack.jpeg
    #expect(try !isSeal(picture))
    picture.mask = Self.levels()
    #expect(try isSeal(picture))
    let raster = try Raster(picture)
    #expect(raster.sourceWidth == 8 * Self.side && max(raster.width, raster.height) <= 512)
  }

  /// Red all over: the mask alone has the shape.
  @Test func onePixelUnderAMask() throws {
    var picture = Self.red(1).samples
    picture.mask = Self.levels(900)
    #expect(try isSeal(picture))
    #expect(try Raster(picture).sourceWidth == 900)
  }

  @Test(arguments: [false, true]) func aMaskMayBeAJPEG(isInverted: Bool) throws {
    let paper: Drawing.Color = isInverted ? (255, 255, 255) : (0, 0, 0)
    var shape = Drawing(Self.side, Self.side)
    shape.paint(paper) { _, _ in true }
    shape.seal(x: 120, y: 120, radius: 115, color: isInverted ? (0, 0, 0) : (255, 255, 255))
    var picture = Self.red(30).jpeg
    picture.mask = .jpeg(shape.jpeg.bytes, isInverted: isInverted)
    #expect(try isSeal(picture))
  }

  @Test func clearColours() throws {
    var samples = Self.onBlack.samples
    samples.mask = .key([0...20, 0...20, 0...20])
    #expect(try isSeal(samples))
    var jpeg = Self.onBlack.jpeg
    jpeg.mask = .key([0...40, 0...40, 0...40])
    #expect(try isSeal(jpeg))
  }

  @Test func whatCannotBeHadIsRefused() throws {
    var picture = Self.seal().samples
    for mask: Picture.Mask in [
      .unread, .jpeg([1, 2, 3], isInverted: false), .levels([1], width: 2, height: 2),
      .levels([], width: 0, height: 0),
    ] {
      picture.mask = mask
      #expect(throws: RasterError.self) { try Raster(picture) }
    }
  }
}
