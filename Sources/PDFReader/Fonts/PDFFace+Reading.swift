import Charsets
import DocumentModel
import Fonts

extension PDFFace {
  /// The face of a font.
  /// - Parameters:
  ///   - font: the font dictionary, or that of the descendant of a composite font.
  ///   - name: the `BaseFont` of the font itself.
  init(_ font: PDFDictionary, named name: [UInt8], in file: PDFFile) {
    let descriptor = file.dictionary(font, "FontDescriptor") ?? PDFDictionary()
    var parsed = FaceName(name)
    let other = file.name(descriptor, "FontName")?.bytes ?? name
    if name.isEmpty { parsed = FaceName(other) }
    self.init(name: parsed.plain, rawName: parsed.raw)
    isItalic = parsed.isItalic
    if parsed.isBold || (other != name && FaceName(other).isBold) { boldEvidence = .faceName }
    read(descriptor, in: file)
    if parsed.saysNothing, FontTable.builtIn.lookUp(self.name) == nil {
      takeOtherName(descriptor, in: file)
    }
  }

  /// `Flags` (ISO 32000-1, table 123).
  private enum Flag {
    static let fixedPitch = 1
    static let serif = 2
    static let italic = 1 << 6
    static let forceBold = 1 << 18
  }

  private mutating func read(_ descriptor: PDFDictionary, in file: PDFFile) {
    let flags = file.integer(descriptor, "Flags") ?? 0
    isSerif = flags & Flag.serif != 0
    isFixedPitch = flags & Flag.fixedPitch != 0
    isItalic = isItalic || flags & Flag.italic != 0 || (file.number(descriptor, "ItalicAngle") ?? 0) != 0
    stemV = file.number(descriptor, "StemV")
    weight = file.integer(descriptor, "FontWeight")
    ascent = Self.metric(file.number(descriptor, "Ascent"))
    descent = Self.metric(file.number(descriptor, "Descent"))
    isEmbedded = Self.program(descriptor, in: file) != nil
    if boldEvidence == nil, let weight, (600...1000).contains(weight) { boldEvidence = .weight }
    if boldEvidence == nil, flags & Flag.forceBold != 0 { boldEvidence = .forceBold }
  }

  private static func metric(_ value: Double?) -> Float {
    guard let value, value.isFinite, abs(value) <= 10_000 else { return 0 }
    return Float(value)
  }

  /// The embedded font program and the entry that it is in.
  static func program(
    _ descriptor: PDFDictionary, in file: PDFFile
  ) -> (stream: PDFStream, key: PDFName)? {
    for key in ["FontFile2", "FontFile3", "FontFile"] as [PDFName] {
      if let stream = file.stream(descriptor, key) { return (stream, key) }
    }
    return nil
  }

  /// A name from elsewhere for a font whose own says nothing: the family of the descriptor, or what the
  /// embedded font calls itself; the weight is taken from there too.
  private mutating func takeOtherName(_ descriptor: PDFDictionary, in file: PDFFile) {
    if let family = file.string(descriptor, "FontFamily"), !family.isEmpty {
      let other = FaceName(family)
      if !other.saysNothing {
        name = other.plain
        if other.isBold, boldEvidence == nil { boldEvidence = .faceName }
        return
      }
    }
    guard let program = Self.program(descriptor, in: file), program.key != "FontFile",
      let bytes = try? file.data(of: program.stream), let font = TrueTypeFile(bytes)
    else { return }
    let names = font.names.map { FaceName(Array($0.utf8)) }.filter { !$0.saysNothing }
    if let known = names.first(where: { FontTable.builtIn.lookUp($0.plain) != nil }) ?? names.first {
      name = known.plain
    }
    guard boldEvidence == nil else { return }
    if names.contains(where: \.isBold) {
      boldEvidence = .faceName
    } else if font.isBold || (font.weight ?? 400) >= 600 {
      boldEvidence = .weight
    }
  }
}
