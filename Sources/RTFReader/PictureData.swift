import DocumentModel

/// The bytes of the pictures of a file, taken out only when somebody asks.
enum PictureData {
  /// The name of the picture whose words begin at an offset of the file.
  static func part(at offset: Int) -> String { "pict@\(offset)" }

  /// The picture of a name; `nil` for a name that is none, or a group without a picture.
  static func picture(_ part: String, of bytes: [UInt8], limits: ReadLimits) -> Picture? {
    guard part.hasPrefix("pict@"), let offset = Int(part.dropFirst(5)), bytes.indices.contains(offset) else {
      return nil
    }
    var tokenizer = Tokenizer(bytes, from: offset)
    var data: [UInt8] = []
    var depth = 0
    var half: UInt8?
    var isBitmap = false
    while data.count <= limits.partBytes {
      switch tokenizer.next() {
      case .open: depth += 1
      case .close:
        depth -= 1
        if depth < 0 { return picture(data, isBitmap: isBitmap) }
      case .text(let range) where depth == 0:
        for index in range {
          guard let digit = Tokenizer.digit(bytes[index]) else { continue }
          if let high = half {
            data.append(high << 4 | digit)
            half = nil
          } else {
            half = digit
          }
        }
      case .binary(let range) where depth == 0: data.append(contentsOf: bytes[range])
      case .word(.dibitmap, _): isBitmap = true
      case .end: return picture(data, isBitmap: isBitmap)
      default: break
      }
    }
    return nil
  }

  private static func picture(_ data: [UInt8], isBitmap: Bool) -> Picture? {
    guard !data.isEmpty else { return nil }
    let bytes = isBitmap ? bitmap(data) : data
    return Picture(encoding: Picture.Encoding(of: bytes), bytes: bytes)
  }

  /// A bitmap as a file has it: RTF leaves the file header away ([MS-WMF], 2.2.2.9).
  private static func bitmap(_ data: [UInt8]) -> [UInt8] {
    func word(_ offset: Int) -> Int {
      guard data.count >= offset + 4 else { return 0 }
      return (0..<4).reduce(0) { $0 | Int(data[offset + $1]) << (8 * $1) }
    }
    let depth = word(12) >> 16
    let colors = word(32) > 0 ? word(32) : depth <= 8 ? 1 << depth : 0
    let start = min(14 + word(0) + colors * 4, data.count + 14)
    func bytes(_ value: Int) -> [UInt8] { (0..<4).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) } }
    return [0x42, 0x4D] + bytes(data.count + 14) + bytes(0) + bytes(start) + data
  }
}
