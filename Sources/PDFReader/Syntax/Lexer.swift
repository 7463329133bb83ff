/// Reads tokens of PDF syntax (ISO 32000-1, 7.2 and 7.3) from borrowed bytes.
///
/// Every read is checked against the end once a byte, by `peek`; nothing here traps or throws. Both object
/// parsing and content streams stand on it. The bytes must outlive the lexer.
struct Lexer {
  let bytes: UnsafeRawBufferPointer
  /// The next byte to read.
  var position: Int

  init(_ bytes: UnsafeRawBufferPointer, at position: Int = 0) {
    self.bytes = bytes
    self.position = max(0, position)
  }

  /// The byte at a place from `position` on; -1 past the end.
  @inline(__always)
  func peek(_ ahead: Int = 0) -> Int {
    let index = position &+ ahead
    return index < bytes.count ? Int(bytes[index]) : -1
  }

  @inline(__always)
  mutating func advance(_ count: Int = 1) { position &+= count }

  var isAtEnd: Bool { position >= bytes.count }
}

/// Classes of characters (ISO 32000-1, 7.2.2). -1, the end, is none of them.
extension Lexer {
  @inline(__always)
  static func isWhite(_ byte: Int) -> Bool {
    // NUL, TAB, LF, FF, CR, space.
    byte >= 0 && byte <= 32 && (0x1_0000_3601 as UInt64) &>> UInt64(truncatingIfNeeded: byte) & 1 == 1
  }

  @inline(__always)
  static func isDelimiter(_ byte: Int) -> Bool {
    // % ( ) / < > and [ ] { }.
    byte >= 0 && byte < 64
      ? (0x5000_8320_0000_0000 as UInt64) &>> UInt64(truncatingIfNeeded: byte) & 1 == 1
      : byte == 0x5B || byte == 0x5D || byte == 0x7B || byte == 0x7D
  }

  @inline(__always)
  static func isRegular(_ byte: Int) -> Bool { byte >= 0 && !isWhite(byte) && !isDelimiter(byte) }

  @inline(__always)
  static func isDigit(_ byte: Int) -> Bool { byte >= 0x30 && byte <= 0x39 }

  /// The value of a hexadecimal digit; -1 for what is none.
  @inline(__always)
  static func hexValue(_ byte: Int) -> Int {
    switch byte {
    case 0x30...0x39: byte &- 0x30
    case 0x41...0x46: byte &- 0x37
    case 0x61...0x66: byte &- 0x57
    default: -1
    }
  }
}

/// Pieces of syntax.
extension Lexer {
  /// Skips white space and comments.
  @inline(__always)
  mutating func skipWhite() {
    while true {
      let byte = peek()
      if Self.isWhite(byte) {
        advance()
      } else if byte == 0x25 {
        skipLine()
      } else {
        return
      }
    }
  }

  /// To the end of the line; the line end itself is left.
  mutating func skipLine() {
    while true {
      let byte = peek()
      if byte < 0 || byte == 0x0A || byte == 0x0D { return }
      advance()
    }
  }

  /// Whether the bytes at `position` are these; nothing is read.
  @inline(__always)
  func starts(with text: StaticString) -> Bool {
    let count = text.utf8CodeUnitCount
    guard position <= bytes.count &- count else { return false }
    for index in 0..<count where bytes[position &+ index] != text.utf8Start[index] { return false }
    return true
  }

  /// Reads a keyword when it is the whole next word.
  mutating func skip(keyword: StaticString) -> Bool {
    guard starts(with: keyword), !Self.isRegular(peek(keyword.utf8CodeUnitCount)) else { return false }
    advance(keyword.utf8CodeUnitCount)
    return true
  }

  /// The bytes of the next word, which may be empty at a delimiter or the end.
  @inline(__always)
  mutating func word() -> Range<Int> {
    let start = min(position, bytes.count)
    while Self.isRegular(peek()) { advance() }
    return start..<max(start, position)
  }

  /// Reads digits without a sign; `nil`, and nothing read, when there are none or too many for a number.
  mutating func unsigned() -> Int? {
    let start = position
    var value = 0
    while Self.isDigit(peek()) {
      guard position &- start < 18 else {
        position = start
        return nil
      }
      value = value &* 10 &+ (peek() &- 0x30)
      advance()
    }
    return position > start ? value : nil
  }
}
