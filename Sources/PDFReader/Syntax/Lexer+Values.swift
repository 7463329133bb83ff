/// A number as written: with a point or without (ISO 32000-1, 7.3.3).
enum PDFNumber: Sendable, Hashable {
  case integer(Int)
  case real(Double)

  @inline(__always)
  var value: Double {
    switch self {
    case .integer(let value): Double(value)
    case .real(let value): value
    }
  }
}

extension Lexer {
  /// Whether a byte can begin a number.
  @inline(__always)
  static func beginsNumber(_ byte: Int) -> Bool {
    isDigit(byte) || byte == 0x2D || byte == 0x2B || byte == 0x2E
  }

  /// Reads a number at `position`, which `beginsNumber` has passed.
  ///
  /// As tolerant as readers are: repeated signs count once, a lone sign or point is 0, and a number that
  /// runs into a word ends where the word begins.
  mutating func number() -> PDFNumber {
    var negative = false
    while peek() == 0x2D || peek() == 0x2B {
      if peek() == 0x2D { negative = true }
      advance()
    }
    var value = 0
    var digits = 0
    while Self.isDigit(peek()) {
      if digits >= 18 { return .real(longNumber(value, negative)) }
      value = value &* 10 &+ (peek() &- 0x30)
      if value != 0 { digits &+= 1 }
      advance()
    }
    guard peek() == 0x2E else {
      if let exponent = exponent() {
        return .real(Self.scaled(Double(negative ? 0 &- value : value), exponent))
      }
      skipMisplacedSigns()
      return .integer(negative ? 0 &- value : value)
    }
    advance()
    var scale = 0
    while Self.isDigit(peek()) {
      if digits < 18, scale < 18 {
        value = value &* 10 &+ (peek() &- 0x30)
        if value != 0 { digits &+= 1 }
        scale &+= 1
      }
      advance()
    }
    let result = (negative ? -1 : 1) * Double(value) / powersOfTen[scale]
    if let exponent = exponent() { return .real(Self.scaled(result, exponent)) }
    skipMisplacedSigns()
    return .real(result)
  }

  /// Reads `e-5`, which the standard does not have and some producers write; `nil`, and nothing read, when
  /// there is none.
  @inline(__always)
  private mutating func exponent() -> Int? {
    guard peek() == 0x65 || peek() == 0x45 else { return nil }
    let isSigned = peek(1) == 0x2D || peek(1) == 0x2B
    guard Self.isDigit(peek(isSigned ? 2 : 1)) else { return nil }
    let isNegative = peek(1) == 0x2D
    advance(isSigned ? 2 : 1)
    var value = 0
    while Self.isDigit(peek()) {
      value = min(value &* 10 &+ (peek() &- 0x30), 1000)
      advance()
    }
    return isNegative ? 0 &- value : value
  }

  /// A number times a power of ten, at most 10³⁸ (ISO 32000-1, annex C).
  private static func scaled(_ value: Double, _ exponent: Int) -> Double {
    var result = value
    for _ in 0..<min(abs(exponent), 60) { result = exponent < 0 ? result / 10 : result * 10 }
    return min(max(result, -1e38), 1e38)
  }

  /// `12-34` and `1.5.3`, which some producers write, are 12 and 1.5.
  @inline(__always)
  private mutating func skipMisplacedSigns() {
    guard peek() == 0x2D || peek() == 0x2E else { return }
    while Self.isDigit(peek()) || peek() == 0x2D || peek() == 0x2E { advance() }
  }

  /// The rest of a number of more than eighteen digits.
  private mutating func longNumber(_ start: Int, _ negative: Bool) -> Double {
    var value = Double(start)
    while Self.isDigit(peek()) {
      value = value * 10 + Double(peek() &- 0x30)
      advance()
    }
    if peek() == 0x2E {
      advance()
      while Self.isDigit(peek()) { advance() }
    }
    return (negative ? -1 : 1) * min(value, 1e38)
  }

  /// Reads a name at its slash (ISO 32000-1, 7.3.5).
  mutating func name() -> PDFName {
    advance()
    let range = word()
    let raw = UnsafeRawBufferPointer(rebasing: bytes[range])
    guard raw.contains(0x23) else { return PDFName(raw) }
    var decoded: [UInt8] = []
    decoded.reserveCapacity(raw.count)
    var index = 0
    while index < raw.count {
      if raw[index] == 0x23, index &+ 2 < raw.count {
        let high = Self.hexValue(Int(raw[index &+ 1]))
        let low = Self.hexValue(Int(raw[index &+ 2]))
        if high >= 0, low >= 0 {
          decoded.append(UInt8(truncatingIfNeeded: high &<< 4 | low))
          index &+= 3
          continue
        }
      }
      decoded.append(raw[index])
      index &+= 1
    }
    return PDFName(decoded)
  }

  /// Appends the bytes of a literal string at its parenthesis (ISO 32000-1, 7.3.4.2); an unclosed one ends
  /// with the data.
  mutating func literalString(into result: inout [UInt8]) {
    advance()
    var depth = 1
    while true {
      let byte = peek()
      advance()
      switch byte {
      case 0x28: depth &+= 1
      case 0x29:
        depth &-= 1
        if depth == 0 { return }
      case 0x5C:
        escape(into: &result)
        continue
      case 0x0D:
        if peek() == 0x0A { advance() }
        result.append(0x0A)
        continue
      case -1:
        position = bytes.count
        return
      default: break
      }
      result.append(UInt8(truncatingIfNeeded: byte))
    }
  }

  /// What follows a backslash (ISO 32000-1, table 3).
  private mutating func escape(into result: inout [UInt8]) {
    let byte = peek()
    advance()
    switch byte {
    case 0x6E: result.append(0x0A)
    case 0x72: result.append(0x0D)
    case 0x74: result.append(0x09)
    case 0x62: result.append(0x08)
    case 0x66: result.append(0x0C)
    case 0x0D: if peek() == 0x0A { advance() }
    case 0x0A: break
    case 0x30...0x37:
      var value = byte &- 0x30
      for _ in 0..<2 {
        guard peek() >= 0x30, peek() <= 0x37 else { break }
        value = value &* 8 &+ (peek() &- 0x30)
        advance()
      }
      result.append(UInt8(truncatingIfNeeded: value))
    case -1: position = bytes.count
    default: result.append(UInt8(truncatingIfNeeded: byte))
    }
  }

  /// Appends the bytes of a hexadecimal string at its `<` (ISO 32000-1, 7.3.4.3). What is no digit is
  /// skipped; a missing last digit is 0.
  mutating func hexString(into result: inout [UInt8]) {
    advance()
    var high = -1
    while true {
      let byte = peek()
      if byte < 0 { break }
      advance()
      if byte == 0x3E { break }
      let digit = Self.hexValue(byte)
      if digit < 0 { continue }
      if high < 0 {
        high = digit
      } else {
        result.append(UInt8(truncatingIfNeeded: high &<< 4 | digit))
        high = -1
      }
    }
    if high >= 0 { result.append(UInt8(truncatingIfNeeded: high &<< 4)) }
  }
}

/// 10⁰ … 10¹⁸, each exact.
private let powersOfTen: [Double] = [
  1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18,
]
