/// A face that the file names and does not hold: Chinese readers have it (ISO 32000-1, 9.7.4).
struct PDFFont: Sendable, Hashable {
  /// How codes become characters.
  enum Coding: Sendable, Hashable {
    /// Codes are UCS-2, the glyphs those of Adobe-GB1.
    case unicode
    /// Codes are numbers of glyphs, and a table says what they mean.
    case glyphs
    /// The same without the table: nobody can tell what the glyphs mean.
    case secret
  }

  /// The name as it stands in the file, `#xx` escapes included.
  var name: String
  var coding = Coding.unicode

  static let song = PDFFont(name: "SimSun")
  static let kai = PDFFont(name: "KaiTi")
  static let hei = PDFFont(name: "SimHei")
  static let fang = PDFFont(name: "FangSong")

  /// The code of a character as hexadecimal digits. Glyph numbers are made of code points by an arithmetic
  /// that no reader can guess.
  func code(of unit: UInt16) -> String {
    let value = coding == .unicode ? unit : UInt16((UInt32(unit) * 7 + 12_345) % 65_521) &+ 1
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: 4 - digits.count) + digits
  }

  func codes(of text: String) -> String { text.utf16.map(code).joined() }

  /// Writes the objects of the font.
  /// - Parameter text: what is set in it, for the table of meanings and the widths of ASCII.
  func write(to file: inout PDFFile, text: String) -> PDFFile.Reference {
    let descriptor = file.add(
      "<< /Type /FontDescriptor /FontName /\(name) /Flags 4 /FontBBox [-8 -145 1000 859] /ItalicAngle 0 "
        + "/Ascent 859 /Descent -141 /CapHeight 683 /StemV 80 >>")
    let isUnicode = coding == .unicode
    let ordering = isUnicode ? "(GB1) /Supplement 4" : "(Identity) /Supplement 0"
    let units = Set(text.utf16).sorted()
    let narrow = units.filter { $0 < 0x80 }.compactMap { UInt16(code(of: $0), radix: 16) }.sorted()
    let widths = isUnicode ? "1 95 500" : narrow.map { "\($0) [500]" }.joined(separator: " ")
    let descendant = file.add(
      "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /\(name) /CIDSystemInfo << /Registry (Adobe) "
        + "/Ordering \(ordering) >> /FontDescriptor \(descriptor.text) /DW 1000 /W [\(widths)] >>")
    var entries =
      "/Type /Font /Subtype /Type0 /BaseFont /\(name) /Encoding /\(isUnicode ? "UniGB-UCS2-H" : "Identity-H") "
      + "/DescendantFonts [\(descendant.text)]"
    if coding == .glyphs {
      entries += " /ToUnicode \(file.add(stream: Array(meanings(of: units).utf8)).text)"
    }
    return file.add("<< \(entries) >>")
  }

  /// A ToUnicode map (ISO 32000-1, 9.10.3).
  private func meanings(of units: [UInt16]) -> String {
    var map = "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
    map += "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
    map += "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"
    for start in stride(from: 0, to: units.count, by: 100) {
      let part = units[start..<min(start + 100, units.count)]
      map += "\(part.count) beginbfchar\n"
      for unit in part {
        map += "<\(code(of: unit))> <\(PDFFont.song.code(of: unit))>\n"
      }
      map += "endbfchar\n"
    }
    return map + "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"
  }
}
