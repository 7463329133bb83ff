import Charsets
import Fonts

extension PDFFont {
  /// The font of a font dictionary. Never fails: a font that cannot be used still advances.
  static func make(from dictionary: PDFDictionary, in file: PDFFile) -> PDFFont {
    switch file.name(dictionary, "Subtype") {
    case "Type0": makeComposite(from: dictionary, in: file)
    case "Type3": makeType3(from: dictionary, in: file)
    default:
      // A descendant used by itself, and a composite font whose type is missing, are met in broken files.
      file.array(dictionary, "DescendantFonts") == nil
        ? makeSimple(from: dictionary, in: file) : makeComposite(from: dictionary, in: file)
    }
  }

  private static func makeSimple(from dictionary: PDFDictionary, in file: PDFFile) -> PDFFont {
    let face = PDFFace(dictionary, named: file.name(dictionary, "BaseFont")?.bytes ?? [], in: file)
    let encoding = SimpleEncoding(dictionary, face: face, in: file)
    let widths = simpleWidths(dictionary, face: face, texts: encoding.texts, in: file)
    return PDFFont(
      face: face,
      simple: SimpleCoder(
        texts: encoding.texts, widths: widths, sequences: encoding.sequences,
        hidesPairs: hidesPairs(dictionary, face, encoding, in: file)))
  }

  /// Whether bytes of GBK may be shown through the font (ISO 32000-1 has no such thing; producers have).
  private static func hidesPairs(
    _ dictionary: PDFDictionary, _ face: PDFFace, _ encoding: SimpleEncoding, in file: PDFFile
  ) -> Bool {
    guard !face.isEmbedded, !encoding.hasUpperToUnicode, !encoding.hasUpperDifferences else { return false }
    if let known = FontTable.builtIn.lookUp(face.name) { return known.fontClass != .tnr }
    return face.name.unicodeScalars.contains { $0.value >= 0x4E00 }
  }

  private static func simpleWidths(
    _ dictionary: PDFDictionary, face: PDFFace, texts: [UInt32], in file: PDFFile
  ) -> [Float] {
    let descriptor = file.dictionary(dictionary, "FontDescriptor")
    let missing = width(descriptor.flatMap { file.number($0, "MissingWidth") }) ?? 0
    var widths = [Float](repeating: missing, count: 256)
    if let array = file.array(dictionary, "Widths") {
      let first = file.integer(dictionary, "FirstChar") ?? 0
      for (offset, item) in array.prefix(256).enumerated() {
        let code = first &+ offset
        if (0..<256).contains(code), let value = width(file.resolve(item).number) { widths[code] = value }
      }
      return widths
    }
    let isBold = face.boldEvidence != nil
    guard let name = StandardWidths.font(face.name, bold: isBold, italic: face.isItalic),
      let table = StandardWidths.widths(of: name)
    else {
      // Courier has this width; for another face it is a fair guess, and half of a full-width pair.
      return missing > 0 ? widths : [Float](repeating: face.name.hasPrefix("Courier") ? 600 : 500, count: 256)
    }
    for code in 0..<256 {
      // The ligatures of the standard fonts are about this wide.
      let isSequence = texts[code] & GlyphText.sequenceMark != 0
      widths[code] = isSequence ? 500 : table[texts[code]] ?? missing
    }
    return widths
  }

  /// A width of the file, held within reason.
  static func width(_ value: Double?) -> Float? {
    guard let value, value.isFinite else { return nil }
    return Float(min(max(value, -100_000), 100_000))
  }

  private static func makeType3(from dictionary: PDFDictionary, in file: PDFFile) -> PDFFont {
    let name = file.name(dictionary, "BaseFont") ?? file.name(dictionary, "Name")
    let face = PDFFace(dictionary, named: name?.bytes ?? [], in: file)
    let matrix = file.matrix(dictionary, "FontMatrix") ?? PDFMatrix(a: 0.001, d: 0.001)
    let encoding = SimpleEncoding(dictionary, face: face, in: file)
    var widths = [Float](repeating: 0, count: 256)
    let first = file.integer(dictionary, "FirstChar") ?? 0
    for (offset, item) in (file.array(dictionary, "Widths") ?? []).prefix(256).enumerated() {
      let code = first &+ offset
      guard (0..<256).contains(code), let value = file.resolve(item).number else { continue }
      widths[code] = width(value * matrix.a * 1000) ?? 0
    }
    let procedures = procedures(
      encoding, file.dictionary(dictionary, "CharProcs") ?? PDFDictionary(), in: file)
    return PDFFont(
      face: face,
      simple: SimpleCoder(
        texts: encoding.texts, widths: widths, sequences: encoding.sequences, hidesPairs: false),
      type3: Type3Font(
        matrix: matrix, em: em(widths), resources: file.dictionary(dictionary, "Resources"),
        procedures: procedures))
  }

  /// The em of a Type 3 font in units of text space, which is 1 where the font size means what it does in other
  /// fonts. Glyph space may be of any scale (ISO 32000-1, 9.6.5): programs divide by the units of the font that
  /// they draw, 256 or 2048 or the pixels of a bitmap, and some by nothing at all, with the size in the matrix of
  /// the text. Only in these last are glyphs many times as wide as the size, and then the widest is about an em.
  private static func em(_ widths: [Float]) -> Double {
    let widest = widths.reduce(0) { max($0, abs($1)) } / 1000
    return widest == 0 || plainWidths.contains(widest) ? 1 : Double(widest)
  }

  /// How wide, in ems, the widest glyph of a font can be: a full stop at the least, a dash of three ems at the most.
  private static let plainWidths: ClosedRange<Float> = 0.1...4

  /// The glyph procedures by code: by the names of `Differences`, else by what the name of a procedure reads in
  /// the base encoding.
  private static func procedures(
    _ encoding: SimpleEncoding, _ glyphs: PDFDictionary, in file: PDFFile
  ) -> [PDFStream?] {
    var byScalar: [UInt32: PDFObject] = [:]
    if encoding.baseTexts.contains(where: { $0 != 0 }) {
      for entry in glyphs.entries.prefix(1024) {
        guard let scalars = GlyphNames.scalars(of: entry.key.bytes), scalars.count == 1 else { continue }
        byScalar[scalars[0].value] = entry.value
      }
    }
    return (0..<256).map { code in
      if let name = encoding.names[code] { return file.stream(glyphs, PDFName(name)) }
      return byScalar[encoding.baseTexts[code]].flatMap { file.resolve($0).stream }
    }
  }
}
