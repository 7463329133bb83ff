import CompoundFiles
import DocumentModel

/// Which list of properties holds for which characters: the formatted disk pages ([MS-DOC] 2.9.33, 2.9.174),
/// brought from offsets in the file to character positions by way of the pieces.
struct FormattedRuns {
  /// A stretch of text with one list.
  struct Run {
    /// The character position behind it.
    var end: Int32
    /// The list of the stretch and that of its piece, numbers of the pool.
    var list: Int32
    var piece: Int32
  }

  /// What the pages are about; they differ in how a list is found on them.
  enum Kind { case characters, paragraphs }

  private(set) var runs: [Run] = []

  /// A stretch of the stream with one list.
  private struct Stretch {
    var start: Int
    var end: Int
    var list: Int32
  }

  init(_ kind: Kind, _ streams: Streams, _ pieces: [PieceTable.Piece], pool: PropertyListPool) {
    let table = streams.bytes(of: kind == .characters ? .characterPages : .paragraphPages)
    let stretches = Self.stretches(kind, table ?? [], streams.main, pool)
    runs.reserveCapacity(stretches.count + pieces.count)
    for piece in pieces { append(piece, stretches) }
  }

  /// The index of the run that holds a character.
  func index(at position: Int) -> Int {
    var low = 0
    var high = runs.count
    while low < high {
      let middle = (low + high) / 2
      if Int(runs[middle].end) <= position { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private mutating func append(_ piece: PieceTable.Piece, _ stretches: [Stretch]) {
    var low = 0
    var high = stretches.count
    while low < high {
      let middle = (low + high) / 2
      if stretches[middle].end <= piece.offset { low = middle + 1 } else { high = middle }
    }
    var position = piece.start
    func place(_ offset: Int) -> Int { piece.start + (offset - piece.offset) / piece.width }
    while position < piece.end {
      guard low < stretches.count else { break }
      let stretch = stretches[low]
      let start = min(max(place(stretch.start), position), piece.end)
      if start > position { add(start, PropertyListPool.none, piece.properties) }
      let end = min(place(stretch.end), piece.end)
      if end > start { add(end, stretch.list, piece.properties) }
      position = max(start, end)
      low += 1
    }
    if position < piece.end { add(piece.end, PropertyListPool.none, piece.properties) }
  }

  private mutating func add(_ end: Int, _ list: Int32, _ piece: Int32) {
    if let last = runs.last, last.list == list, last.piece == piece {
      runs[runs.count - 1].end = Int32(truncatingIfNeeded: end)
    } else {
      runs.append(Run(end: Int32(truncatingIfNeeded: end), list: list, piece: piece))
    }
  }

  // MARK: Pages

  private static let pageSize = 512

  /// The stretches of all pages, in order and without overlap.
  private static func stretches(
    _ kind: Kind, _ table: [UInt8], _ main: [UInt8], _ pool: PropertyListPool
  ) -> [Stretch] {
    let pages = PositionTable(table, recordSize: 4)
    var stretches: [Stretch] = []
    main.withUnsafeBytes { bytes in
      // A page is listed once, so there cannot be more than the stream has.
      for index in 0..<min(pages.count, main.count / pageSize + 1) {
        guard let number = pages.bytes.u32(pages.record(index)) else { continue }
        let start = (number & 0x3F_FFFF) * pageSize
        guard start + pageSize <= bytes.count else { continue }
        let page = UnsafeRawBufferPointer(rebasing: bytes[start..<start + pageSize])
        append(page, kind, pool, to: &stretches)
      }
    }
    stretches.sort { $0.start < $1.start }
    var end = 0
    return stretches.compactMap { stretch in
      let start = max(stretch.start, end)
      guard start < stretch.end else { return nil }
      end = stretch.end
      return Stretch(start: start, end: stretch.end, list: stretch.list)
    }
  }

  private static func append(
    _ page: UnsafeRawBufferPointer, _ kind: Kind, _ pool: PropertyListPool, to stretches: inout [Stretch]
  ) {
    let recordSize = kind == .characters ? 1 : 13
    let count = min(Int(page[pageSize - 1]), (pageSize - 5) / (4 + recordSize))
    // Stretches of one page share lists by their place on it.
    var known = [Int32](repeating: -2, count: 256)
    for index in 0..<count {
      let place = Int(page[4 * (count + 1) + recordSize * index])
      if known[place] == -2 {
        known[place] = place == 0 ? PropertyListPool.none : list(page, at: 2 * place, kind, pool)
      }
      let start = Int(UInt32(littleEndian: page.loadUnaligned(fromByteOffset: 4 * index, as: UInt32.self)))
      let end = Int(UInt32(littleEndian: page.loadUnaligned(fromByteOffset: 4 * index + 4, as: UInt32.self)))
      stretches.append(Stretch(start: start, end: end, list: known[place]))
    }
  }

  /// A list on a page, behind its length: in bytes for characters ([MS-DOC] 2.9.32), in words for
  /// paragraphs, where a zero in front moves the length on by a byte ([MS-DOC] 2.9.175).
  private static func list(
    _ page: UnsafeRawBufferPointer, at place: Int, _ kind: Kind, _ pool: PropertyListPool
  ) -> Int32 {
    var start = place + 1
    var length = Int(page[place])
    if kind == .paragraphs {
      if length == 0, start < pageSize - 1 {
        length = 2 * Int(page[start])
        start += 1
      } else {
        length = 2 * length - 1
      }
    }
    let end = min(start + max(length, 0), pageSize - 1)
    guard start < end else { return PropertyListPool.none }
    return pool.id(of: UnsafeRawBufferPointer(rebasing: page[start..<end]))
  }
}
