/// Finds glyphs that stand on a ring: the text of a seal drawn as such.
extension ContentMachine {
  /// The fewest glyphs that make a ring.
  private static let ringCount = 4

  func markRings() {
    var index = 0
    let glyphs = page.glyphs
    while index < glyphs.count {
      guard isAskew(glyphs[index]) else {
        index += 1
        continue
      }
      // The run of glyphs of like size around the first one that is askew; some stand straight by chance.
      let size = glyphs[index].size
      var start = index
      while start > 0, index - start < 3, isLike(glyphs[start - 1], size) { start -= 1 }
      var end = index + 1
      var straight = 0
      while end < glyphs.count, end - start < 200, isLike(glyphs[end], size), straight < 3 {
        straight = isAskew(glyphs[end]) ? 0 : straight + 1
        end += 1
      }
      end -= straight
      if let ring = ring(start..<end) ?? ring(index..<end) { add(ring) }
      index = max(end, index + 1)
    }
  }

  private func isAskew(_ glyph: Glyph) -> Bool {
    (glyph.dx != 0 || glyph.dy != 0) && Orientation(dx: glyph.dx, dy: glyph.dy) == nil
      && !glyph.flags.contains(.invisible)
  }

  private func isLike(_ glyph: Glyph, _ size: Float) -> Bool {
    abs(glyph.size - size) < 0.15 * size && !glyph.text.isBlank
  }

  private struct Ring {
    var glyphs: [Int]
    var x: Double
    var y: Double
    var radius: Double
  }

  /// The circle to which the baselines of some glyphs are tangents, by least squares.
  private func ring(_ range: Range<Int>) -> Ring? {
    guard range.count >= Self.ringCount else { return nil }
    let tangents = range.map { index -> (x: Double, y: Double, tx: Double, ty: Double, index: Int) in
      let glyph = page.glyphs[index]
      let (dx, dy) = (Double(glyph.dx), Double(glyph.dy))
      let length = max((dx * dx + dy * dy).squareRoot(), 1e-6)
      return (Double(glyph.x) + dx / 2, Double(glyph.y) + dy / 2, dx / length, dy / length, index)
    }
    var (xx, xy, yy, xs, ys) = (0.0, 0.0, 0.0, 0.0, 0.0)
    for one in tangents {
      let along = one.x * one.tx + one.y * one.ty
      xx += one.tx * one.tx
      xy += one.tx * one.ty
      yy += one.ty * one.ty
      xs += along * one.tx
      ys += along * one.ty
    }
    let determinant = xx * yy - xy * xy
    guard determinant > 0.05 * Double(range.count) else { return nil }
    let x = (yy * xs - xy * ys) / determinant
    let y = (xx * ys - xy * xs) / determinant
    let radii = tangents.map { (($0.x - x) * ($0.x - x) + ($0.y - y) * ($0.y - y)).squareRoot() }
    let radius = radii.reduce(0, +) / Double(radii.count)
    let members = zip(tangents, radii).filter { abs($0.1 - radius) < 0.15 * radius }.map(\.0.index)
    guard members.count >= Self.ringCount, members.count * 4 >= range.count * 3, radius > 5 else {
      return nil
    }
    return Ring(glyphs: members, x: x, y: y, radius: radius)
  }

  private func add(_ ring: Ring) {
    guard let first = ring.glyphs.first else { return }
    let glyph = page.glyphs[first]
    let reach = ring.radius + Double(glyph.size)
    page.rings.append(
      PlacedShape(
        geometry: "circle",
        bounds: Bounds(
          left: ring.x - reach, top: ring.y - reach, right: ring.x + reach, bottom: ring.y + reach),
        fill: styles[glyph.style]?.rgb, line: nil))
    for index in ring.glyphs { page.glyphs[index].flags.insert(.ring) }
  }
}
