import Testing

@testable import PDFReader

@Suite struct LexerTests {
  private func parse(_ text: String) -> PDFObject? {
    Array(text.utf8).withUnsafeBytes { buffer in
      var parser = ObjectParser(buffer)
      return parser.object()
    }
  }

  @Test(arguments: [
    ("12", 12.0), ("-7", -7), ("+3", 3), ("0.5", 0.5), ("-.002", -0.002), ("4.", 4), ("--5", -5), (".", 0),
    ("12-34", 12), ("1.5.3", 1.5), ("1e3", 1000), ("-2.5E-1", -0.25),
    ("1e400", 1e38), ("1e", 1), ("1000000000000000000000000", 1e24),
    ("0.1000000000000000000000001", 0.1),
  ])
  func numbers(_ text: String, _ value: Double) {
    #expect(parse(text)?.number == value)
  }

  @Test func numbersThatRunIntoWordsEndThere() {
    let bytes = Array("1rg".utf8)
    bytes.withUnsafeBytes { buffer in
      var lexer = Lexer(buffer)
      #expect(lexer.number() == .integer(1))
      #expect(lexer.word() == 1..<3)
    }
  }

  @Test func namesDecodeTheirEscapes() {
    #expect(parse("/A#20B")?.name == PDFName(Array("A B".utf8)))
    #expect(parse("/A#2")?.name == PDFName(Array("A#2".utf8)))
    #expect(parse("/")?.name == PDFName([]))
    let long = String(repeating: "Name", count: 9)
    #expect(parse("/" + long)?.name?.text == long)
    #expect(parse("/MediaBoxMedia15")?.name == "MediaBoxMedia15")
    #expect(parse("/MediaBoxMedia")?.name != "MediaBoxMedia15")
  }

  @Test(arguments: [
    ("(a(b)c)", "a(b)c"), (#"(\(\)\\)"#, #"()\"#), (#"(\101\7x)"#, "A\u{7}x"), ("(a\\\r\nb)", "ab"),
    ("(a\r\nb)", "a\nb"), ("(open", "open"), ("<48 65 6>", "He`"), ("<4x8", "H"),
  ])
  func strings(_ text: String, _ value: String) {
    #expect(parse(text)?.string == Array(value.utf8))
  }

  @Test func containersAndReferences() {
    let object = parse("<</A[1 0 R 2 0 3 R]/B<</C null/D>>/E(x)>>")
    let array = object?.dictionary?["A"]?.array
    #expect(array?.count == 3)
    #expect(array?.first?.reference == ObjectID(1, 0))
    #expect(object?.dictionary?["E"]?.string == Array("x".utf8))
    #expect(object?.dictionary?["Z"] == nil)
  }

  @Test func deepNestingIsCutWithoutRecursion() {
    let text = String(repeating: "[", count: 200_000) + String(repeating: "]", count: 200_000)
    #expect(parse(text)?.array?.count == 1)
    #expect(parse(String(repeating: "<</A", count: 100_000))?.dictionary != nil)
  }
}
