import Archives
import DocumentModel

/// Writes zip files byte by byte, as wrong as a test wants them.
struct ZIPBuilder {
  struct Entry {
    var name: [UInt8]
    var data: [UInt8]
    var method = 8
    var flags = 0
    /// What the local header says, when it is something else.
    var localName: [UInt8]?
    var localMethod: Int?
    var localFlags: Int?
    /// What the directory says, when it is something else.
    var inflatedBytes: Int?
    var storedBytes: Int?
    var crc: UInt32?
    var system = 3
    var mode = 0o100644
    /// Sizes and checksum stand behind the data.
    var hasDescriptor = false
    /// Sizes and offset stand in a zip64 extra field.
    var isWide = false
    /// The local header is that of the entry before.
    var sharesLocal = false

    init(_ name: String, _ text: String = "text") {
      self.name = Array(name.utf8)
      data = Array(text.utf8)
    }
  }

  var entries: [Entry]
  var comment: [UInt8] = []
  var isWide = false
  /// The number of entries that the end record states.
  var count: Int?
  /// Added to the stated place of the directory.
  var shift = 0

  init(_ entries: [Entry]) { self.entries = entries }

  init(_ names: String...) { entries = names.map { Entry($0) } }

  static func u16(_ value: Int) -> [UInt8] { [UInt8(value & 0xFF), UInt8(value >> 8 & 0xFF)] }
  static func u32(_ value: Int) -> [UInt8] { u16(value & 0xFFFF) + u16(value >> 16 & 0xFFFF) }
  static func u64(_ value: Int) -> [UInt8] { u32(value & 0xFFFF_FFFF) + u32(value >> 32) }

  /// A deflate stream of stored blocks.
  static func deflate(_ data: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var rest = data[...]
    repeat {
      let block = rest.prefix(0xFFFF)
      rest = rest.dropFirst(block.count)
      result += [rest.isEmpty ? 1 : 0] + u16(block.count) + u16(~block.count & 0xFFFF) + block
    } while !rest.isEmpty
    return result
  }

  /// CRC-32 (ISO 3309), the slow way.
  static func crc(_ data: [UInt8]) -> UInt32 {
    var crc = UInt32.max
    for byte in data {
      crc ^= UInt32(byte)
      for _ in 0..<8 { crc = crc & 1 != 0 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
    }
    return ~crc
  }

  var bytes: [UInt8] {
    var file: [UInt8] = []
    var directory: [UInt8] = []
    var last = 0
    for entry in entries {
      let local = entry.sharesLocal ? last : file.count
      last = local
      let stored = entry.method == 8 ? Self.deflate(entry.data) : entry.data
      if !entry.sharesLocal { file += Self.local(entry, stored) }
      directory += Self.central(entry, stored, local)
    }
    let start = file.count
    file += directory
    let stated = count ?? entries.count
    if isWide { file += Self.wideEnd(at: file.count, count: stated, size: directory.count, start: start) }
    file += [0x50, 0x4B, 5, 6] + Self.u32(0)
    file += Self.u16(isWide ? 0xFFFF : stated) + Self.u16(isWide ? 0xFFFF : stated)
    file += Self.u32(isWide ? 0xFFFF_FFFF : directory.count) + Self.u32(isWide ? 0xFFFF_FFFF : start + shift)
    return file + Self.u16(comment.count) + comment
  }

  private static func local(_ entry: Entry, _ stored: [UInt8]) -> [UInt8] {
    let name = entry.localName ?? entry.name
    let flags = (entry.localFlags ?? entry.flags) | (entry.hasDescriptor ? 8 : 0)
    let sums = u32(Int(crc(entry.data))) + u32(stored.count) + u32(entry.data.count)
    var header = [0x50, 0x4B, 3, 4] + u16(20) + u16(flags) + u16(entry.localMethod ?? entry.method) + u32(0)
    header += entry.hasDescriptor ? [UInt8](repeating: 0, count: 12) : sums
    header += u16(name.count) + u16(0) + name + stored
    return header + (entry.hasDescriptor ? [0x50, 0x4B, 7, 8] + sums : [])
  }

  private static func central(_ entry: Entry, _ stored: [UInt8], _ local: Int) -> [UInt8] {
    let inflated = entry.inflatedBytes ?? entry.data.count
    let size = entry.storedBytes ?? stored.count
    let extra = entry.isWide ? u16(1) + u16(24) + u64(inflated) + u64(size) + u64(local) : []
    let full = 0xFFFF_FFFF
    var record = [0x50, 0x4B, 1, 2] + u16(20 | entry.system << 8) + u16(20)
    record += u16(entry.flags | (entry.hasDescriptor ? 8 : 0)) + u16(entry.method) + u32(0)
    record += u32(Int(entry.crc ?? crc(entry.data)))
    record += u32(entry.isWide ? full : size) + u32(entry.isWide ? full : inflated)
    record += u16(entry.name.count) + u16(extra.count) + u16(0) + u16(0) + u16(0)
    return record + u32(entry.mode << 16) + u32(entry.isWide ? full : local) + entry.name + extra
  }

  private static func wideEnd(at offset: Int, count: Int, size: Int, start: Int) -> [UInt8] {
    let record = [0x50, 0x4B, 6, 6] + u64(44) + u16(45) + u16(45) + u32(0) + u32(0)
    let numbers = u64(count) + u64(count) + u64(size) + u64(start)
    return record + numbers + [0x50, 0x4B, 6, 7] + u32(0) + u64(offset) + u32(1)
  }
}

/// Why an archive is refused, or the first of its entries that cannot be read; `nil` when all is well.
func failure(_ bytes: [UInt8], limits: ReadLimits = ReadLimits()) -> ReadError? {
  do {
    var archive = try ZIPArchive(bytes, limits: limits)
    for entry in archive.entries where try archive.read(entry.name)?.count != entry.inflatedBytes {
      return ReadError(ReadError.Code("NO_BYTES"), part: entry.name)
    }
    return nil
  } catch { return error }
}

func failure(_ builder: ZIPBuilder, limits: ReadLimits = ReadLimits()) -> ReadError? {
  failure(builder.bytes, limits: limits)
}
