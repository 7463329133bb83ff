/// Cuts a content stream into operators and their operands (ISO 32000-1, 7.8.2).
///
/// Nothing is allocated for an operator once the buffers have grown: numbers are parsed in place, strings
/// and names stay ranges, and only strings with escapes or in hexadecimal are decoded, into one buffer.
struct ContentScanner {
  /// An operator of up to four characters, the last of them lowest; 0 for a longer one.
  typealias Operator = UInt32

  let bytes: UnsafeRawBufferPointer
  var position = 0
  private(set) var operands: ContiguousArray<Operand> = []
  private(set) var decoded: ContiguousArray<UInt8> = []

  /// The most operands of one operator; the operator `TJ` has one array of many.
  private static let operandLimit = 1 << 16
  /// The deepest nesting of a dictionary among the operands.
  private static let depthLimit = 64

  init(_ bytes: UnsafeRawBufferPointer) {
    self.bytes = bytes
    operands.reserveCapacity(64)
  }

  /// Reads up to the next operator, whose operands are then in `operands`.
  /// - Returns: `nil` at the end of the stream.
  mutating func next() -> Operator? {
    operands.removeAll(keepingCapacity: true)
    decoded.removeAll(keepingCapacity: true)
    let count = bytes.count
    var isInArray = false
    while position < count {
      let byte = bytes[position]
      switch Self.classes[Int(byte)] {
      case .space: position &+= 1
      case .number: scanNumber()
      case .regular:
        let code = scanOperator()
        // Some producers set the spacing between the strings of `TJ`, which has no meaning there.
        if isInArray, code == 0x5463 || code == 0x5477 { continue }
        return code
      case .slash: scanName()
      case .paren: scanLiteral()
      case .less: scanAngle()
      case .open:
        add(.arrayStart, position, position)
        isInArray = true
        position &+= 1
      case .close:
        add(.arrayEnd, position, position)
        isInArray = false
        position &+= 1
      case .comment: skipComment()
      case .other: position &+= 1
      }
    }
    return nil
  }

  @inline(__always)
  private mutating func add(_ kind: Operand.Kind, _ start: Int, _ end: Int, number: Double = 0) {
    guard operands.count < Self.operandLimit else { return }
    operands.append(Operand(kind: kind, number: number, start: start, end: end))
  }
}

// MARK: Tokens

extension ContentScanner {
  private enum ByteClass: UInt8 {
    case space, number, regular, slash, paren, less, open, close, comment, other
  }

  private static let classes: [ByteClass] = (0...255).map { value in
    switch UInt8(value) {
    case 0, 9, 10, 12, 13, 32: .space
    case 0x30...0x39, 0x2B, 0x2D, 0x2E: .number
    case 0x2F: .slash
    case 0x28: .paren
    case 0x3C: .less
    case 0x5B: .open
    case 0x5D: .close
    case 0x25: .comment
    case 0x29, 0x3E, 0x7B, 0x7D: .other
    default: .regular
    }
  }

  /// Whether a byte ends a name, a number or an operator (ISO 32000-1, 7.2.2).
  @inline(__always)
  private static func isBoundary(_ byte: UInt8) -> Bool {
    switch classes[Int(byte)] {
    case .regular, .number: false
    default: true
    }
  }

  private static let tenths: [Double] = [1, 1e-1, 1e-2, 1e-3, 1e-4, 1e-5, 1e-6, 1e-7, 1e-8, 1e-9]

  /// A number; of a malformed one such as `12-34` what can be read counts, as in other readers.
  private mutating func scanNumber() {
    let start = position
    let count = bytes.count
    var isNegative = false
    var place = position
    while place < count, bytes[place] == 0x2D || bytes[place] == 0x2B {
      if bytes[place] == 0x2D { isNegative = true }
      place &+= 1
    }
    var whole: UInt64 = 0
    var digits = 0
    while place < count {
      let digit = bytes[place] &- 0x30
      guard digit < 10 else { break }
      if digits < 18 { whole = whole &* 10 &+ UInt64(digit) }
      digits &+= 1
      place &+= 1
    }
    var value = Double(whole)
    if digits > 18 { value = digits > 40 ? 0 : value * Self.power(digits - 18) }
    if place < count, bytes[place] == 0x2E {
      place &+= 1
      var fraction: UInt64 = 0
      var decimals = 0
      while place < count {
        let digit = bytes[place] &- 0x30
        guard digit < 10 else { break }
        if decimals < 9 {
          fraction = fraction &* 10 &+ UInt64(digit)
          decimals &+= 1
        }
        digits &+= 1
        place &+= 1
      }
      value += Double(fraction) * Self.tenths[decimals]
    }
    // The rest of a token such as `0.5e-3` or `12-34` says nothing that can be trusted.
    while place < count, !Self.isBoundary(bytes[place]) {
      if digits > 0, bytes[place] >= 0x41, Self.classes[Int(bytes[place])] == .regular { break }
      place &+= 1
    }
    position = Swift.max(place, start &+ 1)
    add(.number, start, place, number: isNegative ? -value : value)
  }

  private static func power(_ exponent: Int) -> Double {
    var value = 1.0
    for _ in 0..<exponent { value *= 10 }
    return value
  }

  private mutating func scanOperator() -> Operator {
    let start = position
    var value: UInt32 = 0
    while position < bytes.count, !Self.isBoundary(bytes[position]) {
      value = value << 8 | UInt32(bytes[position])
      position &+= 1
    }
    return position &- start > 4 ? 0 : value
  }

  private mutating func scanName() {
    let start = position &+ 1
    position = start
    while position < bytes.count, !Self.isBoundary(bytes[position]) { position &+= 1 }
    add(.name, start, position)
  }

  private mutating func skipComment() {
    while position < bytes.count, bytes[position] != 10, bytes[position] != 13 { position &+= 1 }
  }

  /// A literal string (ISO 32000-1, 7.3.4.2). One without escapes and line ends stays where it is.
  private mutating func scanLiteral() {
    let start = position &+ 1
    var place = start
    var depth = 1
    var isPlain = true
    while place < bytes.count {
      let byte = bytes[place]
      if byte == 0x29 {
        depth &-= 1
        if depth == 0 { break }
      } else if byte == 0x28 {
        depth &+= 1
      } else if byte == 0x5C {
        isPlain = false
        place &+= 1
      } else if byte == 0x0D {
        isPlain = false
      }
      place &+= 1
    }
    let end = Swift.min(place, bytes.count)
    position = Swift.min(end &+ 1, bytes.count)
    if isPlain {
      add(.string, start, end)
    } else {
      decodeLiteral(start, end)
    }
  }

  private mutating func decodeLiteral(_ start: Int, _ end: Int) {
    let first = decoded.count
    var place = start
    while place < end {
      let byte = bytes[place]
      place &+= 1
      if byte == 0x0D {
        decoded.append(0x0A)
        if place < end, bytes[place] == 0x0A { place &+= 1 }
        continue
      }
      guard byte == 0x5C, place < end else {
        decoded.append(byte)
        continue
      }
      let escape = bytes[place]
      place &+= 1
      switch escape {
      case 0x6E: decoded.append(0x0A)
      case 0x72: decoded.append(0x0D)
      case 0x74: decoded.append(0x09)
      case 0x62: decoded.append(0x08)
      case 0x66: decoded.append(0x0C)
      case 0x0A: break
      case 0x0D: if place < end, bytes[place] == 0x0A { place &+= 1 }
      case 0x30...0x37:
        var value = UInt32(escape &- 0x30)
        var digits = 1
        while digits < 3, place < end, bytes[place] &- 0x30 < 8 {
          value = value << 3 | UInt32(bytes[place] &- 0x30)
          place &+= 1
          digits &+= 1
        }
        decoded.append(UInt8(truncatingIfNeeded: value))
      default: decoded.append(escape)
      }
    }
    add(.decoded, first, decoded.count)
  }

  private mutating func scanAngle() {
    if position &+ 1 < bytes.count, bytes[position &+ 1] == 0x3C {
      scanDictionary()
      return
    }
    let first = decoded.count
    var high: UInt8?
    position &+= 1
    while position < bytes.count {
      let byte = bytes[position]
      position &+= 1
      if byte == 0x3E { break }
      guard let digit = Self.hex(byte) else { continue }
      if let upper = high {
        decoded.append(upper << 4 | digit)
        high = nil
      } else {
        high = digit
      }
    }
    if let upper = high { decoded.append(upper << 4) }
    add(.decoded, first, decoded.count)
  }

  /// A dictionary stays a range for the parser of objects; only its end is looked for.
  private mutating func scanDictionary() {
    let start = position
    var depth = 0
    while position < bytes.count {
      let byte = bytes[position]
      let following = position &+ 1 < bytes.count ? bytes[position &+ 1] : 0
      if byte == 0x3C, following == 0x3C {
        depth &+= 1
        position &+= 2
        if depth > Self.depthLimit { break }
      } else if byte == 0x3E, following == 0x3E {
        depth &-= 1
        position &+= 2
        if depth == 0 { break }
      } else if byte == 0x28 {
        skipLiteral()
      } else {
        position &+= 1
      }
    }
    add(.dictionary, start, Swift.min(position, bytes.count))
  }

  private mutating func skipLiteral() {
    var depth = 0
    while position < bytes.count {
      let byte = bytes[position]
      position &+= 1
      if byte == 0x5C {
        position &+= 1
      } else if byte == 0x28 {
        depth &+= 1
      } else if byte == 0x29 {
        depth &-= 1
        if depth == 0 { return }
      }
    }
    position = Swift.min(position, bytes.count)
  }
}
