import DocumentModel
import Markup
import Testing

@Suite struct EventTests {
  @Test func elementsAttributesAndTextArriveInOrder() throws {
    let markup = "<w:p xmlns:w='urn:word' w:val='1' lang=\"2\"><w:r/>文字<w:t xml:lang='zh'> </w:t></w:p>"
    #expect(
      try events(markup)
        == "<word:p word:val=1 lang=2><word:r></word:r>文字<word:t xml:lang=zh> </word:t></word:p>")
  }

  @Test func severalURIsMeanOneNamespace() throws {
    #expect(try events("<p xmlns='urn:word-strict'/>") == "<word:p></word:p>")
  }

  @Test func strangersHaveTheUnknownNumbers() throws {
    #expect(try events("<x:y xmlns:x='urn:x' x:val='' z=''/>") == "<?:? ?:val= ?=></?:?>")
    #expect(try events("<p/>") == "<p></p>")
  }

  @Test func anUndeclaredPrefixIsAnUnknownNamespace() throws {
    #expect(try events("<q:p q:val='1'/>") == "<?:p ?:val=1></?:p>")
  }

  @Test func theFiveEntitiesAndReferencesAreResolved() throws {
    let markup = "<p val='&amp;&lt;&gt;&quot;&apos;&#38;&#x4E2D;'>&amp;&lt;&gt;&quot;&apos;&#38;&#x4E2D;</p>"
    #expect(try events(markup) == "<p val=&<>\"'&中>&<>\"'&中</p>")
  }

  @Test func sectionsCommentsAndInstructions() throws {
    #expect(try events("<?x y?><p><!-- <r> --><![CDATA[<r>&amp;]]><?z?></p>") == "<p><r>&amp;</p>")
  }

  @Test func lineEndsAndAttributeSpaceAreNormalised() throws {
    #expect(try events("<p val='a\r\nb\tc'>a\r\nb</p>") == "<p val=a b c>a\nb</p>")
  }

  @Test func aParserReadsManyParts() throws {
    let parser = XMLParser(names: names)
    for round in 0..<50 {
      let recorder = Recorder()
      try parser.parse(Array("<p val='\(round)'>x</p>".utf8), part: "a.xml", handler: recorder)
      #expect(recorder.events.joined() == "<p val=\(round)>x</p>")
      // A failure, and a document that fills the table of names, leave no trace.
      #expect(throws: ReadError.self) {
        try parser.parse(Array("<p><r>".utf8), part: "b.xml", handler: Recorder())
      }
      if round % 10 == 0 {
        let strange = "<p>" + (0..<5_000).map { "<n\(round)x\($0)/>" }.joined() + "</p>"
        try parser.parse(Array(strange.utf8), part: "c.xml", handler: Recorder())
      }
    }
  }

  @Test func aHandlerMayReadAnotherPartOnTheWay() throws {
    final class Nesting: XMLHandler {
      let parser: XMLParser
      var inner = Recorder()
      init(_ parser: XMLParser) { self.parser = parser }
      override func end(_ name: UInt16, _ namespace: UInt8) {
        do {
          try parser.parse(Array("<r/>".utf8), part: "inner.xml", handler: inner)
        } catch { stop(error) }
      }
    }
    let parser = XMLParser(names: names)
    let handler = Nesting(parser)
    try parser.parse(Array("<p/>".utf8), part: "a.xml", handler: handler)
    #expect(handler.inner.events == ["<r>", "</r>"])
  }

  @Test func aHandlerStopsTheParse() throws {
    let recorder = Recorder()
    recorder.stopsAt = .r
    let error = #expect(throws: ReadError.self) {
      try XMLParser(names: names).parse(Array("<p>a<r>b</r></p>".utf8), part: "a.xml", handler: recorder)
    }
    #expect(error == ReadError(.limit, part: "a.xml", detail: "enough"))
    #expect(recorder.events == ["<p>", "a", "<r>"])
    // It can be used again.
    recorder.stopsAt = nil
    try XMLParser(names: names).parse(Array("<t/>".utf8), part: "a.xml", handler: recorder)
    #expect(recorder.events.suffix(2) == ["<t>", "</t>"])
  }

  @Test func manySmallElementsAndALongText() throws {
    final class Counter: XMLHandler {
      var starts = 0
      var bytes = 0
      override func start(_ name: UInt16, _ namespace: UInt8, _ attributes: XMLAttributes) { starts += 1 }
      override func text(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes += bytes.count }
    }
    let paragraph = Array("<p><r><t>x</t></r></p>".utf8)
    var bytes = Array("<d>".utf8)
    for _ in 0..<100_000 { bytes += paragraph }
    bytes += [UInt8](repeating: 0x61, count: 12_000_000) + Array("</d>".utf8)
    let counter = Counter()
    try XMLParser(names: names).parse(bytes, part: "a.xml", handler: counter)
    #expect(counter.starts == 300_001)
    #expect(counter.bytes == 12_100_000)
  }

  /// Near the end of a large part libxml2 takes the text before for one token, unless it is fed with care.
  @Test(arguments: [10, 90]) func longTagsAtTheEndOfALargePart(count: Int) throws {
    let attributes = (0..<count).map { " a\($0)='\(String(repeating: "x", count: 20))'" }.joined()
    var bytes = Array("<p>".utf8) + [UInt8](repeating: 0x61, count: 11_000_000)
    bytes += Array((String(repeating: "<r\(attributes)/>", count: 20) + "</p>").utf8)
    let parser = XMLParser(names: names)
    try parser.parse(bytes, part: "a.xml", handler: XMLHandler())
    try parser.parse(
      Array("<?xml version='1.0' encoding='utf-8'?>".utf8) + bytes, part: "a.xml", handler: XMLHandler())
  }
}
