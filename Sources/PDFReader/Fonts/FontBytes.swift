/// Big-endian numbers of a font program, read with a check: what lies outside reads as `nil`.
struct FontBytes {
  let bytes: [UInt8]

  var count: Int { bytes.count }

  @inline(__always)
  func byte(_ at: Int) -> Int? { at >= 0 && at < bytes.count ? Int(bytes[at]) : nil }

  @inline(__always)
  func short(_ at: Int) -> Int? {
    guard at >= 0, at < bytes.count - 1 else { return nil }
    return Int(bytes[at]) << 8 | Int(bytes[at + 1])
  }

  @inline(__always)
  func long(_ at: Int) -> Int? {
    guard at >= 0, at < bytes.count - 3 else { return nil }
    return Int(bytes[at]) << 24 | Int(bytes[at + 1]) << 16 | Int(bytes[at + 2]) << 8 | Int(bytes[at + 3])
  }

  /// An offset of one to four bytes.
  func offset(_ at: Int, size: Int) -> Int? {
    guard at >= 0, (1...4).contains(size), at <= bytes.count - size else { return nil }
    return bytes[at..<(at + size)].reduce(0) { $0 << 8 | Int($1) }
  }

  func slice(_ at: Int, _ count: Int) -> ArraySlice<UInt8>? {
    guard at >= 0, count >= 0, at <= bytes.count, count <= bytes.count - at else { return nil }
    return bytes[at..<(at + count)]
  }
}
