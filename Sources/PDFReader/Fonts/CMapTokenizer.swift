/// The tokens of a CMap file, which is PostScript of a simple kind (ISO 32000-1, 9.7.5.4).
struct CMapTokenizer {
  enum Token {
    /// A string in hexadecimal digits: how many bytes, the last eight of them as a number, and where the
    /// digits are.
    case hex(count: Int, value: UInt64, digits: Range<Int>)
    case integer(Int)
    /// A name without its slash.
    case name(Range<Int>)
    /// An operator or anything else.
    case word(Range<Int>)
    case openArray
    case closeArray
    case end
  }

  let bytes: UnsafeBufferPointer<UInt8>
  private(set) var at = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  mutating func next() -> Token {
    while at < bytes.count {
      let byte = bytes[at]
      at &+= 1
      switch byte {
      case 0, 9, 10, 12, 13, 32, UInt8(ascii: ">"), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: ")"):
        continue
      case UInt8(ascii: "%"): skipComment()
      case UInt8(ascii: "("): skipString()
      case UInt8(ascii: "["): return .openArray
      case UInt8(ascii: "]"): return .closeArray
      case UInt8(ascii: "<"):
        if at < bytes.count, bytes[at] == UInt8(ascii: "<") {
          at &+= 1
        } else {
          return hexadecimal()
        }
      case UInt8(ascii: "/"): return .name(regular(from: at))
      default: return number(regular(from: at &- 1))
      }
    }
    return .end
  }

  /// Whether the bytes of a token are these.
  func matches(_ range: Range<Int>, _ word: StaticString) -> Bool {
    guard range.count == word.utf8CodeUnitCount, word.hasPointerRepresentation else { return false }
    for (index, place) in range.enumerated() where bytes[place] != word.utf8Start[index] { return false }
    return true
  }

  /// The UTF-16 units of a string in hexadecimal digits.
  func units(_ digits: Range<Int>) -> [UInt16] {
    var units: [UInt16] = []
    var value: UInt32 = 0
    var count = 0
    for place in digits {
      guard let digit = Self.digit(bytes[place]) else { continue }
      value = value << 4 | UInt32(digit)
      count += 1
      if count % 4 == 0 {
        units.append(UInt16(truncatingIfNeeded: value))
        value = 0
        if units.count == 32 { break }
      }
    }
    return units
  }

  private mutating func hexadecimal() -> Token {
    let start = at
    var value: UInt64 = 0
    var count = 0
    while at < bytes.count, bytes[at] != UInt8(ascii: ">") {
      if let digit = Self.digit(bytes[at]) {
        value = value << 4 | UInt64(digit)
        count += 1
      } else if bytes[at] > 32 {
        break  // the closing bracket is missing
      }
      at += 1
    }
    let end = at
    if at < bytes.count, bytes[at] == UInt8(ascii: ">") { at += 1 }
    return .hex(count: (count + 1) / 2, value: value, digits: start..<end)
  }

  @inline(__always)
  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte &- 0x30
    case 0x41...0x46: byte &- 0x37
    case 0x61...0x66: byte &- 0x57
    default: nil
    }
  }

  private mutating func skipComment() {
    while at < bytes.count, bytes[at] != 10, bytes[at] != 13 { at += 1 }
  }

  private mutating func skipString() {
    var depth = 1
    while at < bytes.count, depth > 0 {
      switch bytes[at] {
      case UInt8(ascii: "\\"): at += 1
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"): depth -= 1
      default: break
      }
      at += 1
    }
    at = min(at, bytes.count)
  }

  private mutating func regular(from start: Int) -> Range<Int> {
    while at < bytes.count {
      switch bytes[at] {
      case 0...32, UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "<"), UInt8(ascii: ">"),
        UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "/"),
        UInt8(ascii: "%"):
        return start..<at
      default: at += 1
      }
    }
    return start..<at
  }

  private func number(_ range: Range<Int>) -> Token {
    var value = 0
    for (index, place) in range.enumerated() {
      let byte = bytes[place]
      if index == 0, byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+"), range.count > 1 { continue }
      guard case 0x30...0x39 = byte, value < 1 << 40 else { return .word(range) }
      value = value * 10 + Int(byte - 0x30)
    }
    return .integer(bytes[range.lowerBound] == UInt8(ascii: "-") ? -value : value)
  }
}
