import Grammars

/// What the bytes of a paragraph say of its citations: most names in 《》 have no number beside them, and no other
/// name in them, and nothing is wrong with those.
struct CitationGlance {
  /// Whether a 《 and its 》 stand there.
  private(set) var hasName = false
  /// Whether something stands there that may be wrong.
  private(set) var isWorthReading = false
  private var depth = 0

  init(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
      for index in bytes.indices.dropLast(2)
      where bytes[index] == 0xE3 && bytes[index + 1] == 0x80 && !(hasName && isWorthReading) {
        if bytes[index + 2] == 0x8A { open(bytes, at: index) }
        if bytes[index + 2] == 0x8B { close(bytes, at: index) }
      }
    }
  }

  private mutating func open(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) {
    depth += 1
    var before = ScalarWalk(bytes, 0..<index)
    if before.previous() == "号" { isWorthReading = true }
  }

  private mutating func close(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) {
    guard depth > 0 else { return }
    depth -= 1
    if depth > 0 { isWorthReading = true } else { hasName = true }
    var behind = ScalarWalk(bytes, (index + 3)..<bytes.count)
    var next = behind.next()
    while next == " " { next = behind.next() }
    if next == "（" || next == "(" { isWorthReading = true }
  }
}
