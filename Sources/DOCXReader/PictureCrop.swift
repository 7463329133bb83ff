import Markup

/// How much of a picture is cut off on each side, as shares of its width and height. What is cut off stays in
/// the file, where anybody can bring it back.
struct PictureCrop {
  private var left = 0.0
  private var top = 0.0
  private var right = 0.0
  private var bottom = 0.0

  /// `a:srcRect` (ECMA-376-1, 20.1.8.55): thousandths of a percent, or in the strict format `12.5%`.
  init(sourceRectangle attributes: XMLAttributes) {
    func share(_ name: Name) -> Double { attributes.value(name).map { Self.share($0, whole: 100_000) } ?? 0 }
    left = share(.l)
    top = share(.t)
    right = share(.r)
    bottom = share(.b)
  }

  /// `v:imagedata` (ECMA-376-4, 19.1.2.11): `6554f` in 65 536ths, or a fraction.
  init(imageData attributes: XMLAttributes) {
    func share(_ name: Name) -> Double { attributes.value(name).map { Self.share($0, whole: 1) } ?? 0 }
    left = share(.cropleft)
    top = share(.croptop)
    right = share(.cropright)
    bottom = share(.cropbottom)
  }

  /// The share of the picture's area that does not show, from 0 to 1; `nil` when all of it shows.
  var hiddenShare: Double? {
    // A negative crop is a margin around the picture.
    func shown(_ a: Double, _ b: Double) -> Double { max(0, 1 - max(0, a) - max(0, b)) }
    let hidden = 1 - shown(left, right) * shown(top, bottom)
    return hidden > 0 ? hidden : nil
  }

  private static func share(_ bytes: Bytes, whole: Double) -> Double {
    guard let last = bytes.last, bytes.count <= 24 else { return 0 }
    let unit: Double? = last == UInt8(ascii: "%") ? 100 : last == UInt8(ascii: "f") ? 65_536 : nil
    let number = unit == nil ? bytes : Bytes(rebasing: bytes.dropLast())
    guard let value = Double(number.string), value.isFinite else { return 0 }
    return min(1, max(-1, value / (unit ?? whole)))
  }
}
