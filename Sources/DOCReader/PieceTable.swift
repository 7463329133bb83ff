import CompoundFiles
import DocumentModel

/// Which bytes of the WordDocument stream make up the text, in order ([MS-DOC] 2.4.1, 2.8.35, 2.9.38).
struct PieceTable {
  /// A stretch of text that stands together in the file.
  struct Piece {
    /// Character positions.
    var start: Int
    var end: Int
    /// The offset of its first character in the WordDocument stream.
    var offset: Int
    /// Bytes of a character: 1 for Windows-1252, 2 for UTF-16.
    var width: Int
    /// The properties that are laid over all of it, a number of the pool.
    var properties: Int32
  }

  private(set) var pieces: [Piece] = []
  /// All text of all stories in UTF-16.
  private(set) var text: [UInt16] = []

  /// - Throws: `E_DOC_CORRUPT` when there is no table, or it gives text that the file does not have.
  init(_ streams: Streams, pool: PropertyListPool) throws(ReadError) {
    guard let bytes = streams.bytes(of: .pieces) else { throw Self.damage("no table of pieces") }
    var lists: [Int32] = []
    var position = 0
    // Lists of properties first, each behind a 1; then the table itself, behind a 2.
    while bytes.u8(position) == 1, let count = bytes.u16(position + 1), lists.count < 0x8000 {
      let start = position + 3
      guard start + count <= bytes.count else { throw Self.damage("a list of a piece is cut off") }
      lists.append(
        bytes.withUnsafeBytes { pool.id(of: UnsafeRawBufferPointer(rebasing: $0[start..<start + count])) })
      position = start + count
    }
    guard bytes.u8(position) == 2, let count = bytes.u32(position + 1) else {
      throw Self.damage("no table of pieces")
    }
    let start = position + 5
    let table = PositionTable(
      Array(bytes[min(start, bytes.count)..<min(start + count, bytes.count)]), recordSize: 8)
    pieces.reserveCapacity(table.count)
    for index in 0..<table.count {
      let record = table.record(index)
      guard let place = table.bytes.u32(record + 2), let modifier = table.bytes.u16(record + 6) else { break }
      let isCompressed = place & 0x4000_0000 != 0
      let offset = place & 0x3FFF_FFFF
      let first = table.position(index)
      let last = table.position(index + 1)
      guard first <= last, first == (pieces.last?.end ?? 0) else { throw Self.damage("pieces out of order") }
      if first == last { continue }
      pieces.append(
        Piece(
          start: first, end: last, offset: isCompressed ? offset / 2 : offset, width: isCompressed ? 1 : 2,
          properties: Self.properties(modifier, lists, pool)))
    }
    try decode(streams.main)
  }

  private static func damage(_ detail: String) -> ReadError {
    ReadError(.docCorrupt, part: "WordDocument", detail: detail)
  }

  /// What a `Prm` stands for ([MS-DOC] 2.9.214): a number of a list, or one modifier of one byte in itself.
  private static func properties(_ modifier: Int, _ lists: [Int32], _ pool: PropertyListPool) -> Int32 {
    if modifier & 1 != 0 {
      let index = modifier >> 1
      return index < lists.count ? lists[index] : PropertyListPool.none
    }
    guard let sprm = Self.shortForms[modifier >> 1 & 0x7F] else { return PropertyListPool.none }
    return pool.id(of: [
      UInt8(truncatingIfNeeded: sprm), UInt8(sprm >> 8), UInt8(truncatingIfNeeded: modifier >> 8),
    ])
  }

  /// The modifiers that matter here and have a short form ([MS-DOC] 2.9.215).
  private static let shortForms: [Int: Int] = [
    0x05: 0x2403, 0x09: 0x2407, 0x0C: 0x260A, 0x18: 0x2416, 0x19: 0x2417, 0x41: 0x0800, 0x42: 0x0801,
    0x43: 0x0802, 0x53: 0x2A33, 0x55: 0x0835, 0x56: 0x0836, 0x57: 0x0837, 0x5A: 0x083A, 0x5B: 0x083B,
    0x5C: 0x083C, 0x5E: 0x2A3E, 0x62: 0x2A42, 0x68: 0x2A48, 0x73: 0x2A53, 0x75: 0x0855, 0x76: 0x0856,
    0x78: 0x2640,
  ]

  /// Puts the text of the pieces together. Text that the file does not have must not be judged as absent.
  private mutating func decode(_ main: [UInt8]) throws(ReadError) {
    let total = pieces.last?.end ?? 0
    // Every character has its own bytes in the stream.
    guard total <= main.count else { throw Self.damage("\(total) characters in \(main.count) bytes") }
    for piece in pieces where piece.offset + (piece.end - piece.start) * piece.width > main.count {
      throw Self.damage("text at \(piece.offset) is cut off")
    }
    let pieces = pieces
    text = [UInt16](unsafeUninitializedCapacity: total) { room, count in
      main.withUnsafeBytes { bytes in
        for piece in pieces {
          var offset = piece.offset
          if piece.width == 2 {
            for position in piece.start..<piece.end {
              let unit = UInt16(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt16.self))
              room.initializeElement(at: position, to: unit)
              offset &+= 2
            }
          } else {
            for position in piece.start..<piece.end {
              let byte = bytes[offset]
              room.initializeElement(
                at: position, to: byte & 0xE0 == 0x80 ? Self.windows1252(byte) : UInt16(byte))
              offset &+= 1
            }
          }
        }
      }
      count = total
    }
  }

  /// The code points of 0x80 to 0x9F ([MS-DOC] 2.9.73).
  private static func windows1252(_ byte: UInt8) -> UInt16 {
    let table: [UInt16] = Self.upper
    let index = Int(byte) - 0x80
    return table.indices.contains(index) ? table[index] : UInt16(byte)
  }

  private static let upper: [UInt16] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152,
    0x8D,
    0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161,
    0x203A,
    0x0153, 0x9D, 0x017E, 0x0178,
  ]
}
