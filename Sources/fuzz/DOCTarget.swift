import DocumentModel

@testable import DOCReader

extension FuzzTarget {
  /// The streams of an old Word document, without the container, which a mutation breaks first.
  ///
  /// Six bytes say how long the streams WordDocument and table are, in that order; the rest is the data stream.
  static let doc = FuzzTarget(name: "doc") { bytes in
    guard bytes.count > 6 else { return }
    func size(_ at: Int) -> Int { Int(bytes[at]) | Int(bytes[at + 1]) << 8 | Int(bytes[at + 2]) << 16 }
    let first = min(6 + size(0), bytes.count)
    let second = min(first + size(3), bytes.count)
    let parts = [6..<first, first..<second, second..<bytes.count].map { Array(bytes[$0]) }
    _ = PropertySet(parts[1])
    guard let streams = try? Streams(main: parts[0], table: parts[1], data: parts[2]) else { return }
    var limits = ReadLimits()
    limits.partBytes = 1 << 20
    guard let read = try? DocumentReading(streams, limits: limits).read(keepsLayers: true) else { return }
    let document = read.builder.document
    let tracer = Tracer(builder: read.builder, resolver: read.resolver)
    for (index, paragraph) in document.paragraphs.enumerated() {
      precondition(
        paragraph.runs.reduce(0) { $0 + $1.utf8Count } == paragraph.text.utf8.count, "runs and text")
      precondition(paragraph.section < document.sections.count)
      if let cell = paragraph.cell { precondition(document.tables.indices.contains(cell.table)) }
      guard index < 8 else { continue }
      _ = tracer.traces(for: TraceRequest(paragraph: index, properties: TracedProperty.allCases))
    }
    let store = PictureStore(streams: streams, limits: limits)
    for figure in document.figures.prefix(16) {
      precondition(document.paragraphs.isEmpty || document.paragraphs.indices.contains(figure.paragraph))
      if let part = figure.mediaPart { _ = store.picture(part) }
    }
  }
}
