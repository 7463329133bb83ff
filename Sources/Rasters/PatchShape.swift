import DocumentModel
import Glibc

/// The shape of the ink around a middle, looked at along rays and circles.
struct PatchShape {
  private(set) var field: InkField
  /// The middle, in pixels from the upper left corner, and the half axes.
  var x: Double
  var y: Double
  var a: Double
  var b: Double

  init(_ field: InkField, around area: InkField.Area) {
    self.field = field
    x = Double(area.left + area.right) / 2
    y = Double(area.top + area.bottom) / 2
    a = max(1, Double(area.width) / 2)
    b = max(1, Double(area.height) / 2)
  }

  /// The same shape looked at in other inks.
  func on(_ field: InkField) -> PatchShape {
    var shape = self
    shape.field = field
    return shape
  }

  static let sectors = 72
  /// Rays a sector.
  private static let rays = 3

  private static let directions: [(x: Double, y: Double)] = (0..<sectors * rays).map {
    let angle = (Double($0) + 0.5) / Double(sectors * rays) * 2 * .pi
    return (cos(angle), sin(angle))
  }

  @inline(__always)
  private func has(_ direction: (x: Double, y: Double), _ radius: Double) -> Bool {
    field.has(
      Int((x + direction.x * radius * a).rounded(.down)), Int((y + direction.y * radius * b).rounded(.down)))
  }

  /// The step of a ray: half a pixel of the shorter axis.
  private var step: Double { 0.5 / max(1, min(a, b)) }

  /// The sectors with ink at 0.9 to 1 of the radius. Edges of pixels are given half a pixel.
  var ringSectors: Int {
    let half = 0.5 / max(1, min(a, b))
    var count = 0
    for sector in 0..<Self.sectors {
      rays: for ray in 0..<Self.rays {
        let direction = Self.directions[sector * Self.rays + ray]
        var radius = 0.9 - half
        while radius <= 1 + half {
          if has(direction, radius) {
            count += 1
            break rays
          }
          radius += step
        }
      }
    }
    return count
  }

  /// The share of the disc out to a radius that has ink.
  func share(within limit: Double) -> Double {
    var inked = 0.0
    var all = 0.0
    for direction in Self.directions {
      var radius = step
      while radius <= limit {
        all += radius
        if has(direction, radius) { inked += radius }
        radius += step * 2
      }
    }
    return all > 0 ? inked / all : 0
  }

  /// How often ink begins along circles at 0.58 to 0.88 of the radius: the third most, so that one circle
  /// through a crooked line does not decide.
  var glyphRuns: Int {
    var runs: [Int] = []
    let count = max(180, min(720, Int(2 * .pi * max(a, b))))
    for tenth in 0..<11 {
      let radius = 0.58 + Double(tenth) * 0.03
      var starts = 0
      var wasInk = true
      for index in 0..<count {
        let angle = Double(index) / Double(count) * 2 * .pi
        let isInk = has((cos(angle), sin(angle)), radius)
        if isInk && !wasInk { starts += 1 }
        wasInk = isInk
      }
      runs.append(starts)
    }
    return runs.sorted(by: >)[2]
  }

  /// The outermost ink of each ray, as points; nothing for a ray without ink.
  private var outline: [(x: Double, y: Double)] {
    Self.directions.compactMap { direction in
      var radius = 1.45
      while radius > 0.5 {
        if has(direction, radius) { return (x + direction.x * radius * a, y + direction.y * radius * b) }
        radius -= step
      }
      return nil
    }
  }

  /// The circle that fits the outermost ink, without what sticks out of it; `nil` when none does.
  func fitted() -> PatchShape? {
    var points = outline
    var circle: (x: Double, y: Double, radius: Double)?
    for tolerance in [0.2, 0.1, 0.06] {
      guard points.count >= Self.sectors, let fit = Self.circle(through: points) else { return nil }
      circle = fit
      points = points.filter { point in
        abs(hypot(point.x - fit.x, point.y - fit.y) / fit.radius - 1) < tolerance
      }
    }
    guard let circle, circle.radius >= 5, points.count >= Self.sectors,
      circle.radius < 1.3 * max(a, b)
    else { return nil }
    var shape = self
    (shape.x, shape.y) = (circle.x, circle.y)
    (shape.a, shape.b) = (circle.radius, circle.radius)
    return shape
  }

  /// The circle of least squares (Kåsa 1976): the solution of three linear equations.
  private static func circle(
    through points: [(x: Double, y: Double)]
  ) -> (x: Double, y: Double, radius: Double)? {
    let count = Double(points.count)
    guard count > 2 else { return nil }
    let meanX = points.reduce(0) { $0 + $1.x } / count
    let meanY = points.reduce(0) { $0 + $1.y } / count
    var (uu, uv, vv, uuu, vvv, uvv, vuu) = (0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0)
    for point in points {
      let u = point.x - meanX
      let v = point.y - meanY
      uu += u * u
      uv += u * v
      vv += v * v
      uuu += u * u * u
      vvv += v * v * v
      uvv += u * v * v
      vuu += v * u * u
    }
    let determinant = uu * vv - uv * uv
    guard determinant.magnitude > 1e-9 else { return nil }
    let right = ((uuu + uvv) / 2, (vvv + vuu) / 2)
    let u = (right.0 * vv - right.1 * uv) / determinant
    let v = (right.1 * uu - right.0 * uv) / determinant
    let radius = (u * u + v * v + (uu + vv) / count).squareRoot()
    guard radius.isFinite else { return nil }
    return (u + meanX, v + meanY, radius)
  }
}
