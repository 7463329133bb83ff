/// Colours of the less common spaces as sRGB, near enough to tell a red seal from black text.
extension ColorSpace {
  /// - Parameter values: one for each component, from 0 to 1.
  func rgb(_ values: [Double]) -> (red: UInt8, green: UInt8, blue: UInt8) {
    func value(_ index: Int) -> Double { values.indices.contains(index) ? min(max(values[index], 0), 1) : 0 }
    func byte(_ value: Double) -> UInt8 { UInt8(min(max(value, 0), 1) * 255 + 0.5) }
    switch self {
    case .gray, .indexed:
      let level = byte(value(0))
      return (level, level, level)
    case .rgb: return (byte(value(0)), byte(value(1)), byte(value(2)))
    case .cmyk:
      let light = 1 - value(3)
      return (
        byte((1 - value(0)) * light), byte((1 - value(1)) * light), byte((1 - value(2)) * light)
      )
    case .inks:
      let level = byte(1 - (values.max() ?? 0))
      return (level, level, level)
    case .lab(let range): return Self.rgb(lab: [value(0), value(1), value(2)], range: range)
    }
  }

  /// L*a*b* by way of XYZ under D50 (CIE 15), with the matrix of sRGB adapted to it.
  private static func rgb(lab: [Double], range: [Double]) -> (red: UInt8, green: UInt8, blue: UInt8) {
    let lightness = lab[0] * 100
    let a = range[0] + lab[1] * (range[1] - range[0])
    let b = range[2] + lab[2] * (range[3] - range[2])
    func curve(_ t: Double) -> Double { t > 6.0 / 29 ? t * t * t : 108.0 / 841 * (t - 4.0 / 29) }
    let middle = (lightness + 16) / 116
    let x = 0.9642 * curve(middle + a / 500)
    let y = curve(middle)
    let z = 0.8249 * curve(middle - b / 200)
    // A square root is the curve of sRGB closely enough here.
    func byte(_ linear: Double) -> UInt8 { UInt8(min(max(linear, 0), 1).squareRoot() * 255 + 0.5) }
    return (
      byte(3.1339 * x - 1.6169 * y - 0.4906 * z), byte(-0.9785 * x + 1.9160 * y + 0.0333 * z),
      byte(0.0720 * x - 0.2290 * y + 1.4057 * z)
    )
  }
}
