import DocumentModel
import Numbering

/// A paragraph that is read and waits for its place: those of text boxes stand behind their anchor.
struct ReadParagraph {
  var paragraph: Paragraph
  var boxed: [ReadParagraph] = []
  /// Figures anchored here, as indexes into the builder's figures.
  var figures: [Int] = []
  /// The layers behind the paragraph; kept only when a trace is wanted.
  var raw: RawParagraph?
}

/// The layers of a paragraph as the file gives them, for traces.
struct RawParagraph {
  var direct: ParagraphProperties
  var style: Int?
  var table: Int32
  var runs: [(utf8Count: Int, key: FormatResolver.RunKey)]
}

/// Collects what the stories of a document hold.
final class DocumentBuilder {
  var document = Document(format: .docx, sections: [])
  /// Parallel to `document.paragraphs`; empty unless a trace is wanted.
  var raw: [RawParagraph?] = []
  var lists: ListCounter<NumberingLists>
  let limits: ReadLimits
  let keepsLayers: Bool
  /// The page that text is on by the last layout; 1-based.
  var page = 1
  var sawRenderedBreak = false
  var section = Section()
  private var authors: Set<String> = []

  init(lists: ListCounter<NumberingLists>, limits: ReadLimits, keepsLayers: Bool) {
    self.lists = lists
    self.limits = limits
    self.keepsLayers = keepsLayers
  }

  /// Takes a finished paragraph that anchors nothing.
  func append(_ paragraph: Paragraph, raw layers: RawParagraph?) {
    document.paragraphs.append(paragraph)
    if keepsLayers { raw.append(layers) }
  }

  /// Takes a finished paragraph and the text boxes that it anchors.
  func append(_ read: ReadParagraph) {
    let index = document.paragraphs.count
    for figure in read.figures { document.figures[figure].paragraph = index }
    document.paragraphs.append(read.paragraph)
    if keepsLayers { raw.append(read.raw) }
    for inner in read.boxed { append(inner) }
  }

  func noteAuthor(_ name: String?) {
    guard let name, !name.isEmpty, document.residue.authors.count < 1_000,
      authors.insert(name).inserted
    else { return }
    document.residue.authors.append(name)
  }

  func noteHidden(_ text: String) {
    document.residue.noteHidden(text)
  }

  /// Pages are known only where the producer left its marks.
  func finishPages() {
    guard !sawRenderedBreak else { return }
    for index in document.paragraphs.indices { document.paragraphs[index].page = nil }
  }
}
