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
    guard let next = rest.firstTag else { return nil }
    let text = UnsafeBufferPointer(rebasing: rest[..<next])
    return text.isPlain ? text : nil
  }

  /// Sets libxml2 down behind text that starts right after the start tag.
  mutating func pass(_ text: UnsafeBufferPointer<UInt8>) {
    guard let tagEnd, let start = text.baseAddress, start == tagEnd + 1, !text.isEmpty else { return }
    for byte in text {
      if byte == 0x0A {
        line += 1
        // The `>` that libxml2 is yet to pass counts one.
        col = 0
      } else if byte & 0xC0 != 0x80 {
        col += 1
      }
    }
    let last = start + (text.count - 1)
    UnsafeMutablePointer(mutating: last).pointee = UInt8(ascii: ">")
    cur = last
  }

  /// The content of the element whose start tag is being told of, up to its end tag; `nil` when that is not
  /// certain: with an element of the same name inside, or a comment, a CDATA section or a processing
  /// instruction, which may hold what looks like the end tag.
  var content: UnsafeBufferPointer<UInt8>? {
    guard let tagEnd, let end, let name = name(before: tagEnd) else { return nil }
    let start = tagEnd + 1
    var rest = UnsafeBufferPointer(start: start, count: end - start)
    // `<` stands nowhere but at the start of a tag or of what is ruled out.
    while let open = rest.firstTag {
      rest = UnsafeBufferPointer(rebasing: rest[(open + 1)...])
      switch rest.first {
      case UInt8(ascii: "!"), UInt8(ascii: "?"): return nil
      case UInt8(ascii: "/") where rest.dropFirst().starts(with: name):
        let length = (end - start) - rest.count - 1
        return rest.dropFirst(name.count + 1).first == UInt8(ascii: ">")
          ? UnsafeBufferPointer(start: start, count: length) : nil
      default: if rest.starts(with: name) { return nil }
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
  /// Where the first `<` stands.
  fileprivate var firstTag: Int? {
    guard let baseAddress else { return nil }
    return memchr(baseAddress, Int32(UInt8(ascii: "<")), count).map {
      UnsafeRawPointer($0) - UnsafeRawPointer(baseAddress)
    }
  }

  /// Whether this is well-formed character data of ASCII without controls and of characters of two or three
  /// UTF-8 bytes, with nothing to resolve or to normalise.
  fileprivate var isPlain: Bool {
    func follows(_ index: Int) -> Bool { index < count && self[index] & 0xC0 == 0x80 }
    var index = 0
    while index < count {
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
