/// What the codes of a simple font read (ISO 32000-1, 9.6.6 and 9.10.2): `ToUnicode`, then the names of
/// glyphs, then what the embedded font says, then the base encoding.
struct SimpleEncoding {
  /// By code, as `GlyphText` has it.
  private(set) var texts = [UInt32](repeating: 0, count: 256)
  private(set) var sequences: [[Unicode.Scalar]] = []
  /// What the base encoding alone makes of the codes.
  private(set) var baseTexts: [UInt32] = []
  /// The names that `Differences` gives.
  private(set) var names = [[UInt8]?](repeating: nil, count: 256)
  /// `ToUnicode` speaks of codes from 0x80 on.
  private(set) var hasUpperToUnicode = false
  private(set) var hasUpperDifferences = false
  private let isDingbats: Bool

  init(_ font: PDFDictionary, face: PDFFace, in file: PDFFile) {
    isDingbats = face.name.hasSuffix("Dingbats")
    let encoding = file.resolve(font["Encoding"])
    let toUnicode = file.stream(font, "ToUnicode").flatMap { try? file.data(of: $0) }.map(CMapParser.parse)
    let base =
      BaseEncoding(name: encoding.name)
      ?? encoding.dictionary.flatMap { BaseEncoding(name: file.name($0, "BaseEncoding")) }
    if let base {
      setBase(base)
    } else if file.name(font, "Subtype") != "Type3" {
      setBase(Self.implied(font, face, in: file))
    }
    baseTexts = texts
    readDifferences(encoding.dictionary.flatMap { file.array($0, "Differences") } ?? [], in: file)
    let needsProgram = base == nil || names.contains { $0.map { GlyphNames.number(of: $0) != nil } ?? false }
    if toUnicode == nil || toUnicode?.texts.isEmpty == true, face.isEmbedded, needsProgram {
      readProgram(font, hasBase: base != nil, in: file)
    }
    if let toUnicode { read(toUnicode) }
  }

  private mutating func set(_ code: Int, _ scalars: [Unicode.Scalar]) {
    guard texts.indices.contains(code), let first = scalars.first else { return }
    if scalars.count == 1 {
      if let parts = Ligatures.parts(first) { return set(code, parts) }
      texts[code] = CJKRadicals.ideograph(first.value)
    } else {
      sequences.append(scalars)
      texts[code] = GlyphText.sequenceMark | UInt32(sequences.count - 1)
    }
  }

  private mutating func setBase(_ base: BaseEncoding) {
    texts = base.scalars
    for code in 0..<256 where texts[code] >= 0xFB00 {
      if let scalar = Unicode.Scalar(texts[code]) { set(code, [scalar]) }
    }
  }

  /// The encoding of a font that names none.
  private static func implied(_ font: PDFDictionary, _ face: PDFFace, in file: PDFFile) -> BaseEncoding {
    let name = face.name.lowercased()
    if name == "symbol" || name.hasPrefix("symbolmt") { return .symbol }
    if name.hasPrefix("zapfdingbats") { return .zapfDingbats }
    return file.name(font, "Subtype") == "TrueType" ? .winAnsi : .standard
  }

  private mutating func readDifferences(_ array: [PDFObject], in file: PDFFile) {
    var code = 0
    for item in array.prefix(1024) {
      let item = file.resolve(item)
      if let number = item.integer {
        code = number
      } else if let name = item.name {
        setName(code, name.bytes)
        code &+= 1
      }
    }
  }

  private mutating func setName(_ code: Int, _ name: [UInt8]) {
    guard names.indices.contains(code) else { return }
    names[code] = name
    texts[code] = 0
    if code >= 0x80 { hasUpperDifferences = true }
    if let scalars = GlyphNames.scalars(of: name, dingbats: isDingbats) { set(code, scalars) }
  }

  private mutating func read(_ map: CMap) {
    for code in 0..<256 {
      let text = map.texts[UInt32(code)]
      guard text.isMapped else { continue }
      // A private number says less than a glyph's name does.
      if let scalar = text.scalar, (0xE000..<0xF900).contains(scalar.value), texts[code] != 0 { continue }
      set(code, map.texts.scalars(text))
      if code >= 0x80 { hasUpperToUnicode = true }
    }
  }

  // MARK: the embedded font

  private mutating func readProgram(_ font: PDFDictionary, hasBase: Bool, in file: PDFFile) {
    guard let descriptor = file.dictionary(font, "FontDescriptor"),
      let program = PDFFace.program(descriptor, in: file), let bytes = try? file.data(of: program.stream)
    else { return }
    if let trueType = TrueTypeFile(bytes) {
      if let cff = trueType.cff.flatMap({ CFFFile($0) }) { read(cff, hasBase: hasBase) }
      read(trueType, hasBase: hasBase)
    } else if let cff = CFFFile(bytes) {
      read(cff, hasBase: hasBase)
    } else if !hasBase, let encoding = Type1Program.encoding(bytes) {
      takeNames(encoding)
    }
  }

  /// The font's own encoding; what `Differences` says goes before it.
  private mutating func takeNames(_ encoding: [Int: [UInt8]]) {
    for (code, name) in encoding where names.indices.contains(code) && names[code] == nil {
      texts[code] = 0
      if let scalars = GlyphNames.scalars(of: name, dingbats: isDingbats) { set(code, scalars) }
    }
  }

  private mutating func read(_ cff: CFFFile, hasBase: Bool) {
    if !hasBase, let encoding = cff.encoding() { takeNames(encoding) }
    let charset = cff.charset()
    for code in 0..<256 where texts[code] == 0 {
      guard let glyph = names[code].flatMap({ GlyphNames.number(of: $0) }), charset.indices.contains(glyph),
        let scalars = cff.name(charset[glyph]).flatMap({ GlyphNames.scalars(of: $0) })
      else { continue }
      set(code, scalars)
    }
  }

  private mutating func read(_ font: TrueTypeFile, hasBase: Bool) {
    let scalars = font.scalarsByGlyph()
    func scalar(_ glyph: Int) -> Unicode.Scalar? {
      scalars.indices.contains(glyph) && scalars[glyph] != 0 ? Unicode.Scalar(scalars[glyph]) : nil
    }
    for code in 0..<256 {
      guard let glyph = names[code].flatMap({ GlyphNames.number(of: $0) }), texts[code] == 0 else { continue }
      if let scalar = scalar(glyph) { set(code, [scalar]) }
    }
    // A symbolic font is asked by its own map (ISO 32000-1, 9.6.6.4).
    guard !hasBase,
      let map = font.characterMaps.first(where: { $0.platform == 3 && $0.encoding == 0 })
        ?? font.characterMaps.first(where: { $0.platform == 1 })
    else { return }
    font.forEach(map) { code, glyph in
      let code = map.platform == 3 ? Int(code & 0xFF) : Int(code)
      guard (0..<256).contains(code), names[code] == nil, let scalar = scalar(glyph) else { return }
      set(code, [scalar])
    }
  }
}

/// Ligatures that have a number of their own, but are not written so in any text.
enum Ligatures {
  /// The letters of U+FB00 to U+FB06; `nil` for another scalar.
  static func parts(_ scalar: Unicode.Scalar) -> [Unicode.Scalar]? {
    guard case 0xFB00...0xFB06 = scalar.value else { return nil }
    let letters = ["ff", "fi", "fl", "ffi", "ffl", "st", "st"][Int(scalar.value - 0xFB00)]
    return Array(letters.unicodeScalars)
  }
}
