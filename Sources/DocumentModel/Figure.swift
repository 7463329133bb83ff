/// A picture, a drawn shape or an embedded object.
public struct Figure: Hashable, Sendable {
  /// What kind of thing is placed.
  public enum Kind: String, Hashable, Sendable {
    case picture, shape, group, textBox, chart, diagram, ole, activeX, signatureLine, other
    /// An annotation laid over the page, with an appearance of its own (ISO 32000-1, 12.5.6.12).
    case stamp
  }

  /// How the figure stands to the text (ECMA-376-1, 20.4.2).
  public enum Anchor: String, Hashable, Sendable { case inline, floating }

  public var kind: Kind
  public var width: Length?
  public var height: Length?
  public var anchor: Anchor
  public var isBehindText = false
  /// The offset from `horizontalOrigin`, in points, where the file gives one.
  public var horizontalOffset: Length?
  public var verticalOffset: Length?
  /// What the offset is measured from, as the file names it: `page`, `margin`, `column`, `paragraph` …
  public var horizontalOrigin: String?
  public var verticalOrigin: String?
  /// The paragraph that anchors the figure, as an index into `Document.paragraphs`.
  public var paragraph: Int
  /// The part that holds the picture's bytes, such as `word/media/image1.png`.
  public var mediaPart: String?
  /// The share of a picture's area that is cut off, from 0 to 1, and still in the file; `nil` when all shows.
  public var hiddenShare: Double?
  /// Where the bytes are when they are not in the file.
  public var externalTarget: String?
  /// The name, alternative text and title that the producer gave it.
  public var name: String?
  public var alternativeText: String?
  /// The preset shape of a drawing (`ellipse`, `star5`, `line` …; ECMA-376-1, 20.1.10.56).
  public var geometry: String?
  public var fillColor: Color?
  public var lineColor: Color?
  /// The path of WordArt text (`textArchUp` …; ECMA-376-1, 20.1.10.76).
  public var textWarp: String?
  /// The page, 1-based, and the place on it, where the format has pages.
  public var page: Int?
  public var box: Box?
  /// The program or class of an embedded object.
  public var programID: String?
  public var classID: String?
  /// The group that the figure is a member of, as an index into `Document.figures`.
  public var group: Int?
  /// Whether one colour of the picture was made transparent, as paper is for a seal (ECMA-376-1, 20.1.8.16).
  public var hasClearedColor = false
  /// What the picture looks like, where somebody asked for it and it could be had. Readers leave it out.
  public var ink: PictureInk?
  /// Whether somebody asked for the picture, which is there, and it could not be decoded, or not all of it; of a
  /// shape, whether it cannot be told how much of it shows.
  public var isUndecodable = false

  public init(kind: Kind, anchor: Anchor = .inline, paragraph: Int = 0) {
    self.kind = kind
    self.anchor = anchor
    self.paragraph = paragraph
  }
}
