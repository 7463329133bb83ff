import Conformance
import Grammars
import Messages

/// Reads an order (令) that publishes a text of rules.
///
/// An order bears no title: its name is the letterhead (GB/T 9704-2012, 10.2). What it publishes follows its
/// sign-off and is what the publication is about, so its title is the title and its text is running text.
struct OrderReader {
  let outline: Outline
  let title: TitleReader.Title?

  func read(into draft: inout Draft) {
    guard let title, title.form?.kind == "令" || title.form?.kind == "命令", title.form?.pattern == .plain,
      let number = draft.first(.number).flatMap({ DocumentNumber($0.text) }),
      number.form == .bare || number.form == .order || number.form == .loose, draft.first(.date) != nil,
      let lines = published(draft), let index = draft.elements.firstIndex(where: { $0.role == .title })
    else { return }
    draft.elements[index].role = .letterhead
    let reader = TitleReader(outline: outline, head: [])
    var evidence = Evidence()
    evidence.add(0.6, "published")
    evidence.add(0.45, "centred", if: outline.isCentred(lines.lowerBound))
    evidence.add(0.5, "large", if: outline.isLarge(lines.lowerBound))
    draft.add(.title, lines: lines, text: reader.joined(lines), evidence)
    let start = addCaption(from: lines.upperBound + 1, to: &draft)
    draft.published = start..<end(from: start)
  }

  /// The lines behind the sign-off whose words the order names in 《》.
  private func published(_ draft: Draft) -> ClosedRange<Int>? {
    var start = draft.bodyEnd
    while draft.isTaken(start) { start += 1 }
    let names = names(draft.bodyStart..<max(draft.bodyStart, draft.bodyEnd))
    guard !names.isEmpty else { return nil }
    for first in start..<min(start + 6, outline.lines.count) {
      var words: [Unicode.Scalar] = []
      for last in first..<min(first + 5, outline.lines.count) where outline.isShort(last, 80) {
        words += outline.text(last).scalars.filter { $0 != " " }
        if names.contains(words) { return first...last }
      }
    }
    return nil
  }

  /// What stands in 《》 in some lines, spaces left out.
  private func names(_ lines: Range<Int>) -> Set<[Unicode.Scalar]> {
    var names: Set<[Unicode.Scalar]> = []
    for line in lines.prefix(12) {
      var name: [Unicode.Scalar]?
      for scalar in outline.text(line).scalars {
        if scalar == "《" {
          name = []
        } else if scalar == "》" {
          if let name { names.insert(name) }
          name = nil
        } else if scalar != " " {
          name?.append(scalar)
        }
      }
    }
    return names
  }

  private func addCaption(from start: Int, to draft: inout Draft) -> Int {
    guard start < outline.lines.count, outline.lines[start].utf8Count < 20_000,
      CaptionForm(outline.text(start)) != nil
    else { return start }
    var evidence = Evidence()
    evidence.add(0.7, "captionShape")
    evidence.add(0.6, "underTitle")
    draft.add(.caption, line: start, evidence)
    return start + 1
  }

  /// The published text lasts to the next annex mark, or to the end.
  private func end(from start: Int) -> Int {
    for index in start..<max(start, outline.lines.count) where outline.lines[index].first == "附" {
      if outline.isShort(index, 12), case .mark = AnnexForm(outline.text(index)) { return index }
    }
    return outline.lines.count
  }
}
