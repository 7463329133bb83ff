/// A few properties out of an XMP packet (ISO 16684-1), by a scan: the packet is found in files whose XML no
/// parser takes, and four values do not need one.
struct XMPPacket {
  private let text: [UInt8]

  private static let largest = 1 << 20

  init(_ bytes: [UInt8]) {
    let isWide = bytes.starts(with: [0xFE, 0xFF]) || bytes.starts(with: [0xFF, 0xFE])
    text =
      isWide ? Array(TextString.decode(bytes).utf8.prefix(Self.largest)) : Array(bytes.prefix(Self.largest))
  }

  /// The value of a property such as `dc:title`: an attribute, an element, or the first item of a list in it.
  subscript(property: String) -> String? {
    let name = Array(property.utf8)
    if let start = find(Array("<".utf8) + name, from: 0), let open = text[start...].firstIndex(of: 0x3E) {
      let end = find(Array("</".utf8) + name, from: open) ?? text.count
      return value(Self.stripped(text[min(open + 1, end)..<end]))
    }
    guard let start = find(name + Array("=".utf8), from: 0) else { return nil }
    let quote = start + name.count + 1
    guard quote < text.count, text[quote] == 0x22 || text[quote] == 0x27,
      let end = text[(quote + 1)...].firstIndex(of: text[quote])
    else { return nil }
    return value(text[(quote + 1)..<end])
  }

  private func find(_ pattern: [UInt8], from start: Int) -> Int? {
    guard let first = pattern.first, text.count >= pattern.count else { return nil }
    var index = start
    while index <= text.count - pattern.count {
      if text[index] == first, text[index..<(index + pattern.count)].elementsEqual(pattern) { return index }
      index += 1
    }
    return nil
  }

  /// The text between tags; that of the first item where there are several.
  private static func stripped(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var rest = bytes
    while let open = rest.firstIndex(of: 0x3C) {
      let before = rest[..<open]
      if before.contains(where: { $0 > 0x20 }) { return before }
      guard let close = rest[open...].firstIndex(of: 0x3E) else { return [] }
      rest = rest[(close + 1)...]
    }
    return rest
  }

  private func value(_ bytes: ArraySlice<UInt8>) -> String? {
    let text = Self.unescaped(String(decoding: bytes, as: UTF8.self))
    let trimmed = text.drop { $0.isWhitespace }
    return trimmed.isEmpty ? nil : String(trimmed)
  }

  /// With the five entities and numbers replaced.
  private static func unescaped(_ text: String) -> String {
    guard text.contains("&") else { return text }
    var result = ""
    var rest = Substring(text)
    while let mark = rest.firstIndex(of: "&") {
      result += rest[..<mark]
      rest = rest[mark...]
      guard let end = rest.prefix(12).firstIndex(of: ";") else {
        result += "&"
        rest = rest.dropFirst()
        continue
      }
      let name = rest[rest.index(after: mark)..<end]
      result += character(name) ?? "&\(name);"
      rest = rest[rest.index(after: end)...]
    }
    return result + rest
  }

  private static func character(_ name: Substring) -> String? {
    switch name {
    case "amp": return "&"
    case "lt": return "<"
    case "gt": return ">"
    case "quot": return "\""
    case "apos": return "'"
    default:
      guard name.hasPrefix("#") else { return nil }
      let isHex = name.dropFirst().hasPrefix("x")
      let value = UInt32(name.dropFirst(isHex ? 2 : 1), radix: isHex ? 16 : 10)
      return value.flatMap { Unicode.Scalar($0) }.map { String(Character($0)) }
    }
  }
}
