/// Notices as an office publishes them, with an annex.
enum WholeNotices {
  /// Nothing to find.
  static var clean: WordFile {
    var notice = springNotice(.styled)
    notice.lines.append(.init("附件：云岭县2026年春季学期开学工作安排表"))
    notice.annex = annex(notice.dress)
    var file = notice.file
    file.title = "关于做好2026年春季学期开学工作的通知"
    file.gridPitch = 312
    return file
  }

  /// A handful of what is typically wrong: the face of the title, the brackets of the number, the line
  /// spacing, a padded date, and a face that slipped in with pasted text.
  static var faults: WordFile {
    var notice = springNotice(.direct)
    notice.dress.title.character.eastAsia = "黑体"
    notice.number = [Span("云教体[2026]3号")]
    for look in [\Dress.body, \Dress.heading, \Dress.recipient] {
      notice.dress[keyPath: look].paragraph.line = 560
      notice.dress[keyPath: look].paragraph.lineRule = "exact"
    }
    let pasted = notice.dress.body.with { $0.character.eastAsia = "仿宋_GB2312" }
    for index in [2, 6] { notice.lines[index].look = pasted }
    notice.date = [Span("2026年02月06日")]
    var file = notice.file
    file.title = "关于做好2026年春季学期开学工作的通知"
    return file
  }

  static func springNotice(_ dress: Dress) -> Notice {
    var notice = Notice(dress)
    notice.title = [Span("云岭县教育体育局"), .lineBreak, Span("关于做好2026年春季学期开学工作的通知")]
    notice.number = [Span("云教体〔2026〕3号")]
    notice.date = [Span("2026年3月2日")]
    return notice
  }

  /// A page with a table of its own after the notice.
  static func annex(_ dress: Dress) -> [String] {
    let mark = dress.recipient.with { $0.paragraph.startsPage = true }
    let heading = dress.recipient.with {
      $0.paragraph.alignment = "center"
      $0.character.bold = true
    }
    let rows = [
      ["序号", "工作内容", "完成时限"], ["1", "校舍和设备检修", "3月6日"], ["2", "教材发放", "3月9日"],
      ["3", "应急疏散演练", "3月14日"],
    ]
    return [
      mark.xml([Span("附件")]), heading.xml([Span("云岭县2026年春季学期开学工作安排表")]),
      table(rows, dress.recipient), dress.recipient.xml([]),
    ]
  }

  /// A ruled table; the widths are in twips and share the line evenly.
  static func table(_ rows: [[String]], _ look: Look) -> String {
    let width = 8306 / max(1, rows.first?.count ?? 1)
    let edges = ["top", "left", "bottom", "right", "insideH", "insideV"]
    var xml = "<w:tbl><w:tblPr><w:tblW w:w=\"0\" w:type=\"auto\"/><w:tblBorders>"
    xml += edges.map { "<w:\($0) w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"/>" }.joined()
    xml += "</w:tblBorders></w:tblPr><w:tblGrid>"
    xml += (rows.first ?? []).map { _ in "<w:gridCol w:w=\"\(width)\"/>" }.joined() + "</w:tblGrid>"
    for row in rows {
      let cells = row.map {
        "<w:tc><w:tcPr><w:tcW w:w=\"\(width)\" w:type=\"dxa\"/></w:tcPr>\(look.xml([Span($0)]))</w:tc>"
      }
      xml += "<w:tr>\(cells.joined())</w:tr>"
    }
    return xml + "</w:tbl>"
  }
}
