import DocumentModel
import Testing

@Suite struct EncodingTests {
  private func utf16(_ text: String, bigEndian: Bool, mark: Bool = true) -> [UInt8] {
    let units = (mark ? [0xFEFF] : []) + Array(text.utf16)
    return units.flatMap { unit in
      let low = UInt8(truncatingIfNeeded: unit)
      let high = UInt8(truncatingIfNeeded: unit >> 8)
      return bigEndian ? [high, low] : [low, high]
    }
  }

  @Test func aByteOrderMarkIsNoText() throws {
    #expect(try events([0xEF, 0xBB, 0xBF] + Array("<p>中</p>".utf8)) == "<p>中</p>")
  }

  @Test(arguments: [false, true]) func utf16(bigEndian: Bool) throws {
    let markup = "<?xml version='1.0' encoding='UTF-16'?><p val='公文'>𠮷 &#38; 中</p>"
    #expect(try events(utf16(markup, bigEndian: bigEndian)) == "<p val=公文>𠮷 & 中</p>")
    #expect(try events(utf16("<p>中</p>", bigEndian: bigEndian)) == "<p>中</p>")
    // Longer than any buffer of a converter.
    let long = String(repeating: "公文", count: 100_000)
    #expect(try events(utf16("<p>\(long)</p>", bigEndian: bigEndian)) == "<p>\(long)</p>")
  }

  @Test(arguments: ["GB18030", "gbk", "GB2312"]) func chineseLegacyEncodings(name: String) throws {
    // 公文 in GB 2312 and its supersets.
    let bytes = Array("<?xml version='1.0' encoding='\(name)'?><p>".utf8) + [0xB9, 0xAB, 0xCE, 0xC4]
    #expect(try events(bytes + Array("</p>".utf8)) == "<p>公文</p>")
  }

  @Test func latin1AndWindows1252() throws {
    let bytes = Array("<?xml version='1.0' encoding='ISO-8859-1'?><p>".utf8) + [0xE9] + Array("</p>".utf8)
    #expect(try events(bytes) == "<p>é</p>")
  }

  @Test(arguments: ["UTF-7", "UTF-32", "ISO-2022-JP", "IBM037", "UTF-16", "UTF-16LE", "no-such"])
  func otherEncodingsAreRefused(name: String) {
    #expect(failure("<?xml version='1.0' encoding='\(name)'?><p/>")?.code == .xmlMalformed)
  }

  @Test func fourByteUnitsAndEBCDICAreRefused() {
    #expect(failure([0x3C, 0, 0, 0, 0x70, 0, 0, 0])?.code == .xmlMalformed)
    #expect(failure([0xFF, 0xFE, 0, 0, 0x3C, 0, 0, 0])?.code == .xmlMalformed)
    #expect(failure([0x4C, 0x6F, 0xA7, 0x94, 0x93])?.code == .xmlMalformed)
  }

  @Test func invalidUTF8IsMalformedWithItsPlace() {
    let error = failure(Array("<p>\n".utf8) + [0xFF, 0xFE, 0xC0, 0x80] + Array("</p>".utf8))
    #expect(error?.code == .xmlMalformed)
    #expect(error?.line == 2)
    #expect(failure(Array("<p val='".utf8) + [0xC0, 0x80] + Array("'/>".utf8))?.code == .xmlMalformed)
    #expect(failure(Array("<p>".utf8) + [0xE4, 0xB8])?.code == .xmlMalformed)
  }

  @Test func invalidUTF16AndGBAreMalformed() {
    let lone = utf16("<p>", bigEndian: false) + [0x00, 0xDC] + utf16("</p>", bigEndian: false, mark: false)
    #expect(failure(lone)?.code == .xmlMalformed)
    let bytes = Array("<?xml version='1.0' encoding='GB18030'?><p>".utf8) + [0xFF, 0xFF]
    #expect(failure(bytes + Array("</p>".utf8))?.code == .xmlMalformed)
  }
}
