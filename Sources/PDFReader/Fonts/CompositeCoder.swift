/// Codes of one to four bytes (ISO 32000-1, 9.7).
struct CompositeCoder: Sendable {
  /// How codes become CIDs.
  enum CIDs: Sendable {
    case identity
    /// By an embedded CMap: two bytes by table, longer codes by ranges.
    case table(PagedTable<UInt16>, CMap)
    /// By what the code reads, for the codes of predefined CMaps, in the collection of the CMap.
    case byMeaning(inverse: [UInt16], space: Int, exclamation: Int)
    /// Nobody asks.
    case unused
  }

  private let reader: CodeReader
  /// `ToUnicode`.
  private let texts: TextTable
  private let hasTexts: Bool
  private let meaning: CodeMeaning
  private let cids: CIDs
  private let isIdentity: Bool
  private let isUnasked: Bool
  private let widths: WidthTable
  private let isUniform: Bool
  let vertical: VerticalMetrics?
  private let isVertical: Bool

  /// Of a font that has other codes.
  static let unused = CompositeCoder(
    reader: .twoByte, texts: TextTable(), meaning: .none, cids: .unused,
    widths: WidthTable(standard: 0), vertical: nil)

  init(
    reader: CodeReader, texts: TextTable, meaning: CodeMeaning, cids: CIDs, widths: WidthTable,
    vertical: VerticalMetrics?
  ) {
    self.reader = reader
    self.texts = texts
    hasTexts = !texts.isEmpty
    self.meaning = meaning
    self.cids = cids
    if case .identity = cids { isIdentity = true } else { isIdentity = false }
    if case .unused = cids { isUnasked = true } else { isUnasked = false }
    self.widths = widths
    isUniform = widths.isUniform
    self.vertical = vertical
    isVertical = vertical != nil
  }

  @inline(__always)
  func decode(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> GlyphCode {
    let (code, length) = reader.read(bytes, at: offset)
    var raw = hasTexts ? texts[code].raw : 0
    let cid = isIdentity ? Int(code) : isUnasked ? 0 : self.cid(code, length)
    if raw == 0 {
      raw = meaning.raw(code: code, length: length, cid: cid)
      // The two lists of sequences follow each other.
      if raw & GlyphText.sequenceMark != 0 { raw &+= UInt32(texts.sequences.count) }
    }
    let width = isUniform ? widths.standard : widths[cid]
    var glyph = GlyphCode(code: code, length: length, advance: width, text: GlyphText(raw: raw))
    if isVertical { place(&glyph, cid) }
    return glyph
  }

  @inline(never)
  private func place(_ glyph: inout GlyphCode, _ cid: Int) {
    guard let vertical else { return }
    let metrics = vertical.metrics(of: cid, width: glyph.advance)
    glyph.advance = metrics.advance
    glyph.originX = metrics.originX
    glyph.originY = metrics.originY
  }

  @inline(never)
  private func cid(_ code: UInt32, _ length: Int) -> Int {
    switch cids {
    case .unused: return 0
    case .identity: return Int(code)
    case .table(let table, let map): return length <= 2 ? Int(table[Int(code)]) : map.cid(of: code)
    case .byMeaning(let inverse, let space, let exclamation):
      if length == 1, code >= 0x20, code < 0x7F {
        return code == 0x20 ? space : exclamation + Int(code) - 0x21
      }
      let value = Int(meaning.raw(code: code, length: length, cid: 0))
      return value < inverse.count ? Int(inverse[value]) : 0
    }
  }

  func scalars(ofSequence place: Int) -> [Unicode.Scalar] {
    if texts.sequences.indices.contains(place) { return texts.sequences[place] }
    let other = place - texts.sequences.count
    return meaning.sequences.indices.contains(other) ? meaning.sequences[other] : []
  }
}
