/// A name object (ISO 32000-1, 7.3.5): the bytes after `#xx` is decoded, without the slash.
///
/// Names of up to fifteen bytes, which is nearly all of them, live in two machine words: they are compared
/// without touching memory and made without an allocation.
struct PDFName: Sendable {
  /// The first eight bytes, the first of them lowest.
  private let head: UInt64
  /// The next seven bytes, and in the highest byte the count; 0xFF where `long` holds them all.
  private let tail: UInt64
  private let long: [UInt8]?

  /// The most bytes that need no allocation.
  private static let room = 15

  init(_ bytes: UnsafeRawBufferPointer) {
    var head: UInt64 = 0
    var tail: UInt64 = 0
    for (index, byte) in bytes.prefix(Self.room).enumerated() {
      if index < 8 {
        head |= UInt64(byte) &<< (UInt64(index) &* 8)
      } else {
        tail |= UInt64(byte) &<< (UInt64(index &- 8) &* 8)
      }
    }
    self.head = head
    if bytes.count <= Self.room {
      self.tail = tail | UInt64(bytes.count) << 56
      long = nil
    } else {
      self.tail = tail | 0xFF << 56
      long = [UInt8](bytes)
    }
  }

  init(_ bytes: [UInt8]) {
    self = bytes.withUnsafeBytes { PDFName($0) }
  }

  /// The bytes of the name, in no known encoding.
  var bytes: [UInt8] {
    if let long { return long }
    var result: [UInt8] = []
    for index in 0..<count {
      let word = index < 8 ? head : tail
      let shift = UInt64(index & 7) &* 8
      result.append(UInt8(truncatingIfNeeded: word &>> shift))
    }
    return result
  }

  /// The number of bytes.
  var count: Int { long?.count ?? Int(tail >> 56) }

  /// The name as text: UTF-8 where it is that, else each byte by itself.
  var text: String {
    let bytes = self.bytes
    return String(validating: bytes, as: UTF8.self)
      ?? String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
  }
}

extension PDFName: Hashable {
  static func == (a: PDFName, b: PDFName) -> Bool {
    a.head == b.head && a.tail == b.tail && (a.tail >> 56 != 0xFF || a.long == b.long)
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(head)
    hasher.combine(tail)
    if let long { hasher.combine(long) }
  }
}

extension PDFName: ExpressibleByStringLiteral {
  init(stringLiteral literal: StaticString) {
    self =
      literal.hasPointerRepresentation
      ? PDFName(UnsafeRawBufferPointer(start: literal.utf8Start, count: literal.utf8CodeUnitCount))
      : PDFName(Array(literal.description.utf8))
  }
}

extension PDFName: CustomStringConvertible {
  var description: String { "/" + text }
}
