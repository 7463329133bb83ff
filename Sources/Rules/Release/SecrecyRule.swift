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

  public func check(_ document: WholeDocument, in context: CheckContext) -> Verdict {
    var faults: [Fault] = []
    for (index, paragraph) in context.document.document.paragraphs.enumerated() {
      // What comes to be read as a mark is short; comments are no part of the text.
      guard paragraph.text.utf8.count <= 160, paragraph.story != .comment else { continue }
      if let fault = fault(paragraph, at: index) { faults.append(fault) }
    }
    return Verdict.of(faults.violations)
  }

  private func fault(_ paragraph: Paragraph, at index: Int) -> Fault? {
    let text = MatchText(paragraph.text)
    let words = text.dense.string
    func found(_ code: String, _ outcome: Outcome?) -> Fault {
      Fault(
        code: code == Self.description.code ? nil : code, outcome: outcome, key: "\(code).failed",
        found: words,
        pieces: [.init(paragraph: index, range: text.origin(0..<text.count))])
    }
    if isGrade(words) { return found("SECRET-mark", .cantTell) }
    // Tables of contents and registers have columns of such words.
    guard paragraph.cell == nil else { return nil }
    if isInternal(words) { return found("SECRET-internal", .cantTell) }
    if closedNote != .ignore, isClosed(words) {
      return found("SECRET-note", closedNote == .fail ? nil : .cantTell)
    }
    return nil
  }

  /// `秘密`, `机密★1年`, `绝密★启用前`, `密级：秘密`, with or without brackets.
  private func isGrade(_ words: String) -> Bool {
    let bare = Self.bare(words)
    for grade in grades ?? Self.standardGrades {
      if bare == grade || bare == "密级：" + grade || bare == "密级:" + grade { return true }
      if Self.stars.contains(where: { bare.contains("\(grade)\($0)") }), bare.unicodeScalars.count <= 24 {
        return true
      }
    }
    return false
  }

  private func isInternal(_ words: String) -> Bool {
    let bare = Self.bare(words)
    guard bare.unicodeScalars.count <= 24 else { return false }
    return (internalWords ?? Self.standardInternal).contains { word in
      guard bare.hasPrefix(word) else { return false }
      // 内部资料管理办法 is a name; 内部资料，注意保存 is a mark.
      guard let next = bare.unicodeScalars.dropFirst(word.unicodeScalars.count).first else { return true }
      return !next.isChineseCharacter
        || (internalWords ?? Self.standardInternal).contains { bare.dropFirst(word.count).hasPrefix($0) }
        || ["注意", "请勿", "严禁", "不得", "妥善"].contains { bare.dropFirst(word.count).hasPrefix($0) }
    }
  }

  /// `（此件不予公开）`, `（依申请公开）`, `公开方式：不予公开`; not a list to choose from.
  private func isClosed(_ words: String) -> Bool {
    guard words.unicodeScalars.count <= 24, !words.contains("主动公开") else { return false }
    let closed = closedWords ?? Self.standardClosed
    guard closed.count(where: { words.contains($0) }) > 0 else { return false }
    let isNote = ("（(".contains { words.first == $0 }) && ("）)".contains { words.last == $0 })
    let bare = Self.bare(words)
    if isNote { return closed.contains { bare == $0 || bare == "此件" + $0 || bare == "本件" + $0 } }
    guard let colon = bare.unicodeScalars.firstIndex(where: \.isColon) else { return false }
    let label = String(bare.unicodeScalars[..<colon])
    let value = String(bare.unicodeScalars[bare.unicodeScalars.index(after: colon)...])
    return ["公开方式", "公开属性", "公开形式", "公开类别", "公开选项", "公开类型"].contains { label.hasSuffix($0) }
      && closed.contains(value)
  }

  private static let stars: [Unicode.Scalar] = ["★", "☆", "*", "＊"]

  /// The words without the brackets and ornaments around them.
  private static func bare(_ words: String) -> String {
    let ornaments: Set<Unicode.Scalar> = [
      "（", "）", "(", ")", "【", "】", "[", "]", "★", "☆", "*", "＊", "·", "—", "-",
    ]
    var scalars = Array(words.unicodeScalars)[...]
    while let first = scalars.first, ornaments.contains(first) { scalars.removeFirst() }
    while let last = scalars.last, ornaments.contains(last) { scalars.removeLast() }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }
}
