import Conformance
import DocumentModel
import Findings

/// Turns pieces of paragraphs into places that a person finds.
struct PlaceFinder {
  private let document: Document
  private let masking: Masking
  /// How a person counts each paragraph: printed paragraphs of the body outside tables and boxes, from 1; 0
  /// for all others.
  private let ordinals: [Int32]

  /// The longest quote, in Unicode scalars, without its ellipses.
  static let quoteLength = 60
  /// How much of a long quote stands before its first mark.
  private static let lead = 16

  /// - Parameter masking: what quotes must not show.
  init(_ document: Document, masking: Masking = .nothing) {
    self.document = document
    self.masking = masking
    var count: Int32 = 0
    ordinals = document.paragraphs.map { paragraph in
      guard paragraph.story == .body, paragraph.cell == nil, !paragraph.isBlank else { return 0 }
      count += 1
      return count
    }
  }

  /// Masks texts and messages as quotes are masked.
  var mask: Masking { masking }

  func paragraph(_ index: Int) -> Paragraph? {
    document.paragraphs.indices.contains(index) ? document.paragraphs[index] : nil
  }

  /// The pieces that stand in one paragraph each, in their order.
  static func grouped(_ pieces: [Element.Piece]) -> [[Element.Piece]] {
    var groups: [[Element.Piece]] = []
    for piece in pieces {
      if let last = groups.last?.first, last.paragraph == piece.paragraph {
        groups[groups.count - 1].append(piece)
      } else {
        groups.append([piece])
      }
    }
    return groups
  }

  /// The place of pieces of one paragraph; `nil` when there is no such paragraph.
  func place(of pieces: [Element.Piece]) -> Place? {
    guard let index = pieces.first?.paragraph, document.paragraphs.indices.contains(index) else {
      return nil
    }
    let paragraph = document.paragraphs[index]
    let ranges = pieces.compactMap(\.range)
    let isWhole = ranges.count < pieces.count
    let range =
      isWhole
      ? nil
      : ranges.map(\.lowerBound).min().flatMap { low in
        ranges.map(\.upperBound).max().map { low..<$0 }
      }
    let hidden = masking.ranges(in: paragraph, at: index)
    let (quote, marks) = Self.quote(paragraph, isWhole ? [] : ranges, masking: hidden)
    let ordinal = Int(ordinals[index])
    return Place(
      paragraph: index, ordinal: ordinal > 0 ? ordinal : nil, page: paragraph.page, box: paragraph.box,
      story: paragraph.story, cell: paragraph.cell, quote: quote, marks: marks, range: range,
      look: look(of: paragraph, at: range?.lowerBound))
  }

  /// The place of a spot; `nil` when there is no such page.
  func place(of spot: PageSpot) -> Place? {
    guard document.pages.indices.contains(spot.page - 1) else { return nil }
    return Place(paragraph: nil, page: spot.page, box: spot.box)
  }

  /// Whether what is found is changed in the file itself, or in the one that it was made from.
  var isFixedLayout: Bool { document.format.isFixedLayout }

  /// The printed text, cut around the marks, and the marks within it; no marks when all of it is meant.
  /// - Parameter hidden: what to mask, in scalars of the paragraph's text.
  static func quote(
    _ paragraph: Paragraph, _ ranges: [Range<Int>], masking hidden: [Range<Int>] = []
  ) -> (String, [Range<Int>]) {
    let label = paragraph.label.unicodeScalars.count
    let text = hidden.isEmpty ? paragraph.text : Masking.masked(paragraph.text, hidden)
    let scalars = Array(paragraph.label.unicodeScalars) + Array(text.unicodeScalars)
    var marks = ranges.map { $0.lowerBound + label..<$0.upperBound + label }
      .map { $0.clamped(to: 0..<scalars.count) }.filter { !$0.isEmpty }
      .sorted { $0.lowerBound < $1.lowerBound }
    let first = marks.first?.lowerBound ?? scalars.count
    // White space around the text, unless it is what is meant.
    var start = scalars.prefix(first).prefix { $0.properties.isWhitespace }.count
    var end = scalars.count
    while end > max(start, marks.last?.upperBound ?? 0), scalars[end - 1].properties.isWhitespace { end -= 1 }
    // Marks on everything that is printed say no more than none.
    let isWhole =
      !marks.isEmpty
      && (start..<end).allSatisfy { index in
        scalars[index].properties.isWhitespace || marks.contains { $0.contains(index) }
      }
    if isWhole { marks = [] }
    let isCutBefore = end - start > quoteLength && !marks.isEmpty && first - start > quoteLength - lead
    if isCutBefore { start = first - lead }
    let isCutBehind = end - start > quoteLength
    if isCutBehind { end = start + quoteLength }
    var view = String.UnicodeScalarView()
    if isCutBefore { view.append("…") }
    view.append(contentsOf: scalars[start..<max(start, end)])
    if isCutBehind { view.append("…") }
    let shift = (isCutBefore ? 1 : 0) - start
    let shown = marks.map { $0.clamped(to: start..<max(start, end)) }.filter { !$0.isEmpty }
      .map { $0.lowerBound + shift..<$0.upperBound + shift }
    return (String(view), shown)
  }

  /// How the character at an offset is set, or the first ideograph of the paragraph.
  private func look(of paragraph: Paragraph, at offset: Int?) -> Look? {
    let wanted = offset ?? paragraph.firstHanOffset
    var position = 0
    for (text, style) in paragraph.spans {
      for scalar in text.unicodeScalars {
        if position == wanted {
          return Look(
            face: style.face(for: scalar).name, size: style.size, isBold: style.isBold,
            alignment: paragraph.format.alignment, color: style.color)
        }
        position += 1
      }
    }
    return nil
  }
}

extension Paragraph {
  /// The first ideograph, in Unicode scalars; 0 without one.
  var firstHanOffset: Int {
    for (offset, scalar) in text.unicodeScalars.enumerated() where scalar.isHan { return offset }
    return 0
  }
}
