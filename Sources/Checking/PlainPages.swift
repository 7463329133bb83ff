import DocumentModel

/// A document of bare words, as `pdftotext -layout` gives them: lines of fixed pitch, pages parted by form
/// feeds. Nothing is known of faces and sizes, of pictures, and of what else the file holds.
struct PlainPages {
  /// Ideographs take two columns.
  private struct Line {
    var text: Substring
    var indent: Int
    var end: Int
  }

  static let note = "W_READ_BY_PDFTOTEXT"
  private var paragraphs: [Paragraph] = []
  private var pages: [Page] = []

  /// `nil` when there is no text to speak of.
  static func document(_ text: String, limits: ReadLimits) -> Document? {
    var plain = PlainPages()
    for page in text.split(separator: "\u{0C}", omittingEmptySubsequences: false).prefix(10_000) {
      plain.add(page)
      if plain.paragraphs.count > limits.paragraphs { return nil }
    }
    while plain.pages.last?.hasInk == false { plain.pages.removeLast() }
    guard plain.pages.reduce(0, { $0 + $1.hanCharacters }) >= 20 else { return nil }
    var document = Document(format: .pdf, paragraphs: plain.paragraphs)
    document.pages = plain.pages
    // What is left of a broken file does not tell how much there was.
    document.isIncomplete = true
    document.notes = [ReadNote(note, detail: "the words were read by pdftotext")]
    return document
  }

  private mutating func add(_ text: Substring) {
    var page = Page(width: .mm(210), height: .mm(297))
    for scalar in text.unicodeScalars where !scalar.properties.isWhitespace {
      page.characters += 1
      if scalar.isHan { page.hanCharacters += 1 }
    }
    page.hasInk = page.characters > 0
    pages.append(page)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(Self.line)
    let inked = lines.filter { !$0.text.isEmpty }
    let left = inked.map(\.indent).min() ?? 0
    let right = inked.map(\.end).max() ?? 0
    var open: Line?
    for line in lines where !line.text.isEmpty {
      // A line that fills the measure goes on in the next one, unless that is indented.
      if let last = open, last.end >= right - 5, line.indent < left + 3, !paragraphs.isEmpty {
        append(line.text)
      } else {
        start(line, left: left, right: right)
      }
      open = line
    }
  }

  private static func line(_ text: Substring) -> Line {
    let indent = text.prefix { $0 == " " || $0 == "\u{3000}" }.reduce(0) { $0 + ($1 == " " ? 1 : 2) }
    var words = text.drop { $0.isWhitespace }
    while words.last?.isWhitespace == true { words.removeLast() }
    let width = words.unicodeScalars.reduce(0) { $0 + ($1.value < 0x2E80 ? 1 : 2) }
    return Line(text: words, indent: indent, end: indent + width)
  }

  private mutating func start(_ line: Line, left: Int, right: Int) {
    let before = line.indent - left
    let behind = right - line.end
    let alignment: Alignment =
      if before > 6, (before - behind).magnitude <= max(3, (before + behind) / 5) {
        .center
      } else if before > (right - left) / 2, behind < before / 2 {
        .right
      } else {
        .left
      }
    var paragraph = Paragraph(
      String(line.text), Self.style, alignment: alignment, lineSpacing: .measured(nil))
    paragraph.page = pages.count
    paragraph.location = SourceLocation(part: "page \(pages.count)", paragraph: paragraphs.count)
    paragraphs.append(paragraph)
  }

  private mutating func append(_ text: Substring) {
    let index = paragraphs.count - 1
    let joint = paragraphs[index].text.last?.isASCII == true && text.first?.isASCII == true ? " " : ""
    paragraphs[index].text += joint + text
    paragraphs[index].runs = [Run(utf8Count: paragraphs[index].text.utf8.count, style: Self.style)]
  }

  /// A look that says nothing.
  private static let style = TextStyle()
}
