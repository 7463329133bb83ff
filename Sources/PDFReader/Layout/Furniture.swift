/// Headers, footers and page numbers: what stands at the edge of a page and says the same on others.
struct Furniture {
  enum Edge { case top, bottom }

  /// What is known of a line at the edge of a page.
  private struct Candidate {
    var line: Int
    var edge: Edge
    /// The distance from the edge of the page.
    var place: Double
    var text: String
    var isPageNumber: Bool
    var isArtifact: Bool
    /// Stands in a table.
    var isBoxed: Bool
    /// The distance to the next line inwards, in sizes.
    var gap: Double
    /// Stands where text may stand, too.
    var isDeep: Bool
  }

  private var candidates: [[Candidate]] = []
  /// How many candidates of each edge and text there are at each distance from the edge, in steps of 4 pt.
  private var places: [String: [Int: Int]] = [:]

  /// How many lines from the edge are looked at, and how deep, in parts of the page.
  private static let lineCount = 3
  private static let depth = 0.17
  /// The text of official documents begins 37 mm from the edge, an eighth of the page (GB/T 9704-2012, 5.2.1).
  private static let textDepth = 0.11

  /// Adds the next page.
  mutating func add(_ page: PageLayoutBuilder, _ content: PageContent) {
    let lines = page.lines
    let sheet = page.orientation.place(Bounds(left: 0, top: 0, right: content.width, bottom: content.height))
    var found: [Candidate] = []
    for rank in 0..<min(Self.lineCount, lines.count) {
      let line = lines[rank]
      let place = Double(line.base) - sheet.top
      guard place < Self.depth * sheet.height else { break }
      let gap = rank + 1 < lines.count ? Double((lines[rank + 1].base - line.base) / max(line.size, 1)) : 99
      found.append(candidate(rank, .top, place, sheet.height, gap, line, content))
    }
    for rank in 0..<min(Self.lineCount, lines.count) {
      let index = lines.count - 1 - rank
      let line = lines[index]
      let place = sheet.bottom - Double(line.base)
      guard place < Self.depth * sheet.height, !found.contains(where: { $0.line == index }) else { break }
      let gap = index > 0 ? Double((line.base - lines[index - 1].base) / max(line.size, 1)) : 99
      found.append(candidate(index, .bottom, place, sheet.height, gap, line, content))
    }
    for candidate in found { places[key(candidate), default: [:]][step(candidate), default: 0] += 1 }
    candidates.append(found)
  }

  private func step(_ candidate: Candidate) -> Int { Int(clamping: (candidate.place / 4).rounded()) }

  private func key(_ candidate: Candidate) -> String { (candidate.edge == .top ? "^" : "$") + candidate.text }

  private func candidate(
    _ index: Int, _ edge: Edge, _ place: Double, _ height: Double, _ gap: Double, _ line: RawLine,
    _ content: PageContent
  ) -> Candidate {
    var text = String.UnicodeScalarView()
    var digits = 0
    var artifacts = 0
    var count = 0
    for fragment in line.fragments {
      for glyph in content.glyphs[fragment.glyphs].prefix(120) where !glyph.text.isBlank {
        guard let scalar = glyph.text.scalar, glyph.text != .none else { continue }
        count += 1
        if glyph.flags.contains(.artifact) { artifacts += 1 }
        let isDigit = (0x30...0x39).contains(scalar.value)
        if isDigit { digits += 1 }
        if isDigit, text.last == "#" { continue }
        text.append(isDigit ? "#" : scalar)
      }
    }
    let words = String(text)
    return Candidate(
      line: index, edge: edge, place: place, text: words, isPageNumber: Self.isPageNumber(words, digits),
      isArtifact: artifacts * 2 > count, isBoxed: isBoxed(line, content), gap: gap,
      isDeep: place > Self.textDepth * height)
  }

  /// Whether rules stand beside the line as in a table, whose first row may be the same on every page and whose
  /// last may be a number. A frame around the page is no table.
  private func isBoxed(_ line: RawLine, _ content: PageContent) -> Bool {
    let middle = Double(line.base) - 0.35 * Double(line.size)
    let beside = content.rules.filter {
      !$0.isHorizontal && $0.bounds.top <= middle && middle <= $0.bounds.bottom
    }
    return beside.count >= 3 || beside.contains { $0.bounds.height < 0.7 * content.height }
  }

  /// `- 3 -`, `第 3 页`, `3/12`, `Page 3 of 12`: digits, already made `#`, and what goes around them.
  private static func isPageNumber(_ text: String, _ digits: Int) -> Bool {
    let numbers = text.unicodeScalars.filter { $0 == "#" }.count
    guard digits > 0, digits <= 8, numbers <= 2 else { return digits == 0 && isRoman(text) }
    var rest = text
    for word in ["Page", "page", "PAGE", "of"] where rest.contains(word) {
      rest = rest.split(separator: word, omittingEmptySubsequences: false).joined()
    }
    return rest.unicodeScalars.allSatisfy { "#-—–－―─·.．/第页共,，|~～_ 一".unicodeScalars.contains($0) }
  }

  private static func isRoman(_ text: String) -> Bool {
    (1...8).contains(text.unicodeScalars.count)
      && text.unicodeScalars.allSatisfy { "ivxlIVXLⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ-—".unicodeScalars.contains($0) }
      && text.unicodeScalars.contains { !"-—".unicodeScalars.contains($0) }
  }

  /// The furniture of a page, by the index of the line.
  func edges(ofPage page: Int) -> [Int: Edge] {
    guard candidates.indices.contains(page) else { return [:] }
    var result: [Int: Edge] = [:]
    for edge in [Edge.top, .bottom] {
      // From the edge inwards; text of the page ends the furniture.
      for candidate in candidates[page] where candidate.edge == edge {
        guard isFurniture(candidate) else { break }
        result[candidate.line] = edge
      }
    }
    return result
  }

  private func isFurniture(_ candidate: Candidate) -> Bool {
    if candidate.isArtifact { return true }
    if candidate.isBoxed { return false }
    if candidate.isPageNumber, candidate.edge == .bottom || candidate.gap > 1.6 { return true }
    let counts = places[key(candidate)] ?? [:]
    let step = step(candidate)
    let same = (step - 1...step + 1).reduce(0) { $0 + (counts[$1] ?? 0) }
    // Two pages can begin alike by chance; the same distance from the edge, and white space, settle it.
    if candidate.isDeep, candidate.gap < 2.5 { return false }
    return same >= 3 || (same == 2 && candidate.gap > 1.6 && candidates.count <= 4)
  }
}
