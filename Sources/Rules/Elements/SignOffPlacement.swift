import Conformance
import DocumentModel
import Findings
import Grammars
import Messages

/// Where the sign-off stands: on the right, the issuer above the date (GB/T 9704-2012, 7.3.5). Remarks only, for
/// what a page shows depends on more than the file says of one paragraph.
struct SignOffPlacement {
  private let document: Document
  private let issuers: [Element]
  private let dates: [Element]

  init(_ structure: StructuredDocument, least: Double) {
    document = structure.document
    issuers = structure.signers.filter { $0.certainty >= least }
    dates = structure.elements(.date).filter { $0.certainty >= least }
  }

  var remarks: [Violation] {
    // On a page that is fixed the place is measured, and that of a lone line says little.
    document.format.isFixedLayout ? [] : [left, reversed].compactMap { $0 }
  }

  private var left: Violation? {
    let pieces = (issuers + dates).flatMap(\.pieces).filter(isAtLeft).uniqued
    guard let first = pieces.first else { return nil }
    let text = MatchText(document.paragraphs[first.paragraph].text).string
    return Violation(
      code: "SIGN-pos", outcome: .passed, Message("SIGN-pos.failed", ["text": .text(text)]), at: pieces,
      fix: Fix(
        safety: .needsReview, edits: pieces.map { .setAlignment(.right, paragraph: $0.paragraph) }))
  }

  private var reversed: Violation? {
    guard let issuer = issuers.last?.pieces.last, let date = dates.last?.pieces.first,
      date.paragraph < issuer.paragraph, stands(issuer), stands(date)
    else { return nil }
    return Violation(
      code: "SIGN-order", outcome: .passed, Message("SIGN-order.failed"), at: [date, issuer])
  }

  /// Whether it is a line of its own in the text.
  private func stands(_ piece: Element.Piece) -> Bool {
    guard piece.range == nil, document.paragraphs.indices.contains(piece.paragraph) else { return false }
    let paragraph = document.paragraphs[piece.paragraph]
    return paragraph.story == .body && paragraph.cell == nil
  }

  private func isAtLeft(_ piece: Element.Piece) -> Bool {
    guard stands(piece) else { return false }
    let paragraph = document.paragraphs[piece.paragraph]
    switch paragraph.format.alignment {
    case .left, .justified, nil: break
    case .center, .right, .distributed: return false
    }
    let format = paragraph.format
    let characters = Double((format.firstLineCharacters ?? 0) + (format.leftCharacters ?? 0)) / 100
    let indent = max(characters, (format.firstLineIndent.points + format.leftIndent.points) / 12)
    return indent + leadingSpace(paragraph.text) < Self.fewestCharacters
  }

  /// As far in as this no text begins, but for a sign-off that is pushed to the right.
  private static let fewestCharacters = 6.0

  /// The white space in front, in characters; a tab is worth several.
  private func leadingSpace(_ text: String) -> Double {
    var width = 0.0
    for scalar in text.unicodeScalars {
      guard scalar.isBlank || scalar.isInvisible else { break }
      width += scalar == "\t" ? 4 : scalar == "\u{3000}" ? 1 : 0.5
    }
    return width
  }
}
