/// The page setup of a part of the document (ECMA-376-1, 17.6).
public struct Section: Hashable, Sendable {
  public var pageWidth: Length = .mm(210)
  public var pageHeight: Length = .mm(297)
  public var isLandscape = false
  public var margins = Margins()
  public var grid: DocumentGrid?
  public var columns = 1
  public var titlePage = false
  /// The first page number, where the section restarts the count.
  public var firstPageNumber: Int?
  /// The number format as the file names it, such as `decimal` or `numberInDash`.
  public var pageNumberFormat: String?

  public init() {}
}

/// The margins of a page.
public struct Margins: Hashable, Sendable {
  public var top: Length = .pt(72)
  public var bottom: Length = .pt(72)
  public var left: Length = .pt(90)
  public var right: Length = .pt(90)
  public var header: Length = .pt(36)
  public var footer: Length = .pt(36)
  public var gutter: Length = .pt(0)

  public init() {}
}

/// The grid that lines and characters keep to (ECMA-376-1, 17.6.5).
public struct DocumentGrid: Hashable, Sendable {
  /// What keeps to the grid; a grid without a type snaps nothing.
  public enum Kind: String, Hashable, Sendable {
    case none = "default"
    case lines, linesAndChars, snapToChars
  }

  public var kind: Kind
  public var linePitch: Length?
  /// The difference to the natural width of a character, in points.
  public var characterSpace: Length?

  public init(kind: Kind, linePitch: Length? = nil, characterSpace: Length? = nil) {
    self.kind = kind
    self.linePitch = linePitch
    self.characterSpace = characterSpace
  }
}
