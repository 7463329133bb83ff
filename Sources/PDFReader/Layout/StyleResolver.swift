import DocumentModel

/// Makes text styles of glyphs; equal ones are the same object.
struct StyleResolver {
  private struct Key: Hashable {
    var style: UInt32
    /// In twentieths of a point.
    var size: Int
    var isStruckTwice: Bool
    var position: VerticalPosition
  }

  private let styles: StyleTable
  private let faces: [PDFFace]
  private var known: [Key: TextStyle] = [:]
  private var interned: [TextStyle: TextStyle] = [:]
  private var last: (key: Key, style: TextStyle)?

  init(_ styles: StyleTable, faces: [PDFFace]) {
    self.styles = styles
    self.faces = faces
  }

  mutating func style(_ glyph: Glyph, _ position: VerticalPosition) -> TextStyle {
    let key = Key(
      style: glyph.style, size: Int(clamping: (Double(glyph.size) * 20).rounded()),
      isStruckTwice: glyph.flags.contains(.struckTwice), position: position)
    if let last, last.key == key { return last.style }
    let style: TextStyle
    if let found = known[key] {
      style = found
    } else {
      let made = make(key)
      style = interned[made] ?? made
      interned[style] = style
      known[key] = style
    }
    last = (key, style)
    return style
  }

  private func make(_ key: Key) -> TextStyle {
    let style = styles[key.style] ?? GlyphStyle(font: -1, rgb: 0)
    let face = faces.indices.contains(Int(style.font)) ? faces[Int(style.font)] : nil
    let name = face.map { FontFace($0.name) } ?? .unspecified
    let evidence: BoldEvidence? =
      face?.boldEvidence ?? (style.isStrokedBold ? .stroke : key.isStruckTwice ? .doubleStrike : nil)
    return TextStyle(
      faces: FaceSlots(ascii: name, highAnsi: name, eastAsia: name, complexScript: name),
      size: .pt(Double(key.size) / 20), bold: evidence != nil, italic: face?.isItalic ?? false,
      color: style.rgb == 0 ? nil : Color(rgb: Int(style.rgb)), verticalPosition: key.position,
      scale: Int(style.scale), rawFace: face.map { Self.withoutTag($0.rawName) }, boldEvidence: evidence)
  }

  /// The tag of a subset is no part of the name (ISO 32000-1, 9.6.4), and would tell apart what looks alike.
  private static func withoutTag(_ name: String) -> String {
    let head = name.utf8.prefix(7)
    guard head.count == 7, head.last == 0x2B, head.dropLast().allSatisfy({ (0x41...0x5A).contains($0) })
    else {
      return name
    }
    return String(name.dropFirst(7))
  }
}
