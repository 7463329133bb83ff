/// Numbers in little-endian order ([MS-CFB] 2.1, [MS-DOC] 1.3.1). Outside of the bytes there are none.
///
/// For tables that are read once; loops over many records read unsafe buffers that they have checked.
extension [UInt8] {
  /// The byte at an offset.
  @inlinable public func u8(_ offset: Int) -> Int? {
    offset >= 0 && offset < count ? Int(self[offset]) : nil
  }

  /// An unsigned number of 16 bits.
  @inlinable public func u16(_ offset: Int) -> Int? {
    guard offset >= 0, offset <= count &- 2 else { return nil }
    return Int(self[offset]) | Int(self[offset &+ 1]) << 8
  }

  /// A signed number of 16 bits.
  @inlinable public func i16(_ offset: Int) -> Int? {
    u16(offset).map { Int(Int16(truncatingIfNeeded: $0)) }
  }

  /// An unsigned number of 32 bits.
  @inlinable public func u32(_ offset: Int) -> Int? {
    guard offset >= 0, offset <= count &- 4 else { return nil }
    return Int(self[offset]) | Int(self[offset &+ 1]) << 8 | Int(self[offset &+ 2]) << 16
      | Int(self[offset &+ 3]) << 24
  }

  /// A signed number of 32 bits.
  @inlinable public func i32(_ offset: Int) -> Int? {
    u32(offset).map { Int(Int32(truncatingIfNeeded: $0)) }
  }
}
