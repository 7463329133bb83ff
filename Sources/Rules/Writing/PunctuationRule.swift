import Conformance
import DocumentModel
import Findings
import Messages

/// Punctuation marks are those of Chinese text, whole and in pairs (rules.md §4.8); a heading on a line of its own
/// takes no full stop (§4.7).
public struct PunctuationRule: WritingRule {
  let tables: Bool?

  static var marks: TextCensus.Marks {
    [.narrow, .cluster, .pair, .space, .ordinalStop, .lineStart, .endStop]
  }
  /// Those of the marks that are looked for one by one; halves of pairs are only matched.
  private static let single: TextCensus.Marks = [.narrow, .cluster, .space, .ordinalStop]

  public static let description = RuleDescription(
    code: "PUNC-form",
    subcodes: [
      "PUNC-half", "PUNC-quote", "PUNC-ellipsis", "PUNC-dash", "PUNC-dup", "PUNC-pair", "PUNC-seq",
      "PUNC-enum", "PUNC-space", "PUNC-start", "PUNC-heading",
    ],
    sources: ["GB/T 15834-2011"],
    settings: [tablesSetting],
    examples: [
      right("标点使用正确", "会议于9:30开始，地点：三楼会议室（东侧）。"),
      right("网址、邮箱、文件名中的标点不变", "请登录https://www.example.gov.cn:8080/a?b=1,下载附件1.docx或发送至bgs@example.gov.cn。"),
      right("小数、千分位、时间和型号中的标点不变", "投入1,234.5万元，9:30前报送，型号为GB/T(A).2，引文“Hello, world. (Yes!)”。"),
      right("层次序号由其他规则检查", "(一)加强领导。各单位要履行职责。"),
      right("参考文献按其著录规则", "参考文献如下：", "[1] 张三,李四.公文写作[J].秘书工作,2020(2):1-5."),
      wrong("逗号是半角的", "根据通知要求,现将有关事项通知如下。", ["PUNC-half"]),
      wrong("括号是半角的", "泗县(东部)地区。", ["PUNC-half"]),
      wrong("直引号", "开展\"回头看\"活动。", ["PUNC-quote"]),
      wrong("省略号不全", "包括桌椅、书本…。", ["PUNC-ellipsis"]),
      wrong("破折号用连字符", "教育--立国之本。", ["PUNC-dash"]),
      wrong("标点重复", "各单位，，要认真落实。", ["PUNC-dup"]),
      wrong("缺后书名号", "根据《教育法的规定执行。", ["PUNC-pair"]),
      Example(
        "引号不成对，请人工复核", on: [.element(.body)], .sample([.body("开展“回头看活动。")]), .cantTell,
        codes: ["PUNC-pair"]),
      right("引文分段，末段才用后引号", "他说：“第一段。", "“第二段。”"),
      wrong("“第一”之后用顿号", "第一、加强领导。", ["PUNC-seq"]),
      Example(
        "书名号之间的顿号，符合，另作说明", on: [.element(.body)], .sample([.body("根据《教育法》、《教师法》制定。")]),
        .passed, codes: ["PUNC-enum"]),
      Example(
        "汉字之间有空格，符合，另作说明", on: [.element(.body)],
        .sample([.body("各中小学 要认真落实安全工作责任制。")]), .passed, codes: ["PUNC-space"]),
      Example(
        "PDF 中后括号在前括号之前，可能是阅读次序不对", on: [.element(.body)],
        StructuredDocument.sample([.body("二次修订），各校报送名册。"), .body("经费要公开（见本办法")]).printed(),
        .cantTell, codes: ["PUNC-pair"]),
      heading("独立成行的标题末尾有句号，符合，另作说明", "一、提高认识。", runsIn: false, ["PUNC-heading"]),
      heading("独立成行的标题末尾没有标点", "一、提高认识", runsIn: false, []),
      heading("标题与正文同段，用句号分开", "一、提高认识。", runsIn: true, []),
      lines("PDF 中各行首尾的标点正确", "各中小学要认真落实《教育法》，", "并报告县教育局。", .passed),
      lines("PDF 中一行以逗号开头", "各中小学要认真落实《教育法》", "，并报告县教育局。", .cantTell),
      lines("PDF 中一行以前书名号结尾", "各中小学要认真落实《", "教育法》，并报告县教育局。", .cantTell),
      lines("PDF 中破折号断在两行", "各中小学要落实立国之本—", "—教育，并报告县教育局。", .cantTell),
    ])

  public func check(_ text: RoleText, in context: CheckContext) -> Verdict { judge(text, in: context) }

  func faults(in places: [WritingPlace], of document: Document) -> WritingFaults {
    var faults = WritingFaults()
    var pairs = PairScan(document)
    for place in places {
      let hasSingle = !place.marks.isDisjoint(with: Self.single) || MarkScan.isClosedHeading(place)
      if hasSingle || place.marks.contains(.lineStart) {
        let text = WritingText(place, in: document)
        if hasSingle {
          var scan = MarkScan(text)
          scan.run()
          faults.add(scan.faults, in: text)
        }
        faults.add(LineStartScan(text: text).faults, in: text)
      }
      if place.marks.contains(.pair) { pairs.read(place) }
    }
    for (fault, text) in pairs.finish() { faults.add([fault], in: text) }
    return faults
  }

  /// A paragraph of two printed lines.
  private static func lines(_ title: String, _ first: String, _ second: String, _ outcome: Outcome) -> Example
  {
    var part = SamplePart.body(first + second)
    part.paragraph.lineStarts = [first.utf8.count]
    return Example(
      title, on: [.element(.body)], StructuredDocument.sample([part]).printed(), outcome,
      codes: outcome == .passed ? [] : ["PUNC-start"])
  }

  /// A heading above its text, or in front of it.
  private static func heading(_ title: String, _ heading: String, runsIn: Bool, _ codes: [String]) -> Example
  {
    let body = "各校要高度重视开学工作。"
    guard runsIn else {
      return Example(
        title, on: [.element(.heading1), .element(.body)], .sample([.heading(heading), .body(body)]), .passed,
        codes: codes)
    }
    var document = StructuredDocument.sample([.heading(heading + body)])
    let (end, total) = (heading.unicodeScalars.count, (heading + body).unicodeScalars.count)
    if var first = document.elements.first {
      first.pieces = [.init(paragraph: 0, range: 0..<end)]
      var rest = first
      (rest.role, rest.text) = (.body, body)
      rest.pieces = [.init(paragraph: 0, range: end..<total)]
      document.elements = [first, rest]
    }
    return Example(
      title, on: [.element(.heading1), .element(.body)], document, .passed, codes: codes)
  }

  private static func right(_ title: String, _ paragraphs: String...) -> Example {
    Example(title, on: [.element(.body)], .sample(paragraphs.map { .body($0) }), .passed)
  }

  private static func wrong(_ title: String, _ paragraph: String, _ codes: [String]) -> Example {
    Example(title, on: [.element(.body)], .sample([.body(paragraph)]), .failed, codes: codes)
  }
}
