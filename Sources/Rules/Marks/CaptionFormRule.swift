import Conformance
import DocumentModel
import Findings
import Grammars
import Messages

/// The caption says who published the text when, and what became of it, in order (rules.md §4.3).
public struct CaptionFormRule: Rule {
  let certainty: Share?

  public static let description = RuleDescription(
    code: "CAP-form", subcodes: ["CAP-parts", "CAP-order", "CAP-match", "CAP-paren"],
    sources: ["规章制定程序条例", "行政法规制定程序条例"],
    settings: [.certainty],
    examples: [
      caption("题注规范", "（2019年9月19日市政府令第1号公布　根据2021年2月22日市政府令第3号修订）", .passed),
      caption("法律的题注", "（2024年11月8日第十四届全国人民代表大会常务委员会第十二次会议通过）", .passed),
      caption("没有写明公布的令号，请人工复核", "（2019年9月19日泗县人民政府公布）", .cantTell, ["CAP-parts"]),
      caption(
        "修订早于公布", "（2019年9月19日市政府令第1号公布　根据2018年2月22日市政府令第3号修订）", .failed, ["CAP-order"]),
      caption("半角括号，另作说明", "(2019年9月19日市政府令第1号公布)", .passed, ["CAP-paren"]),
      caption("认不出的题注", "（2019年9月公布）", .cantTell, ["CAP-form"]),
      Example(
        "题注的文号与文号不同，请人工复核", on: [.element(.caption)],
        .sample([
          .number("泗政办〔2022〕6号"),
          SamplePart(.caption, "（2022年3月1日泗县人民政府办公室泗政办〔2022〕5号印发）", .init("楷体", 12)),
        ]), .cantTell, codes: ["CAP-match"]),
    ])

  private static func caption(
    _ name: String, _ text: String, _ outcome: Outcome, _ codes: [String] = [], line: Int = #line
  ) -> Example {
    Example(
      name, on: [.element(.caption)], .sample([SamplePart(.caption, text, .init("楷体", 12))]), outcome,
      codes: codes, line: line)
  }

  public func check(_ text: RoleText, in context: CheckContext) -> Verdict {
    switch text.judgeable(certainty?.value ?? Element.leastCertainty, in: context) {
    case .failure(let absence): return absence.verdict
    case .success(let captions):
      guard let caption = captions.first else { return .inapplicable(Message("typography.nothing")) }
      let faults = self.faults(PlainText(caption, in: context.document.document), context.document)
      return Verdict.of(faults.violations).judging(
        paragraphs: caption.pieces.count, characters: caption.text.unicodeScalars.count)
    }
  }

  private func faults(_ text: PlainText, _ structure: StructuredDocument) -> [Fault] {
    let match = MatchText(text.text)
    func fault(_ code: String?, _ key: String, _ outcome: Outcome?, found: String) -> Fault {
      Fault(code: code, outcome: outcome, key: key, found: found, pieces: text.pieces(of: 0..<0))
    }
    guard let form = CaptionForm(match) else {
      return [fault(nil, "CAP-form.failed", .cantTell, found: match.string)]
    }
    var faults: [Fault] = []
    if let first = form.events.first, first.act == .published, first.number == nil {
      faults.append(fault("CAP-parts", "CAP-parts.failed", .cantTell, found: match.string))
    }
    let dated = form.events.filter { $0.act != .effective && $0.date.isValid }
    for (before, after) in zip(dated, dated.dropFirst()) {
      guard let earlier = before.date.iso, let later = after.date.iso, later < earlier else { continue }
      faults.append(
        fault("CAP-order", "CAP-order.failed", nil, found: "\(before.date.text) → \(after.date.text)"))
    }
    if let other = otherNumber(form, structure) {
      faults.append(fault("CAP-match", "CAP-match.failed", .cantTell, found: other))
    }
    if !form.hasFullWidthBrackets {
      var paren = fault("CAP-paren", "CAP-paren.failed", .passed, found: match.string)
      paren.edits = brackets(text)
      faults.append(paren)
    }
    return faults
  }

  /// The half-width brackets around a caption made full-width.
  private func brackets(_ text: PlainText) -> [Edit] {
    let scalars = [Unicode.Scalar](of: text.text)
    let open = scalars.firstIndex { !$0.isBlank && !$0.isInvisible }
    let close = scalars.lastIndex { !$0.isBlank && !$0.isInvisible }
    return [(open, Unicode.Scalar("("), "（"), (close, Unicode.Scalar(")"), "）")].compactMap {
      index, half, full in
      guard let index, scalars[index] == half, let place = text.replaceable(index..<(index + 1)) else {
        return nil
      }
      return .replaceText(full, paragraph: place.paragraph, range: place.range)
    }
  }

  /// The document's own number, when no event of the caption bears it. An order that publishes a text is
  /// numbered apart from the orders of its history.
  private func otherNumber(_ form: CaptionForm, _ structure: StructuredDocument) -> String? {
    let numbers = form.events.compactMap(\.number)
    guard !numbers.isEmpty,
      let own = structure.first(.number), own.certainty >= certainty?.value ?? Element.leastCertainty,
      let number = DocumentNumber(own.text), number.form == .standard,
      let sequence = number.sequence
    else { return nil }
    let isNamed = numbers.contains { found in
      found.sequence == sequence && (found.year == nil || number.year == nil || found.year == number.year)
    }
    return isNamed ? nil : own.text
  }
}
