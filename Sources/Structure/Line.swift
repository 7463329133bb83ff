import DocumentModel
import Grammars

/// A printed line of thought: a paragraph, or a part of one between manual line breaks, with what is cheap to
/// know of it.
struct Line {
  /// The index in `Document.paragraphs`.
  let paragraph: Int
  /// Whether it is the whole paragraph.
  let isWhole: Bool
  /// Where it begins in the paragraph's text.
  let utf8Start: Int
  let scalarStart: Int
  /// Its length.
  let utf8Count: Int
  let scalarCount: Int
  /// The first and the last character that are not white space.
  let first: Unicode.Scalar
  let last: Unicode.Scalar
  /// The white space in front, in half widths.
  let lead: Int
  /// The table, where the paragraph stands in one.
  var table: Int?
  let isBoxed: Bool
  /// The size of its longest run, in half points; 0 when unknown.
  let halfPoints: Int
  /// A blank line stands before it.
  var followsBlank = false
  var startsPage = false

  var isBlank: Bool { first == " " }

  /// Its place in the paragraph; `nil` for all of it.
  var range: Range<Int>? { isWhole ? nil : scalarStart..<(scalarStart + scalarCount) }

  /// Paragraphs with more manual line breaks stay whole: no office writes them.
  private static let breakLimit = 500

  /// Hands on the lines of a paragraph, blank ones too.
  static func each(of paragraph: Paragraph, at index: Int, _ use: (Line) -> Void) {
    let text = paragraph.text
    let breaks = text.utf8.lazy.filter { $0 == 0x0A }.count
    if breaks == 0 || breaks > breakLimit {
      use(Line(text[...], of: paragraph, at: index, utf8Start: 0, scalarStart: 0, isWhole: true))
      return
    }
    var utf8Start = 0
    var scalarStart = 0
    for part in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let line = Line(
        part, of: paragraph, at: index, utf8Start: utf8Start, scalarStart: scalarStart, isWhole: false)
      use(line)
      utf8Start += line.utf8Count + 1
      scalarStart += line.scalarCount + 1
    }
  }

  private init(
    _ text: Substring, of paragraph: Paragraph, at index: Int, utf8Start: Int, scalarStart: Int, isWhole: Bool
  ) {
    var lead = 0
    var first: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      if !scalar.isBlank && !scalar.isInvisible {
        first = scalar
        break
      }
      lead += scalar == "\t" ? 4 : scalar == "\u{3000}" ? 2 : scalar.isInvisible ? 0 : 1
    }
    self.paragraph = index
    self.isWhole = isWhole
    self.utf8Start = utf8Start
    self.scalarStart = scalarStart
    self.lead = lead
    self.first = first
    last = text.unicodeScalars.last { !$0.isBlank && !$0.isInvisible } ?? " "
    utf8Count = text.utf8.count
    scalarCount = isWhole ? 0 : text.unicodeScalars.count
    table = paragraph.cell?.table
    isBoxed = paragraph.story == .textBox
    halfPoints = Self.size(paragraph.runs, utf8Start..<(utf8Start + text.utf8.count))
  }

  /// The size that most of a stretch is set in.
  private static func size(_ runs: [Run], _ stretch: Range<Int>) -> Int {
    var size: Length?
    var longest = 0
    var start = 0
    for run in runs {
      let shared = min(start + run.utf8Count, stretch.upperBound) - max(start, stretch.lowerBound)
      if shared > longest {
        longest = shared
        size = run.style.size
      }
      start += run.utf8Count
      if start >= stretch.upperBound { break }
    }
    return size.map { Int($0.points * 2 + 0.5) } ?? 0
  }
}
