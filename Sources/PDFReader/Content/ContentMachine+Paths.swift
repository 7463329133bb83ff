import DocumentModel

/// Path construction and painting (ISO 32000-1, 8.5).
extension ContentMachine {
  /// A bar at most so thick, in points, is a rule.
  private static let ruleWidth = 4.0
  /// A rule is at least so long.
  private static let ruleLength = 6.0
  /// How many things one page can have of a kind.
  private static let objectLimit = 60_000

  func extendPath(_ code: ContentOperator, _ scanner: ContentScanner) {
    switch code {
    case .moveTo: if let (x, y) = point(scanner) { path.move(to: x, y) }
    case .lineTo: if let (x, y) = point(scanner) { path.line(to: x, y) }
    case .curveTo, .curveToInitial, .curveToFinal: if let (x, y) = point(scanner) { path.curve(to: x, y) }
    case .closePath: path.close()
    case .rectangle: addRectangle(scanner)
    default: break
    }
  }

  private func point(_ scanner: ContentScanner) -> (x: Double, y: Double)? {
    guard let x = scanner.number(fromEnd: 1), let y = scanner.number(fromEnd: 0) else { return nil }
    return state.matrix.apply(x, y)
  }

  private func addRectangle(_ scanner: ContentScanner) {
    guard let x = scanner.number(fromEnd: 3), let y = scanner.number(fromEnd: 2),
      let width = scanner.number(fromEnd: 1), let height = scanner.number(fromEnd: 0)
    else { return }
    let matrix = state.matrix
    path.rectangle([
      matrix.apply(x, y), matrix.apply(x + width, y), matrix.apply(x + width, y + height),
      matrix.apply(x, y + height),
    ])
  }

  func paintPath(_ code: ContentOperator) {
    switch code {
    case .clip, .clipEvenOdd:
      path.clips = true
      return
    case .closeStroke, .closeFillStroke, .closeFillStrokeEvenOdd: path.close()
    default: path.end()
    }
    let fills: Bool
    let strokes: Bool
    switch code {
    case .fill, .fillOld, .fillEvenOdd: (fills, strokes) = (true, false)
    case .fillStroke, .fillStrokeEvenOdd, .closeFillStroke, .closeFillStrokeEvenOdd:
      (fills, strokes) = (true, true)
    case .stroke, .closeStroke: (fills, strokes) = (false, true)
    default: (fills, strokes) = (false, false)
    }
    if fills || strokes, marks.hidden == 0 { record(fills: fills, strokes: strokes) }
    if path.clips { state.clip = state.clip.intersection(path.bounds) }
    path.clear()
  }

  private func record(fills: Bool, strokes: Bool) {
    let fills = fills && !state.isTransparent(state.fill)
    let strokes = strokes && !state.isTransparent(state.stroke)
    guard fills || strokes else { return }
    let unit = state.matrix
    let lineWidth = state.lineWidth * abs(unit.a * unit.d - unit.b * unit.c).squareRoot()
    let isBand = fills && !strokes && path.isBand
    for subpath in path.subpaths {
      guard !subpath.bounds.isUnset, !subpath.bounds.intersection(state.clip).isUnset else { continue }
      budget.objects &-= 1
      guard budget.objects > 0 else { return }
      if isBand {
        // What is filled between two circles looks like a circle that is drawn.
        page.hasInk = page.hasInk || !state.fill.isWhite
        add(PlacedShape(geometry: "ellipse", bounds: subpath.bounds, fill: nil, line: state.fill.rgb))
      } else {
        record(subpath, fills: fills, strokes: strokes, lineWidth: lineWidth)
      }
    }
  }

  private func add(_ shape: PlacedShape) {
    guard page.shapes.count < Self.objectLimit else { return }
    var shape = shape
    shape.isMasked = state.isMasked
    page.shapes.append(shape)
  }

  private func record(_ subpath: PathRecord.Subpath, fills: Bool, strokes: Bool, lineWidth: Double) {
    let isInk = (fills && !state.fill.isWhite) || (strokes && !state.stroke.isWhite)
    if isInk { page.hasInk = true }
    if let geometry = subpath.geometry {
      add(
        PlacedShape(
          geometry: geometry, bounds: subpath.bounds, fill: fills ? state.fill.rgb : nil,
          line: strokes ? state.stroke.rgb : nil))
    } else if fills, state.fill.isRed {
      addOutline(of: subpath.bounds)
    }
    let bounds = subpath.bounds.intersection(state.clip)
    if fills {
      if bounds.width >= 4, bounds.height >= 4, page.backgrounds.count < Self.objectLimit {
        page.backgrounds.append(
          PageContent.Background(
            bounds: bounds, isDark: !state.fill.isWhite, glyphsBefore: page.glyphs.count))
      }
      if !state.fill.isWhite, subpath.curves == 0 { addRule(bounds, state.fill.rgb) }
    }
    if strokes, !state.stroke.isWhite, subpath.curves == 0, lineWidth <= Self.ruleWidth {
      addOutline(subpath, lineWidth)
    }
  }

  private func addRule(_ bounds: Bounds, _ rgb: UInt32) {
    guard min(bounds.width, bounds.height) <= Self.ruleWidth,
      max(bounds.width, bounds.height) >= Self.ruleLength, page.rules.count < Self.objectLimit
    else { return }
    page.rules.append(PlacedRule(bounds: bounds, rgb: rgb))
  }

  /// The sides of a stroked path that run along the page.
  private func addOutline(_ subpath: PathRecord.Subpath, _ lineWidth: Double) {
    var corners = subpath.corners
    if subpath.isClosed, let first = corners.first { corners.append(first) }
    let half = max(lineWidth, 0.1) / 2
    for (a, b) in zip(corners, corners.dropFirst()) where abs(a.x - b.x) < 0.5 || abs(a.y - b.y) < 0.5 {
      var bounds = Bounds.empty
      bounds.add(a.x, a.y)
      bounds.add(b.x, b.y)
      if bounds.width < bounds.height {
        bounds.left -= half
        bounds.right += half
      } else {
        bounds.top -= half
        bounds.bottom += half
      }
      addRule(bounds.intersection(state.clip), state.stroke.rgb)
    }
  }

  /// A shading paints its clip; its colours are not looked at.
  func paintShading() {
    guard marks.hidden == 0, !state.isTransparent(state.fill) else { return }
    let bounds = state.clip.intersection(visible)
    guard !bounds.isEmpty else { return }
    page.hasInk = true
    guard page.backgrounds.count < Self.objectLimit else { return }
    page.backgrounds.append(
      PageContent.Background(bounds: bounds, isDark: true, glyphsBefore: page.glyphs.count))
  }
}
