import Conformance
import DocumentModel
import Findings
import Grammars
import Messages

/// No list of names and mobile numbers stands in the text; a single number, as offices give for questions, is for a
/// person to see (rules.md §1.7).
public struct MobileRule: Rule {
  /// The number of rows with a name and a number from which a table is a list of people.
  let rows: Int?

  public static let description = RuleDescription(
    code: "PRIV-mobile", sources: ["中华人民共和国政府信息公开条例, 第十五条"],
    settings: [Setting("rows", .number, standard: "2")],
    examples: [
      Example("办公电话", on: [.document], .sample([.body("联系电话：0557-7021234，监督电话：12345。")]), .passed),
      Example(
        "联系方式里的手机号码", on: [.document], .sample([.body("联系人：张某，电话13800138000。")]), .cantTell,
        codes: ["PRIV-mobile"]),
      Example(
        "名单里的姓名和手机号码", on: [.document],
        .privacyTable([["序号", "姓名", "电话"], ["1", "张三", "13800138000"], ["2", "李四", "13900139000"]]), .failed,
        codes: ["PRIV-mobile"]),
    ])

  public static var grounds: Grounds { .text }

  public func check(_ document: WholeDocument, in context: CheckContext) -> Verdict {
    let document = context.document.document
    let finds = context.privacyFinds(.mobile)
    guard !finds.isEmpty else { return context.nothingPrivate }
    let grids = document.tables.indices.map { PrivacyGrid(table: $0, of: document) }
    var rows: [Int: Set<Int>] = [:]
    for find in finds {
      guard let cell = find.paragraph.flatMap({ document.paragraphs[$0].cell }),
        grids.indices.contains(cell.table),
        grids[cell.table].hasName(inRow: cell.row)
      else { continue }
      rows[cell.table, default: []].insert(cell.row)
    }
    func isListed(_ find: PrivacyFind) -> Bool {
      guard let cell = find.paragraph.flatMap({ document.paragraphs[$0].cell }), let listed = rows[cell.table]
      else {
        return false
      }
      return listed.count >= self.rows ?? 2 && listed.contains(cell.row)
    }
    return .privacy(
      "PRIV-mobile", certain: finds.filter(isListed), doubtful: finds.filter { !isListed($0) }, in: context)
  }
}
