import Conformance

/// What some stretches of a survey come to.
struct StretchFacts<Value: Hashable & Sendable> {
  /// A value, its number in the survey, and the characters that have it.
  typealias Counted = (number: Int, value: Value, characters: Int)
  /// In order of appearance.
  let values: [Counted]
  let pieces: [Element.Piece]
  let characters: Int
  /// The number of different paragraphs.
  let paragraphs: Int
  /// The first of them.
  let first: Int

  /// - Returns: `nil` for no stretches.
  init?(_ stretches: [Survey<Value>.Stretch], of survey: Survey<Value>) {
    guard let first = stretches.first?.piece.paragraph else { return nil }
    self.first = first
    var counts = [Int](repeating: 0, count: survey.values.count)
    var order: [Int] = []
    var pieces: [Element.Piece] = []
    pieces.reserveCapacity(stretches.count)
    var all = 0
    var different = 0
    var isOrdered = true
    var last = -1
    for index in stretches.indices {
      let stretch = stretches[index]
      // A stretch has a character at least, so that a value without any was not met yet.
      if counts[stretch.value] == 0 { order.append(stretch.value) }
      counts[stretch.value] += stretch.characters
      all += stretch.characters
      pieces.append(stretch.piece)
      if stretch.piece.paragraph != last { different += 1 }
      if stretch.piece.paragraph < last { isOrdered = false }
      last = stretch.piece.paragraph
    }
    values = order.map { ($0, survey.values[$0], counts[$0]) }
    characters = all
    paragraphs = isOrdered ? different : Set(pieces.map(\.paragraph)).count
    self.pieces = pieces
  }
}
