import Conformance
import DocumentModel
import Findings
import Grammars
import Messages

/// A paragraph as the rules of writing see it: its characters, and which of them they look at.
struct WritingText: Sendable {
  let paragraph: Int
  /// How many paragraphs of the text stand before it.
  let order: Int
  let scalars: [Unicode.Scalar]
  let role: ElementRole
  let marks: TextCensus.Marks
  /// The parts that have a wanted role; `nil` is all of it.
  let parts: [Range<Int>]?
  /// Addresses, file names and the like, which keep their own marks.
  let exempt: [Range<Int>]
  /// Where its second and further printed lines begin, as far as a mark stands there.
  var lineStarts: [Int] = []

  /// The character at an index, `nil` outside.
  subscript(index: Int) -> Unicode.Scalar? { scalars.indices.contains(index) ? scalars[index] : nil }

  /// Whether a place is looked at.
  func isOpen(_ index: Int) -> Bool {
    if let parts, !parts.contains(where: { $0.contains(index) }) { return false }
    // The ranges are in order: the only one that may hold the place is the last that begins at or before it.
    var low = 0
    var high = exempt.count
    while low < high {
      let middle = (low + high) / 2
      if exempt[middle].lowerBound <= index { low = middle + 1 } else { high = middle }
    }
    return low == 0 || !exempt[low - 1].contains(index)
  }

  func string(_ range: Range<Int>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[range.clamped(to: 0..<scalars.count)])
    return String(view)
  }

  /// The words around a place, for a sentence that names it.
  func surroundings(of range: Range<Int>) -> String {
    let around = (range.lowerBound - 5)..<(min(range.upperBound, range.lowerBound + 20) + 5)
    var view = String.UnicodeScalarView()
    view.append(
      contentsOf: scalars[around.clamped(to: 0..<scalars.count)].map { $0.isBlank ? " " : $0 })
    var text = Substring(String(view))
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }

  /// The first index from `start` that holds no blank.
  func skippingBlanks(_ start: Int) -> Int {
    var index = start
    while let scalar = self[index], scalar.isBlank { index += 1 }
    return index
  }

  /// The first index behind `start` where a condition ends.
  func end(of start: Int, while condition: (Unicode.Scalar) -> Bool) -> Int {
    var index = start
    while let scalar = self[index], condition(scalar) { index += 1 }
    return index
  }
}

/// The paragraphs of some elements, each once, in document order. References and paragraphs that are mostly in
/// another language are left out.
struct WritingTexts: Sendable {
  /// Those in which one of the wanted marks stands at all.
  private(set) var texts: [WritingText] = []
  /// All of them, and their visible characters.
  private(set) var paragraphs = 0
  private(set) var characters = 0

  /// - Parameters:
  ///   - tables: whether text in table cells is looked at.
  ///   - marks: what a paragraph must hold to be looked at closer.
  init(of elements: [Element], in context: CheckContext, tables: Bool, marks: TextCensus.Marks) {
    let document = context.document.document
    let census = context.view(TextCensus.self)
    for (index, part) in Self.parts(of: elements, in: document, tables: tables) {
      let line = census.line(index)
      // No ideograph of any table, no text of ours.
      guard line.counts.visible > 0 else { continue }
      let isPlain =
        line.counts.han > 0 && line.counts.han * 2 >= line.counts.letters && !line.marks.contains(.square)
      let isWanted = !line.marks.isDisjoint(with: marks)
      if !isPlain || isWanted {
        let scalars = Array(document.paragraphs[index].text.unicodeScalars)
        let exempt = WritingText.exemptRanges(scalars)
        guard isPlain || (WritingText.isChinese(scalars, but: exempt) && !WritingText.isReference(scalars))
        else {
          continue
        }
        if isWanted {
          texts.append(
            WritingText(
              paragraph: index, order: paragraphs, scalars: scalars, role: part.role, marks: line.marks,
              parts: part.ranges, exempt: exempt,
              lineStarts: line.marks.contains(.lineStart)
                ? WritingText.indexes(of: document.paragraphs[index].lineStarts, in: scalars) : []))
        }
      }
      paragraphs += 1
      characters += Int(line.counts.visible)
    }
  }

  private typealias Part = (role: ElementRole, ranges: [Range<Int>]?)

  /// The paragraphs of elements, and what of each belongs to them; `nil` is all of it.
  private static func parts(
    of elements: [Element], in document: Document, tables: Bool
  ) -> [(index: Int, part: Part)] {
    var parts: [(index: Int, part: Part)] = []
    parts.reserveCapacity(elements.count)
    for index in elements.indices {
      let role = elements[index].role
      for piece in elements[index].pieces where document.paragraphs.indices.contains(piece.paragraph) {
        if !tables, document.paragraphs[piece.paragraph].cell != nil { continue }
        parts.append((piece.paragraph, (role, piece.range.map { [$0] })))
      }
    }
    // Several elements of one paragraph, as a heading and the text behind it, are one text.
    if parts.indices.dropLast().allSatisfy({ parts[$0].index < parts[$0 + 1].index }) { return parts }
    parts = parts.enumerated().sorted { ($0.element.index, $0.offset) < ($1.element.index, $1.offset) }
      .map(\.element)
    var merged: [(index: Int, part: Part)] = []
    merged.reserveCapacity(parts.count)
    for (index, part) in parts {
      guard let last = merged.indices.last, merged[last].index == index else {
        merged.append((index, part))
        continue
      }
      guard let known = merged[last].part.ranges, let more = part.ranges else {
        merged[last].part.ranges = nil
        continue
      }
      merged[last].part.ranges = known + more
    }
    return merged
  }
}

extension WritingText {
  /// The indexes of characters whose places in UTF-8 are given, in order.
  static func indexes(of places: [Int], in scalars: [Unicode.Scalar]) -> [Int] {
    var indexes: [Int] = []
    var rest = places[...]
    var count = 0
    for (index, scalar) in scalars.enumerated() {
      guard let next = rest.first else { break }
      if next == count { indexes.append(index) }
      count += UTF8.width(scalar)
      while let first = rest.first, first < count { rest.removeFirst() }
    }
    return indexes
  }

  /// At least a third of the letters outside addresses are Chinese; code and foreign text are left alone.
  static func isChinese(_ scalars: [Unicode.Scalar], but exempt: [Range<Int>]) -> Bool {
    let han = scalars.count(where: \.isIdeograph)
    let letters = scalars.count(where: \.isASCIILetter)
    let inAddresses = exempt.reduce(0) { $0 + scalars[$1].count(where: \.isASCIILetter) }
    return han > 0 && han * 2 >= letters - inAddresses
  }

  /// An entry of a list of references, whose marks GB/T 7714 rules: `[1] 张三. 题名[J]. 刊名, 2020(2): 1-5.`
  static func isReference(_ scalars: [Unicode.Scalar]) -> Bool {
    guard scalars.contains("[") else { return false }
    let kinds: Set<String> = ["J", "M", "C", "D", "N", "S", "R", "P", "Z", "EB/OL", "J/OL", "OL"]
    let first = scalars.firstIndex { !$0.isBlank }
    for (index, scalar) in scalars.enumerated() where scalar == "[" {
      guard let close = scalars[index...].prefix(8).firstIndex(of: "]") else { continue }
      let inner = String(String.UnicodeScalarView(scalars[(index + 1)..<close]))
      if kinds.contains(inner) { return true }
      if index == first, !inner.isEmpty, inner.unicodeScalars.allSatisfy(\.isASCIIDigit) { return true }
    }
    return false
  }

  /// Stretches of ASCII characters that hold an address, a path or a file name.
  static func exemptRanges(_ scalars: [Unicode.Scalar]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start = 0
    while start < scalars.count {
      guard scalars[start].isVisibleASCII else {
        start += 1
        continue
      }
      var end = start
      while end < scalars.count, scalars[end].isVisibleASCII { end += 1 }
      if isAddress(scalars[start..<end]) { ranges.append(start..<end) }
      start = end
    }
    return ranges
  }

  private static func isAddress(_ word: ArraySlice<Unicode.Scalar>) -> Bool {
    guard word.count >= 3 else { return false }
    if word.contains("@") || word.contains("\\") || word.contains("`") || word.contains("_") { return true }
    for index in word.indices.dropLast(2) {
      if word[index] == ":", word[index + 1] == "/", word[index + 2] == "/" { return true }
      // `www.a.cn`, `a.docx`, `.gov.cn`: a full stop that a letter follows at once.
      if word[index] == ".", word[index + 1].isASCIILetter, word[index + 2].isASCIILetter { return true }
    }
    return false
  }
}

extension Unicode.Scalar {
  var isASCIIDigit: Bool { (0x30...0x39).contains(value) }
  var isASCIILetter: Bool { (0x41...0x5A).contains(value) || (0x61...0x7A).contains(value) }
  var isVisibleASCII: Bool { (0x21...0x7E).contains(value) }
  /// From 一 to 十, 百 and the zeros: what Chinese numbers are written with.
  var isHanNumeral: Bool { "一二三四五六七八九十百〇零".unicodeScalars.contains(self) }
}
