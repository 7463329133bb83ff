/// One of the directions that lines of text run in.
///
/// The layout works in coordinates of the line: `u` grows along it, `v` from one line to the next.
enum Orientation: Int, CaseIterable {
  case right, down, left, up

  /// The direction of an advance; `nil` for one that is askew, or for none at all.
  @inline(__always)
  init?(dx: Float, dy: Float) {
    let (width, height) = (abs(dx), abs(dy))
    // Within 1.5°, by which scans are straightened.
    if height <= width * 0.026 {
      guard width > 0 else { return nil }
      self = dx > 0 ? .right : .left
    } else if width <= height * 0.026 {
      self = dy > 0 ? .down : .up
    } else {
      return nil
    }
  }

  /// By how much lines are turned, clockwise.
  var degrees: Int { rawValue * 90 }

  @inline(__always)
  func place(_ x: Float, _ y: Float) -> (u: Float, v: Float) {
    switch self {
    case .right: (x, y)
    case .down: (y, -x)
    case .left: (-x, -y)
    case .up: (-y, x)
    }
  }

  func place(_ bounds: Bounds) -> Bounds {
    switch self {
    case .right: bounds
    case .down: Bounds(left: bounds.top, top: -bounds.right, right: bounds.bottom, bottom: -bounds.left)
    case .left:
      Bounds(left: -bounds.right, top: -bounds.bottom, right: -bounds.left, bottom: -bounds.top)
    case .up: Bounds(left: -bounds.bottom, top: bounds.left, right: -bounds.top, bottom: bounds.right)
    }
  }

  /// From coordinates of the line back to the page.
  func unplace(_ bounds: Bounds) -> Bounds {
    switch self {
    case .right: bounds
    case .down: Orientation.up.place(bounds)
    case .left: Orientation.left.place(bounds)
    case .up: Orientation.down.place(bounds)
    }
  }
}
