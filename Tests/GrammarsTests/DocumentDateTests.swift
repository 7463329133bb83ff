import Grammars
import Testing

@Suite struct DocumentDateTests {
  @Test(arguments: [
    ("2022年4月11日", DocumentDate.Form.arabic, "2022-04-11"), ("1999年10月31日", .arabic, "1999-10-31"),
    ("二〇一二年六月二十九日", .chinese, "2012-06-29"), ("一九九九年十月三十一日", .chinese, "1999-10-31"),
    ("二〇二〇年十二月十日", .chinese, "2020-12-10"), ("2022年04月11日", .padded, "2022-04-11"),
    ("2022年4月1号", .hao, "2022-04-01"),
    ("2022.4.11", .dotted, "2022-04-11"), ("2022-04-11", .dashed, "2022-04-11"),
    ("2022/4/1", .slashed, "2022-04-01"),
    ("22年4月1日", .twoDigitYear, "2022-04-01"), ("二零一二年七月一日", .chineseBadZero, "2012-07-01"),
    ("二○一二年七月一日", .chineseBadZero, "2012-07-01"), ("二Ｏ一二年七月一日", .chineseBadZero, "2012-07-01"),
    ("二O一一年5月16日", .mixed, "2011-05-16"), ("二○一一年5月16日", .mixed, "2011-05-16"),
    (" 2022 年 4 月 1 日", .spaced, "2022-04-01"),
    ("２０２２年４月１日", .arabic, "2022-04-01"), ("二○○五年十一月十一日", .chineseBadZero, "2005-11-11"),
    ("二 〇 二 二 年 三 月 一 日", .chinese, "2022-03-01"), ("2 0 2 2 年 3 月 1 5 日", .spaced, "2022-03-15"),
  ])
  func wholeDate(_ text: String, _ form: DocumentDate.Form, _ iso: String) throws {
    let date = try #require(DocumentDate(text))
    #expect(date.form == form)
    #expect(date.iso == iso)
  }

  @Test(arguments: [
    ("2023年3月", true), ("2022 年 11 月", true), ("二〇二三年三月", true), ("一九九九年肆月", true), ("23年3月", true),
    ("2023年3月1日", false), ("2023年", false), ("3月", false), ("2023年工作月", false), ("二十年来的三月", false),
  ])
  func month(_ text: String, _ isMonth: Bool) { #expect(DocumentDate.isMonth(MatchText(text)) == isMonth) }

  @Test(arguments: ["2022年13月1日", "2022年2月30日", "2023年2月29日", "2022年4月31日", "2022年0月1日"])
  func dayThatIsNone(_ text: String) throws {
    let date = try #require(DocumentDate(text))
    #expect(!date.isValid && date.iso == nil && date.suggestion == nil)
  }

  @Test func leapDay() { #expect(DocumentDate("2024年2月29日")?.iso == "2024-02-29") }

  @Test(arguments: ["", "2022年4月", "2022年4月11日起", "自2022年4月11日", "4月1日", "1.2.3", "12345年1月1日", "1822年1月1日"])
  func noDate(_ text: String) { #expect(DocumentDate(text) == nil) }

  @Test func datesInsideText() {
    let dates = DocumentDate.find(in: "自2022年3月1日起施行，有效期至二〇二五年三月一日，见2021-12-31的报告（1.2.3）。")
    #expect(dates.compactMap(\.iso) == ["2022-03-01", "2025-03-01", "2021-12-31"])
    #expect(dates.first?.range == 1..<10)
  }

  @Test func rangesAreOfTheTextAsWritten() throws {
    let date = try #require(DocumentDate("\u{3000}\u{3000}2022\u{A0}年4月\u{200B}1日"))
    #expect(date.range == 2..<13)
    #expect(date.hasSpaces && date.text == "2022 年4月1日")
  }

  @Test func printingDate() {
    #expect(DocumentDate.printed(MatchText("泗县人民政府办公室　　2022年3月1日印发"))?.iso == "2022-03-01")
    #expect(DocumentDate.printed(MatchText("2022年3月1日由办公室印发")) == nil)
  }
}
