import Conformance
import Findings

extension DocumentNumberFormRule {
  static let examples: [Example] =
    [
      number("文号规范", "泗政办〔2022〕5号", .passed),
      Example(
        "命令的文号", on: [.element(.number)],
        .sample([.number("泗县人民政府令第3号"), .title("泗县人民政府规章制定程序规定")]), .passed),
      Example(
        "会议纪要按次编号", on: [.element(.number)],
        .sample([.title("泗县教育体育局党组会议纪要"), .number("第12号")]), .passed),
      Example(
        "通知不能用“令第×号”，请人工复核", on: [.element(.number)],
        .sample([.number("泗县人民政府令第3号"), .title("关于做好政务公开工作的通知")]), .cantTell,
        codes: ["DN-form"]),
      Example(
        "文号年份与成文年份不同，请人工复核", on: [.element(.number)],
        .sample([.number("泗政办〔2021〕5号"), .date("2022年3月1日", iso: "2022-03-01")]), .cantTell,
        codes: ["DN-signyear"]),
      Example(
        "文号年份还没有到", on: [.element(.number)],
        .sample([.number("泗政办〔2023〕5号"), .date("2023年3月1日", iso: "2023-03-01")]), today: "2022-03-10",
        .failed, codes: ["DN-future"]),
      number("认不出是文号", "编号第五", .cantTell, ["DN-form"]),
      number("年份用了方括号", "泗政办[2022]5号", .failed, ["DN-bracket"]),
      number("年份用了小括号", "泗政办（2022）5号", .failed, ["DN-bracket"]),
      number("有空格", "泗政办〔2022〕5 号", .failed, ["DN-space"]),
      number("顺序号前加了“第”", "泗政办〔2022〕第5号", .failed, ["DN-di"]),
      number("顺序号编了虚位", "泗政办〔2022〕005号", .failed, ["DN-zero"]),
      number("年份不全", "泗政办〔22〕5号", .failed, ["DN-year2"]),
      Example(
        "年份不全，成文日期可以补全", on: [.element(.number)],
        .sample([.number("泗政办〔22〕5号"), .date("2022年3月1日", iso: "2022-03-01")]), .failed,
        codes: ["DN-year2"]),
      number("年份有误", "泗政办〔20222〕5号", .failed, ["DN-year"]),
      number("括号内加了“年”", "泗政办〔2022年〕5号", .failed, ["DN-nian"]),
      number("全角数字", "泗政办〔２０２２〕５号", .failed, ["DN-fullwidth"]),
      number("缺“号”", "泗政办〔2022〕5", .failed, ["DN-hao"]),
      number("汉字顺序号", "泗政办〔2022〕五号", .failed, ["DN-cnseq"]),
      number("“号”后有多余的字", "泗政办〔2022〕5号文", .failed, ["DN-tail"]),
      number("代字用了字母", "SZB〔2022〕5号", .failed, ["DN-latin"]),
      number("几个号写在一起", "泗政办〔2022〕5、6号", .failed, ["DN-multi"]),
      number("旧式写法", "泗政办字第5号", .failed, ["DN-old"]),
      number("缺半边括号", "泗政办2022〕5号", .failed, ["DN-open"]),
      number("没有机关代字", "〔2022〕5号", .failed, ["DN-code"]),
      number("顺序号有误", "泗政办〔2022〕-5号", .failed, ["DN-seq"]),
      number("几处毛病，各报一条", "泗政办(2022)第05号", .failed, ["DN-bracket", "DN-di", "DN-zero"]),
    ]

  private static func number(
    _ title: String, _ number: String, _ outcome: Outcome, _ codes: [String] = [], file: String = #fileID,
    line: Int = #line
  ) -> Example {
    Example(
      title, on: [.element(.number)], .sample([.number(number)]), outcome, codes: codes, file: file,
      line: line)
  }
}
