import CompoundFiles
import DocumentModel

/// The streams of a Word file that are read.
struct Streams {
  /// What else the file holds; `nil` when the streams came without one.
  let file: CompoundFile?
  let header: FileInformationBlock
  /// Text, pages of formats and sections ([MS-DOC] 2.1.1).
  let main: [UInt8]
  /// Everything that the header points at ([MS-DOC] 2.1.2).
  let table: [UInt8]
  /// Pictures and long lists of properties ([MS-DOC] 2.1.3).
  let data: [UInt8]

  init(_ file: CompoundFile) throws(ReadError) {
    self.file = file
    guard let main = try file.stream("WordDocument") else {
      throw ReadError(.type, detail: "no stream WordDocument")
    }
    header = try FileInformationBlock(main)
    guard let table = try file.stream(header.tableStream) else {
      throw ReadError(.docCorrupt, part: header.tableStream, detail: "there is no such stream")
    }
    self.main = main
    self.table = table
    // Without it pictures are missing, not text.
    data = (try? file.stream("Data")) ?? []
  }

  /// Streams without a file around them.
  init(main: [UInt8], table: [UInt8], data: [UInt8]) throws(ReadError) {
    file = nil
    header = try FileInformationBlock(main)
    self.main = main
    self.table = table
    self.data = data
  }

  /// The bytes of a structure of the table stream, as far as they are there.
  func structure(_ name: FileInformationBlock.Table) -> ArraySlice<UInt8>? {
    guard let (offset, count) = header[name], offset < table.count else { return nil }
    return table[offset..<min(offset + count, table.count)]
  }

  /// The same in an array of its own, so that offsets count from its start.
  func bytes(of name: FileInformationBlock.Table) -> [UInt8]? { structure(name).map(Array.init) }
}

/// A list of positions with a record of fixed size for each stretch between them ([MS-DOC] 2.2.2).
struct PositionTable {
  let bytes: [UInt8]
  let recordSize: Int
  /// How many records there are; one less than positions.
  let count: Int

  init(_ bytes: [UInt8], recordSize: Int) {
    self.bytes = bytes
    self.recordSize = recordSize
    count = max(0, (bytes.count - 4) / (4 + recordSize))
  }

  /// The position in front of a record; `count` is allowed.
  func position(_ index: Int) -> Int { bytes.u32(4 * index) ?? 0 }

  /// Where a record starts in `bytes`.
  func record(_ index: Int) -> Int { 4 * (count + 1) + recordSize * index }
}
