/// Writes a zip container (APPNOTE 6.3) with a fixed time stamp: same entries, same bytes.
struct ZIPFile {
  private var output: [UInt8] = []
  private var directory: [UInt8] = []
  private var count: UInt16 = 0

  /// 1 January 1980, 0:00, the first moment that a zip entry can name.
  private static let date: UInt16 = 0x0021
  private static let utf8Names: UInt16 = 0x0800

  mutating func add(_ name: String, _ text: String) { add(name, Array(text.utf8)) }

  mutating func add(_ name: String, _ content: [UInt8]) {
    let compressed = Deflate.compress(content)
    let offset = UInt32(output.count)
    var header: [UInt8] = []
    header.append16(20, Self.utf8Names, 8, 0, Self.date)
    header.append32(CRC32.of(content), UInt32(compressed.count), UInt32(content.count))
    header.append16(UInt16(name.utf8.count), 0)
    output.append32(0x0403_4B50)
    output += header + Array(name.utf8) + compressed
    directory.append32(0x0201_4B50)
    directory.append16(20)
    directory += header
    directory.append16(0, 0, 0)
    directory.append32(0, offset)
    directory += Array(name.utf8)
    count += 1
  }

  /// The whole file.
  func finished() -> [UInt8] {
    var file = output + directory
    file.append32(0x0605_4B50)
    file.append16(0, 0, count, count)
    file.append32(UInt32(directory.count), UInt32(output.count))
    file.append16(0)
    return file
  }
}

/// The check sum of zip entries (ISO 3309).
enum CRC32 {
  private static let table: [UInt32] = (0..<256).map { index in
    (0..<8).reduce(UInt32(index)) { value, _ in value & 1 == 1 ? 0xEDB8_8320 ^ value >> 1 : value >> 1 }
  }

  static func of(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(~0) { $0 >> 8 ^ table[Int(($0 ^ UInt32($1)) & 0xFF)] }
  }
}

extension [UInt8] {
  fileprivate mutating func append16(_ values: UInt16...) {
    for value in values { append(contentsOf: [UInt8(value & 0xFF), UInt8(value >> 8)]) }
  }

  fileprivate mutating func append32(_ values: UInt32...) {
    for value in values {
      append(contentsOf: (0..<4).map { UInt8(truncatingIfNeeded: value >> UInt32($0 * 8)) })
    }
  }
}
