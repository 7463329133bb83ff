import Grammars
import Testing

/// Characters by their bytes are the same as by the views of a string.
@Suite struct ScalarTests {
  /// One to four bytes a character, the ends of each length, and what takes no room.
  private static let texts = [
    "", "a", "第一条", "\u{7F}\u{80}\u{7FF}\u{800}\u{FFFF}\u{10000}\u{10FFFF}", "é×〇𠮷x\u{200B}　。",
    "e\u{301}\u{FE0F}👨‍👩‍👧",
  ]

  @Test(arguments: texts) func walks(_ text: String) {
    let expected = Array(text.unicodeScalars)
    var copy = text
    let (forwards, backwards) = copy.withUTF8 { bytes in
      var front = ScalarWalk(bytes, 0..<bytes.count)
      var back = front
      var forwards: [Unicode.Scalar] = []
      var backwards: [Unicode.Scalar] = []
      while let scalar = front.next() { forwards.append(scalar) }
      while let scalar = back.previous() { backwards.append(scalar) }
      return (forwards, backwards)
    }
    #expect(forwards == expected)
    #expect(backwards == expected.reversed())
    #expect([Unicode.Scalar](of: text) == expected)
    #expect(Array(String(scalars: expected[...]).utf8) == Array(text.utf8))
  }

  @Test func walksAStretch() {
    var text = "甲乙丙丁"
    text.withUTF8 { bytes in
      var walk = ScalarWalk(bytes, 3..<9)
      #expect(walk.next() == "乙")
      #expect(walk.previous() == "丙")
      #expect(walk.next() == nil)
      #expect(walk.previous() == nil)
      // A stretch that is longer than the text ends with it.
      var end = ScalarWalk(bytes, 9..<99)
      #expect(end.next() == "丁")
      #expect(end.next() == nil)
    }
  }

  @Test func tellsMembers() {
    let set = ScalarSet("〔［a")
    for scalar in "〔［a".unicodeScalars { #expect(set.contains(scalar)) }
    // The last six bits of these are those of a member.
    for value: UInt32 in [0x3054, 0x21, 0x3B, 0x7B, 0xFF7B, 0x1_0014] {
      if let scalar = Unicode.Scalar(value) { #expect(!set.contains(scalar)) }
    }
  }

  @Test func readsLeadingNumbers() {
    let law = LeadingNumber("　第十二条之一　附则")
    #expect(law?.enumerator.kind == .article)
    #expect(law?.enumerator.number == 12)
    #expect(law?.lead == 1)
    #expect(law?.next == "之")
    let item = LeadingNumber("\u{200B}（一）宣传"[...])
    #expect(item?.enumerator.kind == .level(2))
    #expect(item?.lead == 1)
    #expect(item?.next == "宣")
    // The space inside a number is any space.
    #expect(LeadingNumber("第　三　章 总则")?.enumerator.number == 3)
    #expect(LeadingNumber("1.")?.next == nil)
    for text in ["", "　", "春季学期", "● 一、", "一"] { #expect(LeadingNumber(text) == nil) }
  }
}
