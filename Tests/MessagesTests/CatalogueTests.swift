import Testing

@testable import Messages

@Suite struct CatalogueTests {
  static let lines = EmbeddedText.files.flatMap { file in
    file.text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { (file: file.name, line: $0) }
  }

  @Test func everyLineHasAKeyAndTwoLanguages() {
    #expect(Self.lines.count > 300)
    for (file, line) in Self.lines {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
      #expect(fields.count == 3 && fields.allSatisfy { !$0.isEmpty }, "\(file): \(line)")
    }
    #expect(Catalogue.builtIn.entries.count == Self.lines.count)
  }

  @Test func everyKeyIsThereOnce() {
    var files: [Substring: String] = [:]
    for (file, line) in Self.lines {
      let key = line.prefix { $0 != "\t" }
      #expect(files[key] == nil, "\(key) is in \(file) and in \(files[key] ?? "")")
      files[key] = file
    }
  }

  /// A gap that one language forgets is a fact that its reader never learns.
  @Test func bothLanguagesHaveTheSameGaps() {
    for (key, entry) in Catalogue.builtIn.entries {
      #expect(Self.gaps(entry.zh) == Self.gaps(entry.en), "\(key)")
    }
  }

  private static func gaps(_ sentence: String) -> Set<Substring> {
    Set(
      sentence.split(separator: "{", omittingEmptySubsequences: false).dropFirst().map {
        $0.prefix { $0 != "}" }
      })
  }

  @Test func fillsGapsAndLineBreaks() {
    let catalogue = Catalogue(tables: ["# no entry\na\t{x}，\\n{y}\\\\\t{x}, {y}\nb\t乙\tB\nbroken\tx\n"])
    let message = Message("a", ["x": 1, "y": .list([Message("b"), Message("b")])])
    #expect(catalogue.text(message, in: .zh) == "1，\n乙；乙\\")
    #expect(catalogue.text(message, in: .en) == "1, B; B")
    #expect(catalogue.text(Message("none"), in: .zh) == "[none]")
    #expect(catalogue.text(Message("a"), in: .zh).contains("{x}"))
    #expect(catalogue.entries.count == 2)
  }
}
