/// What an RTF file is made of (RTF 1.9.1, "RTF Syntax").
enum Token {
  case open, close
  /// A control word; `nil` for one that this reader does not know. Without a number behind it the parameter
  /// is `nil`.
  case word(Keyword?, Int?)
  /// A control symbol: a backslash and a character that is no letter.
  case symbol(UInt8)
  /// A byte written as `\'hh`.
  case hex(UInt8)
  /// Bytes that stand for themselves.
  case text(Range<Int>)
  /// The bytes behind `\bin`.
  case binary(Range<Int>)
  case end
}

/// Takes an RTF file apart. Never fails: what makes no sense is skipped.
struct Tokenizer {
  let bytes: [UInt8]
  private(set) var position: Int

  init(_ bytes: [UInt8], from position: Int = 0) {
    self.bytes = bytes
    self.position = min(max(position, 0), bytes.count)
  }

  private static let backslash = UInt8(ascii: "\\")

  mutating func next() -> Token {
    // Line ends mean nothing; a byte of 0 is put there by broken writers.
    while position < bytes.count, bytes[position] == 0x0D || bytes[position] == 0x0A || bytes[position] == 0 {
      position += 1
    }
    guard position < bytes.count else { return .end }
    switch bytes[position] {
    case UInt8(ascii: "{"):
      position += 1
      return .open
    case UInt8(ascii: "}"):
      position += 1
      return .close
    case Self.backslash:
      position += 1
      return control()
    default: return text()
    }
  }

  private mutating func text() -> Token {
    let start = position
    while position < bytes.count {
      switch bytes[position] {
      case Self.backslash, UInt8(ascii: "{"), UInt8(ascii: "}"), 0x0D, 0x0A, 0: return .text(start..<position)
      default: position += 1
      }
    }
    return .text(start..<position)
  }

  private mutating func control() -> Token {
    guard position < bytes.count else { return .end }
    let first = bytes[position]
    guard Self.isLetter(first) else {
      position += 1
      return first == UInt8(ascii: "'") ? hex() : .symbol(first)
    }
    var word = PackedWord()
    while position < bytes.count, Self.isLetter(bytes[position]) {
      word.append(bytes[position])
      position += 1
    }
    let parameter = number()
    // One blank belongs to the word.
    if position < bytes.count, bytes[position] == 0x20 { position += 1 }
    let keyword = Keyword.named(word)
    return keyword == .bin ? binary(parameter ?? 0) : .word(keyword, parameter)
  }

  /// The number behind a word, held to ±2³¹.
  private mutating func number() -> Int? {
    let isNegative = position < bytes.count && bytes[position] == UInt8(ascii: "-")
    let start = position + (isNegative ? 1 : 0)
    var index = start
    var value = 0
    while index < bytes.count, case let digit = bytes[index] &- 0x30, digit < 10 {
      if value < 1 << 31 { value = value * 10 + Int(digit) }
      index += 1
    }
    guard index > start else { return nil }
    position = index
    value = min(value, 1 << 31)
    return isNegative ? -value : value
  }

  private mutating func hex() -> Token {
    guard position + 1 < bytes.count, let high = Self.digit(bytes[position]),
      let low = Self.digit(bytes[position + 1])
    else { return .symbol(UInt8(ascii: "'")) }
    position += 2
    return .hex(high << 4 | low)
  }

  private mutating func binary(_ length: Int) -> Token {
    let end = position + min(max(length, 0), bytes.count - position)
    defer { position = end }
    return .binary(position..<end)
  }

  static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x37
    case 0x61...0x66: byte - 0x57
    default: nil
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
}

/// A control word of up to 24 letters, as a key; a longer one equals none that is known.
struct PackedWord: Hashable {
  private var a: UInt64 = 0
  private var b: UInt64 = 0
  private var c: UInt64 = 0
  private var count: UInt8 = 0

  init() {}

  init(_ text: String) { for byte in text.utf8 { append(byte) } }

  mutating func append(_ byte: UInt8) {
    switch count {
    case 0..<8: a = a << 8 | UInt64(byte)
    case 8..<16: b = b << 8 | UInt64(byte)
    default: c = c << 8 | UInt64(byte)
    }
    if count < 25 { count += 1 }
  }
}
