import Conformance
import DocumentModel
import Grammars

/// Headings on a line of their own that end like a sentence, against the usage of the standard.
extension BodyReader {
  /// How far away, in lines, the heading before or behind is looked for.
  private static let reach = 200

  /// `一、提高认识。` above its text. An item of a list looks the same: what tells is that it is set otherwise
  /// than the text below, or that the heading before or behind it has a text of its own as well.
  func closed(_ index: Int, _ role: ElementRole, _ enumerator: Enumerator, _ range: Range<Int>) -> (
    (inout Draft) -> Void
  )? {
    guard outline.lines[index].last == "。", case .level(1...2) = enumerator.kind,
      heads(index, enumerator, range), let words = heading(index, enumerator)
    else { return nil }
    let hasContrast = hasContrast(index, index + 1)
    guard hasContrast || (words.isPlain && hasSibling(index, enumerator, range)) else { return nil }
    var evidence = Evidence()
    evidence.add(0.5, "enumerated")
    evidence.add(0.3, "shortLine")
    evidence.add(0.4, "textBelow")
    evidence.add(0.5, "contrast", if: hasContrast)
    return { $0.add(role, line: index, evidence) }
  }

  /// Whether text follows, or items of a deeper level, and not the next item of the same list.
  private func heads(_ index: Int, _ enumerator: Enumerator, _ range: Range<Int>) -> Bool {
    guard range.contains(index + 1), outline.lines[index + 1].table == nil else { return false }
    guard let next = self.enumerator(index + 1) else { return outline.isProse(index + 1) }
    guard case .level(let own) = enumerator.kind, case .level(let other) = next.kind else { return false }
    return other > own
  }

  /// The words of a line, if they are one sentence that names something.
  /// - Returns: whether they are so short and plain that they command nothing.
  private func heading(_ index: Int, _ enumerator: Enumerator) -> (isPlain: Bool, count: Int)? {
    let line = outline.lines[index]
    guard outline.isShort(index, 44) else { return nil }
    let skipped = outline.paragraph(index).label.isEmpty || line.scalarStart > 0 ? enumerator.length : 0
    var scalars = Array(outline.raw(index).unicodeScalars)
    while scalars.last?.isBlank == true { scalars.removeLast() }
    let lead = scalars.prefix { $0.isBlank }.count
    let words = scalars.dropFirst(lead + skipped).dropLast()
    guard words.count >= 3, !words.contains(where: "。；：！？".unicodeScalars.contains) else { return nil }
    let place = (line.scalarStart + lead)..<(line.scalarStart + scalars.count)
    let isPlain = words.count <= 20 && !words.contains("，") && !isSentence(index, place, skipped)
    return (isPlain, words.count)
  }

  /// Whether the item with the number before or behind has a text of its own.
  private func hasSibling(_ index: Int, _ enumerator: Enumerator, _ range: Range<Int>) -> Bool {
    for step in [1, -1] {
      var place = index + step
      while range.contains(place), abs(place - index) <= Self.reach {
        defer { place += step }
        guard let other = self.enumerator(place), other.kind == enumerator.kind else { continue }
        guard other.number == enumerator.number + step, outline.isShort(place, 50), heads(place, other, range)
        else { break }
        if isStandAlone(place) || heading(place, other)?.isPlain == true { return true }
        break
      }
    }
    return false
  }

  /// Whether two lines begin in another face or weight.
  private func hasContrast(_ index: Int, _ next: Int) -> Bool {
    guard let style = firstStyle(index), let other = firstStyle(next) else { return false }
    return style.isBold != other.isBold || style.faces.eastAsia != other.faces.eastAsia
  }

  private func firstStyle(_ index: Int) -> TextStyle? {
    let paragraph = outline.paragraph(index)
    var end = 0
    return paragraph.spans.first { span in
      end += span.text.utf8.count
      return end > outline.lines[index].utf8Start && span.text.unicodeScalars.contains { !$0.isBlank }
    }?.style
  }
}
