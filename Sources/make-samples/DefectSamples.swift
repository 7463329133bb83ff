/// What the other samples have one of, defect by defect, and what only looks like one.
enum DefectSamples {
  static let all = number + date + text + marks + release

  static let number: [Sample] = [
    number("docnum-form-fail-e", .styled, "云教体〔25〕3号"),
    number("docnum-form-fail-f", .direct, "云教体〔2025年〕3号"),
    number("docnum-form-fail-g", .themed, "云教体〔２０２５〕３号"),
    number("docnum-form-fail-h", .styled, "云教体〔2025〕3號"),
    number("docnum-form-fail-i", .direct, "云教体〔2025〕三号"),
    number("docnum-form-fail-j", .themed, "云教体〔2025〕3号文"),
    number("docnum-form-fail-k", .styled, "云教体2025〕3号"),
    number("docnum-form-fail-l", .direct, "云教体〔2025〕3、4号"),
    number("docnum-form-fail-m", .themed, "YJT〔2025〕3号"),
    // The year of the number is not that of the date.
    number("docnum-form-review-a", .styled, "云教体〔2024〕3号"),
  ]

  static let date: [Sample] = [
    // An old notice keeps its Chinese numerals; the zero is a circle.
    Sample("date-form-fail-d", .direct) {
      $0.title = [Span("云岭县教育体育局关于做好2011年春季学期开学工作的通知")]
      $0.number = [Span("云教体〔2011〕3号")]
      $0.date = [Span("二○一一年三月三日")]
    },
    Sample("date-form-fail-e", .themed) { $0.date = [Span("2025年2月30日")] },
  ]

  static let text: [Sample] = [
    // Years of school, months, buildings and classes are counted, and are no numbered items.
    Sample("sequence-pass-b", .styled) { notice in
      notice.lines.insert(.init("一、二年级不布置书面作业，三、四年级书面作业不超过60分钟。"), at: 3)
      notice.lines.insert(.init("三、四年级由教务处检查。"), at: 4)
      notice.lines.insert(.init("10、11月份由督导室检查。"), at: 5)
    },
    Sample("punctuation-fail-c", .direct) {
      $0.lines[2] = Notice.Line("第一、各校要完成校舍检修，这是开学--新学期第一课--的保障。")
    },
    // Remarks only.
    Sample("punctuation-pass-b", .themed) {
      $0.lines[2] = Notice.Line("各校要按照《食品安全法》、《消防法》的要求，落实“日管控”、“周排查”制度。")
    },
    Sample("numerals-pass-b", .styled) {
      $0.lines[2] = Notice.Line("各校要落实2022-2025年规划，每年增长5-10%，每校检修3、4间，投入3万5千元。")
    },
  ]

  static let marks: [Sample] = [
    Sample("title-form-pass-b", .direct) {
      $0.title = [
        Span("云岭县教育体育局关于进一步做好2025年春季学期中小学幼儿园开学准备校园安全"), .lineBreak,
        Span("排查整治和家庭经济困难学生关心帮扶等有关工作的通知"),
      ]
    },
    Sample("citations-pass-b", .themed) {
      $0.lines[0] = .init(
        "根据《关于做好开学工作的通知》（教体〔2025〕1号、教体办〔2025〕2号）和《校车租赁合同》（合同编号：YL2025-01号），现就春季学期开学工作通知如下。")
    },
    Sample("annex-list-fail-c", .styled) { $0.lines.append(.init("附：开学工作安排表")) },
    Sample("note-form-pass-b", .themed) { $0.annex = [$0.dress.body.xml([Span("(此件公开发布)")])] },
    // 学籍号: the identity number behind a letter.
    Sample("privacy-id-fail-b", .styled) {
      $0.lines.append(.init("受助学生张某，学籍号为G11010519491231002X，资金已发放到位。"))
    },
  ]

  static let release: [Sample] = [
    Sample("twin-clean-review-d", .direct) {
      $0.lines[0].spans.append(Span(.markup("<w:r><w:rPr><w:vanish/></w:rPr><w:t>内部掌握标准。</w:t></w:r>")))
    },
    Sample("twin-clean-review-e", .styled) {
      $0.lines[0].spans.append(
        Span(
          .markup(
            "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>" + "<w:r>"
              + Dress.styled.body.character.xml
              + "<w:t>单击此处输入文字。</w:t></w:r></w:sdtContent></w:sdt>")))
    },
  ]

  private static func number(_ name: String, _ dress: Dress, _ text: String) -> Sample {
    Sample(name, dress) { $0.number = [Span(text)] }
  }
}
