import Fonts
import Testing

@testable import PDFReader

@Suite("Names of faces") struct FaceNameTests {
  @Test(
    "Tags, encodings and styles come off",
    arguments: [
      ("ABCDEF+SimSun", "SimSun", false), ("SimSun,Bold", "SimSun", true), ("SimHei-Bold", "SimHei", true),
      ("#CB#CE#CC#E5", "宋体", false), ("ABCDEE+#BA#DA#CC#E5,Bold", "黑体", true),
      ("#E5#AE#8B#E4#BD#93", "宋体", false), ("#C3#8B#C3#8E#C3#8C#C3#A5", "宋体", false),
      ("#B7#C2#CB#CE_GB2312", "仿宋_GB2312", false), ("#B2#D3#A9#FA#C5#E9", "細明體", false),
      ("FZSSK--GBK1-00+ZHNJFM-7", "FZSSK--GBK1-0", false),
      ("E-BZ+ZHNJFM-5", "E-BZ", false), ("#B7#BD#D5#FD#D0#A1#B1#EA#CB#CE_GBK+ABCDEF", "方正小标宋_GBK", false),
      ("TimesNewRomanPS-BoldMT", "TimesNewRomanPS-BoldMT", true), ("Arial-BoldItalicMT", "Arial", true),
      ("NotoSansCJKsc-Bold", "NotoSansCJKsc", true), ("Arial-Black", "Arial", true),
      ("FZXiaoBiaoSong-B05S", "FZXiaoBiaoSong-B05S", false), ("STSong-Light", "STSong-Light", false),
      ("#82l#82r#20#96#BE#92#A9", "ＭＳ 明朝", false), ("#FE#FF#5B#8B#4F#53", "宋体", false),
      ("ABCDEF+", "ABCDEF+", false),
    ])
  func parses(_ written: String, _ plain: String, _ bold: Bool) {
    // The lexer undoes the escapes of a file; so does the name itself, for those that are escaped twice.
    let name = FaceName(Array(written.utf8))
    let twice = FaceName(Array(FaceName(Array(written.utf8)).raw.utf8))
    #expect(name.plain == plain)
    #expect(twice.plain == plain)
    #expect(name.isBold == bold)
  }

  @Test("The plain name is one that the table of faces finds, in every form that it lists")
  func table() {
    for (written, fontClass) in [
      ("ABCDEF+SimSun,Bold", FontClass.song), ("#B7#BD#D5#FD#D0#A1#B1#EA#CB#CE#BC#F2#CC#E5", .xbs),
      ("#BF#AC#CC#E5_GB2312", .kai), ("FZFSK--GBK1-00+ABCDEF-3", .fang), ("TimesNewRomanPS-BoldMT", .tnr),
    ] {
      #expect(FontTable.builtIn.lookUp(FaceName(Array(written.utf8)).plain)?.fontClass == fontClass)
    }
  }

  @Test("Names that say nothing")
  func nothing() {
    for name in ["F1", "CIDFont+F2", "E-BZ+ZHNJFM-5", "TT5", ""] {
      #expect(FaceName(Array(name.utf8)).saysNothing, "\(name)")
    }
    for name in ["宋体", "Arial", "SimHei"] { #expect(!FaceName(Array(name.utf8)).saysNothing) }
  }
}
