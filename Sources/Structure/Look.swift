import DocumentModel
import Grammars

/// How a line is set, as far as it tells what the line is.
struct Look: Equatable {
  var halfPoints: Int
  var isBold: Bool
  var isRed: Bool
  var alignment: Alignment?

  var isCentred: Bool { alignment == .center }
}

extension Outline {
  /// The look of a line by its first printed run.
  func look(_ index: Int) -> Look {
    guard lines.indices.contains(index) else { return Look(halfPoints: 0, isBold: false, isRed: false) }
    let paragraph = paragraph(index)
    var end = 0
    let style = paragraph.spans.first { span in
      end += span.text.utf8.count
      return end > lines[index].utf8Start && span.text.unicodeScalars.contains { !$0.isBlank }
    }?.style
    let alignment: Alignment? =
      paragraph.format.alignment == .distributed ? .center : paragraph.format.alignment
    return Look(
      halfPoints: lines[index].halfPoints, isBold: style?.isBold ?? false,
      isRed: style?.color.map(Self.isRed) ?? false, alignment: alignment)
  }

  /// The red of letterheads and seals: hue 340° to 18°, saturation from 0.45, value from 0.40.
  static func isRed(_ color: Color) -> Bool {
    let (red, green, blue) = (Int(color.red), Int(color.green), Int(color.blue))
    let spread = red - min(green, blue)
    guard red >= green, red >= blue, red >= 102, spread * 100 >= 45 * red else { return false }
    return (green - blue) * 60 <= 18 * spread && (green - blue) * 60 >= -20 * spread
  }

  /// Whether a line stands on the right half of the page, as sign-offs do: by alignment, by indent, or by
  /// spaces in front.
  func isRightPlaced(_ index: Int) -> Bool {
    guard lines.indices.contains(index) else { return false }
    let format = paragraph(index).format
    if format.alignment == .right || lines[index].lead >= 16 { return true }
    if (format.firstLineCharacters ?? 0) + (format.leftCharacters ?? 0) >= 800 { return true }
    return format.leftIndent.points + max(0, format.firstLineIndent.points) >= 130
  }

  func isCentred(_ index: Int) -> Bool { look(index).isCentred }

  /// Whether a line is set larger than the running text, by at least a point and a half.
  func isLarge(_ index: Int) -> Bool {
    bodySize > 0 && lines.indices.contains(index) && lines[index].halfPoints >= bodySize + 3
  }

  /// Whether a line is bold where the running text is not.
  func isStrong(_ index: Int) -> Bool { !isBodyBold && look(index).isBold }
}
