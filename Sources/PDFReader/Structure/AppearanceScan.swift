/// Finds out whether a form XObject paints anything, without painting it.
struct AppearanceScan {
  private let file: PDFFile
  private var seen: Set<ObjectID> = []

  init(_ file: PDFFile) { self.file = file }

  private static let deepest = 8

  /// Whether an appearance has a painting operator, its own or that of a form or image that it draws. Blank
  /// layers, which invisible signatures have, paint nothing.
  mutating func paints(_ form: PDFStream, depth: Int = 0) -> Bool {
    guard depth < Self.deepest, seen.insert(form.id).inserted, let data = try? file.data(of: form) else {
      return false
    }
    if let box = file.rectangle(form.dictionary, "BBox"), box.isEmpty { return false }
    let resources = file.dictionary(form.dictionary, "Resources") ?? PDFDictionary()
    var drawn: [PDFName] = []
    if Self.scan(data, drawn: &drawn) { return true }
    let objects = file.dictionary(resources, "XObject") ?? PDFDictionary()
    for name in drawn {
      guard let object = file.stream(objects, name) else { continue }
      if file.name(object.dictionary, "Subtype") == "Image" { return true }
      if paints(object, depth: depth + 1) { return true }
    }
    return false
  }

  /// Whether there is an operator that paints by itself; the names that `Do` is told are put into `drawn`.
  private static func scan(_ data: [UInt8], drawn: inout [PDFName]) -> Bool {
    data.withUnsafeBytes { buffer in
      var parser = ObjectParser(buffer, allowsReferences: false)
      var last: PDFObject?
      while !parser.lexer.isAtEnd {
        if let operand = parser.object() {
          last = operand
          continue
        }
        let word = parser.lexer.word()
        if word.isEmpty {
          parser.lexer.advance()
          continue
        }
        let name = PDFName(UnsafeRawBufferPointer(rebasing: buffer[word]))
        if painting.contains(name) { return true }
        if name == "Do", let object = last?.name, drawn.count < 100 { drawn.append(object) }
      }
      return false
    }
  }

  /// Operators that put ink on the page (ISO 32000-1, annex A).
  private static let painting: Set<PDFName> = [
    "S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "sh", "Tj", "TJ", "'", "\"", "BI", "EI",
  ]
}
