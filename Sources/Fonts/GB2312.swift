/// Membership in the ideographs of GB/T 2312-1980, which is all that a `*_GB2312` face draws.
public enum GB2312 {
  /// One bit for each code point from U+4E00 to U+9FFF.
  private static let bits: [UInt64] = {
    var bits = [UInt64](repeating: 0, count: 0x5200 / 64)
    let text = EmbeddedText.files.first { $0.name == "gb2312-han.tsv" }?.text ?? ""
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      let fields = line.split(separator: "\t")
      guard fields.count == 2, let high = Int(fields[0], radix: 16), (0x4E..<0xA0).contains(high) else {
        continue
      }
      for (index, digit) in fields[1].prefix(64).enumerated() {
        guard let value = digit.hexDigitValue else { continue }
        for bit in 0..<4 where value & (8 >> bit) != 0 {
          let position = (high - 0x4E) * 256 + index * 4 + bit
          bits[position / 64] |= 1 << UInt64(position % 64)
        }
      }
    }
    return bits
  }()

  /// Whether the set has the ideograph of a code point, for whoever walks over bytes.
  public static func contains(codePoint: UInt32) -> Bool {
    guard (0x4E00..<0xA000).contains(codePoint) else { return false }
    let position = Int(codePoint) - 0x4E00
    return bits[position / 64] & (1 << UInt64(position % 64)) != 0
  }

  /// Whether the set has an ideograph. 〇 (U+3007), 镕 and all of the extensions are outside it.
  public static func contains(_ scalar: Unicode.Scalar) -> Bool {
    contains(codePoint: scalar.value)
  }
}
