import Conformance
import DocumentModel
import Structure
import Testing

/// Shapes of documents that the corpus lacks, invented; the roles that they must come out with.
@Suite struct SampleTests {
  struct Sample: CustomTestStringConvertible, Sendable {
    var name: String
    var paragraphs: [Paragraph]
    var expected: [String]
    var testDescription: String { name }
  }

  @Test(arguments: heading + ending + kinds + web)
  func sample(_ sample: Sample) { #expect(Make.dump(sample.paragraphs) == sample.expected) }

  static let notice = "关于印发泗县基层政务公开提升行动方案的通知"

  static let heading: [Sample] = [
    Sample(
      name: "红头、文号、标题、主送、落款齐全",
      paragraphs: [
        Make.redHead("泗县人民政府办公室文件"), Make.blank, Make.center("泗政办〔2022〕5号"), Make.blank,
        Make.title("泗县人民政府办公室"), Make.title(notice), Make.blank, Make.p("各镇人民政府，县直各单位："), Make.prose,
        Make.p("　　一、总体要求"), Make.prose, Make.p("　　二、加强领导。各单位要建立机制，明确专人负责，确保各项任务按时完成。"), Make.closing,
        Make.blank,
        Make.right("泗县人民政府办公室"), Make.right("2022年3月1日"), Make.p("（此件公开发布）"),
      ],
      expected: [
        "letterhead: 泗县人民政府办公室文件", "number: 泗政办〔2022〕5号", "title: 泗县人民政府办公室" + notice,
        "recipient: 各镇人民政府，县直各单位：", "heading1: 一、总体要求", "heading1: 二、加强领导。", "issuer: 泗县人民政府办公室",
        "date: 2022年3月1日 = 2022-03-01", "note: （此件公开发布）",
      ]),
    Sample(
      name: "红头在文本框里",
      paragraphs: [
        Make.redHead("泗县教育局文件", box: true), Make.center("泗教〔2022〕5号"), Make.title("泗县教育局关于做好秋季招生工作的通知"),
        Make.p("各中小学："), Make.prose, Make.right("泗县教育局"), Make.right("2022年8月1日"),
      ],
      expected: [
        "letterhead: 泗县教育局文件", "number: 泗教〔2022〕5号", "title: 泗县教育局关于做好秋季招生工作的通知", "recipient: 各中小学：",
        "issuer: 泗县教育局", "date: 2022年8月1日 = 2022-08-01",
      ]),
    Sample(
      name: "标题画在文本框里",
      paragraphs: [
        Make.styled("泗县水利局关于开展汛前检查的通知", 22, .center, story: .textBox), Make.center("泗水〔2021〕12号"),
        Make.p("各水管单位："),
        Make.prose, Make.right("泗县水利局"), Make.right("2021年4月2日"),
      ],
      expected: [
        "title: 泗县水利局关于开展汛前检查的通知", "number: 泗水〔2021〕12号", "recipient: 各水管单位：", "issuer: 泗县水利局",
        "date: 2021年4月2日 = 2021-04-02",
      ]),
    Sample(
      name: "文号在表格里",
      paragraphs: [
        Make.redHead("泗县人民政府文件"), Make.cell("泗政〔2022〕18号", 0, 0, 0), Make.cell("签发人：李四", 0, 0, 1),
        Make.title("泗县人民政府关于申请专项资金的请示"), Make.p("宿州市人民政府："), Make.prose, Make.p("妥否，请批示。"),
        Make.right("泗县人民政府"), Make.right("2022年5月6日"),
      ],
      expected: [
        "letterhead: 泗县人民政府文件", "number: 泗政〔2022〕18号", "signer: 李四", "title: 泗县人民政府关于申请专项资金的请示",
        "recipient: 宿州市人民政府：", "issuer: 泗县人民政府", "date: 2022年5月6日 = 2022-05-06",
      ]),
    Sample(
      name: "文号与签发人同行",
      paragraphs: [
        Make.redHead("泗县人民政府文件"), Make.p("　泗政〔2022〕19号　　　　　　签发人：王 五　"),
        Make.title("泗县人民政府关于报送年度工作总结的报告"), Make.p("宿州市人民政府："), Make.prose, Make.right("泗县人民政府"),
        Make.right("2022年12月6日"),
      ],
      expected: [
        "letterhead: 泗县人民政府文件", "number: 泗政〔2022〕19号", "signer: 王 五", "title: 泗县人民政府关于报送年度工作总结的报告",
        "recipient: 宿州市人民政府：", "issuer: 泗县人民政府", "date: 2022年12月6日 = 2022-12-06",
      ]),
    Sample(
      name: "密级、紧急程度、份号、版头",
      paragraphs: [
        Make.p("000012"), Make.p("秘密★1年"), Make.p("特　急"), Make.redHead("泗县人民政府办公室文件"),
        Make.center("泗政办〔2020〕7号"),
        Make.title("泗县人民政府办公室关于做好值班工作的紧急通知"), Make.p("各镇人民政府："), Make.prose, Make.right("泗县人民政府办公室"),
        Make.right("2020年1月25日"),
      ],
      expected: [
        "copyNumber: 000012", "secrecy: 秘密★1年", "urgency: 特　急", "letterhead: 泗县人民政府办公室文件",
        "number: 泗政办〔2020〕7号",
        "title: 泗县人民政府办公室关于做好值班工作的紧急通知", "recipient: 各镇人民政府：", "issuer: 泗县人民政府办公室",
        "date: 2020年1月25日 = 2020-01-25",
      ]),
    Sample(
      name: "标题分三行，含软回车",
      paragraphs: [
        Make.title("中共泗县县委办公室　泗县人民政府办公室"), Make.title("关于印发《泗县推进乡村振兴重点工作\n任务分解方案》"), Make.title("的通知"),
        Make.center("泗办发〔2021〕3号"), Make.p("各镇党委、政府："), Make.prose, Make.right("中共泗县县委办公室"),
        Make.right("泗县人民政府办公室"), Make.right("2021年2月20日"),
      ],
      expected: [
        "title: 中共泗县县委办公室　泗县人民政府办公室关于印发《泗县推进乡村振兴重点工作任务分解方案》的通知", "number: 泗办发〔2021〕3号",
        "recipient: 各镇党委、政府：", "issuer: 中共泗县县委办公室", "issuer: 泗县人民政府办公室", "date: 2021年2月20日 = 2021-02-20",
      ]),
    Sample(
      name: "文号有误仍认得出",
      paragraphs: [
        Make.title("泗县民政局关于开展慰问活动的通知"), Make.center("泗民[2022] 第05号"), Make.p("各镇民政办："), Make.prose,
        Make.right("泗县民政局"), Make.right("2022.1.8"),
      ],
      expected: [
        "title: 泗县民政局关于开展慰问活动的通知", "number: 泗民[2022] 第05号", "recipient: 各镇民政办：", "issuer: 泗县民政局",
        "date: 2022.1.8 = 2022-01-08",
      ]),
    Sample(
      name: "没有文号的通知引用别的文号",
      paragraphs: [
        Make.title("关于转发工作要点的通知"), Make.p("各单位："),
        Make.p("现将《宿州市人民政府办公室关于印发工作要点的通知》（宿政办〔2022〕3号）转发给你们，请认真贯彻执行，并及时报送落实情况。"),
        Make.p("根据国办发〔2021〕12号文件要求，各单位要高度重视，切实加强组织领导，确保各项工作落到实处。"), Make.right("泗县人民政府办公室"),
        Make.right("2022年3月5日"),
      ],
      expected: [
        "title: 关于转发工作要点的通知", "recipient: 各单位：", "issuer: 泗县人民政府办公室", "date: 2022年3月5日 = 2022-03-05",
      ]),
    Sample(
      name: "文号括在标题末尾",
      paragraphs: [
        Make.title("泗县财政局关于规范经费管理的通知（泗财〔2023〕8号）"), Make.p("各预算单位："), Make.prose, Make.right("泗县财政局"),
        Make.right("2023年5月9日"),
      ],
      expected: [
        "title: 泗县财政局关于规范经费管理的通知", "number: 泗财〔2023〕8号", "recipient: 各预算单位：", "issuer: 泗县财政局",
        "date: 2023年5月9日 = 2023-05-09",
      ]),
  ]

  static let ending: [Sample] = [
    Sample(
      name: "三家联合发文，署名分行",
      paragraphs: [
        Make.title("泗县教育局　泗县公安局　泗县市场监督管理局\n关于开展校园周边整治的通知"), Make.center("泗教〔2022〕31号"), Make.p("各镇人民政府："),
        Make.prose, Make.right("泗县教育局"), Make.right("泗县公安局"), Make.right("泗县市场监督管理局"),
        Make.right("2022年9月1日"),
      ],
      expected: [
        "title: 泗县教育局　泗县公安局　泗县市场监督管理局关于开展校园周边整治的通知", "number: 泗教〔2022〕31号", "recipient: 各镇人民政府：",
        "issuer: 泗县教育局", "issuer: 泗县公安局", "issuer: 泗县市场监督管理局", "date: 2022年9月1日 = 2022-09-01",
      ]),
    Sample(
      name: "落款在表格里",
      paragraphs: [
        Make.title("泗县住房和城乡建设局关于加强燃气安全管理的通知"), Make.p("各燃气企业："), Make.prose, Make.closing,
        Make.cell("泗县住房和城乡建设局", 0, 0, 0), Make.cell("泗县应急管理局", 0, 0, 1), Make.cell("2022年7月7日", 0, 1, 0),
      ],
      expected: [
        "title: 泗县住房和城乡建设局关于加强燃气安全管理的通知", "recipient: 各燃气企业：", "issuer: 泗县住房和城乡建设局",
        "issuer: 泗县应急管理局", "date: 2022年7月7日 = 2022-07-07",
      ]),
    Sample(
      name: "日期在署名之前",
      paragraphs: [
        Make.title("泗县卫生健康委员会关于做好疫苗接种工作的通知"), Make.p("各医疗机构："), Make.prose, Make.right("2021年6月3日"),
        Make.right("泗县卫生健康委员会"),
      ],
      expected: [
        "title: 泗县卫生健康委员会关于做好疫苗接种工作的通知", "recipient: 各医疗机构：", "date: 2021年6月3日 = 2021-06-03",
        "issuer: 泗县卫生健康委员会",
      ]),
    Sample(
      name: "署名与日期同行",
      paragraphs: [
        Make.title("泗县统计局关于开展抽样调查的通知"), Make.p("各镇统计站："), Make.prose, Make.right("泗县统计局　　2021年6月3日"),
      ],
      expected: [
        "title: 泗县统计局关于开展抽样调查的通知", "recipient: 各镇统计站：", "issuer: 泗县统计局", "date: 2021年6月3日 = 2021-06-03",
      ]),
    Sample(
      name: "附件说明、附注、版记表",
      paragraphs: [
        Make.redHead("泗县人民政府文件"), Make.center("泗政〔2022〕6号"), Make.title("泗县人民政府关于印发年度工作要点的通知"),
        Make.p("各镇人民政府："), Make.prose, Make.blank, Make.p("　　附件：1.年度工作要点"), Make.p("　　　　　2.任务分解表"),
        Make.blank,
        Make.right("泗县人民政府"), Make.right("2022年2月10日"), Make.p("　　（此件公开发布）"), Make.page(Make.p("附件1")),
        Make.blank,
        Make.title("年度工作要点"), Make.prose, Make.right("2022年1月1日"), Make.page(Make.p("附件2")), Make.blank,
        Make.title("任务分解表"),
        Make.cell("序号", 0, 0, 0), Make.cell("任务", 0, 0, 1), Make.cell("抄送：县委办公室，县人大常委会办公室。", 1, 0, 0),
        Make.cell("泗县人民政府办公室", 1, 1, 0), Make.cell("2022年2月11日印发", 1, 1, 1),
      ],
      expected: [
        "letterhead: 泗县人民政府文件", "number: 泗政〔2022〕6号", "title: 泗县人民政府关于印发年度工作要点的通知", "recipient: 各镇人民政府：",
        "annexNote: 附件：1.年度工作要点", "annexNote: 2.任务分解表", "issuer: 泗县人民政府", "date: 2022年2月10日 = 2022-02-10",
        "note: （此件公开发布）", "annexMark: 附件1", "annexTitle: 年度工作要点", "annexMark: 附件2", "annexTitle: 任务分解表",
        "imprint: 抄送：县委办公室，县人大常委会办公室。", "imprint: 泗县人民政府办公室", "imprint: 2022年2月11日印发",
        "printDate: 2022年2月11日 = 2022-02-11",
      ]),
    Sample(
      name: "版记紧接落款，附件在其后",
      paragraphs: [
        Make.title("泗县交通运输局关于加强养护管理的通知"), Make.center("泗交〔2020〕44号"), Make.p("各养护站："), Make.prose,
        Make.right("泗县交通运输局"), Make.right("2020年10月8日"), Make.p("抄送：县政府办公室。"),
        Make.p("泗县交通运输局办公室　　　2020年10月9日印发"),
      ],
      expected: [
        "title: 泗县交通运输局关于加强养护管理的通知", "number: 泗交〔2020〕44号", "recipient: 各养护站：", "issuer: 泗县交通运输局",
        "date: 2020年10月8日 = 2020-10-08", "imprint: 抄送：县政府办公室。", "imprint: 泗县交通运输局办公室　　　2020年10月9日印发",
        "printDate: 2020年10月9日 = 2020-10-09",
      ]),
    Sample(
      name: "附件里有自己的标题和像落款的日期",
      paragraphs: [
        Make.title("泗县人民政府办公室关于转发考核办法的通知"), Make.center("泗政办〔2019〕21号"), Make.p("各单位："), Make.prose,
        Make.right("泗县人民政府办公室"), Make.right("2019年11月11日"), Make.page(Make.title("泗县目标考核办法")),
        Make.p("第一条　为加强管理，制定本办法。"),
        Make.prose, Make.right("泗县考核委员会"), Make.right("2018年5月5日"),
      ],
      expected: [
        "title: 泗县人民政府办公室关于转发考核办法的通知", "number: 泗政办〔2019〕21号", "recipient: 各单位：", "issuer: 泗县人民政府办公室",
        "date: 2019年11月11日 = 2019-11-11", "annexTitle: 泗县目标考核办法",
      ]),
    Sample(
      name: "署名用空格推到右边，没有日期",
      paragraphs: [
        Make.title("泗县城市管理局关于临时封闭道路的通告"), Make.prose, Make.p("特此通告。"),
        Make.p("                              泗县城市管理局"),
      ],
      expected: ["title: 泗县城市管理局关于临时封闭道路的通告", "issuer: 泗县城市管理局"]),
  ]
}
