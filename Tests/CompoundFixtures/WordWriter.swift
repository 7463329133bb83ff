/// Writes small Word 97 files for tests ([MS-DOC]), property lists given as bytes.
public struct WordWriter {
  public struct Style {
    public var name: String
    /// 1 paragraph, 2 character.
    public var kind: Int
    public var base: Int?
    public var paragraph: [UInt8]
    public var characters: [UInt8]

    public init(
      _ name: String, kind: Int = 1, base: Int? = nil, paragraph: [UInt8] = [], characters: [UInt8] = []
    ) {
      (self.name, self.kind, self.base) = (name, kind, base)
      (self.paragraph, self.characters) = (paragraph, characters)
    }
  }

  /// A paragraph with the mark that ends it.
  public struct Paragraph {
    public var runs: [(text: String, properties: [UInt8])]
    public var style: Int
    public var properties: [UInt8]
    public var mark: String
    public var markProperties: [UInt8]

    public init(
      _ runs: [(text: String, properties: [UInt8])], style: Int = 0, properties: [UInt8] = [],
      mark: String = "\r", markProperties: [UInt8] = []
    ) {
      (self.runs, self.style, self.properties) = (runs, style, properties)
      (self.mark, self.markProperties) = (mark, markProperties)
    }

    public init(_ text: String, _ properties: [UInt8] = [], style: Int = 0, paragraph: [UInt8] = []) {
      self.init([(text, properties)], style: style, properties: paragraph)
    }
  }

  public var faces = ["Times New Roman", "宋体", "黑体", "仿宋_GB2312"]
  /// The character set that the faces are said to be for; 134 is GBK.
  public var faceCharset: UInt8 = 0
  public var styles = [Style("正文")]
  public var body: [Paragraph] = []
  /// Texts behind the body, by their place among the lengths of the header: 4 footnotes, 5 headers …
  public var stories: [(index: Int, paragraphs: [Paragraph])] = []
  /// Further structures of the table stream by number.
  public var structures: [Int: [UInt8]] = [:]
  /// What stands behind a structure, outside its length: the levels of lists.
  public var tails: [Int: [UInt8]] = [:]
  public var section: [UInt8] = []
  /// The properties of the one piece.
  public var piece: [UInt8] = []
  public var data: [UInt8] = []
  public var isEncrypted = false
  public var version = 0x00C1
  public var otherStreams: [(path: String, bytes: [UInt8])] = []

  public init(_ body: [Paragraph] = []) { self.body = body }

  private static let textStart = 0x400

  /// The bytes of the file.
  public func bytes() -> [UInt8] {
    var units: [UInt16] = []
    var runs: [(start: Int, end: Int, list: [UInt8])] = []
    var marks: [(start: Int, end: Int, list: [UInt8])] = []
    var lengths: [Int: Int] = [:]
    for (index, paragraphs) in [(3, body)] + stories.map({ ($0.index, $0.paragraphs) }) {
      let first = units.count
      for paragraph in paragraphs {
        let start = units.count
        for (text, list) in paragraph.runs + [(paragraph.mark, paragraph.markProperties)] where !text.isEmpty
        {
          runs.append((units.count, units.count + text.utf16.count, list))
          units += Array(text.utf16)
        }
        marks.append((start, units.count, little(paragraph.style, 2) + paragraph.properties))
      }
      lengths[index] = units.count - first
    }
    var main = header(lengths)
    main += units.flatMap { little(Int($0), 2) }
    var structures = structures
    structures[1] = styleSheet()
    structures[15] = fontTable()
    structures[33] = pieces(units.count)
    structures[12] = pages(runs, isParagraph: false, &main)
    structures[13] = pages(marks, isParagraph: true, &main)
    let sectionPlace = main.count
    main += little(section.count, 2) + section
    var sections = little(0, 4)
    sections += little(lengths[3] ?? 0, 4)
    sections += [0, 0]
    sections += little(sectionPlace, 4)
    sections += [0, 0, 0, 0, 0, 0]
    structures[6] = sections
    var table: [UInt8] = []
    for (number, bytes) in structures.sorted(by: { $0.key < $1.key }) {
      put(little(table.count, 4) + little(bytes.count, 4), at: 0x9A + 8 * number, in: &main)
      table += bytes + (tails[number] ?? [])
    }
    var streams: [(path: String, bytes: [UInt8])] = [("WordDocument", main), ("1Table", table)]
    if !data.isEmpty { streams.append(("Data", data)) }
    return CompoundWriter(streams + otherStreams).bytes()
  }

  private func header(_ lengths: [Int: Int]) -> [UInt8] {
    var main = [UInt8](repeating: 0, count: Self.textStart)
    put([0xEC, 0xA5] + little(version, 2), at: 0, in: &main)
    put(little(0x0200 | (isEncrypted ? 0x0100 : 0), 2), at: 10, in: &main)
    put(little(14, 2), at: 0x20, in: &main)
    put(little(22, 2), at: 0x3E, in: &main)
    put(little(93, 2), at: 0x98, in: &main)
    for (index, length) in lengths { put(little(length, 4), at: 0x40 + 4 * index, in: &main) }
    return main
  }

  private func pieces(_ count: Int) -> [UInt8] {
    let list: [UInt8] = piece.isEmpty ? [] : [1] + little(piece.count, 2) + piece
    var bytes = list
    bytes.append(2)
    for number in [16, 0, count] { bytes += little(number, 4) }
    bytes += [0, 0]
    bytes += little(Self.textStart, 4)
    bytes += little(piece.isEmpty ? 0 : 1, 2)
    return bytes
  }

  /// Pages of at most eight stretches each, and the table that finds them.
  private func pages(
    _ stretches: [(start: Int, end: Int, list: [UInt8])], isParagraph: Bool, _ main: inout [UInt8]
  ) -> [UInt8] {
    var starts: [UInt8] = []
    var numbers: [UInt8] = []
    func offset(_ position: Int) -> Int { Self.textStart + 2 * position }
    for first in stride(from: 0, to: stretches.count, by: 8) {
      let chosen = stretches[first..<min(first + 8, stretches.count)]
      main += [UInt8](repeating: 0, count: (512 - main.count % 512) % 512)
      var page = [UInt8](repeating: 0, count: 512)
      var place = 510
      let record = isParagraph ? 13 : 1
      for (index, stretch) in chosen.enumerated() {
        put(little(offset(stretch.start), 4), at: 4 * index, in: &page)
        if stretch.list.isEmpty { continue }
        // Of an odd number of bytes a paragraph's length is a single count of words, else a zero and a count.
        let isOdd = stretch.list.count % 2 == 1
        let count = stretch.list.count
        var stored: [UInt8] = [UInt8(!isParagraph ? count : isOdd ? count / 2 + 1 : 0)]
        if isParagraph, !isOdd { stored.append(UInt8(count / 2)) }
        stored += stretch.list
        place = (place - stored.count) / 2 * 2
        put(stored, at: place, in: &page)
        page[4 * (chosen.count + 1) + record * index] = UInt8(place / 2)
      }
      put(little(offset(chosen.last?.end ?? 0), 4), at: 4 * chosen.count, in: &page)
      page[511] = UInt8(chosen.count)
      starts += little(offset(chosen.first?.start ?? 0), 4)
      numbers += little(main.count / 512, 4)
      main += page
    }
    return starts + little(offset(stretches.last?.end ?? 0), 4) + numbers
  }

  private func styleSheet() -> [UInt8] {
    var header = little(styles.count, 2)
    for number in [10, 1, 0, 0, 0, 0, 1, 0] { header += little(number, 2) }
    var bytes = little(header.count, 2) + header
    for (number, style) in styles.enumerated() {
      var record = little(0, 2) + little(style.kind | (style.base ?? 0xFFF) << 4, 2)
      record += little(style.kind == 1 ? 2 : 1, 2) + [0, 0, 0, 0]
      record += little(style.name.utf16.count, 2)
      record += style.name.utf16.flatMap { little(Int($0), 2) }
      record += [0, 0]
      let lists =
        style.kind == 1 ? [little(number, 2) + style.paragraph, style.characters] : [style.characters]
      for list in lists {
        record += little(list.count, 2) + list
        if record.count % 2 == 1 { record.append(0) }
      }
      bytes += little(record.count, 2) + record
    }
    return bytes
  }

  private func fontTable() -> [UInt8] {
    var bytes = little(faces.count, 2) + [0, 0]
    for face in faces {
      let name: [UInt8] = face.utf16.flatMap { little(Int($0), 2) } + [0, 0]
      let head: [UInt8] = [UInt8(39 + name.count), 0, 0, 0, faceCharset]
      bytes += head
      bytes += [UInt8](repeating: 0, count: 35)
      bytes += name
    }
    return bytes
  }

  private func put(_ part: [UInt8], at offset: Int, in bytes: inout [UInt8]) {
    bytes.replaceSubrange(offset..<offset + part.count, with: part)
  }

  private func little(_ value: Int, _ size: Int) -> [UInt8] {
    (0..<size).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }
}
