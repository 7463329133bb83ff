import Charsets
import Testing

@Suite("Charsets") struct CharsetTests {
  @Test(
    "Bytes read as their charset says",
    arguments: [
      (Charset.gb18030, [0xCB, 0xCE, 0xCC, 0xE5] as [UInt8], "宋体"),
      (.gb18030, [0x41, 0xB7, 0xC2, 0xCB, 0xCE, 0x5F, 0x47, 0x42], "A仿宋_GB"),
      (.gb18030, [0xA9, 0x96], "〇"), (.gb18030, [0xE9, 0x46], "镕"),
      (.gb18030, [0x81, 0x30, 0x81, 0x30], "\u{80}"), (.gb18030, [0x84, 0x31, 0xA4, 0x39], "\u{FFFF}"),
      (.gb18030, [0x95, 0x32, 0x82, 0x36], "\u{20000}"), (.gb18030, [0xE3, 0x32, 0x9A, 0x35], "\u{10FFFF}"),
      (.gb18030, [0x82, 0x35, 0x8F, 0x33], "\u{9FA6}"), (.gb18030, [0xA6, 0xD9, 0x80], "\u{FE10}€"),
      (.gb18030, [0xAA, 0xA1], "\u{E000}"),
      (.big5, [0xB2, 0xD3, 0xA9, 0xFA, 0xC5, 0xE9], "細明體"), (.big5, [0xF9, 0xD6], "碁"),
      (.shiftJIS, [0x82, 0x6C, 0x82, 0x72, 0x96, 0xBE, 0x92, 0xA9, 0xB1], "ＭＳ明朝ｱ"),
      (.eucJP, [0xCC, 0xC0, 0xC4, 0xAB, 0x8E, 0xB1], "明朝ｱ"),
      (.eucKR, [0xB9, 0xD9, 0xC5, 0xC1, 0x8C, 0x63], "바탕똠"),
      (.windows1252, [0x80, 0x93, 0xE9, 0x94], "€“é”"), (.macRoman, [0x8E, 0xD2], "é“"),
      (.windows1251, [0xCF], "П"), (.utf16LE, [0x87, 0x65, 0x3D, 0xD8, 0x00, 0xDE], "文😀"),
      (.utf16BE, [0x65, 0x87], "文"), (.utf8, [0xE6, 0x96, 0x87], "文"),
    ])
  func decodes(_ charset: Charset, _ bytes: [UInt8], _ text: String) {
    #expect(charset.decode(bytes) == text)
    #expect(charset.decodeExactly(bytes) == text)
  }

  @Test("A broken code costs itself and never the ASCII behind it")
  func faults() {
    #expect(Charset.gb18030.decode([0xB0, 0x3C, 0x62]) == "\u{FFFD}<b")
    #expect(Charset.gb18030.decode([0xFF, 0x41, 0xB0]) == "\u{FFFD}A\u{FFFD}")
    #expect(Charset.gb18030.decode([0x81, 0x30, 0x20, 0x41]) == "\u{FFFD}0 A")
    #expect(Charset.big5.decode([0x81, 0x22, 0x41]) == "\u{FFFD}\"A")
    #expect(Charset.shiftJIS.decode([0x81, 0x2F, 0xFD]) == "\u{FFFD}/\u{FFFD}")
    #expect(Charset.eucJP.decode([0xA4, 0x41, 0x8F, 0xB0, 0xA1]) == "\u{FFFD}A\u{FFFD}")
    #expect(Charset.utf16LE.decode([0x00, 0xD8, 0x41, 0x00, 0x42]) == "\u{FFFD}A\u{FFFD}")
    #expect(Charset.utf8.decodeExactly([0xC3]) == nil)
    #expect(Charset.gb18030.decodeExactly([0xCB]) == nil)
    for charset in Charset.allCases { #expect(charset.decode([UInt8]()).isEmpty) }
  }

  @Test("No pair of bytes is lost or stops a decoder", arguments: Charset.allCases)
  func total(_ charset: Charset) {
    var lost = 0
    for lead in UInt8.min...UInt8.max {
      for trail in stride(from: UInt8(0), through: 0xFE, by: 2) {
        if charset.decode([lead, trail, 0x0A, 0x0D]).isEmpty { lost += 1 }
      }
    }
    #expect(lost == 0)
  }

  @Test("Labels, code pages and font character sets")
  func names() {
    #expect(Charset(label: " GB2312\n") == .gb18030)
    #expect(Charset(label: "ISO-8859-1") == .windows1252)
    #expect(Charset(label: "UTF8") == .utf8)
    #expect(Charset(label: "no-such") == nil)
    #expect(Charset(codePage: 936) == .gb18030)
    #expect(Charset(codePage: 10000) == .macRoman)
    #expect(Charset(codePage: 7) == nil)
    #expect(Charset(fontCharset: 134) == .gb18030)
    #expect(Charset(fontCharset: 2) == nil)
  }

  @Test(
    "What the CIDs of a collection read is Adobe's table, cell for cell",
    arguments: [
      (CharacterCollection.adobeGB1, 0xFBB6_D095_DA13_F773 as UInt64, 4000, "姓" as Unicode.Scalar),
      (.adobeCNS1, 0x154B_AF49_BDC8_5598, 4000, "團"), (.adobeJapan1, 0xA88F_4167_465A_C9E7, 4000, "輪"),
      (.adobeKorea1, 0x1BF4_8732_6FD3_649F, 4000, "硅"),
    ])
  func collections(
    _ collection: CharacterCollection, _ sum: UInt64, _ cid: Int, _ scalar: Unicode.Scalar
  ) {
    // FNV-1a over the numbers; the sums were made from Adobe's files directly.
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    let last = collection.cells.lastIndex { $0 != 0 } ?? 0
    for cell in collection.cells[...last] {
      let mark = CharacterCollection.sequenceMark
      let values =
        cell & mark == 0 ? [cell] : collection.sequences[Int(cell & ~mark)].map(\.value)
      for value in values { hash = (hash ^ UInt64(value)) &* 0x100_0000_01B3 }
    }
    #expect(hash == sum)
    #expect(collection.cells[cid] == scalar.value)
    #expect(collection.makeInverse()[Int(scalar.value)] == UInt16(cid))
    #expect(collection.makeInverse()[0x20] == 1)
  }
}
