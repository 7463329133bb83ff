/// A rectangle on a page as a reader sees it: in points from the top left corner of the page, after the
/// page's own rotation and crop.
public struct Box: Hashable, Sendable {
  public var left: Double
  public var top: Double
  public var width: Double
  public var height: Double

  public init(left: Double, top: Double, width: Double, height: Double) {
    self.left = left
    self.top = top
    self.width = width
    self.height = height
  }

  public var right: Double { left + width }
  public var bottom: Double { top + height }

  /// The smallest rectangle that holds both.
  public func union(_ other: Box) -> Box {
    let left = min(self.left, other.left)
    let top = min(self.top, other.top)
    return Box(
      left: left, top: top, width: max(right, other.right) - left, height: max(bottom, other.bottom) - top)
  }
}

/// A page of a format that has pages, and what is on it. DOCX, DOC and RTF have none.
public struct Page: Hashable, Sendable {
  public var width: Length
  public var height: Length
  /// By how many degrees most lines of text are turned clockwise as a reader sees the page: 0, 90 for lines that
  /// run downwards, 180, 270.
  public var textRotation = 0
  /// Visible characters with a known meaning, white space left out.
  public var characters = 0
  /// Ideographs among them.
  public var hanCharacters = 0
  /// Visible glyphs that no table of the file or of ours turns into characters.
  public var unmappedCharacters = 0
  /// Characters that are there to be searched and not to be seen (ISO 32000-1, 9.3.6, mode 3): what text
  /// recognition lays under or over a scan.
  public var invisibleCharacters = 0
  /// The share of the page that its largest picture covers, from 0 to 1.
  public var pictureShare = 0.0
  /// Whether anything is painted at all.
  public var hasInk = false
  /// Whether something that paints it is damaged or missing in the file, so that words and pictures may be lost.
  public var isIncomplete = false

  public init(width: Length, height: Length) {
    self.width = width
    self.height = height
  }
}

/// What makes a glyph bold in a format that shows results and not intentions, strongest first.
public enum BoldEvidence: String, Hashable, Sendable, CaseIterable {
  /// The face says so in its name: `SimHei,Bold`, `…-Bold`.
  case faceName
  /// The descriptor gives a weight of 600 or more (ISO 32000-1, table 122).
  case weight
  /// The descriptor has the ForceBold flag (ISO 32000-1, 9.8.2).
  case forceBold
  /// The outline is stroked in the colour it is filled with (ISO 32000-1, 9.3.6, mode 2).
  case stroke
  /// The same glyphs are painted again a hair's breadth aside.
  case doubleStrike
}
