import DOCXReader
import DocumentModel
import Testing

@Suite struct TraceTests {
  @Test func aSizeIsFollowedThroughItsLayers() throws {
    let package = TestPackage(
      body: "<w:p><w:pPr><w:pStyle w:val=\"b\"/></w:pPr><w:r><w:t>甲</w:t></w:r>"
        + "<w:r><w:rPr><w:sz w:val=\"44\"/></w:rPr><w:t>乙</w:t></w:r></w:p>",
      styles:
        "<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val=\"21\"/></w:rPr></w:rPrDefault></w:docDefaults>"
        + "<w:style w:type=\"paragraph\" w:styleId=\"a\"><w:name w:val=\"正文\"/></w:style>"
        + "<w:style w:type=\"paragraph\" w:styleId=\"b\"><w:name w:val=\"公文标题\"/><w:basedOn w:val=\"a\"/>"
        + "<w:rPr><w:sz w:val=\"36\"/></w:rPr></w:style>")
    let request = TraceRequest(paragraph: 0, offset: 1, properties: [.size, .lineSpacing])
    let traces = try #require(try DOCXReader().trace(package.bytes, [request])[request])
    #expect(
      traces[0]
        == Trace(
          property: .size, value: "22pt",
          steps: [
            TraceStep(.direct, value: "22pt"), TraceStep(.paragraphStyle(name: "公文标题"), value: "18pt"),
            TraceStep(.documentDefaults, value: "10.5pt"),
          ]))
    #expect(traces[1].steps == [TraceStep(.application, value: "×1")])
    let before = TraceRequest(paragraph: 0, offset: 0, properties: [.size])
    #expect(try DOCXReader().trace(package.bytes, [before])[before]?.first?.value == "18pt")
  }
}
