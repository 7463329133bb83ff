import Conformance
import Grammars
import Messages

/// Reads the heading of a document: letterhead, marks, number, title, caption, recipient, web metadata.
struct HeadReader {
  let outline: Outline
  let head: [HeadLine]
  /// The title that was found, for readers of later parts.
  private(set) var title: TitleReader.Title?

  init(_ outline: Outline) {
    self.outline = outline
    head = outline.headLines()
  }

  mutating func read(into draft: inout Draft) {
    title = TitleReader(outline: outline, head: head).title()
    readMarks(into: &draft)
    readLetterhead(into: &draft)
    readTitle(into: &draft)
    readNumber(into: &draft)
    readCaption(into: &draft)
    readRecipient(into: &draft)
    MetadataReader(outline: outline, head: head).read(into: &draft)
    let last = head.indices.last { draft.isTaken($0) && !head[$0].isMetadata }
    draft.bodyStart = last.map { $0 + 1 } ?? firstText
  }

  /// Where the text begins when nothing of a heading was found.
  private var firstText: Int { head.indices.first { !head[$0].isMetadata } ?? head.count }

  /// The first line behind the title; the start where there is none.
  var afterTitle: Int { title.map { $0.lines.upperBound + 1 } ?? 0 }

  // MARK: Marks

  private func readMarks(into draft: inout Draft) {
    for index in head.indices {
      var evidence = Evidence()
      evidence.add(0.7, "words")
      evidence.add(0.5, "head", if: index < afterTitle)
      switch head[index] {
      case .frame(.secrecy): draft.add(.secrecy, line: index, evidence)
      case .frame(.urgency): draft.add(.urgency, line: index, evidence)
      case .frame(.copyNumber): draft.add(.copyNumber, line: index, evidence)
      case .frame(.signer(let name)):
        let text = outline.text(index)
        guard !name.isEmpty else { continue }
        draft.add(.signer, line: index, range: text.origin(name), evidence)
      case .annexMark where index < afterTitle:
        draft.add(.annexMark, line: index, evidence)
      default: continue
      }
    }
  }

  private func readLetterhead(into draft: inout Draft) {
    let end = title?.lines.lowerBound ?? head.count
    let titleSize = title.map { outline.look($0.lines.lowerBound).halfPoints } ?? outline.bodySize
    for index in head.indices where index < end && head[index].isPlain {
      let text = outline.text(index)
      let look = outline.look(index)
      var evidence = Evidence()
      evidence.add(0.6, "red", if: look.isRed)
      evidence.add(0.6, "wenjian", if: text.dense.hasSuffix("文件") || text.hasSuffix("公报"))
      evidence.add(0.4, "issuerShape", if: !IssuerName.split(text).isEmpty)
      evidence.add(
        0.5, "large", if: look.halfPoints >= 44 || (titleSize > 0 && look.halfPoints >= titleSize + 8))
      evidence.add(0.3, "beforeNumber", if: isNumber(index + 1) || isNumber(index + 2))
      guard evidence.cues.count >= 2, evidence.certainty >= 0.6, text.count <= 40 else { continue }
      draft.add(.letterhead, line: index, evidence)
    }
  }

  private func isNumber(_ index: Int) -> Bool {
    guard head.indices.contains(index) else { return false }
    switch head[index] {
    case .number, .shared: return true
    default: return false
    }
  }

  // MARK: Title

  private mutating func readTitle(into draft: inout Draft) {
    if let title, title.evidence.certainty >= 0.5 {
      if draft.isTaken(title.lines.lowerBound) { return }
      addTitle(title, to: &draft)
    } else if let (index, number) = namedNumber {
      // 国务院令第711号 in one line is its own title.
      var evidence = Evidence()
      evidence.add(0.65, "orderTitle")
      let text = outline.text(index)
      draft.add(
        .title, line: index, range: text.origin(0..<number.code.unicodeScalars.count), text: number.code,
        evidence)
    } else {
      if title == nil, head.contains(where: \.isPlain) {
        draft.doubts[.title] = Message("structure.doubt.title")
      } else if title != nil {
        draft.doubts[.title] = Message("structure.doubt.titleWeak")
      }
      self.title = nil
    }
  }

  private var namedNumber: (Int, DocumentNumber)? {
    for index in head.indices {
      if case .number(let number) = head[index], number.form == .order || number.form == .announcement {
        return (index, number)
      }
    }
    return nil
  }

  /// A number in brackets at the end of a title is the document's own and no part of the title.
  private func addTitle(_ title: TitleReader.Title, to draft: inout Draft) {
    let match = MatchText(title.text)
    if let form = title.form, form.tail.count > 6,
      let number = DocumentNumber(match, in: (form.tail.lowerBound + 1)..<(form.tail.upperBound - 1)),
      number.form == .standard || number.form == .loose
    {
      let last = outline.text(title.lines.upperBound)
      if let found = DocumentNumber.find(in: last).last {
        var evidence = Evidence()
        evidence.add(0.75, "numberInTitle")
        draft.add(
          .number, line: title.lines.upperBound, range: last.origin(found.span),
          evidence)
        let text = match.string(0..<form.tail.lowerBound)
        draft.add(.title, lines: title.lines, text: text, title.evidence)
        return
      }
    }
    draft.add(.title, lines: title.lines, text: title.text, title.evidence)
    if title.caption != nil { addCaption(behind: title, to: &draft) }
  }

  /// The caption that stands in the last paragraph of the title.
  private func addCaption(behind title: TitleReader.Title, to draft: inout Draft) {
    let line = title.lines.upperBound
    let text = outline.text(line)
    guard let index = draft.elements.lastIndex(where: { $0.role == .title }),
      let open = (0..<text.count).first(where: { open in
        (text[open] == "（" || text[open] == "(")
          && CaptionForm(MatchText(text.string(open..<text.count))) != nil
      })
    else { return }
    var evidence = Evidence()
    evidence.add(0.7, "captionShape")
    evidence.add(0.6, "captionInTitle")
    draft.add(.caption, line: line, range: text.origin(open..<text.count), evidence)
    guard let last = draft.elements[index].pieces.indices.last else { return }
    if open > 0 {
      draft.elements[index].pieces[last].range = text.origin(0..<open)
    } else {
      draft.elements[index].pieces.remove(at: last)
    }
  }

  // MARK: Caption and recipient

  private func readCaption(into draft: inout Draft) {
    for index in head.indices where index >= afterTitle {
      var evidence = Evidence()
      evidence.add(0.7, "captionShape")
      evidence.add(0.6, "underTitle", if: index <= afterTitle + 2)
      switch head[index] {
      case .caption:
        draft.add(.caption, line: index, evidence)
        return
      case .openCaption:
        guard let end = captionEnd(from: index) else { return }
        draft.add(.caption, lines: index...end, text: captionText(index...end), evidence)
        return
      default: continue
      }
    }
  }

  private func captionText(_ lines: ClosedRange<Int>) -> String {
    lines.map { outline.trimmed($0) }.joined()
  }

  private func captionEnd(from start: Int) -> Int? {
    for end in (start + 1)..<max(start + 2, min(start + 25, outline.lines.count)) {
      guard outline.lines.indices.contains(end) else { return nil }
      let last = outline.lines[end].last
      if last == "）" || last == ")" {
        return CaptionForm(MatchText(captionText(start...end))) == nil ? nil : end
      }
    }
    return nil
  }

  private func readRecipient(into draft: inout Draft) {
    guard
      let index = head.indices.first(where: { index in
        guard index >= afterTitle, case .frame(.recipient) = head[index] else { return false }
        return true
      })
    else { return }
    var evidence = Evidence()
    let isAudience = FrameForm.isAudience(outline.text(index))
    evidence.add(0.6, "colon")
    evidence.weaken(0.7, "noAudience", if: !isAudience)
    evidence.add(0.6, "underTitle", if: title != nil && (index == 0 || draft.isTaken(index - 1)))
    evidence.add(0.4, "flush", if: !outline.isCentred(index) && !outline.isRightPlaced(index))
    evidence.add(0.3, "beforeText", if: outline.isProse(index + 1))
    evidence.weaken(0.6, "noTitle", if: title == nil)
    draft.add(.recipient, line: index, evidence)
  }
}
