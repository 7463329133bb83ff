/// The filters that turn text back into bytes (ISO 32000-1, 7.4.2 and 7.4.3), and run lengths (7.4.5).
enum ASCIIFilters {
  /// ASCIIHexDecode. Never larger than its input.
  static func hex(_ data: UnsafeRawBufferPointer) -> Filtered {
    var result: [UInt8] = []
    result.reserveCapacity(data.count / 2)
    var high = -1
    var status = Filtered.Status.complete
    for byte in data {
      if byte == 0x3E { break }
      let digit = Lexer.hexValue(Int(byte))
      if digit < 0 {
        if !Lexer.isWhite(Int(byte)) { status = .damaged }
      } else if high < 0 {
        high = digit
      } else {
        result.append(UInt8(truncatingIfNeeded: high &<< 4 | digit))
        high = -1
      }
    }
    if high >= 0 { result.append(UInt8(truncatingIfNeeded: high &<< 4)) }
    return Filtered(result, status)
  }

  /// ASCII85Decode.
  static func base85(_ data: UnsafeRawBufferPointer, limit: Int) -> Filtered {
    var result: [UInt8] = []
    result.reserveCapacity(min(limit, data.count))
    var group: UInt32 = 0
    var count = 0
    var status = Filtered.Status.complete
    var index = 0
    // Some files write the opening mark of btoa.
    if data.count >= 2, data[0] == 0x3C, data[1] == 0x7E { index = 2 }
    scan: while index < data.count {
      let byte = data[index]
      index &+= 1
      switch byte {
      case 0x21...0x75:
        group = group &* 85 &+ UInt32(byte &- 0x21)
        count &+= 1
        if count == 5 {
          append(group, 4, to: &result)
          group = 0
          count = 0
        }
      case 0x7A where count == 0: append(0, 4, to: &result)
      case 0x7E: break scan
      default: if !Lexer.isWhite(Int(byte)) { status = .damaged }
      }
      if result.count > limit { return .tooLarge }
    }
    if count > 1 {
      for _ in count..<5 { group = group &* 85 &+ 84 }
      append(group, count - 1, to: &result)
    }
    return Filtered(result, status)
  }

  private static func append(_ group: UInt32, _ count: Int, to result: inout [UInt8]) {
    for index in 0..<count { result.append(UInt8(truncatingIfNeeded: group >> UInt32(24 - 8 * index))) }
  }

  /// RunLengthDecode.
  static func runLength(_ data: UnsafeRawBufferPointer, limit: Int) -> Filtered {
    var result: [UInt8] = []
    var index = 0
    while index < data.count {
      let length = Int(data[index])
      index &+= 1
      if length == 128 { return Filtered(result) }
      if length < 128 {
        let end = min(data.count, index &+ length &+ 1)
        result.append(contentsOf: data[index..<end])
        if end &- index < length &+ 1 { return Filtered(result, .damaged) }
        index = end
      } else {
        guard index < data.count else { return Filtered(result, .damaged) }
        result.append(contentsOf: repeatElement(data[index], count: 257 &- length))
        index &+= 1
      }
      if result.count > limit { return .tooLarge }
    }
    return Filtered(result)
  }
}
