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

  /// Whether the text is UTF-8 by its declaration or for lack of one, so that libxml2 need not convert it.
  static func isUTF8(_ bytes: UnsafeRawBufferPointer) -> Bool {
    var head = bytes.prefix(260)
    if head.starts(with: [0xEF, 0xBB, 0xBF]) { head = head.dropFirst(3) }
    guard head.starts(with: "<?xml".utf8) else { return true }
    guard let end = head.firstIndex(of: 0x3E) else { return false }
    // The word stands nowhere else in a good declaration; a bad one is libxml2's to judge.
    guard let word = head[..<end].firstIndex(of: "encoding") else { return true }
    let name = head[(word + 8)..<end].drop { $0 <= 0x3D }
    return name.prefix(5).map { $0 & 0xDF }.elementsEqual("UTF-8".utf8.map { $0 & 0xDF })
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

extension RandomAccessCollection where Element == UInt8 {
  /// Where the text stands first.
  func firstIndex(of text: StaticString) -> Index? {
    let text = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    var index = startIndex
    while distance(from: index, to: endIndex) >= text.count {
      if self[index...].starts(with: text) { return index }
      formIndex(after: &index)
    }
    return nil
  }
}
