/// The walk of the census over the bytes of one paragraph, run by run.
struct TextWalk {
  /// `CensusSort.all`.
  let sorts: UnsafeBufferPointer<CensusSort>
  /// What is known of the paragraph so far.
  var line: TextCensus.Line
  /// 1 where a stop directly behind the last character would be one too many, else 0.
  private var isClosed: UInt8 = 0

  init(sorts: UnsafeBufferPointer<CensusSort>, line: TextCensus.Line) {
    self.sorts = sorts
    self.line = line
  }

  /// Counts a stretch of the paragraph.
  mutating func count(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> TextCensus.Counts {
    var found = TextCensus.Counts()
    var index = range.lowerBound
    let limit = min(range.upperBound, bytes.count - 2)
    while index < range.upperBound {
      let start = index
      var stops: Int32 = 0
      var clusters: UInt8 = 0
      // Ideographs and stops, three bytes each, are nearly all of a Chinese text. No branch depends on which of
      // the two it is: nobody could foresee it.
      while index < limit, bytes[index] &- 0xE0 < 16 {
        let sort = sorts[Self.value(bytes, index)].rawValue
        guard sort <= CensusSort.stop.rawValue else { break }
        stops &+= Int32(sort)
        clusters |= sort & isClosed
        isClosed = sort
        index &+= 3
      }
      let quiet = Int32(truncatingIfNeeded: (index &- start) / 3)
      found.han &+= quiet &- stops
      found.visible &+= quiet
      found.scalars &+= quiet
      if clusters != 0 { line.marks.insert(.cluster) }
      if index < range.upperBound {
        index = step(bytes, index, &found)
        found.scalars &+= 1
      }
    }
    line.counts += found
    return found
  }

  /// The code point of a character of three bytes.
  @inline(__always)
  private static func value(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int {
    Int(bytes[index] & 0x0F) << 12 | Int(bytes[index &+ 1] & 0x3F) << 6 | Int(bytes[index &+ 2] & 0x3F)
  }

  /// Looks at one character.
  /// - Returns: where the next one begins.
  @inline(__always)
  private mutating func step(
    _ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, _ found: inout TextCensus.Counts
  ) -> Int {
    let lead = bytes[index]
    if lead < 0x80 {
      note(sorts[Int(lead)], bytes, index + 1, &found)
      return index + 1
    }
    if lead >= 0xF0 {
      // U+20000 to U+3FFFF are led by F0 A0 to F0 BF.
      let isHan = lead == 0xF0 && index + 1 < bytes.count && bytes[index + 1] >= 0xA0
      note(isHan ? .rare : .plain, bytes, index + 4, &found)
      return index + 4
    }
    if lead >= 0xE0, index + 2 < bytes.count {
      note(sorts[Self.value(bytes, index)], bytes, index + 3, &found)
      return index + 3
    }
    let second = index + 1 < bytes.count ? bytes[index + 1] : 0
    note(sorts[Int(lead & 0x1F) << 6 | Int(second & 0x3F)], bytes, index + 2, &found)
    return index + 2
  }

  /// - Parameter next: where the next character begins.
  private mutating func note(
    _ sort: CensusSort, _ bytes: UnsafeBufferPointer<UInt8>, _ next: Int, _ found: inout TextCensus.Counts
  ) {
    let wasClosed = isClosed != 0
    isClosed = 0
    switch sort {
    case .plain: break
    case .space:
      line.marks.insert([.space, .gap])
      return
    case .blank:
      line.marks.insert(.gap)
      return
    case .invisible: line.marks.insert([.gap, .invisible])
    case .common, .rare, .ordinal, .dwelling: ideograph(sort, &found)
    case .digit:
      found.digits &+= 1
      line.allDigits &+= 1
      line.marks.insert(.digit)
    case .wideDigit:
      line.allDigits &+= 1
      line.marks.insert(.wideDigit)
    case .letter, .smallX, .capital, .capitalX, .capitalO: letter(sort, &found)
    case .mask: line.marks.insert(.mask)
    case .at: line.marks.insert(.at)
    case .square: line.marks.insert(.square)
    case .narrowBracket: line.marks.insert([.narrow, .pair])
    case .narrow: line.marks.insert(.narrow)
    case .narrowStop: line.marks.insert(wasClosed ? [.narrow, .cluster] : .narrow)
    case .titleOpen: line.marks.insert([.titleMark, .pair])
    case .titleClose:
      line.marks.insert([.titleMark, .pair])
      isClosed = 1
    case .half: line.marks.insert(.pair)
    case .quoteClose:
      line.marks.insert(.pair)
      isClosed = 1
    case .ellipsis: line.marks.insert(.cluster)
    case .enumeration:
      if line.marks.contains(.ordinal), line.counts.visible &+ found.visible <= 9 {
        line.marks.insert(.ordinalStop)
      }
      // 等 behind 、 may end a list.
      if wasClosed || isEtCetera(bytes, next) { line.marks.insert(.cluster) }
      isClosed = 1
    case .stop:
      if wasClosed { line.marks.insert(.cluster) }
      isClosed = 1
    }
    found.visible &+= 1
  }

  private mutating func ideograph(_ sort: CensusSort, _ found: inout TextCensus.Counts) {
    found.han &+= 1
    switch sort {
    case .rare: found.rare &+= 1
    case .ordinal: line.marks.insert(.ordinal)
    case .dwelling: line.marks.insert(.dwelling)
    default: break
    }
  }

  private mutating func letter(_ sort: CensusSort, _ found: inout TextCensus.Counts) {
    found.letters &+= 1
    switch sort {
    case .smallX: line.marks.insert(.mask)
    case .capital: line.marks.insert(.capital)
    case .capitalX: line.marks.insert([.capital, .mask])
    case .capitalO: line.marks.insert([.capital, .letterO])
    default: break
    }
  }

  private func isEtCetera(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    index + 2 < bytes.count && bytes[index] == 0xE7 && bytes[index + 1] == 0xAD && bytes[index + 2] == 0x89
  }
}
