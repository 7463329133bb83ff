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
  /// The last line that became running text, and the first of its paragraph.
  private var lastPlain: (line: Int, first: Int)?
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
    let pieces = outline.pieces(lines)
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
    // Manual line breaks do not part running text.
    if let lastPlain, line == lastPlain.line + 1, let last = elements.last, last.role == role,
      outline.lines[line].paragraph == outline.lines[line - 1].paragraph
    {
      elements[elements.count - 1].text += outline.trimmed(line)
      elements[elements.count - 1].pieces = outline.pieces(lastPlain.first...line)
      self.lastPlain = (line, lastPlain.first)
      return
    }
    lastPlain = (line, line)
    elements.append(
      Element(
        role: role, text: outline.trimmed(line), pieces: outline.pieces(line...line), certainty: certainty,
        reason: reason))
  }

  /// The elements in document order.
  var ordered: [Element] {
    let keys = elements.map { element in
      let piece = element.pieces.first
      return (piece?.paragraph ?? 0) << 24 + min(piece?.range?.lowerBound ?? 0, 1 << 24 - 1)
    }
    if zip(keys, keys.dropFirst()).allSatisfy({ $0 <= $1 }) { return elements }
    let order = keys.indices.sorted { (keys[$0], $0) < (keys[$1], $1) }
    return order.map { elements[$0] }
  }
}

extension Outline {
  /// A part of a line's text without white space around it; the range is in scalars of the paragraph.
  func words(_ index: Int, _ range: Range<Int>) -> String {
    let view = raw(index).unicodeScalars
    let part = view.dropFirst(range.lowerBound - lines[index].scalarStart).prefix(range.count)
    guard let start = part.firstIndex(where: { !$0.isBlank }),
      let end = part.lastIndex(where: { !$0.isBlank })
    else { return "" }
    return String(view[start...end])
  }

  /// The text of a line without white space around it; the text itself where there is none.
  func trimmed(_ index: Int) -> String {
    let text = raw(index)
    guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last,
      first.isBlank || last.isBlank
    else { return String(text) }
    let view = text.unicodeScalars
    guard let start = view.firstIndex(where: { !$0.isBlank }),
      let end = view.lastIndex(where: { !$0.isBlank })
    else { return "" }
    return String(view[start...end])
  }

  /// Lines as pieces: whole paragraphs where all of their lines are meant, else one range a paragraph.
  func pieces(_ lines: ClosedRange<Int>) -> [Element.Piece] {
    var pieces: [Element.Piece] = []
    for index in lines where self.lines.indices.contains(index) {
      let line = self.lines[index]
      if let last = pieces.last, last.paragraph == line.paragraph {
        if let range = last.range, let more = line.range {
          pieces[pieces.count - 1].range = range.lowerBound..<more.upperBound
        }
      } else {
        pieces.append(.init(paragraph: line.paragraph, range: line.range))
      }
    }
    if let first = pieces.first, first.range != nil, !isShared(lines.lowerBound - 1, first.paragraph),
      pieces.count > 1 || !isShared(lines.upperBound + 1, first.paragraph)
    {
      pieces[0].range = nil
    }
    if pieces.count > 1, let last = pieces.last, last.range != nil,
      !isShared(lines.upperBound + 1, last.paragraph)
    {
      pieces[pieces.count - 1].range = nil
    }
    for index in pieces.indices.dropFirst().dropLast() { pieces[index].range = nil }
    return pieces
  }

  private func isShared(_ line: Int, _ paragraph: Int) -> Bool {
    lines.indices.contains(line) && lines[line].paragraph == paragraph
  }
}
