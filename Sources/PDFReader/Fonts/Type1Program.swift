/// The clear-text part of an embedded Type 1 font (Adobe Type 1 Font Format, 2.3), for its own encoding.
enum Type1Program {
  /// The names of glyphs by code; `nil` when the font has the standard encoding or none can be found.
  static func encoding(_ bytes: [UInt8]) -> [Int: [UInt8]]? {
    bytes.withUnsafeBufferPointer { buffer in
      guard let start = find("/Encoding", in: buffer) else { return nil }
      var tokens = CMapTokenizer(
        UnsafeBufferPointer(rebasing: buffer[start..<min(buffer.count, start + 0x8000)]))
      var names: [Int: [UInt8]] = [:]
      var code: Int?
      var isInEntry = false
      while true {
        switch tokens.next() {
        case .end: return names.isEmpty ? nil : names
        case .word(let word):
          if tokens.matches(word, "StandardEncoding") { return nil }
          // `readonly def` or `def` ends the array; `0 1 255 {1 index exch /.notdef put} for` begins it.
          if tokens.matches(word, "def") || tokens.matches(word, "readonly"), !names.isEmpty { return names }
          if tokens.matches(word, "eexec") { return names.isEmpty ? nil : names }
          isInEntry = tokens.matches(word, "dup")
          code = nil
        case .integer(let value): code = isInEntry ? value : nil
        case .name(let name):
          if let code, (0...255).contains(code) { names[code] = Array(tokens.bytes[name]) }
        default: break
        }
      }
    }
  }

  private static func find(_ word: StaticString, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    let count = word.utf8CodeUnitCount
    guard bytes.count > count else { return nil }
    outer: for start in 0..<(bytes.count - count) {
      for index in 0..<count where bytes[start + index] != word.utf8Start[index] { continue outer }
      return start + count
    }
    return nil
  }
}
