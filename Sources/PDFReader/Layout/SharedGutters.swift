/// The gutters that a good part of the pages have in common. A first page with a title in its first column does not
/// look like columns by itself.
struct SharedGutters {
  private struct Cluster {
    var place: Float
    var pages = 0
  }

  /// How far gutters of one cluster are apart, in points.
  private static let reach: Float = 6

  private var clusters: [Cluster] = []

  init(_ layouts: [PageLayout]) {
    let gutters = layouts.flatMap { layout in layout.gutters.map { (place: $0, page: layout.page) } }
      .sorted { ($0.place, $0.page) < ($1.place, $1.page) }
    var pages: Set<Int> = []
    for (place, page) in gutters {
      if let last = clusters.last, place - last.place < Self.reach {
        if pages.insert(page).inserted { clusters[clusters.count - 1].pages += 1 }
      } else {
        pages = [page]
        clusters.append(Cluster(place: place, pages: 1))
      }
    }
    clusters.removeAll { 3 * $0.pages < layouts.count }
  }

  /// Those that a page lacks.
  func missing(from layout: PageLayout) -> [Float] {
    clusters.map(\.place).filter { place in
      !layout.gutters.contains { abs($0 - place) < 2 * Self.reach }
    }
  }
}
