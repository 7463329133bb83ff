/// HTML source. What stands in a literal is markup; what is interpolated is text and is escaped.
///
/// `"<b>\(name)</b>" as HTML` cannot be written unsafely: this is the one place where text becomes HTML.
struct HTML: ExpressibleByStringInterpolation, Sendable {
  private(set) var source: String

  init(stringLiteral value: String) { source = value }
  init(stringInterpolation: StringInterpolation) { source = stringInterpolation.source }

  /// Markup from the program's own files.
  init(trusted source: String) { self.source = source }

  static func += (html: inout HTML, more: HTML) { html.source += more.source }

  /// Text as HTML shows it, in element content and in quoted attributes alike. Characters that no HTML
  /// may hold, and those that would change the direction of the text around them, are shown as
  /// `\u{202E}`, as everywhere (`VisibleText`).
  static func escaped(_ text: String) -> String {
    let text = VisibleText.escaped(text)
    guard text.utf8.contains(where: { entity(of: $0) != nil }) else { return text }
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      if let entity = entity(of: byte) { bytes.append(contentsOf: entity.utf8) } else { bytes.append(byte) }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func entity(of byte: UInt8) -> String? {
    switch byte {
    case 0x26: "&amp;"
    case 0x3C: "&lt;"
    case 0x3E: "&gt;"
    case 0x22: "&quot;"
    case 0x27: "&#39;"
    default: nil
    }
  }

  struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var source = ""

    init(literalCapacity: Int, interpolationCount: Int) {
      source.reserveCapacity(literalCapacity + interpolationCount * 16)
    }

    mutating func appendLiteral(_ literal: String) { source += literal }
    mutating func appendInterpolation(_ text: String) { source += HTML.escaped(text) }
    mutating func appendInterpolation(_ number: Int) { source += String(number) }
    mutating func appendInterpolation(_ html: HTML) { source += html.source }
    mutating func appendInterpolation(_ list: [HTML]) { for html in list { source += html.source } }
    mutating func appendInterpolation(_ html: HTML?) { if let html { source += html.source } }
  }
}
