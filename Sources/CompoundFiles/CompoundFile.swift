import DocumentModel

/// A compound file: storages and streams in one file, as Word 97–2003 and many others wrote them ([MS-CFB]).
///
/// Nothing is taken on trust: chains end after as many sectors as the file has, the directory is walked
/// without recursion, and what it lists is counted.
public struct CompoundFile: Sendable {
  /// A storage or a stream.
  public struct Entry: Hashable, Sendable {
    public enum Kind: Hashable, Sendable { case storage, stream }

    public let kind: Kind
    /// The last part of the path, control characters in front included.
    public let name: String
    /// The path from the root: `WordDocument`, `ObjectPool/_1234/\u{1}CompObj`.
    public let path: String
    /// How many bytes a stream says that it has.
    public let size: Int
    /// The class of a storage, such as `{00020906-0000-0000-C000-000000000046}`; `nil` when it is null.
    public let classID: String?
    let firstSector: Int
  }

  /// Everything in the directory but its root, parents before their children.
  public let entries: [Entry]
  /// The class of the root storage.
  public let classID: String?

  private let sectors: SectorTable
  /// Indexes into `entries` by path in capitals: names differ by more than their case ([MS-CFB] 2.6.4).
  private let index: [String: Int]
  private let limits: ReadLimits

  /// Whether the bytes say that they are a compound file.
  public static func isCompound(_ bytes: [UInt8]) -> Bool { bytes.starts(with: SectorTable.signature) }

  /// Opens a file.
  /// - Throws: `E_TYPE` for other bytes, `E_DOC_CORRUPT` for a header or a directory that cannot be,
  ///   `E_CFB_TOO_MANY` for more entries than `limits.archiveEntries`, `E_TOO_LARGE`.
  public init(_ bytes: [UInt8], limits: ReadLimits = ReadLimits()) throws(ReadError) {
    guard bytes.count <= limits.fileBytes else { throw ReadError(.tooLarge) }
    var sectors = try SectorTable(bytes)
    let directory = try CompoundDirectory(sectors, limits: limits)
    try sectors.setMiniStream(from: directory.firstMiniStreamSector)
    self.sectors = sectors
    self.limits = limits
    entries = directory.entries
    classID = directory.classID
    index = Dictionary(entries.enumerated().map { ($1.path.uppercased(), $0) }) { first, _ in first }
  }

  /// The entry of a path; upper and lower case are the same.
  public func entry(_ path: String) -> Entry? { index[path.uppercased()].map { entries[$0] } }

  /// Whether there is a stream or a storage of that path.
  public func contains(_ path: String) -> Bool { index[path.uppercased()] != nil }

  /// The bytes of a stream; `nil` when there is none of that path. They are fewer than `Entry.size` when
  /// the file does not hold them all.
  /// - Throws: `E_DOC_CORRUPT` when its sectors go in a ring, `E_TOO_LARGE` past `limits.partBytes`.
  public func stream(_ path: String) throws(ReadError) -> [UInt8]? {
    guard let entry = entry(path), entry.kind == .stream else { return nil }
    return try stream(entry)
  }

  /// The bytes of a stream of this file.
  public func stream(_ entry: Entry) throws(ReadError) -> [UInt8] {
    // A chain cannot give more than the file has; a declared size past that is a lie that costs nothing.
    let count = min(entry.size, sectors.sectorCount * sectors.sectorSize)
    guard count <= limits.partBytes else { throw ReadError(.tooLarge, part: entry.path) }
    return entry.size < sectors.miniCutoff
      ? try sectors.readMini(from: entry.firstSector, count: count)
      : try sectors.read(from: entry.firstSector, count: count)
  }
}
