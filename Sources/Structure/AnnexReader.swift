import Conformance
import Grammars
import Messages

/// Reads what stands behind the main text: note, annexes with their marks and titles, imprint.
struct AnnexReader {
  let outline: Outline
  let title: TitleReader.Title?

  private static let body = Message("structure.annexBody")

  func read(into draft: inout Draft) {
    readImprint(into: &draft)
    readList(into: &draft)
    var index = draft.published?.upperBound ?? tailStart(draft)
    var isInAnnex =
      draft.first(.annexMark) != nil && draft.first(.date) == nil && index >= outline.lines.count
    var expectsTitle = true
    while index < outline.lines.count {
      defer { index += 1 }
      if draft.isTaken(index) { continue }
      if let kind = outline.isShort(index, 120) ? special(index, isInAnnex, &draft) : nil {
        if kind == .annexMark {
          isInAnnex = true
          expectsTitle = true
        }
        continue
      }
      let isTitle = isAnnexTitle(index, expectsTitle)
      isInAnnex = true
      if isTitle {
        let last = titleEnd(index)
        addTitle(index...last, isExpected: expectsTitle, to: &draft)
        index = last
        expectsTitle = false
      } else {
        if outline.isProse(index) || outline.lines[index].table == nil { expectsTitle = false }
        draft.add(.annexBody, line: index, certainty: 0.85, Self.body)
      }
    }
  }

  /// The first line behind the sign-off, or behind the text where there is none.
  private func tailStart(_ draft: Draft) -> Int {
    guard draft.bodyEnd < outline.lines.count else { return outline.lines.count }
    var index = draft.bodyEnd
    while draft.isTaken(index) { index += 1 }
    return index
  }

  // MARK: Single lines

  private func special(_ index: Int, _ isInAnnex: Bool, _ draft: inout Draft) -> ElementRole? {
    let text = outline.text(index)
    var evidence = Evidence()
    switch FrameForm(text) {
    case .note where !isInAnnex:
      evidence.add(0.7, "words")
      evidence.add(0.6, "underDate")
      draft.add(.note, line: index, evidence)
      return .note
    case .blankPage: return .note
    default: break
    }
    guard let form = AnnexForm(text) else { return nil }
    switch form {
    case .mark:
      guard outline.lines[index].table == nil else { return nil }
      evidence.add(0.75, "annexWord")
      evidence.add(0.6, "pageStart", if: outline.lines[index].startsPage)
      evidence.add(0.5, "underSignOff", if: draft.first(.date) != nil)
      evidence.add(0.3, "flush", if: !outline.isCentred(index))
      draft.add(.annexMark, line: index, evidence)
      return .annexMark
    case .head where !isInAnnex && !outline.lines[index].startsPage:
      addListHead(index, isBehindSignOff: true, to: &draft)
      return .annexNote
    case .head(_, let name, _) where outline.lines[index].startsPage || outline.lines[index].followsBlank:
      // 附件1：目录 on one line at the start of an annex is mark and title at once.
      guard outline.lines[index].table == nil else { return nil }
      evidence.add(0.6, "annexWord")
      evidence.add(0.4, "pageStart", if: outline.lines[index].startsPage)
      draft.add(
        .annexMark, line: index, range: text.origin(0..<name.lowerBound),
        evidence)
      draft.add(.annexTitle, line: index, range: text.origin(name), evidence)
      return .annexMark
    default: return nil
    }
  }

  // MARK: Titles

  private func isAnnexTitle(_ index: Int, _ isExpected: Bool) -> Bool {
    guard outline.isShort(index, 90), !outline.isProse(index), outline.lines[index].table == nil else {
      return false
    }
    let text = outline.text(index)
    if let kind = Enumerator(text)?.kind, kind != .running { return false }
    if FrameForm(text) != nil || AnnexForm(text) != nil { return false }
    let isLarge = outline.isLarge(index)
    let isCentred = outline.isCentred(index)
    if isExpected { return isCentred || isLarge || (outline.isStrong(index) && TitleForm(text) != nil) }
    return outline.lines[index].startsPage && isCentred && (isLarge || TitleForm(text) != nil)
  }

  private func titleEnd(_ start: Int) -> Int {
    let look = outline.look(start)
    var end = start
    while end + 1 < outline.lines.count, end - start < 5, outline.look(end + 1) == look,
      isAnnexTitle(end + 1, true),
      !outline.lines[end + 1].startsPage, !outline.lines[end + 1].followsBlank
    {
      end += 1
    }
    return end
  }

  private func addTitle(_ lines: ClosedRange<Int>, isExpected: Bool, to draft: inout Draft) {
    let text = TitleReader(outline: outline, head: []).joined(lines)
    var evidence = Evidence()
    evidence.add(0.5, "titlePlain", if: TitleForm(MatchText(text)) != nil)
    evidence.add(0.5, "centred", if: outline.isCentred(lines.lowerBound))
    evidence.add(0.4, "large", if: outline.isLarge(lines.lowerBound))
    evidence.add(0.5, "startOfAnnex", if: isExpected)
    draft.add(.annexTitle, lines: lines, text: text, evidence)
  }

  // MARK: The list of annexes

  private func readList(into draft: inout Draft) {
    var index = draft.bodyEnd - 1
    let first = max(draft.bodyStart, draft.bodyEnd - 80)
    // The list stands under the text: go up while its lines last.
    while index >= first {
      if outline.lines[index].first == "附", outline.isShort(index, 120), outline.lines[index].table == nil,
        !draft.isTaken(index)
      {
        let text = outline.text(index)
        switch AnnexForm(text) {
        // Above no sign-off, what begins a page is an annex with its title.
        case .head where !outline.lines[index].startsPage || draft.first(.date) != nil:
          addListHead(index, isBehindSignOff: false, to: &draft)
          return
        case .mark where outline.lines[index].last.isColon:
          addItems(below: index, includingHead: true, to: &draft)
          return
        default: break
        }
      }
      if outline.isProse(index) && outline.lines[index].last == "。" { return }
      index -= 1
    }
  }

  private func addListHead(
    _ index: Int, isBehindSignOff: Bool, to draft: inout Draft
  ) {
    var evidence = Evidence()
    evidence.add(0.75, "annexWord")
    evidence.add(0.6, "aboveSignOff", if: !isBehindSignOff)
    draft.add(.annexNote, line: index, evidence)
    addItems(below: index, includingHead: false, to: &draft)
  }

  private func addItems(below head: Int, includingHead: Bool, to draft: inout Draft) {
    var last = head
    for index in (head + 1)..<max(head + 1, min(head + 60, outline.lines.count)) {
      guard !draft.isTaken(index), outline.isShort(index, 120), !outline.isProse(index),
        outline.lines[index].table == nil
      else { break }
      let text = outline.text(index)
      let isNumbered = AnnexForm.item(text) != nil || !outline.paragraph(index).label.isEmpty
      let isLike =
        !outline.isRightPlaced(index) && outline.lines[index].lead >= 4 && !IssuerName.isLikely(text)
      var isFurther = false
      if case .head = AnnexForm(text) { isFurther = true }
      guard
        isNumbered || isFurther || (isLike && index < draft.bodyEnd)
          || (includingHead && index < draft.bodyEnd)
      else { break }
      last = index
    }
    var evidence = Evidence()
    evidence.add(0.7, "annexWord")
    evidence.add(0.5, "listBelow")
    if includingHead { draft.add(.annexNote, line: head, evidence) }
    for index in (head + 1)..<max(head + 1, last + 1) { draft.add(.annexNote, line: index, evidence) }
  }

  // MARK: Imprint

  private func readImprint(into draft: inout Draft) {
    let start = max(draft.bodyStart, outline.lines.count - 30)
    var tables: Set<Int> = []
    var first: Int?
    for index in start..<max(start, outline.lines.count)
    where !draft.isTaken(index) && outline.isShort(index, 160) {
      let text = outline.text(index)
      switch FrameForm(text) {
      case .printing(let date):
        if let table = outline.lines[index].table { tables.insert(table) }
        first = first ?? index
        addPrinting(index, date, text, to: &draft)
      case .copies, .imprint:
        first = first ?? index
        if let table = outline.lines[index].table { tables.insert(table) }
        addImprint(index, to: &draft)
      default:
        // The office that printed it may stand in a cell of its own; 抄送 may run over several lines.
        if let table = outline.lines[index].table, tables.contains(table) { addImprint(index, to: &draft) }
      }
    }
    guard let first else { return }
    fillImprint(from: first, into: &draft)
    draft.bodyEnd = min(draft.bodyEnd, max(first, draft.bodyStart))
  }

  private func addImprint(_ index: Int, to draft: inout Draft) {
    var evidence = Evidence()
    evidence.add(0.7, "words")
    evidence.add(0.5, "endOfDocument")
    draft.add(.imprint, line: index, evidence)
  }

  private func addPrinting(_ index: Int, _ date: DocumentDate, _ text: MatchText, to draft: inout Draft) {
    addImprint(index, to: &draft)
    var evidence = Evidence()
    evidence.add(0.8, "printed")
    evidence.add(0.5, "endOfDocument")
    draft.add(.printDate, line: index, range: date.range, evidence, iso: date.iso)
  }

  /// Lines between two lines of the imprint, and cells of its table that come before them.
  private func fillImprint(from first: Int, into draft: inout Draft) {
    let imprint = draft.elements.filter { $0.role == .imprint }.flatMap(\.pieces).map(\.paragraph)
    guard let low = imprint.min(), let high = imprint.max() else { return }
    for index in first..<outline.lines.count where !draft.isTaken(index) {
      let paragraph = outline.lines[index].paragraph
      if paragraph > low && paragraph < high { addImprint(index, to: &draft) }
    }
    guard let table = outline.lines[first].table else { return }
    var index = first - 1
    while index >= draft.bodyStart, outline.lines[index].table == table {
      addImprint(index, to: &draft)
      index -= 1
    }
  }
}
