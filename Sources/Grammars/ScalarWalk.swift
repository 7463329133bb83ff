/// The characters of a stretch of UTF-8, from either end; many times as fast as a view of a string.
public struct ScalarWalk {
  @usableFromInline let bytes: UnsafeBufferPointer<UInt8>
  /// What is left to be walked over.
  @usableFromInline var rest: Range<Int>

  /// - Parameter stretch: in bytes; it begins and ends where characters do.
  @inlinable @inline(__always)
  public init(_ bytes: UnsafeBufferPointer<UInt8>, _ stretch: Range<Int>) {
    self.bytes = bytes
    rest = stretch.clamped(to: 0..<bytes.count)
  }

  /// The next character from the front.
  @inlinable @inline(__always)
  public mutating func next() -> Unicode.Scalar? {
    guard let lead = rest.isEmpty ? nil : bytes[rest.lowerBound] else { return nil }
    let end = min(rest.lowerBound + Self.length(lead), rest.upperBound)
    let scalar = scalar(rest.lowerBound..<end)
    rest = end..<rest.upperBound
    return scalar
  }

  /// The next character from the back.
  @inlinable @inline(__always)
  public mutating func previous() -> Unicode.Scalar? {
    guard !rest.isEmpty else { return nil }
    var start = rest.upperBound - 1
    while start > rest.lowerBound, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    let scalar = scalar(start..<rest.upperBound)
    rest = rest.lowerBound..<start
    return scalar
  }

  /// The length of a character, in bytes, by the first of them.
  @inlinable @inline(__always)
  public static func length(_ lead: UInt8) -> Int { lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4 }

  @inlinable @inline(__always)
  func scalar(_ range: Range<Int>) -> Unicode.Scalar {
    let lead = UInt32(bytes[range.lowerBound])
    guard range.count > 1 else { return Unicode.Scalar(lead < 0x80 ? UInt8(lead) : 0x3F) }
    var value = lead & (0xFF >> UInt32(range.count + 1))
    for index in range.dropFirst() { value = value << 6 | UInt32(bytes[index] & 0x3F) }
    return Unicode.Scalar(value) ?? "\u{FFFD}"
  }
}
