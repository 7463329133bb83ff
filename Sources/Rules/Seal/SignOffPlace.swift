import Conformance
import DocumentModel

/// Where a document is signed, and how far things are from there.
struct SignOffPlace {
  private let document: Document
  /// The paragraphs of the issuing body and of the date at the end of the text.
  let paragraphs: [Int]

  /// What a line of text takes, in millimetres, and how many characters it holds, where a format has no pages:
  /// 28 points a line, 28 characters of size 16 (GB/T 9704-2012, 5.2.2 and 5.2.3).
  private static let lineHeight = 9.9
  private static let lineLength = 28

  init(_ document: StructuredDocument) {
    self.document = document.document
    let start = document.first(.title)?.pieces.map(\.paragraph).max() ?? -1
    let elements = document.signers + document.elements(.date)
    paragraphs = Set(elements.flatMap(\.pieces).map(\.paragraph)).filter { $0 > start }.sorted()
  }

  /// The distance of a figure to the sign-off in millimetres; `nil` when there is no way to tell.
  func distance(of figure: Figure) -> Double? {
    if let page = figure.page, let box = figure.box { return distance(from: box, on: page) }
    guard document.paragraphs.indices.contains(figure.paragraph) else { return nil }
    let story = document.paragraphs[figure.paragraph].story
    guard story == .body || story == .textBox else { return nil }
    let offset = figure.anchor == .floating && isOffsetFromText(figure) ? figure.verticalOffset : nil
    return paragraphs.map { paragraph in
      let gap = height(from: paragraph, to: figure.paragraph) + (offset?.millimetres ?? 0)
      // A picture reaches down from its place; text that its height covers is no distance away.
      let reach = figure.height?.millimetres ?? 0
      return gap > 0 ? gap : max(0, -gap - reach)
    }.min()
  }

  /// Whether the offset counts from the paragraph, which is what an offset without an origin does too.
  private func isOffsetFromText(_ figure: Figure) -> Bool {
    ["paragraph", "line", "text", nil].contains(figure.verticalOrigin)
  }

  /// How much lower a paragraph begins than another, as its text lets guess.
  private func height(from first: Int, to last: Int) -> Double {
    guard first != last else { return 0 }
    var lines = 0
    for index in min(first, last)..<max(first, last) where document.paragraphs.indices.contains(index) {
      let paragraph = document.paragraphs[index]
      guard paragraph.story == .body else { continue }
      let count = paragraph.text.unicodeScalars.count
      lines += max(1, (count + Self.lineLength - 1) / Self.lineLength)
      if lines > 1_000 { break }
    }
    return Double(lines) * Self.lineHeight * (first < last ? 1 : -1)
  }

  private func distance(from box: Box, on page: Int) -> Double? {
    let places = paragraphs.compactMap { index -> Box? in
      guard document.paragraphs.indices.contains(index), document.paragraphs[index].page == page else {
        return nil
      }
      return document.paragraphs[index].box
    }
    return places.map { place in
      let x = max(0, place.left - box.right, box.left - place.right)
      let y = max(0, place.top - box.bottom, box.top - place.bottom)
      return Length.pt((x * x + y * y).squareRoot()).millimetres
    }.min()
  }
}
