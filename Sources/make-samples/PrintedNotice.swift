/// A notice as a PDF has it: every line at its place.
struct PrintedNotice: Sendable {
  /// How the strokes are made heavier; 宋体 has no bold face of its own.
  enum Weight: Sendable {
    case regular
    /// The outlines are drawn, too (ISO 32000-1, 9.3.6), a thirtieth of the size wide.
    case stroked
    /// Printed again a hair's breadth aside.
    case struckTwice
    /// Nothing is painted (text rendering mode 3), as under a scan.
    case invisible
  }

  struct Look: Sendable {
    var font = PDFFont.song
    /// In points.
    var size = 12.0
    var weight = Weight.regular
    /// The distance of baselines, in points; 1.3 of the size is single spacing in 宋体.
    var pitch: Double?
    /// Three numbers from 0 to 1, or gray.
    var color = "0 g"
    /// The size stands in the text matrix, as Word writes it.
    var isScaled = false
  }

  struct Paragraph: Sendable {
    enum Place: Sendable {
      case center, left, indented, right
      /// A row of a table with rules; the text is that of its cells, parted by tabs.
      case row
    }
    var text: String
    var look: Look
    var place: Place
  }

  var title = Look(size: 18, weight: .stroked)
  var number = Look(font: .kai)
  var body = Look()
  /// The looks of single lines of the text, by their index.
  var lines: [Int: Look] = [:]
  var notice: Notice
  /// Rows of a table between the text and the sign-off.
  var rows: [[String]] = []
  /// A line behind the sign-off.
  var afterword: String?
  /// What comes in front of the text of each page and behind it, as content.
  var underlay: [Int: String] = [:]
  var extras = PDFExtras()

  init(_ notice: Notice = Notice(Dress()), _ change: (inout PrintedNotice) -> Void = { _ in }) {
    self.notice = notice
    change(&self)
  }

  /// `nil` where the notice holds what only Word has: tables, annexes, pictures, markup.
  var paragraphs: [Paragraph]? {
    guard notice.annex.isEmpty, notice.tables.isEmpty, notice.picture == nil else { return nil }
    var found: [Paragraph] = []
    func add(_ spans: [Span], _ look: Look, _ place: Paragraph.Place) -> Bool {
      var text = ""
      for span in spans {
        switch span.content {
        case .text(let string): text += string
        case .lineBreak: text += "\n"
        case .field(_, let result): text += result
        case .markup: return false
        }
      }
      let trimmed = text.drop { $0 == "\u{3000}" }
      for line in trimmed.split(separator: "\n") {
        found.append(Paragraph(text: String(line), look: look, place: place))
      }
      return true
    }
    var head = [(notice.title, title)]
    if let spans = notice.number { head.insert((spans, number), at: notice.isNumberFirst ? 0 : 1) }
    for (spans, look) in head where !add(spans, look, .center) { return nil }
    if let recipient = notice.recipient, !add(recipient, body, .left) { return nil }
    for (index, line) in notice.lines.enumerated()
    where !add(line.spans, lines[index] ?? body, .indented) { return nil }
    for row in rows {
      found.append(Paragraph(text: row.joined(separator: "\t"), look: body, place: .row))
    }
    for issuer in notice.issuers where !add([Span(issuer)], body, .right) { return nil }
    if let date = notice.date, !add(date, body, .right) { return nil }
    if let afterword, !add([Span(afterword)], body, .indented) { return nil }
    return found
  }

  /// The file; `nil` as for `paragraphs`.
  var bytes: [UInt8]? { paragraphs.map { PDFPages($0, extras: extras).bytes } }
}
