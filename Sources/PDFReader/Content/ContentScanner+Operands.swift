/// An operand of a content stream, with its bytes left where they are.
struct Operand {
  enum Kind: UInt8 {
    case number, name, string, decoded, arrayStart, arrayEnd, dictionary, keyword
  }

  var kind: Kind
  /// The value of a number.
  var number: Double
  /// The bytes: in the content, or for `.decoded` in the scanner's buffer.
  var start: Int
  var end: Int
}

/// Operands as values.
extension ContentScanner {
  var count: Int { operands.count }

  /// The number at a place counted from the last operand; `nil` when there is none.
  @inline(__always)
  func number(fromEnd index: Int) -> Double? {
    let place = operands.count &- 1 &- index
    guard place >= 0, operands[place].kind == .number else { return nil }
    return operands[place].number
  }

  /// The bytes of an operand; empty for one that is out of range.
  @inline(__always)
  func withBytes<R>(of operand: Operand, _ body: (UnsafeRawBufferPointer) -> R) -> R {
    if operand.kind == .decoded {
      return decoded.withUnsafeBytes { buffer in
        body(UnsafeRawBufferPointer(rebasing: buffer[operand.start..<operand.end]))
      }
    }
    return body(UnsafeRawBufferPointer(rebasing: bytes[operand.start..<operand.end]))
  }

  /// The last operand that is a name.
  var lastName: PDFName? {
    guard let operand = operands.last(where: { $0.kind == .name }) else { return nil }
    return name(operand)
  }

  func name(_ operand: Operand) -> PDFName {
    let raw = UnsafeRawBufferPointer(rebasing: bytes[operand.start..<operand.end])
    guard raw.contains(0x23) else { return PDFName(raw) }
    var plain: [UInt8] = []
    var index = 0
    while index < raw.count {
      if raw[index] == 0x23, index + 2 < raw.count, let high = Self.hex(raw[index + 1]),
        let low = Self.hex(raw[index + 2])
      {
        plain.append(high << 4 | low)
        index += 3
      } else {
        plain.append(raw[index])
        index += 1
      }
    }
    return PDFName(plain)
  }

  static func hex(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte &- 0x30
    case 0x41...0x46: byte &- 0x37
    case 0x61...0x66: byte &- 0x57
    default: nil
    }
  }
}
