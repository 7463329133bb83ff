import Conformance
import Grammars
import Messages

extension SignOffReader {
  /// Records a sign-off; the main text ends above it.
  func add(_ candidate: Candidate, to draft: inout Draft) {
    draft.elements.removeAll { $0.role == .date || ($0.role == .issuer && !candidate.issuers.isEmpty) }
    let titled = titleIssuer
    for names in candidate.issuers {
      let text = outline.text(names.line)
      for range in names.ranges {
        let name = IssuerName.clean(text, in: range)
        let evidence = Self.evidence(isInTitle: titled.contains(name), hasTitle: !titled.isEmpty)
        draft.add(.issuer, line: names.line, range: text.origin(range), text: name, evidence)
      }
      if let name = names.wrapped {
        let evidence = Self.evidence(isInTitle: true, hasTitle: true)
        draft.add(.issuer, lines: names.line...names.lastLine, text: name, evidence)
      }
    }
    draft.add(
      .date, line: candidate.line, range: candidate.date.range, candidate.evidence,
      iso: candidate.date.iso)
    let first = min(candidate.line, candidate.issuers.first?.line ?? candidate.line)
    draft.bodyEnd = first
    guard candidate.issuers.isEmpty else { return }
    addTitleIssuer(to: &draft)
    if draft.first(.issuer) == nil { doubtIssuer(above: candidate.line, in: &draft) }
  }

  private static func evidence(isInTitle: Bool, hasTitle: Bool) -> Evidence {
    var evidence = Evidence()
    evidence.add(0.6, "issuerShape")
    evidence.add(0.6, "aboveDate")
    evidence.add(0.5, "inTitle", if: isInTitle)
    evidence.weaken(0.9, "notInTitle", if: hasTitle && !isInTitle)
    return evidence
  }

  /// A sign-off without a date: names on the right at the end of the text.
  func readUndated(start: Int, stop: Int, into draft: inout Draft) {
    var end = stop
    while end > start, isFurniture(end - 1) { end -= 1 }
    var first = end
    while first - 1 > start, outline.isRightPlaced(first - 1), names(first - 1, near: first - 1) != nil {
      first -= 1
    }
    guard first < end else { return addTitleIssuer(to: &draft) }
    draft.elements.removeAll { $0.role == .issuer }
    for line in first..<end {
      let text = outline.text(line)
      for range in IssuerName.split(text) {
        let name = IssuerName.clean(text, in: range)
        var evidence = Evidence()
        evidence.add(0.5, "issuerShape")
        evidence.add(0.5, "right")
        evidence.add(0.6, "inTitle", if: titleIssuer.contains(name))
        draft.add(.issuer, line: line, range: text.origin(range), text: name, evidence)
      }
    }
    draft.bodyEnd = first
  }

  private func isFurniture(_ index: Int) -> Bool {
    guard outline.isShort(index, 100) else { return false }
    switch FrameForm(outline.text(index)) {
    case .note, .copies, .printing, .imprint, .blankPage: return true
    default: return false
    }
  }

  /// The offices that the title names.
  var titleIssuer: [String] {
    guard let title, let form = title.form, !form.issuer.isEmpty else { return [] }
    let text = MatchText(title.text)
    return IssuerName.split(text, in: form.issuer).map { IssuerName.clean(text, in: $0) }
  }

  /// Without a sign-off the title says who issued the text; that is no 署名, and the reason says so.
  ///
  /// A text that a meeting adopted (its caption says so) is not issued by an office at all.
  private func addTitleIssuer(to draft: inout Draft) {
    if let caption = draft.first(.caption), let form = CaptionForm(MatchText(caption.text)),
      form.events.contains(where: { $0.act == .adopted })
    {
      draft.doubts[.issuer] = Message("structure.doubt.issuerAdopted")
      return
    }
    guard let title, let form = title.form, draft.first(.issuer) == nil else { return }
    let text = MatchText(title.text)
    // An order is named after the office that gives it.
    let isOrder = form.pattern == .plain && form.kind == "令"
    for range in IssuerName.split(text, in: isOrder ? 0..<(text.count - 1) : form.issuer) {
      let name = IssuerName.clean(text, in: range)
      for line in title.lines {
        let lineText = outline.text(line)
        guard let start = lineText.firstIndex(of: text.string(range)) else { continue }
        draft.elements.append(
          Element(
            role: .issuer, text: name,
            pieces: [
              .init(
                paragraph: outline.lines[line].paragraph,
                range: lineText.origin(start..<(start + range.count)))
            ], certainty: min(0.75, title.evidence.certainty), reason: Message("structure.issuer.fromTitle")))
        break
      }
    }
  }

  /// Words above the date that stand like a sign-off and read like no office: a person's name, a stamp.
  private func doubtIssuer(above date: Int, in draft: inout Draft) {
    let line = date - 1
    guard line >= draft.bodyStart, outline.isShort(line, 40), !outline.isProse(line),
      outline.isRightPlaced(line) || outline.isCentred(line)
    else { return }
    draft.doubts[.issuer] = Message("structure.doubt.issuer", ["text": .text(outline.trimmed(line))])
  }
}
