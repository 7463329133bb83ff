/// The advances of a composite font by CID (ISO 32000-1, 9.7.4.3).
struct WidthTable: Sendable {
  /// `DW`.
  let standard: Float
  private var widths: PagedTable<Float>
  /// Widths of long stretches, kept as they are written.
  private var ranges: [(low: Int, high: Int, width: Float)] = []
  /// Whether all CIDs have the same width, so that nobody needs to know them.
  private(set) var isUniform = true

  @inline(__always)
  subscript(cid: Int) -> Float {
    let width = widths[cid]
    return width.isNaN ? rangeWidth(cid) : width
  }

  @inline(never)
  private func rangeWidth(_ cid: Int) -> Float {
    for range in ranges where cid >= range.low && cid <= range.high { return range.width }
    return standard
  }

  /// One width for all.
  init(standard: Float) {
    self.standard = standard
    widths = PagedTable(standard: .nan)
  }

  /// - Parameter array: the value of `W`: `c [w1 w2 …]` and `first last w`, references resolved by `file`.
  init(standard: Float, array: [PDFObject], in file: PDFFile) {
    self.standard = standard
    widths = PagedTable(standard: .nan)
    var index = 0
    while index < array.count {
      let first = file.resolve(array[index]).integer ?? 0
      guard index + 1 < array.count else { break }
      let second = file.resolve(array[index + 1])
      if let list = second.array {
        for (offset, item) in list.prefix(0x10000).enumerated() {
          set(first &+ offset, Float(file.resolve(item).number ?? 0))
        }
        index += 2
      } else {
        guard index + 2 < array.count else { break }
        setRange(first, second.integer ?? 0, Float(file.resolve(array[index + 2]).number ?? 0))
        index += 3
      }
    }
  }

  private mutating func set(_ cid: Int, _ width: Float) {
    guard width.isFinite else { return }
    if width != standard { isUniform = false }
    // What has the standard width needs no page; unless a range before said otherwise.
    if width != standard || !ranges.isEmpty { widths.set(cid, width) }
  }

  private mutating func setRange(_ low: Int, _ high: Int, _ width: Float) {
    guard low >= 0, low <= high, width.isFinite else { return }
    if width != standard { isUniform = false }
    if high - low < 128 {
      for cid in low...high { set(cid, width) }
    } else if ranges.count < 64 {
      ranges.append((low, high, width))
    }
  }
}

/// The metrics of vertical writing by CID (ISO 32000-1, 9.7.4.3): `DW2` and `W2`.
struct VerticalMetrics: Sendable {
  /// Advance downwards (negative), and the position vector.
  struct Metrics: Sendable {
    var advance: Float
    var originX: Float
    var originY: Float
  }

  private var originY: Float = 880
  private var advance: Float = -1000
  private var ranges: [(low: Int, high: Int, metrics: Metrics)] = []

  init(_ descendant: PDFDictionary, in file: PDFFile) {
    if let pair = file.numbers(descendant, "DW2"), pair.count >= 2 {
      originY = Float(pair[0])
      advance = Float(pair[1])
    }
    let array = file.array(descendant, "W2") ?? []
    var index = 0
    while index + 1 < array.count, ranges.count < 0x4000 {
      let first = file.resolve(array[index]).integer ?? 0
      if let list = file.resolve(array[index + 1]).array {
        let values = list.prefix(0x3000).map { Float(file.resolve($0).number ?? 0) }
        for start in stride(from: 0, to: values.count - 2, by: 3) {
          let cid = first &+ start / 3
          ranges.append((cid, cid, Self.metrics(values[start...])))
        }
        index += 2
      } else {
        guard index + 4 < array.count else { break }
        let last = file.resolve(array[index + 1]).integer ?? 0
        let values = array[(index + 2)...(index + 4)].map { Float(file.resolve($0).number ?? 0) }
        ranges.append((first, last, Self.metrics(values[...])))
        index += 5
      }
    }
  }

  private static func metrics(_ values: ArraySlice<Float>) -> Metrics {
    let values = Array(values.prefix(3))
    return Metrics(advance: values[0], originX: values[1], originY: values[2])
  }

  /// - Parameter width: the glyph's width in horizontal writing, half of which is the vertical origin's place.
  func metrics(of cid: Int, width: Float) -> Metrics {
    for range in ranges where cid >= range.low && cid <= range.high { return range.metrics }
    return Metrics(advance: advance, originX: width / 2, originY: originY)
  }
}
