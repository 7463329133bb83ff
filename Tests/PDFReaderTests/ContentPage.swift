import DocumentModel
import PDFReader

/// A page that a test writes as a content stream: `/L` is a Latin face, `/H` a Han one.
struct ContentPage {
  var content: String
  var entries = ""
  var resources = ""
  /// Further objects, from number 10.
  var objects: [(entries: String, data: String)] = []
  /// Entries of the catalogue, and objects of their own numbers; those of the first page count.
  var catalog = ""
  var texts: [(number: Int, body: String)] = []

  init(_ content: String, entries: String = "", resources: String = "") {
    self.content = content
    self.entries = entries
    self.resources = resources
  }

  /// A shown string of the Han face: UTF-16 in hexadecimal.
  static func han(_ text: String) -> String {
    "<"
      + text.utf16.map { unit in
        let digits = String(unit, radix: 16)
        return String(repeating: "0", count: 4 - digits.count) + digits
      }.joined() + ">"
  }

  /// One line of the Han face at a place, in points from the bottom left corner.
  static func line(_ text: String, _ x: Double, _ y: Double, size: Double = 16) -> String {
    "BT /H \(size) Tf 1 0 0 1 \(x) \(y) Tm \(han(text)) Tj ET\n"
  }

  var bytes: [UInt8] { ContentPage.file([self]) }

  static func file(_ pages: [ContentPage]) -> [UInt8] {
    var file = TestPDF()
    file.object(1, "<</Type/Catalog/Pages 2 0 R\(pages.first?.catalog ?? "")>>")
    for text in pages.first?.texts ?? [] { file.object(text.number, text.body) }
    let kids = pages.indices.map { "\(100 + $0 * 2) 0 R" }.joined(separator: " ")
    file.object(2, "<</Type/Pages/Kids[\(kids)]/Count \(pages.count)/MediaBox[0 0 595 842]>>")
    file.object(5, "<</Type/Font/Subtype/TrueType/BaseFont/Arial/Encoding/WinAnsiEncoding>>")
    file.object(
      6, "<</Type/Font/Subtype/Type0/BaseFont/SimSun/Encoding/UniGB-UTF16-H/DescendantFonts[7 0 R]>>")
    file.object(
      7,
      "<</Type/Font/Subtype/CIDFontType2/BaseFont/SimSun/DW 1000/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>>>"
    )
    for (index, page) in pages.enumerated() {
      let number = 100 + index * 2
      file.object(
        number,
        "<</Type/Page/Parent 2 0 R/Contents \(number + 1) 0 R\(page.entries)/Resources<</Font<</L 5 0 R/H 6 0 R>>\(page.resources)>>>>"
      )
      file.stream(number + 1, page.content)
      for (offset, object) in page.objects.enumerated() {
        file.stream(10 + offset, object.data, object.entries)
      }
    }
    file.finish()
    return file.bytes
  }

  func read() throws -> Document { try PDFReader().read(bytes) }
}

extension Document {
  /// One line a paragraph: story, alignment, first-line indent, and each run with size and boldness.
  var dump: [String] {
    paragraphs.map { paragraph in
      let runs = paragraph.spans.map { text, style in
        let marks = [style.boldEvidence.map { "+\($0.rawValue)" }, style.color.map { "#\($0)" }]
        return "\(style.size?.points.plain ?? "?")\(marks.compactMap { $0 }.joined()) \(text)"
      }
      let format = paragraph.format
      let head = [
        paragraph.story == .body ? nil : paragraph.story.rawValue,
        paragraph.cell.map { "T\($0.table).\($0.row).\($0.column)" },
        format.alignment == .center || format.alignment == .right ? format.alignment?.rawValue : nil,
      ]
      return (head.compactMap { $0 } + [runs.joined(separator: " | ")]).joined(separator: " ")
    }
  }
}
