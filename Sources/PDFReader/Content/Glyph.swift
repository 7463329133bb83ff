import DocumentModel

/// A glyph as it is painted on the page. Small and without references: a page has thousands.
struct Glyph {
  /// The origin on the page, in points from its top left corner, y growing downwards.
  var x: Float
  var y: Float
  /// The way to the end of the glyph: its width without the spacing behind it.
  var dx: Float
  var dy: Float
  /// The height of the em on the page, in points.
  var size: Float
  /// The character, or an index into `PageContent.strings`; see `Text`.
  var text: Text
  /// The index into `StyleTable.styles`.
  var style: UInt32
  /// The marked-content sequence that it belongs to (ISO 32000-1, 14.7.4.2), as an index into
  /// `PageContent.sequences`; -1 outside of any.
  var markedContent: Int32
  var flags: Flags

  struct Flags: OptionSet {
    var rawValue: UInt8
    /// Not to be seen: painted in no mode, in white on white, off the page.
    static let invisible = Flags(rawValue: 1)
    /// Marked as furniture of the page (ISO 32000-1, 14.8.2.2).
    static let artifact = Flags(rawValue: 2)
    /// Written downwards (ISO 32000-1, 9.7.4.3).
    static let vertical = Flags(rawValue: 4)
    /// Set on a ring, not in a line.
    static let ring = Flags(rawValue: 8)
    /// The outline is painted twice, or the glyph is.
    static let struckTwice = Flags(rawValue: 16)
    /// Outside of the page or of the clipping path, as printers' notes are.
    static let outside = Flags(rawValue: 32)
  }

  /// What the glyph means, in one machine word.
  struct Text: Hashable {
    var rawValue: UInt32

    /// No character: the glyph is part of what another one says.
    static let none = Text(rawValue: 0)
    /// No table tells the character.
    static let unmapped = Text(rawValue: 0xFFFF_FFFF)

    init(rawValue: UInt32) { self.rawValue = rawValue }
    init(_ scalar: Unicode.Scalar) { rawValue = scalar.value }
    init(string index: Int) { rawValue = 0x8000_0000 | UInt32(truncatingIfNeeded: index) & 0x3FFF_FFFF }

    /// The index into `PageContent.strings` where several characters are meant.
    var string: Int? {
      rawValue & 0x8000_0000 != 0 && self != .unmapped ? Int(rawValue & 0x3FFF_FFFF) : nil
    }
    /// The character where it is one.
    var scalar: Unicode.Scalar? { rawValue & 0x8000_0000 == 0 ? Unicode.Scalar(rawValue) : nil }

    /// White space, which leaves no mark.
    var isBlank: Bool {
      switch rawValue {
      case 0x20, 0x09, 0x0A, 0x0D, 0xA0, 0x3000, 0x2000...0x200B, 0x202F, 0x205F, 0xFEFF: true
      default: false
      }
    }
    /// An ideograph.
    var isHan: Bool {
      switch rawValue {
      case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0xF900...0xFAFF, 0x2_0000...0x3_FFFF, 0x3007: true
      default: false
      }
    }
    /// A character that is as wide as an em and needs no space beside it: ideographs, kana, their marks.
    var isWide: Bool {
      switch rawValue {
      case 0x2E80...0x9FFF, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF00...0xFFEF, 0x2_0000...0x3_FFFF,
        0x2014, 0x2018...0x201D, 0x2026, 0x3400...0x4DBF:
        true
      default: false
      }
    }
  }
}

/// What glyphs share beside their size and place.
struct GlyphStyle: Hashable {
  /// The index into the table of fonts.
  var font: Int32
  /// `0xRRGGBB`.
  var rgb: UInt32
  /// Horizontal scaling in percent (ISO 32000-1, 9.3.4).
  var scale: Int16 = 100
  /// The rendering mode (ISO 32000-1, table 106).
  var mode: UInt8 = 0
  /// Stroked in the colour of its fill, with a line of the width that makes text bold.
  var isStrokedBold = false
}

/// The styles of a document, each once.
struct StyleTable {
  private(set) var styles: [GlyphStyle] = []
  private var indexes: [GlyphStyle: UInt32] = [:]
  private var last: (style: GlyphStyle, index: UInt32)?

  mutating func index(of style: GlyphStyle) -> UInt32 {
    if let last, last.style == style { return last.index }
    let index: UInt32
    if let known = indexes[style] {
      index = known
    } else {
      index = UInt32(styles.count)
      styles.append(style)
      indexes[style] = index
    }
    last = (style, index)
    return index
  }

  subscript(index: UInt32) -> GlyphStyle? {
    Int(index) < styles.count ? styles[Int(index)] : nil
  }
}
