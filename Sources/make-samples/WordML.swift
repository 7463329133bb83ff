/// Character formatting, element by element as WordprocessingML writes it; `nil` writes nothing.
struct CharacterFormat: Sendable {
  var style: String?
  var latin: String?
  var eastAsia: String?
  var latinTheme: String?
  var eastAsiaTheme: String?
  var hint: String?
  var bold: Bool?
  var color: String?
  /// In half points.
  var size: Int?
  /// The size for complex scripts where it differs: a decoy, since Chinese text does not use it.
  var complexSize: Int?

  /// The children of `w:rPr`, in the order of the schema (ECMA-376-1, 17.3.2.28).
  var content: String {
    var xml = style.map { "<w:rStyle w:val=\"\($0)\"/>" } ?? ""
    let fonts: [(String, String?)] = [
      ("hint", hint), ("ascii", latin), ("hAnsi", latin), ("eastAsia", eastAsia),
      ("asciiTheme", latinTheme), ("hAnsiTheme", latinTheme), ("eastAsiaTheme", eastAsiaTheme),
    ]
    let attributes = fonts.compactMap { name, value in value.map { " w:\(name)=\"\($0)\"" } }.joined()
    if !attributes.isEmpty { xml += "<w:rFonts\(attributes)/>" }
    if let bold { xml += bold ? "<w:b/><w:bCs/>" : "<w:b w:val=\"0\"/><w:bCs w:val=\"0\"/>" }
    if let color { xml += "<w:color w:val=\"\(color)\"/>" }
    if let size { xml += "<w:sz w:val=\"\(size)\"/>" }
    if let complex = complexSize ?? size { xml += "<w:szCs w:val=\"\(complex)\"/>" }
    return xml
  }

  var xml: String { content.isEmpty ? "" : "<w:rPr>\(content)</w:rPr>" }

  func with(_ change: (inout CharacterFormat) -> Void) -> CharacterFormat {
    var copy = self
    change(&copy)
    return copy
  }
}

/// Paragraph formatting, element by element; `nil` writes nothing.
struct ParagraphFormat: Sendable {
  var style: String?
  var numbering: (list: Int, level: Int)?
  var startsPage = false
  /// `w:line`, in 240ths of a line or in twips, as `lineRule` says.
  var line: Int?
  var lineRule: String?
  /// In hundredths of a character.
  var firstLineCharacters: Int?
  var rightCharacters: Int?
  var alignment: String?

  /// The children of `w:pPr`, in the order of the schema (ECMA-376-1, 17.3.1.26).
  var content: String {
    var xml = style.map { "<w:pStyle w:val=\"\($0)\"/>" } ?? ""
    if startsPage { xml += "<w:pageBreakBefore/>" }
    if let numbering {
      xml += "<w:numPr><w:ilvl w:val=\"\(numbering.level)\"/><w:numId w:val=\"\(numbering.list)\"/></w:numPr>"
    }
    let spacing = attribute("line", line.map(String.init)) + attribute("lineRule", lineRule)
    if !spacing.isEmpty { xml += "<w:spacing\(spacing)/>" }
    // Twelve points a character: the length that Word writes beside the number of characters.
    let indent =
      attribute("rightChars", rightCharacters.map(String.init))
      + attribute("right", rightCharacters.map { String($0 * 240 / 100) })
      + attribute("firstLineChars", firstLineCharacters.map(String.init))
      + attribute("firstLine", firstLineCharacters.map { String($0 * 240 / 100) })
    if !indent.isEmpty { xml += "<w:ind\(indent)/>" }
    if let alignment { xml += "<w:jc w:val=\"\(alignment)\"/>" }
    return xml
  }

  private func attribute(_ name: String, _ value: String?) -> String {
    value.map { " w:\(name)=\"\($0)\"" } ?? ""
  }
}

/// A stretch of a paragraph.
struct Span: Sendable {
  enum Content: Sendable {
    case text(String)
    case lineBreak
    /// A complex field with its instruction and the result that is shown.
    case field(code: String, result: String)
    /// Runs written out, for what has no shorter form.
    case markup(String)
  }

  var content: Content
  /// `nil` takes the format of the paragraph's role.
  var format: CharacterFormat?

  init(_ text: String, _ format: CharacterFormat? = nil) {
    content = .text(text)
    self.format = format
  }

  init(_ content: Content, _ format: CharacterFormat? = nil) {
    self.content = content
    self.format = format
  }

  static let lineBreak = Span(.lineBreak)

  func xml(_ fallback: CharacterFormat) -> String {
    let properties = (format ?? fallback).xml
    func run(_ inner: String) -> String { "<w:r>\(properties)\(inner)</w:r>" }
    func text(_ text: String) -> String { run("<w:t xml:space=\"preserve\">\(text.escaped)</w:t>") }
    return switch content {
    case .text(let string): text(string)
    case .lineBreak: run("<w:br/>")
    case .markup(let xml): xml
    case .field(let code, let result):
      run("<w:fldChar w:fldCharType=\"begin\"/>")
        + run("<w:instrText xml:space=\"preserve\"> \(code) </w:instrText>")
        + run("<w:fldChar w:fldCharType=\"separate\"/>") + text(result)
        + run("<w:fldChar w:fldCharType=\"end\"/>")
    }
  }
}

/// How paragraphs of one role look.
struct Look: Sendable {
  var paragraph = ParagraphFormat()
  var character = CharacterFormat()

  func xml(_ spans: [Span]) -> String {
    let properties = paragraph.content.isEmpty ? "" : "<w:pPr>\(paragraph.content)</w:pPr>"
    return "<w:p>\(properties)\(spans.map { $0.xml(character) }.joined())</w:p>"
  }

  func with(_ change: (inout Look) -> Void) -> Look {
    var copy = self
    change(&copy)
    return copy
  }
}

extension String {
  /// The text as XML content or attribute value.
  var escaped: String {
    var escaped = ""
    for character in unicodeScalars {
      switch character {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      default: escaped.unicodeScalars.append(character)
      }
    }
    return escaped
  }
}
