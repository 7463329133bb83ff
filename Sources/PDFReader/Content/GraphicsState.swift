/// The part of the graphics state that tells how text looks and where it stands (ISO 32000-1, 8.4 and 9.3).
///
/// A plain value without references, so that `q` and `Q` copy bytes.
struct GraphicsState {
  /// From user space to the page as a reader sees it, in points from the top left corner.
  var matrix = PDFMatrix.identity
  var fill = Paint()
  var stroke = Paint()
  /// In user space; 0 is the thinnest line (ISO 32000-1, 8.4.3.2).
  var lineWidth = 1.0
  /// The bounds of the clipping path, on the page.
  var clip: Bounds
  /// The soft mask, and what the groups around leave of what is painted (ISO 32000-1, 11.3.7.2).
  var mask = Veil()
  var group = Veil()

  /// The index of the font in the machine's table; negative without one.
  var font: Int32 = -1
  var fontSize = 0.0
  var characterSpacing = 0.0
  var wordSpacing = 0.0
  /// Horizontal scaling as a factor.
  var scale = 1.0
  var leading = 0.0
  var rise = 0.0
  /// The rendering mode (ISO 32000-1, table 106).
  var mode: UInt8 = 0

  /// The colour and opacity of painting.
  struct Paint: Hashable {
    /// `0xRRGGBB`.
    var rgb: UInt32 = 0
    var space = PaintSpace.gray
    var alpha = 1.0

    /// Whether it is red as seals are, or near it.
    var isRed: Bool { rgb.isRed }
    /// Whether it leaves no mark on white paper.
    var isWhite: Bool {
      (rgb >> 16) & 0xFF >= 250 && (rgb >> 8) & 0xFF >= 250 && rgb & 0xFF >= 250
    }
  }
}

extension GraphicsState {
  /// What lies over all that is painted, whatever the alpha of each thing.
  struct Veil: Hashable {
    var alpha = 1.0
    /// Whether a mask has places of its own, so that what is painted may show or not.
    var isUndecided = false
    /// Whether what lies beneath shows through the colours (ISO 32000-1, 11.3.5).
    var isBlended = false
  }

  /// Whether a paint leaves no mark whatever lies beneath.
  func isTransparent(_ paint: Paint) -> Bool { paint.alpha * mask.alpha * group.alpha < 0.01 }

  /// Whether what lies beneath shows through what is filled.
  var isTranslucent: Bool {
    fill.alpha * mask.alpha * group.alpha < 1 || isMasked || mask.isBlended || group.isBlended
  }

  /// Whether nobody knows how much of what is painted shows.
  var isMasked: Bool { mask.isUndecided || group.isUndecided }

  /// Begins a transparency group: what was set for it as a whole holds for all in it, which begins anew
  /// (ISO 32000-1, 11.6.6).
  mutating func enterGroup() {
    group.alpha *= fill.alpha * mask.alpha
    group.isUndecided = isMasked
    group.isBlended = group.isBlended || mask.isBlended
    mask = Veil()
    fill.alpha = 1
    stroke.alpha = 1
  }
}

extension UInt32 {
  /// Whether a colour, `0xRRGGBB`, is far more red than anything else.
  var isRed: Bool {
    let (red, green, blue) = (Int(self >> 16) & 0xFF, Int(self >> 8) & 0xFF, Int(self) & 0xFF)
    return red >= 102 && (red - Swift.max(green, blue)) * 20 >= red * 9
  }
}

/// A rectangle on the page by its edges, y growing downwards.
struct Bounds: Hashable {
  var left: Double
  var top: Double
  var right: Double
  var bottom: Double

  /// Holds nothing, and grows with what is added.
  static let empty = Bounds(left: .infinity, top: .infinity, right: -.infinity, bottom: -.infinity)

  var width: Double { right - left }
  var height: Double { bottom - top }
  var isEmpty: Bool { !(right > left && bottom > top) }
  /// Whether nothing was ever added.
  var isUnset: Bool { !(right >= left && bottom >= top) }
  var centerX: Double { (left + right) / 2 }
  var centerY: Double { (top + bottom) / 2 }

  @inline(__always)
  mutating func add(_ x: Double, _ y: Double) {
    left = min(left, x)
    right = max(right, x)
    top = min(top, y)
    bottom = max(bottom, y)
  }

  mutating func formUnion(_ other: Bounds) {
    guard !other.isUnset else { return }
    add(other.left, other.top)
    add(other.right, other.bottom)
  }

  func intersection(_ other: Bounds) -> Bounds {
    Bounds(
      left: max(left, other.left), top: max(top, other.top), right: min(right, other.right),
      bottom: min(bottom, other.bottom))
  }

  @inline(__always)
  func contains(_ x: Double, _ y: Double, slack: Double = 0) -> Bool {
    x >= left - slack && x <= right + slack && y >= top - slack && y <= bottom + slack
  }
}
