import Foundation

/// A seal of 42 mm, drawn: a red ring, a star, and the name of the office along the ring.
struct PDFSeal {
  /// The middle of it, from the lower left corner of the page.
  let x: Double
  let y: Double
  private let radius = 59.5

  /// Ring and star, as content.
  var shape: String {
    // A circle of four curves: 0.5523 is 4/3 · tan(π/8).
    let k = radius * 0.5523
    func point(_ dx: Double, _ dy: Double) -> String { "\((x + dx).pdf) \((y + dy).pdf)" }
    var path = "q 1 0 0 RG 1 0 0 rg 3 w \(point(radius, 0)) m\n"
    let curves: [[(Double, Double)]] = [
      [(radius, k), (k, radius), (0, radius)], [(-k, radius), (-radius, k), (-radius, 0)],
      [(-radius, -k), (-k, -radius), (0, -radius)], [(k, -radius), (radius, -k), (radius, 0)],
    ]
    for curve in curves { path += curve.map { point($0.0, $0.1) }.joined(separator: " ") + " c\n" }
    path += "h S\n"
    for tip in 0..<10 {
      let angle = Double.pi / 2 + Double(tip) * Double.pi / 5
      let reach = tip % 2 == 0 ? radius * 0.3 : radius * 0.115
      path += "\(point(reach * cos(angle), reach * sin(angle))) \(tip == 0 ? "m" : "l")\n"
    }
    return path + "h f Q\n"
  }

  /// A blue frame with a bar in it, as content.
  var frame: String {
    "q 0 0.2 0.7 RG 0 0.2 0.7 rg 2 w \((x - 58).pdf) \((y - 31).pdf) 116 62 re S "
      + "\((x - 40).pdf) \((y - 6).pdf) 80 12 re f Q\n"
  }

  /// The name, each character upright to the ring.
  func name(_ text: String, font: PDFFont, resource: String) -> String {
    let count = Double(text.count)
    var content = "q 1 0 0 rg 0 Tr\n"
    for (index, character) in text.enumerated() {
      let angle = Double.pi * (1.25 - 1.5 * (Double(index) + 0.5) / count)
      let (turn, reach, size) = (angle - Double.pi / 2, radius * 0.72, 14.0)
      let left = x + reach * cos(angle) - size / 2 * cos(turn)
      let foot = y + reach * sin(angle) - size / 2 * sin(turn)
      content += "BT \(resource) \(size.pdf) Tf \(cos(turn).fine) \(sin(turn).fine) \((-sin(turn)).fine) "
      content += "\(cos(turn).fine) \(left.pdf) \(foot.pdf) Tm <\(font.codes(of: String(character)))> Tj ET\n"
    }
    return content + "Q\n"
  }
}

extension Double {
  /// At most four decimals, as sines need them.
  fileprivate var fine: String {
    let parts = Int((self * 10_000).rounded())
    let digits = String(parts.magnitude % 10_000)
    return (parts < 0 ? "-" : "") + "\(parts.magnitude / 10_000)."
      + String(repeating: "0", count: 4 - digits.count) + digits
  }
}
