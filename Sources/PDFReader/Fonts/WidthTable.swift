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
    var left = 0x40000
    var index = 0
    while index < array.count, left > 0 {
      let first = file.resolve(array[index]).integer ?? 0
      guard index + 1 < array.count else { break }
      let second = file.resolve(array[index + 1])
      if let list = second.array {
        // Lists that are referred to again and again must not multiply.
        for (offset, item) in list.prefix(min(0x10000, left)).enumerated() {
          set(first &+ offset, Float(file.resolve(item).number ?? 0))
        }
        left -= min(list.count, left)
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
  /// The metrics of `W2`, and by CID the number of its own, from 1 on.
  private var metrics: [Metrics] = []
  private var numbers = PagedTable<UInt16>(standard: 0)

  /// CIDs that stretches may still be unfolded to.
  private var left = 0x40000

  /// The most different metrics that are kept.
  private static let limit = 0x8000

  init(_ descendant: PDFDictionary, in file: PDFFile) {
    if let pair = file.numbers(descendant, "DW2"), pair.count >= 2 {
      originY = Self.float(pair[0])
      advance = Self.float(pair[1])
    }
    let array = file.array(descendant, "W2") ?? []
    var index = 0
    while index + 1 < array.count, metrics.count < Self.limit {
      let first = file.resolve(array[index]).integer ?? 0
      if let list = file.resolve(array[index + 1]).array {
        let values = list.prefix(3 * (Self.limit - metrics.count)).map { Self.float(file.resolve($0).number) }
        for start in stride(from: 0, to: values.count - 2, by: 3) {
          let cid = first &+ start / 3
          append(cid, cid, values[start...])
        }
        index += 2
      } else {
        guard index + 4 < array.count else { break }
        let last = file.resolve(array[index + 1]).integer ?? 0
        append(first, last, array[(index + 2)...(index + 4)].map { Self.float(file.resolve($0).number) }[...])
        index += 5
      }
    }
  }

  private static func float(_ value: Double?) -> Float { PDFFont.width(value) ?? 0 }

  private mutating func append(_ low: Int, _ high: Int, _ values: ArraySlice<Float>) {
    let values = Array(values.prefix(3))
    guard values.count == 3, low >= 0, low <= min(high, 0xFFFF), metrics.count < Self.limit, left > 0 else {
      return
    }
    metrics.append(Metrics(advance: values[0], originX: values[1], originY: values[2]))
    let number = UInt16(metrics.count)
    // Of overlapping stretches the first counts; a CID that has one costs nothing again.
    left -= min(high, 0xFFFF) - low
    for cid in low...min(high, 0xFFFF) where numbers[cid] == 0 { numbers.set(cid, number) }
  }

  /// - Parameter width: the glyph's width in horizontal writing, half of which is the vertical origin's place.
  func metrics(of cid: Int, width: Float) -> Metrics {
    let number = Int(numbers[cid])
    if number > 0, number <= metrics.count { return metrics[number - 1] }
    return Metrics(advance: advance, originX: width / 2, originY: originY)
  }
}
