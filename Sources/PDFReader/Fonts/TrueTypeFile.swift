import Charsets

/// An embedded TrueType or OpenType font (ISO 32000-1, 9.9; ISO/IEC 14496-22), as far as it tells what its
/// glyphs read and what it is called.
struct TrueTypeFile {
  private let data: FontBytes
  /// Where the tables are, by tag.
  private let tables: [Int: (offset: Int, length: Int)]

  /// `nil` for what is no such font.
  init?(_ bytes: [UInt8]) {
    data = FontBytes(bytes: bytes)
    var start = 0
    if data.long(0) == Self.tag("ttcf") { start = data.long(12) ?? 0 }
    guard let version = data.long(start), let count = data.short(start &+ 4),
      version == 0x10000 || version == Self.tag("true") || version == Self.tag("OTTO")
    else { return nil }
    var tables: [Int: (offset: Int, length: Int)] = [:]
    for index in 0..<min(count, 64) {
      let entry = start &+ 12 &+ index * 16
      guard let tag = data.long(entry), let offset = data.long(entry + 8), let length = data.long(entry + 12)
      else { break }
      if offset < bytes.count { tables[tag] = (offset, min(length, bytes.count - offset)) }
    }
    guard !tables.isEmpty else { return nil }
    self.tables = tables
  }

  private static func tag(_ text: StaticString) -> Int {
    text.withUTF8Buffer { $0.reduce(0) { $0 << 8 | Int($1) } }
  }

  private func table(_ tag: StaticString) -> Int? { tables[Self.tag(tag)]?.offset }

  /// The `CFF ` table of an OpenType font.
  var cff: [UInt8]? {
    guard let place = tables[Self.tag("CFF ")] else { return nil }
    return data.slice(place.offset, place.length).map { Array($0) }
  }

  var glyphCount: Int { table("maxp").flatMap { data.short($0 + 4) } ?? 0x10000 }

  /// `usWeightClass`, 1 to 1000.
  var weight: Int? { table("OS/2").flatMap { data.short($0 + 4) } }

  /// The bold bit of `macStyle` or of `fsSelection`.
  var isBold: Bool {
    let mac = table("head").flatMap { data.short($0 + 44) } ?? 0
    let selection = table("OS/2").flatMap { data.short($0 + 62) } ?? 0
    return mac & 1 != 0 || selection & 32 != 0
  }

  // MARK: cmap

  /// A subtable of `cmap`: codes by platform and encoding.
  struct CharacterMap {
    let platform: Int
    let encoding: Int
    fileprivate let offset: Int

    /// Codes are Unicode.
    var isUnicode: Bool { platform == 0 || (platform == 3 && (encoding == 1 || encoding == 10)) }
  }

  var characterMaps: [CharacterMap] {
    guard let start = table("cmap"), let count = data.short(start + 2) else { return [] }
    return (0..<min(count, 32)).compactMap { index in
      let entry = start + 4 + index * 8
      guard let platform = data.short(entry), let encoding = data.short(entry + 2),
        let offset = data.long(entry + 4)
      else { return nil }
      return CharacterMap(platform: platform, encoding: encoding, offset: start &+ offset)
    }
  }

  /// Calls `body` with each code of a subtable and its glyph; formats 0, 4, 6 and 12.
  func forEach(_ map: CharacterMap, _ body: (_ code: UInt32, _ glyph: Int) -> Void) {
    switch data.short(map.offset) {
    case 0:
      for code in 0..<256 { data.byte(map.offset + 6 + code).map { body(UInt32(code), $0) } }
    case 4: forEachSegment(map.offset, body)
    case 6:
      let first = data.short(map.offset + 6) ?? 0
      for index in 0..<(data.short(map.offset + 8) ?? 0) {
        guard let glyph = data.short(map.offset + 10 + index * 2) else { return }
        body(UInt32(first + index), glyph)
      }
    case 12:
      var left = 0x40000  // more than all glyphs of any font
      for index in 0..<min(data.long(map.offset + 12) ?? 0, 0x10000) {
        let group = map.offset + 16 + index * 12
        guard let first = data.long(group), let last = data.long(group + 4), let glyph = data.long(group + 8),
          first <= last, last <= 0x10FFFF
        else { continue }
        for code in first...last {
          left -= 1
          if left < 0 { return }
          body(UInt32(code), glyph &+ code - first)
        }
      }
    default: break
    }
  }

  private func forEachSegment(_ offset: Int, _ body: (_ code: UInt32, _ glyph: Int) -> Void) {
    let double = (data.short(offset + 6) ?? 0) & ~1
    var left = 0x20000
    for index in stride(from: 0, to: double, by: 2) {
      let ends = offset + 14
      let rangePlace = ends + 2 + double * 3 + index
      guard let last = data.short(ends + index), let first = data.short(ends + 2 + double + index),
        let delta = data.short(ends + 2 + double * 2 + index), let range = data.short(rangePlace)
      else { return }
      guard first <= last else { continue }
      for code in first...last where code != 0xFFFF {
        left -= 1
        if left < 0 { return }
        var glyph = code
        if range != 0 {
          glyph = data.short(rangePlace + range + (code - first) * 2) ?? 0
          if glyph == 0 { continue }
        }
        body(UInt32(code), (glyph + delta) & 0xFFFF)
      }
    }
  }

  /// What glyphs read by the font's own Unicode map: by glyph, 0 for none. Of several characters of one glyph
  /// an ideograph goes before a radical, and the lowest counts.
  func scalarsByGlyph() -> [UInt32] {
    var scalars = [UInt32](repeating: 0, count: min(glyphCount, 0x10000))
    for map in characterMaps where map.isUnicode {
      forEach(map) { code, glyph in
        guard glyph > 0, glyph < scalars.count else { return }
        let value = CJKRadicals.ideograph(code)
        let isPrivate = (0xE000..<0xF900).contains(value)
        let old = scalars[glyph]
        if old == 0 || (0xE000..<0xF900).contains(old) || (value < old && !isPrivate) {
          scalars[glyph] = value
        }
      }
    }
    fillFromNames(&scalars)
    return scalars
  }

  // MARK: post

  private func fillFromNames(_ scalars: inout [UInt32]) {
    for (glyph, name) in glyphNames().enumerated() where glyph < scalars.count && scalars[glyph] == 0 {
      if let values = GlyphNames.scalars(of: name), values.count == 1 { scalars[glyph] = values[0].value }
    }
  }

  /// The names of `post` format 2 that are not Macintosh's standard ones, by glyph; empty where there is none.
  private func glyphNames() -> [[UInt8]] {
    guard let place = tables[Self.tag("post")], data.long(place.offset) == 0x20000,
      let count = data.short(place.offset + 32)
    else { return [] }
    var strings: [[UInt8]] = []
    var at = place.offset + 34 + count * 2
    let end = place.offset + place.length
    while at < end, let length = data.byte(at), let text = data.slice(at + 1, length) {
      strings.append(Array(text))
      at += 1 + length
    }
    return (0..<count).map { glyph in
      guard let index = data.short(place.offset + 34 + glyph * 2) else { return [] }
      return index >= 258 && index - 258 < strings.count ? strings[index - 258] : []
    }
  }

  // MARK: name

  /// The names of family, full name and PostScript name (1, 16, 4, 6), Chinese ones first.
  var names: [String] {
    guard let place = table("name"), let count = data.short(place + 2), let start = data.short(place + 4)
    else { return [] }
    var found: [(rank: Int, name: String)] = []
    for index in 0..<min(count, 256) {
      let entry = place + 6 + index * 12
      guard let platform = data.short(entry), let encoding = data.short(entry + 2),
        let language = data.short(entry + 4), let id = data.short(entry + 6),
        let length = data.short(entry + 8), let offset = data.short(entry + 10),
        let order = [16, 1, 4, 6].firstIndex(of: id), length > 0, length <= 256,
        let text = data.slice(place + start + offset, length)
      else { continue }
      let charset: Charset = platform == 1 ? (encoding == 25 ? .gb18030 : .macRoman) : .utf16BE
      let isChinese = (platform == 3 && language & 0x3FF == 4) || (platform == 1 && encoding == 25)
      if let name = charset.decodeExactly(text) { found.append((order + (isChinese ? 0 : 10), name)) }
    }
    return found.sorted { $0.rank < $1.rank }.map(\.name)
  }
}
