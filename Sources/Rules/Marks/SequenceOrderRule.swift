import Conformance
import DocumentModel
import Findings
import Grammars
import Messages

/// The numbers of the text go on without gaps or doubles and have the standard's forms (rules.md §4.7).
public struct SequenceOrderRule: Rule {
  /// Whether `1、`, `（一）、` and the like break the requirement.
  let checkForm: Bool?

  public static let description = RuleDescription(
    code: "SEQ-order", subcodes: ["SEQ-gap", "SEQ-dup", "SEQ-form", "SEQ-mixed", "SEQ-lone"],
    sources: ["GB/T 9704-2012, 7.3.3", "GB/T 15834-2011, 4.5.3.6、4.6.3.3"],
    settings: [Setting("checkForm", .flag, standard: "true")],
    examples: [
      text("序号规范", ["一、提高认识", "（一）宣传", "1.会议", "（1）准备", "（2）召开", "2.简报", "（二）培训", "二、抓好落实"], .passed),
      text("没有序号", ["春季学期即将开学。"], .inapplicable),
      text("缺了“三、”", ["一、提高认识", "二、抓好落实", "四、加强督查"], .failed, ["SEQ-gap"]),
      text("缺少的一项写在上一段里，不算缺", ["一、提高认识。", "二、抓好落实；三、总结经验。", "四、加强督查。"], .passed),
      text("“二、”重复", ["一、提高认识", "二、抓好落实", "二、加强督查"], .failed, ["SEQ-dup"]),
      text("重复之后接着编号", ["一、提高认识", "二、抓好落实", "二、加强督查", "三、总结经验"], .failed, ["SEQ-dup"]),
      text("换了上一级，重新编号", ["一、提高认识", "（一）宣传", "（二）培训", "二、抓好落实", "（一）督查", "（二）通报"], .passed),
      text("倒着编号，请人工复核", ["一、提高认识", "二、抓好落实", "三、加强督查", "二、总结经验"], .cantTell, ["SEQ-order"]),
      text(
        "被另一组隔开后接着编号，请人工复核",
        ["（1）套期会计", "（2）利润分配", "（3）分部报告", "（1）能够产生收入", "（2）能够评价成果", "（4）重大判断"], .cantTell, ["SEQ-gap"]),
      text("另一组的“1.”写在上一段里，请人工复核", ["1.提高认识", "2.抓好落实", "说明：1.全校统一。", "2.自下学期起。"], .cantTell, ["SEQ-dup"]),
      text("标准条文的编号", ["5. 1  幅面尺寸", "5. 3  页边与版心"], .inapplicable),
      text(
        "年级、月份的列举不是序号",
        ["一、二年级不布置书面作业。", "三、四年级不超过60分钟。", "10、11月份检查。", "（1）班值周。", "（3）班轮换。"], .inapplicable),
      text("数字后用了顿号", ["1、提高认识", "2、抓好落实"], .failed, ["SEQ-form"]),
      text("括号后又加顿号", ["（一）、提高认识", "（二）、抓好落实"], .failed, ["SEQ-form"]),
      text("全角、半角的点混用，另作说明", ["1.提高认识", "2．抓好落实"], .passed, ["SEQ-mixed"]),
      text(
        "跳过一级，另作说明", ["一、提高认识", "（一）宣传", "（二）培训", "二、抓好落实", "1.督查", "2.通报"], .passed, ["SEQ-order"]),
      text("只有“（一）”，另作说明", ["一、提高认识", "（一）宣传", "二、抓好落实"], .passed, ["SEQ-lone"]),
      text("第二项写在同一段里，不算只有一项", ["一、提高认识", "（一）宣传；（二）培训。", "二、抓好落实"], .passed),
      text("法规按条编号", ["第一条 为了……", "第二条 本办法……", "第三条 各级……", "第四条 施行……"], .passed),
      text(
        "解读引用法规的条文，不是编号", ["第二条规定了适用范围。", "第五条　部门职责由三方面组成。", "第九条　罚则分为两档。"], .passed),
      text("法规缺了第三条", ["第一条 为了……", "第二条 本办法……", "第四条 各级……"], .failed, ["SEQ-gap"]),
    ])

  private static func text(
    _ name: String, _ lines: [String], _ outcome: Outcome, _ codes: [String] = [], line: Int = #line
  ) -> Example {
    Example(name, on: [.document], .sample(lines.map { .body($0) }), outcome, codes: codes, line: line)
  }

  public func check(_ document: WholeDocument, in context: CheckContext) -> Verdict {
    let sequences = context.view(Sequences.self).all.filter { !$0.items.isEmpty }
    guard !sequences.isEmpty else { return .inapplicable(Message("SEQ-order.none")) }
    // A decision that amends a law quotes its articles out of order.
    let isAmendment = context.text(of: [.title]).elements.contains { Self.amends.finds(in: $0.text) }
    let faults = sequences.flatMap { sequence in
      let counted =
        isAmendment && sequence.isLaw
        ? [] : SequenceCounter(sequence, in: context.document.document).faults
      let document = context.document.document
      let formed = checkForm ?? true ? sequence.items.compactMap { badForm($0, in: document) } : []
      return counted + formed + mixed(sequence, in: document)
    }
    return Verdict.of(faults.violations).judging(
      paragraphs: sequences.reduce(0) { $0 + $1.paragraphs },
      characters: sequences.reduce(0) { $1.items.reduce($0) { $0 + $1.enumerator.length } })
  }

  private static let amends = WordSearch(["修改"])

  private func badForm(_ item: SequenceItem, in document: Document) -> Fault? {
    guard !item.enumerator.isWellFormed, let level = item.level,
      let expected = item.standardMark(in: document)
    else { return nil }
    let mark = item.mark(in: document)
    // 1) is not the standard's, but common below its four levels; a space in a number is the typesetter's.
    if level == 4, !mark.hasPrefix("（"), !mark.hasPrefix("(") { return nil }
    if mark.filter({ $0 != " " }) == expected { return nil }
    let edits = item.range.map { [Edit.replaceText(expected, paragraph: item.paragraph, range: $0)] } ?? []
    return Fault(
      code: "SEQ-form", outcome: nil, key: "SEQ-form.failed", found: mark, expected: expected,
      pieces: [item.piece], edits: edits)
  }

  /// `1．` where `1.` stands in the same document.
  private func mixed(_ sequence: Sequence, in document: Document) -> [Fault] {
    let thirds = sequence.items.filter { $0.level == 3 && $0.enumerator.isWellFormed }
    guard thirds.contains(where: { $0.ends(with: ".", in: document) }) else { return [] }
    return thirds.filter { $0.ends(with: "．", in: document) }.map { item in
      let expected = item.numerals(in: document) + "."
      let edits = item.range.map { [Edit.replaceText(expected, paragraph: item.paragraph, range: $0)] } ?? []
      return Fault(
        code: "SEQ-mixed", outcome: .passed, key: "SEQ-mixed.failed", found: item.mark(in: document),
        expected: expected, pieces: [item.piece], edits: edits)
    }
  }
}
