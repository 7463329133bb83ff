import DocumentModel

/// Writes the text of lines with its runs: which gaps are spaces, and how lines join.
struct TextAssembler {
  private(set) var text = ""
  private(set) var runs: [Run] = []
  /// Where lines that stand below others begin, in UTF-8 bytes.
  private(set) var lineStarts: [Int] = []
  private var current: TextStyle?
  /// The last character that is no space.
  private var last: Glyph.Text = .none
  private var endsBlank = false
  /// Whether a line break stands in front of the next line.
  private var breaks = false

  /// The widest gap within a word, in ems.
  private static let wordGap: Float = 0.25
  private static let gapLimit = 40

  mutating func add(_ line: TextLine, _ content: PageContent, _ resolver: inout StyleResolver) {
    if last != .none {
      if breaks {
        append("\n", current)
      } else if joinsWithSpace(line) {
        append(" ", current)
      }
    }
    breaks = line.endsEarly
    if line.isBelow, !text.isEmpty { lineStarts.append(text.utf8.count) }
    var end: Float?
    var isAfterBlank = false
    for index in line.glyphs {
      let glyph = content.glyphs[Int(index)]
      let (u, v) = line.orientation.place(glyph.x, glyph.y)
      let (length, _) = line.orientation.place(glyph.dx, glyph.dy)
      if glyph.text.isBlank {
        // White space of the file itself; where several are painted over each other, one.
        if let scalar = glyph.text.scalar { append(String(scalar == "\u{A0}" ? " " : scalar), current) }
        isAfterBlank = true
        continue
      }
      if let end, !isAfterBlank, let space = space(u - end, glyph, Float(line.letterGap)) {
        append(space, current)
      }
      isAfterBlank = false
      let style = resolver.style(glyph, position(glyph, v, line))
      append(glyph, content, style)
      last = glyph.text
      end = u + length
    }
  }

  private func position(_ glyph: Glyph, _ v: Float, _ line: TextLine) -> VerticalPosition {
    guard Double(glyph.size) < 0.85 * line.size else { return .baseline }
    let rise = line.base - Double(v)
    if rise > 0.15 * line.size { return .superscript }
    return rise < -0.08 * line.size ? .subscript : .baseline
  }

  /// The white space that a gap stands for.
  private func space(_ gap: Float, _ glyph: Glyph, _ letterGap: Float) -> String? {
    let em = glyph.size
    guard gap > Self.wordGap * em, em > 0 else { return nil }
    if last.isWide || glyph.text.isWide {
      // Justified lines spread their characters, and Latin words keep a quarter of an em from Han ones.
      let gap = gap - letterGap
      guard gap >= 0.95 * em else { return nil }
      return String(
        repeating: "\u{3000}", count: min(Self.gapLimit, max(1, Int(clamping: Double(gap / em + 0.2)))))
    }
    return String(
      repeating: " ",
      count: gap < 1.5 * em ? 1 : min(Self.gapLimit, max(1, Int(clamping: Double(gap / em * 2)))))
  }

  /// Lines join without a space, but between words of an alphabet.
  private func joinsWithSpace(_ line: TextLine) -> Bool {
    guard !endsBlank, !line.first.isWide, !last.isWide else { return false }
    let closes: Bool =
      switch last.rawValue {
      case 0x2C, 0x2E, 0x3A, 0x3B, 0x29, 0x3F, 0x21: true
      default: false
      }
    return (last.isLetter || closes) && (line.first.isLetter || line.first.rawValue == 0x28)
      || last.isLetter && (0x30...0x39).contains(line.first.rawValue)
      || (0x30...0x39).contains(last.rawValue) && line.first.isLetter
  }

  private mutating func append(_ glyph: Glyph, _ content: PageContent, _ style: TextStyle) {
    if let index = glyph.text.string {
      if content.strings.indices.contains(index) { append(content.strings[index], style) }
    } else if glyph.text == .unmapped {
      append("\u{FFFD}", style)
    } else if let scalar = glyph.text.scalar {
      switch scalar.value {
      case 0..<0x20, 0x7F..<0xA0: break
      default:
        let count = UTF8.width(scalar)
        text.unicodeScalars.append(scalar)
        extend(count, style)
      }
    }
    endsBlank = false
  }

  private mutating func append(_ piece: String, _ style: TextStyle?) {
    guard let style = style ?? current else { return }
    text += piece
    extend(piece.utf8.count, style)
    endsBlank = piece.unicodeScalars.last?.properties.isWhitespace ?? false
  }

  private mutating func extend(_ count: Int, _ style: TextStyle) {
    if current === style {
      runs[runs.count - 1].utf8Count += count
    } else {
      runs.append(Run(utf8Count: count, style: style))
      current = style
    }
  }
}
