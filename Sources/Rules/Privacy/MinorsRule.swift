import Conformance
import DocumentModel
import Findings
import Grammars
import Messages

/// A table that names pupils beside their class, school or guardian is for a person to see: an education office
/// publishes lists of staff too, and only the header tells them apart (rules.md §1.7).
public struct MinorsRule: Rule {
  /// Headers that only lists of pupils have.
  let pupilHeaders: [String]?
  /// Headers that lists of pupils share with others: they count where the table or its caption speaks of pupils.
  let sharedHeaders: [String]?
  /// Words for pupils.
  let pupilWords: [String]?
  /// Headers that only lists of staff have.
  let staffHeaders: [String]?
  /// The number of names from which a table is a list.
  let rows: Int?

  private static let pupils = [
    "班级", "年级", "学号", "学籍", "考号", "准考证", "监护人", "家长", "就读", "在读", "幼儿姓名", "学生姓名", "儿童姓名", "园所",
  ]
  private static let shared = ["学校", "幼儿园", "校名", "出生", "年龄", "成绩"]
  private static let words = [
    "学生", "幼儿", "儿童", "未成年", "少年", "小学生", "中学生", "新生", "考生", "学子", "入学", "入园", "招生",
  ]
  private static let staff = [
    "职称", "职务", "任教", "学科", "聘", "岗位", "工作单位", "教师", "教龄", "工号", "指导", "科室", "单位",
  ]

  public static let description = RuleDescription(
    code: "PRIV-minor",
    sources: ["中华人民共和国未成年人保护法, 第四条", "中华人民共和国政府信息公开条例, 第十五条"],
    settings: [
      Setting("pupilHeaders", .list(.text), standard: "[\(pupils.joined(separator: ", "))]"),
      Setting("sharedHeaders", .list(.text), standard: "[\(shared.joined(separator: ", "))]"),
      Setting("pupilWords", .list(.text), standard: "[\(words.joined(separator: ", "))]"),
      Setting("staffHeaders", .list(.text), standard: "[\(staff.joined(separator: ", "))]"),
      Setting("rows", .number, standard: "2"),
    ],
    examples: [
      list(
        "学生名单有姓名、班级、学号", [["姓名", "班级", "学号"], ["张三", "三（1）班", "20220101"], ["李四", "三（2）班", "20220102"]],
        .cantTell),
      list("名单有学生姓名和监护人", [["学生姓名", "监护人"], ["张小明", "张三"], ["李小红", "李四"]], .cantTell),
      list("表头写明是幼儿", [["序号", "幼儿姓名", "幼儿园"], ["1", "张小明", "实验幼儿园"], ["2", "李小红", "实验幼儿园"]], .cantTell),
      list("姓名已经遮盖", [["姓名", "班级"], ["张*", "三（1）班"], ["李某", "三（2）班"]], .passed),
      list(
        "教师名单", [["姓名", "学校", "任教学科", "职称"], ["张三", "泗县一中", "语文", "一级教师"], ["李四", "泗县二中", "数学", "高级教师"]],
        .passed),
      list("教师的任教班级", [["姓名", "任教班级", "职务"], ["张三", "三（1）班", "班主任"], ["李四", "三（2）班", "班主任"]], .passed),
      list("各校统计表，没有姓名", [["学校", "年级", "人数"], ["泗县一中", "高一", "300"], ["泗县二中", "高一", "280"]], .passed),
      list("空白的登记表", [["姓名", "班级", "家长"], ["", "", ""], ["", "", ""]], .passed),
    ])

  private static func list(
    _ title: String, _ rows: [[String]], _ outcome: Outcome, line: Int = #line
  ) -> Example {
    Example(
      title, on: [.document], .privacyTable(rows), outcome, codes: outcome == .passed ? [] : ["PRIV-minor"],
      line: line)
  }

  public static var grounds: Grounds { .text }

  public func check(_ document: WholeDocument, in context: CheckContext) -> Verdict {
    let document = context.document.document
    let violations = document.tables.indices.compactMap {
      violation(PrivacyGrid(table: $0, of: document), $0, context)
    }
    return violations.first.map { .cannotTell($0.message, violations) } ?? .conforms
  }

  /// One violation for a table of pupils.
  private func violation(_ grid: PrivacyGrid, _ table: Int, _ context: CheckContext) -> Violation? {
    for row in grid.rows.keys.sorted().prefix(3) {
      let headers = (grid.rows[row] ?? [:]).mapValues { MatchText($0.text).dense.string }
      guard let column = headers.sorted(by: { $0.key < $1.key }).first(where: { Self.isName($0.value) })?.key,
        let mark = pupilMark(in: headers.values.sorted(), of: table, context)
      else { continue }
      let names = grid.cells(below: row, column: column).filter { PersonName.isLikely($0.cell.text) }
      guard names.count >= self.rows ?? 2 else { continue }
      return Violation(
        outcome: .cantTell,
        Message(
          "PRIV-minor.review",
          ["table": .number(table + 1), "column": .text(mark), "count": .number(names.count)]),
        at: names.flatMap(\.cell.paragraphs).map { Element.Piece(paragraph: $0) }, masks: true)
    }
    return nil
  }

  private static func isName(_ header: String) -> Bool {
    header.unicodeScalars.count <= 8 && (header.hasSuffix("姓名") || header == "名字" || header == "学生")
  }

  /// The header that shows a list of pupils; `nil` for lists of staff, and where nothing shows it.
  private func pupilMark(in headers: [String], of table: Int, _ context: CheckContext) -> String? {
    func first(_ words: [String]) -> String? {
      headers.first { header in header.unicodeScalars.count <= 12 && words.contains { header.contains($0) } }
    }
    if first(staffHeaders ?? Self.staff) != nil { return nil }
    if let header = first(pupilHeaders ?? Self.pupils) { return header }
    guard let header = first(sharedHeaders ?? Self.shared) else { return nil }
    let caption = Self.caption(of: table, in: context.document)
    let words = pupilWords ?? Self.words
    let isSaid = words.contains { word in caption.contains(word) || headers.contains { $0.contains(word) } }
    return isSaid && !caption.contains("教师") ? header : nil
  }

  /// The words above a table, and the titles of the text and of its annexes: what the table is called.
  private static func caption(of table: Int, in structure: StructuredDocument) -> String {
    let document = structure.document
    let start = document.tables[table].paragraphs.lowerBound
    let above = document.paragraphs[..<min(max(0, start), document.paragraphs.count)].suffix(3)
    let named = structure.elements.filter { element in
      (element.role == .title || element.role == .annexTitle)
        && element.pieces.first.map { $0.paragraph < start } ?? false
    }
    return (above.filter { $0.cell == nil }.map(\.text) + named.suffix(2).map(\.text)).joined(separator: "\n")
  }
}
