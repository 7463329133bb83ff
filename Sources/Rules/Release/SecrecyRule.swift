import Conformance
import DocumentModel
import Findings
import Grammars
import Messages

/// A text to be published bears no mark that says that it must not be: a grade of secrecy, 内部资料, or a note
/// that keeps it from the public (rules.md §1.7, secrecy add-on).
///
/// Words count where they stand as a mark. The same words in running text, in names of laws and in lists of
/// choices are what official documents speak of every day.
public struct SecrecyRule: Rule {
  /// Grades of secrecy.
  let grades: [String]?
  /// Other words that keep a text inside.
  let internalWords: [String]?
  /// What notes and labels such as 公开方式 say of a text that is not published of its own accord.
  let closedWords: [String]?
  /// What a note that keeps the text from the public makes of the requirement.
  let closedNote: AbsenceVerdict?

  private static let standardGrades = ["绝密", "机密", "秘密"]
  private static let standardInternal = [
    "内部资料", "内部文件", "内部材料", "内部使用", "内部掌握", "内部参阅", "工作秘密", "不得外传", "严禁外传", "请勿外传", "注意保密",
  ]
  private static let standardClosed = ["不予公开", "不公开", "依申请公开"]

  public static let description = RuleDescription(
    code: "SECRET-mark", subcodes: ["SECRET-internal", "SECRET-note"],
    sources: ["中华人民共和国保守国家秘密法, 第二十二条", "GB/T 9704-2012, 7.2.2、7.3.6", "中华人民共和国政府信息公开条例, 第十四条"],
    settings: [
      Setting("grades", .list(.text), standard: "[\(standardGrades.joined(separator: ", "))]"),
      Setting("internalWords", .list(.text), standard: "[\(standardInternal.joined(separator: ", "))]"),
      Setting("closedWords", .list(.text), standard: "[\(standardClosed.joined(separator: ", "))]"),
      .absence("closedNote", standard: .review),
    ],
    examples: [
      text("没有密级和内部字样", "现将有关事项通知如下。", .passed),
      text("标有密级", "机密★1年", .cantTell, "SECRET-mark"),
      Example(
        "登记表里的密级一栏", on: [.document], .privacyTable([["事项", "密级"], ["试题", "秘密"]]), .passed),
      text("密级单独成行", "秘　密", .cantTell, "SECRET-mark"),
      text("试卷上的密级", "绝密★启用前", .cantTell, "SECRET-mark"),
      text("标有“内部资料”", "内部资料　注意保存", .cantTell, "SECRET-internal"),
      text("括号里的“内部使用”", "（内部使用）", .cantTell, "SECRET-internal"),
      text("附注为不予公开", "（此件不予公开）", .cantTell, "SECRET-note"),
      text("公开方式为依申请公开", "公开方式：依申请公开", .cantTell, "SECRET-note"),
      text("正文谈到国家秘密、商业秘密", "涉及国家秘密、工作秘密、商业秘密和个人隐私的，不予公开。", .passed),
      text("法律名称中的秘密", "《中华人民共和国保守国家秘密法》", .passed),
      text("小标题里的工作秘密", "工作秘密管理", .passed),
      text("机密性不是密级", "机密性、完整性", .passed),
      text("公开方式的选项", "公开方式：□主动公开　□依申请公开　□不予公开", .passed),
      Example(
        "规范规定：附注为不予公开即不符合", settings: "closedNote: fail", on: [.document],
        .sample([.body("（此件不予公开）")]), .failed, codes: ["SECRET-note"]),
    ])

  private static func text(
    _ title: String, _ text: String, _ outcome: Outcome, _ code: String? = nil, line: Int = #line
  ) -> Example {
    Example(
      title, on: [.document], .sample([.body(text)]), outcome, codes: [code].compactMap { $0 }, line: line)
  }

  /// The longest mark, without spaces.
  private static let longest = 24

  public static var grounds: Grounds { .text }

  public func check(_ document: WholeDocument, in context: CheckContext) -> Verdict {
    let census = context.view(TextCensus.self)
    let paragraphs = context.document.document.paragraphs
    let search = self.search
    var faults: [Fault] = []
    for index in paragraphs.indices {
      // What comes to be read as a mark is short; comments are no part of the text.
      let line = census.line(index)
      guard (2...Int32(Self.longest)).contains(line.counts.visible), paragraphs[index].story != .comment,
        (line.marks.contains(.gap) ? search.heads : search.words).finds(in: paragraphs[index].text)
      else { continue }
      if let fault = fault(paragraphs[index], at: index) { faults.append(fault) }
    }
    return Verdict.of(faults.violations)
  }

  /// The words to look for, and their first characters: words may be spread over the line, and then only those
  /// are looked for before the whole.
  private struct Search {
    let words: WordSearch
    let heads: WordSearch

    init(_ words: [String]) {
      self.words = WordSearch(words)
      heads = WordSearch(words.compactMap { $0.unicodeScalars.first.map { String($0) } })
    }
  }

  private static let standardSearch = Search(standardGrades + standardInternal + standardClosed)

  private var search: Search {
    if grades == nil, internalWords == nil, closedWords == nil { return Self.standardSearch }
    return Search(
      (grades ?? Self.standardGrades) + (internalWords ?? Self.standardInternal)
        + (closedWords ?? Self.standardClosed))
  }

  private func fault(_ paragraph: Paragraph, at index: Int) -> Fault? {
    let text = MatchText(paragraph.text)
    let dense = text.dense
    func found(_ code: String, _ outcome: Outcome?) -> Fault {
      Fault(
        code: code == Self.description.code ? nil : code, outcome: outcome, key: "\(code).failed",
        found: dense.string, pieces: [.init(paragraph: index, range: text.origin(0..<text.count))])
    }
    if let grade = first(of: grades ?? Self.standardGrades, in: dense),
      isGrade(grade, in: dense, isCell: paragraph.cell != nil)
    {
      return found("SECRET-mark", .cantTell)
    }
    // Tables of contents and registers have columns of such words.
    guard paragraph.cell == nil else { return nil }
    let internalWords = internalWords ?? Self.standardInternal
    if let word = first(of: internalWords, in: dense), isInternal(word, in: dense, among: internalWords) {
      return found("SECRET-internal", .cantTell)
    }
    if closedNote != .ignore, first(of: closedWords ?? Self.standardClosed, in: dense) != nil, isClosed(dense)
    {
      return found("SECRET-note", closedNote == .fail ? nil : .cantTell)
    }
    return nil
  }

  /// The first of some words that stands in a text.
  private func first(of words: [String], in text: MatchText) -> (word: String, index: Int)? {
    for word in words {
      if let index = text.firstIndex(of: word) { return (word, index) }
    }
    return nil
  }

  /// `秘密`, `机密★1年`, `绝密★启用前`, `密级：秘密`, with or without brackets. In a table only the star tells a
  /// mark from an entry of a register.
  private func isGrade(_ grade: (word: String, index: Int), in text: MatchText, isCell: Bool) -> Bool {
    if let next = text[grade.index + grade.word.unicodeScalars.count], Self.stars.contains(next) {
      return true
    }
    let bare = Self.bare(text.string)
    return !isCell && (bare == grade.word || bare == "密级：" + grade.word || bare == "密级:" + grade.word)
  }

  /// `内部资料`, `（内部使用）`, `内部资料，注意保存`; not the name 内部资料管理办法.
  private func isInternal(_ found: (word: String, index: Int), in text: MatchText, among words: [String])
    -> Bool
  {
    let bare = Self.bare(text.string)
    guard bare.hasPrefix(found.word) else { return false }
    let rest = bare.dropFirst(found.word.count)
    guard let next = rest.unicodeScalars.first, next.isChineseCharacter else { return true }
    return (words + ["注意", "请勿", "严禁", "不得", "妥善"]).contains { rest.hasPrefix($0) }
  }

  /// `（此件不予公开）`, `（依申请公开）`, `公开方式：不予公开`; not a list to choose from.
  private func isClosed(_ text: MatchText) -> Bool {
    guard text.firstIndex(of: "主动公开") == nil, let first = text[0], let last = text[text.count - 1] else {
      return false
    }
    let closed = closedWords ?? Self.standardClosed
    let bare = Self.bare(text.string)
    if first == "（" || first == "(", last == "）" || last == ")" {
      return closed.contains { bare == $0 || bare == "此件" + $0 || bare == "本件" + $0 }
    }
    let halves = bare.unicodeScalars.split(maxSplits: 1, whereSeparator: \.isColon).map { String($0) }
    guard halves.count == 2, let label = halves.first, let value = halves.last else { return false }
    return Self.labels.contains { label.hasSuffix($0) } && closed.contains(value)
  }

  private static let labels = ["公开方式", "公开属性", "公开形式", "公开类别", "公开选项", "公开类型"]

  private static let stars: [Unicode.Scalar] = ["★", "☆", "*", "＊"]

  private static let ornaments: Set<Unicode.Scalar> = [
    "（", "）", "(", ")", "【", "】", "[", "]", "★", "☆", "*", "＊", "·", "—", "-",
  ]

  /// The words without the brackets and ornaments around them.
  private static func bare(_ words: String) -> String {
    var scalars = Array(words.unicodeScalars)[...]
    while let first = scalars.first, ornaments.contains(first) { scalars.removeFirst() }
    while let last = scalars.last, ornaments.contains(last) { scalars.removeLast() }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }
}
