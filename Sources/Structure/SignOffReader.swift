import Conformance
import Grammars
import Messages

/// Finds 署名 and 成文日期 at the end of the main text, and with them where the main text ends.
struct SignOffReader {
  let outline: Outline
  let title: TitleReader.Title?

  /// A joint issue has at most so many lines of names.
  private static let issuerLimit = 24

  struct Candidate {
    var line: Int
    var date: DocumentDate
    var issuers: [Names]
    var evidence: Evidence
  }

  /// The names of offices in a line of a sign-off.
  struct Names {
    var line: Int
    var ranges: [Range<Int>]
    /// The one name that begins in the line and ends in the next, as the title has it.
    var wrapped: String?

    var lastLine: Int { wrapped == nil ? line : line + 1 }
  }

  func read(into draft: inout Draft) {
    let start = draft.bodyStart
    let stop = annexStart(from: start) ?? outline.lines.count
    var weak: Candidate?
    var index = start
    while index < stop {
      if var candidate = candidate(index, start: start, stop: stop) {
        candidate.evidence.weaken(0.85, "earlierDate", if: weak != nil)
        // In a collection, whose cover is no title, the first sign-off is that of some document in it.
        candidate.evidence.weaken(0.7, "inCollection", if: draft.first(.title) == nil)
        if candidate.evidence.certainty >= 0.7 {
          add(candidate, to: &draft)
          return
        }
        weak = weak ?? candidate
      }
      index += 1
    }
    let end = titledAnnex(from: start, to: stop) ?? stop
    draft.bodyEnd = end
    readUndated(start: start, stop: end, into: &draft)
    if let weak, draft.first(.date) == nil {
      draft.doubts[.date] = Message("structure.doubt.date", ["text": .text(weak.date.text)])
    }
  }

  // MARK: Where annexes begin before any sign-off

  /// The line of an annex mark that stands before every sign-off: then the text has none.
  private func annexStart(from start: Int) -> Int? {
    for index in start..<max(start, outline.lines.count) where outline.lines[index].first == "附" {
      guard outline.isShort(index, 12), case .mark = AnnexForm(outline.text(index)) else { continue }
      if isListHead(index) { continue }
      // A mark above a sign-off that soon follows belongs to the list of annexes.
      if outline.lines[index].table != nil { continue }
      return index
    }
    return nil
  }

  /// In a text without sign-off, the line behind running text that is set like the title: an annex of its own.
  private func titledAnnex(from start: Int, to stop: Int) -> Int? {
    guard let title, outline.isLarge(title.lines.lowerBound) else { return nil }
    let look = outline.look(title.lines.lowerBound)
    var hasText = false
    for index in start..<max(start, stop) {
      let line = outline.lines[index]
      hasText = hasText || outline.isProse(index)
      guard hasText, line.halfPoints >= look.halfPoints - 2, line.startsPage || line.followsBlank,
        line.table == nil,
        !line.isBoxed, outline.isShort(index, 80), outline.isCentred(index), !line.last.isSentenceEnd,
        Enumerator(outline.text(index)) == nil
      else { continue }
      return index
    }
    return nil
  }

  /// Whether a bare 附件： opens the list of annexes: names follow, and then the sign-off.
  private func isListHead(_ index: Int) -> Bool {
    guard !outline.lines[index].startsPage, outline.lines[index].last.isColon else { return false }
    for line in (index + 1)..<min(index + 25, outline.lines.count) {
      if outline.isProse(line) { return false }
      let text = outline.text(line)
      if DocumentDate(whole: text) != nil { return true }
      if AnnexForm.item(text) == nil, !IssuerName.isLikely(text), text.count > 60 { return false }
    }
    return false
  }

  // MARK: Candidates

  private func candidate(_ index: Int, start: Int, stop: Int) -> Candidate? {
    let line = outline.lines[index]
    // Most lines are told by one character.
    guard line.last == "日" || line.last == "号" || line.last.isASCIIDigit else { return nil }
    guard line.last == "日" || line.last == "号" || line.first.isDigitLike, outline.isShort(index, 80)
    else { return nil }
    guard !outline.isInLargeTable(index) else { return nil }
    let text = outline.text(index)
    var issuers: [Names] = []
    var evidence = Evidence()
    let date: DocumentDate
    if let whole = DocumentDate(whole: text) {
      date = whole
      evidence.add(line.last.isASCIIDigit ? 0.4 : 0.6, "dateAlone")
    } else if let (end, names) = sameLine(text) {
      date = end
      issuers = [Names(line: index, ranges: names)]
      evidence.add(0.5, "dateBehindIssuer")
    } else {
      return nil
    }
    guard date.isValid || date.form == .arabic else { return nil }
    if issuers.isEmpty { issuers = issuersAround(index, start: start, stop: stop) }
    weigh(&evidence, index, issuers, stop: stop, start: start)
    return Candidate(line: index, date: date, issuers: issuers, evidence: evidence)
  }

  private func weigh(
    _ evidence: inout Evidence, _ index: Int, _ issuers: [Names], stop: Int, start: Int
  ) {
    evidence.add(0.5, "right", if: outline.isRightPlaced(index))
    evidence.add(0.5, "underIssuer", if: !issuers.isEmpty)
    let isEnd = isFollowedByEnd(index, issuers)
    evidence.add(0.5, "endOfText", if: isEnd)
    evidence.weaken(
      issuers.isEmpty ? 0.6 : 0.9, "textFollows", if: !isEnd && !outline.isRightPlaced(index))
    evidence.weaken(0.85, "notInTitle", if: isOther(issuers))
    evidence.weaken(0.7, "inTable", if: outline.lines[index].table != nil && issuers.isEmpty)
    evidence.weaken(0.8, "noText", if: index == start)
  }

  /// `泗县人民政府　　2022年3月1日` in one line.
  private func sameLine(_ text: MatchText) -> (DocumentDate, [Range<Int>])? {
    guard let date = DocumentDate.find(in: text).last, date.span.upperBound == text.count,
      date.span.lowerBound >= 3
    else { return nil }
    var end = date.span.lowerBound
    while end > 0, text[end - 1] == " " { end -= 1 }
    let names = IssuerName.split(text, in: 0..<end)
    return names.isEmpty ? nil : (date, names)
  }

  /// The lines of names right above the date, or right below it.
  private func issuersAround(_ index: Int, start: Int, stop: Int) -> [Names] {
    var found: [Names] = []
    var line = index - 1
    while line >= start, found.count < Self.issuerLimit {
      if let name = wrappedName(endingAt: line), line > start {
        found.insert(Names(line: line - 1, ranges: [], wrapped: name), at: 0)
        line -= 2
      } else if let names = names(line, near: index) {
        found.insert(Names(line: line, ranges: names), at: 0)
        line -= 1
      } else {
        break
      }
    }
    // On the next page an annex begins, with a title that may end like an office: 实施办/法.
    if found.isEmpty, index + 1 < stop, !outline.lines[index + 1].startsPage,
      let names = names(index + 1, near: index),
      outline.isRightPlaced(index + 1)
        || outline.isCentred(index + 1)
    {
      found = [Names(line: index + 1, ranges: names)]
    }
    return found
  }

  /// The names in a line, where it can belong to a sign-off: set like the date, or off the left edge.
  func names(_ line: Int, near date: Int) -> [Range<Int>]? {
    guard outline.isShort(line, 70), !outline.lines[line].last.isSentenceEnd else { return nil }
    let text = outline.text(line)
    let names = IssuerName.split(text)
    guard !names.isEmpty else { return nil }
    let isPlaced = outline.isRightPlaced(line) || outline.isCentred(line) || outline.lines[line].isBoxed
    let isAlike =
      outline.look(line).alignment == outline.look(date).alignment
      && (outline.lines[line].lead >= 8) == (outline.lines[date].lead >= 8)
    return isPlaced || isAlike || outline.lines[line].table != nil ? names : nil
  }

  /// Whether the main text ends here: nothing follows, or an annex, a note, the imprint, a new page.
  private func isFollowedByEnd(_ index: Int, _ issuers: [Names]) -> Bool {
    let next = max(index, issuers.last?.lastLine ?? index) + 1
    guard outline.lines.indices.contains(next) else { return true }
    if outline.lines[next].startsPage { return true }
    let text = outline.isShort(next, 120) ? outline.text(next) : MatchText("")
    if AnnexForm(text) != nil || outline.isLarge(next) { return true }
    switch FrameForm(text) {
    case .note, .copies, .printing, .imprint, .blankPage: return true
    default: break
    }
    if outline.isCentred(next) { return TitleForm(text) != nil }
    return isPlainTitle(next)
  }

  /// A short title over chapters, articles or running text, where nothing is set apart: an attached text.
  private func isPlainTitle(_ line: Int) -> Bool {
    var words = ""
    for index in line..<min(line + 4, outline.lines.count) {
      guard outline.isShort(index, 40), !outline.isProse(index), !outline.lines[index].last.isColon else {
        return false
      }
      let text = outline.text(index)
      if Enumerator(text) != nil { return false }
      words += text.string
      if let form = TitleForm(MatchText(words)), form.kind != "表", outline.lines.indices.contains(index + 1) {
        switch Enumerator(outline.text(index + 1))?.kind {
        case .chapter, .article, .part, .level(1): return true
        default: if outline.isProse(index + 1) { return true }
        }
      }
    }
    return false
  }

  /// Whether all names differ from those of the title: the sign-off of an attached text, or another name.
  private func isOther(_ issuers: [Names]) -> Bool {
    let titled = titleIssuer
    guard !titled.isEmpty, !issuers.isEmpty else { return false }
    return !issuers.contains { names in
      let text = outline.text(names.line)
      return names.wrapped != nil || names.ranges.contains { titled.contains(IssuerName.clean(text, in: $0)) }
    }
  }

  /// The name that ends in a line and began in the one above, which was too narrow for it: only one that the
  /// title has, for two lines may as well be two offices.
  private func wrappedName(endingAt line: Int) -> String? {
    guard line > 0, outline.isShort(line, 40), outline.isShort(line - 1, 40),
      outline.lines[line].paragraph != outline.lines[line - 1].paragraph,
      outline.look(line).alignment == outline.look(line - 1).alignment
    else { return nil }
    let upper = outline.text(line - 1)
    let lower = outline.text(line)
    let name =
      IssuerName.clean(upper, in: 0..<upper.count) + IssuerName.clean(lower, in: 0..<lower.count)
    return titleIssuer.contains(name) ? name : nil
  }
}

extension Unicode.Scalar {
  var isASCIIDigit: Bool { (0x30...0x39).contains(value) }

  /// A character that a date can begin with.
  var isDigitLike: Bool {
    isASCIIDigit || (0xFF10...0xFF19).contains(value) || self == "二" || self == "一" || self == "贰"
  }
}
