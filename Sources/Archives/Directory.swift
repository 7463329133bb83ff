import DocumentModel

/// The central directory of a zip file (APPNOTE 6.3.10 §4.3.12–16) as it stands, before anything is believed.
struct Directory {
  /// What the directory says about one entry.
  struct Record {
    /// The name's bytes in the directory.
    let name: ArraySlice<UInt8>
    let flags: Int
    let method: Int
    let crc: UInt32
    let storedBytes: Int
    let inflatedBytes: Int
    /// Where the local header starts.
    let localOffset: Int
    /// The system whose attributes follow; 3 is Unix.
    let system: Int
    let attributes: Int

    var isEncrypted: Bool { flags & 0x2041 != 0 }
    var isSymbolicLink: Bool { (system == 3 || system == 19) && (attributes >> 16) & 0xF000 == 0xA000 }

    var shownName: String { Directory.text(name) }
  }

  /// The directory's place in the file.
  let start: Int
  private(set) var records: [Record] = []
  /// Whether the file ends with this directory and its end record, without gap, comment or zip64. Then
  /// there is one way to read it, which is the case for nearly all files.
  private(set) var isPlain: Bool

  /// - Throws: `E_ZIP_CORRUPT` when there is no directory or it is damaged, `E_ZIP_TOO_MANY`.
  init(_ bytes: [UInt8], limit: Int) throws(ReadError) {
    guard let end = Self.findEnd(bytes) else {
      throw ReadError(.zipCorrupt, detail: "no central directory: cut off, or no zip file")
    }
    var count = bytes.u16(end + 10)
    var size = bytes.u32(end + 12)
    var start = bytes.u32(end + 16)
    var limitOfStart = end
    if count == 0xFFFF || size == 0xFFFF_FFFF || start == 0xFFFF_FFFF,
      let wide = Self.findWideEnd(bytes, before: end)
    {
      count = bytes.u64(wide + 32)
      size = bytes.u64(wide + 40)
      start = bytes.u64(wide + 48)
      limitOfStart = wide
    }
    if count > limit { throw ReadError(.zipTooMany, detail: "\(count) entries") }
    guard bytes.u16(end + 4) == 0 || bytes.u16(end + 4) == 0xFFFF else {
      throw ReadError(.zipCorrupt, detail: "one of several volumes")
    }
    guard start >= 0, size >= 0, start <= limitOfStart, size <= limitOfStart - start else {
      throw ReadError(.zipCorrupt, detail: "the central directory is not where it is said to be")
    }
    self.start = start
    isPlain = end + 22 == bytes.count && limitOfStart == end && start + size == end
    try read(bytes, count: count, end: start + size)
  }

  /// The end record: the last one whose comment fits into the file.
  private static func findEnd(_ bytes: [UInt8]) -> Int? {
    var offset = bytes.count - 22
    let lowest = max(0, offset - 0xFFFF)
    while offset >= lowest {
      if bytes[offset] == 0x50, bytes.u32(offset) == 0x0605_4B50,
        offset + 22 + bytes.u16(offset + 20) <= bytes.count
      {
        return offset
      }
      offset -= 1
    }
    return nil
  }

  /// The zip64 end record, by its locator right before the end record.
  private static func findWideEnd(_ bytes: [UInt8], before end: Int) -> Int? {
    guard end >= 20, bytes.u32(end - 20) == 0x0706_4B50 else { return nil }
    let offset = bytes.u64(end - 12)
    guard offset >= 0, offset <= end - 20 - 56, bytes.u32(offset) == 0x0606_4B50 else { return nil }
    return offset
  }

  private mutating func read(_ bytes: [UInt8], count: Int, end: Int) throws(ReadError) {
    records.reserveCapacity(count)
    var offset = start
    for index in 0..<count {
      guard offset + 46 <= end, bytes.u32(offset) == 0x0201_4B50 else {
        throw ReadError(
          .zipCorrupt, detail: "the central directory breaks off at entry \(index + 1) of \(count)")
      }
      let name = offset + 46
      let extra = name + bytes.u16(offset + 28)
      let comment = extra + bytes.u16(offset + 30)
      let next = comment + bytes.u16(offset + 32)
      guard next <= end else {
        throw ReadError(
          .zipCorrupt, detail: "the central directory breaks off at entry \(index + 1) of \(count)")
      }
      var sizes = WideSizes(
        inflated: bytes.u32(offset + 24), stored: bytes.u32(offset + 20), local: bytes.u32(offset + 42))
      sizes.widen(bytes, from: extra, to: comment)
      records.append(
        Record(
          name: bytes[name..<extra], flags: bytes.u16(offset + 8), method: bytes.u16(offset + 10),
          crc: UInt32(truncatingIfNeeded: bytes.u32(offset + 16)), storedBytes: sizes.stored,
          inflatedBytes: sizes.inflated, localOffset: sizes.local, system: bytes.u16(offset + 4) >> 8,
          attributes: bytes.u32(offset + 38)))
      offset = next
    }
    if offset != end { isPlain = false }
  }

  /// A name for people and for lookup: UTF-8 as almost always, else each byte by itself, so that different
  /// names stay different.
  static func text(_ bytes: ArraySlice<UInt8>) -> String {
    String(validating: bytes, as: UTF8.self)
      ?? String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
  }
}

/// The three numbers that zip64 keeps elsewhere when they do not fit into 32 bits.
private struct WideSizes {
  var inflated: Int
  var stored: Int
  var local: Int

  /// Replaces those that are all ones by what the zip64 extra field (0x0001) says.
  mutating func widen(_ bytes: [UInt8], from start: Int, to end: Int) {
    let full = 0xFFFF_FFFF
    guard inflated == full || stored == full || local == full else { return }
    var offset = start
    while offset + 4 <= end {
      let next = offset + 4 + bytes.u16(offset + 2)
      guard next <= end else { return }
      if bytes.u16(offset) == 1 {
        var value = offset + 4
        for field in [\WideSizes.inflated, \.stored, \.local]
        where self[keyPath: field] == full && value + 8 <= next {
          self[keyPath: field] = bytes.u64(value)
          value += 8
        }
        return
      }
      offset = next
    }
  }
}

/// Little-endian numbers at an offset; bytes past the end count as zero.
extension [UInt8] {
  private func byte(_ offset: Int) -> Int { indices.contains(offset) ? Int(self[offset]) : 0 }
  func u16(_ offset: Int) -> Int { byte(offset) | byte(offset + 1) << 8 }
  func u32(_ offset: Int) -> Int { u16(offset) | u16(offset + 2) << 16 }
  /// At most `Int.max`: nothing that large is believed anyway.
  func u64(_ offset: Int) -> Int {
    let high = u32(offset + 4)
    return high > 0x7FFF_FFFF ? Int.max : u32(offset) | high << 32
  }
}
