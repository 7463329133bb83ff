/// Compresses with DEFLATE (RFC 1951): one block, fixed Huffman codes, greedy matches.
///
/// Written here rather than taken from a library because the samples must be the same bytes on every
/// machine, and compressors differ from version to version.
struct Deflate {
  private var output: [UInt8] = []
  private var pending: UInt32 = 0
  private var pendingBits = 0

  static func compress(_ input: [UInt8]) -> [UInt8] {
    var deflate = Deflate()
    deflate.write(0b011, 3)  // the last block, fixed codes
    deflate.writeMatches(of: input)
    deflate.writeSymbol(256)
    if deflate.pendingBits > 0 { deflate.write(0, 8 - deflate.pendingBits) }
    return deflate.output
  }

  /// The most and the least bytes of a match, and how far back it may lie (RFC 1951, 2).
  private static let matchLengths = 3...258
  private static let window = 32_768

  private mutating func writeMatches(of input: [UInt8]) {
    var latest: [UInt32: Int] = [:]
    var position = 0
    while position < input.count {
      var length = 0
      var distance = 0
      if let key = Self.key(input, position) {
        if let earlier = latest[key], position - earlier <= Self.window {
          distance = position - earlier
          length = Self.matchLength(input, earlier, position)
        }
        latest[key] = position
      }
      if length >= Self.matchLengths.lowerBound {
        writeMatch(length, distance)
        for skipped in position + 1..<position + length {
          if let key = Self.key(input, skipped) { latest[key] = skipped }
        }
        position += length
      } else {
        writeSymbol(Int(input[position]))
        position += 1
      }
    }
  }

  /// The three bytes at a position as one number; `nil` at the end.
  private static func key(_ input: [UInt8], _ position: Int) -> UInt32? {
    guard position + 2 < input.count else { return nil }
    return UInt32(input[position]) << 16 | UInt32(input[position + 1]) << 8 | UInt32(input[position + 2])
  }

  private static func matchLength(_ input: [UInt8], _ earlier: Int, _ position: Int) -> Int {
    var length = 0
    let most = min(matchLengths.upperBound, input.count - position)
    while length < most, input[earlier + length] == input[position + length] { length += 1 }
    return length
  }

  private mutating func writeMatch(_ length: Int, _ distance: Int) {
    let (lengthCode, lengthBase, lengthBits) = Self.code(for: length, in: Self.lengthBases, group: 4)
    writeSymbol(257 + lengthCode)
    write(UInt32(length - lengthBase), lengthBits)
    let (distanceCode, distanceBase, distanceBits) = Self.code(
      for: distance, in: Self.distanceBases, group: 2)
    writeReversed(UInt32(distanceCode), 5)
    write(UInt32(distance - distanceBase), distanceBits)
  }

  /// The first length of each code from 257, and the first distance of each code (RFC 1951, 3.2.5).
  private static let lengthBases = bases(first: 3, group: 4, count: 28) + [258]
  private static let distanceBases = bases(first: 1, group: 2, count: 30)

  /// Codes come in groups; each group takes one extra bit more than the one before, the first two none.
  private static func extraBits(_ code: Int, group: Int) -> Int { max(0, code / group - 1) }

  private static func bases(first: Int, group: Int, count: Int) -> [Int] {
    var bases = [first]
    for code in 0..<count - 1 { bases.append(bases[code] + (1 << extraBits(code, group: group))) }
    return bases
  }

  private static func code(for value: Int, in bases: [Int], group: Int) -> (code: Int, base: Int, bits: Int) {
    let code = (bases.firstIndex { $0 > value } ?? bases.count) - 1
    let isLongest = bases.count == lengthBases.count && value == matchLengths.upperBound
    return (code, bases[code], isLongest ? 0 : extraBits(code, group: group))
  }

  /// A literal, a length code or the end mark in the fixed code (RFC 1951, 3.2.6).
  private mutating func writeSymbol(_ symbol: Int) {
    switch symbol {
    case 0..<144: writeReversed(UInt32(0x30 + symbol), 8)
    case 144..<256: writeReversed(UInt32(0x190 + symbol - 144), 9)
    case 256..<280: writeReversed(UInt32(symbol - 256), 7)
    default: writeReversed(UInt32(0xC0 + symbol - 280), 8)
    }
  }

  /// Huffman codes stand with their highest bit first, all other numbers with their lowest.
  private mutating func writeReversed(_ value: UInt32, _ count: Int) {
    for bit in (0..<count).reversed() { write(value >> UInt32(bit) & 1, 1) }
  }

  private mutating func write(_ value: UInt32, _ count: Int) {
    pending |= value << UInt32(pendingBits)
    pendingBits += count
    while pendingBits >= 8 {
      output.append(UInt8(truncatingIfNeeded: pending))
      pending >>= 8
      pendingBits -= 8
    }
  }
}
