import Fonts
import Testing

@Suite struct FontTableTests {
  @Test(arguments: [
    ("宋体", FontClass.song, FontTier.strict), ("SimSun", .song, .strict), ("simsun", .song, .strict),
    ("宋体 (中文正文)", .song, .strict), ("宋体（中文正文）", .song, .strict), ("宋体 (标题)", .song, .strict),
    ("@宋体", .song, .strict), ("@SimSun", .song, .strict), ("ＳｉｍＳｕｎ", .song, .strict),
    ("ËÎÌå", .song, .strict), ("SimSun,Bold", .song, .strict), ("SimSun-BoldItalic", .song, .strict),
    ("华文宋体", .song, .equivalent), ("STSong-Light", .song, .equivalent),
    ("思源宋体", .song, .substitute), ("NotoSerifCJKsc-Regular", .song, .substitute),
    ("Noto Serif CJK SC", .song, .substitute), ("方正小标宋简体", .xbs, .strict),
    ("·½ÕýÐ¡±êËÎ¼òÌå", .xbs, .strict), ("华文中宋", .xbs, .substitute), ("仿宋_GB2312", .fang, .strict),
    ("仿宋 GB2312", .fang, .strict), ("·ÂËÎ_GB2312", .fang, .strict), ("FangSong_GB2312", .fang, .strict),
    ("楷体_GB2312", .kai, .strict), ("¿¬Ìå_GB2312", .kai, .strict), ("STKaiti", .kai, .equivalent),
    ("黑体", .hei, .strict), ("ºÚÌå", .hei, .strict), ("Microsoft YaHei", .hei, .substitute),
    ("微软雅黑", .hei, .substitute), ("等线", .hei, .substitute), ("TimesNewRomanPSMT", .tnr, .strict),
    ("Times New Roman", .tnr, .strict), ("FZXBSJW--GB1-0", .xbs, .strict),
  ])
  func findsEverySpelling(name: String, fontClass: FontClass, tier: FontTier) throws {
    let identity = try #require(FontTable.builtIn.lookUp(name), "\(name) is not found")
    #expect(identity.fontClass == fontClass)
    #expect(identity.tier == tier)
  }

  @Test(arguments: [
    "", "@", "Comic Sans MS", "+中文正文", "宋", "bold", ",Bold", String(repeating: "宋", count: 140),
  ])
  func knowsWhatItDoesNotKnow(name: String) { #expect(FontTable.builtIn.lookUp(name) == nil) }

  @Test func tellsTheGB2312Edition() {
    #expect(FontTable.builtIn.lookUp("仿宋_GB2312")?.isGB2312Edition == true)
    #expect(FontTable.builtIn.lookUp("KaiTi_GB2312")?.isGB2312Edition == true)
    #expect(FontTable.builtIn.lookUp("仿宋")?.isGB2312Edition == false)
  }

  @Test func asksTheDocumentsOwnAlternatives() {
    #expect(FontTable.builtIn.lookUp("MySong", alternatives: ["MySong": "宋体"])?.fontClass == .song)
    #expect(FontTable.builtIn.lookUp("MySong", alternatives: ["MySong": "Foo,SimSun"])?.fontClass == .song)
    #expect(FontTable.builtIn.lookUp("MySong", alternatives: ["MySong": "MySong"]) == nil)
    #expect(FontTable.builtIn.lookUp("黑体", alternatives: ["黑体": "宋体"])?.fontClass == .hei)
  }

  @Test func aListIsAFaceWhereAllOfItAreOfOneClass() {
    #expect(FontTable.builtIn.lookUp("仿宋_GB2312;仿宋")?.fontClass == .fang)
    #expect(FontTable.builtIn.lookUp("宋体;SimSun")?.fontClass == .song)
    #expect(FontTable.builtIn.lookUp("方正小标宋_GBK;微软雅黑") == nil)
    #expect(FontTable.builtIn.lookUp("宋体;Foo") == nil && FontTable.builtIn.lookUp(";") == nil)
  }

  @Test func namesFacesInChinese() {
    #expect(FontTable.builtIn.lookUp("SimSun")?.chineseName == "宋体")
    #expect(FontTable.builtIn.lookUp("KaiTi_GB2312")?.chineseName == "楷体_GB2312")
    #expect(FontTable.builtIn.lookUp("STSong")?.chineseName == "STSong（宋体）")
    #expect(FontTable.builtIn.lookUp("华文宋体")?.chineseName == "华文宋体")
    #expect(FontClass(specName: "宋体") == .song)
    #expect(FontClass(specName: "kai") == .kai)
    #expect(FontClass(specName: "仿宋_GB2312") == .fang)
    #expect(FontClass(specName: "宋朝") == nil)
  }

  @Test func everyClassHasStrictNames() {
    for fontClass in FontClass.allCases {
      #expect(FontTable.builtIn.lookUp(fontClass.commonFace)?.fontClass == fontClass)
    }
  }

  @Test func knowsTheIdeographsOfGB2312() {
    let members = (0x3000...0xFFFF).count { Unicode.Scalar($0).map(GB2312.contains) ?? false }
    #expect(members == 6763)
    for scalar in "啊齄泗县政".unicodeScalars { #expect(GB2312.contains(scalar)) }
    for scalar in "〇镕㛃Aー".unicodeScalars { #expect(!GB2312.contains(scalar)) }
  }
}

extension Unicode.Scalar {
  fileprivate init?(_ value: Int) { self.init(UInt32(value)) }
}
