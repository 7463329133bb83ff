import Conformance
import DocumentModel
import Structure

/// Invented documents as the tests write them.
enum Make {
  static let song = TextStyle("宋体", 16)
  static let red = Color(rgb: 0xFF0000)

  static func styled(
    _ text: String, _ size: Double = 16, bold: Bool = false, color: Color? = nil,
    _ alignment: Alignment? = nil,
    story: Story = .body
  ) -> Paragraph {
    Paragraph(
      text, TextStyle("仿宋_GB2312", size, bold: bold, color: color), alignment: alignment, story: story)
  }

  /// Body text, left, 16 pt.
  static func p(_ text: String) -> Paragraph { styled(text) }
  static func title(_ text: String) -> Paragraph { styled(text, 22, .center) }
  static func center(_ text: String) -> Paragraph { styled(text, 16, .center) }
  static func right(_ text: String) -> Paragraph { styled(text, 16, .right) }
  static func redHead(_ text: String, box: Bool = false) -> Paragraph {
    styled(text, 48, color: red, .center, story: box ? .textBox : .body)
  }
  static let blank = Paragraph("")

  static func page(_ paragraph: Paragraph) -> Paragraph {
    var copy = paragraph
    copy.format.startsPage = true
    return copy
  }

  static func cell(_ text: String, _ table: Int, _ row: Int, _ column: Int, _ alignment: Alignment? = nil)
    -> Paragraph
  {
    var paragraph = styled(text, 16, alignment)
    paragraph.cell = CellPosition(table: table, row: row, column: column)
    return paragraph
  }

  static func labelled(_ label: String, _ text: String) -> Paragraph {
    var paragraph = p(text)
    paragraph.label = label
    return paragraph
  }

  /// A long stretch of body text.
  static let prose = p("为贯彻落实上级关于做好基层政务公开工作的部署，进一步提高工作质量，方便群众办事，现就有关事项通知如下，请结合实际认真抓好落实。")
  static let closing = p("请各单位按照职责分工，把各项任务落到实处，并于年底前将工作总结报送县政府办公室，由县政府办公室汇总后予以通报。")

  static func document(_ paragraphs: [Paragraph]) -> Document {
    let tables = (paragraphs.compactMap { $0.cell?.table }.max() ?? -1) + 1
    return Document(paragraphs: paragraphs, tables: Array(repeating: Table(), count: tables))
  }

  /// What was recognised, one `role: text` a line, running text left out.
  static func dump(_ paragraphs: [Paragraph]) -> [String] {
    let result = StructureReader().elements(of: document(paragraphs))
    let quiet: Set<ElementRole> = [.body, .annexBody, .tableText]
    return result.elements.filter { !quiet.contains($0.role) }.map {
      "\($0.role.rawValue): \($0.text)" + ($0.iso.map { " = \($0)" } ?? "")
    }
  }
}
