import Conformance
import DocumentModel
import Grammars
import Messages

/// What has been recognised so far.
struct Draft {
  let outline: Outline
  var elements: [Element] = []
  var doubts: [ElementRole: Message] = [:]
  /// Lines that have a role already.
  private(set) var taken: [Bool]
  /// The first line of the running text, behind the heading of the document.
  var bodyStart = 0
  /// The line behind the last of the main text: sign-off, annexes and imprint begin here.
  var bodyEnd: Int
  /// The text that an order publishes, behind its sign-off.
  var published: Range<Int>?

  init(_ outline: Outline) {
    self.outline = outline
    taken = Array(repeating: false, count: outline.lines.count)
    bodyEnd = outline.lines.count
  }

  func first(_ role: ElementRole) -> Element? { elements.first { $0.role == role } }

  func isTaken(_ line: Int) -> Bool { taken.indices.contains(line) && taken[line] }

  mutating func take(_ line: Int) {
    if taken.indices.contains(line) { taken[line] = true }
  }

  /// Gives a whole line a role.
  mutating func add(_ role: ElementRole, line: Int, _ evidence: Evidence, iso: String? = nil) {
    add(role, lines: line...line, text: outline.trimmed(line), evidence, iso: iso)
  }

  /// Gives several lines one role.
  mutating func add(
    _ role: ElementRole, lines: ClosedRange<Int>, text: String, _ evidence: Evidence, iso: String? = nil
  ) {
    let pieces = lines.compactMap { index in
      outline.lines.indices.contains(index) ? Element.Piece(paragraph: outline.lines[index].paragraph) : nil
    }
    for line in lines { take(line) }
    elements.append(
      Element(
        role: role, text: text, pieces: pieces, certainty: evidence.certainty, reason: evidence.reason,
        iso: iso))
  }

  /// Gives a part of a line a role.
  /// - Parameters:
  ///   - range: in scalars of the paragraph's text.
  ///   - text: the words to show; `nil` for those of the range.
  mutating func add(
    _ role: ElementRole, line: Int, range: Range<Int>, text: String? = nil, _ evidence: Evidence,
    iso: String? = nil
  ) {
    guard outline.lines.indices.contains(line) else { return }
    take(line)
    elements.append(
      Element(
        role: role, text: text ?? outline.words(line, range),
        pieces: [.init(paragraph: outline.lines[line].paragraph, range: range)],
        certainty: evidence.certainty, reason: evidence.reason, iso: iso))
  }

  /// Gives a line a role that needs no weighing of cues.
  mutating func add(_ role: ElementRole, line: Int, certainty: Double, _ reason: Message) {
    guard outline.lines.indices.contains(line) else { return }
    take(line)
    let paragraph = outline.lines[line].paragraph
    elements.append(
      Element(
        role: role, text: outline.trimmed(line), pieces: [.init(paragraph: paragraph)], certainty: certainty,
        reason: reason))
  }

  /// The elements in document order.
  var ordered: [Element] {
    elements.enumerated().sorted { a, b in
      let (p, q) = (a.element.pieces.first, b.element.pieces.first)
      let left = (p?.paragraph ?? 0, p?.range?.lowerBound ?? 0, a.offset)
      let right = (q?.paragraph ?? 0, q?.range?.lowerBound ?? 0, b.offset)
      return left < right
    }.map(\.element)
  }
}

extension Outline {
  /// A part of a line's text without white space around it; the range is in scalars.
  func words(_ index: Int, _ range: Range<Int>) -> String {
    let view = paragraph(index).text.unicodeScalars
    let part = view.dropFirst(range.lowerBound).prefix(range.count)
    guard let start = part.firstIndex(where: { !$0.isBlank }),
      let end = part.lastIndex(where: { !$0.isBlank })
    else { return "" }
    return String(view[start...end])
  }

  /// The text of a line without white space around it; the text itself where there is none.
  func trimmed(_ index: Int) -> String {
    let text = paragraph(index).text
    guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last,
      first.isBlank || last.isBlank
    else { return text }
    let view = text.unicodeScalars
    guard let start = view.firstIndex(where: { !$0.isBlank }),
      let end = view.lastIndex(where: { !$0.isBlank })
    else { return "" }
    return String(view[start...end])
  }
}
