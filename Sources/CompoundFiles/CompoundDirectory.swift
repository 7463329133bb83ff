import DocumentModel

/// The directory of a compound file, its red-black trees read as a flat list ([MS-CFB] 2.6).
struct CompoundDirectory {
  let entries: [CompoundFile.Entry]
  let classID: String?
  let firstMiniStreamSector: Int

  private static let recordSize = 128
  /// Word nests storages three deep; every level of embedding adds two.
  private static let deepest = 64

  init(_ sectors: SectorTable, limits: ReadLimits) throws(ReadError) {
    let bytes = try sectors.readAll(from: sectors.firstDirectorySector)
    let root = Record(bytes, 0, isVersion4: sectors.isVersion4)
    guard let root else { throw ReadError(.docCorrupt, detail: "the compound file has no directory") }
    classID = root.classID
    firstMiniStreamSector = root.firstSector
    var walk = Walk(bytes, isVersion4: sectors.isVersion4, limits: limits)
    try walk.run(from: root.child)
    entries = walk.entries
  }

  /// One record of 128 bytes ([MS-CFB] 2.6.1).
  private struct Record {
    let name: String
    let kind: Int
    let left: Int
    let right: Int
    let child: Int
    let classID: String?
    let firstSector: Int
    let size: Int

    init?(_ bytes: [UInt8], _ number: Int, isVersion4: Bool) {
      let start = number * recordSize
      guard start + recordSize <= bytes.count, let kind = bytes.u8(start + 66),
        let left = bytes.u32(start + 68), let right = bytes.u32(start + 72),
        let child = bytes.u32(start + 76),
        let first = bytes.u32(start + 116), let low = bytes.u32(start + 120),
        let high = bytes.u32(start + 124)
      else { return nil }
      let length = min(max((bytes.u16(start + 64) ?? 0) / 2 - 1, 0), 31)
      let units = (0..<length).map { UInt16(truncatingIfNeeded: bytes.u16(start + 2 * $0) ?? 0) }
      name = String(decoding: units, as: UTF16.self)
      self.kind = kind
      (self.left, self.right, self.child, firstSector) = (left, right, child, first)
      classID = CompoundFile.classID(bytes, at: start + 80)
      // Writers of version 3 leave anything in the upper half ([MS-CFB] 2.6.1).
      size = isVersion4 ? min(high, 0x7FFF) << 32 | low : low
    }
  }

  /// A walk over the trees, with a stack of its own.
  private struct Walk {
    let bytes: [UInt8]
    let isVersion4: Bool
    let limits: ReadLimits
    var entries: [CompoundFile.Entry] = []
    private var isVisited: [Bool]
    private var waiting: [(record: Int, path: String, depth: Int)] = []

    init(_ bytes: [UInt8], isVersion4: Bool, limits: ReadLimits) {
      self.bytes = bytes
      self.isVersion4 = isVersion4
      self.limits = limits
      isVisited = Array(repeating: false, count: bytes.count / recordSize)
    }

    mutating func run(from first: Int) throws(ReadError) {
      waiting = [(first, "", 0)]
      while let (number, parent, depth) = waiting.popLast() {
        guard number < isVisited.count, let record = Record(bytes, number, isVersion4: isVersion4) else {
          continue
        }
        guard !isVisited[number] else {
          throw ReadError(.docCorrupt, detail: "the directory of the compound file goes in a ring")
        }
        isVisited[number] = true
        try visit(record, parent, depth)
      }
    }

    private mutating func visit(_ record: Record, _ parent: String, _ depth: Int) throws(ReadError) {
      guard entries.count < limits.archiveEntries, depth < deepest else {
        throw ReadError(.compoundTooMany, detail: "more than \(entries.count) entries, \(depth) deep")
      }
      waiting.append((record.right, parent, depth))
      waiting.append((record.left, parent, depth))
      guard record.kind == 1 || record.kind == 2 else { return }
      let path = parent.isEmpty ? record.name : parent + "/" + record.name
      entries.append(
        CompoundFile.Entry(
          kind: record.kind == 1 ? .storage : .stream, name: record.name, path: path,
          size: record.kind == 1 ? 0 : record.size, classID: record.classID, firstSector: record.firstSector))
      if record.kind == 1 { waiting.append((record.child, path, depth + 1)) }
    }
  }
}

extension CompoundFile {
  /// A class identifier as people write it; `nil` when all is zero or there are no 16 bytes.
  public static func classID(_ bytes: [UInt8], at start: Int) -> String? {
    guard start >= 0, start + 16 <= bytes.count else { return nil }
    let id = bytes[start..<start + 16]
    guard id.contains(where: { $0 != 0 }) else { return nil }
    // The first three groups are little-endian numbers ([MS-DTYP] 2.3.4.1).
    let order = [3, 2, 1, 0, 5, 4, 7, 6, 8, 9, 10, 11, 12, 13, 14, 15]
    var text = "{"
    for (place, index) in order.enumerated() {
      if [4, 6, 8, 10].contains(place) { text += "-" }
      let byte = id[id.startIndex + index]
      text += (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
    }
    return text + "}"
  }
}
