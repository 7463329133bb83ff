import Conformance
import DocumentModel
import Structure
import Testing

/// Covers, collections and pages as files of paper have them.
@Suite struct PaperTests {
  private func elements(_ paragraphs: [Paragraph]) -> StructuredDocument {
    StructureReader().elements(of: Make.document(paragraphs))
  }

  @Test func theMonthOnACoverIsNoTitle() {
    for month in ["2023年3月", "一九九九年肆月"] {
      let found = elements([
        Make.title("泗县教育局开关柜采购"), Make.blank, Make.styled("招标文件", 36, .center), Make.blank,
        Make.title("泗县招标代理有限公司"), Make.title(month), Make.page(Make.p("第一章　总则")), Make.prose, Make.closing,
      ])
      #expect(found.first(.title)?.text != month)
    }
  }

  @Test func theCoverOfATenderHasItsTitle() {
    let found = elements([
      Make.p("泗县教育局开关柜改造项目（云岭"), Make.styled("县35千伏变电站）采购", 16, bold: true, .center),
      Make.styled("招标编号：SX2023-15", 16, bold: true, .center), Make.blank, Make.styled("招标文件", 42, .center),
      Make.blank,
      Make.styled("泗县招标代理有限公司", 18, .center), Make.page(Make.p("第一章　总则")), Make.prose, Make.closing,
      Make.prose,
    ])
    #expect(found.first(.title)?.text == "招标文件")
    #expect(elements([Make.redHead("泗县招标文件"), Make.p("各单位："), Make.prose]).first(.title) == nil)
  }

  @Test func theCoverOfAStandardHasItsTitle() {
    let found = elements([
      Make.styled("中 华 人 民 共 和 国 国 家 标 准", 26, .center), Make.right("GB/T 9704—2012"), Make.blank,
      Make.styled("党政机关公文格式", 26, .center), Make.blank,
      Make.styled("Layout key for official document of Party and government organs", 26, .center),
      Make.page(Make.p("1　范围")), Make.prose, Make.closing,
    ])
    #expect(found.first(.title)?.text == "党政机关公文格式")
  }

  /// A law that was revised often has a caption of hundreds of characters, which a mark of a note may part.
  @Test func longCaptionsMayBeParted() {
    let revisions = (1...12).map { "根据20\($0 + 10)年3月1日县人民代表大会常务委员会第\($0)次会议《关于修改〈泗县政务公开条例〉的决定》第\($0)次修正　" }
    let long = "（2001年3月1日县人民代表大会通过　" + revisions.joined() + "根据2024年5月6日县人民代表大会《关于修改部分条例的决定》修正"
    let found = elements([
      Make.title("泗县政务公开条例"), Make.center(long), Make.p("①"), Make.p("）"), Make.p("第一条　为了做好政务公开工作，制定本条例。"),
      Make.prose,
    ])
    #expect(found.first(.caption)?.pieces.map(\.paragraph) == [1, 2, 3])
    #expect(found.first(.date)?.text == "2024年5月6日")
  }

  @Test func ofATitleThatStandsTwiceTheLargerOneIsMeant() throws {
    let found = elements([
      Make.title("泗县政务公开条例"), Make.center("来源：泗县人民政府网　　2022年3月2日"),
      Make.styled("泗县政务公开条例", 16, bold: true, .center), Make.center("（2022年3月1日泗县人民代表大会通过）"),
      Make.p("第一条　为了做好政务公开工作，制定本条例。"), Make.prose,
    ])
    #expect(try #require(found.first(.title)).pieces.map(\.paragraph) == [0])
    #expect(found.elements(.body).flatMap(\.pieces).allSatisfy { $0.paragraph >= 4 })
  }

  @Test func theTitleOfTheNextPageIsNoSignature() throws {
    let paragraphs = [
      Make.title("泗县司法局关于印发《规章修订机制与实施办法》的通知"), Make.p("各单位："), Make.prose, Make.right("2022年3月1日"),
      Make.page(Make.center("规章修订机制与实施办")), Make.center("法"), Make.prose, Make.closing,
    ]
    let issuer = try #require(elements(paragraphs).first(.issuer))
    #expect(issuer.text == "泗县司法局")
    // On the same page it is one.
    var same = paragraphs
    same[4] = Make.center("泗县司法局办公室")
    #expect(elements(same).first(.issuer)?.text == "泗县司法局办公室")
  }

  @Test func whatBeginsAPageIsAnAnnexAndNoList() {
    let annexed = elements([
      Make.title("泗县教育局评价细则"), Make.prose, Make.closing, Make.page(Make.p("附件5-2 问卷分析表")), Make.p("课程目标一"),
      Make.page(Make.p("附件6-3 达成度分析表")), Make.p("课程目标二"),
    ])
    #expect(annexed.elements(.annexNote).isEmpty)
    let listed = elements([
      Make.title("泗县教育局关于开展评价的通知"), Make.p("各单位："), Make.prose, Make.page(Make.p("附件：1.达成度分析表")),
      Make.right("泗县教育局"), Make.right("2022年3月1日"),
    ])
    #expect(listed.elements(.annexNote).count == 1)
  }

  @Test func articlesInATableMakeNoLaw() {
    let articles = (0..<4).map { Make.cell("第二十条第（\(["一", "五", "六", "八"][$0])）项", 0, $0, 0) }
    let found = elements(
      [Make.title("泗县2022年政府信息公开工作年度报告"), Make.prose, Make.p("一、总体情况"), Make.prose, Make.p("二、主动公开情况")]
        + articles + [Make.p("三、存在的问题"), Make.prose])
    #expect(found.elements(.heading1).map(\.text) == ["一、总体情况", "二、主动公开情况", "三、存在的问题"])
  }

  @Test func theFirstSignOffOfACollectionIsLessCertain() throws {
    let notice = [Make.p("各学校："), Make.prose, Make.right("泗县教育局"), Make.right("2022年3月1日")]
    let titled = try #require(elements([Make.title("泗县教育局关于开展评价的通知")] + notice).first(.date))
    let untitled = elements([Make.p("前言")] + notice).first(.date)
    #expect(titled.certainty >= 0.9)
    #expect((untitled?.certainty ?? 0) < 0.8)
  }
}
