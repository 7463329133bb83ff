import DocumentModel

extension ParagraphFormat {
  /// The effective format from merged properties.
  /// - Parameter characterSize: the size of the paragraph's first character in half points, which indents
  ///   in characters are measured by.
  init(_ properties: ParagraphProperties, characterSize: Int) {
    self.init()
    let fields = properties.fields
    if fields.contains(.alignment) { alignment = properties.alignment }
    declaresLineSpacing = fields.contains(.line)
    if fields.contains(.line) { lineSpacing = Self.spacing(properties) }
    if fields.contains(.firstLineChars), properties.firstLineChars != 0 {
      firstLineCharacters = Int(properties.firstLineChars)
      firstLineIndent = Self.characters(properties.firstLineChars, characterSize)
    } else {
      firstLineIndent = .twips(Int(properties.firstLine))
    }
    if fields.contains(.leftChars), properties.leftChars != 0 {
      leftCharacters = Int(properties.leftChars)
      leftIndent = Self.characters(properties.leftChars, characterSize)
    } else {
      leftIndent = .twips(Int(properties.left))
    }
    if fields.contains(.rightChars), properties.rightChars != 0 {
      rightCharacters = Int(properties.rightChars)
      rightIndent = Self.characters(properties.rightChars, characterSize)
    } else {
      rightIndent = .twips(Int(properties.right))
    }
    // A line is 12 pt for the purpose of spacing in lines (17.3.1.33).
    spaceBefore =
      fields.contains(.beforeLines) && properties.beforeLines != 0
      ? .pt(Double(properties.beforeLines) * 12 / 100) : .twips(Int(properties.before))
    spaceAfter =
      fields.contains(.afterLines) && properties.afterLines != 0
      ? .pt(Double(properties.afterLines) * 12 / 100) : .twips(Int(properties.after))
    snapsToGrid = properties.snapToGrid
    startsPage = properties.pageBreakBefore
    if fields.contains(.outline), (0...8).contains(properties.outline) {
      outlineLevel = Int(properties.outline)
    }
  }

  private static func spacing(_ properties: ParagraphProperties) -> LineSpacing {
    switch properties.lineRule {
    case .auto: .multiple(Double(properties.line) / 240)
    case .exact: .exact(.twips(Int(properties.line)))
    case .atLeast: .atLeast(.twips(Int(properties.line)))
    }
  }

  private static func characters(_ hundredths: Int32, _ halfPoints: Int) -> Length {
    .pt(Double(hundredths) / 100 * Double(halfPoints) / 2)
  }
}
