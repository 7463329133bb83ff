import CompoundFiles
import DocumentModel

/// What stands beside the text and is tied to characters of it.
struct Anchors {
  /// Where a floating shape is placed ([MS-DOC] 2.9.76).
  struct Placement {
    var shape: Int
    /// Left, top, right and bottom in twips.
    var box: [Int]
    /// What the offsets are measured from: 0 margin, 1 page, 2 column or paragraph.
    var horizontalOrigin: Int
    var verticalOrigin: Int
    var isBehindText: Bool
  }

  /// The names of those who revised, by number ([MS-DOC] 2.9.287).
  private(set) var authors: [String] = []
  /// By the position of their character in the body, and in the headers.
  private(set) var body: [Int: Placement] = [:]
  private(set) var headers: [Int: Placement] = [:]
  /// The texts of text boxes by their shape, as ranges of character positions.
  private(set) var bodyBoxes: [Int: Range<Int>] = [:]
  private(set) var headerBoxes: [Int: Range<Int>] = [:]
  private(set) var art = ArtContent([])
  private(set) var storages = Storages()

  init(_ streams: Streams) {
    if let file = streams.file { storages = Storages(file) }
    if let bytes = streams.bytes(of: .revisionAuthors) { authors = StringTable.strings(bytes) }
    if let bytes = streams.bytes(of: .drawings) { art = ArtContent(bytes) }
    let lengths = streams.header.lengths
    let headerStart = lengths.body + lengths.footnotes
    body = Self.placements(streams.bytes(of: .anchors), from: 0)
    headers = Self.placements(streams.bytes(of: .headerAnchors), from: headerStart)
    let boxStart = headerStart + lengths.headers + lengths.macros + lengths.comments + lengths.endnotes
    bodyBoxes = boxes(streams.bytes(of: .textBoxText), from: boxStart)
    headerBoxes = boxes(streams.bytes(of: .headerTextBoxText), from: boxStart + lengths.textBoxes)
  }

  private static func placements(_ bytes: [UInt8]?, from start: Int) -> [Int: Placement] {
    guard let bytes else { return [:] }
    let table = PositionTable(bytes, recordSize: 26)
    var placements: [Int: Placement] = [:]
    for index in 0..<table.count {
      let record = table.record(index)
      guard let shape = bytes.u32(record), let flags = bytes.u16(record + 20) else { break }
      placements[start + table.position(index)] = Placement(
        shape: shape, box: (0..<4).map { bytes.i32(record + 4 + 4 * $0) ?? 0 },
        horizontalOrigin: flags >> 1 & 3, verticalOrigin: flags >> 3 & 3, isBehindText: flags & 0x4000 != 0)
    }
    return placements
  }

  /// The texts of boxes follow one another; each names its shape ([MS-DOC] 2.8.32, 2.9.106).
  private func boxes(_ bytes: [UInt8]?, from start: Int) -> [Int: Range<Int>] {
    guard let bytes else { return [:] }
    let table = PositionTable(bytes, recordSize: 22)
    var boxes: [Int: Range<Int>] = [:]
    var end = 0
    // The last record closes the list and has no text. Texts do not overlap: each is read once.
    for index in 0..<max(0, table.count - 1) {
      let record = table.record(index)
      guard let isFree = bytes.u16(record + 8), isFree == 0, let shape = bytes.u32(record + 14) else {
        continue
      }
      let first = max(end, table.position(index))
      end = max(first, table.position(index + 1))
      let range = start + first..<start + end
      if boxes[shape] == nil { boxes[shape] = range }
    }
    return boxes
  }
}

/// Tables of strings ([MS-DOC] 2.2.4).
enum StringTable {
  /// The strings of a table whose strings are in UTF-16 (marked by 0xFFFF) or in single bytes.
  static func strings(_ bytes: [UInt8], limit: Int = 10_000) -> [String] {
    let isWide = bytes.u16(0) == 0xFFFF
    let start = isWide ? 2 : 0
    guard let count = bytes.u16(start), let extra = bytes.u16(start + 2) else { return [] }
    var position = start + 4
    var strings: [String] = []
    for _ in 0..<min(count, limit) {
      guard let length = isWide ? bytes.u16(position) : bytes.u8(position) else { break }
      position += isWide ? 2 : 1
      let size = isWide ? 2 * length : length
      guard position + size <= bytes.count else { break }
      strings.append(text(bytes, position, length, isWide: isWide))
      position += size + extra
    }
    return strings
  }

  /// Strings one behind the other, each behind its length ([MS-DOC] 2.9.346).
  static func sequence(_ bytes: [UInt8], limit: Int = 10_000) -> [String] {
    var position = 0
    var strings: [String] = []
    while strings.count < limit, let length = bytes.u16(position), position + 2 + 2 * length <= bytes.count {
      strings.append(text(bytes, position + 2, length, isWide: true))
      position += 2 + 2 * length
    }
    return strings
  }

  static func text(_ bytes: [UInt8], _ start: Int, _ length: Int, isWide: Bool) -> String {
    let units = (0..<length).map { index in
      UInt16(truncatingIfNeeded: (isWide ? bytes.u16(start + 2 * index) : bytes.u8(start + index)) ?? 0)
    }
    return String(decoding: units, as: UTF16.self)
  }
}
