import CompoundFiles
import DocumentModel
import Numbering

/// The lists of a document: definitions (LST) and what paragraphs refer to (LFO) ([MS-DOC] 2.9.131, 2.9.136).
struct ListTables: ListDefinitions {
  /// A level with the indents that it gives ([MS-DOC] 2.9.150).
  struct Level {
    var list = ListLevel()
    var paragraph = ParagraphProperties()
  }

  /// What paragraphs refer to: a definition, with levels and starts of its own.
  private struct Override {
    var definition: Int
    var starts: [Int: Int] = [:]
    var levels: [Int: Level] = [:]
  }

  private var definitions: [Int: [Level]] = [:]
  private var overrides: [Override] = []

  init(_ streams: Streams) {
    if let (offset, count) = streams.header[.lists] {
      readDefinitions(streams.table, offset, offset + count, streams.data)
    }
    if let bytes = streams.bytes(of: .listOverrides) { readOverrides(bytes, streams.data) }
  }

  func fullLevel(_ level: Int, of list: Int) -> Level? {
    guard overrides.indices.contains(list - 1), level >= 0 else { return nil }
    let override = overrides[list - 1]
    if let own = override.levels[level] { return own }
    guard let levels = definitions[override.definition], level < levels.count else { return nil }
    return levels[level]
  }

  func level(_ level: Int, of list: Int) -> ListLevel? { fullLevel(level, of: list)?.list }

  func definition(of list: Int) -> Int? {
    overrides.indices.contains(list - 1) ? overrides[list - 1].definition : nil
  }

  func startOverrides(of list: Int) -> [Int: Int] {
    overrides.indices.contains(list - 1) ? overrides[list - 1].starts : [:]
  }

  // MARK: Definitions

  /// Fixed records first; the levels of all of them follow behind the table, outside its length.
  private mutating func readDefinitions(_ bytes: [UInt8], _ start: Int, _ end: Int, _ data: [UInt8]) {
    guard let count = bytes.u16(start) else { return }
    var position = end
    for index in 0..<count {
      let record = start + 2 + 28 * index
      guard let id = bytes.u32(record), let flags = bytes.u8(record + 26) else { return }
      var levels: [Level] = []
      for _ in 0..<(flags & 1 != 0 ? 1 : 9) {
        guard let level = Self.level(bytes, &position, data) else { break }
        levels.append(level)
      }
      if definitions[id] == nil { definitions[id] = levels }
    }
  }

  /// One level: 28 fixed bytes, two lists, the text ([MS-DOC] 2.9.150, 2.9.151).
  private static func level(_ bytes: [UInt8], _ position: inout Int, _ data: [UInt8]) -> Level? {
    let start = position
    guard let first = bytes.i32(start), let format = bytes.u8(start + 4), let flags = bytes.u8(start + 5),
      let characterSize = bytes.u8(start + 24), let paragraphSize = bytes.u8(start + 25),
      let restart = bytes.u8(start + 26)
    else { return nil }
    let list = start + 28
    let text = list + paragraphSize + characterSize
    guard let length = bytes.u16(text), text + 2 + 2 * length <= bytes.count else { return nil }
    position = text + 2 + 2 * length
    var level = Level()
    level.list.start = first
    level.list.format = NumberFormatCode.name(format)
    level.list.isLegal = flags & 4 != 0
    level.list.restart = flags & 8 != 0 ? restart : nil
    level.list.text = Self.text((0..<length).map { bytes.u16(text + 2 + 2 * $0) ?? 0 })
    level.paragraph = bytes.withUnsafeBytes {
      ParagraphProperties(UnsafeRawBufferPointer(rebasing: $0[list..<list + paragraphSize]), data: data)
    }
    // The list of a level must not lead to lists again.
    level.paragraph.fields.subtract([.list, .level, .style])
    return level
  }

  /// The text of a level; a character below 9 stands for the number of that level.
  private static func text(_ units: [Int]) -> String {
    var text = ""
    var plain: [UInt16] = []
    for unit in units.prefix(64) {
      if unit < 9 {
        text += String(decoding: plain, as: UTF16.self) + "%\(unit + 1)"
        plain.removeAll()
      } else {
        plain.append(UInt16(truncatingIfNeeded: unit))
      }
    }
    return text + String(decoding: plain, as: UTF16.self)
  }

  // MARK: Overrides

  /// Fixed records first, then for each its levels ([MS-DOC] 2.9.132, 2.9.133).
  private mutating func readOverrides(_ bytes: [UInt8], _ data: [UInt8]) {
    guard let count = bytes.u32(0) else { return }
    var levelCounts: [Int] = []
    for index in 0..<min(count, 0x7FF) {
      let record = 4 + 16 * index
      guard let id = bytes.u32(record), let levels = bytes.u8(record + 12) else { break }
      overrides.append(Override(definition: id))
      levelCounts.append(levels)
    }
    var position = 4 + 16 * min(count, bytes.count)
    for (index, levels) in levelCounts.enumerated() {
      position += 4
      for _ in 0..<levels {
        guard let start = bytes.i32(position), let flags = bytes.u32(position + 4) else { return }
        position += 8
        let number = flags & 15
        if flags & 0x20 != 0 {
          guard let level = Self.level(bytes, &position, data) else { return }
          overrides[index].levels[number] = level
        } else if flags & 0x10 != 0 {
          overrides[index].starts[number] = start
        }
      }
    }
  }
}

/// The number formats of lists and pages ([MS-OSHARED] 2.2.1.3), by the names that WordprocessingML gives them.
enum NumberFormatCode {
  static func name(_ code: Int) -> String {
    if code == 255 { return "none" }
    if code == 57 { return "numberInDash" }
    return names.indices.contains(code) ? names[code] : "decimal"
  }

  private static let names = [
    "decimal", "upperRoman", "lowerRoman", "upperLetter", "lowerLetter", "ordinal", "cardinalText",
    "ordinalText", "hex", "chicago", "ideographDigital", "japaneseCounting", "aiueo", "iroha",
    "decimalFullWidth", "decimalHalfWidth", "japaneseLegal", "japaneseDigitalTenThousand",
    "decimalEnclosedCircle", "decimalFullWidth2", "aiueoFullWidth", "irohaFullWidth", "decimalZero", "bullet",
    "ganada", "chosung", "decimalEnclosedFullstop", "decimalEnclosedParen", "decimalEnclosedCircleChinese",
    "ideographEnclosedCircle", "ideographTraditional", "ideographZodiac", "ideographZodiacTraditional",
    "taiwaneseCounting", "ideographLegalTraditional", "taiwaneseCountingThousand", "taiwaneseDigital",
    "chineseCounting", "chineseLegalSimplified", "chineseCountingThousand", "decimal", "koreanDigital",
    "koreanCounting", "koreanLegal", "koreanDigital2",
  ]
}
