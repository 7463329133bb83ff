import Conformance
import DocumentModel
import Grammars

/// Private numbers and addresses of all kinds in all stories, found in one walk.
struct PrivateFinds: DocumentView {
  /// In the paragraphs, with the paragraph of each.
  let written: [(paragraph: Int, data: PrivateData)]
  /// In the properties and in the descriptions of pictures.
  let said: [PrivateData]

  init(in context: CheckContext) {
    let document = context.document.document
    let census = context.view(TextCensus.self)
    var written: [(paragraph: Int, data: PrivateData)] = []
    for index in document.paragraphs.indices where Self.mayHold(census.line(index)) {
      written += PrivateData.find(in: document.paragraphs[index].text).map { (index, $0) }
    }
    self.written = written
    let texts = [document.metadata.title, document.metadata.subject, document.metadata.keywords]
    said = (texts + document.figures.map(\.alternativeText)).compactMap(\.self).flatMap {
      PrivateData.find(in: $0)
    }
  }

  /// The least that any kind has: the digits of a plate and its letter, of a passport, or an @.
  private static func mayHold(_ line: TextCensus.Line) -> Bool {
    line.allDigits >= 7 || line.marks.contains(.at) || (line.allDigits >= 3 && line.marks.contains(.capital))
  }
}
