import CLibXML2
import Glibc

/// Ways past text that libxml2 need not look at itself.
///
/// While libxml2 tells of a start tag it stands on the `>` of that tag, and goes on with the content once
/// the callback returns. A callback may set it down further on, as long as it finds a `>` there: so one is
/// written over the last byte that is passed over. Lines and columns are counted on for the messages.
///
/// This is done to text in memory of ours only, which is UTF-8 and complete; text that libxml2 converts has
/// a buffer of its own.
extension xmlParserInput {
  /// The end of the start tag that is being told of, when a shortcut may be taken from there.
  private var tagEnd: UnsafePointer<UInt8>? {
    guard buf == nil, let cur, let end, cur < end, cur.pointee == UInt8(ascii: ">") else { return nil }
    return cur
  }

  /// The text between the start tag that is being told of and the next tag, when it stands there as it is
  /// meant and as XML allows it. Anything rare is left to libxml2.
  var plainText: UnsafeBufferPointer<UInt8>? {
    guard let tagEnd, let end, tagEnd + 1 < end, tagEnd[1] != UInt8(ascii: "<") else { return nil }
    let rest = UnsafeBufferPointer(start: tagEnd + 1, count: end - tagEnd - 1)
    guard let next = rest.first(UInt8(ascii: "<")) else { return nil }
    let text = UnsafeBufferPointer(rebasing: rest[..<next])
    return text.isPlain ? text : nil
  }

  /// Sets libxml2 down behind text that starts right after the start tag.
  mutating func pass(_ text: UnsafeBufferPointer<UInt8>) {
    guard let tagEnd, let start = text.baseAddress, start == tagEnd + 1, !text.isEmpty else { return }
    count(text)
    let last = start + (text.count - 1)
    UnsafeMutablePointer(mutating: last).pointee = UInt8(ascii: ">")
    cur = last
  }

  /// Counts lines and columns; the `>` that libxml2 is yet to pass counts as the one of the start tag.
  private mutating func count(_ text: UnsafeBufferPointer<UInt8>) {
    var row = text
    while let lineEnd = row.first(UInt8(ascii: "\n")) {
      line += 1
      col = 0
      row = UnsafeBufferPointer(rebasing: row[(lineEnd + 1)...])
    }
    var characters: Int32 = 0
    for byte in row { characters &+= byte & 0xC0 == 0x80 ? 0 : 1 }
    col &+= characters
  }

  /// The content of the element whose start tag is being told of, up to its end tag; `nil` when there is
  /// none or when that is not certain: with an element inside whose name starts alike, or a comment, a CDATA
  /// section or a processing instruction, which may hold what looks like the end tag.
  /// - Parameter inOnePrefix: whether every element inside must have the prefix of this one.
  func content(inOnePrefix: Bool) -> UnsafeBufferPointer<UInt8>? {
    guard let tagEnd, let end, let name = name(before: tagEnd) else { return nil }
    let colon = name.firstIndex(of: UInt8(ascii: ":"))
    if inOnePrefix, colon == nil { return nil }
    let prefix = UnsafeBufferPointer(rebasing: colon.map { name[...$0] } ?? name[..<0])
    let all = UnsafeBufferPointer(start: tagEnd + 1, count: end - tagEnd - 1)
    var rest = all
    // `<` stands nowhere but at the start of a tag or of what is ruled out.
    while let open = rest.first(UInt8(ascii: "<")) {
      rest = UnsafeBufferPointer(rebasing: rest[(open + 1)...])
      switch rest.first {
      case UInt8(ascii: "!"), UInt8(ascii: "?"): return nil
      case UInt8(ascii: "/"):
        let tag = UnsafeBufferPointer(rebasing: rest.dropFirst())
        guard tag.begins(with: name) else { continue }
        let length = all.count - rest.count - 1
        guard length > 0, tag.dropFirst(name.count).first == UInt8(ascii: ">") else { return nil }
        return UnsafeBufferPointer(rebasing: all[..<length])
      default: if rest.begins(with: name) || inOnePrefix && !rest.begins(with: prefix) { return nil }
      }
    }
    return nil
  }

  /// The name in the start tag that ends there, with its prefix.
  private func name(before tagEnd: UnsafePointer<UInt8>) -> UnsafeBufferPointer<UInt8>? {
    guard let base else { return nil }
    var start = tagEnd
    // `<` cannot stand inside a tag.
    while start > base, start[-1] != UInt8(ascii: "<") { start -= 1 }
    let tag = UnsafeBufferPointer(start: start, count: tagEnd - start)
    return UnsafeBufferPointer(rebasing: tag.prefix { $0 > 0x20 })
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Where a byte stands first.
  fileprivate func first(_ byte: UInt8) -> Int? {
    guard let baseAddress else { return nil }
    return memchr(baseAddress, Int32(byte), count).map {
      UnsafeRawPointer($0) - UnsafeRawPointer(baseAddress)
    }
  }

  fileprivate func begins(with other: UnsafeBufferPointer<UInt8>) -> Bool {
    guard count >= other.count else { return false }
    for index in 0..<other.count where self[index] != other[index] { return false }
    return true
  }

  /// Whether this is well-formed character data of ASCII without controls and of characters of two or three
  /// UTF-8 bytes, with nothing to resolve or to normalise.
  fileprivate var isPlain: Bool {
    func follows(_ index: Int) -> Bool { index < count && self[index] & 0xC0 == 0x80 }
    var index = 0
    while index < count {
      // Most of it is Chinese characters: U+3000 to U+9FFF.
      if index + 3 <= count, (0xE3...0xE9).contains(self[index]),
        self[index + 1] & 0xC0 == 0x80, self[index + 2] & 0xC0 == 0x80
      {
        index += 3
        continue
      }
      switch self[index] {
      // U+1000 to U+EFFF without what starts with 0xED, where the surrogates are.
      case 0xE1...0xEC, 0xEE:
        guard follows(index + 1), follows(index + 2) else { return false }
        index += 3
      case 0xEF:
        // U+FFFE and U+FFFF are no characters of XML.
        guard follows(index + 1), follows(index + 2), self[index + 1] != 0xBF || self[index + 2] < 0xBE else {
          return false
        }
        index += 3
      case UInt8(ascii: "&"), UInt8(ascii: "]"): return false
      case 0x20...0x7E: index += 1
      case 0xC2...0xDF:
        guard follows(index + 1) else { return false }
        index += 2
      default: return false
      }
    }
    return true
  }
}
