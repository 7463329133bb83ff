import Grammars

/// Some words to look for all at once, compared by their bytes: many times as fast as a search that must also find
/// other spellings of the same characters, which Chinese words do not have.
struct WordSearch: Sendable {
  private let words: [[UInt8]]
  /// The last six bits of the last two bytes of the first characters of the words: nearly every character of a
  /// text is ruled out by its own.
  private var ends: (last: UInt64, before: UInt64) = (0, 0)

  init(_ words: [String]) {
    self.words = words.map { Array($0.utf8) }.filter { !$0.isEmpty }
    for word in self.words {
      guard let lead = word.first else { continue }
      let end = min(ScalarWalk.length(lead), word.count)
      ends.last |= 1 << UInt64(word[end - 1] & 0x3F)
      ends.before |= 1 << UInt64(word[max(0, end - 2)] & 0x3F)
    }
  }

  /// Whether one of the words stands in a text.
  func finds(in text: String) -> Bool {
    var text = text
    return text.withUTF8(finds)
  }

  private func finds(in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = 0
    while index < bytes.count {
      let end = min(index + ScalarWalk.length(bytes[index]), bytes.count)
      if ends.last & 1 << UInt64(bytes[end - 1] & 0x3F) != 0,
        ends.before & 1 << UInt64(bytes[max(index, end - 2)] & 0x3F) != 0,
        words.contains(where: { Self.stands($0, bytes, index) })
      {
        return true
      }
      index = end
    }
    return false
  }

  private static func stands(_ word: [UInt8], _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Bool {
    guard word.count <= bytes.count - start else { return false }
    var length = 0
    while length < word.count, bytes[start + length] == word[length] { length += 1 }
    return length == word.count
  }
}
