import CompoundFiles
import DocumentModel

/// Reads the structures of one file in the order in which they depend on each other.
struct DocumentReading {
  private let streams: Streams
  private let limits: ReadLimits

  init(_ bytes: [UInt8], limits: ReadLimits) throws(ReadError) {
    streams = try Streams(CompoundFile(bytes, limits: limits))
    self.limits = limits
  }

  func read(keepsLayers: Bool) throws(ReadError) -> (builder: DocumentBuilder, resolver: FormatResolver) {
    let pool = PropertyListPool()
    let table = try PieceTable(streams, pool: pool)
    let styles = StyleSheet(streams.bytes(of: .styles) ?? [], data: streams.data, limits: limits)
    let fonts = FontTable(streams.bytes(of: .fonts) ?? [])
    let lists = ListTables(streams)
    let resolver = FormatResolver(
      styles: styles, fonts: fonts, lists: lists, pool: pool, data: streams.data)
    let builder = DocumentBuilder(lists: lists, limits: limits, keepsLayers: keepsLayers)
    let sections = SectionTable(streams)
    let reader = StoryReader(
      builder, resolver, text: table.text,
      characters: FormattedRuns(.characters, streams, table.pieces, pool: pool),
      paragraphs: FormattedRuns(.paragraphs, streams, table.pieces, pool: pool), sections: sections,
      anchors: Anchors(streams))
    builder.document.sections = sections.sections
    try readStories(reader)
    builder.document.alternateFaceNames = fonts.alternates
    builder.finishTables()
    builder.document.notes += styles.notes
    return (builder, resolver)
  }

  /// The texts of the stories follow one another ([MS-DOC] 2.3).
  private func readStories(_ reader: StoryReader) throws(ReadError) {
    let lengths = streams.header.lengths
    var start = 0
    func range(_ length: Int) -> Range<Int> {
      let end = min(start &+ length, reader.text.count)
      defer { start = max(start, end) }
      return start..<max(start, end)
    }
    try reader.read(range(lengths.body), .body, part: "WordDocument")
  }
}
