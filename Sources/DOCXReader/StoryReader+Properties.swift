import DocumentModel
import Markup

/// The properties of runs and paragraphs.
extension StoryReader {
  func startRunProperties() {
    runTarget = inParagraphProperties ? .mark : isInRun ? .run : .ignored
    guard runTarget == .run else { return }
    let list = isRunFresh ? peek() : nil
    isRunFresh = false
    guard let known = knownRuns.find(list), let list else { return }
    run.direct = known.direct
    run.characterStyle = known.characterStyle
    pass(list)
  }

  func endRunProperties() {
    if runTarget == .run { knownRuns.close((run.direct, run.characterStyle)) }
    runTarget = .none
  }

  /// What is read here does more than set properties: it must be read each time.
  private func forgetProperties() {
    knownRuns.forget()
    knownParagraphs.forget()
  }

  func startRunProperty(_ name: Name, _ attributes: XMLAttributes) {
    switch name {
    case .rPrChange:
      noteFormatChange(attributes)
    case .ins, .moveTo:
      forgetProperties()
      if runTarget == .mark { builder.document.residue.insertions += 1 }
      builder.noteAuthor(attributes.value(.author)?.string)
    case .del, .moveFrom:
      forgetProperties()
      if runTarget == .mark { paragraph.isMarkDeleted = true }
      builder.document.residue.deletions += 1
      builder.noteAuthor(attributes.value(.author)?.string)
    case .rStyle where runTarget == .run:
      let id = attributes.value(.val).map { context.pool.id(of: $0) } ?? NamePool.none
      run.characterStyle = resolver.styles.index(of: id, kind: .character).map(Int32.init) ?? -1
    default:
      guard runTarget == .run else { return }
      // A copy: handing out a stored property in place costs more bookkeeping than copying it.
      var direct = run.direct
      read(name, attributes, into: &direct)
      run.direct = direct
    }
  }

  func startParagraphProperties() {
    inParagraphProperties = true
    let list = isOpen && paragraph.isFresh ? peek() : nil
    paragraph.isFresh = false
    guard let known = knownParagraphs.find(list), let list else { return }
    paragraph.direct = known.direct
    paragraph.style = known.style
    pass(list)
  }

  func startParagraphProperty(_ name: Name, _ attributes: XMLAttributes) {
    if inSection {
      startSectionProperty(name, attributes)
      return
    }
    switch name {
    case .pStyle:
      let id = attributes.value(.val).map { context.pool.id(of: $0) } ?? NamePool.none
      paragraph.style = resolver.styles.index(of: id, kind: .paragraph) ?? paragraph.style
    case .pPrChange: noteFormatChange(attributes)
    case .sectPr:
      forgetProperties()
      startSection()
    case .numberingChange: skipping = 1
    case .ins:
      forgetProperties()
      builder.document.residue.insertions += 1
    default:
      var direct = paragraph.direct
      read(name, attributes, into: &direct)
      paragraph.direct = direct
    }
  }

  func noteFormatChange(_ attributes: XMLAttributes) {
    forgetProperties()
    builder.document.residue.formatChanges += 1
    builder.noteAuthor(attributes.value(.author)?.string)
    skipping = 1
  }

  func endParagraphProperties() {
    if isOpen { knownParagraphs.close((paragraph.direct, paragraph.style)) }
    inParagraphProperties = false
  }
}
