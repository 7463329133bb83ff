import Conformance
import DocumentModel
import Findings

extension ElementSummary {
  /// Roles that are many or long: they are in the paragraphs' own roles and not listed.
  private static let unlisted: Set<ElementRole> = [
    .heading1, .heading2, .heading3, .heading4, .body, .annexBody, .tableText, .contents,
  ]

  /// The elements that a report shows, in document order.
  static func all(in document: StructuredDocument, _ places: PlaceFinder) -> [ElementSummary] {
    document.elements.filter { !unlisted.contains($0.role) }.map { element in
      let first = PlaceFinder.grouped(element.pieces).first
      return ElementSummary(
        role: element.role.rawValue, text: places.mask.text(element.text), iso: element.iso,
        certainty: element.certainty,
        reason: places.mask.message(element.reason), place: first.flatMap { places.place(of: $0) })
    }
  }
}

extension Extent {
  init(of document: Document) {
    var characters = 0
    for paragraph in document.paragraphs {
      for scalar in paragraph.text.unicodeScalars where !scalar.properties.isWhitespace { characters += 1 }
    }
    self.init(
      paragraphs: document.paragraphs.count, characters: characters, tables: document.tables.count,
      figures: document.figures.count)
  }
}

extension Metadata {
  /// The program with its version, as it names itself.
  var program: String? {
    guard let application, !application.isEmpty else { return nil }
    return applicationVersion.map { "\(application) \($0)" } ?? application
  }
}
