/// Finds characters on a ring that are drawn as outlines and not set as text: many programs write the words of
/// a seal so.
extension ContentMachine {
  /// How many small shapes of a page are kept, in points how large they are, and how many circles are looked at.
  private static let outlineLimit = 20_000
  private static let outlineSizes = 1.0...60.0
  private static let circleLimit = 64
  /// A circle smaller than this, in points, is no seal.
  private static let leastWidth = 60.0
  /// Of 36 sectors of a ring those that must have something in them: a name of four characters fills as many,
  /// a line of text across the circle two or three.
  private static let leastSectors = 9

  func addOutline(of bounds: Bounds) {
    let size = max(bounds.width, bounds.height)
    guard Self.outlineSizes.contains(size), page.outlines.count < Self.outlineLimit else { return }
    page.outlines.append(PlacedOutline(x: bounds.centerX, y: bounds.centerY, size: size))
  }

  func markOutlineRings() {
    guard page.outlines.count >= Self.leastSectors else { return }
    let circles = page.shapes.filter {
      $0.geometry == "ellipse" && $0.bounds.width >= Self.leastWidth && $0.line?.isRed == true
    }
    for circle in circles.prefix(Self.circleLimit) where hasOutlines(along: circle.bounds) {
      // A band has two circles, and a seal may have an inner one.
      let isKnown = page.rings.contains {
        $0.bounds.contains(circle.bounds.centerX, circle.bounds.centerY)
          && $0.bounds.width > 0.5 * circle.bounds.width
      }
      guard !isKnown else { continue }
      page.rings.append(
        PlacedShape(geometry: "circle", bounds: circle.bounds, fill: circle.line, line: nil))
    }
  }

  /// Whether small shapes stand around the band where seals have their words, and few around the circle.
  private func hasOutlines(along circle: Bounds) -> Bool {
    let radius = circle.width / 2
    var sectors: Set<Int> = []
    var (inside, outside) = (0, 0)
    for outline in page.outlines where outline.size < 0.45 * radius {
      let x = (outline.x - circle.centerX) / radius
      let y = (outline.y - circle.centerY) / radius
      let distance = (x * x + y * y).squareRoot()
      if (0.5...0.95).contains(distance) {
        sectors.insert(Self.sector(x / distance, y / distance))
        inside += 1
      } else if (1...1.4).contains(distance) {
        outside += 1
      }
    }
    return sectors.count >= Self.leastSectors && outside * 4 <= inside
  }

  /// The sector of a direction of length 1, of 36 about equal ones.
  private static func sector(_ x: Double, _ y: Double) -> Int {
    // The angle of a point of the square around the circle: enough to tell directions apart.
    let total = abs(x) + abs(y)
    guard total > 0 else { return 0 }
    let quarter = y / total
    let turn = x < 0 ? 2 - quarter : quarter < 0 ? 4 + quarter : quarter
    return min(35, Int(turn * 9))
  }
}
