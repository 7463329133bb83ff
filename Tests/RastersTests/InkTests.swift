import DocumentModel
import Testing

@testable import Rasters

@Suite struct InkTests {
  private func ink(_ width: Int, _ height: Int, _ draw: (inout Drawing) -> Void) throws -> PictureInk {
    var drawing = Drawing(width, height)
    draw(&drawing)
    return PictureInk(try Raster(drawing.samples))
  }

  @Test func measuresASeal() throws {
    let ink = try ink(300, 300) { $0.seal(x: 150, y: 150, radius: 145) }
    let patch = try #require(ink.patches.first)
    #expect(patch.ringSectors == 72)
    #expect(patch.glyphRuns >= 12)
    #expect((0.1...0.45).contains(patch.coverage))
    #expect(patch.centreShare > 0.5)
    #expect(abs(patch.aspect - 1) < 0.03)
    #expect(patch.isRed && !patch.isFaded)
    #expect(ink.redShare > 0.95)
  }

  @Test func findsASealOnAPage() throws {
    let ink = try ink(620, 877) { page in
      page.paint((20, 20, 20)) { x, y in
        y > 60 && y < 700 && Int(y) % 24 < 9 && x > 70 && x < 550 && Int(x) % 11 < 8
      }
      page.paint { x, y in y > 40 && y < 43 && x > 70 && x < 550 }
      page.seal(x: 430, y: 700, radius: 62)
    }
    let patch = try #require(ink.patches.first)
    #expect(patch.ringSectors >= 60)
    #expect(patch.glyphRuns >= 8)
    #expect(abs(patch.region.width * 620 - 124) < 8)
    #expect(abs(patch.region.left * 620 - 368) < 8)
  }

  @Test func tellsPaleInk() throws {
    let ink = try ink(200, 200) { $0.seal(x: 100, y: 100, radius: 95, color: (250, 160, 165)) }
    #expect(try #require(ink.patches.first).isFaded)
  }

  @Test(arguments: [(238, 195, 205), (240, 185, 213), (252, 228, 236)] as [(UInt8, UInt8, UInt8)])
  func findsASealThatIsLittleMoreThanATint(_ color: (UInt8, UInt8, UInt8)) throws {
    let ink = try ink(620, 877) { page in
      page.paint((60, 60, 90)) { x, y in
        y > 60 && y < 600 && Int(y) % 24 < 9 && x > 70 && x < 550 && Int(x) % 11 < 8
      }
      page.seal(x: 430, y: 700, radius: 62, color: color)
    }
    let patch = try #require(ink.patches.first)
    #expect(patch.isRed && patch.isFaded)
    #expect(patch.ringSectors >= 60 && patch.glyphRuns >= 8 && patch.darkShare < 0.1)
    #expect(abs(patch.region.width * 620 - 124) < 8)
  }

  @Test func thePaleEdgesOfASealAreNoSecond() throws {
    let ink = try ink(300, 300) {
      $0.seal(x: 150, y: 150, radius: 140, color: (240, 200, 205))
      $0.seal(x: 150, y: 150, radius: 138)
    }
    #expect(ink.patches.count == 1 && ink.patches.allSatisfy { !$0.isFaded })
  }

  @Test func tellsInkWithoutColour() throws {
    let ink = try ink(200, 200) { $0.seal(x: 100, y: 100, radius: 95, color: (40, 40, 40)) }
    let patch = try #require(ink.patches.first)
    #expect(!patch.isRed && patch.ringSectors == 72)
    #expect(ink.redShare == 0 && ink.darkShare > 0.9)
  }

  @Test func aDiscIsNoRing() throws {
    let ink = try ink(200, 200) { $0.paint { x, y in (x - 100) * (x - 100) + (y - 100) * (y - 100) < 9_000 } }
    let patch = try #require(ink.patches.first)
    #expect(patch.coverage > 0.7)
    #expect(patch.glyphRuns == 0)
  }

  @Test func aCircleWithoutWritingHasNone() throws {
    let ink = try ink(200, 200) {
      $0.paint { x, y in abs(((x - 100) * (x - 100) + (y - 100) * (y - 100)).squareRoot() - 90) < 5 }
    }
    let patch = try #require(ink.patches.first)
    #expect(patch.ringSectors == 72 && patch.glyphRuns < 4)
  }

  @Test func aFrameIsCoveredOnAllSides() throws {
    let ink = try ink(120, 120) {
      $0.paint { x, y in max(abs(x - 60), abs(y - 60)) < 56 && max(abs(x - 60), abs(y - 60)) > 50 }
    }
    #expect(try #require(ink.patches.first).borderShare > 0.95)
  }

  @Test func nothingHasNoPatches() throws {
    let ink = try ink(50, 50) { _ in }
    #expect(ink.patches.isEmpty && ink.inkShare == 0)
  }
}
