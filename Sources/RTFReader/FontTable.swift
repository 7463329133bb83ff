import DocumentModel

/// A face of the font table.
struct Font {
  var name = ""
  /// Another name that may stand for it.
  var alternate = ""
  /// `\fcharset`, 1 without one.
  var charset = 1
  /// What `\fcharset` and `\cpg` say of the text in the face; `nil` when they do not.
  var encoding: TextEncoding?

  /// Whether it is a face for Chinese, Japanese or Korean.
  var isEastAsian: Bool {
    [78, 79, 80, 81, 128, 129, 130, 134, 136].contains(charset) || name.unicodeScalars.contains { $0.isHan }
  }
}

/// The faces of a file by their numbers.
struct FontTable {
  private(set) var fonts: [Int32: Font] = [:]

  subscript(number: Int32) -> Font? { fonts[number] }

  mutating func set(_ font: Font, for number: Int32) {
    guard fonts.count < 65_536 else { return }
    var font = font
    font.name = Self.trimmed(font.name[...])
    Self.separate(&font)
    font.alternate = Self.trimmed(font.alternate[...])
    fonts[number] = font
  }

  /// The other names of faces (ECMA-376-1, 17.8.3.1 has the same).
  var alternateNames: [String: String] {
    var names: [String: String] = [:]
    // By number, so that the same file always gives the same.
    for (_, font) in fonts.sorted(by: { $0.key < $1.key })
    where !font.name.isEmpty && !font.alternate.isEmpty && font.alternate != font.name {
      names[font.name] = font.alternate
    }
    return names
  }

  /// The words that Word puts behind a name for each character set of a face.
  private static let suffixes: [(charset: Int, text: String)] = [
    (0, " Western"), (238, " CE"), (204, " Cyr"), (161, " Greek"), (162, " Tur"), (177, " (Hebrew)"),
    (178, " (Arabic)"), (186, " Baltic"), (163, " (Vietnamese)"),
  ]

  /// Takes such a word away; where nothing else does, it tells the character set.
  private static func separate(_ font: inout Font) {
    guard let suffix = suffixes.first(where: { font.name.hasSuffix($0.text) }) else { return }
    if font.charset == suffix.charset {
      font.name = String(font.name.dropLast(suffix.text.count))
    } else if font.encoding == nil, font.charset == 1 {
      font.encoding = TextEncoding(fontCharset: suffix.charset)
    }
  }

  static func trimmed(_ text: Substring) -> String {
    var rest = text
    while let first = rest.unicodeScalars.first, first.value <= 0x20 { rest.unicodeScalars.removeFirst() }
    while let last = rest.unicodeScalars.last, last.value <= 0x20 || last == ";" {
      rest.unicodeScalars.removeLast()
    }
    return String(rest)
  }
}

/// A style of the style sheet. What it says is written beside its use too, so only traces look at it.
struct Style {
  enum Kind { case paragraph, character, other }

  var kind = Kind.paragraph
  var number: Int32 = 0
  var name = ""
  var basedOn: Int32?
  var characters = CharacterProperties()
  var paragraph = ParagraphProperties()
}

/// What the header of a file gives to all of its text.
struct Header {
  var fonts = FontTable()
  /// `nil` for automatic.
  var colors: [Color?] = []
  var paragraphStyles: [Int32: Style] = [:]
  var characterStyles: [Int32: Style] = [:]
  var authors: [String] = []
  /// `\ansicpg`.
  var encoding = TextEncoding.western
  /// `\deff`, `\adeff`.
  var defaultFont: Int32?
  var complexDefault: Int32?
  /// `\stshfloch`, `\stshfhich`, `\stshfdbch`, `\stshfbi`: the default faces of the style sheet.
  var lowDefault: Int32?
  var highDefault: Int32?
  var doubleDefault: Int32?
  var bidiDefault: Int32?

  mutating func add(_ style: Style) {
    guard paragraphStyles.count + characterStyles.count < 65_536 else { return }
    switch style.kind {
    case .paragraph: paragraphStyles[style.number] = style
    case .character: characterStyles[style.number] = style
    case .other: break
    }
  }

  /// A paragraph style and those that it is based on, then the default style; a ring is followed once.
  func chain(of number: Int32) -> [Style] {
    var chain: [Style] = []
    var seen: Set<Int32> = []
    var next: Int32? = number
    while let number = next, chain.count < 64, seen.insert(number).inserted {
      let style = paragraphStyles[number]
      if let style { chain.append(style) }
      next = style?.basedOn ?? 0
    }
    return chain
  }

  /// What the bytes of text in a face mean.
  func encoding(ofFont number: Int32) -> TextEncoding {
    fonts[number < 0 ? defaultFont ?? 0 : number]?.encoding ?? encoding
  }
}
