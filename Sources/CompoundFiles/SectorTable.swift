import DocumentModel

/// The sectors of a compound file and how they hang together ([MS-CFB] 2.1 to 2.5).
///
/// No chain is followed past the number of sectors that the file has room for, and none passes a sector twice.
struct SectorTable {
  /// The number of bytes in a sector.
  let sectorSize: Int
  /// How many sectors the file has room for; the last may be short, as WPS writes it.
  let sectorCount: Int
  /// Streams below this size live in mini sectors.
  let miniCutoff: Int
  let firstDirectorySector: Int
  let isVersion4: Bool

  private let bytes: [UInt8]
  private var next: [UInt32] = []
  private var nextMini: [UInt32] = []
  /// The sectors of the mini stream, in order.
  private var miniStream: [UInt32] = []

  static let miniSectorSize = 64
  private static let headerSize = 512
  /// The largest number of a sector; above are the marks ([MS-CFB] 2.1).
  private static let lastRegular: UInt32 = 0xFFFF_FFFA

  static let signature: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]

  init(_ bytes: [UInt8]) throws(ReadError) {
    guard bytes.starts(with: Self.signature) else { throw ReadError(.type, detail: "no compound file") }
    guard bytes.count >= Self.headerSize, let shift = bytes.u16(0x1E), let version = bytes.u16(0x1A),
      let directory = bytes.u32(0x30), let cutoff = bytes.u32(0x38)
    else { throw ReadError(.docCorrupt, detail: "the header of the compound file is cut off") }
    guard shift == 9 || shift == 12, bytes.u16(0x20) == 6 else {
      throw ReadError(.docCorrupt, detail: "sectors of 2^\(shift) bytes")
    }
    self.bytes = bytes
    sectorSize = 1 << shift
    sectorCount = max(0, bytes.count - 1) >> shift
    miniCutoff = min(cutoff, 4_096)
    firstDirectorySector = directory
    isVersion4 = version >= 4
    next = allocationTable()
    if let firstMini = bytes.u32(0x3C), firstMini <= Self.lastRegular {
      nextMini = try numbers(inChainFrom: firstMini)
    }
  }

  /// Where the mini stream is, once the directory has told.
  mutating func setMiniStream(from first: Int) throws(ReadError) {
    if first <= Self.lastRegular { miniStream = try chain(from: first, in: next, limit: sectorCount) }
  }

  // MARK: Streams

  /// The bytes of a chain of sectors; fewer than wanted when the file ends or the chain does.
  func read(from first: Int, count: Int) throws(ReadError) -> [UInt8] {
    let sectors = try chain(from: first, in: next, limit: Self.needed(count, sectorSize))
    return gather(sectors, pieceSize: sectorSize, count: count) { ($0 + 1) * sectorSize }
  }

  /// The same for a chain of mini sectors ([MS-CFB] 2.4).
  func readMini(from first: Int, count: Int) throws(ReadError) -> [UInt8] {
    let size = Self.miniSectorSize
    let sectors = try chain(from: first, in: nextMini, limit: Self.needed(count, size))
    return gather(sectors, pieceSize: size, count: count) { mini in
      let offset = mini * size
      let index = offset / sectorSize
      return index < miniStream.count ? (Int(miniStream[index]) + 1) * sectorSize + offset % sectorSize : nil
    }
  }

  /// Every sector of a chain, as the directory and the mini FAT need it.
  func readAll(from first: Int) throws(ReadError) -> [UInt8] {
    try read(from: first, count: sectorCount * sectorSize)
  }

  private static func needed(_ count: Int, _ size: Int) -> Int { (count + size - 1) / size }

  /// The sectors of a chain. It ends at any mark, and at a sector that the file has no room for.
  private func chain(from first: Int, in table: [UInt32], limit: Int) throws(ReadError) -> [UInt32] {
    var sectors: [UInt32] = []
    let count = table.count
    var isVisited = [Bool](repeating: false, count: count)
    var sector = first
    while sectors.count < limit, sector < count {
      guard !isVisited[sector] else {
        throw ReadError(.docCorrupt, detail: "a chain of sectors goes in a ring at sector \(sector)")
      }
      isVisited[sector] = true
      sectors.append(UInt32(sector))
      sector = Int(table[sector])
    }
    return sectors
  }

  private func gather(_ sectors: [UInt32], pieceSize: Int, count: Int, at place: (Int) -> Int?) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(min(count, sectors.count * pieceSize))
    var index = 0
    while index < sectors.count, let start = place(Int(sectors[index])) {
      // Sectors that stand one behind the other are taken at once.
      var end = start + pieceSize
      index += 1
      while index < sectors.count, let next = place(Int(sectors[index])), next == end {
        end += pieceSize
        index += 1
      }
      let stop = min(end, start + count - result.count, bytes.count)
      guard start < stop else { break }
      result.append(contentsOf: bytes[start..<stop])
      if stop < end { break }
    }
    return result
  }

  // MARK: Tables

  /// The FAT, as many entries as there are sectors ([MS-CFB] 2.3); its own sectors are listed in the header
  /// and in the chain of DIFAT sectors ([MS-CFB] 2.5). Sectors that no table covers are free.
  private func allocationTable() -> [UInt32] {
    var table: [UInt32] = []
    table.reserveCapacity(sectorCount)
    for index in 0..<109 where table.count < sectorCount {
      append(sector: bytes.u32(0x4C + 4 * index), to: &table)
    }
    let entries = sectorSize / 4 - 1
    var sector = bytes.u32(0x44) ?? Int(UInt32.max)
    var visited = 0
    while table.count < sectorCount, sector < sectorCount, visited < sectorCount {
      let start = (sector + 1) * sectorSize
      for index in 0..<entries where table.count < sectorCount {
        append(sector: bytes.u32(start + 4 * index), to: &table)
      }
      sector = bytes.u32(start + 4 * entries) ?? Int(UInt32.max)
      visited += 1
    }
    return table
  }

  private func append(sector: Int?, to table: inout [UInt32]) {
    guard let sector, sector < sectorCount else { return }
    let start = (sector + 1) * sectorSize
    let count = min(sectorSize / 4, sectorCount - table.count)
    for index in 0..<count {
      // The table itself may stand in a last sector that is short.
      table.append(bytes.u32(start + 4 * index).map(UInt32.init(truncatingIfNeeded:)) ?? UInt32.max)
    }
  }

  private func numbers(inChainFrom first: Int) throws(ReadError) -> [UInt32] {
    let stored = try readAll(from: first)
    return (0..<stored.count / 4).map { UInt32(truncatingIfNeeded: stored.u32(4 * $0) ?? 0) }
  }
}
