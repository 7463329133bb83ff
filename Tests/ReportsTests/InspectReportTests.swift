import DocumentModel
import Findings
import Foundation
import Messages
import Testing

@testable import Reports

@Suite struct InspectReportTests {
  static var inspection: Inspection {
    var document = Document(paragraphs: [
      Paragraph("关于开学的通知", TextStyle("宋体", 18, bold: true, color: Color(rgb: 0)), alignment: .center),
      Paragraph("正文", TextStyle("仿宋", 12), lineSpacing: .exact(.pt(28))),
      Paragraph(Samples.attack, TextStyle("宋体", 12), story: .footer),
    ])
    document.figures = [Figure(kind: .picture, anchor: .floating, paragraph: 1)]
    document.tables = [Table(rows: 2, columns: 3, paragraphs: 1..<2)]
    document.notes = [ReadNote("W_STYLE_CYCLE", part: "word/styles.xml")]
    document.metadata.custom = ["b": "2", "a": "1"]
    let run = TraceRequest(paragraph: 0, offset: 0, properties: TraceRequest.ofRun)
    return Inspection(
      path: "通知.docx", sha256: String(repeating: "0a", count: 32), format: .docx, document: document,
      elements: [
        ElementSummary(role: "title", text: "关于开学的通知", certainty: 0.97),
        ElementSummary(role: "date", text: "2022年3月1日", iso: "2022-03-01", certainty: 0.9),
      ],
      roles: [0: "title", 1: "body"],
      traces: [
        run: [
          Trace(
            property: .size, value: "18pt", steps: [TraceStep(.paragraphStyle(name: "标题"), value: "18pt")])
        ]
      ])
  }

  static let refused = Inspection(
    path: "坏.docx", sha256: String(repeating: "0b", count: 32), format: .docx, error: ReadError(.zipCorrupt))

  func object(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  @Test func jsonHoldsTheContract() throws {
    let json = try object(InspectJSON().render(Self.inspection))
    #expect(json["status"] as? String == "read")
    let elements = try #require(json["elements"] as? [String: [String: Any]])
    #expect(elements["title"]?["certainty"] as? Double == 0.97)
    #expect(elements["date"]?["iso"] as? String == "2022-03-01")
    let paragraphs = try #require(json["paragraphs"] as? [[String: Any]])
    #expect(paragraphs[0]["role"] as? String == "title" && paragraphs[0]["alignment"] as? String == "center")
    let run = try #require((paragraphs[0]["runs"] as? [[String: Any]])?.first)
    #expect(run["eastAsian"] as? String == "宋体" && run["size"] as? Int == 18)
    #expect(run["bold"] as? Bool == true && run["color"] as? String == "000000")
    #expect(run["trace"] as? [String] == ["字号 18 磅 ← 样式“标题” 18 磅"])
    let spacing = try #require(paragraphs[1]["lineSpacing"] as? [String: Any])
    #expect(spacing["rule"] as? String == "exact" && spacing["value"] as? Int == 28)
    #expect(paragraphs[2]["text"] as? String == Samples.attack)
  }

  @Test func anUnreadableFileIsAnObjectToo() throws {
    let json = try object(InspectJSON().render(Self.refused))
    #expect(json["status"] as? String == "unreadable")
    #expect((json["error"] as? [String: Any])?["code"] as? String == "E_ZIP_CORRUPT")
    #expect((json["paragraphs"] as? [Any])?.isEmpty == true)
  }

  @Test(.enabled(if: SchemaValidation.isAvailable, "python3 with jsonschema is not installed"))
  func validatesAgainstTheSchema() {
    for inspection in [Self.inspection, Self.refused] {
      #expect(SchemaValidation.errors(of: InspectJSON().render(inspection), schema: "inspect") == nil)
    }
  }

  @Test func textShowsElementsLookAndLayers() {
    let text = InspectText().render(Self.inspection)
    #expect(text.contains("关于开学的通知  0.97"))
    #expect(text.contains("宋体 18 加粗 #000000 · 居中 · 单倍行距"))
    #expect(text.contains("字号 18 磅 ← 样式“标题” 18 磅"))
    #expect(!text.unicodeScalars.contains { $0 != "\n" && VisibleText.isUnsafe($0) })
    #expect(InspectText().render(Self.refused).hasPrefix("! 坏.docx：文件已损坏或不完整（E_ZIP_CORRUPT）"))
  }
}
