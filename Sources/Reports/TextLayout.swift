/// Lines for a terminal.
enum TextLayout {
  /// Breaks a text so that no line passes `width` columns; lines after the first start at `indent`.
  ///
  /// Chinese breaks between any two characters, but never before closing or after opening
  /// punctuation; words of Latin letters break at spaces. Without a width the text stays in one line.
  static func wrap(_ text: String, width: Int?, indent: Int) -> [String] {
    guard let width, width > indent + 20, Columns.width(of: text) + indent > width else { return [text] }
    var lines: [String] = []
    var line = ""
    var columns = 0
    for unit in units(of: text) {
      let size = Columns.width(of: unit)
      if columns + size > width - indent, !line.isEmpty, !startsWithCloser(unit) {
        let opener = line.last.flatMap { "（“‘《〈〔【「『".contains($0) ? $0 : nil }
        if opener != nil { line.removeLast() }
        lines.append(trimmed(line))
        line = opener.map { String($0) } ?? ""
        columns = Columns.width(of: line)
        if unit == " " { continue }
      }
      line += unit
      columns += size
    }
    if !line.isEmpty { lines.append(trimmed(line)) }
    return lines
  }

  /// What must not be broken: a word of narrow characters, or one wide character.
  private static func units(of text: String) -> [String] {
    var units: [String] = []
    var word = ""
    for character in text {
      let isWide = Columns.width(of: String(character)) > 1 || character == "←"
      if character == " " || isWide {
        if !word.isEmpty { units.append(word) }
        word = ""
        units.append(String(character))
      } else {
        word.append(character)
      }
    }
    if !word.isEmpty { units.append(word) }
    return units
  }

  private static func startsWithCloser(_ unit: String) -> Bool {
    guard let first = unit.first else { return false }
    return "，。；：、）》〉”’！？〕】」』%…".contains(first)
  }

  private static func trimmed(_ line: String) -> String {
    var line = line
    while line.last == " " { line.removeLast() }
    return line
  }

  /// The text filled with spaces up to a width in columns.
  static func padded(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - Columns.width(of: text)))
  }

  /// A text at the left and one at the right margin, when both fit in `width` with a gap between them.
  static func justified(_ left: String, _ right: String, width: Int) -> String? {
    let free = width - Columns.width(of: left) - Columns.width(of: right)
    return free >= 2 ? left + String(repeating: " ", count: free) + right : nil
  }
}

/// A quote with what is wrong in it, ready for a line of a terminal.
struct MarkedQuote {
  /// The words in quotation marks, every character safe to print.
  let text: String
  /// `^` under the offending part; empty when all of the quote is meant.
  let marks: String

  /// - Parameter columns: the room for the quote; a longer one is cut around its first mark.
  init(_ quote: String, marks: [Range<Int>], columns: Int?) {
    let scalars = Array(quote.unicodeScalars)
    let isMarked = scalars.indices.map { index in marks.contains { $0.contains(index) } }
    var pieces = zip(scalars, isMarked).map { (text: VisibleText.escaped($0), isMarked: $1) }
    let partly = isMarked.contains(true) && isMarked.contains(false)
    if let columns { pieces = Self.cut(pieces, to: max(columns - 2, 10)) }

    text = "“" + pieces.map(\.text).joined() + "”"
    guard partly, pieces.contains(where: \.isMarked) else {
      self.marks = ""
      return
    }
    var line = " "
    for piece in pieces {
      let width = Columns.width(of: piece.text)
      line += String(repeating: piece.isMarked ? "^" : " ", count: width)
    }
    while line.last == " " { line.removeLast() }
    self.marks = line
  }

  private typealias Piece = (text: String, isMarked: Bool)

  private static func cut(_ pieces: [Piece], to columns: Int) -> [Piece] {
    let widths = pieces.map { Columns.width(of: $0.text) }
    guard widths.reduce(0, +) > columns else { return pieces }
    let first = pieces.firstIndex(where: \.isMarked) ?? 0
    var start = first
    var room = (columns - 2) / 3
    while start > 0, widths[start - 1] <= room {
      start -= 1
      room -= widths[start]
    }
    var end = start
    room = columns - (start > 0 ? 1 : 0) - 1
    while end < pieces.count, widths[end] <= room {
      room -= widths[end]
      end += 1
    }
    let ellipsis: Piece = ("…", false)
    return (start > 0 ? [ellipsis] : []) + pieces[start..<end] + (end < pieces.count ? [ellipsis] : [])
  }
}
