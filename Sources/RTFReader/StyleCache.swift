import DocumentModel

/// The effective formats of a file, each made once.
struct StyleCache {
  private struct Key: Hashable {
    var characters: CharacterProperties
    var style: Int32
  }
  private var styles: [Key: TextStyle] = [:]
  private var last: (key: Key, style: TextStyle)?

  /// The same object for the same formatting.
  ///
  /// - Parameter style: the number of the paragraph style.
  mutating func style(of characters: CharacterProperties, style: Int32, _ header: Header) -> TextStyle {
    // The style only matters for a face that nothing else gives.
    let key = Key(characters: characters, style: characters.eastAsia >= 0 ? 0 : style)
    if let last, last.key == key { return last.style }
    let style = styles[key] ?? Self.make(characters, style: key.style, header)
    if styles.count < 65_536 { styles[key] = style }
    last = (key, style)
    return style
  }

  static func make(_ key: CharacterProperties, style: Int32, _ header: Header) -> TextStyle {
    let flags = key.flags
    let isComplex = key.isComplex
    return TextStyle(
      faces: FaceSlots(
        ascii: face(key.ascii, header.lowDefault ?? header.defaultFont, header),
        highAnsi: face(key.highAnsi, header.highDefault ?? header.lowDefault ?? header.defaultFont, header),
        eastAsia: face(key.eastAsia, doubleDefault(header, style: style), header),
        complexScript: face(
          key.complexScript, header.bidiDefault ?? header.complexDefault ?? CharacterProperties.none, header)),
      hint: key.script == .double ? .eastAsia : .none,
      size: .halfPoints(Int(key.effectiveSize)), bold: key.isBold,
      italic: flags.contains(isComplex ? .italicCs : .italic),
      underlined: flags.contains(.underline), struck: flags.contains(.strike),
      hidden: flags.contains(.hidden), color: color(key.color, header), verticalPosition: key.vertical,
      scale: Int(key.scale), letterSpacing: .twips(Int(key.spacing)), rise: .halfPoints(Int(key.rise)),
      complexScript: isComplex)
  }

  private static func face(_ number: Int32, _ standard: Int32?, _ header: Header) -> FontFace {
    guard let font = header.fonts[number >= 0 ? number : standard ?? 0], !font.name.isEmpty else {
      return .unspecified
    }
    return FontFace(font.name)
  }

  /// The face of East-Asian text of which nothing is said: that of the style sheet, or the file's default
  /// where it is one that has such characters. Programs that write neither leave it to the styles.
  private static func doubleDefault(_ header: Header, style: Int32) -> Int32 {
    if let number = header.doubleDefault { return number }
    if let number = header.defaultFont, header.fonts[number]?.isEastAsian == true { return number }
    return header.chain(of: style).lazy.map(\.characters.eastAsia).first { $0 >= 0 }
      ?? CharacterProperties.none
  }

  static func color(_ number: Int32, _ header: Header) -> Color? {
    header.colors.indices.contains(Int(number)) ? header.colors[Int(number)] : nil
  }
}
