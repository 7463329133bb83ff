import Testing

@testable import PDFReader

@Suite("Composite fonts") struct CompositeFontTests {
  @Test(
    "Predefined CMaps read as their charset does",
    arguments: [
      ("/GBK-EUC-H", [0x41, 0xCB, 0xCE, 0xCC, 0xE5] as [UInt8], "A宋体"), ("/GB-EUC-H", [0xB1, 0xEA], "标"),
      ("/GBKp-EUC-V", [0x81, 0x40], "丂"), ("/GBK2K-H", [0x82, 0x35, 0x8F, 0x33, 0x30], "\u{9FA6}0"),
      ("/UniGB-UCS2-H", [0x5B, 0x8B, 0x2F, 0x12, 0x00, 0x41], "宋力A"),
      ("/UniGB-UTF16-H", [0xD8, 0x40, 0xDC, 0x00, 0x4F, 0x53], "\u{20000}体"),
      ("/UniGB-UTF8-H", [0xE5, 0xAE, 0x8B, 0x41], "宋A"),
      ("/UniGB-UTF32-H", [0, 0, 0x5B, 0x8B], "宋"), ("/GB-H", [0x4B, 0x4E], "宋"),
      ("/ETen-B5-H", [0xB2, 0xD3, 0xA9, 0xFA], "細明"), ("/HKscs-B5-H", [0xC5, 0xE9, 0x31], "體1"),
      ("/90ms-RKSJ-H", [0x96, 0xBE, 0xB1, 0x92, 0xA9], "明ｱ朝"), ("/EUC-H", [0xCC, 0xC0], "明"),
      ("/H", [0x4C, 0x40], "明"), ("/KSCms-UHC-H", [0xB9, 0xD9, 0x8C, 0x63], "바똠"),
      ("/UniJIS-UCS2-HW-H", [0x66, 0x0E], "明"),
    ])
  func predefined(_ name: String, _ bytes: [UInt8], _ text: String) throws {
    let font = try TestFont.make(TestFont.composite(name))
    #expect(font.text(bytes) == text)
    #expect(font.isVertical == name.hasSuffix("V"))
  }

  @Test(
    "Identity with a collection reads by CID",
    arguments: [
      ("GB1", 4000, "姓"), ("CNS1", 4000, "團"), ("Japan1", 4000, "輪"), ("Korea1", 4000, "硅"),
    ])
  func collections(_ ordering: String, _ cid: Int, _ text: String) throws {
    let font = try TestFont.make(TestFont.composite("/Identity-H", ordering: ordering))
    #expect(font.text([UInt8(cid >> 8), UInt8(cid & 0xFF)]) == text)
    #expect(font.text([0xFF, 0xFF]) == "?")
  }

  @Test("Widths: single, lists, ranges, the standard one, and by what a code of a charset reads")
  func widths() throws {
    let identity = try TestFont.make(
      TestFont.composite("/Identity-H", descendant: "/DW 900/W[1[500 600]3 5 250 1000 2000 777]"))
    #expect(
      identity.advances([0, 1, 0, 2, 0, 3, 0, 5, 0, 6, 5, 0, 0xFF, 0xFF])
        == [500, 600, 250, 250, 900, 777, 900])
    let half = "/W[7716[333]814 939 500]"
    let gbk = try TestFont.make(TestFont.composite("/GBK-EUC-H", descendant: half))
    #expect(gbk.advances([0x20, 0x21, 0x41, 0x7E, 0xCB, 0xCE]) == [333, 500, 500, 500, 1000])
    let unicode = try TestFont.make(TestFont.composite("/UniGB-UCS2-H", descendant: "/W[1 95 500 4000[640]]"))
    #expect(unicode.advances([0, 0x20, 0, 0x7E, 0x59, 0xD3, 0x5B, 0x8B]) == [500, 500, 640, 1000])
  }

  @Test("Vertical writing: the standard metrics and those of W2")
  func vertical() throws {
    let font = try TestFont.make(
      TestFont.composite(
        "/Identity-V", descendant: "/DW 1000/DW2[900 -1100]/W2[7[-500 250 700]9 10 -600 1 2]"))
    let codes = font.codes([0, 1, 0, 7, 0, 10])
    #expect(codes.map(\.advance) == [-1100, -500, -600])
    #expect(codes.map(\.originX) == [500, 250, 1])
    #expect(codes.map(\.originY) == [900, 700, 2])
    #expect(font.isVertical)
  }

  @Test("ToUnicode with ranges of CIDs beside the text of Latin letters: codes are Unicode")
  func rangesOfCIDs() throws {
    func text(_ latin: String, _ ranges: String) throws -> String {
      let map = """
        begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange
        1 beginbfrange \(latin) endbfrange 2 begincidrange \(ranges) endcidrange endcmap
        """
      let font = TestFont.composite("/Identity-H", ordering: "Identity", font: "/ToUnicode 11 0 R")
      return try TestFont.make(font, cmap: map).text([0, 0x41, 0x5B, 0x8B])
    }
    #expect(try text("<0000> <007f> <0000>", "<0100> <4fff> 256 <5000> <ffff> 20480") == "A宋")
    #expect(try text("<0000> <007f> <0000>", "<0000> <4fff> 0 <5000> <ffff> 20480") == "A?")
    #expect(try text("<0000> <007f> <0000>", "<0100> <4fff> 256 <5000> <ffff> 1") == "A?")
  }

  @Test("ToUnicode: characters, ranges, arrays, pairs, ligatures; what says nothing is passed over")
  func toUnicode() throws {
    let map = """
      /CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def
      1 begincodespacerange <0000> <FFFF> endcodespacerange
      6 beginbfchar <0001> <6CD7> <0002><53BF> <0003> <D840DC00> <0004> <00660069> <0005> <0000> <0006> <FFFD>
      endbfchar
      4 beginbfrange <0010> <0012> <4E00> <0020> <0021> [<5B8B> <4F53>] <0030> <0030> <2F12> <0031> <0031> <FB01>
      endbfrange endcmap
      """
    let font = try TestFont.make(
      TestFont.composite("/Identity-H", ordering: "Identity", font: "/ToUnicode 11 0 R"), cmap: map)
    #expect(font.text([0, 1, 0, 2, 0, 3, 0, 4]) == "泗县\u{20000}fi")
    #expect(font.text([0, 5, 0, 6, 0, 7]) == "???")
    #expect(font.text([0, 0x10, 0, 0x11, 0, 0x12, 0, 0x20, 0, 0x21]) == "一丁丂宋体")
    #expect(font.text([0, 0x30, 0, 0x31]) == "力fi")
  }

  @Test("A ToUnicode that maps every code to itself says less than the collection")
  func identityMap() throws {
    let map = "1 beginbfrange <0000> <FFFF> <0000> endbfrange"
    let known = TestFont.composite("/Identity-H", font: "/ToUnicode 11 0 R")
    #expect(try TestFont.make(known, cmap: map).text([0x0F, 0xA0]) == "姓")
    let unknown = TestFont.composite("/Identity-H", ordering: "Identity", font: "/ToUnicode 11 0 R")
    #expect(try TestFont.make(unknown, cmap: map).text([0x5B, 0x8B]) == "宋")
  }

  @Test("A ToUnicode that makes Latin letters or one character of all ideographs is passed over")
  func brokenMap() throws {
    let known = TestFont.composite("/GBK-EUC-H", font: "/ToUnicode 11 0 R")
    let latin = "2 beginbfchar <CBCE> <00CB> <CCE5> <00CC> endbfchar"
    #expect(try TestFont.make(known, cmap: latin).text([0xCB, 0xCE, 0xCC, 0xE5]) == "宋体")
    let same = "2 beginbfchar <CBCE> <4E00> <CCE5> <4E00> endbfchar"
    #expect(try TestFont.make(known, cmap: same).text([0xCB, 0xCE, 0xCC, 0xE5]) == "宋体")
    let sound = "1 beginbfchar <CBCE> <5B8B> endbfchar"
    #expect(try TestFont.make(known, cmap: sound).text([0xCB, 0xCE, 0xCC, 0xE5]) == "宋体")
  }

  @Test("The name Identity-H in place of a ToUnicode means that codes are Unicode, if nothing else is known")
  func identityName() throws {
    let font = TestFont.composite("/Identity-H", ordering: "Identity", font: "/ToUnicode/Identity-H")
    #expect(try TestFont.make(font).text([0x5B, 0x8B]) == "宋")
    #expect(
      try TestFont.make(TestFont.composite("/Identity-H", ordering: "Identity")).text([0x5B, 0x8B]) == "?")
  }

  @Test("An embedded CMap: code spaces of two lengths, CIDs, a base")
  func embedded() throws {
    let map = """
      /GBK-EUC-H usecmap /WMode 1 def 2 begincodespacerange <00> <7F> <8140> <FEFE> endcodespacerange
      1 begincidrange <41> <43> 4000 endcidrange 1 begincidchar <8140> 4000 endcidchar
      """
    let font = try TestFont.make(TestFont.composite("11 0 R", descendant: "/W[4000[123]]"), cmap: map)
    let codes = font.codes([0x41, 0x81, 0x40, 0x42])
    #expect(codes.map(\.length) == [1, 2, 1])
    #expect(font.isVertical)
    let alone = try TestFont.make(
      TestFont.composite("11 0 R"),
      cmap: "1 begincodespacerange <00> <FF> endcodespacerange"
        + " 1 begincidrange <10> <20> 4000 endcidrange")
    #expect(alone.text([0x10, 0x21]) == "姓?")
  }

  @Test(
    "Broken dictionaries give fonts that advance",
    arguments: [
      "<</Type/Font/Subtype/Type0>>", "<</Type/Font/Subtype/Type0/DescendantFonts[10 0 R]/Encoding 10 0 R>>",
      "<</Type/Font/Subtype/Type0/DescendantFonts 7/Encoding/No-H/W[1 2]>>", "<</Type/Font>>", "<<>>",
      "<</Subtype/Type3/FontMatrix[0 0]/CharProcs 5>>",
      "<</Subtype/Type1/FirstChar 9223372036854775807/Widths[1 2 3]/Encoding<</Differences[9223372036854775807/A/B]>>>>",
      "<</Subtype/Type0/DescendantFonts[<</W[9223372036854775807[1 2]-5[3]1 9223372036854775807 4 1e300 2 3]"
        + "/DW 1e300/DW2[1]/W2[1[2]3 4 5]>>]/Encoding/Identity-V>>",
    ])
  func broken(_ dictionary: String) throws {
    let font = try TestFont.make(dictionary)
    let bytes = [UInt8](0...255)
    #expect(font.codes(bytes).map(\.length).reduce(0, +) == 256)
    #expect(font.codes(bytes).allSatisfy { $0.advance.isFinite })
  }

  @Test(
    "Damaged CMaps are read as far as they go",
    arguments: [
      "", "beginbfrange", "beginbfchar <", "beginbfrange <00> <FF> [",
      "1 beginbfrange <FFFFFFFF> <00000000> <41>",
      "begincidrange <00> <FFFFFFFF> 9999999999999", "beginbfrange <0000> <FFFFFFFF> <0000> <01><02><D800>",
      "begincodespacerange <00> <FFFFFFFFFF> <> <> endcodespacerange", "/WMode 99999999999999999999 def",
      "beginbfchar <01> /A <02> /nothing <03> (x) <04> 65",
    ])
  func damaged(_ map: String) throws {
    for entry in ["11 0 R", "/Identity-H"] {
      let font = try TestFont.make(TestFont.composite(entry, font: "/ToUnicode 11 0 R"), cmap: map)
      #expect(font.codes([UInt8](0...255)).map(\.length).reduce(0, +) == 256)
    }
  }
}
