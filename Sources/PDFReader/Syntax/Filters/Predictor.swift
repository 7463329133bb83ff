/// Undoes the predictors of Flate and LZW data (ISO 32000-1, 7.4.4.4).
struct Predictor {
  private let predictor: Int
  private let colors: Int
  private let bits: Int
  private let columns: Int

  /// - Returns: `nil` when the numbers make no sense.
  init?(predictor: Int, colors: Int, bits: Int, columns: Int) {
    guard predictor == 2 || (10...15).contains(predictor), (1...64).contains(colors),
      [1, 2, 4, 8, 16].contains(bits), (1...(1 << 26)).contains(columns)
    else { return nil }
    self.predictor = predictor
    self.colors = colors
    self.bits = bits
    self.columns = columns
  }

  private var pixelBytes: Int { max(1, colors * bits / 8) }
  private var rowBytes: Int { (colors * bits * columns + 7) / 8 }

  func undo(_ data: [UInt8]) -> Filtered {
    predictor == 2 ? undoTIFF(data) : undoPNG(data)
  }

  /// PNG's filters: a byte before each row says which (PNG specification, 9.2).
  private func undoPNG(_ data: [UInt8]) -> Filtered {
    let rowBytes = self.rowBytes
    let pixelBytes = self.pixelBytes
    let rows = (data.count + rowBytes) / (rowBytes + 1)
    var status = Filtered.Status.complete
    var result: [UInt8] = []
    result.reserveCapacity(data.count)
    for row in 0..<rows {
      let source = row * (rowBytes + 1)
      guard source < data.count else { break }
      let count = min(rowBytes, data.count - source - 1)
      let kind = data[source]
      let start = result.count
      result.append(contentsOf: data[(source + 1)..<(source + 1 + count)])
      let above = row == 0 ? nil : start - rowBytes
      switch kind {
      case 0: break
      case 1:
        for index in pixelBytes..<max(pixelBytes, count) {
          result[start &+ index] &+= result[start &+ index &- pixelBytes]
        }
      case 2: if let above { for index in 0..<count { result[start &+ index] &+= result[above &+ index] } }
      case 3:
        for index in 0..<count {
          let left = index >= pixelBytes ? Int(result[start &+ index &- pixelBytes]) : 0
          let up = above.map { Int(result[$0 &+ index]) } ?? 0
          result[start &+ index] &+= UInt8(truncatingIfNeeded: (left &+ up) / 2)
        }
      case 4: undoPaeth(&result, start: start, above: above, count: count)
      default: status = .damaged
      }
    }
    return Filtered(result, status)
  }

  private func undoPaeth(_ result: inout [UInt8], start: Int, above: Int?, count: Int) {
    let pixelBytes = self.pixelBytes
    for index in 0..<count {
      let isFirst = index < pixelBytes
      let left = isFirst ? 0 : Int(result[start &+ index &- pixelBytes])
      let up = above.map { Int(result[$0 &+ index]) } ?? 0
      let corner = isFirst ? 0 : above.map { Int(result[$0 &+ index &- pixelBytes]) } ?? 0
      let estimate = left &+ up &- corner
      let toLeft = abs(estimate &- left)
      let toUp = abs(estimate &- up)
      let toCorner = abs(estimate &- corner)
      let best = toLeft <= toUp && toLeft <= toCorner ? left : toUp <= toCorner ? up : corner
      result[start &+ index] &+= UInt8(truncatingIfNeeded: best)
    }
  }

  /// TIFF's predictor 2: each component holds the difference to that of the pixel to the left.
  private func undoTIFF(_ data: [UInt8]) -> Filtered {
    var result = data
    let rowBytes = self.rowBytes
    for start in stride(from: 0, to: data.count, by: rowBytes) {
      let count = min(rowBytes, data.count - start)
      switch bits {
      case 8:
        for index in colors..<max(colors, count) {
          result[start &+ index] &+= result[start &+ index &- colors]
        }
      case 16:
        for index in stride(from: 2 * colors, to: count - 1, by: 2) {
          let place = start + index
          let before = place - 2 * colors
          let sum =
            (UInt16(result[place]) << 8 | UInt16(result[place + 1]))
            &+ (UInt16(result[before]) << 8 | UInt16(result[before + 1]))
          result[place] = UInt8(truncatingIfNeeded: sum >> 8)
          result[place + 1] = UInt8(truncatingIfNeeded: sum)
        }
      default: undoTIFFBits(&result, start: start, count: count)
      }
    }
    return Filtered(result)
  }

  /// Components of less than a byte.
  private func undoTIFFBits(_ result: inout [UInt8], start: Int, count: Int) {
    var last = [Int](repeating: 0, count: colors)
    let mask = (1 << bits) - 1
    let samples = min(columns * colors, count * 8 / bits)
    for sample in 0..<samples {
      let bit = sample * bits
      let place = start + bit / 8
      let shift = 8 - bits - bit % 8
      let color = sample % colors
      let value = ((Int(result[place]) >> shift & mask) + last[color]) & mask
      last[color] = value
      result[place] = UInt8(truncatingIfNeeded: Int(result[place]) & ~(mask << shift) | value << shift)
    }
  }
}
