/// What the two-byte codes of a charset read.
///
/// Read from its text on first use, once for the process.
public final class DoubleByteTable: Sendable {
  /// How many trail bytes a row has room for: 0x40 to 0xFE.
  public static let rowLength = 191

  /// Scalar values, row by row from lead byte 0x81; 0 is no character.
  public let cells: [UInt32]
  /// Whether the quarter of lead and trail bytes from 0xA1 on is an older set with an order of its own.
  let isSplit: Bool

  private init(_ file: String, split: Bool) {
    var table = TableText(count: 126 * Self.rowLength)
    table.read(file) { Self.index($0 >> 8, $0 & 0xFF) }
    cells = table.cells
    isSplit = split
  }

  /// The place of a code in `cells`; out of bounds for bytes that are no code.
  @inlinable
  public static func index(_ lead: Int, _ trail: Int) -> Int {
    trail < 0x40 || trail > 0xFE ? -1 : (lead &- 0x81) &* rowLength &+ (trail &- 0x40)
  }

  /// The scalar value of a code, 0 where there is none.
  func cell(_ lead: Int, _ trail: Int) -> UInt32 {
    let index = Self.index(lead, trail)
    return cells.indices.contains(index) ? cells[index] : 0
  }

  /// The two-byte codes of GB 18030-2022, GBK and GB 2312 among them.
  public static let gb18030 = DoubleByteTable("gb18030.tsv", split: true)
  /// Big5 with the extensions of code page 950 and the supplement of Hong Kong.
  public static let big5 = DoubleByteTable("big5.tsv", split: false)
  /// JIS X 0208 as code page 932 has it.
  public static let shiftJIS = DoubleByteTable("shift-jis.tsv", split: false)
  /// Unified Hangul Code, code page 949, KS X 1001 among it.
  public static let eucKR = DoubleByteTable("euc-kr.tsv", split: true)
}
