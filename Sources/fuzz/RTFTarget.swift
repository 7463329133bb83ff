import DocumentModel
import RTFReader

extension FuzzTarget {
  /// A whole file: text, tables, figures, and the traces and pictures that are asked for afterwards.
  static let rtf = FuzzTarget(name: "rtf") { bytes in
    var limits = ReadLimits()
    limits.paragraphs = 10_000
    let reader = RTFReader(limits: limits)
    // Nothing is gained by finding the first word again and again.
    let bytes = Array("{\\rtf1".utf8) + bytes
    guard let document = try? reader.read(bytes) else { return }
    for figure in document.figures.prefix(5) {
      if let part = figure.mediaPart { _ = try? reader.picture(part, of: bytes) }
    }
    let requests = document.paragraphs.indices.prefix(3).map {
      TraceRequest(paragraph: $0, offset: 1, properties: TracedProperty.allCases)
    }
    _ = try? reader.trace(bytes, requests)
    for paragraph in document.paragraphs {
      precondition(paragraph.runs.reduce(0) { $0 + $1.utf8Count } == paragraph.text.utf8.count)
      if let cell = paragraph.cell { precondition(document.tables.indices.contains(cell.table)) }
      precondition(document.sections.indices.contains(paragraph.section))
    }
    for figure in document.figures { precondition(document.paragraphs.indices.contains(figure.paragraph)) }
  }
}
