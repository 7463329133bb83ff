import DocumentModel
import Grammars

/// The printed paragraphs of a document in reading order: what all readers of structure look at.
///
/// Built in one pass that touches only the ends of each text; whole texts are matched on demand, and only
/// where a short paragraph may be something else than body text.
struct Outline {
  let document: Document
  let lines: [Line]
  /// The number of lines of each table.
  private let tableSizes: [Int: Int]
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
    for index in document.paragraphs.indices {
      let story = document.paragraphs[index].story
      guard story == .body || story == .textBox else { continue }
      if story == .body {
        let page = document.paragraphs[index].page
        let section = document.paragraphs[index].section
        startsPage =
          startsPage || document.paragraphs[index].format.startsPage
          || (previous.map { $0.section != section || $0.page != page } ?? false)
        previous = (page, section)
      }
      Line.each(of: document.paragraphs[index], at: index) { found in
        guard !found.isBlank else {
          isAfterBlank = true
          return
        }
        var line = found
        line.followsBlank = isAfterBlank
        line.startsPage = startsPage
        if story == .body { startsPage = false }
        isAfterBlank = false
        lines.append(line)
        if line.table == nil {
          sizes.count(line, isBold: document.paragraphs[index].runs.first?.style.isBold ?? false)
        }
      }
    }
    Self.openLayoutTables(&lines, document)
    self.lines = lines
    tableSizes = lines.reduce(into: [:]) { sizes, line in
      if let table = line.table { sizes[table, default: 0] += 1 }
    }
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

  /// The text of a line, ready for matching; its ranges are in scalars of the paragraph.
  func text(_ index: Int) -> MatchText {
    guard lines.indices.contains(index) else { return MatchText("") }
    return MatchText(raw(index), offset: lines[index].scalarStart)
  }

  /// The text of a line as written.
  func raw(_ index: Int) -> Substring {
    let line = lines[index]
    let text = document.paragraphs[line.paragraph].text
    guard !line.isWhole,
      let start = text.utf8.index(text.startIndex, offsetBy: line.utf8Start, limitedBy: text.endIndex),
      let end = text.utf8.index(start, offsetBy: line.utf8Count, limitedBy: text.endIndex)
    else { return text[...] }
    return text[start..<end]
  }

  /// Whether a line stands in a table of data, not in one that holds a heading or a sign-off in place.
  func isInLargeTable(_ index: Int) -> Bool {
    guard lines.indices.contains(index), let table = lines[index].table else { return false }
    return (tableSizes[table] ?? 0) > 10
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
