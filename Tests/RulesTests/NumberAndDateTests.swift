import Conformance
import DocumentModel
import Findings
import Rules
import Specifications
import Testing

/// Places and changes of faulty numbers and dates.
@Suite struct NumberAndDateTests {
  private func verdict(_ rule: String, on role: String, _ document: StructuredDocument) throws -> Verdict {
    let line = "  - { id: a, clause: c, severity: error, on: \(role), rule: \(rule) }\n"
    let spec = try SpecLibrary.builtIn.load(
      text: "id: t\ntitle: t\nsource: s\nrequirements:\n" + line, file: "a.yaml", rules: .builtIn)
    guard case .rule(let rule)? = spec.requirements.first?.check else { throw Missing() }
    return try #require(rule.check(on: spec.requirements[0].roles, in: document).first)
  }
  private struct Missing: Error {}

  @Test func bracketIsMarkedAndReplaced() throws {
    var document = StructuredDocument.sample([.number("签发人：张三  泗政办[2022]5号")])
    document.elements[0].text = "泗政办[2022]5号"
    document.elements[0].pieces = [.init(paragraph: 0, range: 8..<19)]
    let violation = try #require(try verdict("DN-form", on: "number", document).violations.first)
    #expect(violation.code == "DN-bracket")
    #expect(violation.pieces == [.init(paragraph: 0, range: 11..<17)])
    #expect(
      violation.fix == Fix(safety: .safe, edits: [.replaceText("泗政办〔2022〕5号", paragraph: 0, range: 8..<19)]))
    #expect(violation.message.text(in: .zh) == "文号年份括号应为六角括号“〔〕”，现为“[2022]”。建议改为“泗政办〔2022〕5号”。")
  }

  @Test func spacesAroundAreNoFault() throws {
    let document = StructuredDocument.sample([.number("　 泗政办〔2022〕5号 ")])
    #expect(try verdict("DN-form", on: "number", document).outcome == .passed)
  }

  @Test func nothingIsProposedWhereAPersonMustDecide() throws {
    for number in ["泗政办〔22〕5号", "泗政办〔2022〕0号", "泗政办字第5号", "SZB〔2022〕5号"] {
      let found = try verdict("DN-form", on: "number", .sample([.number(number)]))
      #expect(found.outcome == .failed)
      #expect(found.violations.allSatisfy { $0.fix == nil && $0.expected == nil }, "\(number)")
    }
  }

  @Test func aYearThatDiffersIsForAPerson() throws {
    let document = StructuredDocument.sample([
      .number("泗政办[2021]5号"), .date("2022年3月1日", iso: "2022-03-01"),
    ])
    let found = try verdict("DN-form", on: "number", document)
    #expect(found.outcome == .failed)
    #expect(found.violations.map(\.code) == ["DN-bracket", "DN-signyear"])
    #expect(found.violations.map(\.outcome) == [nil, .cantTell])
    #expect(try verdict("DN-form, compareYear: false", on: "number", document).violations.count == 1)
  }

  @Test func bareNumberNeedsAnOrder() throws {
    let order = StructuredDocument.sample([
      SamplePart(.letterhead, "泗县人民政府令", .init("宋体", 30)), .number("第3号"), .title("泗县城市管理办法"),
    ])
    #expect(try verdict("DN-form", on: "number", order).outcome == .passed)
    let notice = StructuredDocument.sample([.number("第3号"), .title("关于做好工作的通知")])
    #expect(try verdict("DN-form", on: "number", notice).outcome == .failed)
    #expect(try verdict("DN-form", on: "number", .sample([.number("第3号")])).outcome == .cantTell)
  }

  @Test func dateIsRewritten() throws {
    let found = try verdict("DATE-form", on: "date", .sample([.date("2022年03月01日")]))
    let violation = try #require(found.violations.first)
    #expect(violation.fix?.edits == [.replaceText("2022年3月1日", paragraph: 0, range: 0..<11)])
    #expect(violation.message.text(in: .zh) == "成文日期“2022年03月01日”的月、日编了虚位，应写作“2022年3月1日”。")
  }

  @Test func anOldDateKeepsItsChineseNumerals() throws {
    let found = try verdict("DATE-form", on: "date", .sample([.date("二○○五年十一月十一日")]))
    let violation = try #require(found.violations.first)
    #expect(found.violations.map(\.code) == ["DATE-zero"])
    #expect(violation.fix?.edits == [.replaceText("二〇〇五年十一月十一日", paragraph: 0, range: 0..<11)])
    let late = try verdict("DATE-form", on: "date", .sample([.date("二○一五年十一月十一日")]))
    #expect(late.violations.map { $0.code ?? "DATE-form" } == ["DATE-zero", "DATE-form"])
    #expect(late.violations.first?.message.key == "DATE-zero.arabic", "〇 is not what should stand there")
    #expect(
      late.violations.allSatisfy {
        $0.fix?.edits == [.replaceText("2015年11月11日", paragraph: 0, range: 0..<11)]
      })
  }

  @Test(arguments: ["22年3月1日", "2022年2月30日", "1948年10月14日"])
  func noDateIsGuessed(_ text: String) throws {
    let found = try verdict("DATE-form", on: "date", .sample([.date(text)]))
    #expect(found.outcome == .failed)
    #expect(found.violations.allSatisfy { $0.fix?.safety != .safe })
  }

  @Test func mixedNumeralsWithABadZeroAreTwoFaults() throws {
    let found = try verdict("DATE-form", on: "date", .sample([.date("二O一一年5月16日")]))
    #expect(found.violations.map { $0.code ?? "DATE-form" } == ["DATE-zero", "DATE-form"])
  }
}
