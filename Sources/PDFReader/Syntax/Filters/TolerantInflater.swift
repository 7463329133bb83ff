/// Inflates Deflate data (RFC 1951) as far as it can be read, whatever its header and checksum say.
///
/// Slower than libdeflate, and asked only when that refuses: data cut off in transfer still has its beginning.
struct TolerantInflater {
  private let data: UnsafeRawBufferPointer
  private let limit: Int
  private var position: Int
  private var held: UInt64 = 0
  private var bits = 0
  private var result: [UInt8] = []

  /// - Parameter data: zlib data (RFC 1950) or bare Deflate data.
  static func inflate(_ data: UnsafeRawBufferPointer, limit: Int) -> Filtered {
    let hasHeader =
      data.count >= 2 && data[0] & 0x0F == 8 && (Int(data[0]) << 8 | Int(data[1])) % 31 == 0
    var inflater = TolerantInflater(data, limit: limit, at: hasHeader ? 2 : 0)
    var first = inflater.run()
    if hasHeader, first.status == .complete, inflater.contradictsChecksum { first.status = .damaged }
    guard !hasHeader, first.bytes.isEmpty, data.count > 2, first.status == .damaged else { return first }
    // A damaged header before good data.
    var second = TolerantInflater(data, limit: limit, at: 2)
    return second.run()
  }

  private init(_ data: UnsafeRawBufferPointer, limit: Int, at position: Int) {
    self.data = data
    self.limit = limit
    self.position = position
  }

  /// Whether the checksum behind the data (RFC 1950, 2.2) is there and is that of other data.
  private var contradictsChecksum: Bool {
    guard position &+ 4 <= data.count else { return false }
    var (low, high): (UInt32, UInt32) = (1, 0)
    for start in stride(from: 0, to: result.count, by: 5_552) {
      for byte in result[start..<min(start + 5_552, result.count)] {
        low &+= UInt32(byte)
        high &+= low
      }
      low %= 65_521
      high %= 65_521
    }
    let written = data[position..<(position + 4)].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
    return written != high << 16 | low
  }

  private enum Failure: Error { case damaged, tooLarge }

  private mutating func run() -> Filtered {
    do {
      while try !block() {}
      return Filtered(result)
    } catch Failure.tooLarge {
      return .tooLarge
    } catch {
      return Filtered(result, .damaged)
    }
  }

  private mutating func take(_ count: Int) throws(Failure) -> Int {
    while bits < count {
      guard position < data.count else { throw .damaged }
      held |= UInt64(data[position]) << UInt64(bits)
      position &+= 1
      bits &+= 8
    }
    let value = Int(held & ((1 << UInt64(count)) &- 1))
    held >>= UInt64(count)
    bits &-= count
    return value
  }

  /// Reads a block; whether it was the last.
  private mutating func block() throws(Failure) -> Bool {
    let isLast = try take(1) == 1
    switch try take(2) {
    case 0: try stored()
    case 1: try coded(.fixedLiterals, .fixedDistances)
    case 2:
      let codes = try dynamicCodes()
      try coded(codes.literals, codes.distances)
    default: throw .damaged
    }
    return isLast
  }

  private mutating func stored() throws(Failure) {
    _ = try take(bits % 8)
    let length = try take(16)
    _ = try take(16)
    for _ in 0..<length {
      result.append(UInt8(truncatingIfNeeded: try take(8)))
      if result.count > limit { throw .tooLarge }
    }
  }

  private mutating func symbol(_ code: HuffmanCode) throws(Failure) -> Int {
    var value = 0
    var first = 0
    var index = 0
    for length in 1...15 {
      value |= try take(1)
      let count = code.counts[length]
      if value &- count < first { return code.symbols[index &+ (value &- first)] }
      index &+= count
      first = (first &+ count) &<< 1
      value &<<= 1
    }
    throw .damaged
  }

  private mutating func coded(_ literals: HuffmanCode, _ distances: HuffmanCode) throws(Failure) {
    while true {
      let symbol = try symbol(literals)
      if symbol < 256 {
        result.append(UInt8(truncatingIfNeeded: symbol))
      } else if symbol == 256 {
        return
      } else {
        guard symbol < 286 else { throw .damaged }
        let (length, lengthBits) = Self.lengths[symbol - 257]
        let count = length + (try take(lengthBits))
        let distanceSymbol = try self.symbol(distances)
        guard distanceSymbol < 30 else { throw .damaged }
        let (distance, distanceBits) = Self.distances[distanceSymbol]
        let back = distance + (try take(distanceBits))
        guard back <= result.count else { throw .damaged }
        for _ in 0..<count { result.append(result[result.count &- back]) }
      }
      if result.count > limit { throw .tooLarge }
    }
  }

  private mutating func dynamicCodes() throws(Failure) -> (literals: HuffmanCode, distances: HuffmanCode) {
    let literalCount = try take(5) + 257
    let distanceCount = try take(5) + 1
    let lengthCount = try take(4) + 4
    var codeLengths = [Int](repeating: 0, count: 19)
    for index in 0..<lengthCount { codeLengths[Self.order[index]] = try take(3) }
    guard let lengthCode = HuffmanCode(codeLengths[...]) else { throw .damaged }
    var lengths: [Int] = []
    while lengths.count < literalCount + distanceCount {
      switch try symbol(lengthCode) {
      case 16:
        guard let last = lengths.last else { throw .damaged }
        lengths += [Int](repeating: last, count: 3 + (try take(2)))
      case 17: lengths += [Int](repeating: 0, count: 3 + (try take(3)))
      case 18: lengths += [Int](repeating: 0, count: 11 + (try take(7)))
      case let length: lengths.append(length)
      }
    }
    guard lengths.count == literalCount + distanceCount,
      let literals = HuffmanCode(lengths[..<literalCount]),
      let distances = HuffmanCode(lengths[literalCount...])
    else { throw .damaged }
    return (literals, distances)
  }

  /// The order in which lengths of the code of lengths are written (RFC 1951, 3.2.7).
  private static let order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]

  /// Base and extra bits of symbols 257 … 285 (RFC 1951, 3.2.5).
  private static let lengths: [(Int, Int)] = [
    (3, 0), (4, 0), (5, 0), (6, 0), (7, 0), (8, 0), (9, 0), (10, 0), (11, 1), (13, 1), (15, 1), (17, 1),
    (19, 2), (23, 2), (27, 2), (31, 2), (35, 3), (43, 3), (51, 3), (59, 3), (67, 4), (83, 4), (99, 4),
    (115, 4), (131, 5), (163, 5), (195, 5), (227, 5), (258, 0),
  ]

  private static let distances: [(Int, Int)] = [
    (1, 0), (2, 0), (3, 0), (4, 0), (5, 1), (7, 1), (9, 2), (13, 2), (17, 3), (25, 3), (33, 4), (49, 4),
    (65, 5), (97, 5), (129, 6), (193, 6), (257, 7), (385, 7), (513, 8), (769, 8), (1025, 9), (1537, 9),
    (2049, 10), (3073, 10), (4097, 11), (6145, 11), (8193, 12), (12289, 12), (16385, 13), (24577, 13),
  ]
}

/// A canonical Huffman code by the lengths of its symbols (RFC 1951, 3.2.2).
private struct HuffmanCode {
  /// How many symbols have codes of each length.
  private(set) var counts = [Int](repeating: 0, count: 16)
  /// Ordered by their codes.
  private(set) var symbols: [Int]

  /// - Returns: `nil` when more codes are wanted than there are.
  init?(_ lengths: ArraySlice<Int>) {
    for length in lengths { counts[length & 15] += 1 }
    counts[0] = 0
    var left = 1
    for length in 1...15 {
      left = left << 1 - counts[length]
      if left < 0 { return nil }
    }
    var offsets = [Int](repeating: 0, count: 16)
    for length in 1..<15 { offsets[length + 1] = offsets[length] + counts[length] }
    symbols = [Int](repeating: 0, count: lengths.count)
    for (symbol, length) in lengths.enumerated() where length > 0 {
      symbols[offsets[length]] = symbol
      offsets[length] += 1
    }
  }

  static let fixedLiterals = HuffmanCode(
    fixed: [Int](repeating: 8, count: 144) + [Int](repeating: 9, count: 112) + [Int](repeating: 7, count: 24)
      + [Int](repeating: 8, count: 8))
  static let fixedDistances = HuffmanCode(fixed: [Int](repeating: 5, count: 30))

  private init(fixed lengths: [Int]) {
    self = HuffmanCode(lengths[...]) ?? HuffmanCode()
  }

  private init() { symbols = [] }
}
