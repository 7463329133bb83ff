/// What stands in the text: title, number, date, sign-off.
enum ElementSamples {
  static let all = number + date + title + signOff

  static let number: [Sample] = [
    // The number is the result of a field, in a paragraph that the instruction is no part of.
    Sample("docnum-present-pass-a", .direct) {
      $0.number = [Span(.field(code: "DOCPROPERTY 文号 \\* MERGEFORMAT", result: "云教体〔2025〕3号"))]
    },
    Sample("docnum-present-review-a", .styled) { $0.number = nil },

    // A sequence of three digits, split over runs.
    Sample("docnum-form-pass-a", .themed) {
      $0.number = [Span("云教体〔20"), Span("25〕"), Span("126号")]
    },
    Sample("docnum-form-fail-a", .styled) { $0.number = [Span("云教体[2025]3号")] },
    Sample("docnum-form-fail-b", .direct) { $0.number = [Span("云教体〔2025〕03号")] },
    Sample("docnum-form-fail-c", .themed) { $0.number = [Span("云教体（2025）第3号")] },
    // Split over runs, as after editing, which does not hide the space in it.
    Sample("docnum-form-fail-d", .direct) {
      $0.number = [Span("云教体"), Span("〔2025"), Span("〕3 号")]
    },
  ]

  static let date: [Sample] = [
    // Pushed to the right by ideographic spaces, as typists do.
    Sample("date-present-pass-a", .direct) {
      $0.dress.signOff.paragraph = $0.dress.recipient.paragraph
      $0.issuers = [String(repeating: "\u{3000}", count: 21) + "云岭县教育体育局"]
      $0.date = [Span(String(repeating: "\u{3000}", count: 22) + "2025年3月3日")]
    },
    Sample("date-present-fail-a", .direct) { $0.date = nil },
    // The text ends without a sign-off, as annexes and rules do: a person looks.
    Sample("date-present-review-a", .styled) {
      $0.issuers = []
      $0.date = nil
    },
    Sample("date-form-pass-a", .themed) { $0.date = [Span("2025年"), Span("3月"), Span("14日")] },
    Sample("date-form-fail-a", .styled) { $0.date = [Span("2025年03月03日")] },
    Sample("date-form-fail-b", .direct) { $0.date = [Span("二〇二五年三月三日")] },
    Sample("date-form-fail-c", .themed) { $0.date = [Span("2025.3.3")] },
    // A date that every day of a check lies behind, or ahead of for long; the number of an order has no year.
    Sample("date-future-pass-a", .styled) { $0.date = [Span("2025年3月3日")] },
    Sample("date-future-fail-a", .direct) {
      $0.title = [Span("云岭县校车安全管理办法")]
      $0.number = [Span("云岭县教育体育局令第3号")]
      $0.date = [Span("2099年3月3日")]
    },
    // A Sunday that was worked, and a Monday that was not.
    Sample("date-weekend-pass-a", .direct) { $0.date = [Span("2025年1月26日")] },
    Sample("date-weekend-review-a", .styled) { $0.date = [Span("2025年2月3日")] },
    Sample("date-weekend-review-b", .themed) { $0.date = [Span("2025年3月1日")] },
  ]

  static let title: [Sample] = [
    // Two lines by a soft break are one title.
    Sample("title-present-pass-a", .styled) {
      $0.title = [Span("云岭县教育体育局关于做好2025年"), .lineBreak, Span("春季学期开学工作的通知")]
    },
    // A regulation: the caption says who published it when, and there is no sign-off. No line could be a
    // title.
    Sample("title-present-fail-a", .direct) {
      $0.title = []
      $0.recipient = [Span("（2025年3月3日云岭县教育体育局云教体〔2025〕3号公布　自公布之日起施行）")]
      $0.issuers = []
      $0.date = nil
    },
    // A line that is no title, but could be one.
    Sample("title-present-review-a", .styled) { $0.title = [] },
    Sample("title-kind-pass-a", .direct) {
      $0.title = [Span("云岭县教育体育局关于印发《云岭县春季学期开学工作方案》的通知")]
    },
    Sample("title-kind-fail-a", .styled) { $0.title = [Span("云岭县教育体育局关于做好2025年春季学期开学工作")] },
  ]

  static let signOff: [Sample] = [
    // The title shortens the name.
    Sample("title-issuer-pass-a", .direct) {
      $0.title = [Span("云岭县教体局关于做好2025年春季学期开学工作的通知")]
    },
    // Left over from a text of another bureau.
    Sample("title-issuer-fail-a", .styled) {
      $0.title = [Span("云岭县水利局关于做好2025年春季学期开学工作的通知")]
    },
    // Two sign, one is named.
    Sample("title-issuer-review-a", .themed) {
      $0.issuers = ["云岭县教育体育局", "云岭县卫生健康局"]
    },
    // Two bodies sign one notice.
    Sample("sign-off-pass-a", .styled) {
      $0.title = [Span("云岭县教育体育局 云岭县卫生健康局关于做好2025年春季学期开学工作的通知")]
      $0.issuers = ["云岭县教育体育局", "云岭县卫生健康局"]
    },
    // Neither the sign-off nor the title names an issuer.
    Sample("sign-off-review-a", .direct) {
      $0.title = [Span("关于做好2025年春季学期开学工作的通知")]
      $0.issuers = []
    },
  ]
}
