import DocumentModel
import Glibc

/// Looks for start tags with too many attributes before libxml2 does.
///
/// libxml2 2.9 compares every attribute of a tag with every other: 60 000 of them (a file of 138 KB) take
/// more than ten seconds. An attribute takes at least five bytes, and `<` cannot stand inside a
/// tag, so a tag with many attributes is a long run of bytes without `<`. Looking backwards from the end
/// of each window for the last `<` finds such runs while touching few of the bytes.
struct AttributeScan {
  /// The most attributes of one start tag.
  let limit: Int
  /// The most that the squares of the attribute counts of long tags may add up to: many tags just under
  /// the limit are as slow as one above it. libxml2 makes about 3 · 10⁸ comparisons a second.
  static let comparisons = 500_000_000
  /// Tags with fewer attributes cost libxml2 no more than their length.
  static let cheapCount = 100

  /// The least that an attribute takes: ` a=""`.
  private static let attributeBytes = 5

  private var window: Int { max(8, Self.attributeBytes * min(Self.cheapCount, limit)) }

  /// How the code units of a document lie in its bytes, as far as it can be told before parsing.
  enum Units {
    /// One byte a unit, and bytes below 0x80 are ASCII.
    case bytes
    case littleEndian16, bigEndian16
  }

  /// Whether a start tag has more attributes than the limit, or all together are too costly.
  func exceeds(_ bytes: UnsafeRawBufferPointer, _ units: Units) -> Bool {
    // What stands in a comment or a CDATA section is no tag, but telling so needs a look at every byte.
    units == .bytes ? suspects(bytes) && exact(bytes, units) : exact(bytes, units)
  }

  /// The quick look: may count what only looks like a tag, never misses one.
  private func suspects(_ bytes: UnsafeRawBufferPointer) -> Bool {
    guard let base = bytes.baseAddress else { return false }
    let count = bytes.count
    var open = 0
    var tally = Tally(limit: limit)
    while open < count {
      let end = min(open + 1 + window, count)
      var last = end - 1
      while last > open, bytes[last] != 0x3C { last -= 1 }
      if last > open {
        open = last
        continue
      }
      let next = memchr(base + end, 0x3C, count - end).map { UnsafeRawPointer($0) - base } ?? count
      if isStartTag(bytes, open, next) {
        // Short of the limit by its length alone, the usual case (the root with its namespaces): not counted.
        let most = (next - open) / Self.attributeBytes
        if tally.add(most > limit ? attributes(bytes, open, next) : most) { return true }
      }
      open = next
    }
    return false
  }

  private func isStartTag(_ bytes: UnsafeRawBufferPointer, _ open: Int, _ end: Int) -> Bool {
    guard open + 1 < end, bytes[open] == 0x3C else { return false }
    let first = bytes[open + 1]
    return first != 0x21 && first != 0x2F && first != 0x3F
  }

  /// The number of quoted values from a `<` to its `>`.
  private func attributes(_ bytes: UnsafeRawBufferPointer, _ open: Int, _ end: Int) -> Int {
    var quote: UInt8 = 0
    var count = 0
    for byte in bytes[open..<end] {
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == 0x3E {
        break
      } else if byte == 0x22 || byte == 0x27 {
        quote = byte
        count += 1
      }
    }
    return count
  }

  /// Sums up the cost of tags.
  private struct Tally {
    let limit: Int
    var squares = 0

    /// Whether a tag with so many attributes is one too many.
    mutating func add(_ count: Int) -> Bool {
      if count > limit { return true }
      if count > AttributeScan.cheapCount { squares += count * count }
      return squares > AttributeScan.comparisons
    }
  }

  /// The careful look at every unit, which knows comments, CDATA sections and processing instructions.
  private func exact(_ bytes: UnsafeRawBufferPointer, _ units: Units) -> Bool {
    var cursor = Cursor(bytes: bytes, units: units)
    var tally = Tally(limit: limit)
    while cursor.skip(past: "<") {
      switch cursor.peek {
      case 0x2F: continue
      case 0x3F: cursor.skip(past: "?>")
      case 0x21:
        if cursor.take("!--") {
          cursor.skip(past: "-->")
        } else if cursor.take("![CDATA[") {
          cursor.skip(past: "]]>")
        } else {
          return false  // A document type, at which the parse ends; or malformed.
        }
      default: if tally.add(cursor.attributes()) { return true }
      }
    }
    return false
  }
}

/// Walks over the code units of a document.
private struct Cursor {
  let bytes: UnsafeRawBufferPointer
  let units: AttributeScan.Units
  var offset = 0

  init(bytes: UnsafeRawBufferPointer, units: AttributeScan.Units) {
    self.bytes = bytes
    self.units = units
  }

  /// The unit here, or 0 at the end, which no document contains.
  var peek: UInt16 { unit(at: offset) }

  private var width: Int { units == .bytes ? 1 : 2 }

  private func unit(at offset: Int) -> UInt16 {
    guard offset + width <= bytes.count else { return 0 }
    switch units {
    case .bytes: return UInt16(bytes[offset])
    case .littleEndian16: return UInt16(bytes[offset]) | UInt16(bytes[offset + 1]) << 8
    case .bigEndian16: return UInt16(bytes[offset]) << 8 | UInt16(bytes[offset + 1])
    }
  }

  /// Goes past the text when it stands here.
  mutating func take(_ text: StaticString) -> Bool {
    for index in 0..<text.utf8CodeUnitCount
    where unit(at: offset + index * width) != UInt16(text.utf8Start[index]) { return false }
    offset += text.utf8CodeUnitCount * width
    return true
  }

  /// Goes past the next place where the text stands, or to the end.
  @discardableResult
  mutating func skip(past text: StaticString) -> Bool {
    while offset < bytes.count {
      if take(text) { return true }
      offset += width
    }
    return false
  }

  /// The number of quoted values up to the next `>` outside quotes, or up to a `<`, where libxml2 stops.
  mutating func attributes() -> Int {
    var quote: UInt16 = 0
    var count = 0
    while offset < bytes.count {
      let unit = peek
      if unit == 0x3C { return count }
      offset += width
      if quote != 0 {
        if unit == quote { quote = 0 }
      } else if unit == 0x3E {
        return count
      } else if unit == 0x22 || unit == 0x27 {
        quote = unit
        count += 1
      }
    }
    return count
  }
}
