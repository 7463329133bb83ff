/// Private data, all of it made up; what passes holds decoys of the same kind.
enum PrivacySamples {
  static let all: [Sample] = [
    // A credit code, an index number and a masked number.
    line(
      "privacy-id-pass-a", .styled,
      "统一社会信用代码：91350100M000100Y43，索引号：000014349/2025-00039，学生张某（110105********002X）。"),
    line("privacy-id-fail-a", .direct, "受助学生张某，身份证号码为11010519491231002X，资金已发放到位。"),
    line("privacy-mobile-pass-a", .themed, "联系电话：0557-7021234，监督电话：12345。"),
    line("privacy-mobile-review-a", .styled, "联系人：张某，联系电话：13800138000。"),
    table(
      "privacy-mobile-fail-a", .direct,
      [["序号", "姓名", "电话"], ["1", "张三", "13800138000"], ["2", "李四", "13900139000"]]),
    line("privacy-bank-pass-a", .styled, "本项目编号为6222021234567890120，请在附言中写明。"),
    line("privacy-bank-fail-a", .direct, "受助学生张某，银行卡号为6222021234567890128，资金已发放到位。"),
    line("privacy-passport-pass-a", .themed, "教学设备的产品编号为E12345678，请在台账中登记。"),
    line("privacy-passport-review-a", .styled, "外籍教师李某，护照号码为E12345678，已办理手续。"),
    line("privacy-plate-pass-a", .direct, "校车停放在校门东侧A区12345号车位。"),
    line("privacy-plate-review-a", .themed, "接送学生的车辆号牌为皖L·A1234，已通过年检。"),
    line("privacy-email-pass-a", .styled, "材料请发送至zhangsan@yunling.gov.cn。"),
    line("privacy-email-review-a", .direct, "材料请发送至zhangsan1987@qq.com。"),
    line("privacy-address-pass-a", .themed, "办公地址：云岭县云山镇花园路12号3栋201室。"),
    line("privacy-address-review-a", .styled, "学生张某，家庭住址：云岭县云山镇花园路12号3栋2单元501室。"),
    table(
      "privacy-column-pass-a", .themed,
      [["姓名", "身份证号"], ["张三", "110105********002X"], ["李四", "110105********0038"]]),
    // The check characters are wrong, so that only the header tells.
    table(
      "privacy-column-fail-a", .direct,
      [["姓名", "身份证号"], ["张三", "110105194912310021"], ["李四", "110105195001010031"]]),
    // Staff have classes too.
    table(
      "privacy-minor-pass-a", .styled,
      [["姓名", "任教班级", "任教学科"], ["张三", "三（1）班", "语文"], ["李四", "三（2）班", "数学"]]),
    table(
      "privacy-minor-review-a", .direct,
      [["姓名", "班级", "监护人"], ["张小明", "三（1）班", "张三"], ["李小红", "三（2）班", "李四"]]),
    line("privacy-mask-pass-a", .styled, "受助学生张某（身份证号110105********002X，手机138****5678）。"),
    line("privacy-mask-review-a", .themed, "受助学生张某（身份证号11010519491231****）。"),
  ]

  private static func line(_ name: String, _ dress: Dress, _ text: String) -> Sample {
    Sample(name, dress) { $0.lines.append(.init(text)) }
  }

  /// The table stands behind the text, above the sign-off.
  private static func table(_ name: String, _ dress: Dress, _ rows: [[String]]) -> Sample {
    Sample(name, dress) { notice in
      let look = notice.dress.body.with { $0.paragraph.firstLineCharacters = nil }
      let grid = rows.first?.map { _ in "<w:gridCol w:w=\"2700\"/>" }.joined() ?? ""
      let markup = rows.map { row in
        "<w:tr>"
          + row.map {
            "<w:tc><w:tcPr><w:tcW w:w=\"2700\" w:type=\"dxa\"/></w:tcPr>\(look.xml([Span($0)]))</w:tc>"
          }
          .joined() + "</w:tr>"
      }
      notice.tables = [
        "<w:tbl><w:tblPr><w:tblW w:w=\"0\" w:type=\"auto\"/></w:tblPr><w:tblGrid>\(grid)</w:tblGrid>"
          + markup.joined() + "</w:tbl>"
      ]
    }
  }
}
