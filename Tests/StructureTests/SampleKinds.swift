import Conformance
import DocumentModel

/// Kinds of documents beside the notice, and texts as web sites give them.
extension SampleTests {
  static let kinds: [Sample] = [
    Sample(
      name: "命令（令）",
      paragraphs: [
        Make.title("泗县人民政府令"), Make.center("第12号"),
        Make.p("《泗县城市管理办法》已经2022年3月1日县人民政府第5次常务会议通过，现予公布，自2022年5月1日起施行。"),
        Make.right("县长　张三"), Make.right("2022年3月10日"), Make.title("泗县城市管理办法"), Make.center("第一章　总则"),
        Make.prose,
      ],
      expected: [
        "letterhead: 泗县人民政府令", "issuer: 泗县人民政府", "number: 第12号", "date: 2022年3月10日 = 2022-03-10",
        "title: 泗县城市管理办法", "heading1: 第一章　总则",
      ]),
    Sample(
      name: "公告，编号独占一行",
      paragraphs: [
        Make.title("泗县自然资源和规划局公告"), Make.center("2022年第8号"), Make.prose, Make.p("特此公告。"),
        Make.right("泗县自然资源和规划局"), Make.right("2022年4月4日"),
      ],
      expected: [
        "title: 泗县自然资源和规划局公告", "number: 2022年第8号", "issuer: 泗县自然资源和规划局", "date: 2022年4月4日 = 2022-04-04",
      ]),
    Sample(
      name: "没有编号的公告",
      paragraphs: [
        Make.title("关于公开征求《泗县停车管理办法》意见的公告"), Make.prose, Make.closing, Make.right("泗县城市管理局"),
        Make.right("2022年6月6日"),
      ],
      expected: [
        "title: 关于公开征求《泗县停车管理办法》意见的公告", "issuer: 泗县城市管理局", "date: 2022年6月6日 = 2022-06-06",
      ]),
    Sample(
      name: "公示，无主送无文号",
      paragraphs: [
        Make.title("泗县2022年度拟推荐先进集体名单公示"), Make.prose, Make.p("公示时间：2022年7月1日至2022年7月7日。"),
        Make.p("联系电话：0557—7012345"),
        Make.right("泗县人力资源和社会保障局"), Make.right("2022年7月1日"),
      ],
      expected: [
        "title: 泗县2022年度拟推荐先进集体名单公示", "issuer: 泗县人力资源和社会保障局", "date: 2022年7月1日 = 2022-07-01",
      ]),
    Sample(
      name: "函，文号在右",
      paragraphs: [
        Make.styled("泗县人民政府办公室", 30, color: Make.red, .center), Make.right("泗政办函〔2022〕9号"),
        Make.title("泗县人民政府办公室关于商请支持项目建设的函"),
        Make.p("宿州市交通运输局："), Make.prose, Make.p("专此函达。"), Make.right("泗县人民政府办公室"), Make.right("2022年3月18日"),
        Make.p("（联系人：张三，电话：0557—7012345）"),
      ],
      expected: [
        "letterhead: 泗县人民政府办公室", "number: 泗政办函〔2022〕9号", "title: 泗县人民政府办公室关于商请支持项目建设的函",
        "recipient: 宿州市交通运输局：", "issuer: 泗县人民政府办公室", "date: 2022年3月18日 = 2022-03-18",
        "note: （联系人：张三，电话：0557—7012345）",
      ]),
    Sample(
      name: "会议纪要",
      paragraphs: [
        Make.redHead("泗县人民政府专题会议纪要"), Make.center("第15号"), Make.title("关于研究城区供水问题的会议纪要"), Make.prose,
        Make.p("会议指出："),
        Make.closing, Make.p("　　出席：张三、李四。"), Make.p("泗县人民政府办公室　　　　2022年8月9日印发"),
      ],
      expected: [
        "letterhead: 泗县人民政府专题会议纪要", "number: 第15号", "title: 关于研究城区供水问题的会议纪要",
        "imprint: 泗县人民政府办公室　　　　2022年8月9日印发", "printDate: 2022年8月9日 = 2022-08-09",
      ]),
    Sample(
      name: "没有落款的方案",
      paragraphs: [
        Make.title("泗县基层政务公开提升行动工作方案"), Make.prose, Make.p("一、总体要求"), Make.prose, Make.p("二、工作任务"),
        Make.p("（一）健全工作机制"),
        Make.prose, Make.p("（二）加强队伍建设"), Make.prose, Make.p("三、保障措施"), Make.closing,
      ],
      expected: [
        "title: 泗县基层政务公开提升行动工作方案", "heading1: 一、总体要求", "heading1: 二、工作任务", "heading2: （一）健全工作机制",
        "heading2: （二）加强队伍建设", "heading1: 三、保障措施",
      ]),
    Sample(
      name: "方案，无落款，附件另起一页",
      paragraphs: [
        Make.title("泗县防汛应急预案"), Make.prose, Make.p("1.总则"), Make.prose, Make.p("2.组织体系"), Make.prose,
        Make.page(Make.p("附件1")),
        Make.title("联络员名单"), Make.cell("姓名", 0, 0, 0), Make.cell("单位", 0, 0, 1),
      ],
      expected: [
        "title: 泗县防汛应急预案", "heading3: 1.总则", "heading3: 2.组织体系", "annexMark: 附件1", "annexTitle: 联络员名单",
      ]),
    Sample(
      name: "规章，题注定日期，有目录和章节",
      paragraphs: [
        Make.title("泗县城市绿化条例"), Make.p("（2015年3月2日县人民政府第8次常务会议通过　根据2020年9月9日《泗县人民政府关于修改部分文件的决定》修正）"),
        Make.center("目　　录"), Make.p("第一章　总则"), Make.p("第二章　规划"), Make.center("第一章　总则"),
        Make.p("第一条　为了加强绿化管理，制定本条例。"),
        Make.p("第二条　本条例适用于本县。"), Make.center("第二章　规划"), Make.p("第三条　绿化规划由主管部门编制，报县人民政府批准后实施。"),
      ],
      expected: [
        "title: 泗县城市绿化条例", "caption: （2015年3月2日县人民政府第8次常务会议通过　根据2020年9月9日《泗县人民政府关于修改部分文件的决定》修正）",
        "date: 2020年9月9日 = 2020-09-09", "contents: 目　　录", "contents: 第一章　总则", "contents: 第二章　规划",
        "heading1: 第一章　总则",
        "heading1: 第二章　规划",
      ]),
    Sample(
      name: "题注分成几段",
      paragraphs: [
        Make.title("泗县房屋征收办法"), Make.center("（2012年5月1日泗县人民政府令第3号公布"), Make.center("根据2018年6月1日泗县人民政府令第9号修订"),
        Make.center("自2018年7月1日起施行）"), Make.p("第一条　为规范征收，制定本办法。"), Make.prose,
      ],
      expected: [
        "title: 泗县房屋征收办法", "caption: （2012年5月1日泗县人民政府令第3号公布根据2018年6月1日泗县人民政府令第9号修订自2018年7月1日起施行）",
        "date: 2018年6月1日 = 2018-06-01",
      ]),
    Sample(
      name: "批复",
      paragraphs: [
        Make.redHead("泗县人民政府"), Make.center("泗政秘〔2021〕77号"), Make.title("泗县人民政府关于同意\n设立工业园区的批复"),
        Make.p("泗县开发区管理委员会："),
        Make.prose, Make.p("此复。"), Make.right("泗县人民政府"), Make.right("二〇二一年九月三十日"),
      ],
      expected: [
        "letterhead: 泗县人民政府", "number: 泗政秘〔2021〕77号", "title: 泗县人民政府关于同意设立工业园区的批复", "recipient: 泗县开发区管理委员会：",
        "issuer: 泗县人民政府", "date: 二〇二一年九月三十日 = 2021-09-30",
      ]),
    Sample(
      name: "自动编号的标题",
      paragraphs: [
        Make.title("泗县科学技术局关于申报项目的通知"), Make.p("各企业："), Make.prose, Make.labelled("一、", "申报条件"), Make.prose,
        Make.labelled("（一）", "基本条件"), Make.closing, Make.labelled("二、", "时间安排"), Make.closing,
        Make.right("泗县科学技术局"),
        Make.right("2022年3月3日"),
      ],
      expected: [
        "title: 泗县科学技术局关于申报项目的通知", "recipient: 各企业：", "heading1: 申报条件", "heading2: 基本条件", "heading1: 时间安排",
        "issuer: 泗县科学技术局", "date: 2022年3月3日 = 2022-03-03",
      ]),
  ]

  static let web: [Sample] = [
    Sample(
      name: "网页转载，带发布日期",
      paragraphs: [
        Make.title("泗县商务局关于开展促销活动的通知"), Make.center("发布日期：2022-04-20　来源：泗县商务局　浏览次数：120"),
        Make.center("泗商〔2022〕10号"),
        Make.p("各商贸企业："), Make.prose, Make.right("泗县商务局"), Make.right("2022年4月18日"),
      ],
      expected: [
        "title: 泗县商务局关于开展促销活动的通知", "publishDate: 2022-04-20 = 2022-04-20", "number: 泗商〔2022〕10号",
        "recipient: 各商贸企业：",
        "issuer: 泗县商务局", "date: 2022年4月18日 = 2022-04-18",
      ]),
    Sample(
      name: "页面顶部的要素表",
      paragraphs: [
        Make.cell("索引号：", 0, 0, 0), Make.cell("11341324/2022-00012", 0, 0, 1), Make.cell("主题分类：", 0, 0, 2),
        Make.cell("政务公开", 0, 0, 3),
        Make.cell("发文机关：", 0, 1, 0), Make.cell("泗县人民政府办公室", 0, 1, 1), Make.cell("成文日期：", 0, 1, 2),
        Make.cell("2022年03月01日", 0, 1, 3),
        Make.cell("发文字号：", 0, 2, 0), Make.cell("泗政办〔2022〕5号", 0, 2, 1), Make.cell("发布日期：", 0, 2, 2),
        Make.cell("2022年03月03日", 0, 2, 3),
        Make.title("泗县人民政府办公室关于印发工作要点的通知"), Make.p("各镇人民政府："), Make.prose, Make.right("泗县人民政府办公室"),
        Make.right("2022年3月1日"),
      ],
      expected: [
        "number: 泗政办〔2022〕5号", "publishDate: 2022年03月03日 = 2022-03-03", "title: 泗县人民政府办公室关于印发工作要点的通知",
        "recipient: 各镇人民政府：", "issuer: 泗县人民政府办公室", "date: 2022年3月1日 = 2022-03-01",
      ]),
    Sample(
      name: "没有任何格式的纯文本",
      paragraphs: [
        Make.p("泗县农业农村局关于做好春耕备耕工作的通知"), Make.p("泗农〔2022〕14号"), Make.p("各镇农技站："), Make.prose, Make.closing,
        Make.p("泗县农业农村局"), Make.p("2022年2月22日"),
      ],
      expected: [
        "title: 泗县农业农村局关于做好春耕备耕工作的通知", "number: 泗农〔2022〕14号", "recipient: 各镇农技站：", "issuer: 泗县农业农村局",
        "date: 2022年2月22日 = 2022-02-22",
      ]),
    Sample(
      name: "本身就是附件",
      paragraphs: [Make.p("附件1："), Make.title("泗县政务公开考核评分标准"), Make.prose, Make.p("一、评分内容"), Make.prose],
      expected: ["annexMark: 附件1：", "title: 泗县政务公开考核评分标准", "heading1: 一、评分内容"]),
    Sample(
      name: "正文里单独成行的日期不是成文日期",
      paragraphs: [
        Make.title("泗县文化和旅游局关于举办活动的通知"), Make.p("各文化站："), Make.p("一、活动时间"), Make.p("2022年5月1日"),
        Make.p("二、活动地点"), Make.prose,
        Make.right("泗县文化和旅游局"), Make.right("2022年4月12日"),
      ],
      expected: [
        "title: 泗县文化和旅游局关于举办活动的通知", "recipient: 各文化站：", "heading1: 一、活动时间", "heading1: 二、活动地点",
        "issuer: 泗县文化和旅游局", "date: 2022年4月12日 = 2022-04-12",
      ]),
    Sample(
      name: "标题与文号、署名与日期用软回车连在一段",
      paragraphs: [
        Make.title("泗县财政局关于编制预算的通知\n泗财〔2022〕40号"),
        Make.p("各预算单位：\n" + Make.prose.text + "\n一、总体要求\n" + Make.closing.text),
        Make.right("泗县财政局\n2022年9月9日"),
      ],
      expected: [
        "title: 泗县财政局关于编制预算的通知", "number: 泗财〔2022〕40号", "recipient: 各预算单位：", "heading1: 一、总体要求",
        "issuer: 泗县财政局", "date: 2022年9月9日 = 2022-09-09",
      ]),
    Sample(
      name: "标题第二行字号变小",
      paragraphs: [
        Make.title("泗县人民政府办公室关于进一步支持小微企业和"), Make.center("“三农”发展的指导意见"), Make.center("泗政办〔2019〕6号"),
        Make.p("各镇人民政府："), Make.prose, Make.right("泗县人民政府办公室"), Make.right("2019年1月22日"),
      ],
      expected: [
        "title: 泗县人民政府办公室关于进一步支持小微企业和“三农”发展的指导意见", "number: 泗政办〔2019〕6号", "recipient: 各镇人民政府：",
        "issuer: 泗县人民政府办公室", "date: 2019年1月22日 = 2019-01-22",
      ]),
    Sample(
      name: "印发的预案自带目录",
      paragraphs: [
        Make.title("泗县人民政府办公室关于印发应急预案的通知"), Make.center("泗政办〔2020〕9号"), Make.p("各单位："), Make.prose,
        Make.right("泗县人民政府办公室"),
        Make.right("2020年6月11日"), Make.center("泗县粮食应急预案"), Make.center("目　　录"), Make.p("一、总则"),
        Make.p("二、组织"), Make.p("一、总则"), Make.prose,
      ],
      expected: [
        "title: 泗县人民政府办公室关于印发应急预案的通知", "number: 泗政办〔2020〕9号", "recipient: 各单位：", "issuer: 泗县人民政府办公室",
        "date: 2020年6月11日 = 2020-06-11", "annexTitle: 泗县粮食应急预案",
      ]),
    Sample(
      name: "目录表里的文号和日期不是本文的",
      paragraphs: [Make.title("泗县人民政府关于公布规范性文件清理结果的通知"), Make.p("各单位："), Make.prose]
        + [
          "序号", "名称", "文号", "日期", "1", "关于加强管理的通知", "泗政〔2010〕5号", "2010年5月6日", "2", "关于开展检查的通知", "泗政〔2011〕9号",
          "2011年3月4日",
        ]
        .enumerated().map { Make.cell($1, 0, $0 / 4, $0 % 4) },
      expected: ["title: 泗县人民政府关于公布规范性文件清理结果的通知", "issuer: 泗县人民政府", "recipient: 各单位："]),
    Sample(
      name: "标题下就是目录表",
      paragraphs: [Make.title("泗县行政规范性文件目录")]
        + ["序号", "名称", "文号", "单位", "日期", "1", "关于加强管理的通知", "泗政〔2010〕5号", "泗县教育局", "2010年5月6日", "2", "泗县招商办法"]
        .enumerated().map { Make.cell($1, 0, $0 / 5, $0 % 5) },
      expected: ["title: 泗县行政规范性文件目录"]),
    Sample(
      name: "红头各字之间有空格",
      paragraphs: [
        Make.redHead("泗 县 人 民 政 府 文 件"), Make.center("泗政〔2022〕3号"), Make.title("泗县人民政府关于表彰先进的决定"),
        Make.p("各单位："), Make.prose,
        Make.right("泗 县 人 民 政 府"), Make.right("2022 年 1 月 4 日"),
      ],
      expected: [
        "letterhead: 泗 县 人 民 政 府 文 件", "number: 泗政〔2022〕3号", "title: 泗县人民政府关于表彰先进的决定", "recipient: 各单位：",
        "issuer: 泗县人民政府", "date: 2022 年 1 月 4 日 = 2022-01-04",
      ]),
    Sample(
      name: "讲话稿，标题下有姓名和日期",
      paragraphs: [
        Make.title("在全县经济工作会议上的讲话"), Make.center("张　三"), Make.center("（2022年1月10日）"), Make.p("同志们："),
        Make.prose, Make.closing,
      ],
      expected: ["title: 在全县经济工作会议上的讲话", "date: 2022年1月10日 = 2022-01-10", "recipient: 同志们："]),
    Sample(
      name: "决定没有落款，附表自成标题",
      paragraphs: [
        Make.title("关于授权调整适用有关规定的决定"), Make.center("（2025年4月30日县人民代表大会常务委员会第十五次会议通过）"), Make.prose,
        Make.closing, Make.blank,
        Make.title("调整适用\n有关规定目录"), Make.cell("规定", 0, 0, 0), Make.cell("调整内容", 0, 0, 1),
      ],
      expected: [
        "title: 关于授权调整适用有关规定的决定", "caption: （2025年4月30日县人民代表大会常务委员会第十五次会议通过）",
        "date: 2025年4月30日 = 2025-04-30", "annexTitle: 调整适用有关规定目录",
      ]),
  ]
}
