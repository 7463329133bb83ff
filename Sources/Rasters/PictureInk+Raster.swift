import DocumentModel

extension PictureInk {
  /// The most patches that are told of, and the most areas that are looked at for them.
  private static let patchLimit = 6
  private static let areaLimit = 48
  /// The least side of a ring, in pixels of the raster.
  private static let leastRing = 40

  /// Measures the ink of a picture.
  public init(_ raster: Raster) {
    let mask = InkMask(raster)
    let all = mask.width * mask.height
    let red = mask.count(.red) + mask.count(.paleRed)
    let ink = all - mask.blank
    self.init(
      width: raster.sourceWidth, height: raster.sourceHeight,
      inkShare: Double(ink) / Double(max(1, all)), redShare: Double(red) / Double(max(1, ink)),
      darkShare: Double(mask.count(.dark)) / Double(max(1, ink)))
    guard ink > 0 else { return }
    patches = Self.patches(mask, .red)
    // A seal so pale, or of such a rose, that a scan has little more of it than a tint. Where there is a red one
    // the pale edges of its strokes are no second.
    let pale = red + mask.count(.tint) + mask.count(.rose) + mask.count(.blush)
    if pale >= Self.leastRing * 3, !patches.contains(where: \.isRing) {
      patches = Array((Self.patches(mask, .faint).filter(\.isRing) + patches).prefix(Self.patchLimit))
    }
    // A seal in a copy without colours.
    if patches.isEmpty, red * 50 < ink { patches = Self.patches(mask, .dark) }
  }

  /// The inks in which a seal is looked for.
  private enum Look {
    case red, faint, dark

    var inks: Set<InkMask.Ink> {
      switch self {
      case .red: [.red, .paleRed]
      case .faint: [.red, .paleRed, .tint, .rose, .blush]
      case .dark: [.dark]
      }
    }
  }

  private static func patches(_ mask: InkMask, _ look: Look) -> [InkPatch] {
    let inks = look.inks
    let isRed = look != .dark
    let field = InkField(mask, inks)
    let areas = field.areas(atMost: areaLimit)
    let least = max(mask.width, mask.height) / 40
    let side = max(mask.width, mask.height)
    // Thin strokes go pale where pixels are few; they are looked for with a keener eye.
    let writing = isRed ? InkField(mask, inks.union([.tint])) : field
    let wanted = Set(
      areas + field.joined(areas, margin: max(2, side / 80)) + field.joined(areas, margin: side / 24)
    )
    .filter { max($0.width, $0.height) >= max(10, least) && min($0.width, $0.height) >= 3 }
    .sorted { ($0.size, $1.top, $1.left) > ($1.size, $0.top, $0.left) }
    var found: [(area: InkField.Area, patch: InkPatch)] = wanted.map { area in
      var (area, patch) = measured(field, area, writing)
      patch.isRed = isRed
      let inks = mask.counts(in: area)
      let reddish = inks.red + inks.pale + (look == .faint ? inks.faint : 0)
      patch.isFaded = isRed && (look == .faint || inks.pale * 5 > reddish * 3)
      patch.darkShare = Double(inks.dark) / Double(max(1, reddish + inks.dark))
      patch.paperShare = Double(inks.paper) / Double(max(1, inks.all))
      area = area.clamped(mask.width, mask.height)
      patch.region = Box(
        left: Double(area.left) / Double(mask.width), top: Double(area.top) / Double(mask.height),
        width: Double(area.width) / Double(mask.width), height: Double(area.height) / Double(mask.height))
      return (area, patch)
    }
    found.sort { $0.patch.rank > $1.patch.rank }
    var kept: [(area: InkField.Area, patch: InkPatch)] = []
    for one in found where !kept.contains(where: { $0.area.overlap(one.area) > 0.5 }) {
      kept.append(one)
      if kept.count == patchLimit { break }
    }
    return kept.map(\.patch)
  }

  /// The shape of an area, or of the circle in it, whichever is more of a ring.
  private static func measured(
    _ field: InkField, _ area: InkField.Area, _ writing: InkField
  ) -> (InkField.Area, InkPatch) {
    var area = area
    var shape = PatchShape(field, around: area)
    // What is smaller has too few pixels to tell a ring of writing from a blot.
    let isLarge = min(area.width, area.height) >= leastRing
    var sectors = isLarge ? shape.ringSectors : 0
    let borderShare = field.borderShare(of: area)
    if isLarge, sectors < 66, borderShare < 0.9, let circle = shape.fitted() {
      let better = circle.ringSectors
      if better > sectors {
        shape = circle
        sectors = better
        area = InkField.Area(
          left: Int((circle.x - circle.a).rounded()), top: Int((circle.y - circle.b).rounded()),
          right: Int((circle.x + circle.a).rounded()), bottom: Int((circle.y + circle.b).rounded()))
      }
    }
    var patch = InkPatch(
      region: Box(left: 0, top: 0, width: 0, height: 0), aspect: shape.a / shape.b)
    patch.ringSectors = sectors
    patch.coverage = field.coverage(of: area)
    patch.centreShare = shape.share(within: 0.35)
    patch.glyphRuns = sectors >= 24 ? shape.on(writing).glyphRuns : 0
    patch.borderShare = borderShare
    return (area, patch)
  }
}

extension InkPatch {
  /// How much it is like a seal, to tell which of overlapping patches is meant.
  fileprivate var rank: Double {
    (isRing ? 100 : 0) + Double(ringSectors) / 10 + region.width * region.height * 20
  }

  /// Whether it is a ring with something along it.
  fileprivate var isRing: Bool { ringSectors >= 40 && glyphRuns >= 6 && coverage < 0.6 }
}

extension InkField.Area {
  fileprivate func clamped(_ width: Int, _ height: Int) -> InkField.Area {
    let left = min(max(0, left), width - 1)
    let top = min(max(0, top), height - 1)
    return InkField.Area(
      left: left, top: top, right: min(max(left + 1, right), width),
      bottom: min(max(top + 1, bottom), height))
  }
}

extension InkField {
  fileprivate func coverage(of area: Area) -> Double {
    var count = 0
    for y in area.top..<max(area.top, area.bottom) {
      for x in area.left..<max(area.left, area.right) where has(x, y) { count += 1 }
    }
    return Double(count) / Double(max(1, area.size))
  }

  /// The share of the least covered side with ink within a tenth of the rectangle's edge.
  fileprivate func borderShare(of area: Area) -> Double {
    let depth = (x: max(2, area.width / 10), y: max(2, area.height / 10))
    func share(_ range: Range<Int>, _ isInk: (Int) -> Bool) -> Double {
      range.isEmpty ? 0 : Double(range.count(where: isInk)) / Double(range.count)
    }
    guard area.width > 0, area.height > 0 else { return 0 }
    let columns = area.left..<area.right
    let rows = area.top..<area.bottom
    return min(
      share(columns) { x in (0..<depth.y).contains { has(x, area.top + $0) } },
      share(columns) { x in (0..<depth.y).contains { has(x, area.bottom - 1 - $0) } },
      share(rows) { y in (0..<depth.x).contains { has(area.left + $0, y) } },
      share(rows) { y in (0..<depth.x).contains { has(area.right - 1 - $0, y) } })
  }
}

extension InkMask {
  /// The pixels of an area that are red, pale red, paler and dark; paper, and all.
  fileprivate func counts(in area: InkField.Area) -> (
    red: Int, pale: Int, faint: Int, dark: Int, paper: Int, all: Int
  ) {
    var counts = (red: 0, pale: 0, faint: 0, dark: 0, paper: 0, all: 0)
    for y in max(0, area.top)..<max(0, area.top, min(height, area.bottom)) {
      for x in max(0, area.left)..<max(0, area.left, min(width, area.right)) {
        counts.all += 1
        switch inks[y * width + x] {
        case .red: counts.red += 1
        case .paleRed: counts.pale += 1
        case .dark: counts.dark += 1
        case .paper: counts.paper += 1
        case .tint, .blush:
          counts.paper += 1
          counts.faint += 1
        case .rose: counts.faint += 1
        case .other: break
        }
      }
    }
    return counts
  }
}
