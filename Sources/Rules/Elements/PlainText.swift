import Conformance
import DocumentModel
import Grammars

/// The text of an element as it stands in its paragraph, so that a place in the one is a place in the other.
struct PlainText {
  let text: String
  /// The paragraph and the offset of the text in it, in Unicode scalars; `nil` for a text of several pieces.
  private let origin: (paragraph: Int, offset: Int)?
  private let pieces: [Element.Piece]

  init(_ element: Element, in document: Document) {
    pieces = element.pieces
    guard element.pieces.count == 1, let piece = element.pieces.first,
      document.paragraphs.indices.contains(piece.paragraph)
    else {
      text = element.text
      origin = nil
      return
    }
    let paragraph = document.paragraphs[piece.paragraph].text
    if piece.range == nil, paragraph == element.text {
      text = paragraph
      origin = (piece.paragraph, 0)
      return
    }
    let scalars = [Unicode.Scalar](of: paragraph)
    let range = (piece.range ?? 0..<scalars.count).clamped(to: 0..<scalars.count)
    // A label that Word numbers by itself is no part of the paragraph's text: then the element knows better.
    let written = String(scalars: scalars[range])
    let isSame = MatchText(written).string == MatchText(element.text).string
    text = isSame ? written : element.text
    origin = isSame ? (piece.paragraph, range.lowerBound) : nil
  }

  /// Where a stretch of the text stands; all of it where that is not known or the stretch is empty.
  func pieces(of range: Range<Int>) -> [Element.Piece] {
    guard let origin, !range.isEmpty else { return pieces }
    return [place(range, origin)]
  }

  /// The paragraph and range to replace, where they are known.
  func replaceable(_ range: Range<Int>) -> (paragraph: Int, range: Range<Int>)? {
    guard let origin, !range.isEmpty else { return nil }
    let piece = place(range, origin)
    return piece.range.map { (piece.paragraph, $0) }
  }

  private func place(_ range: Range<Int>, _ origin: (paragraph: Int, offset: Int)) -> Element.Piece {
    Element.Piece(
      paragraph: origin.paragraph,
      range: (range.lowerBound + origin.offset)..<(range.upperBound + origin.offset))
  }
}
