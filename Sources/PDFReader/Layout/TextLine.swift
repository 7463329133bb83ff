/// A printed line of one column or cell.
struct TextLine {
  /// The page, as an index into the pages of the document.
  var page: Int
  /// The glyphs in reading order, as indexes into `PageContent.glyphs`.
  var glyphs: [Int32]
  /// The extent of the ink along the line, and the baseline across; see `Orientation`.
  var start: Double
  var end: Double
  var base: Double
  /// The size that most of it is set in.
  var size: Double
  /// The style of most of it.
  var style: UInt32
  /// The first and the last character.
  var first: Glyph.Text
  var last: Glyph.Text
  var orientation = Orientation.right
  /// The width of its first word, which decides whether it could have stood on the line above.
  var firstWord: Double
  /// The gap that most of its ideographs keep, in points: nothing, or the spacing of a character grid or of a
  /// letter-spaced title.
  var letterGap = 0.0
  /// How many brackets it leaves open, and how many it closes that were opened before.
  var brackets = Brackets()
  /// Whether it is an entry of contents with dots before its page number.
  var isEntry = false
  /// Whether gaps part it as the columns of a table are.
  var isTabular = false
  /// Whether most of it is marked as furniture of the page.
  var isArtifact = false
  /// Whether the paragraph has a line break behind it, not a full line.
  var endsEarly = false
  /// Whether it certainly begins a line of its paragraph, under the one before it.
  var isBelow = false

  struct Brackets {
    var opened = 0
    var closed = 0

    mutating func count(_ text: Glyph.Text) {
      switch text.rawValue {
      case 0x28, 0xFF08, 0x300A, 0x3008, 0x3014, 0x3010: opened += 1
      case 0x29, 0xFF09, 0x300B, 0x3009, 0x3015, 0x3011:
        if opened > 0 { opened -= 1 } else { closed += 1 }
      default: break
      }
    }

    /// Goes on with what follows.
    mutating func add(_ next: Brackets) {
      closed += max(0, next.closed - opened)
      opened = max(0, opened - next.closed) + next.opened
    }
  }

  var top: Double { base - 0.86 * size }
  var bottom: Double { base + 0.14 * size }
  var middle: Double { (start + end) / 2 }
  var width: Double { end - start }

  /// Whether it stands under another line as the lines of a paragraph do; a mark that was set a little higher
  /// or lower than its words does not.
  /// - Parameter start: where the lines of the paragraph begin.
  func isBelow(_ upper: TextLine, start: Double) -> Bool {
    guard orientation == upper.orientation, !upper.endsEarly else { return false }
    if page != upper.page { return page > upper.page }
    return base - upper.base > 0.8 * max(size, upper.size) && self.start < start + 0.6 * size
  }

  /// The bounds on the page.
  var bounds: Bounds {
    orientation.unplace(Bounds(left: start, top: top, right: end, bottom: bottom))
  }
}
