/// An encoding that simple fonts refer to by name (ISO 32000-1, annex D).
enum BaseEncoding: String, Sendable {
  case standard = "Standard"
  case winAnsi = "WinAnsi"
  case macRoman = "MacRoman"
  case macExpert = "MacExpert"
  case symbol = "Symbol"
  case zapfDingbats = "ZapfDingbats"

  /// By its name in an `Encoding` entry.
  init?(name: PDFName?) {
    switch name {
    case "StandardEncoding": self = .standard
    case "WinAnsiEncoding", "PDFDocEncoding": self = .winAnsi
    case "MacRomanEncoding": self = .macRoman
    case "MacExpertEncoding": self = .macExpert
    default: return nil
    }
  }

  /// The scalar values of the 256 codes; 0 is none.
  var scalars: [UInt32] { Self.tables[self] ?? [UInt32](repeating: 0, count: 256) }

  private static let tables: [BaseEncoding: [UInt32]] = {
    var tables: [BaseEncoding: [UInt32]] = [:]
    for line in GlyphTableText.lines(of: "encodings.tsv") {
      guard line.count == 2, let encoding = BaseEncoding(rawValue: String(line[0])) else { continue }
      var values = [UInt32](repeating: 0, count: 256)
      for (index, value) in GlyphTableText.values(line[1]).enumerated() where index < 224 && value != 0xFFFD {
        values[index + 32] = value
      }
      tables[encoding] = values
    }
    return tables
  }()
}

/// The advance widths of the standard fonts (ISO 32000-1, 9.6.2.2), for files that leave them out.
enum StandardWidths {
  /// The width of each character in thousandths, by the name of the font.
  static func widths(of font: String) -> [UInt32: Float]? { tables[font] }

  private static let tables: [String: [UInt32: Float]] = {
    var tables: [String: [UInt32: Float]] = [:]
    for line in GlyphTableText.lines(of: "standard-widths.tsv") {
      guard line.count == 3, let width = Float(String(line[1])) else { continue }
      for value in GlyphTableText.values(line[2]) { tables[String(line[0]), default: [:]][value] = width }
    }
    return tables
  }()

  /// The standard font that a face name means (`Arial,Bold` is Helvetica-Bold); `nil` for another face.
  /// - Parameter plain: the name without tags and styles.
  static func font(_ plain: String, bold: Bool, italic: Bool) -> String? {
    let key = plain.lowercased().filter { $0 != " " && $0 != "-" && $0 != "," }
    if key.hasPrefix("helvetica") || key.hasPrefix("arial") { return bold ? "Helvetica-Bold" : "Helvetica" }
    if key.hasPrefix("times") {
      return bold ? (italic ? "Times-BoldItalic" : "Times-Bold") : (italic ? "Times-Italic" : "Times-Roman")
    }
    if key.hasPrefix("courier") { return "Courier" }
    if key.hasPrefix("symbol") { return "Symbol" }
    if key.hasPrefix("zapfdingbats") { return "ZapfDingbats" }
    return nil
  }
}

/// Reads the tables that `bin/support/make_glyph_tables.py` writes.
private enum GlyphTableText {
  static func lines(of file: String) -> [[Substring]] {
    let text = EmbeddedText.files.first { $0.name == file }?.text ?? ""
    return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { $0.split(separator: "\t") }
  }

  /// The characters of a field; `\A0.` is one by its number.
  static func values(_ field: Substring) -> [UInt32] {
    var values: [UInt32] = []
    var number: UInt32?
    for scalar in field.unicodeScalars {
      if let value = number {
        if scalar == "." {
          values.append(value)
          number = nil
        } else {
          number = value << 4 | UInt32(Character(scalar).hexDigitValue ?? 0)
        }
      } else if scalar == "\\" {
        number = 0
      } else {
        values.append(scalar.value)
      }
    }
    return values
  }
}
