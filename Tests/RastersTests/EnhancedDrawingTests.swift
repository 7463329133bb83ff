import DocumentModel
import Foundation
import Testing

@testable import Rasters

/// Metafiles that hold no bitmap and draw.
@Suite struct EnhancedDrawingTests {
  private static let red = 0x00_12_00_E6

  private static func star() -> [(x: Int, y: Int)] {
    (0..<10).map { tip in
      let angle = Double(tip) * .pi / 5
      let reach = tip % 2 == 0 ? 15.0 : 6.0
      return (Int((50 + reach * sin(angle)).rounded()), Int((50 - reach * cos(angle)).rounded()))
    }
  }

  /// A ring, a star and eleven characters along the ring.
  private static func seal(_ color: Int = red) -> DrawnMetafile {
    var file = DrawnMetafile()
    file.select(pen: color, width: 3, brush: nil)
    file.add(42, 3, 3, 97, 97)
    file.select(pen: color, width: 0, brush: color)
    file.add(86, points: star())
    file.add(24, color)
    file.add(22, 24)
    for index in 0..<11 {
      let turn = 120.0 - Double(index) * 24
      let angle = turn * .pi / 180
      let (x, y) = (50 - 33 * sin(angle), 50 - 33 * cos(angle))
      file.character(
        0x4E91, x: Int(x - 5 * cos(angle)), y: Int(y + 5 * sin(angle)), size: 11, turn: Int(turn * 10))
    }
    return file
  }

  @Test func aDrawnSealIsOne() throws {
    let raster = try Raster(Self.seal().picture)
    #expect(max(raster.width, raster.height) == 512)
    let patch = try #require(PictureInk(raster).patches.first)
    #expect(patch.isRed && patch.ringSectors >= 68)
    #expect(patch.glyphRuns >= 8, "\(patch.glyphRuns)")
    #expect((0.08...0.45).contains(patch.coverage), "\(patch.coverage)")
    #expect(patch.centreShare > 0.1)
  }

  @Test func pathsAndCurvesDraw() throws {
    var file = DrawnMetafile()
    file.select(pen: Self.red, width: 0, brush: Self.red)
    file.add(59)
    file.add(27, 10, 10)
    file.add(54, 90, 10)
    file.add(54, 90, 90)
    file.add(61)
    file.add(60)
    file.add(62)
    let raster = try Raster(file.picture)
    func isRed(_ x: Int, _ y: Int) -> Bool { raster.pixels[(y * raster.width + x) * 3 + 1] < 100 }
    #expect(isRed(360, 150) && !isRed(150, 360) && !isRed(20, 20))
  }

  @Test func transformationsMove() throws {
    var file = DrawnMetafile()
    file.select(pen: Self.red, width: 0, brush: Self.red)
    let numbers = [0.5, 0, 0, 0.5, 40, 40].map { Int(Float($0).bitPattern) }
    file.add(33)
    file.add(35, numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5])
    file.add(43, 0, 0, 20, 20)
    file.add(34, -1)
    let ink = PictureInk(try Raster(file.picture))
    let region = try #require(ink.patches.first?.region)
    #expect(abs(region.left - 0.4) < 0.02 && abs(region.width - 0.1) < 0.02)
  }

  @Test func whatIsNotKnownIsNotHalfDrawn() {
    var file = Self.seal()
    file.add(118, 0, 0, 0, 0, 0, 0, 0)
    #expect(throws: RasterError.unsupported) { try Raster(file.picture) }
    #expect(throws: RasterError.unsupported) { try Raster(DrawnMetafile().picture) }
  }

  @Test func survivesDamage() {
    let bytes = Self.seal().picture.bytes
    var random = Random(seed: 11)
    for _ in 0..<400 {
      var damaged = bytes
      for _ in 0..<3 {
        damaged[Int(random.next() % UInt64(bytes.count))] =
          [0, 1, 0x7F, 0x80, 0xFF, 0xFE][Int(random.next() % 6)]
      }
      _ = try? Raster(Picture(encoding: .emf, bytes: damaged))
    }
  }
}
