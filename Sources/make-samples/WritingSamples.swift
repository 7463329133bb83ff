/// Marks and numbers in the running text.
enum WritingSamples {
  static let all: [Sample] = [
    // Addresses, times and decimals keep their own marks.
    Sample("punctuation-pass-a", .styled) {
      $0.lines[2] = Notice.Line(
        "检修情况请于每日9:30前登录https://www.example.gov.cn/a?b=1,或发送至office@example.gov.cn，校舍面积按1,234.5平方米上报……")
    },
    Sample("punctuation-fail-a", .direct) {
      $0.lines[2] = Notice.Line("各校要在开学前完成校舍,食堂(含宿舍)的检修；要开展\"回头看\"，，备足教材…。")
    },
    // The mark stands in a run of its own, as after editing, and one title mark is missing.
    Sample("punctuation-fail-b", .themed) {
      $0.lines[2] = Notice.Line([Span("各校要按照《食品安全法的规定"), Span(","), Span("做好食堂检修。")])
    },
    Sample("punctuation-review-a", .styled) {
      $0.lines[2] = Notice.Line("各校要开展“回头看活动，完成校舍检修。")
    },
    // Headings on lines of their own end with a full stop: a remark, and no fault.
    Sample("punctuation-pass-c", .direct) { $0.closeHeadings() },
    Sample("numerals-pass-a", .direct) {
      $0.lines[2] = Notice.Line("各校要落实“十四五”规划，2022—2025年投入3.5万元，每年增长5%～10%，贷款期限不超过10年。")
    },
    Sample("numerals-fail-a", .styled) {
      $0.lines[2] = Notice.Line("各校要自25年3月1日起检修校舍，二0二五年投入1，000元，检修１２间。")
    },
    Sample("numerals-review-a", .themed) { $0.lines[2] = Notice.Line("各校要完成22年度校舍检修。") },
  ]
}

extension Notice {
  /// Puts a full stop behind the headings.
  mutating func closeHeadings() {
    for index in lines.indices where lines[index].isHeading { lines[index].spans.append(Span("。")) }
  }
}
