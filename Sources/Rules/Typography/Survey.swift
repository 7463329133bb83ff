import Conformance
import DocumentModel

/// What one character is to a rule.
enum Mark<Value: Hashable & Sendable>: Hashable, Sendable {
  /// Not what the rule is about: punctuation, spaces.
  case skipped
  case fits
  /// Fits, and deserves a remark.
  case noted(Value)
  case doubtful(Value)
  case wrong(Value)
}

/// What a walk over the characters of some text found.
struct Survey<Value: Hashable & Sendable>: Sendable {
  /// Characters in a row that are marked alike, skipped characters between them included.
  struct Stretch: Sendable {
    var piece: Element.Piece
    var value: Value
    /// Judged characters.
    var characters: Int
  }
  private(set) var judged = 0
  /// Characters that fit, those with a remark included.
  private(set) var fitting = 0
  private(set) var judgedParagraphs = 0
  private(set) var noted: [Stretch] = []
  private(set) var doubtful: [Stretch] = []
  private(set) var wrong: [Stretch] = []

  /// Walks over the pieces of elements.
  ///
  /// - Parameter judge: what a format makes of each character of a role; asked once for every stretch of
  ///   one format.
  init(
    of elements: [Element], in document: Document,
    judge: (ElementRole, TextStyle) -> (Unicode.Scalar) -> Mark<Value>
  ) {
    for element in elements {
      for piece in element.pieces where document.paragraphs.indices.contains(piece.paragraph) {
        add(piece, of: document.paragraphs[piece.paragraph]) { judge(element.role, $0) }
      }
    }
  }

  /// Looks at paragraphs as wholes; each counts by its visible characters, blank ones not at all.
  init(ofParagraphs elements: [Element], in document: Document, judge: (Paragraph) -> Mark<Value>) {
    var seen: Set<Int> = []
    for piece in elements.flatMap(\.pieces)
    where document.paragraphs.indices.contains(piece.paragraph) && seen.insert(piece.paragraph).inserted {
      let paragraph = document.paragraphs[piece.paragraph]
      let characters = paragraph.text.unicodeScalars.count { !$0.properties.isWhitespace }
      guard characters > 0 else { continue }
      judgedParagraphs += 1
      add(judge(paragraph), Element.Piece(paragraph: piece.paragraph), characters)
    }
  }

  private mutating func add(
    _ piece: Element.Piece, of paragraph: Paragraph,
    judge: (TextStyle) -> (Unicode.Scalar) -> Mark<Value>
  ) {
    var stretches: [(mark: Mark<Value>, range: Range<Int>, characters: Int)] = []
    var offset = 0
    for (text, style) in paragraph.spans {
      let mark = judge(style)
      for scalar in text.unicodeScalars {
        defer { offset += 1 }
        if let range = piece.range, !range.contains(offset) { continue }
        let found = mark(scalar)
        if case .skipped = found { continue }
        if let last = stretches.indices.last, stretches[last].mark == found {
          stretches[last].range = stretches[last].range.lowerBound..<(offset + 1)
          stretches[last].characters += 1
        } else {
          stretches.append((found, offset..<(offset + 1), 1))
        }
      }
    }
    guard !stretches.isEmpty else { return }
    judgedParagraphs += 1
    for stretch in stretches {
      // One look throughout: the whole piece is meant, its punctuation included.
      let place =
        stretches.count == 1 ? piece : Element.Piece(paragraph: piece.paragraph, range: stretch.range)
      add(stretch.mark, place, stretch.characters)
    }
  }

  private mutating func add(_ mark: Mark<Value>, _ piece: Element.Piece, _ characters: Int) {
    let found = { (value: Value) in Stretch(piece: piece, value: value, characters: characters) }
    switch mark {
    case .skipped: return
    case .fits: fitting += characters
    case .noted(let value):
      fitting += characters
      noted.append(found(value))
    case .doubtful(let value): doubtful.append(found(value))
    case .wrong(let value): wrong.append(found(value))
    }
    judged += characters
  }

  /// What the shares make of the counts.
  func outcome(_ shares: Shares) -> (wrong: Int, outcome: OutcomeOfShares) {
    let bad = wrong.reduce(0) { $0 + $1.characters }
    // A hair's breadth, so that 0.95 of 100 characters is 95.
    let slack = 1e-9 * Double(judged)
    if Double(bad) > (1 - shares.review) * Double(judged) + slack { return (bad, .broken) }
    return (bad, Double(fitting) >= shares.pass * Double(judged) - slack ? .met : .open)
  }
}

/// What the shares of a survey say.
enum OutcomeOfShares { case met, open, broken }

extension Unicode.Scalar {
  /// A character whose size and weight readers notice: ideographs, letters and digits.
  var isLetterOrHan: Bool { isHan || isLatinLetterOrDigit }

  var isLatinLetterOrDigit: Bool {
    switch value {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: false
    }
  }
}
