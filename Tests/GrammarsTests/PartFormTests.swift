import Grammars
import Testing

@Suite struct PartFormTests {
  @Test(arguments: [
    ("一、提高认识", Enumerator.Kind.level(1), 1, 2, true), ("十二、加强领导", .level(1), 12, 3, true),
    ("（一）健全机制", .level(2), 1, 3, true), ("1.压实责任", .level(3), 1, 2, true), ("（2）按月报送", .level(4), 2, 3, true),
    ("①报送", .level(5), 1, 1, true), ("第一章　总则", .chapter, 1, 3, true), ("第三节 附则", .section, 3, 3, true),
    ("第一百零一条　本法", .article, 101, 6, true), ("第二编 分则", .part, 2, 3, true), ("(一)健全机制", .level(2), 1, 3, false),
    ("（一）、健全", .level(2), 1, 4, false), ("1、压实", .level(3), 1, 2, false), ("1)压实", .level(4), 1, 2, false),
    ("一.认识", .level(1), 1, 2, false), ("第一，认识", .running, 1, 3, true),
    ("2. 3 个工作日内报送", .level(3), 2, 2, true),
  ])
  func enumerator(_ text: String, _ kind: Enumerator.Kind, _ number: Int, _ length: Int, _ isWell: Bool)
    throws
  {
    let found = try #require(Enumerator(MatchText(text)))
    #expect(found.kind == kind && found.number == number && found.length == length)
    #expect(found.isWellFormed == isWell)
  }

  @Test(arguments: [
    "1.5倍", "5. 1  幅面尺寸", "6. 2. 1 版头", "2022.4.1", "2022年", "第三季度", "（试行）", "一是提高认识", "一，", "", "第",
  ])
  func noEnumerator(_ text: String) { #expect(Enumerator(MatchText(text)) == nil) }

  @Test(
    arguments: [
      ("附件", nil, true), ("附件1", 1, true), ("附件12", 12, true), ("附件1：", 1, false), ("附件一", 1, false),
      ("附 件", nil, false),
      ("附件：", nil, false), ("附表2", 2, false), ("附件１", 1, false), ("附录A", 1, false),
    ] as [(String, Int?, Bool)])
  func annexMark(_ text: String, _ number: Int?, _ isWell: Bool) {
    #expect(AnnexForm(MatchText(text)) == .mark(number: number, isWellFormed: isWell))
  }

  @Test(
    arguments: [
      ("附件：基层政务公开任务分解表", nil, "基层政务公开任务分解表", true), ("附件：1.目录", 1, "目录", true),
      ("附件:1.目录", 1, "目录", false), ("附件1：目录", 1, "目录", false), ("附：目录", nil, "目录", false),
      ("附件1.目录", 1, "目录", false), ("附表：《明细表》", nil, "《明细表》", false),
    ] as [(String, Int?, String, Bool)])
  func annexHead(_ text: String, _ number: Int?, _ name: String, _ isWell: Bool) throws {
    let match = MatchText(text)
    guard case .head(let found, let range, let isWellFormed) = AnnexForm(match) else {
      Issue.record("no head: \(text)")
      return
    }
    #expect(found == number && match.string(range) == name && isWellFormed == isWell)
  }

  @Test(arguments: ["附则", "附件的管理由办公室负责。", "附近的居民", "目录"])
  func noAnnex(_ text: String) { #expect(AnnexForm(MatchText(text)) == nil) }

  @Test(arguments: [
    ("各镇人民政府，县直各单位：", FrameForm.recipient), ("（此件公开发布）", .note), ("（联系人：张三，电话：0557-1234567）", .note),
    ("秘密★1年", .secrecy), ("机  密", .secrecy), ("特　急", .urgency), ("000123", .copyNumber),
    ("抄送：县委办公室。", .copies),
    ("目　　录", .contents), ("（此页无正文）", .blankPage), ("签发人：张三", .signer(4..<6)), ("共印50份", .imprint),
  ])
  func frame(_ text: String, _ form: FrameForm) { #expect(FrameForm(MatchText(text)) == form) }

  @Test(arguments: ["现将有关事项通知如下：", "会议指出：", "秘密工作要点", "抄送县委办公室一份", "一、总体要求：", "附件："])
  func noFrame(_ text: String) { #expect(FrameForm(MatchText(text)) == nil) }

  @Test(arguments: [
    "泗县人民政府办公室", "中国银保监会南通监管分局", "宿州市政务公开办公室", "上海市地方金融监管局", "安徽省高级人民法院", "泗县教育局（代章）", "财 政 部",
    "泗县乡村振兴战略领导小组", "国务院",
  ])
  func issuer(_ text: String) { #expect(IssuerName.isLikely(MatchText(text))) }

  @Test(arguments: ["特此通知", "请各单位的办公室", "2022年", "关于成立领导小组", "张三", "附件", "、办公室，"])
  func noIssuer(_ text: String) { #expect(!IssuerName.isLikely(MatchText(text))) }

  @Test func jointIssuers() {
    let text = MatchText("上海银保监局　上海市地方金融监管局")
    #expect(IssuerName.split(text).map { IssuerName.clean(text, in: $0) } == ["上海银保监局", "上海市地方金融监管局"])
    let spaced = MatchText("财 政 部")
    #expect(IssuerName.split(spaced).map { IssuerName.clean(spaced, in: $0) } == ["财政部"])
    let five = MatchText("沪、苏、浙、皖、甬五地银保监局")
    #expect(IssuerName.split(five).count == 1)
  }

  @Test func metadataLine() {
    let text = MatchText("发布日期：2022-03-01　来源：县政府办 浏览次数：12")
    let fields = MetadataLabel.fields(in: text)
    #expect(fields.map(\.label) == [.publishDate, .source, .source])
    #expect(fields.map { text.string($0.value) } == ["2022-03-01", "县政府办", "12"])
    #expect(MetadataLabel(MatchText("文　　号：")) == .number)
    #expect(MetadataLabel.fields(in: MatchText("现通知如下：一、")).isEmpty)
  }
}
