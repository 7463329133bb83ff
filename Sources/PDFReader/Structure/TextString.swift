/// Text strings outside content streams (ISO 32000-1, 7.9.2.2).
enum TextString {
  /// UTF-16 and UTF-8 by their marks; without one, UTF-8 where it is that, as many producers have it, else
  /// PDFDocEncoding. Never longer than the bytes.
  static func decode(_ bytes: [UInt8]) -> String {
    if bytes.starts(with: [0xFE, 0xFF]) { return utf16(bytes.dropFirst(2), bigEndian: true) }
    if bytes.starts(with: [0xFF, 0xFE]) { return utf16(bytes.dropFirst(2), bigEndian: false) }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return String(decoding: bytes.dropFirst(3), as: UTF8.self) }
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    var scalars = String.UnicodeScalarView()
    for byte in bytes {
      let special = documentEncoding[byte].flatMap { Unicode.Scalar($0) }
      scalars.append(special ?? Unicode.Scalar(byte))
    }
    return String(scalars)
  }

  /// Language marks (7.9.2.2, an escape around a code) are left out.
  private static func utf16(_ bytes: ArraySlice<UInt8>, bigEndian: Bool) -> String {
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    var isMark = false
    var index = bytes.startIndex
    while index + 1 < bytes.endIndex {
      let first = UInt16(bytes[index])
      let second = UInt16(bytes[index + 1])
      index += 2
      let unit = bigEndian ? first << 8 | second : second << 8 | first
      if unit == 0x1B {
        isMark.toggle()
      } else if !isMark {
        units.append(unit)
      }
    }
    return String(decoding: units, as: UTF16.self)
  }

  /// Where PDFDocEncoding differs from Latin-1 (ISO 32000-1, D.3).
  private static let documentEncoding: [UInt8: UInt16] = [
    0x18: 0x02D8, 0x19: 0x02C7, 0x1A: 0x02C6, 0x1B: 0x02D9, 0x1C: 0x02DD, 0x1D: 0x02DB, 0x1E: 0x02DA,
    0x1F: 0x02DC, 0x80: 0x2022, 0x81: 0x2020, 0x82: 0x2021, 0x83: 0x2026, 0x84: 0x2014, 0x85: 0x2013,
    0x86: 0x0192, 0x87: 0x2044, 0x88: 0x2039, 0x89: 0x203A, 0x8A: 0x2212, 0x8B: 0x2030, 0x8C: 0x201E,
    0x8D: 0x201C, 0x8E: 0x201D, 0x8F: 0x2018, 0x90: 0x2019, 0x91: 0x201A, 0x92: 0x2122, 0x93: 0xFB01,
    0x94: 0xFB02, 0x95: 0x0141, 0x96: 0x0152, 0x97: 0x0160, 0x98: 0x0178, 0x99: 0x017D, 0x9A: 0x0131,
    0x9B: 0x0142, 0x9C: 0x0153, 0x9D: 0x0161, 0x9E: 0x017E, 0xA0: 0x20AC,
  ]

  /// A date (ISO 32000-1, 7.9.4) as ISO 8601; as written where it is of another form.
  static func date(_ bytes: [UInt8]) -> String {
    let text = decode(bytes)
    var rest = Substring(text)
    if rest.hasPrefix("D:") { rest = rest.dropFirst(2) }
    let digits = rest.prefix { $0.isASCII && $0.isNumber }
    guard digits.count >= 4, digits.count <= 14 else { return text }
    var parts = [String(digits.prefix(4))]
    var left = digits.dropFirst(4)
    while left.count >= 2 {
      parts.append(String(left.prefix(2)))
      left = left.dropFirst(2)
    }
    var result = parts.prefix(3).joined(separator: "-")
    guard parts.count > 3 else { return result }
    result += "T" + (parts[3...] + ["00", "00"]).prefix(3).joined(separator: ":")
    let zone = rest.dropFirst(digits.count)
    guard let sign = zone.first, sign == "+" || sign == "-" else {
      return zone.hasPrefix("Z") ? result + "Z" : result
    }
    let hours = zone.dropFirst().prefix(2)
    let minutes = zone.dropFirst(3).filter { $0.isASCII && $0.isNumber }.prefix(2)
    return result + "\(sign)\(hours):\(minutes.count == 2 ? String(minutes) : "00")"
  }
}
