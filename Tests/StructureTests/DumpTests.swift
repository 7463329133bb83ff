import DocumentModel
import Foundation
import Messages
import Structure
import Testing

/// Measures on documents that another program dumped as JSON: `HEGUI_DUMP` names their folder.
@Suite(.serialized) struct DumpTests {
  struct Dumped: Decodable {
    var text: String
    var align: String
    var story: String
    var cell: [Int]?
    var pageBreak: Bool
    var style: String
    var left: Int
    var first: Int
    var runs: [[Value]]
  }
  enum Value: Decodable {
    case text(String), number(Double), flag(Bool)
    init(from decoder: any Decoder) throws {
      let box = try decoder.singleValueContainer()
      if let flag = try? box.decode(Bool.self) { self = .flag(flag) } else if let number = try? box.decode(Double.self) {
        self = .number(number)
      } else { self = .text(try box.decode(String.self)) }
    }
  }

  static func document(_ path: String) throws -> Document {
    let dumped = try JSONDecoder().decode([Dumped].self, from: Data(contentsOf: URL(fileURLWithPath: path)))
    var document = Document()
    var tables = 0
    for one in dumped {
      var runs: [Run] = []
      for run in one.runs {
        guard run.count == 4, case .text(let text) = run[0], case .number(let size) = run[1] else { continue }
        var bold = false
        if case .flag(let flag) = run[2] { bold = flag }
        var color: Color?
        if case .text(let hex) = run[3], let rgb = Int(hex, radix: 16), !hex.isEmpty { color = Color(rgb: rgb) }
        runs.append(Run(utf8Count: text.utf8.count, style: TextStyle("宋体", size, bold: bold, color: color)))
      }
      var format = ParagraphFormat()
      format.alignment = Alignment(rawValue: one.align)
      format.startsPage = one.pageBreak
      format.leftIndent = .pt(Double(one.left))
      format.firstLineIndent = .pt(Double(one.first))
      var cell: CellPosition?
      if let position = one.cell, position.count == 3 {
        cell = CellPosition(table: position[0], row: position[1], column: position[2])
        tables = max(tables, position[0] + 1)
      }
      document.paragraphs.append(
        Paragraph(
          text: one.text, runs: runs, format: format, story: one.story == "textBox" ? .textBox : .body, cell: cell,
          styleName: one.style))
    }
    document.tables = Array(repeating: Table(), count: tables)
    return document
  }

  @Test func dumped() throws {
    guard let folder = ProcessInfo.processInfo.environment["HEGUI_DUMP"], let labels = SharedFiles.labels else { return }
    var score = Score()
    for label in try Label.all(labels) {
      let name = (label.path as NSString).lastPathComponent
      guard label.path.hasPrefix((folder as NSString).lastPathComponent + "/") else { continue }
      let path = folder + "/" + (name as NSString).deletingPathExtension + ".json"
      guard FileManager.default.fileExists(atPath: path) else { print("absent", path); continue }
      let result = StructureReader().elements(of: try Self.document(path))
      score.add(result, label)
      if ProcessInfo.processInfo.environment["HEGUI_SHOW"] != nil {
        print("=== \(name)")
        var last = ""
        for element in result.elements {
          let role = element.role.rawValue
          if role == last, ["body", "annexBody", "tableText", "contents"].contains(role) { continue }
          last = role
          print("  \(element.pieces.first?.paragraph ?? -1) \(role) \(element.certainty) \(element.text.prefix(46))")
        }
        for (role, doubt) in result.doubts { print("  ? \(role) \(doubt.text(in: .zh))") }
      }
    }
    print(score.table)
    score.notes.forEach { print($0) }
    print("OVERCONFIDENT", score.overconfident)
  }
}
