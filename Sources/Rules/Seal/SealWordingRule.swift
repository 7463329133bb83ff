import Conformance
import DocumentModel
import Findings
import Grammars
import Messages

/// Nothing at the sign-off says that a seal goes there (rules.md §1.2): `（盖章）`, `（公章）`,
/// `（此处加盖印章）`. Forms in tables and annexes keep such words.
public struct SealWordingRule: Rule {
  /// The words in brackets that are looked for.
  let words: [String]?
  /// How many paragraphs around the sign-off are looked at.
  let around: Int?

  public static let description = RuleDescription(
    code: "SEAL-wording", sources: ["GB/T 9704-2012, 7.3.5"],
    settings: [
      Setting("words", .list(.text), standard: "[\(standardWords.joined(separator: ", "))]"),
      Setting("around", .number, standard: "2"),
    ],
    examples: [
      Example("落款没有盖章字样", on: [.document], sample("云岭县教育体育局"), .passed),
      Example(
        "署名后写有“（盖章）”", on: [.document], sample("云岭县教育体育局（盖章）"), .cantTell, codes: ["SEAL-wording"]),
      Example(
        "写有“（此处加盖印章）”", on: [.document], sample("云岭县教育体育局(此处加盖印章)"), .cantTell,
        codes: ["SEAL-wording"]),
      Example(
        "正文说的是盖章的要求", on: [.document],
        .sample([
          .title("云岭县教育体育局关于报送材料的通知"), .body("材料须由学校负责人签字（盖章）后报送。"), .body("请认真落实。"),
          .body("联系人：王老师。"), .body("请按时报送。"), .issuer("云岭县教育体育局"),
          .date("2025年3月3日", iso: "2025-03-03"),
        ]), .passed),
      Example(
        "没有落款", on: [.document], .sample([.title("学校食堂管理办法"), .body("申请人（盖章）")]), .inapplicable),
    ])

  static let standardWords = [
    "盖章", "公章", "印章", "签章", "章", "盖公章", "加盖公章", "加盖印章", "此处加盖印章", "此处加盖公章", "此处盖章", "单位盖章", "盖章处",
    "公章处", "单位公章",
  ]

  private static func sample(_ issuer: String) -> StructuredDocument {
    .sample([
      .title("云岭县教育体育局关于开学工作的通知"), .body("现将有关事项通知如下。"), .issuer(issuer),
      .date("2025年3月3日", iso: "2025-03-03"),
    ])
  }

  public static var grounds: Grounds { .text }

  public func check(_ document: WholeDocument, in context: CheckContext) -> Verdict {
    let structured = context.document
    let signOff = SignOffPlace(structured).paragraphs
    guard let first = signOff.first, let last = signOff.last else {
      return .inapplicable(Message("SEAL-wording.unsigned"))
    }
    let reach = max(0, around ?? 2)
    let paragraphs = structured.document.paragraphs
    let window = max(0, first - reach)...min(paragraphs.count - 1, last + reach)
    let exempt = Self.annexes(of: context, in: window)
    let census = context.view(TextCensus.self)
    var found: [Element.Piece] = []
    var fix: [Edit] = []
    var judged = 0
    for index in window
    where !exempt.contains(index) && paragraphs[index].cell == nil && paragraphs[index].story != .comment {
      judged += 1
      guard !census.line(index).marks.isDisjoint(with: [.pair, .square]) else { continue }
      // Beyond the sign-off itself only a line of its own counts: text may speak of sealing.
      for range in marks(in: paragraphs[index].text, onlyWhole: !signOff.contains(index)) {
        found.append(Element.Piece(paragraph: index, range: range))
        fix.append(.replaceText("", paragraph: index, range: range))
      }
    }
    guard let piece = found.first, let range = piece.range else {
      return .conforms.judging(paragraphs: judged, characters: 0)
    }
    var quote = String.UnicodeScalarView()
    quote.append(
      contentsOf: paragraphs[piece.paragraph].text.unicodeScalars.dropFirst(range.lowerBound).prefix(
        range.count))
    let violation = Violation(
      Message("SEAL-wording.failed", ["words": .text(String(quote))]), at: found,
      fix: Fix(safety: .needsReview, edits: fix))
    return .cannotTell(violation.message, [violation])
  }

  /// The paragraphs of annexes among some.
  private static func annexes(of context: CheckContext, in window: ClosedRange<Int>) -> Set<Int> {
    var found: Set<Int> = []
    let text = context.text(of: [.annexMark, .annexTitle, .annexBody, .annexNote])
    for place in text.places {
      for piece in text.all[place].pieces.indices {
        let paragraph = text.all[place].pieces[piece].paragraph
        if window.contains(paragraph) { found.insert(paragraph) }
      }
    }
    return found
  }

  /// Where the words stand between brackets, in scalars, brackets included.
  private func marks(in text: String, onlyWhole: Bool) -> [Range<Int>] {
    let scalars = [Unicode.Scalar](of: text)
    let words = words ?? Self.standardWords
    var ranges: [Range<Int>] = []
    var open: Int?
    for (index, scalar) in scalars.enumerated() {
      switch scalar {
      case "（", "(", "〔", "[": open = index
      case "）", ")", "〕", "]":
        guard let start = open else { continue }
        open = nil
        let inner = scalars[start + 1..<index].filter { !$0.isBlank }
        guard words.contains(where: { inner.elementsEqual($0.unicodeScalars) }) else { continue }
        let rest = scalars[..<start] + scalars[(index + 1)...]
        if onlyWhole, rest.contains(where: { !$0.isBlank }) { continue }
        ranges.append(start..<index + 1)
      default: break
      }
    }
    return ranges
  }
}
