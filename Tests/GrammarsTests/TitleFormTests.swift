import Grammars
import Testing

@Suite struct TitleFormTests {
  @Test(arguments: [
    ("泗县人民政府办公室关于印发泗县基层政务公开方案的通知", TitleForm.Pattern.statutory, "通知", "泗县人民政府办公室"),
    ("关于提示异地贷款业务风险的通知", .statutory, "通知", ""),
    ("上海银保监局 上海市地方金融监管局关于在上海开展信托财产查询试点的意见", .statutory, "意见", "上海银保监局 上海市地方金融监管局"),
    ("国务院办公厅印发《关于全面推进政务公开工作的意见》实施细则的通知", .wrapping, "通知", "国务院办公厅"),
    ("中共中央办公厅 国务院办公厅印发《关于实施革命文物保护利用工程的意见》", .wrapping, "", "中共中央办公厅 国务院办公厅"),
    ("上海保险专业中介机构合规管理暂行办法", .plain, "办法", ""), ("扬州市村镇银行支行管理办法（修订）", .plain, "办法", ""),
    ("中华人民共和国能源法", .plain, "法", ""), ("中国银监会宿迁监管分局关于推进“阳光信贷”工作指导意见", .statutory, "意见", "中国银监会宿迁监管分局"),
    ("国务院办公厅转发教育部关于扩大规模请示的通知", .statutory, "通知", "国务院办公厅"),
    ("关于《办法》的公告", .statutory, "公告", ""),
  ])
  func title(_ text: String, _ pattern: TitleForm.Pattern, _ kind: String, _ issuer: String) throws {
    let match = MatchText(text)
    let form = try #require(TitleForm(match))
    #expect(form.pattern == pattern && form.kind == kind)
    #expect(match.string(form.issuer) == issuer)
  }

  @Test(arguments: ["", "各县区人民政府：", "第一章　总则", "特此通知。", "泗县人民政府", "2022年3月1日"])
  func noTitle(_ text: String) { #expect(TitleForm(MatchText(text)) == nil) }

  @Test(arguments: [
    ("（2022年3月1日泗县人民政府办公室泗政办〔2022〕5号印发　自印发之日起施行）", [CaptionForm.Act.published], "2022-03-01"),
    ("（2019年9月19日市政府令第1号公布  根据2021年2月22日第一次修订）", [.published, .amended], "2021-02-22"),
    ("(2021年2月22日市政府令第3号公布  自2021年3月24日起施行)", [.published, .effective], "2021-02-22"),
    (
      "（2018年3月20日第十三届全国人民代表大会第一次会议通过　根据2024年12月25日第十四届全国人民代表大会常务委员会第十三次会议《关于修改〈中华人民共和国监察法〉的决定》修正）",
      [.adopted, .amended], "2024-12-25"
    ),
    ("（2024年6月28日第十四届全国人民代表大会常务委员会第十次会议通过）", [.adopted], "2024-06-28"),
    (
      "（2022年1月5日市政府常务会议通过　2022年1月20日市政府令第9号公布　自2022年3月1日起施行）",
      [.adopted, .published, .effective], "2022-01-05"
    ),
  ])
  func caption(_ text: String, _ acts: [CaptionForm.Act], _ iso: String) throws {
    let caption = try #require(CaptionForm(MatchText(text)))
    #expect(caption.events.map(\.act) == acts)
    #expect(caption.dating?.date.iso == iso)
  }

  @Test func captionKnowsItsNumbers() throws {
    let text = "（2007年4月5日中华人民共和国国务院令第492号公布　2019年4月3日中华人民共和国国务院令第711号修订）"
    let caption = try #require(CaptionForm(MatchText(text)))
    #expect(caption.events.map(\.number?.sequence) == [492, 711])
  }

  @Test(arguments: ["2019年9月19日公布", "（2019年9月公布）", "（此件公开发布）", "（联系人：张三，电话：12345）", ""])
  func noCaption(_ text: String) { #expect(CaptionForm(MatchText(text)) == nil) }
}
