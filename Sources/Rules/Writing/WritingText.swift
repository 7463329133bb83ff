import Conformance
import DocumentModel
import Findings
import Grammars
import Messages

/// A paragraph that the rules of writing look at, its characters not yet read.
struct WritingPlace: Sendable {
  let paragraph: Int
  /// How many paragraphs of the text stand before it.
  let order: Int
  let role: ElementRole
  let marks: TextCensus.Marks
  /// The parts that have a wanted role; `nil` is all of it.
  let parts: [Range<Int>]?
}

/// A paragraph as the rules of writing see it: its characters, and which of them they look at.
struct WritingText: Sendable {
  let place: WritingPlace
  let scalars: [Unicode.Scalar]
  /// Addresses, file names and the like, which keep their own marks.
  let exempt: [Range<Int>]
  /// Where its second and further printed lines begin, as far as a mark stands there.
  let lineStarts: [Int]

  init(_ place: WritingPlace, in document: Document) {
    self.place = place
    scalars = [Unicode.Scalar](of: document.paragraphs[place.paragraph].text)
    exempt = Self.exemptRanges(scalars)
    lineStarts =
      place.marks.contains(.lineStart)
      ? Self.indexes(of: document.paragraphs[place.paragraph].lineStarts, in: scalars) : []
  }

  var paragraph: Int { place.paragraph }
  var role: ElementRole { place.role }

  /// The character at an index, `nil` outside.
  subscript(index: Int) -> Unicode.Scalar? { scalars.indices.contains(index) ? scalars[index] : nil }

  /// Whether a place is looked at.
  func isOpen(_ index: Int) -> Bool {
    if let parts = place.parts, !parts.contains(where: { $0.contains(index) }) { return false }
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
    String(scalars: scalars[range.clamped(to: 0..<scalars.count)])
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
  var isHanNumeral: Bool {
    switch self {
    case "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "百", "〇", "零": true
    default: false
    }
  }
}
