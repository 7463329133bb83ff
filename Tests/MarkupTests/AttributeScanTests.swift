import DocumentModel
import Testing

@Suite struct AttributeScanTests {
  private func attributes(_ count: Int) -> String { (0..<count).map { " a\($0)=''" }.joined() }

  @Test func upToTheLimitAndNotBeyond() {
    #expect(failure("<p\(attributes(1_000))/>") == nil)
    let error = failure("<p>x</p>".replacing("x", with: "<r\(attributes(1_001))/>"))
    #expect(error?.code == .xmlLimit)
    #expect(error?.part == "a.xml")
  }

  @Test func sixtyThousandAreRefusedAtOnce() {
    let start = ContinuousClock.now
    #expect(failure("<p\(attributes(60_000))/>")?.code == .xmlLimit)
    #expect(ContinuousClock.now - start < .seconds(5))
  }

  @Test func theLimitIsASetting() {
    var limits = ReadLimits()
    limits.markupAttributes = 3
    #expect(failure("<p\(attributes(3))/>", limits: limits) == nil)
    #expect(failure("<p\(attributes(4))/>", limits: limits)?.code == .xmlLimit)
  }

  @Test func whatOnlyLooksLikeATagIsNone() {
    let tag = "<p\(attributes(1_001))>"
    #expect(failure("<p><!-- \(tag) --></p>") == nil)
    #expect(failure("<p><![CDATA[\(tag)]]></p>") == nil)
    #expect(failure("<p><?x \(tag)?></p>") == nil)
    // The end of a comment or section inside quotes ends it all the same.
    #expect(failure("<p><!-- \" --><r\(attributes(1_001))/></p>")?.code == .xmlLimit)
    #expect(failure("<p><![CDATA[']]>\(tag)</p></p>")?.code == .xmlLimit)
  }

  @Test func quotesAndSpaceDoNotHideAttributes() {
    let inner = String(repeating: "/>'", count: 400)
    #expect(failure("<p x=\"\(inner)\"\(attributes(1_000))/>")?.code == .xmlLimit)
    #expect(failure("<p x=\"\(inner)\"\(attributes(999))/>") == nil)
    let wide = (0..<1_001).map { "\n\t a\($0) = \"\(String(repeating: "x", count: $0))\"" }.joined()
    #expect(failure("<p\(wide)/>")?.code == .xmlLimit)
    let text = String(repeating: "a=''", count: 5_000)
    #expect(failure("<p>\(text)</p>") == nil)
  }

  @Test func twoByteUnitsAreScannedToo() {
    // Names of 㰼 (U+3C3C), whose bytes look like two opening brackets.
    let names = (0..<1_001).map { " \u{3C3C}\($0)=''" }.joined()
    let bytes = "\u{FEFF}<p\(names)/>".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    #expect(failure(bytes)?.code == .xmlLimit)
    let few = "\u{FEFF}<p\(attributes(1_000))/>".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    #expect(failure(few) == nil)
  }

  @Test func manyTagsNearTheLimitAddUp() {
    let tag = "<r\(attributes(1_000))/>"
    #expect(failure("<p>\(String(repeating: tag, count: 20))</p>") == nil)
    #expect(failure("<p>\(String(repeating: tag, count: 501))</p>")?.code == .xmlLimit)
  }
}
