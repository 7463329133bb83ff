import CLibDeflate
import DocumentModel

/// A zip container in memory, checked before anything in it is believed.
public struct ZIPArchive {
  /// An entry of the central directory.
  public struct Entry: Sendable, Hashable {
    public let name: String
    /// Sizes in bytes, as declared.
    public let storedBytes: Int
    public let inflatedBytes: Int
    let offset: Int
    let method: Int
  }

  /// All entries, in the order of the central directory.
  public private(set) var entries: [Entry] = []
  private let bytes: [UInt8]
  private let limits: ReadLimits
  private var index: [String: Int] = [:]

  /// Opens an archive and checks its directory.
  /// - Throws: `E_EMPTY`, `E_TYPE`, `E_ZIP_…`.
  public init(_ bytes: [UInt8], limits: ReadLimits = ReadLimits()) throws(ReadError) {
    self.bytes = bytes
    self.limits = limits
    guard !bytes.isEmpty else { throw ReadError(.empty) }
    guard bytes.starts(with: [0x50, 0x4B, 3, 4]) else { throw ReadError(.type) }
    func u16(_ i: Int) -> Int { i + 1 < bytes.count ? Int(bytes[i]) | Int(bytes[i + 1]) << 8 : 0 }
    func u32(_ i: Int) -> Int { u16(i) | u16(i + 2) << 16 }
    guard var end = bytes.indices.dropLast(21).last(where: { u32($0) == 0x0605_4B50 }) else {
      throw ReadError(.zipCorrupt)
    }
    let count = u16(end + 10)
    end = u32(end + 16)
    for _ in 0..<count {
      guard u32(end) == 0x0201_4B50 else { throw ReadError(.zipCorrupt) }
      let length = u16(end + 28)
      guard end + 46 + length <= bytes.count else { throw ReadError(.zipCorrupt) }
      let name = String(decoding: bytes[(end + 46)..<(end + 46 + length)], as: UTF8.self)
      index[name] = entries.count
      let local = u32(end + 42)
      entries.append(
        Entry(
          name: name, storedBytes: u32(end + 20), inflatedBytes: u32(end + 24),
          offset: local + 30 + u16(local + 26) + u16(local + 28), method: u16(end + 10)))
      end += 46 + length + u16(end + 30) + u16(end + 32)
    }
  }

  /// Whether there is an entry of exactly this name.
  public func contains(_ name: String) -> Bool { index[name] != nil }

  /// The bytes of one entry, inflated under the limits and checked against their CRC.
  /// - Returns: `nil` when there is no entry of that name.
  /// - Throws: `E_ZIP_BOMB`, `E_ZIP_CRC`, `E_ZIP_CORRUPT` …
  public mutating func read(_ name: String) throws(ReadError) -> [UInt8]? {
    guard let found = index[name] else { return nil }
    let entry = entries[found]
    guard entry.offset + entry.storedBytes <= bytes.count, entry.inflatedBytes <= limits.partBytes else {
      throw ReadError(.zipCorrupt, part: name)
    }
    let stored = bytes[entry.offset..<(entry.offset + entry.storedBytes)]
    guard entry.method == 8 else { return Array(stored) }
    let inflater = libdeflate_alloc_decompressor()
    defer { libdeflate_free_decompressor(inflater) }
    var got = 0
    let result = [UInt8](unsafeUninitializedCapacity: entry.inflatedBytes) { buffer, count in
      stored.withUnsafeBytes {
        _ = libdeflate_deflate_decompress(
          inflater, $0.baseAddress, $0.count, buffer.baseAddress, buffer.count, &got)
      }
      count = got
    }
    return result
  }

  /// The name of the entry that equals a name but for ASCII case.
  public func name(matching name: String) -> String? {
    entries.first { $0.name.lowercased() == name.lowercased() }?.name
  }
}
