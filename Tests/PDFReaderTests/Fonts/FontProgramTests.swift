import Testing

@testable import PDFReader

@Suite("Embedded font programs") struct FontProgramTests {
  /// A TrueType file of these tables.
  static func trueType(_ tables: [(tag: String, bytes: [UInt8])]) -> [UInt8] {
    var file: [UInt8] = [0, 1, 0, 0] + short(tables.count) + [0, 0, 0, 0, 0, 0]
    var offset = 12 + tables.count * 16
    for table in tables {
      file += Array(table.tag.utf8) + [0, 0, 0, 0] + long(offset) + long(table.bytes.count)
      offset += table.bytes.count
    }
    return file + tables.flatMap(\.bytes)
  }

  static func short(_ value: Int) -> [UInt8] { [UInt8(value >> 8 & 0xFF), UInt8(value & 0xFF)] }
  static func long(_ value: Int) -> [UInt8] { short(value >> 16) + short(value) }

  static func cmap(platform: Int, encoding: Int, _ subtable: [UInt8]) -> [UInt8] {
    short(0) + short(1) + short(platform) + short(encoding) + long(12) + subtable
  }

  /// Codes 0x5B8B to 0x5B8D are glyphs 3 to 5, 0x4F53 is glyph 9 by an array.
  static let format4: [UInt8] =
    short(4) + short(0) + short(0) + short(6) + short(0) + short(0) + short(0) + short(0x4F53) + short(0x5B8D)
    + short(0xFFFF) + short(0) + short(0x4F53) + short(0x5B8B) + short(0xFFFF) + short(0)
    + short(3 - 0x5B8B & 0xFFFF) + short(1) + short(6) + short(0) + short(0) + short(9)

  static let maximum = (tag: "maxp", bytes: [0, 1, 0, 0] + short(16))

  static func identity(_ program: [UInt8], key: String = "FontFile2", extra: String = "") throws -> PDFFont {
    try TestFont.make(
      TestFont.composite(
        "/Identity-H", ordering: "Identity", descendant: "/FontDescriptor<</\(key) 11 0 R>>\(extra)"),
      streams: [program, short(0) + short(9) + short(4)])
  }

  @Test("A TrueType font without ToUnicode reads by its own cmap turned around")
  func inverse() throws {
    let file = Self.trueType([("cmap", Self.cmap(platform: 3, encoding: 1, Self.format4)), Self.maximum])
    let font = try Self.identity(file)
    #expect(font.text([0, 3, 0, 4, 0, 9, 0, 6]) == "宋完体?")
    let mapped = try Self.identity(file, extra: "/CIDToGIDMap 12 0 R")
    #expect(mapped.text([0, 1, 0, 2, 0, 3]) == "体完?")
  }

  @Test("Formats 0, 6 and 12, names of post, symbolic fonts")
  func formats() throws {
    let groups: [UInt8] = [0x2F12, 0x20000].flatMap {
      Self.long($0) + Self.long($0 + 1) + Self.long($0 == 0x2F12 ? 2 : 4)
    }
    let twelve = Self.short(12) + Self.short(0) + Self.long(0) + Self.long(0) + Self.long(2) + groups
    let long = try Self.identity(
      Self.trueType([("cmap", Self.cmap(platform: 3, encoding: 10, twelve)), Self.maximum]))
    #expect(long.text([0, 2, 0, 4, 0, 5]) == "力\u{20000}\u{20001}")

    let post: [UInt8] =
      Self.long(0x20000) + [UInt8](repeating: 0, count: 28) + Self.short(3) + Self.short(0) + Self.short(258)
      + Self.short(259) + [7] + Array("uni5B8B".utf8) + [1] + Array("A".utf8)
    let six =
      Self.short(6) + Self.short(0) + Self.short(0) + Self.short(0xF021) + Self.short(2) + Self.short(1)
      + Self.short(2)
    let symbolic = Self.trueType([
      ("cmap", Self.cmap(platform: 3, encoding: 0, six)), Self.maximum, ("post", post),
    ])
    let simple = try TestFont.make(
      "<</Subtype/TrueType/BaseFont/X/FontDescriptor<</Flags 4/FontFile2 11 0 R>>>>", streams: [symbolic])
    #expect(simple.text([0x21, 0x22]) == "宋A")
    let zero = Self.short(0) + Self.short(262) + Self.short(0) + (0..<256).map { $0 == 0x30 ? 2 : 0 }
    let mac = Self.trueType([
      ("cmap", Self.cmap(platform: 1, encoding: 0, zero)), Self.maximum, ("post", post),
    ])
    #expect(
      try TestFont.make("<</Subtype/TrueType/FontDescriptor<</FontFile2 11 0 R>>>>", streams: [mac])
        .text([0x30]) == "A")
  }

  @Test("A font that its dictionary gives no name is asked for its own; its weight counts")
  func names() throws {
    let text = "楷体".utf16.flatMap { Self.short(Int($0)) }
    let name: [UInt8] =
      Self.short(0) + Self.short(1) + Self.short(18) + Self.short(3) + Self.short(1)
      + Self.short(0x804) + Self.short(1) + Self.short(text.count) + Self.short(0) + text
    let weight = Self.short(0) + Self.short(0) + Self.short(700) + [UInt8](repeating: 0, count: 70)
    let file = Self.trueType([("name", name), ("OS/2", weight), Self.maximum])
    let face = try TestFont.make(
      "<</Subtype/TrueType/BaseFont/F1/FontDescriptor<</FontFile2 11 0 R>>>>", streams: [file]
    ).face
    #expect(face.name == "楷体")
    #expect(face.rawName == "F1")
    #expect(face.boldEvidence == .weight)
    #expect(face.isEmbedded)
  }

  /// A CFF font of three glyphs with names.
  static let cff: [UInt8] = {
    func index(_ items: [[UInt8]]) -> [UInt8] {
      guard !items.isEmpty else { return short(0) }
      var offsets: [UInt8] = [1]
      for item in items { offsets.append(offsets[offsets.count - 1] + UInt8(item.count)) }
      return short(items.count) + [1] + offsets + items.flatMap { $0 }
    }
    func operand(_ value: Int) -> [UInt8] { [28] + short(value) }
    let head: [UInt8] = [1, 0, 4, 1] + index([Array("F".utf8)])
    let strings = index([Array("uni5B8B".utf8)]) + index([])
    let topLength = 3 * 4
    let start = head.count + 2 + 1 + 2 + topLength + strings.count
    // Charset: .notdef, `A` (34), the first own string (391). Encoding: code 0x30 is glyph 1, 0x31 is 2.
    let charset: [UInt8] = [0] + short(34) + short(391)
    let encoding: [UInt8] = [0, 2, 0x30, 0x31]
    let glyphs = index([[14], [14], [14]])
    let top =
      operand(start) + [15] + operand(start + charset.count) + [16]
      + operand(start + charset.count + encoding.count) + [17]
    return head + index([top]) + strings + charset + encoding + glyphs
  }()

  @Test("CFF: the font's own encoding, and the names of its glyphs by number")
  func compact() throws {
    let simple = try TestFont.make(
      "<</Subtype/Type1/BaseFont/X/FontDescriptor<</Flags 4/FontFile3 11 0 R>>>>", streams: [Self.cff])
    #expect(simple.text([0x30, 0x31]) == "A宋")
    #expect(try Self.identity(Self.cff, key: "FontFile3").text([0, 1, 0, 2, 0, 3]) == "A宋?")
  }

  @Test("Type 1: the encoding in the clear text")
  func type1() throws {
    let program = """
      %!PS-AdobeFont-1.0 /FontName /X def /Encoding 256 array 0 1 255 {1 index exch /.notdef put} for
      dup 48 /uni5B8B put dup 49 /B put readonly def currentfile eexec
      """
    let font = try TestFont.make(
      "<</Subtype/Type1/BaseFont/X/FontDescriptor<</FontFile 11 0 R>>>>", streams: [Array(program.utf8)])
    #expect(font.text([48, 49]) == "宋B")
  }

  @Test("Font programs cut off anywhere are read as far as they go")
  func damaged() throws {
    let whole = Self.trueType([
      ("cmap", Self.cmap(platform: 3, encoding: 1, Self.format4)), Self.maximum,
    ])
    for length in stride(from: 0, to: whole.count, by: 3) {
      #expect(try Self.identity(Array(whole.prefix(length))).codes([0, 3]).count == 1)
    }
    for length in 0..<Self.cff.count {
      #expect(try Self.identity(Array(Self.cff.prefix(length)), key: "FontFile3").codes([0, 1]).count == 1)
    }
  }
}
