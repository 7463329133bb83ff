import DocumentModel

/// Writes JSON (RFC 8259) without spaces, in the order in which it is told.
///
/// Written by hand: the order of keys and the form of numbers are part of the contract, and the program
/// need not load Foundation. Characters that a terminal would obey are written as `\u202e` escapes, which
/// mean the same to every reader of JSON.
struct JSONWriter {
  private var bytes: [UInt8] = []
  private var needsComma = false

  /// What was written so far.
  var text: String { String(decoding: bytes, as: UTF8.self) }

  mutating func object(_ body: (inout JSONWriter) -> Void) { nest(0x7B, 0x7D, body) }
  mutating func array(_ body: (inout JSONWriter) -> Void) { nest(0x5B, 0x5D, body) }

  private mutating func nest(_ open: UInt8, _ close: UInt8, _ body: (inout JSONWriter) -> Void) {
    separate()
    bytes.append(open)
    needsComma = false
    body(&self)
    bytes.append(close)
    needsComma = true
  }

  private mutating func separate() {
    if needsComma { bytes.append(0x2C) }
    needsComma = true
  }

  mutating func key(_ name: String) {
    string(name)
    bytes.append(0x3A)
    needsComma = false
  }

  mutating func null() { raw("null") }
  mutating func bool(_ value: Bool) { raw(value ? "true" : "false") }
  mutating func number(_ value: Int) { raw(String(value)) }
  /// A number with at most two decimals; what is no number is `null`.
  mutating func number(_ value: Double) { value.isFinite ? raw(value.plain) : null() }

  private mutating func raw(_ text: String) {
    separate()
    bytes.append(contentsOf: text.utf8)
  }

  mutating func string(_ value: String) {
    separate()
    bytes.append(0x22)
    if value.utf8.contains(where: Self.mayNeedEscape) {
      for scalar in value.unicodeScalars { append(scalar) }
    } else {
      bytes.append(contentsOf: value.utf8)
    }
    bytes.append(0x22)
  }

  /// Bytes that are escaped, and lead bytes of characters that may be: C1, U+061C, U+200B … U+2069, U+FEFF
  /// and what lies above the Basic Multilingual Plane.
  private static func mayNeedEscape(_ byte: UInt8) -> Bool {
    switch byte {
    case 0..<0x20, 0x22, 0x5C, 0x7F, 0xC2, 0xD8, 0xE2, 0xEF, 0xF3: true
    default: false
    }
  }

  private mutating func append(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "\"", "\\":
      bytes.append(0x5C)
      bytes.append(UInt8(truncatingIfNeeded: scalar.value))
    case "\n": bytes.append(contentsOf: "\\n".utf8)
    case "\t": bytes.append(contentsOf: "\\t".utf8)
    case "\r": bytes.append(contentsOf: "\\r".utf8)
    default:
      guard VisibleText.isUnsafe(scalar) else {
        bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        return
      }
      for unit in UTF16.encode(scalar) ?? UTF16.encodedReplacementCharacter {
        let digits = String(unit, radix: 16)
        bytes.append(contentsOf: ("\\u" + String(repeating: "0", count: 4 - digits.count) + digits).utf8)
      }
    }
  }
}

extension JSONWriter {
  mutating func member(_ name: String, _ value: String?) {
    key(name)
    if let value { string(value) } else { null() }
  }

  mutating func member(_ name: String, _ value: Int?) {
    key(name)
    if let value { number(value) } else { null() }
  }

  mutating func member(_ name: String, _ value: Double?) {
    key(name)
    if let value { number(value) } else { null() }
  }

  mutating func member(_ name: String, _ value: Bool) {
    key(name)
    bool(value)
  }

  mutating func member(_ name: String, _ body: (inout JSONWriter) -> Void) {
    key(name)
    object(body)
  }

  mutating func member<Items: Sequence>(
    _ name: String, each items: Items, _ body: (inout JSONWriter, Items.Element) -> Void
  ) {
    key(name)
    array { json in for item in items { body(&json, item) } }
  }

  mutating func member(_ name: String, strings: [String]) {
    member(name, each: strings) { $0.string($1) }
  }

  /// Only written where there is a value: keys that a contract calls optional.
  mutating func optional(_ name: String, _ value: String?) {
    if let value { member(name, value) }
  }

  mutating func optional(_ name: String, _ value: Int?) {
    if let value { member(name, value) }
  }

  mutating func optional(_ name: String, _ value: Double?) {
    if let value { member(name, value) }
  }

  mutating func optional(_ name: String, _ value: Bool) {
    if value { member(name, true) }
  }

  mutating func range(_ range: Range<Int>) {
    array { json in
      json.number(range.lowerBound)
      json.number(range.upperBound)
    }
  }
}
