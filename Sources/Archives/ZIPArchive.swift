import DocumentModel

/// A zip container in memory, checked before anything in it is believed.
///
/// Nothing is ever unpacked to disk. Not for use by two tasks at once.
public struct ZIPArchive {
  /// An entry of the central directory.
  public struct Entry: Sendable, Hashable {
    public let name: String
    /// Sizes in bytes, as declared.
    public let storedBytes: Int
    public let inflatedBytes: Int
  }

  /// All entries, in the order of the central directory.
  public let entries: [Entry]

  private let bytes: [UInt8]
  private let records: [Directory.Record]
  private let dataOffsets: [Int]
  /// The entry of each name in ASCII lower case.
  private let indexes: [String: Int]
  private let inflater = Inflater()

  /// Opens an archive and checks its directory.
  /// - Throws: `E_EMPTY`, `E_TYPE`, `E_ZIP_…`.
  public init(_ bytes: [UInt8], limits: ReadLimits = ReadLimits()) throws(ReadError) {
    if bytes.isEmpty { throw ReadError(.empty) }
    if bytes.count > limits.fileBytes { throw ReadError(.tooLarge, detail: "\(bytes.count) bytes") }
    // Something before the archive makes it two files in one, each right for another reader.
    guard bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) else {
      throw ReadError(.type, detail: "does not start like a zip file")
    }
    let directory = try Directory(bytes, limit: limits.archiveEntries)
    let checks = try DirectoryChecks(bytes, directory, limits)
    self.bytes = bytes
    records = directory.records
    dataOffsets = checks.dataOffsets
    entries = records.map {
      Entry(name: $0.shownName, storedBytes: $0.storedBytes, inflatedBytes: $0.inflatedBytes)
    }
    indexes = try Self.index(entries)
    // libzip takes three times as long as all of this, most of it to look for other directories.
    if !directory.isPlain { try SecondOpinion.check(bytes, records) }
  }

  /// - Throws: `E_ZIP_DUPLICATE` for names that differ in nothing but ASCII case, as OPC forbids
  ///   (ECMA-376 part 2 §9.1.1).
  private static func index(_ entries: [Entry]) throws(ReadError) -> [String: Int] {
    var indexes: [String: Int] = [:]
    indexes.reserveCapacity(entries.count)
    for (index, entry) in entries.enumerated() {
      if let other = indexes.updateValue(index, forKey: fold(entry.name)) {
        throw ReadError(.zipDuplicate, part: entry.name, detail: "same name as \(entries[other].name)")
      }
    }
    return indexes
  }

  private static func fold(_ name: String) -> String {
    let isFolded = name.utf8.allSatisfy { !(0x41...0x5A).contains($0) }
    return isFolded
      ? name
      : String(decoding: name.utf8.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
  }

  /// Whether there is an entry of exactly this name.
  public func contains(_ name: String) -> Bool { index(of: name) != nil }

  /// The exact name of the entry whose name equals this but for the case of ASCII letters, which is how
  /// names of parts are compared (ECMA-376 part 2 §9.1.1).
  public func name(matching name: String) -> String? {
    indexes[Self.fold(name)].map { entries[$0].name }
  }

  private func index(of name: String) -> Int? {
    guard let index = indexes[Self.fold(name)], entries[index].name == name else { return nil }
    return index
  }

  /// The bytes of one entry, inflated under the limits and checked against their CRC.
  /// - Returns: `nil` when there is no entry of that name.
  /// - Throws: `E_ZIP_CRC`, `E_ZIP_CORRUPT`.
  public mutating func read(_ name: String) throws(ReadError) -> [UInt8]? {
    try read(name, terminated: false)
  }

  /// The same bytes with a zero byte behind them, as a parser of markup wants them without copying.
  public mutating func readTerminated(_ name: String) throws(ReadError) -> [UInt8]? {
    try read(name, terminated: true)
  }

  private func read(_ name: String, terminated: Bool) throws(ReadError) -> [UInt8]? {
    guard let index = index(of: name) else { return nil }
    let record = records[index]
    let start = dataOffsets[index]
    let result = bytes.withUnsafeBytes { bytes in
      Result { () throws(ReadError) -> [UInt8] in
        let data = UnsafeRawBufferPointer(rebasing: bytes[start..<start + record.storedBytes])
        return try inflater.inflate(data, record, terminated: terminated)
      }
    }
    return try result.get()
  }
}
