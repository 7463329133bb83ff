import Conformance
import Grammars
import Messages

/// Takes the date of a text without sign-off from what stands under its title.
struct CaptionDate {
  let outline: Outline

  func read(into draft: inout Draft) {
    guard draft.first(.date) == nil else { return }
    readCaption(into: &draft)
    if draft.first(.date) == nil { readHead(into: &draft) }
  }

  /// The last 通过, 修订 or 修正 of the caption; without one its last 公布.
  private func readCaption(into draft: inout Draft) {
    guard let caption = draft.first(.caption), let first = caption.pieces.first,
      let last = caption.pieces.last,
      let event = CaptionForm(MatchText(caption.text))?.dating, let iso = event.date.iso
    else { return }
    let isAdoption = event.act != .published
    let piece = first.paragraph == last.paragraph ? piece(of: event.date, in: first.paragraph) : first
    draft.elements.append(
      Element(
        role: .date, text: event.date.text, pieces: [piece],
        certainty: min(caption.certainty, isAdoption ? 0.92 : 0.8),
        reason: Message("structure.date.fromCaption"),
        iso: iso))
    draft.doubts[.date] = nil
  }

  private func piece(of date: DocumentDate, in paragraph: Int) -> Element.Piece {
    guard outline.document.paragraphs.indices.contains(paragraph) else { return .init(paragraph: paragraph) }
    // The same words may come twice; the last is meant, for events are in order.
    let dates = DocumentDate.find(in: outline.document.paragraphs[paragraph].text)
    return .init(paragraph: paragraph, range: dates.last { $0.text == date.text }?.range)
  }

  /// `（2022年3月1日）` or a bare date between title and text.
  private func readHead(into draft: inout Draft) {
    guard draft.first(.title) != nil else { return }
    let start = draft.elements.first { $0.role == .title }?.pieces.last?.paragraph ?? 0
    let end = draft.first(.recipient)?.pieces.first?.paragraph ?? outline.document.paragraphs.count
    for index in outline.lines.indices.prefix(Outline.headLimit) where outline.lines[index].paragraph > start
    {
      if outline.lines[index].paragraph > end { return }
      if outline.isProse(index) || index > draft.bodyStart + 3 { return }
      let text = outline.text(index)
      guard !draft.isTaken(index), let date = DocumentDate(whole: text) ?? outline.bracketedDate(text),
        let iso = date.iso
      else { continue }
      var evidence = Evidence()
      evidence.add(0.5, "dateAlone")
      evidence.add(0.5, "underTitle")
      draft.add(.date, line: index, range: date.range, evidence, iso: iso)
      draft.doubts[.date] = nil
      draft.bodyStart = max(draft.bodyStart, index + 1)
      return
    }
  }
}
