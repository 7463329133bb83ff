import Conformance
import Grammars
import Messages

/// Finds 目录: the lines between the word and the place where its first entry comes again as a heading.
struct ContentsReader {
  let outline: Outline

  /// Entries run to at most so many lines.
  private static let limit = 600

  /// - Returns: the first line behind the contents; `start` where there are none.
  func read(from start: Int, into draft: inout Draft) -> Int {
    let end = min(outline.lines.count, start + 40)
    var index = start
    var behind = start
    while index < end {
      if outline.isShort(index, 8), FrameForm(outline.text(index)) == .contents {
        let last = last(after: index)
        var evidence = Evidence()
        evidence.add(0.7, "contentsWord")
        evidence.add(0.6, "contentsRepeat", if: last > index)
        for line in index...last { draft.add(.contents, line: line, evidence) }
        return last + 1
      }
      if isStyled(index) {
        var evidence = Evidence()
        evidence.add(0.9, "contentsStyle")
        draft.add(.contents, line: index, evidence)
        behind = index + 1
      }
      // Contents behind running text are those of an annex.
      if outline.isProse(index) { break }
      index += 1
    }
    return behind
  }

  private func last(after start: Int) -> Int {
    let end = min(outline.lines.count, start + Self.limit)
    let entry = key(start + 1)
    guard !entry.isEmpty else { return start }
    for index in (start + 2)..<max(start + 2, end) where outline.isShort(index, 80) && key(index) == entry {
      return index - 1
    }
    // No heading comes again: entries are short and unfinished, or end in a page number.
    var index = start + 1
    while index < end, isEntry(index) { index += 1 }
    return index - 1
  }

  private func isEntry(_ index: Int) -> Bool {
    if isStyled(index) { return true }
    guard outline.isShort(index, 60), !outline.lines[index].last.isSentenceEnd else { return false }
    let text = outline.text(index)
    return Enumerator(text) != nil || text.firstIndex(of: "……") != nil || text.firstIndex(of: "...") != nil
      || (text.scalars.last.map { $0.isASCII && (0x30...0x39).contains($0.value) } ?? false)
  }

  private func isStyled(_ index: Int) -> Bool {
    guard let name = outline.paragraph(index).styleName?.lowercased() else { return false }
    return name.hasPrefix("toc ") || name.hasPrefix("目录")
  }

  /// The words of an entry, without spaces, leaders and the page number.
  private func key(_ index: Int) -> [Unicode.Scalar] {
    guard outline.lines.indices.contains(index) else { return [] }
    var letters = outline.text(index).scalars.filter { $0 != " " }
    while let last = letters.last,
      last == "." || last == "…" || last == "·" || (last.isASCII && !last.isColon)
    {
      letters.removeLast()
    }
    return letters
  }
}
