/// FNV-1a, 64 bits: the same text gives the same digits on every machine and in every version.
struct Fingerprint {
  private var value: UInt64 = 0xCBF2_9CE4_8422_2325

  mutating func add(_ text: String) {
    for byte in text.utf8 { add(byte) }
    add(0)
  }

  /// The text without white space: what moves when a paragraph is set anew is no part of the print.
  mutating func addNormalised(_ text: some Sequence<Unicode.Scalar>) {
    for scalar in text where !scalar.properties.isWhitespace {
      for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter { add(byte) }
    }
    add(0)
  }

  private mutating func add(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }

  /// Sixteen lower-case hexadecimal digits.
  var text: String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
