import Charsets

/// An embedded CFF font (Adobe Technical Note 5176), as far as it tells what its glyphs are.
struct CFFFile {
  private let data: FontBytes
  private let strings: Index
  private let top: [Int: [Int]]
  private let glyphCount: Int

  /// The top dictionary's operators that matter; 1200 and more are those behind an escape.
  private enum Operator {
    static let charset = 15
    static let encoding = 16
    static let charStrings = 17
    static let registryOrderingSupplement = 1230
  }

  /// The places of the objects of an INDEX.
  private struct Index {
    var ranges: [Range<Int>] = []
    var end: Int
  }

  /// `nil` for what is no such font.
  init?(_ bytes: [UInt8]) {
    data = FontBytes(bytes: bytes)
    guard data.byte(0) == 1, let header = data.byte(2), let names = Self.index(data, header),
      let tops = Self.index(data, names.end), let strings = Self.index(data, tops.end),
      let first = tops.ranges.first
    else { return nil }
    self.strings = strings
    top = Self.dictionary(data, first)
    guard let place = top[Operator.charStrings]?.first, let count = data.short(place) else { return nil }
    glyphCount = count
  }

  /// Glyphs are numbered by CIDs of a character collection, and not named.
  var isCIDKeyed: Bool { top[Operator.registryOrderingSupplement] != nil }

  /// The ordering of the collection: `GB1`.
  var ordering: [UInt8]? {
    guard let values = top[Operator.registryOrderingSupplement], values.count >= 2 else { return nil }
    return name(values[1])
  }

  /// The string identifiers of the glyphs, of a CID-keyed font their CIDs, by glyph.
  func charset() -> [Int] {
    var result = [0]
    guard let place = top[Operator.charset]?.first, place > 2 else {
      return top[Operator.charset]?.first ?? 0 == 0 ? Array(0..<min(max(glyphCount, 1), 229)) : result
    }
    let format = data.byte(place) ?? -1
    var at = place + 1
    while result.count < glyphCount {
      guard let first = data.short(at) else { break }
      switch format {
      case 0:
        result.append(first)
        at += 2
      case 1, 2:
        guard let left = format == 1 ? data.byte(at + 2) : data.short(at + 2) else { return result }
        for offset in 0...min(left, glyphCount - result.count) { result.append(first + offset) }
        at += format == 1 ? 3 : 4
      default: return result
      }
    }
    return result
  }

  /// The names of glyphs by code of the font's own encoding; `nil` where it is the standard encoding.
  func encoding() -> [Int: [UInt8]]? {
    guard let place = top[Operator.encoding]?.first, place > 1 else { return nil }
    let charset = self.charset()
    var names: [Int: [UInt8]] = [:]
    func set(_ code: Int, glyph: Int) {
      if glyph < charset.count, let name = name(charset[glyph]) { names[code] = name }
    }
    let format = data.byte(place) ?? 0
    let count = data.byte(place + 1) ?? 0
    var at = place + 2
    if format & 0x7F == 0 {
      for glyph in 0..<count { data.byte(at + glyph).map { set($0, glyph: glyph + 1) } }
      at += count
    } else {
      var glyph = 1
      for _ in 0..<count {
        guard let first = data.byte(at), let left = data.byte(at + 1) else { break }
        for code in first...(first + left) {
          set(code, glyph: glyph)
          glyph += 1
        }
        at += 2
      }
    }
    if format & 0x80 != 0 {
      for index in 0..<(data.byte(at) ?? 0) {
        guard let code = data.byte(at + 1 + index * 3), let id = data.short(at + 2 + index * 3) else { break }
        if let name = name(id) { names[code] = name }
      }
    }
    return names
  }

  /// The string of an identifier.
  func name(_ id: Int) -> [UInt8]? {
    if id < Self.standardStrings.count { return id >= 0 ? Self.standardStrings[id] : nil }
    let place = id - Self.standardStrings.count
    return strings.ranges.indices.contains(place) ? Array(data.bytes[strings.ranges[place]]) : nil
  }

  private static let standardStrings: [[UInt8]] = {
    let text = EmbeddedText.files.first { $0.name == "cff-strings.tsv" }?.text ?? ""
    return text.split(separator: "\n").filter { !$0.hasPrefix("#") }
      .flatMap { $0.split(separator: " ").map { Array($0.utf8) } }
  }()

  private static func index(_ data: FontBytes, _ at: Int) -> Index? {
    guard let count = data.short(at) else { return nil }
    guard count > 0 else { return Index(end: at + 2) }
    guard let size = data.byte(at + 2), (1...4).contains(size) else { return nil }
    let base = at + 3 + (count + 1) * size - 1
    var result = Index(end: base + 1)
    var start = data.offset(at + 3, size: size) ?? 1
    for index in 1...count {
      guard let end = data.offset(at + 3 + index * size, size: size), start >= 1, end >= start,
        base + end <= data.count
      else { return nil }
      result.ranges.append((base + start)..<(base + end))
      start = end
    }
    result.end = base + start
    return result
  }

  /// The operands by operator; real numbers are left out.
  private static func dictionary(_ data: FontBytes, _ range: Range<Int>) -> [Int: [Int]] {
    var result: [Int: [Int]] = [:]
    var operands: [Int] = []
    var at = range.lowerBound
    while at < range.upperBound, let byte = data.byte(at) {
      at += 1
      switch byte {
      case 0...21:
        var key = byte
        if byte == 12 {
          key = 1200 + (data.byte(at) ?? 0)
          at += 1
        }
        result[key] = operands
        operands = []
      case 28:
        operands.append(Int(Int16(truncatingIfNeeded: data.short(at) ?? 0)))
        at += 2
      case 29:
        operands.append(Int(Int32(truncatingIfNeeded: data.long(at) ?? 0)))
        at += 4
      case 30:
        while let pair = data.byte(at) {
          at += 1
          if pair & 0xF == 0xF || pair >> 4 == 0xF { break }
        }
        operands.append(0)
      case 32...246: operands.append(byte - 139)
      case 247...250:
        operands.append((byte - 247) * 256 + (data.byte(at) ?? 0) + 108)
        at += 1
      case 251...254:
        operands.append(-(byte - 251) * 256 - (data.byte(at) ?? 0) - 108)
        at += 1
      default: break
      }
      if operands.count > 64 { return result }
    }
    return result
  }
}
