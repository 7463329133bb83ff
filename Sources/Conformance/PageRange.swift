import Messages

/// Pages in a row, 1-based.
public struct PageRange: Sendable, Hashable {
  public var first: Int
  public var last: Int

  /// The ranges that some pages make; the pages in ascending order.
  public static func all(of pages: [Int]) -> [PageRange] {
    var ranges: [PageRange] = []
    for page in pages {
      if let end = ranges.indices.last, ranges[end].last + 1 == page {
        ranges[end].last = page
      } else {
        ranges.append(PageRange(first: page, last: page))
      }
    }
    return ranges
  }

  /// `3`, `5—8`.
  public var name: Message {
    first == last
      ? Message("page.one", ["page": .number(first)])
      : Message("page.range", ["first": .number(first), "last": .number(last)])
  }
}
