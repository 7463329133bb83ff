import DocumentModel
import Foundation
import PDFReader
import Testing

/// What annotations draw, and circles with outlines along them.
@Suite struct StampTests {
  /// A circle of 120 points around a place, as a path.
  private static func circle(_ x: Int = 300, _ y: Int = 300, _ radius: Int = 60) -> String {
    let k = radius * 5_523 / 10_000
    let (left, right, foot, top) = (x - radius, x + radius, y - radius, y + radius)
    return "\(right) \(y) m \(right) \(y + k) \(x + k) \(top) \(x) \(top) c "
      + "\(x - k) \(top) \(left) \(y + k) \(left) \(y) c "
      + "\(left) \(y - k) \(x - k) \(foot) \(x) \(foot) c "
      + "\(x + k) \(foot) \(right) \(y - k) \(right) \(y) c h "
  }

  /// Small triangles at places beside the middle of that circle.
  private static func marks(_ places: [(x: Int, y: Int)]) -> String {
    places.map { place in
      let (x, y) = (297 + place.x, 297 + place.y)
      return "\(x) \(y) m \(x + 6) \(y) l \(x + 3) \(y + 6) l h f "
    }.joined()
  }

  private static let ring = [
    (45, 0), (42, 15), (36, 26), (26, 36), (14, 42), (0, 45), (-14, 42), (-26, 36), (-36, 26), (-42, 15),
    (-45, 0),
  ]
  private static let line = (-5...5).map { ($0 * 9, 0) }

  private func warps(_ content: String) throws -> [String] {
    try ContentPage(content).read().figures.compactMap(\.textWarp)
  }

  @Test func outlinesAlongARedCircleAreWords() throws {
    let drawn = "1 0 0 RG 1 0 0 rg 3 w " + Self.circle() + "S "
    #expect(try warps(drawn + Self.marks(Self.ring)) == ["circle"])
    #expect(try warps(drawn + Self.marks(Self.line)).isEmpty)
    #expect(try warps(drawn + Self.marks(Array(Self.ring.prefix(5)))).isEmpty)
    // Neither is red.
    #expect(try warps("0 0 1 RG 0 0 1 rg 3 w " + Self.circle() + "S " + Self.marks(Self.ring)).isEmpty)
    // The words go on around the circle: a pattern, and no seal.
    let around = Self.ring.map { ($0.0 * 3 / 2, $0.1 * 3 / 2) }
    #expect(try warps(drawn + Self.marks(Self.ring + around)).isEmpty)
  }

  @Test func aBandBetweenTwoCirclesIsACircle() throws {
    let band = "1 0 0 rg " + Self.circle() + Self.circle(300, 300, 57) + "f* "
    let figures = try ContentPage(band).read().figures
    #expect(figures.map(\.geometry) == ["ellipse", "ellipse"])
    #expect(figures.allSatisfy { $0.fillColor == nil && $0.lineColor == Color(rgb: 0xFF0000) })
    #expect(try warps(band + Self.marks(Self.ring)) == ["circle"])
    // A disc and another beside it are discs.
    let discs = "1 0 0 rg " + Self.circle() + Self.circle(450, 300, 57) + "f "
    #expect(try ContentPage(discs).read().figures.allSatisfy { $0.fillColor == Color(rgb: 0xFF0000) })
  }

  @Test func aBandOfShortLinesIsACircle() throws {
    // As some programs write the outline of a line, and a little wider than high, as it was drawn by hand.
    func polygon(_ radius: Double, _ close: String) -> String {
      let corners = stride(from: 0, to: 360, by: 3).map { degree -> String in
        let angle = Double(degree) * .pi / 180
        return "\(300 + radius * 1.04 * cos(angle)) \(300 + radius * sin(angle))"
      }
      return corners.enumerated().map { "\($1) \($0 == 0 ? "m" : "l")" }.joined(separator: " ") + close
    }
    // The end of the second is at its beginning, and does not say so.
    let band = "1 0 0 rg " + polygon(58, " h ") + polygon(60, " 362.4 300 l ") + "f "
    let figures = try ContentPage(band).read().figures
    #expect(figures.map(\.geometry) == ["ellipse", "ellipse"])
    #expect(figures.allSatisfy { $0.fillColor == nil && $0.lineColor == Color(rgb: 0xFF0000) })
    #expect(try warps(band + Self.marks(Self.ring)) == ["circle"])
  }

  private func annotated(_ subtype: String, _ content: String) throws -> [Figure] {
    var page = ContentPage(
      "", entries: "/Annots[<</Type/Annot/Subtype/\(subtype)/F 4/Rect[240 240 360 360]/AP<</N 10 0 R>>>>]")
    page.objects = [("/Type/XObject/Subtype/Form/BBox[240 240 360 360]", content)]
    return try page.read().figures
  }

  @Test func annotationsDrawAsThePageDoes() throws {
    let seal = "1 0 0 RG 1 0 0 rg 3 w " + Self.circle(300, 300, 58) + "S " + Self.marks(Self.ring)
    for subtype in ["Stamp", "KGSeal"] {
      let figures = try annotated(subtype, seal)
      #expect(figures.map(\.kind) == [.shape, .shape, .stamp], "\(subtype)")
      #expect(figures[0].geometry == "ellipse" && figures[1].textWarp == "circle")
      #expect(figures[2].name == subtype && figures[2].box?.width == 120)
    }
    #expect(try annotated("Stamp", "0 0 1 RG 250 250 90 40 re S").map(\.kind) == [.stamp])
    // A frame around text is no stamp.
    #expect(try annotated("Square", "0 0 1 RG 250 250 90 40 re S").isEmpty)
  }
}
