import Charsets

extension PDFFont {
  static func makeComposite(from dictionary: PDFDictionary, in file: PDFFile) -> PDFFont {
    let descendants = file.array(dictionary, "DescendantFonts") ?? []
    let descendant = file.resolve(descendants.first).dictionary ?? dictionary
    let face = PDFFace(descendant, named: baseName(dictionary, descendant, in: file), in: file)
    let system = file.dictionary(descendant, "CIDSystemInfo")
    let ordering = PredefinedCMap.collection(ordering: system.flatMap { file.string($0, "Ordering") })
    let widths = WidthTable(
      standard: width(file.number(descendant, "DW")) ?? 1000, array: file.array(descendant, "W") ?? [],
      in: file)
    let toUnicode = file.stream(dictionary, "ToUnicode").flatMap { try? file.data(of: $0) }
      .map(CMapParser.parse)

    let encoding = CompositeEncoding(file.resolve(dictionary["Encoding"]), in: file)
    var texts = toUnicode?.texts ?? TextTable()
    var meaning = encoding.meaning(ordering)
    if !meaning.isNone, !texts.isEmpty,
      toUnicode?.isIdentity == true
        || texts.isBroken(beside: { meaning.raw(code: $0, length: $0 > 0xFF ? 2 : 1, cid: Int($0)) })
    {
      texts = TextTable()
    }
    if meaning.isNone, texts.isEmpty {
      meaning = glyphMeaning(descendant, in: file)
      // `/ToUnicode/Identity-H` is no CMap of the standard; its writers mean that codes are Unicode.
      if meaning.isNone, file.name(dictionary, "ToUnicode")?.text.hasPrefix("Identity") == true {
        meaning = CodeMeaning(.utf16)
      }
    }
    // Some editors write the ideographs of a `ToUnicode` as ranges of CIDs.
    if meaning.isNone, !texts.isEmpty, toUnicode?.hasScalarsForCIDs == true { meaning = CodeMeaning(.utf16) }
    if meaning.isNone { texts.restoreBrackets() }
    let isVertical = encoding.isVertical
    return PDFFont(
      face: Self.withoutEncoding(face, encoding.name),
      composite: CompositeCoder(
        reader: encoding.reader, texts: texts, meaning: meaning,
        cids: encoding.cids(
          isAsked: !widths.isUniform || meaning.needsCID || isVertical, collection: ordering),
        widths: widths, vertical: isVertical ? VerticalMetrics(descendant, in: file) : nil))
  }

  /// `BaseFont`. That of a composite font is its descendant's and the name of a CMap (ISO 32000-1, 9.7.6.1), not
  /// always of the CMap in use: `SimSun-WinCharSetFFFF-H`.
  private static func baseName(
    _ dictionary: PDFDictionary, _ descendant: PDFDictionary, in file: PDFFile
  ) -> [UInt8] {
    let own = file.name(dictionary, "BaseFont")?.bytes ?? []
    let other = file.name(descendant, "BaseFont")?.bytes ?? []
    return own.isEmpty || (!other.isEmpty && own.starts(with: other + [UInt8(ascii: "-")])) ? other : own
  }

  /// The face without the name of its CMap, where the descendant does not have the shorter name.
  private static func withoutEncoding(_ face: PDFFace, _ encoding: PDFName?) -> PDFFace {
    guard let encoding, face.name.hasSuffix("-" + encoding.text) else { return face }
    var face = face
    face.name = String(face.name.dropLast(encoding.count + 1))
    return face
  }

  /// What the glyphs of an embedded font read, where nothing else tells: its own map, turned around.
  private static func glyphMeaning(_ descendant: PDFDictionary, in file: PDFFile) -> CodeMeaning {
    guard let descriptor = file.dictionary(descendant, "FontDescriptor"),
      let program = PDFFace.program(descriptor, in: file), let bytes = try? file.data(of: program.stream)
    else { return .none }
    let trueType = TrueTypeFile(bytes)
    if let cff = CFFFile(trueType?.cff ?? bytes) {
      if cff.isCIDKeyed {
        return PredefinedCMap.collection(ordering: cff.ordering).map { CodeMeaning($0) } ?? .none
      }
      let scalars = cff.charset().map { id -> UInt32 in
        let scalars = cff.name(id).flatMap { GlyphNames.scalars(of: $0) } ?? []
        return scalars.count == 1 ? scalars[0].value : 0
      }
      if scalars.contains(where: { $0 != 0 }) { return CodeMeaning(scalarsByCID: scalars) }
    }
    guard let scalars = trueType?.scalarsByGlyph(), scalars.contains(where: { $0 != 0 }) else { return .none }
    guard let stream = file.stream(descendant, "CIDToGIDMap"), let map = try? file.data(of: stream) else {
      return CodeMeaning(scalarsByCID: scalars)
    }
    let glyphs = FontBytes(bytes: map)
    return CodeMeaning(
      scalarsByCID: (0..<min(map.count / 2, 0x10000)).map { cid in
        let glyph = glyphs.short(cid * 2) ?? 0
        return glyph < scalars.count ? scalars[glyph] : 0
      })
  }
}

/// The `Encoding` of a composite font: a predefined CMap, an embedded one, or one upon the other.
struct CompositeEncoding {
  private var predefined: PredefinedCMap?
  private var embedded: CMap?
  /// The name of the CMap, as `Encoding` or the CMap itself has it.
  private(set) var name: PDFName?

  init(_ object: PDFObject, in file: PDFFile) {
    if let stream = object.stream {
      name = file.name(stream.dictionary, "CMapName")
      embedded = (try? file.data(of: stream)).map(CMapParser.parse)
      if embedded?.isVertical == nil, let mode = file.integer(stream.dictionary, "WMode") {
        embedded?.isVertical = mode == 1
      }
      addBase(file.resolve(stream.dictionary["UseCMap"]), in: file)
      // A known CMap that a file carries along is as good as the known one.
      if let name, let known = PredefinedCMap(name: name) { predefined = predefined ?? known }
    } else if let name = object.name {
      self.name = name
      predefined = PredefinedCMap(name: name)
    }
  }

  /// The CMap that an embedded one builds on; chains of streams are followed for a few steps.
  private mutating func addBase(_ object: PDFObject, in file: PDFFile) {
    var object = object
    for _ in 0..<4 {
      guard let stream = object.stream else { break }
      guard let base = (try? file.data(of: stream)).map(CMapParser.parse) else { return }
      if embedded?.spaces.isEmpty ?? true { embedded?.spaces = base.spaces }
      let own = embedded?.cidRanges ?? []
      if own.isEmpty { embedded?.cidRanges = base.cidRanges }
      if embedded?.base == nil { embedded?.base = base.base }
      object = file.resolve(stream.dictionary["UseCMap"])
    }
    if let name = object.name ?? embedded?.base { predefined = PredefinedCMap(name: name) }
  }

  var isVertical: Bool { embedded?.isVertical ?? predefined?.isVertical ?? false }

  var reader: CodeReader {
    if let embedded, !embedded.spaces.isEmpty { return CodeReader(embedded.spaces) }
    return predefined.map { CodeReader($0.coding) } ?? .twoByte
  }

  /// What codes read by the CMap, and by the collection where the CMap yields CIDs.
  func meaning(_ ordering: CharacterCollection?) -> CodeMeaning {
    if let predefined {
      if case .identity = predefined.coding {
        return ordering.map { CodeMeaning($0) } ?? .none
      }
      return CodeMeaning(predefined.coding)
    }
    return ordering.map { CodeMeaning($0) } ?? .none
  }

  /// - Parameters:
  ///   - isAsked: widths or texts depend on the CIDs.
  ///   - collection: that of the font.
  func cids(isAsked: Bool, collection: CharacterCollection?) -> CompositeCoder.CIDs {
    if let embedded, !embedded.cidRanges.isEmpty {
      var table = PagedTable<UInt16>(standard: 0)
      var left = 0x20000
      for range in embedded.cidRanges where range.low <= 0xFFFF {
        let count = Int(min(range.high, 0xFFFF) - range.low)
        left -= count
        guard left > 0 else { break }
        for offset in 0...count {
          table.set(Int(range.low) + offset, UInt16(truncatingIfNeeded: range.cid + offset))
        }
      }
      return .table(table, embedded)
    }
    guard isAsked else { return .unused }
    guard let predefined, let own = predefined.collection else { return .identity }
    return .byMeaning(
      inverse: (collection ?? own).makeInverse(), space: predefined.spaceCID,
      exclamation: predefined.exclamationCID)
  }
}
