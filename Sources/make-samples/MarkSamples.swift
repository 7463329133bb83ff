/// What the text is marked and numbered by: title marks, citations, numbers, annexes, caption, note.
enum MarkSamples {
  static let all = title + citations + sequence + annexes + caption + note

  static let title: [Sample] = [
    Sample("title-form-pass-a", .styled) {
      $0.title = [Span("云岭县教育体育局关于印发《云岭县校车安全管理办法（试行）》的通知")]
    },
    Sample("title-form-fail-a", .direct) { $0.title = [Span("云岭县教育体育局关于印发《云岭县校车安全管理办法的通知")] },
    Sample("title-form-fail-b", .themed) {
      $0.title = [Span("云岭县教育体育局关于印发《云岭县校车安全管理办法"), Span("(试行)"), Span("》的通知")]
    },
    Sample("title-form-review-a", .styled) {
      $0.title = [Span("云岭县教育体育局关于转发做好2025年春季学期开学工作的通知的通知")]
    },
  ]

  static let citations: [Sample] = [
    Sample("citations-pass-a", .styled) { $0.cite("《关于做好开学工作的通知》（教体〔2025〕1号）") },
    // Split over runs, as after editing.
    Sample("citations-fail-a", .direct) { $0.cite("《关于做好开学工作的通知》（教体[20", "25]1号）") },
    Sample("citations-fail-b", .themed) { $0.cite("《关于做好开学工作的通知》（教体〔2026〕1号）") },
    Sample("citations-review-a", .styled) { $0.cite("《关于做好开学工作的通知》（教体〔2025〕第1号）") },
  ]

  static let sequence: [Sample] = [
    Sample("sequence-pass-a", .themed) { notice in
      notice.lines.insert(.init("（一）检修校舍。各校要在3月5日前完成校舍检修。"), at: 3)
      notice.lines.insert(.init("（二）备足教材。各校要在3月7日前备足教材。"), at: 4)
    },
    Sample("sequence-fail-a", .styled) { $0.lines[5] = .init("四、关心困难学生", isHeading: true) },
    Sample("sequence-fail-b", .direct) { $0.lines[5] = .init("二、关心困难学生", isHeading: true) },
    Sample("sequence-fail-c", .themed) { notice in
      notice.lines.insert(.init("1、检修校舍。各校要在3月5日前完成校舍检修。"), at: 3)
      notice.lines.insert(.init("2、备足教材。各校要在3月7日前备足教材。"), at: 4)
    },
  ]

  static let annexes: [Sample] = [
    Sample("annex-list-pass-a", .styled) {
      $0.lines.append(.init("附件：云岭县2026年春季学期开学工作安排表"))
      $0.annex = WholeNotices.annex($0.dress)
    },
    Sample("annex-list-fail-a", .direct) { $0.lines.append(.init("附件:开学工作安排表")) },
    Sample("annex-list-fail-b", .themed) { $0.lines.append(.init("附件：开学工作安排表。")) },
    Sample("annex-list-review-a", .styled) {
      $0.lines.append(.init("附件：开学工作责任分解表"))
      $0.annex = WholeNotices.annex($0.dress)
    },
  ]

  static let caption: [Sample] = [
    Sample("caption-form-pass-a", .direct) {
      $0.caption("（2025年3月3日云岭县教育体育局云教体〔2025〕3号公布　自公布之日起施行）")
    },
    // Amended before it was published.
    Sample("caption-form-fail-a", .styled) {
      $0.caption("（2025年3月3日云岭县教育体育局云教体〔2025〕3号公布　根据2025年2月3日云教体〔2025〕2号修订）")
    },
  ]

  static let note: [Sample] = [
    Sample("note-form-pass-a", .styled) { $0.annex = [$0.dress.body.xml([Span("（此件公开发布）")])] },
    Sample("note-form-fail-a", .direct) { $0.annex = [$0.dress.body.xml([Span("此件公开发布")])] },
  ]
}

extension Notice {
  /// Names another document in the first paragraph.
  fileprivate mutating func cite(_ citation: String...) {
    lines[0] = Line([Span("根据")] + citation.map { Span($0) } + [Span("精神，现就春季学期开学工作通知如下。")])
  }

  /// Makes a regulation of the notice: a caption, no recipient, no sign-off.
  fileprivate mutating func caption(_ words: String) {
    title = [Span("云岭县校车安全管理办法")]
    recipient = [Span(words)]
    issuers = []
    date = nil
  }
}
