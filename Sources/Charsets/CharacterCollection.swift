/// A numbered set of glyphs of Adobe's, by which fonts of Chinese, Japanese and Korean are built
/// (ISO 32000-1, 9.7.3): what each CID reads.
///
/// Read from its text on first use, once for the process.
public final class CharacterCollection: Sendable {
  /// By CID: a scalar value, 0 for a glyph without a meaning in Unicode, or `sequenceMark` and a place in
  /// `sequences`.
  public let cells: [UInt32]
  /// What glyphs of several characters read.
  public let sequences: [[Unicode.Scalar]]
  /// The mark of a place in `sequences`.
  public static let sequenceMark = TableText.sequenceMark

  private init(_ file: String, count: Int, rows: DoubleByteTable) {
    var table = TableText(count: count, rows: rows)
    table.read(file) { $0 }
    cells = table.cells
    sequences = table.sequences
  }

  /// Adobe-GB1-5, simplified Chinese.
  public static let adobeGB1 = CharacterCollection("adobe-gb1.tsv", count: 30_573, rows: .gb18030)
  /// Adobe-CNS1-7, traditional Chinese.
  public static let adobeCNS1 = CharacterCollection("adobe-cns1.tsv", count: 19_179, rows: .big5)
  /// Adobe-Japan1-7.
  public static let adobeJapan1 = CharacterCollection("adobe-japan1.tsv", count: 23_060, rows: .shiftJIS)
  /// Adobe-Korea1-2.
  public static let adobeKorea1 = CharacterCollection("adobe-korea1.tsv", count: 18_352, rows: .eucKR)

  /// The CIDs of Unicode's basic plane, the lowest of each; 0 for what the collection has not.
  public func makeInverse() -> [UInt16] {
    var inverse = [UInt16](repeating: 0, count: 0x10000)
    for (cid, value) in cells.enumerated().reversed() where value != 0 && value < 0x10000 {
      inverse[Int(value)] = UInt16(truncatingIfNeeded: cid)
    }
    return inverse
  }
}
