/// A distance on the page, held in points (1 pt = 1/72 in).
public struct Length: Hashable, Sendable, Comparable {
  /// The distance in points.
  public var points: Double

  public init(points: Double) { self.points = points }

  public static func pt(_ value: Double) -> Length { Length(points: value) }
  public static func mm(_ value: Double) -> Length { Length(points: value * 72 / 25.4) }
  /// Twentieths of a point, the unit of most WordprocessingML measures (ECMA-376-1, 17.18.105).
  public static func twips(_ value: Int) -> Length { Length(points: Double(value) / 20) }
  /// Half points, the unit of font sizes (ECMA-376-1, 17.18.42).
  public static func halfPoints(_ value: Int) -> Length { Length(points: Double(value) / 2) }
  /// English metric units, the unit of DrawingML: 12 700 to a point (ECMA-376-1, 20.1.10.16).
  public static func emu(_ value: Int) -> Length { Length(points: Double(value) / 12_700) }

  /// The distance in millimetres.
  public var millimetres: Double { points * 25.4 / 72 }

  public static func < (a: Length, b: Length) -> Bool { a.points < b.points }

  /// Whether the two lengths differ by at most `tolerance`.
  public func isClose(to other: Length, tolerance: Length) -> Bool {
    abs(points - other.points) <= tolerance.points
  }
}

extension Length: CustomStringConvertible {
  /// `12pt`, `10.5pt`: at most two decimals, no trailing zeros.
  public var description: String { "\(points.plain)pt" }
}

extension Double {
  /// The number without needless decimals: `12`, `10.5`, `15.75`; at most two decimals.
  ///
  /// Written by hand because `Foundation` formatting is neither needed nor wanted this low.
  public var plain: String {
    guard isFinite, magnitude < 1e15 else { return "\(self)" }
    let hundredths = Int(self * 100 + (self < 0 ? -0.5 : 0.5))
    let (whole, rest) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
    let sign = hundredths < 0 ? "-" : ""
    if rest == 0 { return "\(sign)\(whole)" }
    return rest % 10 == 0 ? "\(sign)\(whole).\(rest / 10)" : "\(sign)\(whole).\(rest < 10 ? "0" : "")\(rest)"
  }
}
