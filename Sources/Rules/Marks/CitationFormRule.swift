import Conformance
import DocumentModel
import Findings
import Grammars
import Messages

/// Documents are cited by title, then number: `《…》（国办发〔2022〕8号）` (rules.md §4.5).
public struct CitationFormRule: Rule {
  /// Whether a cited number later than the date of signing breaks the requirement.
  let compareYear: Bool?
  /// Numbers and titles of documents that are no longer in force: whoever cites them should look again.
  let repealed: [String]?

  public static let description = RuleDescription(
    code: "CITE-form",
    subcodes: ["CITE-num", "CITE-order", "CITE-nest", "CITE-year", "CITE-self", "CITE-known"],
    sources: ["GB/T 9704-2012, 7.2.5", "GB/T 15834-2011, 4.15"],
    settings: [
      Setting("compareYear", .flag, standard: "true"),
      Setting("repealed", .list(.text), standard: "[]"),
    ],
    examples: [
      body("引用规范", "根据《关于做好政务公开工作的通知》（国办发〔2022〕8号）精神，制定本方案。", .passed),
      body("没有引用文号", "根据有关规定，制定本方案。", .inapplicable),
      body("文号用了方括号", "根据《关于做好政务公开工作的通知》（国办发[2022]8号）精神，制定本方案。", .failed, ["CITE-num"]),
      body("文号里有空格", "根据《关于做好政务公开工作的通知》（国办发〔2022〕8 号）精神，制定本方案。", .failed, ["CITE-num"]),
      body(
        "顺序号加了“第”，请人工复核", "根据《关于做好政务公开工作的通知》（国办发〔2022〕第8号）精神，制定本方案。", .cantTell,
        ["CITE-num"]),
      body("先文号后标题，另作说明", "根据国办发〔2022〕8号《关于做好政务公开工作的通知》精神，制定本方案。", .passed, ["CITE-order"]),
      body(
        "书名号里又用书名号，另作说明", "根据《关于印发《政务公开工作要点》的通知》（国办发〔2022〕8号）精神，制定本方案。", .passed,
        ["CITE-nest"]),
      Example(
        "引用的文件比本文件还晚", on: [.document],
        .sample([
          .body("根据《关于做好政务公开工作的通知》（国办发〔2023〕8号）精神。"), .date("2022年3月1日", iso: "2022-03-01"),
        ]), .failed, codes: ["CITE-year"]),
      Example(
        "引用的文号在废止清单里，请人工复核", settings: "repealed: [国办发〔2022〕8号]", on: [.document],
        .sample([.body("根据《关于做好政务公开工作的通知》（国办发〔2022〕8号）精神，制定本方案。")]), .cantTell,
        codes: ["CITE-known"]),
      Example(
        "引用的标题在废止清单里，请人工复核", settings: "repealed: [泗县城市管理办法]", on: [.document],
        .sample([.body("根据《泗县城市管理办法》，制定本方案。")]), .cantTell, codes: ["CITE-known"]),
      Example(
        "引用了自己的文号，请人工复核", on: [.document],
        .sample([.number("泗政办〔2022〕5号"), .body("根据《关于做好政务公开工作的通知》（泗政办〔2022〕5号）精神。")]), .cantTell,
        codes: ["CITE-self"]),
    ])

  private static func body(
    _ name: String, _ text: String, _ outcome: Outcome, _ codes: [String] = [], line: Int = #line
  ) -> Example {
    Example(name, on: [.document], .sample([.body(text)]), outcome, codes: codes, line: line)
  }

  public func check(_ document: WholeDocument, in context: CheckContext) -> Verdict {
    let structure = context.document
    let own = context.text(of: [.number]).elements.filter { $0.certainty >= Element.leastCertainty }.map {
      MatchText($0.text).dense.string
    }
    let signed = structure.first(.date).flatMap { date -> Int? in
      guard date.certainty >= Element.leastCertainty else { return nil }
      return date.iso.flatMap { Int($0.prefix(4)) }
    }
    // Annexes name the document that they belong to.
    let annexes = context.text(of: [.annexMark, .annexTitle, .annexBody])
    let end = annexes.places.first.flatMap { annexes.all[$0].pieces.first?.paragraph } ?? Int.max
    let known = Set((repealed ?? []).map { MatchText($0).dense.string })
    var faults: [Fault] = []
    var paragraphs = 0
    var characters = 0
    let census = context.view(TextCensus.self)
    for index in structure.document.paragraphs.indices where census.line(index).marks.contains(.titleMark) {
      guard structure.document.paragraphs[index].story == .body else { continue }
      let text = structure.document.paragraphs[index].text
      let glance = CitationGlance(text)
      guard glance.hasName else { continue }
      paragraphs += 1
      characters += Int(census.line(index).counts.scalars)
      guard glance.isWorthReading || !known.isEmpty else { continue }
      let reading = CitationReading(paragraph: index, scalars: [Unicode.Scalar](of: text))
      faults += reading.faults(own: index < end ? own : [], signed: compareYear ?? true ? signed : nil)
      if !known.isEmpty { faults += reading.repealed(known) }
    }
    guard paragraphs > 0 else { return .inapplicable(Message("CITE-form.none")) }
    return Verdict.of(faults.violations).judging(paragraphs: paragraphs, characters: characters)
  }
}

/// The citations of a paragraph.
private struct CitationReading {
  let paragraph: Int
  let scalars: [Unicode.Scalar]
  /// The outermost 《…》.
  let names: [Range<Int>]
  /// The 《…》 inside another.
  private let inner: [Range<Int>]

  /// What is longer is no name; quoting all of many names in one another would take the square of the text.
  private static let longestName = 200

  init(paragraph: Int, scalars: [Unicode.Scalar]) {
    self.paragraph = paragraph
    self.scalars = scalars
    var open: [Int] = []
    var names: [Range<Int>] = []
    var inner: [Range<Int>] = []
    for (index, scalar) in scalars.enumerated() {
      if scalar == "《" {
        open.append(index)
      } else if scalar == "》", let start = open.popLast() {
        if open.isEmpty { names.append(start..<(index + 1)) } else { inner.append(start..<(index + 1)) }
      }
    }
    // Where a mark is missing it is not known which names stand in which.
    self.inner = open.isEmpty ? inner.filter { $0.count <= Self.longestName } : []
    self.names = names
  }

  func faults(own: [String], signed: Int?) -> [Fault] {
    var faults = inner.map { range in
      let edits: [Edit] = [
        .replaceText("〈", paragraph: paragraph, range: range.lowerBound..<(range.lowerBound + 1)),
        .replaceText("〉", paragraph: paragraph, range: (range.upperBound - 1)..<range.upperBound),
      ]
      return fault("CITE-nest", "CITE-nest.failed", .passed, range, edits: edits)
    }
    for name in names {
      if let brackets = brackets(behind: name.upperBound) {
        faults += self.faults(name, brackets, own: own, signed: signed)
      }
      if let number = number(before: name.lowerBound) {
        faults.append(reordered(number, name))
      }
    }
    return faults
  }

  /// The brackets behind a name, spaces before them left out.
  private func brackets(behind start: Int) -> Range<Int>? {
    var open = start
    while scalars.at(open) == " " { open += 1 }
    guard scalars.at(open) == "（" || scalars.at(open) == "(" else { return nil }
    // The year may stand in round brackets too: the pair that closes the first counts.
    var depth = 0
    for index in open..<min(open + 80, scalars.count) {
      if scalars[index] == "（" || scalars[index] == "(" { depth += 1 }
      if scalars[index] == "）" || scalars[index] == ")" { depth -= 1 }
      if depth == 0 { return open..<(index + 1) }
    }
    return nil
  }

  private func faults(_ name: Range<Int>, _ brackets: Range<Int>, own: [String], signed: Int?) -> [Fault] {
    let inside = (brackets.lowerBound + 1)..<(brackets.upperBound - 1)
    let words = scalars.string(inside)
    guard words.unicodeScalars.contains(where: { $0 == "号" || $0 == "號" }) else { return [] }
    let found = DocumentNumber.find(in: MatchText(words, offset: inside.lowerBound))
    guard !found.isEmpty else { return [] }
    var faults: [Fault] = []
    for occurrence in found {
      let number = occurrence.number
      if let fault = form(number) { faults.append(fault) }
      if let year = number.year, let signed, year > signed, year < 2100 {
        faults.append(
          fault(
            "CITE-year", "CITE-year.failed", nil, number.range, expected: String(signed)))
      }
      if own.contains(MatchText(number.text).dense.string) {
        faults.append(fault("CITE-self", "CITE-self.failed", .cantTell, number.range))
      }
    }
    return faults
  }

  /// Citations of what is on a list, by title or by number.
  func repealed(_ known: Set<String>) -> [Fault] {
    let titles = names.filter { name in
      known.contains(MatchText(scalars.string((name.lowerBound + 1)..<(name.upperBound - 1))).dense.string)
    }
    let numbers = DocumentNumber.find(in: MatchText(scalars.string(0..<scalars.count))).map(\.number).filter {
      known.contains(MatchText($0.text).dense.string)
    }
    return (titles + numbers.map(\.range)).map { fault("CITE-known", "CITE-known.failed", .cantTell, $0) }
  }

  /// Faults that whoever cites makes; the others may be in the cited number as it was given.
  private static let ownFaults: Set<DocumentNumber.Defect.Kind> = [.bracket, .space, .fullwidth, .open]
  private static let inheritedFaults: Set<DocumentNumber.Defect.Kind> = [.di, .zero, .nian, .year2]

  private func form(_ number: DocumentNumber) -> Fault? {
    guard number.form == .loose || number.form == .standard else { return nil }
    let kinds = Set(number.defects.map(\.kind))
    guard !kinds.isDisjoint(with: Self.ownFaults.union(Self.inheritedFaults)) else { return nil }
    let isSure = !kinds.isDisjoint(with: Self.ownFaults)
    var edits: [Edit] = []
    if let suggestion = number.suggestion, kinds.isSubset(of: Self.ownFaults) {
      edits = [.replaceText(suggestion, paragraph: paragraph, range: number.range)]
    }
    return fault(
      "CITE-num", isSure ? "CITE-num.failed" : "CITE-num.doubt", isSure ? nil : .cantTell, number.range,
      expected: number.suggestion, edits: edits)
  }

  /// `国办发〔2022〕8号《…》`, and what it should be: the name, then the number in brackets.
  private func reordered(_ number: Range<Int>, _ name: Range<Int>) -> Fault {
    let all = number.lowerBound..<name.upperBound
    let words = "\(scalars.string(name))（\(scalars.string(number))）"
    let edit = Edit.replaceText(words, paragraph: paragraph, range: all)
    var fault = fault(
      "CITE-order", "CITE-order.failed", .passed, all, edits: isSetOff(number) ? [edit] : [])
    fault.safety = .needsReview
    return fault
  }

  private static let leads = ["根据", "按照", "依据", "依照", "参照", "贯彻", "落实", "执行", "转发", "印发"]

  /// Whether it is sure where a number begins: verbs run into the code of the office without a mark.
  private func isSetOff(_ number: Range<Int>) -> Bool {
    let words = scalars.string(number)
    if Self.leads.contains(where: { words.hasPrefix($0) }) { return false }
    guard let before = scalars.at(number.lowerBound - 1), before.isChineseCharacter else { return true }
    return Self.leads.contains(scalars.string(max(0, number.lowerBound - 2)..<number.lowerBound))
  }

  /// A right number that ends where a name begins.
  private func number(before end: Int) -> Range<Int>? {
    guard scalars.at(end - 1) == "号" else { return nil }
    let start = max(0, end - 40)
    let slice = MatchText(scalars.string(start..<end), offset: start)
    guard let last = DocumentNumber.find(in: slice, mayBeWhole: false).last, last.number.form == .standard,
      last.number.range.upperBound == end
    else { return nil }
    return last.number.range
  }

  private func fault(
    _ code: String, _ key: String, _ outcome: Outcome?, _ range: Range<Int>, expected: String? = nil,
    edits: [Edit] = []
  ) -> Fault {
    Fault(
      code: code, outcome: outcome, key: key, found: scalars.string(range), expected: expected,
      pieces: [.init(paragraph: paragraph, range: range)], edits: edits)
  }
}
