import Grammars

/// Marks that come in pairs: each half has its other half, at most a few paragraphs away.
struct PairScan {
  private struct Open {
    let text: WritingText
    let index: Int
    let paragraph: Int
  }
  private static let quote = 4
  /// How far apart, in paragraphs, the halves of a pair may stand.
  private static let reach = 30

  /// What is open, innermost last, by kind: so a muddle of kinds costs no search.
  private var open: [[Open]] = Array(repeating: [], count: 5)
  private var faults: [(WritingFault, WritingText)] = []
  private var count = 0

  /// Goes on with the next paragraph.
  mutating func read(_ text: WritingText) {
    count = text.order
    for (index, scalar) in text.scalars.enumerated() {
      guard let (kind, opens) = Self.pair(of: scalar) else { continue }
      guard opens else {
        close(kind, at: index, in: text)
        continue
      }
      // A quotation of several paragraphs opens each of them and closes once.
      let goesOn = kind == Self.quote && !open[kind].isEmpty && text.skippingBlanks(0) == index
      if !goesOn { open[kind].append(Open(text: text, index: index, paragraph: count)) }
    }
  }

  /// The halves that are alone.
  mutating func finish() -> [(WritingFault, WritingText)] {
    for (kind, alone) in open.enumerated() {
      for alone in alone { add(kind, at: alone.index, in: alone.text) }
      open[kind] = []
    }
    return faults
  }

  private mutating func close(_ kind: Int, at index: Int, in text: WritingText) {
    if let last = open[kind].last, count - last.paragraph <= Self.reach {
      open[kind].removeLast()
      return
    }
    if kind == 0, Self.isEnumerator(text, before: index) { return }
    add(kind, at: index, in: text)
  }

  private mutating func add(_ kind: Int, at index: Int, in text: WritingText) {
    let fault = WritingFault(
      code: "PUNC-pair", outcome: kind == Self.quote ? .cantTell : .failed, ranges: [index..<index + 1])
    faults.append((fault, text))
  }

  /// The pair that a mark belongs to, and whether it opens it. Half-width brackets count as their
  /// full-width twins: their width is another matter.
  private static func pair(of scalar: Unicode.Scalar) -> (kind: Int, opens: Bool)? {
    switch scalar {
    case "（", "(": (0, true)
    case "）", ")": (0, false)
    case "《": (1, true)
    case "》": (1, false)
    case "〔": (2, true)
    case "〕": (2, false)
    case "【": (3, true)
    case "】": (3, false)
    case "“": (quote, true)
    case "”": (quote, false)
    default: nil
    }
  }

  /// `1）`, `a)`, `一）`: a bracket that needs no other half.
  private static func isEnumerator(_ text: WritingText, before index: Int) -> Bool {
    guard let last = text[index - 1] else { return false }
    return last.isASCIIDigit || last.isASCIILetter || last.isHanNumeral
      || (0xFF10...0xFF5A).contains(last.value) || (0x2460...0x24FF).contains(last.value)
  }
}

extension Unicode.Scalar {
  /// `isHan` of the grammars, for files that import another one too.
  var isIdeograph: Bool { isHan }
}
