import DocumentModel

extension DocumentAssembly {
  private static let figureLimit = 20_000
  /// A coloured rule at least so long, in points, is one of a letterhead.
  private static let ruleLength = 100.0

  mutating func addFigures() {
    let anchors = self.anchors
    for content in contents where document.figures.count < Self.figureLimit {
      var figures: [Figure] = []
      for picture in content.pictures {
        var figure = figure(.picture, picture.bounds, content)
        figure.mediaPart = picture.part
        figure.name = picture.name
        figures.append(figure)
      }
      for shape in content.shapes { figures.append(figure(shape, content)) }
      for ring in content.rings {
        var figure = figure(.shape, ring.bounds, content)
        figure.textWarp = ring.geometry
        figure.fillColor = ring.fill.map { Color(rgb: Int($0)) }
        figures.append(figure)
      }
      for stamp in content.stamps {
        var figure = figure(stamp.isSignature ? .other : .stamp, stamp.bounds, content)
        figure.name = stamp.name
        figures.append(figure)
      }
      for rule in content.rules where rule.isColored && rule.bounds.width >= Self.ruleLength {
        var figure = figure(.shape, rule.bounds, content)
        figure.geometry = "line"
        figure.lineColor = Color(rgb: Int(rule.rgb))
        figures.append(figure)
      }
      for index in figures.indices {
        figures[index].paragraph = anchor(figures[index], anchors[content.number] ?? [])
      }
      document.figures.append(contentsOf: figures.prefix(Self.figureLimit - document.figures.count))
    }
  }

  private func figure(_ kind: Figure.Kind, _ bounds: Bounds, _ content: PageContent) -> Figure {
    var figure = Figure(kind: kind, anchor: .floating)
    figure.page = content.number
    figure.box = bounds.box
    figure.width = .pt(bounds.width)
    figure.height = .pt(bounds.height)
    figure.horizontalOrigin = "page"
    figure.verticalOrigin = "page"
    figure.horizontalOffset = .pt(bounds.left)
    figure.verticalOffset = .pt(bounds.top)
    return figure
  }

  private func figure(_ shape: PlacedShape, _ content: PageContent) -> Figure {
    var figure = figure(.shape, shape.bounds, content)
    figure.geometry = shape.geometry
    figure.fillColor = shape.fill.map { Color(rgb: Int($0)) }
    figure.lineColor = shape.line.map { Color(rgb: Int($0)) }
    figure.isUndecodable = shape.isMasked
    return figure
  }

  /// The paragraphs of each page by their tops.
  private var anchors: [Int: [(top: Double, paragraph: Int)]] {
    var anchors: [Int: [(top: Double, paragraph: Int)]] = [:]
    for (index, paragraph) in document.paragraphs.enumerated() {
      guard let page = paragraph.page, let box = paragraph.box else { continue }
      anchors[page, default: []].append((box.top, index))
    }
    return anchors.mapValues { $0.sorted { $0.top < $1.top } }
  }

  /// The last paragraph that begins above the middle of the figure.
  private func anchor(_ figure: Figure, _ anchors: [(top: Double, paragraph: Int)]) -> Int {
    guard let box = figure.box else { return 0 }
    var low = 0
    var high = anchors.count
    while low < high {
      let middle = (low + high) / 2
      if anchors[middle].top <= box.top + box.height / 2 { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? anchors[low - 1].paragraph : anchors.first?.paragraph ?? 0
  }

  /// Text that cannot be seen on a page that is no scan.
  mutating func addHiddenText(_ content: PageContent) {
    guard content.largestPictureShare < 0.5 else { return }
    var text = String.UnicodeScalarView()
    for glyph in content.glyphs
    where glyph.flags.contains(.invisible) && glyph.flags.isDisjoint(with: [.ring, .outside]) {
      guard let scalar = glyph.text.scalar, glyph.text != .none, text.count < 200 else { continue }
      text.append(scalar)
    }
    guard text.contains(where: { !$0.properties.isWhitespace }) else { return }
    document.residue.noteHidden(String(text))
  }
}

extension PlacedRule {
  /// Neither black, grey nor white.
  var isColored: Bool {
    let parts = [(rgb >> 16) & 0xFF, (rgb >> 8) & 0xFF, rgb & 0xFF]
    guard let least = parts.min(), let most = parts.max() else { return false }
    return most - least > 60
  }
}

extension PageContent {
  /// What the model says of the page.
  var summary: Page {
    var page = Page(width: .pt(width), height: .pt(height))
    for glyph in glyphs where !glyph.text.isBlank && glyph.text != .none {
      if glyph.flags.contains(.invisible) {
        page.invisibleCharacters += 1
      } else if glyph.text == .unmapped {
        page.unmappedCharacters += 1
      } else {
        page.characters += 1
        if glyph.text.isHan { page.hanCharacters += 1 }
      }
    }
    page.pictureShare = largestPictureShare
    page.hasInk = hasInk
    page.isIncomplete = isIncomplete
    return page
  }

  /// The share of the page that its largest picture covers. Strips that lie close together are one picture.
  var largestPictureShare: Double {
    let area = width * height
    guard area > 0, !pictures.isEmpty else { return 0 }
    var largest = 0.0
    var strip: Bounds?
    for picture in pictures.prefix(5_000) {
      let bounds = picture.bounds.intersection(Bounds(left: 0, top: 0, right: width, bottom: height))
      guard !bounds.isUnset else { continue }
      if var open = strip, abs(open.left - bounds.left) < 2, abs(open.right - bounds.right) < 2,
        abs(bounds.top - open.bottom) < 2 || abs(open.top - bounds.bottom) < 2
      {
        open.formUnion(bounds)
        strip = open
      } else {
        strip = bounds
      }
      if let open = strip { largest = max(largest, open.width * open.height) }
    }
    return min(1, largest / area)
  }
}
