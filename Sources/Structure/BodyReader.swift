import Conformance
import DocumentModel
import Grammars
import Messages

/// Reads the running text: headings by their numbers, run-in headings, tables.
struct BodyReader {
  let outline: Outline

  private static let body = Message("structure.body")
  private static let tableText = Message("structure.tableText")
  /// A run-in heading is at most so long, in characters behind its number.
  private static let runInLimit = 26

  func read(into draft: inout Draft) {
    read(draft.bodyStart..<max(draft.bodyStart, draft.bodyEnd), into: &draft)
    if let published = draft.published { read(published, into: &draft) }
  }

  private func read(_ range: Range<Int>, into draft: inout Draft) {
    let grammar = grammar(range)
    for index in range where !draft.isTaken(index) {
      let line = outline.lines[index]
      if line.table != nil {
        draft.add(.tableText, line: index, certainty: 0.95, Self.tableText)
      } else if line.isBoxed {
        continue
      } else if let heading = heading(index, grammar, range) {
        heading(&draft)
      } else {
        draft.add(.body, line: index, certainty: 0.9, Self.body)
      }
    }
  }

  // MARK: Which numbers head what

  private struct Grammar {
    var isLaw = false
    var hasParts = false
    var hasChapters = false
  }

  private func grammar(_ range: Range<Int>) -> Grammar {
    var grammar = Grammar()
    var articles = 0
    for index in range where outline.lines[index].first == "第" {
      switch enumerator(index)?.kind {
      case .article: articles += 1
      case .part: grammar.hasParts = true
      case .chapter: grammar.hasChapters = true
      default: break
      }
    }
    grammar.isLaw = articles >= 3
    return grammar
  }

  /// The number of a line: the automatic one, or the one in its text.
  func enumerator(_ index: Int) -> Enumerator? {
    let label = outline.document.paragraphs[outline.lines[index].paragraph].label
    guard !label.isEmpty || Enumerator.canBegin(with: outline.lines[index].first) else { return nil }
    return LeadingNumber(
      label.isEmpty || outline.lines[index].scalarStart > 0 ? outline.raw(index) : label[...])?.enumerator
  }

  private static let roles: [ElementRole] = [.heading1, .heading2, .heading3, .heading4]

  private func heading(_ index: Int, _ grammar: Grammar, _ range: Range<Int>) -> ((inout Draft) -> Void)? {
    guard let enumerator = enumerator(index) else { return styledHeading(index) }
    let depth: Int
    switch enumerator.kind {
    case .part: depth = 0
    case .chapter: depth = grammar.hasParts ? 1 : 0
    case .section: depth = (grammar.hasParts ? 1 : 0) + (grammar.hasChapters ? 1 : 0)
    case .level(let level) where level <= 4 && !grammar.isLaw: depth = level - 1
    default: return nil
    }
    guard Self.roles.indices.contains(depth) else { return nil }
    let isNamed = if case .level = enumerator.kind { false } else { true }
    if isStandAlone(index) {
      return standAlone(index, Self.roles[depth], enumerator, isNamed: isNamed, range)
    }
    if isNamed { return nil }
    return closed(index, Self.roles[depth], enumerator, range) ?? runIn(index, Self.roles[depth], enumerator)
  }

  func isStandAlone(_ index: Int) -> Bool {
    let last = outline.lines[index].last
    return outline.isShort(index, 50) && !last.isSentenceEnd && last != "，" && last != "、" && last != ","
  }

  private func standAlone(
    _ index: Int, _ role: ElementRole, _ enumerator: Enumerator, isNamed: Bool, _ range: Range<Int>
  ) -> ((inout Draft) -> Void)? {
    let next = index + 1
    let follower = range.contains(next) ? self.enumerator(next) : nil
    let isItem = follower?.kind == enumerator.kind && isStandAlone(next) && !isNamed
    let previous = range.contains(index - 1) ? self.enumerator(index - 1) : nil
    let isLastItem =
      !isNamed && previous?.kind == enumerator.kind && range.contains(index - 1) && isStandAlone(index - 1)
      && !outline.isProse(next)
    if isItem || isLastItem { return nil }
    var evidence = Evidence()
    evidence.add(0.6, "enumerated")
    evidence.add(0.4, "shortLine")
    evidence.add(
      0.4, "textBelow", if: outline.isProse(next) || follower.map { $0.kind != enumerator.kind } == true)
    evidence.add(
      0.5, "contrast",
      if: outline.isStrong(index) || outline.isLarge(index) || isNamed && outline.isCentred(index))
    return { $0.add(role, line: index, evidence) }
  }

  /// A heading by its style alone.
  private func styledHeading(_ index: Int) -> ((inout Draft) -> Void)? {
    let paragraph = outline.lines[index].paragraph
    guard let level = outline.document.paragraphs[paragraph].format.outlineLevel,
      Self.roles.indices.contains(level),
      isStandAlone(index)
    else { return nil }
    var evidence = Evidence()
    evidence.add(0.6, "headingStyle")
    evidence.add(0.3, "shortLine")
    return { $0.add(Self.roles[level], line: index, evidence) }
  }

  // MARK: Run-in headings

  /// `一、提高认识。各单位要…`: the first sentence heads the paragraph that it stands in.
  private func runIn(_ index: Int, _ role: ElementRole, _ enumerator: Enumerator) -> ((inout Draft) -> Void)?
  {
    let paragraph = outline.paragraph(index)
    let line = outline.lines[index]
    let skipped = paragraph.label.isEmpty || line.scalarStart > 0 ? enumerator.length : 0
    var offset = line.scalarStart
    var seen = 0
    var end: Int?
    var hasComma = false
    var lead = offset
    for scalar in outline.raw(index).unicodeScalars {
      offset += 1
      if seen == 0, scalar.isBlank {
        lead = offset
        continue
      }
      seen += 1
      if scalar == "，" || scalar == "：" || scalar == "；" { hasComma = true }
      if scalar == "。" || (scalar == "：" && self.hasContrast(paragraph, at: offset)) {
        end = offset
        break
      }
      if seen > skipped + Self.runInLimit { return nil }
    }
    guard let end, end - lead - skipped >= 3 else { return nil }
    let total = line.scalarStart + outline.raw(index).unicodeScalars.count
    guard total - end >= 6 else { return nil }
    let hasContrast = hasContrast(paragraph, at: end)
    guard hasContrast || (!hasComma && end - lead - skipped <= 22 && !isSentence(index, lead..<end, skipped))
    else {
      return nil
    }
    var evidence = Evidence()
    evidence.add(0.5, "enumerated")
    evidence.add(0.4, "firstSentence")
    evidence.add(0.7, "contrast", if: hasContrast)
    evidence.weaken(0.9, "longSentence", if: !hasContrast && end - lead - skipped > 16)
    return { draft in
      draft.add(role, line: index, range: lead..<end, evidence)
      var rest = Evidence()
      rest.add(0.9, "behindHeading")
      draft.add(.body, line: index, range: end..<total, rest)
    }
  }

  /// Words of rules and orders: a heading names a task and does not command it.
  private static let sentenceWords = ["本", "应", "须", "不得", "请", "将", "自", "可以", "必须", "负责"]
  private static let sentenceStarts = ["各", "对", "凡", "要", "由", "在", "经", "未", "有", "如", "为"]

  /// Whether the first sentence of a numbered paragraph commands or rules, and so heads nothing.
  func isSentence(_ index: Int, _ range: Range<Int>, _ skipped: Int) -> Bool {
    let text = MatchText(outline.words(index, range))
    if Self.sentenceStarts.contains(where: { text.hasPrefix($0, at: text.skippingSpaces(from: skipped)) }) {
      return true
    }
    return Self.sentenceWords.contains { text.firstIndex(of: $0, from: skipped) != nil }
  }

  /// Whether the format changes at an offset: another face or weight before it than behind it.
  private func hasContrast(_ paragraph: Paragraph, at offset: Int) -> Bool {
    var position = 0
    var before: TextStyle?
    for span in paragraph.spans {
      let length = span.text.unicodeScalars.count
      if position + length >= offset, before == nil, position < offset { before = span.style }
      if position + length > offset, position <= offset || before != nil {
        guard let before else { return false }
        if position + length > offset + 1 || span.style != before {
          return span.style.isBold != before.isBold || span.style.faces.eastAsia != before.faces.eastAsia
        }
      }
      position += length
    }
    return false
  }
}
