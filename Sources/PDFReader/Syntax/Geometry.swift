/// A rectangle in user space with its corners in order (ISO 32000-1, 7.9.5): `left` ≤ `right`, `bottom` ≤ `top`.
struct PDFRectangle: Hashable, Sendable {
  var left: Double
  var bottom: Double
  var right: Double
  var top: Double

  /// From any two opposite corners.
  init(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double) {
    left = min(x1, x2)
    bottom = min(y1, y2)
    right = max(x1, x2)
    top = max(y1, y2)
  }

  /// A4 paper, for pages that do not say.
  static let a4 = PDFRectangle(0, 0, 595.276, 841.89)

  var width: Double { right - left }
  var height: Double { top - bottom }
  /// Whether it has no area.
  var isEmpty: Bool { !(width > 0 && height > 0) }

  /// What both have in common; `nil` when that is nothing.
  func intersection(_ other: PDFRectangle) -> PDFRectangle? {
    let left = max(self.left, other.left)
    let right = min(self.right, other.right)
    let bottom = max(self.bottom, other.bottom)
    let top = min(self.top, other.top)
    return left < right && bottom < top ? PDFRectangle(left, bottom, right, top) : nil
  }
}

/// A transformation of coordinates (ISO 32000-1, 8.3.3): x′ = ax + cy + e, y′ = bx + dy + f.
struct PDFMatrix: Hashable, Sendable {
  var a = 1.0
  var b = 0.0
  var c = 0.0
  var d = 1.0
  var e = 0.0
  var f = 0.0

  static let identity = PDFMatrix()

  /// First this one, then `next`: `Tm × CTM` is `Tm.concatenated(CTM)`.
  @inline(__always)
  func concatenated(_ next: PDFMatrix) -> PDFMatrix {
    PDFMatrix(
      a: a * next.a + b * next.c, b: a * next.b + b * next.d,
      c: c * next.a + d * next.c, d: c * next.b + d * next.d,
      e: e * next.a + f * next.c + next.e, f: e * next.b + f * next.d + next.f)
  }

  @inline(__always)
  func apply(_ x: Double, _ y: Double) -> (x: Double, y: Double) {
    (a * x + c * y + e, b * x + d * y + f)
  }

  /// The smallest upright rectangle around the image of `box`.
  func bounds(of box: PDFRectangle) -> PDFRectangle {
    let corners = [
      apply(box.left, box.bottom), apply(box.right, box.bottom), apply(box.left, box.top),
      apply(box.right, box.top),
    ]
    var result = PDFRectangle(corners[0].x, corners[0].y, corners[0].x, corners[0].y)
    for corner in corners {
      result.left = min(result.left, corner.x)
      result.right = max(result.right, corner.x)
      result.bottom = min(result.bottom, corner.y)
      result.top = max(result.top, corner.y)
    }
    return result
  }
}
