/// Makes lines of fragments: puts the glyphs into reading order and counts what is painted twice once.
struct LineComposer {
  let page: Int
  let orientation: Orientation

  /// The farthest that the second of two strikes may stand aside, in points and in parts of the size.
  private static let strikeReach: Float = 0.6
  private static let strikeShare: Float = 0.05

  func line(_ raw: RawLine, in content: inout PageContent) -> TextLine? {
    var order: [Int32] = []
    order.reserveCapacity(raw.fragments.reduce(0) { $0 + $1.glyphs.count })
    var isOverlapping = false
    var end = -Float.infinity
    for fragment in raw.fragments {
      isOverlapping = isOverlapping || (!fragment.isBlank && fragment.start < end - 0.3 * fragment.size)
      if !fragment.isBlank { end = max(end, fragment.end) }
      for index in fragment.glyphs where isText(content.glyphs[index]) { order.append(Int32(index)) }
    }
    if isOverlapping { order = merged(order, in: &content) }
    return measured(order, raw, content)
  }

  private func isText(_ glyph: Glyph) -> Bool {
    glyph.text != .none && glyph.flags.isDisjoint(with: [.invisible, .ring])
  }

  /// Sorts glyphs that stand over each other and drops second strikes. Overlaps without any (an underline of
  /// its own characters, a badly placed word) stay in the order of painting.
  private func merged(_ order: [Int32], in content: inout PageContent) -> [Int32] {
    let glyphs = content.glyphs
    let placed = order.map { orientation.place(glyphs[Int($0)].x, glyphs[Int($0)].y) }
    let sorted = order.indices.sorted { (placed[$0].u, $0) < (placed[$1].u, $1) }
    var kept: [Int] = []
    var struck: Set<Int> = []
    var dropped: Set<Int> = []
    for place in sorted {
      let glyph = glyphs[Int(order[place])]
      let reach = min(Self.strikeReach, Self.strikeShare * glyph.size) + 0.01
      let twin = kept.suffix(4).last { other in
        let first = glyphs[Int(order[other])]
        return first.text == glyph.text && abs(first.size - glyph.size) < 0.1
          && abs(placed[other].u - placed[place].u) <= reach
          && abs(placed[other].v - placed[place].v) <= reach
      }
      guard let twin else {
        kept.append(place)
        continue
      }
      dropped.insert(place)
      let distance = max(
        abs(placed[twin].u - placed[place].u), abs(placed[twin].v - placed[place].v))
      if distance >= 0.05 { struck.insert(twin) }
    }
    guard !dropped.isEmpty else { return order }
    for place in struck { content.glyphs[Int(order[place])].flags.insert(.struckTwice) }
    return kept.map { order[$0] }
  }

  private func measured(_ order: [Int32], _ raw: RawLine, _ content: PageContent) -> TextLine? {
    let glyphs = content.glyphs
    guard let firstInk = order.firstIndex(where: { !glyphs[Int($0)].text.isBlank }),
      let lastInk = order.lastIndex(where: { !glyphs[Int($0)].text.isBlank })
    else { return nil }
    let inked = Array(order[firstInk...lastInk])
    var tally = LookTally()
    var artifacts = 0
    var brackets = TextLine.Brackets()
    var start = Float.infinity
    var end = -Float.infinity
    for index in inked {
      let glyph = glyphs[Int(index)]
      if glyph.text.isBlank { continue }
      tally.count(glyph)
      brackets.count(glyph.text)
      if glyph.flags.contains(.artifact) { artifacts += 1 }
      let (u, _) = orientation.place(glyph.x, glyph.y)
      let (length, _) = orientation.place(glyph.dx, glyph.dy)
      start = min(start, u)
      end = max(end, u + length)
    }
    let (size, style) = tally.most
    let letterGap = letterGap(inked, glyphs)
    return TextLine(
      page: page, glyphs: inked, start: Double(start), end: Double(end), base: Double(raw.base),
      size: Double(size), style: style, first: glyphs[Int(order[firstInk])].text,
      last: glyphs[Int(order[lastInk])].text, orientation: orientation,
      firstWord: firstWord(inked, glyphs) + letterGap, letterGap: letterGap, brackets: brackets,
      isEntry: isEntry(inked, glyphs),
      isTabular: isTabular(raw, 2 * Double(size) + 3 * letterGap),
      isArtifact: artifacts * 2 > inked.count)
  }

  /// Whether dots lead to a page number, as in entries of contents.
  private func isEntry(_ order: [Int32], _ glyphs: ContiguousArray<Glyph>) -> Bool {
    var (digits, dots) = (0, 0)
    for index in order.reversed() {
      let text = glyphs[Int(index)].text
      switch text.rawValue {
      case _ where text.isDigit && dots == 0 && digits < 5: digits += 1
      // A hyphen or brackets stand around some numbers.
      case 0x2D, 0x28, 0x29, 0xFF08, 0xFF09: if dots > 0 { return false }
      case 0x2026, 0x22EF: dots += 3
      case 0x2E, 0xB7, 0x2022, 0x2024, 0xFF0E, 0x30FB: dots += 1
      case _ where text.isBlank: break
      default: return false
      }
      if dots >= 6 { return digits > 0 }
    }
    return false
  }

  /// The median gap between neighbouring ideographs that no space parts.
  private func letterGap(_ order: [Int32], _ glyphs: ContiguousArray<Glyph>) -> Double {
    var gaps: [Float] = []
    var end: Float?
    for index in order {
      let glyph = glyphs[Int(index)]
      guard glyph.text.isWide else {
        end = nil
        continue
      }
      let (u, _) = orientation.place(glyph.x, glyph.y)
      let (length, _) = orientation.place(glyph.dx, glyph.dy)
      if let end { gaps.append(u - end) }
      end = u + length
    }
    guard !gaps.isEmpty else { return 0 }
    gaps.sort()
    return max(0, Double(gaps[gaps.count / 2]))
  }

  /// Letter-spaced titles have gaps everywhere; a few wide ones between words make columns.
  private func isTabular(_ raw: RawLine, _ width: Double) -> Bool {
    var end: Float?
    var gaps = 0
    var inked = 0
    for fragment in raw.fragments where !fragment.isBlank {
      if let end, Double(fragment.start - end) > width { gaps += 1 }
      end = max(end ?? fragment.end, fragment.end)
      inked += fragment.glyphs.count
    }
    return gaps > 0 && inked > 2 * (gaps + 1)
  }

  /// The width of what cannot be parted at the start of a line: a letter with the marks behind it, or a word.
  private func firstWord(_ order: [Int32], _ glyphs: ContiguousArray<Glyph>) -> Double {
    var start: Float?
    var end: Float = 0
    for index in order.prefix(60) {
      let glyph = glyphs[Int(index)]
      let (u, _) = orientation.place(glyph.x, glyph.y)
      let (length, _) = orientation.place(glyph.dx, glyph.dy)
      guard let first = start else {
        start = u
        end = u + length
        if glyph.text.isWide { end = u + max(length, glyph.size * 0.9) }
        if glyph.text.isWide, order.count > 1, !glyphs[Int(order[1])].text.cannotStartLine { break }
        continue
      }
      if glyph.text.isBlank || (glyph.text.isWide && !glyph.text.cannotStartLine) { break }
      end = max(end, u + length)
      if end - first > 400 { break }
    }
    return Double(end - (start ?? end))
  }
}

/// Finds the size and style of most of a line. Lines have few, so a short list is searched.
private struct LookTally {
  private var looks: [(size: Float, style: UInt32, count: Int)] = []

  mutating func count(_ glyph: Glyph) {
    // Han characters decide over the digits and letters between them.
    let weight = glyph.text.isHan ? 4 : 1
    for index in looks.indices.reversed()
    where looks[index].style == glyph.style && abs(looks[index].size - glyph.size) < 0.05 {
      looks[index].count += weight
      return
    }
    looks.append((glyph.size, glyph.style, weight))
  }

  var most: (size: Float, style: UInt32) {
    let best = looks.max { $0.count < $1.count }
    return (best?.size ?? 0, best?.style ?? 0)
  }
}

extension Glyph.Text {
  /// A mark that is never put at the start of a line.
  var cannotStartLine: Bool {
    switch rawValue {
    case 0x3001, 0x3002, 0xFF0C, 0xFF1B, 0xFF1A, 0xFF1F, 0xFF01, 0x300B, 0xFF09, 0x201D, 0x2019, 0x3015,
      0x3011, 0x300D, 0x300F, 0x2C, 0x2E, 0x3B, 0x3A, 0x29, 0x25, 0xFF05:
      true
    default: false
    }
  }

  var isDigit: Bool { (0x30...0x39).contains(rawValue) || (0xFF10...0xFF19).contains(rawValue) }

  /// A mark that ends a sentence.
  var endsSentence: Bool {
    switch rawValue {
    case 0x3002, 0xFF1B, 0xFF1F, 0xFF01, 0x2E, 0x3B, 0xFF1A, 0x3A: true
    default: false
    }
  }

  /// A letter of an alphabet, between which a line end is a space.
  var isLetter: Bool {
    switch rawValue {
    case 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F, 0x370...0x52F: true
    default: false
    }
  }
}
