import DocumentModel

extension SealSurvey {
  // MARK: Drawn seals

  /// Circles with a star in them or words on an arc (rules.md §6.2, DOCX 4 and PDF 4).
  var drawnSeals: [SealCandidate] {
    var taken: Set<Int> = []
    var seals: [SealCandidate] = []
    // Few figures of a drawing with thousands are one of these.
    let stars = document.figures.indices.filter { document.figures[$0].geometry?.hasPrefix("star") ?? false }
    let words = document.figures.indices.filter { document.figures[$0].isArched }
    guard !stars.isEmpty || !words.isEmpty else { return [] }
    let circles = document.figures.indices.filter { document.figures[$0].geometry == "ellipse" }
    for index in circles {
      let circle = document.figures[index]
      guard circle.isLineArt, circle.isReddish, let size = circle.millimetres,
        size.height > 0, !taken.contains(index)
      else { continue }
      let stars = partners(of: index, among: stars)
      let words = partners(of: index, among: words)
      guard !stars.isEmpty || !words.isEmpty else { continue }
      var candidate = SealCandidate(kind: .drawn, figures: [index] + stars + words, size: size)
      candidate.evidence = placement(of: circle, size)
      // Words on an arc are to a drawn ring what the band of writing is to a picture of one.
      if !words.isEmpty { candidate.evidence.insert(.ring) }
      if !stars.isEmpty { candidate.evidence.insert(.centre) }
      if !scale.aspects.contains(size.width / size.height) { candidate.evidence.insert(.aspect) }
      candidate.isDoubtful = circle.isUndecodable
      taken.formUnion(candidate.figures)
      // The same seal may have a second, inner circle.
      taken.formUnion(partners(of: index, among: circles))
      seals.append(candidate)
    }
    return seals
  }

  /// The figures that belong to a shape: of the same group or paragraph, or, on a page, inside it.
  private func partners(of index: Int, among others: [Int]) -> [Int] {
    let shape = document.figures[index]
    return others.filter { other in
      guard other != index else { return false }
      let figure = document.figures[other]
      if let page = shape.page, let box = shape.box {
        guard figure.page == page, let inner = figure.box else { return false }
        let x = inner.left + inner.width / 2
        let y = inner.top + inner.height / 2
        return x > box.left - 2 && x < box.right + 2 && y > box.top - 2 && y < box.bottom + 2
      }
      return figure.group != nil && figure.group == shape.group || figure.paragraph == shape.paragraph
    }
  }

  // MARK: Slices at the edges of pages

  /// Narrow red slivers of one height that stand on several pages or in several places: a seal across the edges
  /// of pages laid fanwise (骑缝章).
  var edgeSlices: [SealCandidate] {
    struct Slice {
      var figure: Int
      var patch: InkPatch
      var width: Double
      var height: Double
      var place: Int
    }
    let slices = document.figures.indices.compactMap { index -> Slice? in
      let figure = document.figures[index]
      guard figure.anchor == .floating || figure.page != nil, let ink = figure.ink, ink.redShare >= 0.85,
        let frame = figure.millimetres, frame.width < scale.sizes.lowerBound * 0.7,
        let patch = ink.patches.first(where: { $0.isRed && $0.region.height > 0.6 }),
        let size = figure.millimetres(of: patch.region), scale.sizes.contains(size.height),
        size.width < size.height * 0.6, patch.coverage <= scale.coverage.upperBound * 1.2, isAtEdge(figure)
      else { return nil }
      return Slice(
        figure: index, patch: patch, width: size.width, height: size.height,
        place: figure.page ?? figure.paragraph)
    }
    var rest = slices
    var candidates: [SealCandidate] = []
    while let first = rest.first {
      let alike = rest.filter { abs($0.height / first.height - 1) < 0.1 }
      rest.removeAll { abs($0.height / first.height - 1) < 0.1 }
      guard Set(alike.map(\.place)).count > 1 else { continue }
      let width = alike.reduce(0) { $0 + $1.width }
      var candidate = SealCandidate(
        kind: .edge, figures: alike.map(\.figure), patch: first.patch, size: (first.width, first.height))
      candidate.evidence = [.floating]
      // Slices that make no circle together may be marks of another kind.
      candidate.isDoubtful = !(0.7...1.3).contains(width / first.height)
      candidates.append(candidate)
    }
    return candidates
  }

  /// Whether a figure stands at the left or right edge of its page, or the file does not say where.
  private func isAtEdge(_ figure: Figure) -> Bool {
    let margin = Length.mm(15).points
    if let page = figure.page, let box = figure.box {
      guard document.pages.indices.contains(page - 1) else { return true }
      return box.right > document.pages[page - 1].width.points - margin || box.left < margin
    }
    guard let offset = figure.horizontalOffset, figure.horizontalOrigin == "page",
      let width = figure.width, let section = document.sections.first
    else { return true }
    return offset.points + width.points > section.pageWidth.points - margin || offset.points < margin
  }
}

extension Figure {
  /// Whether it is words on an arc, and not WordArt on a straight line.
  var isArched: Bool {
    textWarp.map { $0 != "textPlain" && $0 != "textNoShape" && $0 != "textpath" } ?? false
  }

  /// Whether its line is red, or nothing is said of its colour.
  var isReddish: Bool { (lineColor ?? fillColor)?.isReddish ?? true }

  /// Whether it is a line around nothing: no fill, or a white one.
  var isLineArt: Bool {
    guard let fillColor else { return true }
    return min(fillColor.red, fillColor.green, fillColor.blue) > 240 || fillColor == lineColor
  }
}

extension Color {
  /// The red of seals: a hue from 340° to 18°, a saturation of at least 0.45, a value of at least 0.4
  /// (rules.md §6.3).
  var isReddish: Bool {
    let (red, green, blue) = (Int(red), Int(green), Int(blue))
    let spread = red - min(green, blue)
    guard red >= max(green, blue), red >= 102, spread * 20 >= red * 9 else { return false }
    return (-20 * spread...18 * spread).contains(60 * (green - blue))
  }
}
