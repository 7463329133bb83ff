import DocumentModel
import Grammars

/// A paragraph that prints something, with what is cheap to know of it.
struct Line {
  /// The index in `Document.paragraphs`.
  let paragraph: Int
  /// The length of the text in UTF-8.
  let utf8Count: Int
  /// The first and the last character that are not white space.
  let first: Unicode.Scalar
  let last: Unicode.Scalar
  /// The white space in front, in half widths.
  let lead: Int
  /// The table, where the paragraph stands in one.
  var table: Int?
  let isBoxed: Bool
  /// A blank paragraph stands before it.
  let followsBlank: Bool
  let startsPage: Bool
  /// The size of its longest run, in half points; 0 when unknown.
  let halfPoints: Int
}

/// The printed paragraphs of a document in reading order: what all readers of structure look at.
///
/// Built in one pass that touches only the ends of each text; whole texts are matched on demand, and only
/// where a short paragraph may be something else than body text.
struct Outline {
  let document: Document
  let lines: [Line]
  /// The size that most of the running text is set in, in half points; 0 when unknown.
  let bodySize: Int
  /// The running text is mostly bold.
  let isBodyBold: Bool

  init(_ document: Document) {
    self.document = document
    var lines: [Line] = []
    lines.reserveCapacity(document.paragraphs.count)
    var sizes = SizeCount()
    var isAfterBlank = false
    var previous: (page: Int?, section: Int)?
    var startsPage = false
    for (index, paragraph) in document.paragraphs.enumerated() {
      guard paragraph.story == .body || paragraph.story == .textBox else { continue }
      if paragraph.story == .body {
        startsPage =
          startsPage || paragraph.format.startsPage
          || (previous.map { $0.section != paragraph.section || $0.page != paragraph.page } ?? false)
        previous = (paragraph.page, paragraph.section)
      }
      guard let line = Self.line(paragraph, index, isAfterBlank, startsPage) else {
        isAfterBlank = true
        continue
      }
      if paragraph.story == .body { startsPage = false }
      isAfterBlank = false
      lines.append(line)
      if line.table == nil { sizes.count(line, isBold: paragraph.runs.first?.style.isBold ?? false) }
    }
    Self.openLayoutTables(&lines, document)
    self.lines = lines
    bodySize = sizes.mode
    isBodyBold = sizes.isMostlyBold
  }

  /// A table that holds most of the document and whole passages in one cell only lays out the page, as saved
  /// web pages do: its text counts as text outside tables.
  private static func openLayoutTables(_ lines: inout [Line], _ document: Document) {
    var passages: [CellPosition: Int] = [:]
    var sizes: [Int: Int] = [:]
    var all = 0
    for line in lines {
      all += line.utf8Count
      guard let table = line.table, let cell = document.paragraphs[line.paragraph].cell else { continue }
      sizes[table, default: 0] += line.utf8Count
      if line.utf8Count > 120 { passages[cell, default: 0] += 1 }
    }
    let layout = Set(passages.filter { $0.value >= 3 && (sizes[$0.key.table] ?? 0) * 2 >= all }.map(\.key))
    guard !layout.isEmpty else { return }
    for index in lines.indices {
      guard let cell = document.paragraphs[lines[index].paragraph].cell, layout.contains(cell) else {
        continue
      }
      lines[index].table = nil
    }
  }

  private static func line(
    _ paragraph: Paragraph, _ index: Int, _ isAfterBlank: Bool, _ startsPage: Bool
  ) -> Line? {
    var lead = 0
    var first: Unicode.Scalar?
    for scalar in paragraph.text.unicodeScalars {
      if !scalar.isBlank && !scalar.isInvisible {
        first = scalar
        break
      }
      lead += scalar == "\t" ? 4 : scalar == "\u{3000}" ? 2 : scalar.isInvisible ? 0 : 1
    }
    guard let first, let last = paragraph.text.unicodeScalars.last(where: { !$0.isBlank && !$0.isInvisible })
    else { return nil }
    var size = 0
    var longest = 0
    for run in paragraph.runs where run.utf8Count > longest {
      longest = run.utf8Count
      size = run.style.size.map { Int($0.points * 2 + 0.5) } ?? 0
    }
    return Line(
      paragraph: index, utf8Count: paragraph.text.utf8.count, first: first, last: last, lead: lead,
      table: paragraph.cell?.table, isBoxed: paragraph.story == .textBox, followsBlank: isAfterBlank,
      startsPage: startsPage, halfPoints: size)
  }

  /// The text of a line, ready for matching.
  func text(_ index: Int) -> MatchText {
    guard lines.indices.contains(index) else { return MatchText("") }
    return MatchText(paragraph(index).text)
  }

  func paragraph(_ index: Int) -> Paragraph { document.paragraphs[lines[index].paragraph] }

  /// Whether the text is at most so many characters long, white space in front left out.
  func isShort(_ index: Int, _ limit: Int) -> Bool {
    lines.indices.contains(index) && lines[index].utf8Count - lines[index].lead <= limit * 3
  }

  /// Whether a line is running text: long, or ended like a sentence.
  func isProse(_ index: Int) -> Bool {
    guard lines.indices.contains(index) else { return false }
    let line = lines[index]
    return line.utf8Count - line.lead > 360 || (line.last.isSentenceEnd && line.utf8Count - line.lead > 45)
  }
}

/// Sizes of running text, weighed by length.
private struct SizeCount {
  private var weights: [Int: Int] = [:]
  private var bold = 0
  private var all = 0
  private var recent = (size: -1, weight: 0)

  mutating func count(_ line: Line, isBold: Bool) {
    // Long paragraphs are running text; short ones count a little, for documents that have nothing else.
    let weight = line.utf8Count > 90 ? line.utf8Count : 1
    all += weight
    if isBold { bold += weight }
    guard line.halfPoints > 0 else { return }
    if recent.size == line.halfPoints {
      recent.weight += weight
    } else {
      weights[recent.size, default: 0] += recent.weight
      recent = (line.halfPoints, weight)
    }
  }

  var mode: Int {
    var weights = weights
    weights[recent.size, default: 0] += recent.weight
    weights[-1] = nil
    return weights.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? 0
  }

  var isMostlyBold: Bool { bold * 2 > all }
}
