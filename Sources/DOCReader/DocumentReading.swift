import CompoundFiles
import DocumentModel

/// Reads the structures of one file in the order in which they depend on each other.
struct DocumentReading {
  private let streams: Streams
  private let limits: ReadLimits
  private let deadline: Deadline

  init(_ bytes: [UInt8], limits: ReadLimits, before deadline: Deadline) throws(ReadError) {
    self.init(try Streams(CompoundFile(bytes, limits: limits)), limits: limits, before: deadline)
  }

  init(_ streams: Streams, limits: ReadLimits, before deadline: Deadline = Deadline()) {
    self.streams = streams
    self.limits = limits
    self.deadline = deadline
  }

  func read(keepsLayers: Bool) throws(ReadError) -> (builder: DocumentBuilder, resolver: FormatResolver) {
    try deadline.check("WordDocument")
    let pool = PropertyListPool()
    let table = try PieceTable(streams, pool: pool)
    let styles = StyleSheet(streams.bytes(of: .styles) ?? [], data: streams.data, limits: limits)
    let fonts = FontTable(streams.bytes(of: .fonts) ?? [])
    let lists = ListTables(streams)
    let resolver = FormatResolver(
      styles: styles, fonts: fonts, lists: lists, pool: pool, data: streams.data)
    let builder = DocumentBuilder(lists: lists, limits: limits, keepsLayers: keepsLayers)
    let sections = SectionTable(streams)
    let anchors = Anchors(streams)
    try deadline.check("WordDocument")
    let reader = StoryReader(
      builder, resolver, before: deadline, text: table.text,
      characters: FormattedRuns(.characters, streams, table.pieces, pool: pool),
      paragraphs: FormattedRuns(.paragraphs, streams, table.pieces, pool: pool), sections: sections,
      anchors: anchors)
    builder.document.sections = sections.sections
    if let file = streams.file { builder.document.metadata = Metadata(file) }
    try readStories(reader)
    noteResidue(builder, anchors)
    builder.document.alternateFaceNames = fonts.alternates
    builder.document.locateTables()
    builder.document.notes += styles.notes
    return (builder, resolver)
  }

  /// The texts of the stories follow one another ([MS-DOC] 2.3).
  private func readStories(_ reader: StoryReader) throws(ReadError) {
    let lengths = streams.header.lengths
    var start = 0
    func range(_ length: Int) -> Range<Int> {
      let end = min(start &+ min(length, reader.text.count), reader.text.count)
      defer { start = max(start, end) }
      return start..<max(start, end)
    }
    let body = range(lengths.body)
    let footnotes = range(lengths.footnotes)
    let headers = range(lengths.headers)
    _ = range(lengths.macros)
    let comments = range(lengths.comments)
    let endnotes = range(lengths.endnotes)
    try reader.read(body, .body, part: "WordDocument")
    try reader.readForgottenBoxes()
    try readHeaders(reader, headers)
    try reader.readNotes(footnotes, .footnote, part: "WordDocument/footnotes")
    try reader.readNotes(endnotes, .endnote, part: "WordDocument/endnotes")
    try reader.readNotes(comments, .comment, part: "WordDocument/comments")
  }

  /// Six separators of notes, then six texts a section: headers of even and odd pages, footers of both,
  /// header and footer of the first page ([MS-DOC] 2.3.3).
  private func readHeaders(_ reader: StoryReader, _ range: Range<Int>) throws(ReadError) {
    guard let bytes = streams.bytes(of: .headerText), !range.isEmpty else { return }
    let positions = (0..<bytes.count / 4).map { bytes.u32(4 * $0) ?? 0 }
    guard positions.count > 7 else { return }
    var end = 0
    for index in 6..<positions.count - 1 where positions[index + 1] > max(end, positions[index]) {
      // Texts do not overlap: each is read once.
      let first = max(end, positions[index])
      end = positions[index + 1]
      let text = range.lowerBound + first..<range.lowerBound + end
      let story: Story = [0, 1, 4].contains((index - 6) % 6) ? .header : .footer
      try reader.readNotes(text.clamped(to: range), story, part: "WordDocument/\(story.rawValue)\(index - 5)")
    }
  }

  private func noteResidue(_ builder: DocumentBuilder, _ anchors: Anchors) {
    let storages = anchors.storages
    builder.document.residue.hasMacros = storages.hasMacros
    builder.document.residue.signatureParts = storages.signatures
    for object in storages.objects.sorted(by: { $0.key < $1.key }).map(\.value) {
      builder.document.residue.embeddedParts.append(object.path)
      if object.isControl { builder.document.residue.activeXControls += 1 }
    }
    builder.document.residue.externalTargets = builder.document.figures.compactMap(\.externalTarget)
    if let bytes = streams.bytes(of: .commentReferences) {
      builder.document.residue.comments = PositionTable(bytes, recordSize: 30).count
    }
    if let bytes = streams.bytes(of: .commentAuthors) {
      for name in StringTable.sequence(bytes) { builder.noteAuthor(name) }
    }
  }
}
