/// A table; its text is in the document's paragraphs, each of which knows its cell.
public struct Table: Hashable, Sendable {
  /// The number of rows.
  public var rows: Int
  /// The number of grid columns of the widest row.
  public var columns: Int
  /// The table whose cell holds this one, as an index into `Document.tables`.
  public var parent: Int?
  /// The display name of the table style.
  public var styleName: String?
  /// The paragraphs of the table, nested tables included, as indexes into `Document.paragraphs`.
  public var paragraphs: Range<Int>

  public init(
    rows: Int = 0, columns: Int = 0, parent: Int? = nil, styleName: String? = nil,
    paragraphs: Range<Int> = 0..<0
  ) {
    self.rows = rows
    self.columns = columns
    self.parent = parent
    self.styleName = styleName
    self.paragraphs = paragraphs
  }
}

extension Document {
  /// Gives every table the range of its paragraphs, tables inside it included, once all are in place.
  ///
  /// A table is opened before those inside it, so parents have lower numbers.
  public mutating func locateTables() {
    var ranges = [Range<Int>?](repeating: nil, count: tables.count)
    func extend(_ table: Int, _ range: Range<Int>) {
      let known = ranges[table] ?? range
      ranges[table] = min(known.lowerBound, range.lowerBound)..<max(known.upperBound, range.upperBound)
    }
    for index in paragraphs.indices {
      if let table = paragraphs[index].cell?.table, ranges.indices.contains(table) {
        extend(table, index..<(index + 1))
      }
    }
    for table in tables.indices.reversed() {
      guard let range = ranges[table] else { continue }
      if let parent = tables[table].parent, parent < table { extend(parent, range) }
      tables[table].paragraphs = range
    }
  }
}
