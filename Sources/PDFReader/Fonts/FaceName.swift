import Charsets
import Fonts

/// The name of a face taken apart: tags off, bytes decoded, styles off.
struct FaceName: Hashable, Sendable {
  /// The name as the file has it, bytes decoded.
  let raw: String
  /// The name for looking the face up.
  let plain: String
  let isBold: Bool
  let isItalic: Bool

  /// - Parameter bytes: a font name with its escapes (`#CB#CE`) already undone, as `PDFName` has it.
  init(_ bytes: [UInt8]) {
    // Longer than any name is no name (ISO 32000-1, annex C: 127 bytes).
    let bytes = Self.unescaped(Array(bytes.prefix(512)))
    let prefix = Self.subsetTagLength(bytes)
    let end = Self.endWithoutFounderTag(bytes, from: prefix)
    let tagless = Self.decode(bytes[prefix..<end])
    raw =
      String(decoding: bytes[..<prefix], as: UTF8.self) + tagless
      + Self.decode(bytes[end...])
    var styles = Styles()
    let stripped = styles.strip(tagless)
    isBold = styles.isBold
    isItalic = styles.isItalic
    if stripped == tagless {
      plain = tagless
    } else {
      // A style may be part of a face's proper name, which the table then knows.
      let table = FontTable.builtIn
      plain = table.lookUp(stripped) == nil && table.lookUp(tagless) != nil ? tagless : stripped
    }
  }

  /// Nobody can tell a face by it: `F1`, `CIDFont+F2`, `E-BZ`, `TT5`.
  var saysNothing: Bool {
    let name = plain.hasPrefix("CIDFont+") ? plain.dropFirst(8) : plain[...]
    let letters = name.unicodeScalars.count { $0.properties.isAlphabetic }
    return letters < 4 && !name.unicodeScalars.contains { $0.value >= 0x2E80 }
  }

  /// Some producers escape twice: `#23CB#23CE` leaves `#CB#CE`.
  private static func unescaped(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.contains(UInt8(ascii: "#")) else { return bytes }
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "#"), index + 2 < bytes.count,
        let value = UInt8(String(decoding: bytes[(index + 1)...(index + 2)], as: UTF8.self), radix: 16)
      {
        result.append(value)
        index += 3
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return result
  }

  /// `ABCDEF+` (ISO 32000-1, 9.6.4).
  private static func subsetTagLength(_ bytes: [UInt8]) -> Int {
    guard bytes.count > 7, bytes[6] == UInt8(ascii: "+"), bytes[..<6].allSatisfy(isUpper) else { return 0 }
    return 7
  }

  private static func isUpper(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) }
  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  /// Where the name ends before a tag that Founder's systems put behind it: `0+ZHNJFM-7`, `+ABCDEF`.
  private static func endWithoutFounderTag(_ bytes: [UInt8], from start: Int) -> Int {
    var end = bytes.count
    while end > start, isDigit(bytes[end - 1]) { end -= 1 }
    if end < bytes.count {
      guard end > start, bytes[end - 1] == UInt8(ascii: "-") else { return bytes.count }
      end -= 1
    }
    guard end - start > 7, bytes[(end - 6)..<end].allSatisfy(isUpper), bytes[end - 7] == UInt8(ascii: "+")
    else { return bytes.count }
    end -= 7
    // `FZSSK--GBK1-00+…`: the last digit numbers the part of the font.
    if end < bytes.count - 7, end - start > 2, isDigit(bytes[end - 1]), isDigit(bytes[end - 2]) { end -= 1 }
    return end
  }

  /// Text of bytes in an encoding that nobody wrote down: UTF-8, UTF-8 of bytes taken for Latin-1,
  /// GB 18030, Big5, Shift JIS.
  static func decode(_ bytes: ArraySlice<UInt8>) -> String {
    if bytes.allSatisfy({ $0 < 0x80 }) { return String(decoding: bytes, as: UTF8.self) }
    if bytes.starts(with: [0xFE, 0xFF]) { return Charset.utf16BE.decode(bytes.dropFirst(2)) }
    if let text = Charset.utf8.decodeExactly(bytes) {
      if text.unicodeScalars.contains(where: { $0.value >= 0x2E80 }) { return text }
      if text.unicodeScalars.allSatisfy({ $0.value <= 0xFF }) {
        let inner = text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
        let decoded = decodeDoubleByte(inner[...])
        return decoded.contains("\u{FFFD}") ? text : decoded
      }
    }
    return decodeDoubleByte(bytes)
  }

  private static func decodeDoubleByte(_ bytes: ArraySlice<UInt8>) -> String {
    let gb = Charset.gb18030.decodeExactly(bytes)
    if let gb, FontTable.builtIn.lookUp(gb) != nil { return gb }
    for (charset, words) in [(Charset.big5, ["明體", "楷書", "楷體", "黑體"]), (.shiftJIS, ["明朝", "ゴシック"])] {
      if let text = charset.decodeExactly(bytes), words.contains(where: { text.contains($0) }) { return text }
    }
    return gb ?? Charset.gb18030.decode(bytes)
  }
}

extension FaceName {
  /// The styles that a name ends in.
  private struct Styles {
    var isBold = false
    var isItalic = false

    private enum Meaning { case bold, italic, boldItalic, plain }

    /// Longest first; those of few letters only behind a comma or hyphen.
    private static let endings: [(text: String, meaning: Meaning, needsMark: Bool)] = [
      ("bolditalicmt", .boldItalic, false), ("bolditalic", .boldItalic, false),
      ("boldoblique", .boldItalic, false), ("semibold", .bold, false), ("demibold", .bold, false),
      ("extrabold", .bold, false), ("ultrabold", .bold, false), ("italicmt", .italic, false),
      ("oblique", .italic, false), ("boldmt", .bold, false), ("italic", .italic, false),
      ("regular", .plain, false), ("normal", .plain, true), ("bold", .bold, false), ("black", .bold, true),
      ("heavy", .bold, true), ("粗体", .bold, true), ("粗體", .bold, true), ("斜体", .italic, true),
      ("加粗", .bold, false), ("demi", .bold, true), ("w7", .bold, true), ("w8", .bold, true),
      ("w9", .bold, true), ("b", .bold, true),
    ]

    /// The name without its styles, which are noted.
    mutating func strip(_ name: String) -> String {
      var name = name[...]
      for _ in 0..<4 {
        while let last = name.last, " ,-".contains(last) { name = name.dropLast() }
        let lower = name.lowercased()
        guard
          let ending = Self.endings.first(where: { ending in
            lower.count > ending.text.count && lower.hasSuffix(ending.text)
              && (!ending.needsMark || " ,-".contains(lower.dropLast(ending.text.count).last ?? "x"))
          })
        else { break }
        name = name.dropLast(ending.text.count)
        switch ending.meaning {
        case .bold: isBold = true
        case .italic: isItalic = true
        case .boldItalic: (isBold, isItalic) = (true, true)
        case .plain: break
        }
      }
      return String(name)
    }
  }
}
