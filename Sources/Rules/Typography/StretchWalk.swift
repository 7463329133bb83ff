import Conformance
import DocumentModel
import Fonts
import Grammars

/// Parts a paragraph of several looks into stretches of one mark each.
struct StretchWalk {
  /// Characters in a row that are marked alike.
  struct Part {
    /// The number of the judgement.
    var mark: Int
    /// From the first to behind the last of them, in Unicode scalars of the paragraph.
    var range: Range<Int>
    var characters: Int
  }
  private typealias Found = (first: Int, last: Int, characters: Int)

  let paragraphs: [Paragraph]
  let census: TextCensus
  let sort: CharacterSort

  /// - Parameter parts: what was there before is dropped.
  func parts<Value>(
    of piece: Element.Piece, _ judgements: inout SurveyJudgements<Value>, into parts: inout [Part]
  ) {
    parts.removeAll(keepingCapacity: true)
    var text = paragraphs[piece.paragraph].text
    text.withUTF8 { bytes in
      var offset = 0
      var start = 0
      let end = piece.range?.upperBound ?? .max
      for index in census.lines[piece.paragraph].runs {
        // What stands behind the piece is another's.
        guard offset < end else { break }
        let run = census.runs[index]
        let stretch = start..<(start + Int(run.utf8Count))
        start = stretch.upperBound
        defer { offset += Int(run.counts.scalars) }
        guard sort.count(run.counts) > 0 else { continue }
        let number = judgements.number(of: run.style)
        guard number >= 0, judgements.mark(number).kind != .skipped,
          let found = found(
            bytes, stretch, offset, run.counts, in: piece.range, sparingRare: judgements.sparesRare(number))
        else { continue }
        Self.add(found, number, to: &parts)
      }
    }
  }

  private static func add(_ found: Found, _ mark: Int, to parts: inout [Part]) {
    if let last = parts.indices.last, parts[last].mark == mark {
      parts[last].range = parts[last].range.lowerBound..<(found.last + 1)
      parts[last].characters += found.characters
    } else {
      parts.append(Part(mark: mark, range: found.first..<(found.last + 1), characters: found.characters))
    }
  }

  /// The first and the last character of a run that count, and how many do.
  private func found(
    _ bytes: UnsafeBufferPointer<UInt8>, _ stretch: Range<Int>, _ offset: Int, _ counts: TextCensus.Counts,
    in range: Range<Int>?, sparingRare: Bool
  ) -> Found? {
    let run = offset..<(offset + Int(counts.scalars))
    let isInside = range.map { $0.lowerBound <= run.lowerBound && run.upperBound <= $0.upperBound } ?? true
    // What the census has counted needs no counting: only the ends are looked for.
    if isInside, !sparingRare || counts.rare == 0 {
      guard let first = first(bytes, stretch, offset), let last = last(bytes, stretch, run.upperBound) else {
        return nil
      }
      return (first, last, sort.count(counts))
    }
    var found: Found?
    var offset = offset
    var walk = ScalarWalk(bytes, stretch)
    while let scalar = walk.next() {
      defer { offset += 1 }
      guard sort.holds(scalar), range?.contains(offset) ?? true,
        !(sparingRare && CharacterSort.ideographs.holds(scalar) && !GB2312.contains(scalar))
      else { continue }
      found = (found?.first ?? offset, offset, (found?.characters ?? 0) + 1)
    }
    return found
  }

  private func first(_ bytes: UnsafeBufferPointer<UInt8>, _ stretch: Range<Int>, _ offset: Int) -> Int? {
    var offset = offset
    var walk = ScalarWalk(bytes, stretch)
    while let scalar = walk.next() {
      if sort.holds(scalar) { return offset }
      offset += 1
    }
    return nil
  }

  /// - Parameter end: the offset behind the stretch.
  private func last(_ bytes: UnsafeBufferPointer<UInt8>, _ stretch: Range<Int>, _ end: Int) -> Int? {
    var offset = end
    var walk = ScalarWalk(bytes, stretch)
    while let scalar = walk.previous() {
      offset -= 1
      if sort.holds(scalar) { return offset }
    }
    return nil
  }
}
