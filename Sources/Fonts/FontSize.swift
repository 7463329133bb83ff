/// 字号, the traditional names of font sizes, and lengths as people write them.
public enum FontSizeName {
  /// The sizes of Word and WPS, in points, largest first.
  public static let all: [(name: String, points: Double)] = [
    ("初号", 42), ("小初", 36), ("一号", 26), ("小一", 24), ("二号", 22), ("小二", 18), ("三号", 16), ("小三", 15),
    ("四号", 14), ("小四", 12), ("五号", 10.5), ("小五", 9), ("六号", 7.5), ("小六", 6.5), ("七号", 5.5), ("八号", 5),
  ]

  /// The name of a size that has one, in points: `小二` for 18.
  public static func name(ofPoints points: Double) -> String? {
    all.first { ($0.points - points).magnitude < 0.01 }?.name
  }

  /// The size of a name, in points; understands `小二`, `小二号`, `小2号`, `2号`, `４号`.
  public static func points(named name: String) -> Double? {
    var key: [Unicode.Scalar] = []
    for scalar in name.unicodeScalars {
      switch scalar {
      case " ", "\u{3000}", "\u{A0}", "号", "號": continue
      default: key.append(digitNames[scalar] ?? scalar)
      }
    }
    guard (1...2).contains(key.count) else { return nil }
    if key.count == 1 { key.append("号") }
    return all.first { Array($0.name.unicodeScalars) == key }?.points
  }

  private static let digitNames: [Unicode.Scalar: Unicode.Scalar] = [
    "0": "初", "1": "一", "2": "二", "3": "三", "4": "四", "5": "五", "6": "六", "7": "七", "8": "八",
    "１": "一", "２": "二", "３": "三", "４": "四", "５": "五", "６": "六", "７": "七", "８": "八",
  ]

  /// A size as Chinese reports print it: `小三（15磅）`, `13磅（非标准字号）`.
  public static func display(points: Double) -> String {
    if let name = name(ofPoints: points) { return "\(name)（\(plain(points))磅）" }
    return "\(plain(points))磅（非标准字号）"
  }

  /// A length as a spec writes it, in points: `小二`, `18pt`, `18磅`, `37mm`, `3.7厘米`, `1in`.
  ///
  /// `nil` for anything else, a number without a unit included.
  public static func points(ofLength text: String) -> Double? {
    if let named = points(named: text) { return named }
    let text = text.filter { $0 != " " && $0 != "\u{3000}" }
    for (unit, points) in units where text.hasSuffix(unit) {
      let number = text.dropLast(unit.count)
      guard number.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == 0x2E }),
        let value = Double(number), value.isFinite
      else { return nil }
      return value * points
    }
    return nil
  }

  private static let units: [(String, Double)] = [
    ("pt", 1), ("磅", 1), ("mm", 72 / 25.4), ("毫米", 72 / 25.4), ("cm", 720 / 25.4), ("厘米", 720 / 25.4),
    ("in", 72),
    ("英寸", 72),
  ]

  /// At most two decimals, no trailing zeros; by hand, because nothing this low imports `Foundation`.
  private static func plain(_ value: Double) -> String {
    guard value.isFinite, value.magnitude < 1e9 else { return "\(value)" }
    let hundredths = Int(value * 100 + (value < 0 ? -0.5 : 0.5))
    let (whole, rest) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
    let sign = hundredths < 0 ? "-" : ""
    if rest == 0 { return "\(sign)\(whole)" }
    return rest % 10 == 0 ? "\(sign)\(whole).\(rest / 10)" : "\(sign)\(whole).\(rest < 10 ? "0" : "")\(rest)"
  }
}
