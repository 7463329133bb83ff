import Markup

extension Word2003Translator {
  /// An element of Word's own namespace.
  func startWord(_ number: UInt16, _ attributes: XMLAttributes) -> Closing {
    if let flat = FlatName(number: number), flat.modern == nil { return startFlat(flat, attributes) }
    guard let name = FlatName(number: number)?.modern ?? Name(number: number) else { return .nothing }
    switch name {
    case .styles: return startPart("word/styles.xml", "w:styles", kind: "styles", then: styleDefaults)
    case .body:
      begin("word/document.xml")
      write { $0.start("w:document") }
      write { $0.start("w:body") }
      // Both end where the body ends.
      return .part("w:body></w:document")
    case .hdr, .ftr:
      let kind = name == .hdr ? "header" : "footer"
      return startPart("word/\(kind)\(parts.count + targets.count).xml", "w:\(name)", kind: kind)
    case .footnote, .endnote:
      // Outside of the text they are the lines that part notes from it.
      guard !targets.isEmpty else { return ignore() }
      return startNote("word/\(name)s.xml", "w:\(name)", kind: "\(name)s", attributes)
    case .font, .altName:
      if name == .font, targets.isEmpty { return .nothing }
      return copy(name, attributes)
    default: return targets.isEmpty ? .nothing : copy(name, attributes)
    }
  }

  /// Elements that have no counterpart of one name.
  private func startFlat(_ name: FlatName, _ attributes: XMLAttributes) -> Closing {
    switch name {
    case .wordDocument:
      if attributes.value(of: FlatName.macrosPresent.number)?.equals("yes") == true {
        store([], as: "word/vbaProject.bin")
      }
      return .nothing
    case .fonts: return startPart("word/fontTable.xml", "w:fonts", kind: "fontTable")
    case .defaultFonts:
      styleDefaults = Self.defaults(Self.modern(attributes))
      return .nothing
    case .lists: return startPart("word/numbering.xml", "w:numbering", kind: "numbering")
    case .nfc:
      let format = Int(attributes.value(.val)?.string ?? "").flatMap { Self.numberFormats[$0] } ?? "decimal"
      write { $0.add("w:numFmt", [("w:val", format)]) }
      return .nothing
    case .binData: return startPicture(attributes)
    case .docOleData:
      store([], as: "word/embeddings/oledata.mso")
      return ignore()
    case .docSuppData, .shapeDefaults, .bgPict: return ignore()
    default: return .nothing
    }
  }

  private func ignore() -> Closing {
    ignoring += 1
    return .ignored
  }

  private func copy(_ name: Name, _ attributes: XMLAttributes) -> Closing {
    let tag = "w:\(name.rawValue)"
    var list = Self.modern(attributes)
    // Word 2003 says once, at the root, that blanks count.
    if name == .t { list.append(("xml:space", Self.bytes("preserve"))) }
    write { $0.start(tag, list) }
    return .tag(tag)
  }

  private func startPart(_ part: String, _ root: String, kind: String, then text: String = "") -> Closing {
    _ = links.add(kind, part)
    begin(part)
    write { $0.start(root) }
    if !text.isEmpty { write { $0.verbatim(text) } }
    return .part(root)
  }

  /// A note or comment, in the part that holds all of its kind.
  private func startNote(_ part: String, _ tag: String, kind: String, _ attributes: XMLAttributes) -> Closing
  {
    _ = links.add(kind, part)
    let isNew = stories[part] == nil
    begin(part)
    if isNew, let root = Self.gathered[part] { write { $0.start(root) } }
    write { $0.start(tag, Self.modern(attributes)) }
    return .part(tag)
  }

  // MARK: Revisions and comments

  func startAnnotation(_ number: UInt16, _ attributes: XMLAttributes) -> Closing {
    guard FlatName(number: number) == .annotation, !targets.isEmpty,
      let type = attributes.value(.type)?.string
    else { return .nothing }
    switch type {
    case "Word.Insertion": return startRevision("w:ins", attributes)
    case "Word.Deletion": return startRevision("w:del", attributes)
    case "Word.Formatting":
      let author = attributes.value(.author)?.string ?? ""
      write { $0.add("w:rPrChange", [("w:author", author)]) }
      return ignore()
    case "Word.Comment": return startNote("word/comments.xml", "w:comment", kind: "comments", attributes)
    default: return .nothing
    }
  }

  private func startRevision(_ tag: String, _ attributes: XMLAttributes) -> Closing {
    let author = attributes.value(.author)
    write { $0.start(tag, author.map { [("w:author", $0)] } ?? []) }
    return .tag(tag)
  }

  // MARK: Pictures

  private func startPicture(_ attributes: XMLAttributes) -> Closing {
    guard let name = attributes.value(.name)?.string, !targets.isEmpty else { return ignore() }
    picture = Base64()
    return .picture(Self.media(name))
  }

  /// The part of a picture: `wordml://01000001.png` is the name that Word gives it.
  private static func media(_ name: String) -> String {
    let file = name.utf8.split(separator: UInt8(ascii: "/")).last.map { String(Substring($0)) } ?? name
    return "word/media/\(file)"
  }

  func startVML(_ number: UInt16, _ attributes: XMLAttributes) -> Closing {
    guard let name = Name(number: number), !targets.isEmpty else { return .nothing }
    let tag = "v:\(name.rawValue)"
    var list = PackageAttributes.known(attributes)
    var id = ""
    if name == .imagedata, let source = attributes.value(of: FlatName.src.number)?.string {
      id = links.add("image", Self.media(source))
    }
    id.withUTF8 { bytes in
      if !bytes.isEmpty { list.append(("r:id", bytes)) }
      write { $0.start(tag, list) }
    }
    return .tag(tag)
  }

  // MARK: Names

  /// Attributes by the names and with the words of WordprocessingML.
  static func modern(_ attributes: XMLAttributes) -> [(name: String, value: Bytes)] {
    (0..<attributes.count).compactMap { index in
      let attribute = attributes[index]
      guard let name = FlatName(number: attribute.name)?.modern ?? Name(number: attribute.name) else {
        return nil
      }
      if name == .space { return nil }
      return ("w:\(name.rawValue)", word(attribute.value))
    }
  }

  private static func bytes(_ text: StaticString) -> Bytes {
    Bytes(start: text.utf8Start, count: text.utf8CodeUnitCount)
  }

  /// The few values that are written otherwise.
  private static func word(_ value: Bytes) -> Bytes {
    if value.equals("at-least") { return bytes("atLeast") }
    if value.equals("fareast") { return bytes("eastAsia") }
    if value.equals("text-wrapping") { return bytes("textWrapping") }
    if value.equals("lines-and-chars") { return bytes("linesAndChars") }
    if value.equals("snap-to-chars") { return bytes("snapToChars") }
    return value
  }

  /// The default faces, and the default size of Word 2003, which is that of [MS-DOC] 2.6.1, `sprmCHps`.
  private static func defaults(_ faces: [(name: String, value: Bytes)]) -> String {
    var text = PartText()
    text.start("w:docDefaults")
    text.start("w:rPrDefault")
    text.start("w:rPr")
    text.start("w:rFonts", faces)
    text.end("w:rFonts")
    text.add("w:sz", [("w:val", "20")])
    for tag in ["w:rPr", "w:rPrDefault", "w:docDefaults"] { text.end(tag) }
    return String(decoding: text.bytes, as: UTF8.self)
  }

  /// The number formats by their numbers ([MS-OSHARED], 2.2.1.3, MSONFC).
  private static let numberFormats: [Int: String] = [
    0: "decimal", 1: "upperRoman", 2: "lowerRoman", 3: "upperLetter", 4: "lowerLetter",
    10: "ideographDigital", 11: "japaneseCounting", 14: "decimalFullWidth", 16: "japaneseLegal",
    17: "japaneseDigitalTenThousand", 18: "decimalEnclosedCircle", 19: "decimalFullWidth2", 22: "decimalZero",
    23: "bullet", 26: "decimalEnclosedFullstop", 27: "decimalEnclosedParen",
    28: "decimalEnclosedCircleChinese", 29: "ideographEnclosedCircle", 30: "ideographTraditional",
    31: "ideographZodiac", 33: "taiwaneseCounting", 34: "ideographLegalTraditional",
    35: "taiwaneseCountingThousand", 36: "taiwaneseDigital", 37: "chineseCounting",
    38: "chineseLegalSimplified", 39: "chineseCountingThousand", 255: "none",
  ]
}
