/// A table over 16-bit codes that has memory only for the stretches that are in use: pages of 64 entries,
/// the first of them the empty one that all unused stretches share.
struct PagedTable<Element: Sendable>: Sendable {
  private static var pageLength: Int { 64 }

  private let standard: Element
  private var pages: [UInt16]
  private var values: [Element]

  /// - Parameter standard: what codes have that nothing was said of.
  init(standard: Element) {
    self.standard = standard
    pages = []
    values = []
  }

  var isEmpty: Bool { pages.isEmpty }

  @inline(__always)
  subscript(code: Int) -> Element {
    let page = code >> 6
    guard page >= 0, page < pages.count else { return standard }
    let index = Int(pages[page]) << 6 | (code & 63)
    return index < values.count ? values[index] : standard
  }

  /// Calls `body` with every code of the pages in use, in ascending order.
  func visit(_ body: (_ code: Int, Element) -> Void) {
    for (page, place) in pages.enumerated() where place != 0 {
      for offset in 0..<Self.pageLength { body(page << 6 | offset, values[Int(place) << 6 | offset]) }
    }
  }

  /// Sets the value of a code; one beyond 16 bits is left out.
  mutating func set(_ code: Int, _ value: Element) {
    guard code >= 0, code <= 0xFFFF else { return }
    if pages.isEmpty {
      values.reserveCapacity(Self.pageLength * 4)
      values.append(contentsOf: repeatElement(standard, count: Self.pageLength))
    }
    let page = code >> 6
    while pages.count <= page { pages.append(0) }
    if pages[page] == 0 {
      pages[page] = UInt16(values.count >> 6)
      values.append(contentsOf: repeatElement(standard, count: Self.pageLength))
    }
    values[Int(pages[page]) << 6 | (code & 63)] = value
  }
}
