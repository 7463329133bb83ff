import Charsets

/// Codes of one byte (ISO 32000-1, 9.6).
struct SimpleCoder: Sendable {
  /// What the 256 codes read, as `GlyphText` has it.
  private let texts: [UInt32]
  /// Their advances in thousandths.
  private let widths: [Float]
  let sequences: [[Unicode.Scalar]]
  /// The font is a Chinese one, shown without an encoding that could mean Chinese: two bytes that are a
  /// character of GBK are one.
  private let hidesPairs: Bool

  /// Of a font that has other codes.
  static let unused = SimpleCoder(texts: [], widths: [], sequences: [], hidesPairs: false)

  init(texts: [UInt32], widths: [Float], sequences: [[Unicode.Scalar]], hidesPairs: Bool) {
    self.texts = Self.padded(texts, 0)
    self.widths = Self.padded(widths, 0)
    self.sequences = sequences
    self.hidesPairs = hidesPairs
  }

  private static func padded<T>(_ values: [T], _ filler: T) -> [T] {
    values.count >= 256 ? values : values + [T](repeating: filler, count: 256 - values.count)
  }

  @inline(__always)
  func decode(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> GlyphCode {
    let code = Int(bytes[offset])
    if hidesPairs, code >= 0x81, let pair = pair(bytes, at: offset) { return pair }
    return GlyphCode(
      code: UInt32(code), length: 1, advance: widths[code], text: GlyphText(raw: texts[code]))
  }

  /// The character of GBK that starts at an offset, if there is one.
  ///
  /// The curly quotes and the dash of WinAnsi make pairs, too. They lie outside GB 2312, so a pair outside it
  /// counts only in a string that has one inside it.
  private func pair(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> GlyphCode? {
    guard offset + 1 < bytes.count, let value = Self.scalar(bytes[offset], bytes[offset + 1]) else {
      return nil
    }
    let isCore = bytes[offset] >= 0xA1 && bytes[offset + 1] >= 0xA1
    if !isCore, !Self.hasCorePair(bytes, near: offset) { return nil }
    return GlyphCode(
      code: UInt32(bytes[offset]) << 8 | UInt32(bytes[offset + 1]), length: 2,
      advance: widths[Int(bytes[offset])] + widths[Int(bytes[offset + 1])], text: GlyphText(raw: value))
  }

  private static func scalar(_ lead: UInt8, _ trail: UInt8) -> UInt32? {
    let cells = DoubleByteTable.gb18030.cells
    let index = DoubleByteTable.index(Int(lead), Int(trail))
    guard cells.indices.contains(index), cells[index] != 0 else { return nil }
    return (0xE000..<0xF900).contains(cells[index]) ? nil : cells[index]
  }

  private static func hasCorePair(_ bytes: UnsafeBufferPointer<UInt8>, near offset: Int) -> Bool {
    var at = offset + 2
    while at + 1 < min(bytes.count, offset + 64) {
      guard bytes[at] >= 0x81 else {
        at += 1
        continue
      }
      if bytes[at] >= 0xB0, bytes[at] <= 0xF7, bytes[at + 1] >= 0xA1 { return true }
      at += 2
    }
    return offset >= 2 && bytes[offset - 2] >= 0xB0 && bytes[offset - 2] <= 0xF7 && bytes[offset - 1] >= 0xA1
  }
}
