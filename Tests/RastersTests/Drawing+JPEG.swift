import DocumentModel

extension Drawing {
  /// As a baseline JPEG in which every pixel is a block of 8 × 8 of one colour: nothing but the mean of each
  /// block has to be written (ITU-T T.81, F.1.2).
  var jpeg: Picture {
    var bytes: [UInt8] = [0xFF, 0xD8]
    // Steps of one.
    bytes += [0xFF, 0xDB, 0, 67, 0] + [UInt8](repeating: 1, count: 64)
    let size = [height * 8, width * 8].flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    bytes += [0xFF, 0xC0, 0, 17, 8] + size + [3, 1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0]
    // Means: twelve codes of four bits. The rest: one code, which says that there is none.
    bytes += [0xFF, 0xC4, 0, 31, 0, 0, 0, 0, 12] + [UInt8](repeating: 0, count: 12) + Array(0...11)
    bytes += [0xFF, 0xC4, 0, 20, 0x10, 1] + [UInt8](repeating: 0, count: 15) + [0]
    bytes += [0xFF, 0xDA, 0, 12, 3, 1, 0, 2, 0, 3, 0, 0, 63, 0]
    var bits = BitWriter()
    var last = [0, 0, 0]
    for at in stride(from: 0, to: pixels.count, by: 4) {
      for (component, mean) in means(at).enumerated() {
        bits.add(difference: mean - last[component])
        last[component] = mean
        bits.add(0, count: 1)
      }
    }
    return Picture(encoding: .jpeg, bytes: bytes + bits.finished + [0xFF, 0xD9])
  }

  /// Eight times brightness and the two colour differences, around zero.
  private func means(_ at: Int) -> [Int] {
    let (red, green, blue) = (Double(pixels[at]), Double(pixels[at + 1]), Double(pixels[at + 2]))
    let brightness = 0.299 * red + 0.587 * green + 0.114 * blue
    return [brightness - 128, (blue - brightness) * 0.564, (red - brightness) * 0.713].map {
      Int(($0 * 8).rounded())
    }
  }
}

/// Writes bits from the highest on; a byte of ones is followed by an empty one.
private struct BitWriter {
  private var bytes: [UInt8] = []
  private var held = 0
  private var count = 0

  /// The number of bits that the difference needs, then these; of a negative one the bits of one less.
  mutating func add(difference: Int) {
    let length = Int.bitWidth - difference.magnitude.leadingZeroBitCount
    add(length, count: 4)
    add(difference < 0 ? difference - 1 : difference, count: length)
  }

  mutating func add(_ value: Int, count added: Int) {
    for bit in (0..<added).reversed() {
      held = held << 1 | value >> bit & 1
      count += 1
      guard count == 8 else { continue }
      bytes.append(UInt8(held))
      if held == 0xFF { bytes.append(0) }
      (held, count) = (0, 0)
    }
  }

  var finished: [UInt8] {
    var copy = self
    while copy.count > 0 { copy.add(1, count: 1) }
    return copy.bytes
  }
}
