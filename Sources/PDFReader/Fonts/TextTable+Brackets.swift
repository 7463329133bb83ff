extension TextTable {
  private static let openers: Set<UInt32> = [0x3008, 0x300A, 0x300C, 0x300E, 0x3010, 0x3014, 0x3016, 0xFF08]

  /// Puts right a mix-up of Word's export, which takes a bracket at the start of justified text for the space
  /// beside it and says so in `ToUnicode`: glyph 3, which is the space in TrueType fonts, reads `《`, and the
  /// glyph before that of `》` reads as a space.
  mutating func restoreBrackets() {
    guard let space = self[3].scalar?.value, Self.openers.contains(space) else { return }
    var isMixedUp = false
    for code in UInt32(4)..<0xFFFF where self[code].raw == 0x20 {
      guard let closer = self[code + 1].scalar?.value, Self.openers.contains(closer &- 1) else { continue }
      set(code, closer &- 1)
      isMixedUp = isMixedUp || closer &- 1 == space
    }
    if isMixedUp { set(3, 0x20) }
  }
}
