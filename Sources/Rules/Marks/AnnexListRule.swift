import Conformance
import DocumentModel
import Findings
import Grammars
import Messages

/// The list of annexes has its form, and says what the annexes say (rules.md §4.6).
public struct AnnexListRule: Rule {
  /// Whether names are compared with the titles of annexes in the same file.
  let compareTitles: Bool?
  let certainty: Share?

  public static let description = RuleDescription(
    code: "ATT-list",
    subcodes: [
      "ATT-colon", "ATT-endpunct", "ATT-seq", "ATT-brackets", "ATT-mark", "ATT-match", "ATT-missing",
    ],
    sources: ["GB/T 9704-2012, 7.3.4、7.3.7"],
    settings: [Setting("compareTitles", .flag, standard: "true"), .certainty],
    examples: [
      note("一个附件", ["附件：政务公开工作任务分解表"], .passed),
      note("几个附件", ["附件：1.政务公开工作任务分解表", "2.责任单位名单"], .passed),
      note("没有附件", [], .inapplicable),
      note("半角冒号", ["附件:政务公开工作任务分解表"], .failed, ["ATT-colon"]),
      note("“附件”写成“附”", ["附：政务公开工作任务分解表"], .failed, ["ATT-list"]),
      note("名称后加了标点", ["附件：1.政务公开工作任务分解表。", "2.责任单位名单。"], .failed, ["ATT-endpunct"]),
      note("序号不连续", ["附件：1.政务公开工作任务分解表", "3.责任单位名单"], .failed, ["ATT-seq"]),
      note("只有一个附件也编号，另作说明", ["附件：1.政务公开工作任务分解表"], .passed, ["ATT-seq"]),
      note("名称加了书名号，另作说明", ["附件：《政务公开工作任务分解表》"], .passed, ["ATT-brackets"]),
      note("附件标识加了冒号", ["附件：任务分解表"], mark: "附件：", title: "任务分解表", .failed, ["ATT-mark"]),
      note("附件标识用了汉字数字", ["附件：任务分解表"], mark: "附件一", title: "任务分解表", .failed, ["ATT-mark"]),
      note(
        "名称与附件标题不同，请人工复核", ["附件：任务分解表"], mark: "附件", title: "责任单位名单", .cantTell,
        ["ATT-match"]),
      note(
        "文件里缺少一个附件，请人工复核", ["附件：1.任务分解表", "2.责任单位名单"], mark: "附件1", title: "任务分解表",
        .cantTell, ["ATT-missing"]),
    ])

  private static func note(
    _ name: String, _ lines: [String], mark: String? = nil, title: String? = nil, _ outcome: Outcome,
    _ codes: [String] = [], line: Int = #line
  ) -> Example {
    let style = TextStyle("宋体", 12)
    var parts = [SamplePart.body("现将有关事项通知如下。")]
    parts += lines.map { SamplePart(.annexNote, $0, style) }
    parts.append(.date("2022年3月1日", iso: "2022-03-01"))
    if let mark { parts.append(SamplePart(.annexMark, mark, style)) }
    if let title { parts.append(SamplePart(.annexTitle, title, style)) }
    return Example(name, on: [.document], .sample(parts), outcome, codes: codes, line: line)
  }

  public func check(_ document: WholeDocument, in context: CheckContext) -> Verdict {
    let structure = context.document
    let least = certainty?.value ?? Element.leastCertainty
    let notes = context.text(of: [.annexNote]).elements.filter { $0.certainty >= least }
    let parts = AnnexPart.all(in: structure).filter { $0.mark.certainty >= least }
    guard !notes.isEmpty || !parts.isEmpty else { return .inapplicable(Message("ATT-list.none")) }
    let list = AnnexList(notes, in: structure.document)
    // A list behind the date may be the annex itself, begun without a page of its own.
    let end = structure.first(.date)?.pieces.first?.paragraph ?? Int.max
    var faults = list.heads.filter { $0.paragraph < end }.flatMap(head)
    faults += list.entries.filter { $0.paragraphs.allSatisfy { $0 < end } }.flatMap {
      ends($0, structure.document)
    }
    // Laws number their annexes 附件一, 附件二.
    let isLaw = context.view(Sequences.self).all.first?.isLaw == true
    faults += numbering(list) + parts.compactMap { mark($0, isLaw, in: structure.document) }
    if compareTitles ?? true { faults += titles(list, parts, least) }
    let texts = notes + parts.map(\.mark)
    return Verdict.of(faults.violations).judging(
      paragraphs: texts.count, characters: texts.reduce(0) { $0 + $1.text.unicodeScalars.count })
  }

  // MARK: The list

  private func head(_ head: AnnexList.Head) -> [Fault] {
    var faults: [Fault] = []
    let end = head.colon.map { $0 + 1 } ?? 0
    let piece = Element.Piece(paragraph: head.paragraph, range: 0..<end)
    if !head.isPlain, end > 0 {
      let words = MatchText(head.text.string(0..<end)).dense.string
      // 附表, 附图 may be no annexes.
      let isOther = ["附表", "附图", "附录"].contains { words.hasPrefix($0) }
      var fault = Fault(
        code: nil, outcome: isOther ? .passed : nil, key: isOther ? "ATT-list.other" : "ATT-list.failed",
        found: words, pieces: [piece])
      if words == "附：" || words == "附:" {
        fault.edits = [.replaceText("附件：", paragraph: head.paragraph, range: 0..<end)]
        fault.safety = .needsReview
      }
      faults.append(fault)
    }
    if let colon = head.colon, head.text.at(colon) != "：" {
      let range = colon..<(colon + 1)
      faults.append(
        Fault(
          code: "ATT-colon", outcome: nil, key: "ATT-colon.failed", found: head.text.string(0..<end),
          pieces: [piece], edits: [.replaceText("：", paragraph: head.paragraph, range: range)]))
    }
    return faults
  }

  private static let marks: Set<Unicode.Scalar> = ["。", "；", "，", "、", ";", ",", "."]

  private func ends(_ entry: AnnexList.Entry, _ document: Document) -> [Fault] {
    guard let index = entry.paragraphs.last, document.paragraphs.indices.contains(index) else { return [] }
    let scalars = [Unicode.Scalar](of: document.paragraphs[index].text)
    var faults: [Fault] = []
    if let last = scalars.lastIndex(where: { !$0.isBlank && !$0.isInvisible }),
      Self.marks.contains(scalars[last])
    {
      let range = last..<(last + 1)
      faults.append(
        Fault(
          code: "ATT-endpunct", outcome: nil, key: "ATT-endpunct.failed", found: entry.name,
          pieces: [.init(paragraph: index, range: range)],
          edits: [.replaceText("", paragraph: index, range: range)]))
    }
    if entry.name.hasPrefix("《"), entry.name.hasSuffix("》"), entry.name.count(where: { $0 == "《" }) == 1 {
      var fault = Fault(
        code: "ATT-brackets", outcome: .passed, key: "ATT-brackets.failed", found: entry.name,
        pieces: entry.paragraphs.map { .init(paragraph: $0) })
      fault.safety = .needsReview
      // A name over several lines is left to a person.
      if entry.paragraphs.count == 1 {
        fault.edits = scalars.indices.filter { scalars[$0] == "《" || scalars[$0] == "》" }.map {
          .replaceText("", paragraph: index, range: $0..<($0 + 1))
        }
      }
      faults.append(fault)
    }
    return faults
  }

  private func numbering(_ list: AnnexList) -> [Fault] {
    let numbers = list.entries.compactMap(\.number)
    guard numbers.count == list.entries.count, let only = list.entries.first else { return [] }
    let pieces = list.entries.flatMap(\.paragraphs).map { Element.Piece(paragraph: $0) }
    let found = numbers.map { String($0) }.joined(separator: "、")
    if list.entries.count == 1, only.number == 1 {
      var lone = Fault(
        code: "ATT-seq", outcome: .passed, key: "ATT-seq.lone", found: only.name, pieces: pieces)
      if let paragraph = only.paragraphs.first, let range = only.numberRange {
        lone.edits = [.replaceText("", paragraph: paragraph, range: range)]
      }
      return [lone]
    }
    if numbers == Array(1...numbers.count) { return [] }
    return [Fault(code: "ATT-seq", outcome: nil, key: "ATT-seq.failed", found: found, pieces: pieces)]
  }

  // MARK: The annexes

  private func mark(_ part: AnnexPart, _ isLaw: Bool, in document: Document) -> Fault? {
    let text = MatchText(part.mark.text)
    guard text.dense.hasPrefix("附件") else { return nil }
    if case .mark(_, isWellFormed: true)? = AnnexForm(text) { return nil }
    let expected = part.number.map { "附件\($0)" } ?? "附件"
    let rest = text.dense.scalars.dropFirst(2)
    // Spaces in the mark or in front of its number are a matter of setting.
    let isWrong = rest.contains { $0.isColon || ($0.isChineseCharacter && !isLaw) }
    if isLaw, !isWrong { return nil }
    let plain = PlainText(part.mark, in: document)
    let place = plain.replaceable(MatchText(plain.text).origin(0..<MatchText(plain.text).count))
    return Fault(
      code: "ATT-mark", outcome: isWrong ? nil : .passed,
      key: isWrong ? "ATT-mark.failed" : "ATT-mark.spaced", found: text.string, expected: expected,
      pieces: part.mark.pieces,
      edits: place.map { [.replaceText(expected, paragraph: $0.paragraph, range: $0.range)] } ?? [],
      safety: isWrong && part.number == nil && rest.contains { $0.isChineseCharacter } ? .needsReview : .safe)
  }

  private func titles(_ list: AnnexList, _ parts: [AnnexPart], _ least: Double) -> [Fault] {
    guard !parts.isEmpty, !list.entries.isEmpty else { return [] }
    var faults: [Fault] = []
    for (index, entry) in list.entries.enumerated() {
      let isLone = list.entries.count == 1 && parts.count == 1
      let part = parts.first { $0.number == entry.number ?? index + 1 } ?? (isLone ? parts.first : nil)
      let pieces = entry.paragraphs.map { Element.Piece(paragraph: $0) }
      guard let part else {
        faults.append(
          Fault(
            code: "ATT-missing", outcome: .cantTell, key: "ATT-missing.failed", found: entry.name,
            pieces: pieces))
        continue
      }
      guard let title = part.title, title.certainty >= least, title.text.nameOnly != entry.name.nameOnly
      else { continue }
      faults.append(
        Fault(
          code: "ATT-match", outcome: .cantTell, key: "ATT-match.failed",
          found: "\(entry.name) → \(title.text)", pieces: pieces + title.pieces))
    }
    return faults
  }
}
