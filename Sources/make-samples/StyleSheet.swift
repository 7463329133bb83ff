/// A style of the styles part.
struct Style: Sendable {
  enum Kind: String, Sendable { case paragraph, character }

  var id: String
  var name: String
  var kind = Kind.paragraph
  var basedOn: String?
  var isDefault = false
  var paragraph = ParagraphFormat()
  var character = CharacterFormat()

  var xml: String {
    var xml =
      "<w:style w:type=\"\(kind.rawValue)\"\(isDefault ? " w:default=\"1\"" : "") w:styleId=\"\(id)\">"
    xml += "<w:name w:val=\"\(name)\"/>"
    if let basedOn { xml += "<w:basedOn w:val=\"\(basedOn)\"/>" }
    xml += "<w:qFormat/>"
    if !paragraph.content.isEmpty { xml += "<w:pPr>\(paragraph.content)</w:pPr>" }
    return xml + character.xml + "</w:style>"
  }
}

/// What stands below all direct formatting: defaults, styles and, where used, a theme.
struct StyleSheet: Sendable {
  /// The East-Asian faces of a theme, as Chinese Office writes them: `a:ea` empty, the face listed under
  /// the script `Hans`.
  struct Theme: Sendable {
    var major: String
    var minor: String
  }

  var defaults = Look()
  var styles: [Style] = []
  var theme: Theme?

  /// The style of an identifier, for changing it in place.
  subscript(id: String) -> Style {
    get { styles.first { $0.id == id } ?? Style(id: id, name: id) }
    set {
      if let index = styles.firstIndex(where: { $0.id == id }) {
        styles[index] = newValue
      } else {
        styles.append(newValue)
      }
    }
  }

  var xml: String {
    let declaration = Part.declaration + "<w:styles xmlns:w=\"\(Part.main)\"><w:docDefaults>"
    let run = "<w:rPrDefault>\(defaults.character.xml)</w:rPrDefault>"
    let paragraph =
      defaults.paragraph.content.isEmpty
      ? "<w:pPrDefault/>" : "<w:pPrDefault><w:pPr>\(defaults.paragraph.content)</w:pPr></w:pPrDefault>"
    return declaration + run + paragraph + "</w:docDefaults>" + styles.map(\.xml).joined() + "</w:styles>"
  }

  var themeXML: String? {
    guard let theme else { return nil }
    func fonts(_ name: String, _ face: String) -> String {
      "<a:\(name)Font><a:latin typeface=\"Times New Roman\"/><a:ea typeface=\"\"/><a:cs typeface=\"\"/>"
        + "<a:font script=\"Jpan\" typeface=\"MS Mincho\"/><a:font script=\"Hans\" typeface=\"\(face)\"/>"
        + "<a:font script=\"Hant\" typeface=\"新細明體\"/></a:\(name)Font>"
    }
    return Part.declaration
      + "<a:theme xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" name=\"Office\">"
      + "<a:themeElements>" + Self.themeColors + "<a:fontScheme name=\"Office\">"
      + fonts("major", theme.major) + fonts("minor", theme.minor) + "</a:fontScheme>"
      + Self.themeEffects + "</a:themeElements></a:theme>"
  }

  private static let themeColors: String = {
    let colors = [
      ("dk1", "000000"), ("lt1", "FFFFFF"), ("dk2", "44546A"), ("lt2", "E7E6E6"), ("accent1", "4472C4"),
      ("accent2", "ED7D31"), ("accent3", "A5A5A5"), ("accent4", "FFC000"), ("accent5", "5B9BD5"),
      ("accent6", "70AD47"), ("hlink", "0563C1"), ("folHlink", "954F72"),
    ]
    let entries = colors.map { "<a:\($0.0)><a:srgbClr val=\"\($0.1)\"/></a:\($0.0)>" }
    return "<a:clrScheme name=\"Office\">\(entries.joined())</a:clrScheme>"
  }()

  /// The format scheme that the schema demands; nothing in the samples uses it.
  private static let themeEffects: String = {
    let fill = "<a:solidFill><a:schemeClr val=\"phClr\"/></a:solidFill>"
    let line = "<a:ln w=\"6350\">\(fill)</a:ln>"
    let effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    func thrice(_ name: String, _ item: String) -> String {
      "<a:\(name)>\(item)\(item)\(item)</a:\(name)>"
    }
    return "<a:fmtScheme name=\"Office\">" + thrice("fillStyleLst", fill) + thrice("lnStyleLst", line)
      + thrice("effectStyleLst", effect) + thrice("bgFillStyleLst", fill) + "</a:fmtScheme>"
  }()
}
