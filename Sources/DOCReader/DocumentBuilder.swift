import DocumentModel
import Numbering

/// The layers of a paragraph as the file gives them, for traces.
struct RawParagraph {
  var list: Int32
  var piece: Int32
  var runs: [RawRun]
}

/// The layers of a stretch of text.
struct RawRun {
  var utf8Count: Int
  var list: Int32
  var piece: Int32
}

/// Collects what the stories of a document hold.
final class DocumentBuilder {
  var document = Document(format: .doc, sections: [])
  /// Parallel to `document.paragraphs`; empty unless a trace is wanted.
  private(set) var raw: [RawParagraph] = []
  var lists: ListCounter<ListTables>
  let keepsLayers: Bool
  let limits: ReadLimits
  private var authors: Set<String> = []

  init(lists: ListTables, limits: ReadLimits, keepsLayers: Bool) {
    self.lists = ListCounter(lists)
    self.limits = limits
    self.keepsLayers = keepsLayers
  }

  /// Takes a finished paragraph.
  /// - Throws: `E_LIMIT`.
  func append(_ paragraph: Paragraph, raw layers: RawParagraph?) throws(ReadError) {
    guard document.paragraphs.count < limits.paragraphs else {
      throw ReadError(.limit, part: "WordDocument", detail: "more than \(limits.paragraphs) paragraphs")
    }
    document.paragraphs.append(paragraph)
    if keepsLayers, let layers { raw.append(layers) }
  }

  /// Takes back the last paragraph.
  func removeLast() {
    document.paragraphs.removeLast()
    if !raw.isEmpty { raw.removeLast() }
  }

  func note(_ code: String, _ detail: String) {
    guard document.notes.count < 100, !document.notes.contains(where: { $0.code == code }) else { return }
    document.notes.append(ReadNote(code, part: "WordDocument", detail: detail))
  }

  func noteAuthor(_ name: String) {
    guard !name.isEmpty, document.residue.authors.count < 1_000, authors.insert(name).inserted else { return }
    document.residue.authors.append(name)
  }

  func noteHidden(_ text: String) {
    document.residue.noteHidden(text)
  }

}
