import DocumentModel

/// What the content of one page paints, in the order of painting.
struct PageContent {
  /// The page, 1-based.
  var number: Int
  /// In points, as a reader sees it.
  var width: Double
  var height: Double
  var glyphs: ContiguousArray<Glyph> = []
  /// Characters of glyphs that mean several.
  var strings: [String] = []
  /// The marked-content sequences with an identifier, in the order of the content.
  var sequences: [MarkedSequence] = []
  var pictures: [PlacedPicture] = []
  var shapes: [PlacedShape] = []
  /// Rings of letters; `geometry` is the path of the text (ECMA-376-1, 20.1.10.76).
  var rings: [PlacedShape] = []
  /// Small filled shapes in red, which may be characters drawn as outlines.
  var outlines: [PlacedOutline] = []
  /// Straight lines and thin bars, of which tables and letterheads are made.
  var rules: [PlacedRule] = []
  /// Areas that are not white, for text in white to be seen on.
  var backgrounds: [Background] = []
  var stamps: [PlacedStamp] = []
  var hasInk = false
  /// Whether something that paints it is damaged or missing in the file.
  var isIncomplete = false

  /// The bounds of a filled area, and how many glyphs were painted before it.
  struct Background {
    var bounds: Bounds
    var isDark: Bool
    var glyphsBefore: Int
  }
}

/// A marked-content sequence that the structure tree can name (ISO 32000-1, 14.7.4).
struct MarkedSequence: Hashable {
  /// The form XObject or appearance whose stream it is in; `nil` for the content of the page itself.
  var stream: ObjectID?
  /// Its `MCID`, which is unique within the stream.
  var identifier: Int32

  /// In the place of an `MCID`: the whole of an object that the tree refers to, a form or an annotation.
  static let whole: Int32 = -1
}

/// A picture and its place.
struct PlacedPicture {
  /// What `PDFReader.picture(_:of:)` understands.
  var part: String?
  var bounds: Bounds
  var name: String?
  /// How many glyphs were painted before it.
  var glyphsBefore: Int
  /// Whether what lies beneath shows through.
  var isTranslucent: Bool
}

/// A drawn shape that is more than a rule or a box.
struct PlacedShape {
  /// The name of the like shape in DrawingML (ECMA-376-1, 20.1.10.56).
  var geometry: String
  var bounds: Bounds
  var fill: UInt32?
  var line: UInt32?
  /// Whether a mask lies over it, so that nobody knows how much of it shows.
  var isMasked = false
}

/// The middle and the longer side of a small shape.
struct PlacedOutline {
  var x: Double
  var y: Double
  var size: Double
}

/// A horizontal or vertical line.
struct PlacedRule {
  var bounds: Bounds
  var rgb: UInt32
  var isHorizontal: Bool { bounds.width >= bounds.height }
}

/// An annotation that paints something and is no text of the page.
struct PlacedStamp {
  /// The subtype, and the name where it has one.
  var name: String
  var bounds: Bounds
  /// Whether it is the field of a signature, which has rules of its own.
  var isSignature = false
}
