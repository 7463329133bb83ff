/// LZWDecode (ISO 32000-1, 7.4.4).
enum LZW {
  private static let clear = 256
  private static let end = 257

  /// - Parameter early: `EarlyChange`: whether codes grow one code early.
  static func decode(_ data: UnsafeRawBufferPointer, early: Bool, limit: Int) -> Filtered {
    var result: [UInt8] = []
    result.reserveCapacity(min(limit, data.count.multipliedReportingOverflow(by: 3).partialValue))
    // A code stands for a stretch of what was put out already.
    var starts = [Int](repeating: 0, count: 4097)
    var lengths = [Int](repeating: 0, count: 4097)
    var next = 258
    var width = 9
    var previous = -1
    var previousStart = 0
    var bits = 0
    var held: UInt32 = 0
    var index = 0
    let change = early ? 1 : 0

    while true {
      while bits < width {
        guard index < data.count else { return Filtered(result) }
        held = held << 8 | UInt32(data[index])
        index &+= 1
        bits &+= 8
      }
      bits &-= width
      let code = Int(held >> UInt32(bits)) & ((1 &<< width) &- 1)
      held &= (1 << UInt32(bits)) &- 1

      if code == clear {
        next = 258
        width = 9
        previous = -1
        continue
      }
      if code == end { return Filtered(result) }
      let start = result.count
      if code < 256 {
        result.append(UInt8(truncatingIfNeeded: code))
      } else if code < next, previous >= 0 {
        for offset in 0..<lengths[code] { result.append(result[starts[code] &+ offset]) }
      } else if code == next, previous >= 0 {
        for offset in 0..<(start &- previousStart) { result.append(result[previousStart &+ offset]) }
        result.append(result[previousStart])
      } else {
        return Filtered(result, .damaged)
      }
      if result.count > limit { return .tooLarge }
      if previous >= 0, next < 4096 {
        // The stretch of the code before, and one byte more, which now follows it.
        starts[next] = previousStart
        lengths[next] = start &- previousStart &+ 1
        next &+= 1
      }
      if next &+ change >= 1 &<< width, width < 12 { width &+= 1 }
      previous = code
      previousStart = start
    }
  }
}
