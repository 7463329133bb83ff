import Markup

/// The bytes of an attribute value or of text.
typealias Bytes = UnsafeBufferPointer<UInt8>

extension XMLAttributes {
  /// The value of the first attribute of that local name, whatever its prefix.
  @inline(__always)
  func value(_ name: Name) -> Bytes? { value(of: name.number) }

  /// The value of a relationship attribute (`r:id`, `r:embed`, `r:link`).
  func reference(_ name: Name) -> String? {
    for index in 0..<count {
      let attribute = self[index]
      if attribute.name == name.number, attribute.namespace == Namespace.r.rawValue {
        return attribute.value.string
      }
    }
    return nil
  }

  /// An on/off value (ECMA-376-1, 17.17.4): absent means on.
  @inline(__always)
  var isOn: Bool { value(.val).map(\.isOn) ?? true }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether any byte is below U+0020; eight bytes at a time.
  var hasControl: Bool {
    let raw = UnsafeRawBufferPointer(self)
    var index = 0
    while index + 8 <= count {
      let word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      // The classic test for a byte less than 0x20.
      if (word &- 0x2020_2020_2020_2020) & ~word & 0x8080_8080_8080_8080 != 0 { return true }
      index += 8
    }
    while index < count {
      if raw[index] < 0x20 { return true }
      index += 1
    }
    return false
  }

  var string: String { String(decoding: self, as: UTF8.self) }

  /// Whether the bytes are those of an ASCII literal.
  @inline(__always)
  func equals(_ literal: StaticString) -> Bool {
    guard count == literal.utf8CodeUnitCount else { return false }
    for index in 0..<count where self[index] != literal.utf8Start[index] { return false }
    return true
  }

  @inline(__always)
  var isOn: Bool { !(equals("0") || equals("false") || equals("off")) }
}

/// Why a number was not taken as written.
enum NumberFault { case malformed, outOfRange }

/// Numbers out of a file: optional, clamped, never trapping.
enum Number {
  /// No measure of a real document passes this; larger values are clamped to it.
  static let bound = 10_000_000

  /// A decimal integer; blanks around it are ignored, digits behind a point too.
  static func integer(_ bytes: Bytes) -> (value: Int?, fault: NumberFault?) {
    var index = 0
    var end = bytes.count
    while index < end, bytes[index] <= 0x20 { index += 1 }
    while end > index, bytes[end - 1] <= 0x20 { end -= 1 }
    guard index < end else { return (nil, .malformed) }
    var negative = false
    if bytes[index] == UInt8(ascii: "-") || bytes[index] == UInt8(ascii: "+") {
      negative = bytes[index] == UInt8(ascii: "-")
      index += 1
    }
    var value = 0
    var fault: NumberFault?
    let digits = index
    while index < end, case let digit = bytes[index] &- 48, digit < 10 {
      if value <= bound { value = value * 10 + Int(digit) }
      index += 1
    }
    guard index > digits else { return (nil, .malformed) }
    if index < end { fault = bytes[index] == UInt8(ascii: ".") ? nil : .malformed }
    if value > bound {
      value = bound
      fault = .outOfRange
    }
    return fault == .malformed ? (nil, fault) : (negative ? -value : value, fault)
  }

  /// A measure: a bare integer in the unit of the attribute, or a number with its own unit as the strict
  /// format allows (ECMA-376-1, 22.9.2.15).
  /// - Parameter perPoint: how many of the attribute's units make a point.
  static func measure(_ bytes: Bytes, perPoint: Int) -> (value: Int?, fault: NumberFault?) {
    guard bytes.count > 2, let last = bytes.last, last >= UInt8(ascii: "a") else { return integer(bytes) }
    let number = Bytes(rebasing: bytes[0..<(bytes.count - 2)])
    let unit = Bytes(rebasing: bytes[(bytes.count - 2)...])
    let points: Double
    if unit.equals("pt") {
      points = 1
    } else if unit.equals("mm") {
      points = 72 / 25.4
    } else if unit.equals("cm") {
      points = 72 / 2.54
    } else if unit.equals("in") {
      points = 72
    } else if unit.equals("pc") || unit.equals("pi") {
      points = 12
    } else {
      return (nil, .malformed)
    }
    guard let value = Double(number.string), value.isFinite else { return (nil, .malformed) }
    let scaled = value * points * Double(perPoint)
    guard scaled.magnitude < Double(bound) else { return (scaled < 0 ? -bound : bound, .outOfRange) }
    return (Int(scaled + (scaled < 0 ? -0.5 : 0.5)), nil)
  }

  /// Hexadecimal digits, at most eight.
  static func hex(_ bytes: Bytes) -> UInt32? {
    guard !bytes.isEmpty, bytes.count <= 8 else { return nil }
    var value: UInt32 = 0
    for byte in bytes {
      let digit: UInt8
      switch byte {
      case 48...57: digit = byte - 48
      case 65...70: digit = byte - 55
      case 97...102: digit = byte - 87
      default: return nil
      }
      value = value << 4 | UInt32(digit)
    }
    return value
  }
}
