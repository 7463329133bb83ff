@testable import PDFReader

/// Writes small PDF files.
struct TestPDF {
  private(set) var bytes: [UInt8]
  private var offsets: [Int: Int] = [:]
  private(set) var lastTable = 0

  init(header: String = "%PDF-1.7\n") { bytes = Array(header.utf8) }

  /// Appends text as it is.
  mutating func write(_ text: String) { bytes += Array(text.utf8) }

  mutating func object(_ number: Int, _ body: String) {
    offsets[number] = bytes.count
    write("\(number) 0 obj\n\(body)\nendobj\n")
  }

  /// - Parameters:
  ///   - entries: further entries of the dictionary.
  ///   - length: what `Length` says, where it is not the truth.
  mutating func stream(_ number: Int, _ data: [UInt8], _ entries: String = "", length: String? = nil) {
    offsets[number] = bytes.count
    write("\(number) 0 obj\n<<\(entries)/Length \(length ?? String(data.count))>>\nstream\n")
    bytes += data
    write("\nendstream\nendobj\n")
  }

  mutating func stream(_ number: Int, _ data: String, _ entries: String = "", length: String? = nil) {
    stream(number, Array(data.utf8), entries, length: length)
  }

  /// Writes the table of all objects so far, and the trailer.
  /// - Parameter shift: what is added to every offset.
  mutating func finish(_ trailer: String = "/Root 1 0 R", shift: Int = 0, startOffset: Int? = nil) {
    lastTable = bytes.count
    let size = (offsets.keys.max() ?? 0) + 1
    write("xref\n0 1\n0000000000 65535 f \n")
    for (number, offset) in offsets.sorted(by: { $0.key < $1.key }) {
      let digits = String(offset + shift)
      write("\(number) 1\n" + String(repeating: "0", count: 10 - digits.count) + digits + " 00000 n \n")
    }
    write("trailer\n<</Size \(size)\(trailer)>>\nstartxref\n\(startOffset ?? lastTable)\n%%EOF\n")
  }

  /// Only the objects from now on are in the next table.
  mutating func beginUpdate() { offsets.removeAll() }

  func offset(of number: Int) -> Int { offsets[number] ?? 0 }

  /// One page whose content is `q Q`.
  static func onePage(
    _ entries: String = "", catalog: String = "", content: String = "q Q", header: String = "%PDF-1.7\n"
  ) -> TestPDF {
    var file = TestPDF(header: header)
    file.object(1, "<</Type/Catalog/Pages 2 0 R\(catalog)>>")
    file.object(2, "<</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[0 0 595 842]>>")
    file.object(3, "<</Type/Page/Parent 2 0 R/Contents 4 0 R\(entries)>>")
    file.stream(4, content)
    return file
  }

  func open() throws -> PDFFile { try PDFFile(bytes) }
}

extension PDFFile {
  /// The text of a page's content streams.
  func text(ofPage index: Int) throws -> String {
    try contents(of: pages[index]).map { String(decoding: try data(of: $0), as: UTF8.self) }.joined(
      separator: "|")
  }

  var noteCodes: [String] { notes.map(\.code) }
}
