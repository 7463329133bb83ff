import DocumentModel
import Testing

@testable import Rasters

@Suite struct DecodingTests {
  static let drawing: Drawing = {
    var drawing = Drawing(30, 22)
    drawing.paint { x, y in x > 10 && x < 20 && y > 5 && y < 15 }
    return drawing
  }()

  /// The same picture in every form that is written here.
  static let forms: [(name: String, picture: Picture)] = [
    ("samples", drawing.samples),
    ("bmp", Picture(encoding: .bmp, bytes: drawing.bmp)),
    ("emf", Picture(encoding: .emf, bytes: drawing.emf)),
    ("wmf", Picture(encoding: .wmf, bytes: drawing.wmf)),
    ("gif", Picture(encoding: .gif, bytes: drawing.gif)),
    ("tiff", Picture(encoding: .tiff, bytes: drawing.tiff())),
    ("tiff packed", Picture(encoding: .tiff, bytes: drawing.tiff(compression: 32_773, strip: packed))),
    ("tiff tiled", Picture(encoding: .tiff, bytes: drawing.tiledTIFF())),
    (
      "tiff tiled and packed",
      Picture(encoding: .tiff, bytes: drawing.tiledTIFF(compression: 32_773, strip: packed))
    ),
    ("png", Picture(encoding: .png, bytes: whole(drawing)?.png ?? [])),
  ]

  private static func packed(_ bytes: [UInt8]) -> [UInt8] {
    stride(from: 0, to: bytes.count, by: 128).flatMap { start in
      let part = bytes[start..<min(start + 128, bytes.count)]
      return [UInt8(part.count - 1)] + part
    }
  }

  private static func whole(_ drawing: Drawing) -> Raster? { try? Raster(drawing.samples) }

  @Test(arguments: forms.indices) func decodes(_ form: Int) throws {
    let raster = try Raster(Self.forms[form].picture)
    #expect(raster.width == 30 && raster.height == 22)
    func pixel(_ x: Int, _ y: Int) -> [UInt8] {
      Array(raster.pixels[(y * 30 + x) * 3..<(y * 30 + x) * 3 + 3])
    }
    #expect(pixel(15, 10) == [230, 0, 18], "\(Self.forms[form].name)")
    #expect(pixel(3, 3) == [255, 255, 255])
    #expect(pixel(15, 19) == [255, 255, 255])
  }

  @Test func encodingIsToldByTheBytes() {
    for (name, picture) in Self.forms where name != "samples" {
      #expect(Picture.Encoding(of: picture.bytes) == picture.encoding, "\(name)")
    }
  }

  /// Cut anywhere, or with any byte changed, a picture is decoded or refused.
  @Test(arguments: forms.indices) func survivesDamage(_ form: Int) {
    let picture = Self.forms[form].picture
    var random = Random(seed: UInt64(form) + 1)
    for cut in stride(from: 0, to: picture.bytes.count, by: max(1, picture.bytes.count / 60)) {
      _ = try? Raster(Picture(encoding: picture.encoding, bytes: Array(picture.bytes.prefix(cut))))
    }
    for _ in 0..<150 {
      var bytes = picture.bytes
      for _ in 0..<3 {
        // The heads, where sizes and offsets are, more than the rest.
        let limit = random.next() % 2 == 0 ? min(130, bytes.count) : bytes.count
        guard limit > 0 else { continue }
        bytes[Int(random.next() % UInt64(limit))] = [0, 1, 0x7F, 0x80, 0xFF, 0xFE][Int(random.next() % 6)]
      }
      _ = try? Raster(Picture(encoding: picture.encoding, bytes: bytes))
    }
  }

  @Test func refusesGarbageOfEveryKind() {
    var random = Random(seed: 7)
    let noise = (0..<3_000).map { _ in UInt8(truncatingIfNeeded: random.next()) }
    for encoding: Picture.Encoding in [.png, .jpeg, .gif, .tiff, .emf, .wmf, .jpeg2000, .fax, .unknown] {
      #expect(throws: RasterError.self) { try Raster(Picture(encoding: encoding, bytes: noise)) }
      #expect(throws: RasterError.self) { try Raster(Picture(encoding: encoding, bytes: [])) }
    }
  }

  @Test func refusesHugeDeclarations() {
    var bytes = Self.drawing.bmp
    bytes.replaceSubrange(18..<22, with: [0x21, 0x4E, 0, 0])  // 20 001
    #expect(throws: RasterError.tooLarge) { try Raster(Picture(encoding: .bmp, bytes: bytes)) }
    let layout = SampleLayout(width: .max, height: .max, bitsPerComponent: 8, space: .rgb)
    #expect(throws: RasterError.tooLarge) { try Raster(Picture(encoding: .samples(layout), bytes: [0])) }
  }

  @Test func reducesToTheLongSide() throws {
    let raster = try Raster(Drawing(1_500, 700).samples)
    #expect(raster.sourceWidth == 1_500 && raster.sourceHeight == 700)
    #expect(raster.width == 500 && raster.height == 233)
  }

  @Test func aCropIsAPictureOfItsOwn() throws {
    let raster = try #require(Self.whole(Self.drawing))
    let crop = try #require(raster.crop(Box(left: 0.25, top: 0.2, width: 0.5, height: 0.6), longSide: 20))
    #expect(max(crop.width, crop.height) <= 20)
    let again = try Raster(Picture(encoding: .png, bytes: try #require(crop.png)))
    #expect(again.pixels == crop.pixels)
    #expect(raster.crop(Box(left: 2, top: 0, width: 1, height: 1), longSide: 20) == nil)
    #expect(raster.crop(Box(left: .nan, top: 0, width: 1, height: 1), longSide: 20) == nil)
  }
}

/// Splitmix64: the same numbers on every machine.
struct Random {
  var state: UInt64
  init(seed: UInt64) { state = seed }
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
