extension String {
  /// Whether one of some words stands in the text, compared by their bytes: many times as fast as a search that
  /// must also find other spellings of the same characters, which Chinese words do not have.
  func holdsBytes(ofAnyOf words: [[UInt8]]) -> Bool {
    var text = self
    return text.withUTF8 { bytes in words.contains { Self.holds(bytes, $0) } }
  }

  private static func holds(_ bytes: UnsafeBufferPointer<UInt8>, _ word: [UInt8]) -> Bool {
    guard let first = word.first, bytes.count >= word.count else { return word.isEmpty }
    for start in 0...(bytes.count - word.count) where bytes[start] == first {
      var length = 1
      while length < word.count, bytes[start + length] == word[length] { length += 1 }
      if length == word.count { return true }
    }
    return false
  }
}
