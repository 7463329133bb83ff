/// A text cleaned for matching, which still knows where each character stood.
///
/// White space around it is cut off, invisible characters are dropped, and every space inside (no-break,
/// ideographic, tab, line break) is U+0020. Ranges that matchers answer are in the text as written.
public struct MatchText: Sendable {
  /// The cleaned characters.
  public let scalars: [Unicode.Scalar]
  /// For each cleaned character, its offset in scalars of the text as written.
  let origins: [Int]

  /// - Parameter offset: where the text begins in the text that ranges are answered in, for a part of one.
  public init(_ text: some StringProtocol, offset: Int = 0) {
    if let cleaned = text.utf8.withContiguousStorageIfAvailable({ MatchText($0, offset: offset) }) {
      self = cleaned
    } else {
      var text = String(text)
      self = text.withUTF8 { MatchText($0, offset: offset) }
    }
  }

  /// The same for what most texts are, without asking what they are.
  public init(_ text: String, offset: Int = 0) {
    var text = text
    self = text.withUTF8 { MatchText($0, offset: offset) }
  }

  private init(_ bytes: UnsafeBufferPointer<UInt8>, offset: Int) {
    var scalars: [Unicode.Scalar] = []
    var origins: [Int] = []
    scalars.reserveCapacity(bytes.count / 3 + 1)
    origins.reserveCapacity(bytes.count / 3 + 1)
    var offset = offset
    var walk = ScalarWalk(bytes, 0..<bytes.count)
    while let scalar = walk.next() {
      defer { offset += 1 }
      if scalar.isInvisible { continue }
      if scalar.isBlank {
        if scalars.isEmpty { continue }
        scalars.append(" ")
      } else {
        scalars.append(scalar)
      }
      origins.append(offset)
    }
    while scalars.last == " " {
      scalars.removeLast()
      origins.removeLast()
    }
    self.scalars = scalars
    self.origins = origins
  }

  public var count: Int { scalars.count }
  public var isEmpty: Bool { scalars.isEmpty }

  /// The cleaned text.
  public var string: String { string(0..<count) }

  /// A part of the cleaned text.
  public func string(_ range: Range<Int>) -> String {
    String(scalars: scalars[range.clamped(to: 0..<count)])
  }

  /// A range of the cleaned text, in scalars of the text as written.
  public func origin(_ range: Range<Int>) -> Range<Int> {
    let range = range.clamped(to: 0..<count)
    guard let first = origins[range].first, let last = origins[range].last else {
      let start = range.lowerBound < origins.count ? origins[range.lowerBound] : (origins.last ?? -1) + 1
      return start..<start
    }
    return first..<(last + 1)
  }

  /// The character at an index, `nil` outside.
  public subscript(index: Int) -> Unicode.Scalar? {
    scalars.indices.contains(index) ? scalars[index] : nil
  }

  public func hasPrefix(_ word: String, at start: Int = 0) -> Bool {
    var index = start
    for scalar in word.unicodeScalars {
      guard self[index] == scalar else { return false }
      index += 1
    }
    return true
  }

  public func hasSuffix(_ word: String) -> Bool {
    let length = word.unicodeScalars.count
    return length <= count && hasPrefix(word, at: count - length)
  }

  /// The text without its spaces, for words that are stretched over a line (`文　件`, `签 发 人`).
  public var dense: MatchText {
    guard scalars.contains(" ") else { return self }
    return MatchText(String(scalars: scalars.filter { $0 != " " }[...]))
  }

  /// Where a word first stands, from an index on.
  public func firstIndex(of word: String, from start: Int = 0) -> Int? {
    guard let head = word.unicodeScalars.first else { return nil }
    var index = start
    while index < count {
      if scalars[index] == head, hasPrefix(word, at: index) { return index }
      index += 1
    }
    return nil
  }

  /// The first index from `start` that holds no space.
  public func skippingSpaces(from start: Int) -> Int { skippingSpaces(start) }

  func skippingSpaces(_ start: Int) -> Int {
    var index = start
    while self[index] == " " { index += 1 }
    return index
  }
}
