import Grammars

/// Marks that stand on the wrong side of a line end (GB/T 15834-2011, 5.1): stops and closing halves begin no line,
/// opening halves end none, and neither dash nor ellipsis is cut in two.
struct LineStartScan {
  let text: WritingText

  /// One slip for each line, in order. What stands there is certain, what it comes from is not: another printer
  /// driver or another face may have broken the lines anew, so a person is asked.
  var faults: [WritingFault] {
    text.lineStarts.compactMap { start in
      guard let range = range(at: start) else { return nil }
      return WritingFault(code: "PUNC-start", outcome: .cantTell, ranges: [range])
    }
  }

  private func range(at start: Int) -> Range<Int>? {
    guard let first = text[start], let last = text[start - 1], !last.isBlank else { return nil }
    if first.cannotBeginLine { return start..<start + 1 }
    if last.cannotEndLine { return start - 1..<start }
    guard first == last, first == "—" || first == "…" else { return nil }
    // Two of them are one mark, four are two.
    var length = 0
    while text[start - 1 - length] == first { length += 1 }
    return length.isMultiple(of: 2) ? nil : start - 1..<start + 1
  }
}

extension Unicode.Scalar {
  /// Stops and closing halves. Waves and dots are left out: they stand in front of entries of lists as well.
  fileprivate var cannotBeginLine: Bool { "。，、；：？！”’）》〉〕】』」".unicodeScalars.contains(self) }
  fileprivate var cannotEndLine: Bool { "“‘（《〈〔【『「".unicodeScalars.contains(self) }
}
