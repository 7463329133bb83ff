/// Which encodings are read: those in which the bytes 0x00–0x7F are ASCII wherever they stand as a
/// character of their own, and UTF-16.
///
/// Others (UTF-7, UTF-32, EBCDIC, ISO-2022, HZ) are never met in office files (OPC, ECMA-376 part 2 §9.1.3.1
/// allows UTF-8 and UTF-16 alone), and in them the scan for attributes would not see what libxml2 sees.
enum Encoding {
  private static let asciiCompatible = [
    "utf-8", "utf8", "us-ascii", "ascii", "iso-8859-", "iso_8859-", "latin1", "windows-125", "cp125",
    "gb2312", "gbk", "gb18030", "cp936", "big5", "euc-", "shift_jis", "koi8-",
  ]

  /// The layout that the first bytes show, or `nil` for layouts that are not read.
  static func units(_ bytes: UnsafeRawBufferPointer) -> AttributeScan.Units? {
    func byte(_ index: Int) -> UInt8 { index < bytes.count ? bytes[index] : 0x20 }
    switch (byte(0), byte(1), byte(2), byte(3)) {
    case (0xFF, 0xFE, 0, 0), (0, 0, 0xFE, 0xFF), (0x3C, 0, 0, 0), (0, 0, 0, 0x3C): return nil
    case (0xFF, 0xFE, _, _), (0x3C, 0, _, _): return .littleEndian16
    case (0xFE, 0xFF, _, _), (0, 0x3C, _, _): return .bigEndian16
    case (0, _, _, _), (0x4C, 0x6F, 0xA7, 0x94): return nil
    default: return .bytes
    }
  }

  /// Whether a document with this layout may declare this encoding.
  static func isRead(_ name: String, _ units: AttributeScan.Units) -> Bool {
    let name = name.lowercased()
    switch units {
    case .bytes: return asciiCompatible.contains { name.hasPrefix($0) }
    case .littleEndian16: return ["utf-16", "utf-16le", "utf-8", "utf8"].contains(name)
    case .bigEndian16: return ["utf-16", "utf-16be", "utf-8", "utf8"].contains(name)
    }
  }
}
