import DocumentModel

/// A zip container in memory, checked before anything in it is believed.
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

  /// Opens an archive and checks its directory.
  /// - Throws: `E_EMPTY`, `E_TYPE`, `E_ZIP_…`.
  public init(_ bytes: [UInt8], limits: ReadLimits = ReadLimits()) throws(ReadError) {
    entries = []
  }

  /// Whether there is an entry of exactly this name.
  public func contains(_ name: String) -> Bool { false }

  /// The bytes of one entry, inflated under the limits and checked against their CRC.
  /// - Returns: `nil` when there is no entry of that name.
  /// - Throws: `E_ZIP_BOMB`, `E_ZIP_CRC`, `E_ZIP_CORRUPT` …
  public mutating func read(_ name: String) throws(ReadError) -> [UInt8]? { nil }

  /// The name of the entry that equals a name but for ASCII case.
  public func name(matching name: String) -> String? { nil }
}
