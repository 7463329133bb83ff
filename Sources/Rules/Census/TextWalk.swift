/// The walk of the census over the bytes of one paragraph, run by run.
struct TextWalk {
  /// `IdeographTable.sorts`.
  let sorts: UnsafeBufferPointer<UInt8>
  /// What is known of the paragraph so far.
  var line: TextCensus.Line

  /// Counts a stretch of the paragraph.
  mutating func count(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> TextCensus.Counts {
    var found = TextCensus.Counts()
    var index = range.lowerBound
    let limit = min(range.upperBound, bytes.count - 2)
    while index < range.upperBound {
      var common: Int32 = 0
      // U+4000 to U+9FFF, nearly all of a Chinese text.
      while index < limit, bytes[index] &- 0xE4 <= 5,
        sorts[Int(Self.value(bytes, index) &- IdeographTable.start)] == IdeographTable.common
      {
        common &+= 1
        index &+= 3
      }
      found.han &+= common
      found.visible &+= common
      found.scalars &+= common
      if index < range.upperBound {
        index = step(bytes, index, &found)
        found.scalars &+= 1
      }
    }
    line.counts += found
    return found
  }

  /// Looks at one character.
  /// - Returns: where the next one begins.
  private mutating func step(
    _ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, _ found: inout TextCensus.Counts
  ) -> Int {
    let lead = bytes[index]
    if lead < 0x80 {
      ascii(lead, &found)
      return index + 1
    }
    if lead >= 0xF0 {
      found.visible &+= 1
      // U+20000 to U+3FFFF are led by F0 A0 to F0 BF.
      if lead == 0xF0, index + 1 < bytes.count, bytes[index + 1] >= 0xA0 {
        found.han &+= 1
        found.rare &+= 1
      }
      return index + 4
    }
    if lead >= 0xE0, index + 2 < bytes.count {
      let value = Self.value(bytes, index)
      if lead >= 0xE4, lead <= 0xE9 {
        ideograph(sorts[Int(value &- IdeographTable.start)], &found)
      } else {
        other(value, bytes, index, &found)
      }
      return index + 3
    }
    // Two bytes: only U+0085 and U+00A0 are white space, U+00AD takes no room, × masks digits.
    let second = index + 1 < bytes.count ? bytes[index + 1] : 0
    let isSpace = lead == 0xC2 && (second == 0x85 || second == 0xA0)
    if isSpace {
      line.marks.insert(.gap)
    } else {
      found.visible &+= 1
      if lead == 0xC2, second == 0xAD { line.marks.insert([.gap, .invisible]) }
    }
    if lead == 0xC3, second == 0x97 { line.marks.insert(.mask) }
    return index + 2
  }

  @inline(__always)
  private static func value(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> UInt32 {
    UInt32(bytes[index] & 0x0F) << 12 | UInt32(bytes[index + 1] & 0x3F) << 6 | UInt32(bytes[index + 2] & 0x3F)
  }

  private mutating func ideograph(_ sort: UInt8, _ found: inout TextCensus.Counts) {
    found.visible &+= 1
    if sort == IdeographTable.other { return }
    found.han &+= 1
    switch sort {
    case IdeographTable.rare: found.rare &+= 1
    case IdeographTable.ordinal: line.marks.insert(.ordinal)
    case IdeographTable.dwelling: line.marks.insert(.dwelling)
    default: break
    }
  }

  private mutating func ascii(_ byte: UInt8, _ found: inout TextCensus.Counts) {
    switch byte {
    case 0x30...0x39:
      found.digits &+= 1
      line.allDigits &+= 1
      line.marks.insert(.digit)
    case 0x41...0x5A:
      found.letters &+= 1
      line.marks.insert(byte == 0x58 ? [.capital, .mask] : byte == 0x4F ? [.capital, .letterO] : .capital)
    case 0x61...0x7A:
      found.letters &+= 1
      if byte == 0x78 { line.marks.insert(.mask) }
    case 0x20:
      line.marks.insert([.space, .gap])
      return
    case 0x09...0x0D:
      line.marks.insert(.gap)
      return
    case 0x40: line.marks.insert(.at)
    case 0x5B: line.marks.insert(.square)
    case 0x2A: line.marks.insert(.mask)
    case 0x28, 0x29: line.marks.insert([.narrow, .pair])
    case 0x2C, 0x3B, 0x3A, 0x3F, 0x21, 0x2E, 0x2D, 0x22: line.marks.insert(.narrow)
    default: break
    }
    found.visible &+= 1
  }

  /// Three bytes outside the ideographs that begin with E4 to E9: marks, wide forms, rarer ideographs.
  private mutating func other(
    _ value: UInt32, _ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, _ found: inout TextCensus.Counts
  ) {
    switch value {
    case 0x3000, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F:
      line.marks.insert(.gap)
      return
    case 0x200B...0x200F, 0xFEFF, 0x2060...0x2064, 0x202A...0x202E, 0x2066...0x2069, 0xFE00...0xFE0F:
      line.marks.insert([.gap, .invisible])
    case 0x3400...0x3FFF, 0xF900...0xFAFF, 0x3007:
      found.han &+= 1
      found.rare &+= 1
    case 0x300A: line.marks.insert([.titleMark, .pair])
    case 0x300B:
      line.marks.insert([.titleMark, .pair])
      if isStop(bytes, index + 3) { line.marks.insert(.cluster) }
    case 0x201D:
      line.marks.insert(.pair)
      if isStop(bytes, index + 3) { line.marks.insert(.cluster) }
    case 0xFF08, 0xFF09, 0x3014, 0x3015, 0x3010, 0x3011, 0x201C: line.marks.insert(.pair)
    case 0x2026: line.marks.insert(.cluster)
    case 0x3001, 0x3002, 0xFF0C, 0xFF1A, 0xFF1B:
      if value == 0x3001, line.marks.contains(.ordinal), line.counts.visible &+ found.visible <= 9 {
        line.marks.insert(.ordinalStop)
      }
      // 等 behind 、 may end a list; the sort of the mark is for who looks closer.
      if isStop(bytes, index + 3) || isEtCetera(bytes, index + 3) { line.marks.insert(.cluster) }
    case 0xFF10...0xFF19:
      line.allDigits &+= 1
      line.marks.insert(.wideDigit)
    case 0xFF20: line.marks.insert(.at)
    case 0xFF0A, 0xFF38, 0x2715, 0x25CF, 0x2217, 0x25A0: line.marks.insert(.mask)
    default: break
    }
    found.visible &+= 1
  }

  /// Whether `，、；：。`, or a comma or semicolon of ASCII, stands at an index.
  private func isStop(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    guard index < bytes.count else { return false }
    if bytes[index] == 0x2C || bytes[index] == 0x3B { return true }
    guard index + 2 < bytes.count, bytes[index] >= 0xE0, bytes[index] < 0xF0 else { return false }
    switch Self.value(bytes, index) {
    case 0x3001, 0x3002, 0xFF0C, 0xFF1A, 0xFF1B: return true
    default: return false
    }
  }

  private func isEtCetera(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    index + 2 < bytes.count && bytes[index] == 0xE7 && bytes[index + 1] == 0xAD && bytes[index + 2] == 0x89
  }
}
