/// Reads numbers at places of bytes; past the end there is nothing.
struct ByteReader {
  let bytes: ArraySlice<UInt8>
  var isBigEndian = false

  init(_ bytes: ArraySlice<UInt8>, isBigEndian: Bool = false) {
    self.bytes = bytes
    self.isBigEndian = isBigEndian
  }

  var count: Int { bytes.count }

  func byte(_ offset: Int) -> Int? {
    guard offset >= 0, offset < bytes.count else { return nil }
    return Int(bytes[bytes.startIndex + offset])
  }

  func uint16(_ offset: Int) -> Int? {
    guard let first = byte(offset), let second = byte(offset &+ 1) else { return nil }
    return isBigEndian ? first << 8 | second : second << 8 | first
  }

  func uint32(_ offset: Int) -> Int? {
    guard let first = uint16(offset), let second = uint16(offset &+ 2) else { return nil }
    return isBigEndian ? first << 16 | second : second << 16 | first
  }

  func int32(_ offset: Int) -> Int? { uint32(offset).map { Int(Int32(truncatingIfNeeded: $0)) } }

  /// A stretch; `nil` unless all of it is there.
  func slice(_ offset: Int, _ length: Int) -> ArraySlice<UInt8>? {
    guard offset >= 0, length >= 0, offset <= bytes.count, length <= bytes.count - offset else { return nil }
    let start = bytes.startIndex + offset
    return bytes[start..<start + length]
  }

  /// A stretch as far as it is there.
  func rest(_ offset: Int, atMost length: Int = .max) -> ArraySlice<UInt8> {
    guard offset >= 0, offset < bytes.count else { return [] }
    return bytes.dropFirst(offset).prefix(max(0, length))
  }
}
