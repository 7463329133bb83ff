import Conformance
import DocumentModel
import Findings
import Messages

/// Numbers are in one kind of numerals, in half-width digits and in full (rules.md §4.9).
public struct NumeralRule: WritingRule {
  let tables: Bool?

  /// No fault of numbers is without a digit, or a letter that stands for one.
  static var marks: TextCensus.Marks { [.digit, .wideDigit, .letterO] }

  public static let description = RuleDescription(
    code: "NUM-form",
    subcodes: [
      "NUM-width", "NUM-mixed", "NUM-year", "NUM-thousand", "NUM-approx", "NUM-range", "NUM-unit", "NUM-era",
    ],
    sources: ["GB/T 15835-2011"],
    settings: [tablesSetting],
    examples: [
      right("数字写法正确", "2022—2025年增长5%～10%，投入1,234.5万元，共三四个项目，落实“十四五”规划。"),
      right("年限、届次、数量不是年份", "贷款期限7-10年，10年3个月内还清，民国22年3月1日，2021十大新闻，5千克、3万5千瓦。"),
      right("编号和列举中的逗号", "附件1，201，202室。"),
      wrong("全角数字", "本年度增长１２个百分点。", ["NUM-width"]),
      wrong("汉字和阿拉伯数字混用", "二0二二年完成。", ["NUM-mixed"]),
      wrong("“十”与阿拉伯数字混用", "共3十个项目。", ["NUM-mixed"]),
      wrong("年份不全", "自22年3月1日起施行。", ["NUM-year"]),
      Example(
        "年份不全，请人工复核", on: [.element(.body)], .sample([.body("做好22年度工作。")]), .cantTell,
        codes: ["NUM-year"]),
      wrong("千分位用全角逗号", "补助1，000元。", ["NUM-thousand"]),
      Example(
        "是不是千分位，请人工复核", on: [.element(.body)], .sample([.body("分别补助100，200元。")]), .cantTell,
        codes: ["NUM-thousand"]),
      remark("概数，另作说明", "每校3、4个班。", ["NUM-approx"]),
      remark("年份范围用连字符，另作说明", "实施2022-2025年行动计划。", ["NUM-range"]),
      remark("前一个百分号省略，另作说明", "增长5-10%。", ["NUM-range"]),
      remark("农历月日用了阿拉伯数字，另作说明", "农历8月15日放假。", ["NUM-era"]),
      remark("清代纪年用了阿拉伯数字，另作说明", "始建于康熙61年。", ["NUM-era"]),
      right("农历月日、清代纪年用汉字", "农历八月十五放假，始建于清康熙六十一年，民国38年重修，2022年8月15日竣工。"),
      remark("一个数用了两个单位，另作说明", "投入3万5千元。", ["NUM-unit"]),
    ])

  public func check(_ text: RoleText, in context: CheckContext) -> Verdict { judge(text, in: context) }

  func faults(in places: [WritingPlace], of document: Document) -> WritingFaults {
    var faults = WritingFaults()
    for place in places {
      let text = WritingText(place, in: document)
      var scan = NumeralScan(text)
      scan.run()
      faults.add(scan.faults, in: text)
    }
    return faults
  }

  private static func right(_ title: String, _ paragraph: String) -> Example {
    Example(title, on: [.element(.body)], .sample([.body(paragraph)]), .passed)
  }

  private static func wrong(_ title: String, _ paragraph: String, _ codes: [String]) -> Example {
    Example(title, on: [.element(.body)], .sample([.body(paragraph)]), .failed, codes: codes)
  }

  private static func remark(_ title: String, _ paragraph: String, _ codes: [String]) -> Example {
    Example(title, on: [.element(.body)], .sample([.body(paragraph)]), .passed, codes: codes)
  }
}
