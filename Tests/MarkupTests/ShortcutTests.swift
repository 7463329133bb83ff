import DocumentModel
import Markup
import Testing

@Suite struct ShortcutTests {
  @Test(arguments: [
    "中文", "a中b", "é中", "中>文", "ＡＢ，。", "\u{1000}\u{E000}\u{FFFD}", "𠀀中", "中]文", " 中 ", "中\n文",
  ])
  func textComesAsItStands(text: String) throws {
    #expect(try events("<p><t>\(text)</t>\(text)<r/></p>") == "<p><t>\(text)</t>\(text)<r></r></p>")
  }

  @Test func textWithSomethingToResolveIsResolved() throws {
    #expect(try events("<p>中&amp;文<![CDATA[<]]>中<!-- x -->文</p>") == "<p>中&文<中文</p>")
    #expect(try events("<p>中\r\n文</p>") == "<p>中\n文</p>")
  }

  @Test(arguments: [
    [0xE4, 0xB8], [0xED, 0xA0, 0x80], [0xE0, 0x80, 0x80], [0xC0, 0x80], [0xEF, 0xBF, 0xBE], [0x01], [0x80],
    [0xE4, 0x41, 0x80], [0x5D, 0x5D, 0x3E],
  ])
  func badTextIsRefused(bad: [UInt8]) {
    #expect(failure(Array("<p>中".utf8) + bad + Array("</p>".utf8))?.code == .xmlMalformed)
  }

  @Test func placesOfErrorsAreCountedOn() {
    let error = failure("<p>\n<t>中文</t></r></p>")
    #expect(error?.line == 2)
    #expect(error?.column == 14)
    #expect(error == failure("<p>\n<t>ab</t></r></p>"))
  }

  /// Writes down what it sees, but passes over the content of `r`.
  private final class Passing: XMLHandler {
    private(set) var seen = ""
    private(set) var peeked: [String?] = []
    let peeks: Bool
    init(peeks: Bool) { self.peeks = peeks }

    override func start(_ name: UInt16, _ namespace: UInt8, _ attributes: XMLAttributes) {
      seen += "<\(name == XMLUnknown.name ? "?" : "\(name)")>"
      guard name == Name.r.rawValue else { return }
      if !peeks { return passContent() }
      let content = peek()
      peeked.append(content.map { String(decoding: $0, as: UTF8.self) })
      if let content { pass(content) }
    }
    override func end(_ name: UInt16, _ namespace: UInt8) { seen += "</>" }
    override func text(_ bytes: UnsafeBufferPointer<UInt8>) { seen += String(decoding: bytes, as: UTF8.self) }
  }

  private func passing(_ bytes: [UInt8], peeks: Bool = false) throws -> Passing {
    let handler = Passing(peeks: peeks)
    try XMLParser(names: names).parse(bytes, part: "a.xml", handler: handler)
    return handler
  }

  @Test func contentIsPassedOver() throws {
    #expect(
      try passing(Array("<p><r><t>中</t><t/></r>x<r>y</r><r/></p>".utf8)).seen == "<0><1></>x<1></><1></></>")
  }

  @Test(arguments: ["<r/>", "<rest/>", "<!-- </r> -->", "<![CDATA[</r>]]>", "<?a </r>?>"])
  func contentWhoseEndIsNotCertainIsRead(content: String) throws {
    let seen = try passing(Array("<p><r><t/>\(content)</r><t/></p>".utf8)).seen
    #expect(seen.hasPrefix("<0><1><2></>"))
    #expect(seen.hasSuffix("</><2></></>"))
  }

  @Test func contentInAnotherEncodingIsRead() throws {
    let units = "<p><r><t/></r></p>".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    #expect(try passing([0xFF, 0xFE] + units).seen == "<0><1><2></></></>")
  }

  @Test func contentOfOnePrefixIsShown() throws {
    let markup =
      "<w:p xmlns:w='urn:word' xmlns:v='urn:v'><w:r><w:t w:val='中'/></w:r><w:r><v:t/></w:r><w:r/></w:p>"
    #expect(try passing(Array(markup.utf8), peeks: true).peeked == ["<w:t w:val='中'/>", nil, nil])
  }

  @Test(arguments: ["<p><r><t></r>", "<p><r>x</r", "<p><r>x</r></q>", "<p><r>x"])
  func whatFollowsIsStillLookedAt(markup: String) {
    #expect(throws: ReadError.self) { try passing(Array(markup.utf8)) }
  }
}
