import Conformance
import DocumentModel
import Findings
import Grammars
import Messages

/// 附注 such as （此件公开发布） stands in brackets (GB/T 9704-2012, 7.3.6).
public struct NoteFormRule: Rule {
  let certainty: Share?

  public static let description = RuleDescription(
    code: "FUZHU", subcodes: ["FUZHU-paren"], sources: ["GB/T 9704-2012, 7.3.6"], settings: [.certainty],
    examples: [
      note("附注规范", "（此件公开发布）", .passed),
      note("附注没有括号", "此件公开发布", .failed, ["FUZHU"]),
      note("附注用了半角括号，另作说明", "(此件公开发布)", .passed, ["FUZHU-paren"]),
      note("公开方式不是附注", "公开方式：主动公开", .passed),
    ])

  private static func note(
    _ name: String, _ text: String, _ outcome: Outcome, _ codes: [String] = [], line: Int = #line
  ) -> Example {
    Example(
      name, on: [.element(.note)], .sample([SamplePart(.note, text, .init("宋体", 12))]), outcome,
      codes: codes, line: line)
  }

  public func check(_ text: RoleText, in context: CheckContext) -> Verdict {
    switch text.judgeable(certainty?.value ?? Element.leastCertainty, in: context) {
    case .failure(let absence): return absence.verdict
    case .success(let notes):
      let faults = notes.flatMap { self.faults(PlainText($0, in: context.document.document)) }
      return Verdict.of(faults.violations).judging(
        paragraphs: notes.count, characters: notes.reduce(0) { $0 + $1.text.unicodeScalars.count })
    }
  }

  private func faults(_ text: PlainText) -> [Fault] {
    let scalars = [Unicode.Scalar](of: text.text)
    guard let first = scalars.firstIndex(where: { !$0.isBlank && !$0.isInvisible }),
      let last = scalars.lastIndex(where: { !$0.isBlank && !$0.isInvisible })
    else { return [] }
    let all = first..<(last + 1)
    let words = scalars.string(all)
    if words.hasPrefix("此件") {
      var fault = Fault(
        code: nil, outcome: nil, key: "FUZHU.failed", found: words, expected: "（\(words)）",
        pieces: text.pieces(of: all))
      if let place = text.replaceable(all), !words.hasSuffix("。") {
        fault.edits = [.replaceText("（\(words)）", paragraph: place.paragraph, range: place.range)]
      }
      return [fault]
    }
    var edits: [Edit] = []
    for (index, half, full) in [(first, Unicode.Scalar("("), "（"), (last, Unicode.Scalar(")"), "）")]
    where scalars[index] == half {
      guard let place = text.replaceable(index..<(index + 1)) else { continue }
      edits.append(.replaceText(full, paragraph: place.paragraph, range: place.range))
    }
    guard scalars[first] == "(" || scalars[last] == ")" else { return [] }
    return [
      Fault(
        code: "FUZHU-paren", outcome: .passed, key: "FUZHU-paren.failed", found: words,
        pieces: text.pieces(of: all), edits: edits)
    ]
  }
}
