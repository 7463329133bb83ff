import Conformance
import DocumentModel
import Findings
import Grammars
import Messages

/// A table that lists people has no column of identity, phone or card numbers that are not masked; columns of
/// other private matters are for a person to see (rules.md §1.7).
public struct PrivacyColumnRule: Rule {
  public static let description = RuleDescription(
    code: "PRIV-column", sources: ["中华人民共和国政府信息公开条例, 第十五条"],
    examples: [
      Example(
        "名单里的身份证号没有遮盖", on: [.document],
        .privacyTable([["姓名", "身份证号"], ["张三", "110105194912310021"]]), .failed, codes: ["PRIV-column"]),
      Example(
        "名单里的身份证号已经遮盖", on: [.document],
        .privacyTable([["姓名", "身份证号"], ["张三", "110105********0021"]]), .passed),
      Example(
        "空白的登记表", on: [.document], .privacyTable([["姓名", "身份证号", "联系电话"], ["", "", ""]]), .passed),
      Example(
        "各单位的办公电话", on: [.document],
        .privacyTable([["单位", "联系电话"], ["教体局", "0557-7021234"], ["一中", "0557-7022345"]]), .passed),
      Example(
        "名单里的家庭住址", on: [.document],
        .privacyTable([["姓名", "家庭住址"], ["张三", "泗城镇花园村"], ["李四", "草沟镇于韩村"]]), .cantTell,
        codes: ["PRIV-column"]),
    ])

  public static var grounds: Grounds { .text }

  public func check(_ document: WholeDocument, in context: CheckContext) -> Verdict {
    let document = context.document.document
    var violations: [Violation] = []
    for table in document.tables.indices {
      let grid = PrivacyGrid(table: table, of: document)
      for row in grid.rows.keys.sorted().prefix(3) {
        for (column, header) in (grid.rows[row] ?? [:]).sorted(by: { $0.key < $1.key }) {
          guard let matter = Matter(header: header.text) else { continue }
          let cells = grid.cells(below: row, column: column)
          if let violation = Self.violation(matter, header.text, cells, grid, in: document, table: table) {
            violations.append(violation)
          }
        }
      }
    }
    if violations.contains(where: { $0.outcome == .failed }) { return .violates(violations) }
    return violations.first.map { .cannotTell($0.message, violations) } ?? context.nothingPrivate
  }

  /// What a column is about.
  private enum Matter {
    case identity, phone, card, other

    init?(header: String) {
      let text = MatchText(header).dense.string
      guard (2...12).contains(text.unicodeScalars.count) else { return nil }
      let words: [(Matter, [String])] = [
        (.identity, ["身份证号", "公民身份号码", "身份号码", "证件号码", "学籍号"]),
        (.card, ["银行账号", "银行卡号", "银行帐号", "卡号", "一卡通号", "社保卡号", "打卡账号"]),
        (.phone, ["手机", "联系电话", "联系方式"]),
        (.other, ["家庭住址", "家庭地址", "现住址", "出生年月", "出生日期", "户籍", "病种", "残疾", "贫困户", "低保"]),
      ]
      guard let match = words.first(where: { $0.1.contains { text.contains($0) } }) else { return nil }
      self = match.0
    }
  }

  private static func violation(
    _ matter: Matter, _ header: String, _ cells: [(row: Int, cell: PrivacyGrid.Cell)], _ grid: PrivacyGrid,
    in document: Document, table: Int
  ) -> Violation? {
    let people = cells.count { grid.hasName(inRow: $0.row) }
    var pieces: [Element.Piece] = []
    for paragraph in cells.flatMap(\.cell.paragraphs) {
      let text = document.paragraphs[paragraph].text
      pieces += ranges(of: matter, in: text).map { Element.Piece(paragraph: paragraph, range: $0) }
    }
    guard !pieces.isEmpty else { return nil }
    let outcome: Outcome
    switch matter {
    case .identity: outcome = people >= 1 ? .failed : .cantTell
    case .card: outcome = people >= 2 ? .failed : .cantTell
    case .phone: outcome = people >= 2 && pieces.count >= 2 ? .failed : .cantTell
    case .other:
      // Tables that count households name no people.
      guard people >= 2, pieces.count >= 2 else { return nil }
      outcome = .cantTell
    }
    let gaps: [String: Message.Argument] = [
      "table": .number(table + 1), "column": .text(MatchText(header).dense.string),
      "count": .number(pieces.count),
    ]
    return Violation(
      outcome: outcome, Message(outcome == .failed ? "PRIV-column.failed" : "PRIV-column.review", gaps),
      at: pieces, fix: fix(matter, pieces, in: document), masks: true)
  }

  /// Every number masked, for a person to agree to. How much of an address, of a birthday or of an illness may
  /// stay is for a person to say.
  private static func fix(_ matter: Matter, _ pieces: [Element.Piece], in document: Document) -> Fix? {
    guard matter != .other else { return nil }
    let edits = pieces.compactMap { piece in
      piece.range.map { range in
        let value = Array(document.paragraphs[piece.paragraph].text.unicodeScalars).string(range)
        return Edit.replaceText(PrivateData.masked(value), paragraph: piece.paragraph, range: range)
      }
    }
    return edits.isEmpty ? nil : Fix(safety: .needsReview, edits: edits)
  }

  /// The stretches of a value that are not masked.
  private static func ranges(of matter: Matter, in text: String) -> [Range<Int>] {
    let match = MatchText(text)
    switch matter {
    case .phone: return PrivateData.find(in: text, kinds: [.mobile]).map(\.range)
    case .identity: return digits(match, lengths: [15, 17, 18])
    case .card: return digits(match, lengths: [12, 13, 14, 15, 16, 17, 18, 19, 20, 21])
    case .other:
      let isMasked = match.scalars.contains { $0 == "*" || $0 == "＊" }
      let isSaid = match.count >= 2 && match.string != "不详"
      return isMasked || !isSaid ? [] : [match.origin(0..<match.count)]
    }
  }

  /// Runs of digits, with an X at the end of seventeen.
  private static func digits(_ text: MatchText, lengths: Set<Int>) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var index = 0
    while index < text.count {
      var end = index
      while let scalar = text[end], (0x30...0x39).contains(scalar.value) { end += 1 }
      let count = end - index
      if count == 17, text[end] == "X" || text[end] == "x" { end += 1 }
      if lengths.contains(count), text[end] != "*" { found.append(text.origin(index..<end)) }
      index = max(end, index + 1)
    }
    return found
  }
}
