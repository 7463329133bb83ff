import DocumentModel

/// Makes paragraphs of lines: by indents, early line ends, gaps and changes of look.
struct ParagraphBuilder {
  /// The lines of one paragraph with the block that each stands in.
  struct Draft {
    var lines: [TextLine]
    var block: TextBlock
    var alignment: TextBlock.Alignment
    /// The brackets that its last line leaves open.
    var brackets = TextLine.Brackets()
    /// Whether it begins with a bracket, as a note under the title does.
    var isNote = false
    /// A gap as of an empty line stands before it.
    var followsGap = false
    /// The block of the structure tree that it is; `nil` where geometry made it.
    var tag: Int32?
    /// Its cell, where tags name it.
    var cell: TaggedContent.Cell?

    mutating func add(_ line: TextLine, _ alignment: TextBlock.Alignment) {
      lines.append(line)
      brackets.add(line.brackets)
      if alignment == .center, self.alignment == .full { self.alignment = .center }
    }
  }

  let bodySize: Double
  /// Whether paragraphs of this document begin with an indent.
  let isIndented: Bool

  /// Cuts the lines of a column into paragraphs.
  /// - Parameter before: the paragraph that stands before them and may go on in them.
  func drafts(_ lines: [TextLine], _ block: TextBlock, after before: Draft? = nil) -> [Draft] {
    var drafts: [Draft] = []
    for line in lines {
      let alignment = block.alignment(line, bodySize: bodySize)
      var draft = Draft(
        lines: [line], block: block, alignment: alignment, brackets: line.brackets,
        isNote: line.first.rawValue == 0xFF08)
      let last = drafts.count - 1
      if last < 0 {
        if let before, goesOn(before, draft) {
          (draft.brackets, draft.isNote) = (before.brackets, true)
          draft.brackets.add(line.brackets)
        }
        drafts.append(draft)
      } else if let upper = drafts[last].lines.last {
        if !parts(upper, line, drafts[last], alignment, block) {
          drafts[last].add(line, alignment)
        } else {
          draft.followsGap = hasGap(upper, line, block)
          drafts.append(draft)
        }
      }
    }
    return centred(drafts)
  }

  private func centred(_ drafts: [Draft]) -> [Draft] {
    var drafts = drafts
    for index in drafts.indices.reversed() where isCentred(drafts, index) {
      drafts[index].alignment = .center
    }
    return drafts
  }

  /// The paragraphs that tags make of the lines of a column.
  func drafts(_ column: PageLayout.Column, _ block: TextBlock, after before: Draft?) -> [Draft] {
    guard !column.paragraphs.isEmpty else { return drafts(column.lines, block, after: before) }
    var drafts: [Draft] = []
    for paragraph in column.paragraphs {
      let lines = Array(column.lines[paragraph.lines])
      guard let first = lines.first else { continue }
      let alignment = lines.count == 1 ? block.alignment(first, bodySize: bodySize) : alignment(lines, block)
      var draft = Draft(lines: lines, block: block, alignment: alignment, tag: paragraph.block)
      addBreaks(to: &draft)
      if let upper = drafts.last?.lines.last { draft.followsGap = hasGap(upper, first, block) }
      drafts.append(draft)
    }
    return centred(drafts)
  }

  /// Line breaks inside a tagged paragraph: what stands below would have found room with two characters to
  /// spare, and the line is not set as wide as the others.
  func addBreaks(to draft: inout Draft) {
    guard let first = draft.lines.first else { return }
    for index in draft.lines.indices.dropLast() {
      let (upper, lower) = (draft.lines[index], draft.lines[index + 1])
      let used =
        switch draft.alignment {
        case .center: draft.block.left + upper.width
        case .right: draft.block.left + draft.block.right - upper.start
        case .left, .full: upper.end
        }
      var open = draft
      open.lines = Array(draft.lines[...index].suffix(8))
      let edge = first.page == upper.page ? rightEdge(open, lower) : draft.block.right
      draft.lines[index].endsEarly = edge - used > lower.firstWord + 2 * upper.size
    }
  }

  /// How several lines stand that belong together: all in the middle, all at the right, or as the first does.
  private func alignment(_ lines: [TextLine], _ block: TextBlock) -> TextBlock.Alignment {
    let all = lines.map { block.alignment($0, bodySize: bodySize) }
    let first = all.first ?? .left
    // A full line stands in the middle as well as anywhere else.
    for wanted in [TextBlock.Alignment.center, .right] where all.contains(wanted) {
      if all.allSatisfy({ $0 == wanted || $0 == .full }) { return wanted }
    }
    return first == .center || first == .right ? .left : first
  }

  /// A title may fill its line, or nearly, and stand in the middle all the same: when it is large, or when the
  /// rest of it stands in the middle of the next line.
  private func isCentred(_ drafts: [Draft], _ index: Int) -> Bool {
    let draft = drafts[index]
    guard draft.alignment == .full || draft.alignment == .left, draft.lines.count == 1,
      let line = draft.lines.first
    else { return false }
    let before = line.start - draft.block.left
    let behind = draft.block.right - line.end
    guard abs(before - behind) <= (draft.alignment == .full ? 1 : 0.3) * line.size else { return false }
    if line.size > bodySize + 1.5 { return true }
    // At the top of a later page it may be the end of a paragraph.
    guard index + 1 < drafts.count, index > 0 || line.page == 0, !line.last.endsSentence,
      let next = drafts[index + 1].lines.first, drafts[index + 1].alignment == .center,
      !drafts[index + 1].followsGap
    else { return false }
    return next.style == line.style && abs(next.middle - line.middle) <= 0.5 * line.size
  }

  /// Whether a paragraph ends between two lines of one column.
  private func parts(
    _ upper: TextLine, _ lower: TextLine, _ open: Draft, _ alignment: TextBlock.Alignment, _ block: TextBlock
  ) -> Bool {
    if lower.orientation != upper.orientation || upper.isEntry { return true }
    if abs(upper.size - lower.size) > max(0.6, 0.06 * upper.size) { return true }
    if isBracketed(upper, lower, open, alignment, block) { return false }
    if open.alignment == .center || alignment == .center {
      return !isWrapped(upper, lower, open, alignment, block)
    }
    if open.alignment == .right || alignment == .right {
      return open.alignment != alignment || !isLeftOver(lower, of: upper, block)
    }
    // Lines far off the left edge, such as those of a sign-off, stand each for itself.
    if block.right - block.left > 15 * upper.size, upper.start - block.left > 6 * upper.size { return true }
    if upper.isTabular || lower.isTabular { return true }
    let step = lower.base - upper.base
    if step > 1.45 * pitch(block, upper) || step > 3.2 * upper.size { return true }
    return endsBefore(lower, upper, open, block)
  }

  /// Whether a line stands under another inside brackets that are not closed yet, as those of a note under the
  /// title do, which keeps off both edges of the column. Brackets that are never closed, as those of intervals may
  /// be, hold nothing together: the line above has to be long, and no shorter than this one.
  private func isBracketed(
    _ upper: TextLine, _ lower: TextLine, _ open: Draft, _ alignment: TextBlock.Alignment, _ block: TextBlock
  ) -> Bool {
    guard open.brackets.opened > 0, follows(upper, lower, block),
      upper.width > lower.width - 1.2 * upper.size
    else { return false }
    if open.alignment == .center, alignment == .center { return true }
    let isLong = upper.width > 15 * upper.size || open.isNote
    return isLong && abs(lower.start - upper.start) < 0.6 * upper.size
  }

  /// Whether a centred line goes on in the next one, because that found no room in it. Lines that end in numbers are
  /// those of contents, but for a 号 that was left over.
  private func isWrapped(
    _ upper: TextLine, _ lower: TextLine, _ open: Draft, _ alignment: TextBlock.Alignment, _ block: TextBlock
  ) -> Bool {
    guard block.fullLines >= 3, alignment == .center, open.alignment == .center || open.alignment == .full,
      upper.style == lower.style, upper.last.isWide || lower.first.isWide,
      !upper.last.isDigit || lower.glyphs.count <= 2,
      !upper.last.endsSentence, follows(upper, lower, block)
    else { return false }
    let room = block.right - block.left - upper.width
    return room < lower.firstWord + 0.3 * upper.size
  }

  private func follows(_ upper: TextLine, _ lower: TextLine, _ block: TextBlock) -> Bool {
    let step = lower.base - upper.base
    return step > 0 && step <= 1.45 * pitch(block, upper) && !upper.isTabular && !lower.isTabular
  }

  /// Whether a line on the right is what found no room in the one above: one or two characters, where names and
  /// dates have more.
  private func isLeftOver(_ lower: TextLine, of upper: TextLine, _ block: TextBlock) -> Bool {
    lower.glyphs.count <= 2 && upper.glyphs.count >= 6
      && abs(lower.end - upper.end) < 0.5 * upper.size && !hasGap(upper, lower, block)
  }

  private func pitch(_ block: TextBlock, _ line: TextLine) -> Double {
    max(block.pitch ?? 2 * line.size, 1.15 * line.size)
  }

  private func hasGap(_ upper: TextLine, _ lower: TextLine, _ block: TextBlock) -> Bool {
    upper.page == lower.page
      && lower.base - upper.base > 1.75 * max(pitch(block, upper), 1.3 * max(upper.size, lower.size))
  }

  /// By indents and line ends alone, for lines that a column or page break may part.
  func endsBefore(_ lower: TextLine, _ upper: TextLine, _ open: Draft, _ block: TextBlock) -> Bool {
    let em = upper.size
    let room = rightEdge(open, lower) - upper.end
    // The next word would have found room.
    if room > lower.firstWord + 0.6 * em { return true }
    let indent = lower.start - block.left
    let upperIndent = upper.start - open.block.left
    if open.lines.count == 1 {
      // 附件：… goes on behind its first words; what begins with a number is the next entry.
      if upper.first.rawValue == 0x9644, indent > upperIndent, !lower.first.isDigit { return false }
      // The second line: of a paragraph with an indent it goes back, of one with a hanging indent it goes in.
      if indent > 1.2 * em, abs(indent - upperIndent) < 0.6 * em {
        return rightEdge(open, lower) == open.block.right && (isIndented || upperIndent < 4 * em)
      }
      if indent > upperIndent + 1.2 * em { return isIndented || upperIndent > 0.6 * em || indent > 6 * em }
      return indent < upperIndent - 0.6 * em && upperIndent < 0.6 * em
    }
    return abs(indent - upperIndent) > 0.9 * em
  }

  /// Where the lines of a paragraph end: at the edge of the block, or at an edge of their own when they have an
  /// indent on the right as well. Lines that are stretched to end alike tell of one.
  private func rightEdge(_ open: Draft, _ lower: TextLine) -> Double {
    guard let upper = open.lines.last, open.block.right - upper.end > 1.2 * upper.size else {
      return open.block.right
    }
    let isAlike: (TextLine) -> Bool = { abs($0.end - upper.end) < 0.5 * upper.size }
    let isStretched = upper.letterGap > 0.08 * upper.size
    if open.lines.count >= 2, isStretched, open.lines.allSatisfy(isAlike) { return upper.end }
    // Entries of a list that are as long as each other are spaced alike as well.
    let differs =
      upper.glyphs.count != lower.glyphs.count || abs(upper.letterGap - lower.letterGap) > 0.02 * upper.size
    if isStretched, differs, isAlike(lower), abs(lower.start - upper.start) < 0.5 * upper.size {
      return upper.end
    }
    return open.block.right
  }

  /// Whether a paragraph goes on in the next column or on the next page.
  func continues(_ open: Draft, _ next: Draft) -> Bool {
    guard let upper = open.lines.last, let lower = next.lines.first, !upper.isEntry,
      abs(upper.size - lower.size) <= 0.6
    else { return false }
    if goesOn(open, next) { return true }
    guard open.alignment == .full || open.alignment == .left,
      next.alignment == .full || next.alignment == .left
    else { return false }
    guard upper.style == lower.style || !upper.last.endsSentence else { return false }
    if !isIndented, !open.block.isIndented, upper.last.endsSentence { return false }
    let indent = lower.start - next.block.left
    if isIndented || open.block.isIndented, indent > 1.2 * lower.size { return false }
    return !endsBefore(lower, upper, open, next.block)
  }

  /// Whether a note in brackets goes on in the next column: it keeps off the edges there as well.
  private func goesOn(_ open: Draft, _ next: Draft) -> Bool {
    guard open.isNote, open.brackets.opened > 0, let upper = open.lines.last, let lower = next.lines.first,
      abs(upper.size - lower.size) <= 0.6
    else { return false }
    return abs((upper.start - open.block.left) - (lower.start - next.block.left)) < 0.6 * upper.size
  }
}
