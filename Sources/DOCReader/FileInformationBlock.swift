import CompoundFiles
import DocumentModel

/// The start of the WordDocument stream: where everything else is ([MS-DOC] 2.5).
struct FileInformationBlock {
  /// A structure in the table stream, by its number among the pairs of offset and length ([MS-DOC] 2.5.6).
  enum Table: Int {
    case styles = 1
    case footnoteText = 3
    case commentReferences = 4
    case sections = 6
    case headerText = 11
    case characterPages = 12
    case paragraphPages = 13
    case fonts = 15
    case pieces = 33
    case commentAuthors = 36
    case anchors = 40
    case headerAnchors = 41
    case drawings = 50
    case revisionAuthors = 51
    case textBoxText = 56
    case headerTextBoxText = 58
    case lists = 73
    case listOverrides = 74
  }

  /// Characters of each story, in the order in which their texts follow one another ([MS-DOC] 2.3, 2.5.4).
  struct StoryLengths {
    var body = 0
    var footnotes = 0
    var headers = 0
    var macros = 0
    var comments = 0
    var endnotes = 0
    var textBoxes = 0
    var headerTextBoxes = 0
  }

  let version: Int
  /// The name of the table stream.
  let tableStream: String
  let lengths: StoryLengths
  private var ranges: [(offset: Int, count: Int)] = []

  /// - Throws: `E_WORD95` for Word 95 and earlier, `E_ENCRYPTED`, `E_TYPE`, `E_DOC_CORRUPT`.
  init(_ stream: [UInt8]) throws(ReadError) {
    guard let magic = stream.u16(0), let version = stream.u16(2), let flags = stream.u16(0x0A) else {
      throw ReadError(.docCorrupt, part: "WordDocument", detail: "\(stream.count) bytes only")
    }
    try Self.check(magic: magic, version: version, flags: flags)
    self.version = version
    tableStream = flags & 0x0200 == 0 ? "0Table" : "1Table"
    // Three blocks of numbers of 16, 32 and 64 bits, each behind its count ([MS-DOC] 2.5.1).
    guard let shorts = stream.u16(0x20), let longs = stream.u16(0x22 + 2 * shorts) else {
      throw ReadError(.docCorrupt, part: "WordDocument", detail: "the header is cut off")
    }
    let longStart = 0x24 + 2 * shorts
    func length(_ index: Int) -> Int {
      index < longs ? max(0, stream.i32(longStart + 4 * index) ?? 0) : 0
    }
    lengths = StoryLengths(
      body: length(3), footnotes: length(4), headers: length(5), macros: length(6), comments: length(7),
      endnotes: length(8), textBoxes: length(9), headerTextBoxes: length(10))
    let pairStart = longStart + 4 * longs
    guard let pairs = stream.u16(pairStart) else {
      throw ReadError(.docCorrupt, part: "WordDocument", detail: "the header is cut off")
    }
    ranges.reserveCapacity(Table.listOverrides.rawValue + 1)
    for index in 0..<min(pairs, Table.listOverrides.rawValue + 1) {
      let start = pairStart + 2 + 8 * index
      ranges.append((stream.u32(start) ?? 0, stream.u32(start + 4) ?? 0))
    }
  }

  private static func check(magic: Int, version: Int, flags: Int) throws(ReadError) {
    if DOCReader.isBeforeWord97(mark: magic, version: version) {
      throw ReadError(.docOld, part: "WordDocument", detail: "version \(version): Word 95 or earlier")
    }
    guard magic == DOCReader.mark else {
      throw ReadError(.type, part: "WordDocument", detail: "no Word document")
    }
    if flags & 0x0100 != 0 {
      let way = flags & 0x8000 == 0 ? "RC4" : "XOR"
      throw ReadError(.encrypted, part: "WordDocument", detail: way)
    }
  }

  /// Where a structure stands in the table stream; `nil` when it is empty.
  subscript(table: Table) -> (offset: Int, count: Int)? {
    guard table.rawValue < ranges.count, ranges[table.rawValue].count > 0 else { return nil }
    return ranges[table.rawValue]
  }
}

extension ReadError.Code {
  /// Word 95 or earlier, whose text and formats are kept in another way.
  static let docOld = Self("E_WORD95")
}
