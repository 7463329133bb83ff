import Conformance
import DocumentModel
import Grammars

/// The paragraphs of a text, each once, in document order. References and paragraphs that are mostly in another
/// language are left out.
struct WritingTexts: Sendable {
  /// Those in which one of the wanted marks stands at all.
  private(set) var places: [WritingPlace] = []
  /// All of them, and their visible characters.
  private(set) var paragraphs = 0
  private(set) var characters = 0

  /// - Parameters:
  ///   - tables: whether text in table cells is looked at.
  ///   - marks: what a paragraph must hold to be looked at closer.
  init(of text: RoleText, in context: CheckContext, tables: Bool, marks: TextCensus.Marks) {
    let document = context.document.document
    let census = context.view(TextCensus.self)
    let parts = Self.parts(of: text, in: document, tables: tables)
    var next = 0
    while next < parts.count {
      let first = parts[next]
      let start = next
      // Several elements of one paragraph, as a heading and the text behind it, are one text.
      while next < parts.count, parts[next].paragraph == first.paragraph { next += 1 }
      let line = census.line(first.paragraph)
      // No ideograph of any table, no text of ours.
      guard line.counts.visible > 0, Self.isOurs(line, document.paragraphs[first.paragraph].text) else {
        continue
      }
      if !line.marks.isDisjoint(with: marks) {
        places.append(
          WritingPlace(
            paragraph: first.paragraph, order: paragraphs, role: first.role, marks: line.marks,
            parts: Self.ranges(of: parts[start..<next])))
      }
      paragraphs += 1
      characters += Int(line.counts.visible)
    }
  }

  /// Whether a paragraph is Chinese text and no reference.
  private static func isOurs(_ line: TextCensus.Line, _ text: String) -> Bool {
    if line.counts.han > 0, line.counts.han &* 2 >= line.counts.letters, !line.marks.contains(.square) {
      return true
    }
    let scalars = [Unicode.Scalar](of: text)
    return WritingText.isChinese(scalars, but: WritingText.exemptRanges(scalars))
      && !WritingText.isReference(scalars)
  }

  /// A paragraph of an element, and what of it belongs to the element; `nil` is all of it.
  private struct Part {
    var paragraph: Int
    var role: ElementRole
    var range: Range<Int>?
  }

  /// In document order; those of one paragraph in the order of their elements.
  private static func parts(of text: RoleText, in document: Document, tables: Bool) -> [Part] {
    var parts: [Part] = []
    parts.reserveCapacity(text.places.count)
    var isOrdered = true
    for place in text.places {
      let role = text.all[place].role
      for index in text.all[place].pieces.indices {
        let piece = text.all[place].pieces[index]
        guard document.paragraphs.indices.contains(piece.paragraph),
          tables || document.paragraphs[piece.paragraph].cell == nil
        else { continue }
        if let last = parts.last, last.paragraph > piece.paragraph { isOrdered = false }
        parts.append(Part(paragraph: piece.paragraph, role: role, range: piece.range))
      }
    }
    if isOrdered { return parts }
    let order = parts.indices.sorted { (parts[$0].paragraph, $0) < (parts[$1].paragraph, $1) }
    return order.map { parts[$0] }
  }

  /// The ranges of the parts of one paragraph; `nil` where one of them is all of it.
  private static func ranges(of parts: ArraySlice<Part>) -> [Range<Int>]? {
    let ranges = parts.compactMap(\.range)
    return ranges.count == parts.count ? ranges : nil
  }
}
