/// Lempel-Ziv-Welch, as GIF (GIF89a, appendix F) and TIFF (TIFF 6.0, section 13) have it.
enum LZW {
  /// The bytes of a GIF picture: codes from the lowest bit, beginning one bit longer than `codeSize`.
  /// - Parameter count: the most bytes that are wanted.
  static func indexes(_ bytes: [UInt8], codeSize: Int, count: Int) -> [UInt8] {
    var decoder = Decoder(codeSize: codeSize, isFromHighBit: false)
    return decoder.decode(bytes[...], count: count)
  }

  /// The bytes of a TIFF strip: codes from the highest bit, which grow one code earlier.
  static func bytes(_ bytes: ArraySlice<UInt8>, count: Int) -> [UInt8] {
    var decoder = Decoder(codeSize: 8, isFromHighBit: true)
    return decoder.decode(bytes, count: count)
  }

  private struct Decoder {
    let codeSize: Int
    let isFromHighBit: Bool
    /// Each code as the code before it and one byte more; the table is never longer than 4096.
    private var prefixes = [Int](repeating: -1, count: 4_096)
    private var suffixes = [UInt8](repeating: 0, count: 4_096)
    private var lengths = [Int](repeating: 1, count: 4_096)

    init(codeSize: Int, isFromHighBit: Bool) {
      self.codeSize = codeSize
      self.isFromHighBit = isFromHighBit
      for code in 0..<(1 << codeSize) { suffixes[code] = UInt8(truncatingIfNeeded: code) }
    }

    mutating func decode(_ bytes: ArraySlice<UInt8>, count: Int) -> [UInt8] {
      let clear = 1 << codeSize
      var output: [UInt8] = []
      output.reserveCapacity(min(count, 1 << 22))
      var next = clear + 2
      var width = codeSize + 1
      var previous: Int?
      var pending = 0
      var pendingBits = 0
      for byte in bytes {
        pending = isFromHighBit ? pending << 8 | Int(byte) : pending | Int(byte) << pendingBits
        pendingBits += 8
        while pendingBits >= width {
          let code: Int
          if isFromHighBit {
            code = pending >> (pendingBits - width) & (1 << width - 1)
            pendingBits -= width
            pending &= 1 << pendingBits - 1
          } else {
            code = pending & (1 << width - 1)
            pending >>= width
            pendingBits -= width
          }
          if code == clear {
            next = clear + 2
            width = codeSize + 1
            previous = nil
            continue
          }
          if code == clear + 1 || output.count >= count { return output }
          guard let first = append(code, previous, next, to: &output) else { return output }
          if let previous, next < 4_096 {
            prefixes[next] = previous
            suffixes[next] = first
            lengths[next] = lengths[previous] + 1
            next += 1
          }
          if next + (isFromHighBit ? 1 : 0) >= 1 << width, width < 12 { width += 1 }
          previous = code
        }
      }
      return output
    }

    /// Appends what a code stands for.
    /// - Returns: its first byte; `nil` for a code that means nothing here.
    private func append(_ code: Int, _ previous: Int?, _ next: Int, to output: inout [UInt8]) -> UInt8? {
      let isNew = code == next
      guard code < next || (isNew && previous != nil) else { return nil }
      let known = isNew ? previous ?? 0 : code
      guard known != 1 << codeSize, known != 1 << codeSize + 1 else { return nil }
      let start = output.count
      let length = lengths[known]
      output.append(contentsOf: repeatElement(0, count: length + (isNew ? 1 : 0)))
      var code = known
      for place in stride(from: start + length - 1, through: start, by: -1) where code >= 0 {
        output[place] = suffixes[code]
        code = prefixes[code]
      }
      let first = output[start]
      if isNew { output[start + length] = first }
      return first
    }
  }
}
