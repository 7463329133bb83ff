/// Base64 (RFC 4648, 4), for pictures that stand in a page.
enum Base64 {
  private static let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  static func text(of bytes: [UInt8]) -> String {
    var output: [UInt8] = []
    output.reserveCapacity((bytes.count + 2) / 3 * 4)
    var index = 0
    while index < bytes.count {
      let rest = bytes.count - index
      let first = Int(bytes[index]) << 16
      let second = rest > 1 ? Int(bytes[index + 1]) << 8 : 0
      let value = first | second | (rest > 2 ? Int(bytes[index + 2]) : 0)
      output.append(digits[value >> 18])
      output.append(digits[value >> 12 & 63])
      output.append(rest > 1 ? digits[value >> 6 & 63] : UInt8(ascii: "="))
      output.append(rest > 2 ? digits[value & 63] : UInt8(ascii: "="))
      index += 3
    }
    return String(decoding: output, as: UTF8.self)
  }
}
