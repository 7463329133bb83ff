import DocumentModel

/// A soft mask of the graphics state (ISO 32000-1, 11.6.5.2) as far as it can be told without drawing it: a group
/// that paints nothing, or one plain rectangle after the other.
struct SoftMask {
  /// What the group paints.
  enum Paint {
    case nothing
    /// One colour in one rectangle of the group's space.
    case rectangle(PDFRectangle, luminosity: Double, alpha: Double)
    /// More than that.
    case more
  }

  let paint: Paint
  /// From the group's space to that in which the mask was set.
  let matrix: PDFMatrix
  let box: PDFRectangle
  let isLuminosity: Bool
  /// The luminosity of what the group stands on (`BC`).
  let backdrop: Double

  /// - Parameters:
  ///   - matrix: that in effect when the mask was set.
  ///   - seen: what can be painted on at all, on the page.
  /// - Returns: how much of everything the mask lets through; `nil` where that is not the same everywhere.
  func alpha(_ matrix: PDFMatrix, over seen: Bounds) -> Double? {
    let outside = isLuminosity ? backdrop : 0
    switch paint {
    case .nothing: return outside
    case .more: return nil
    case .rectangle(let area, let luminosity, let alpha):
      let inside = isLuminosity ? backdrop * (1 - alpha) + luminosity * alpha : alpha
      if abs(inside - outside) < 0.01 { return inside }
      let place = self.matrix.concatenated(matrix)
      // A turned rectangle does not fill the upright one around it.
      guard abs(place.b) + abs(place.c) < 1e-6 || abs(place.a) + abs(place.d) < 1e-6 else { return nil }
      guard let area = area.intersection(box).map(place.bounds) else { return outside }
      let covers =
        area.left <= seen.left + 0.5 && area.right >= seen.right - 0.5 && area.bottom <= seen.top + 0.5
        && area.top >= seen.bottom - 0.5
      return covers ? inside : nil
    }
  }
}

extension ContentMachine {
  /// Whether a mode, or the first of several that is known, is other than the plain one.
  func isBlended(_ mode: PDFObject) -> Bool {
    let mode = file.resolve(mode)
    guard let name = mode.name ?? mode.array?.first.flatMap({ file.resolve($0).name }) else { return false }
    return name != "Normal" && name != "Compatible"
  }

  func setSoftMask(_ object: PDFObject) {
    guard let mask = file.resolve(object).dictionary else {
      // `None`, or nothing of sense.
      (state.mask.alpha, state.mask.isUndecided) = (1, false)
      return
    }
    let alpha = softMask(mask)?.alpha(state.matrix, over: state.clip.intersection(visible))
    state.mask.alpha = alpha ?? 1
    state.mask.isUndecided = alpha == nil
  }

  /// - Returns: `nil` for a mask that a function changes, and for one without a group.
  private func softMask(_ mask: PDFDictionary) -> SoftMask? {
    let function = file.resolve(mask["TR"])
    guard function.isNull || function.name == "Identity", let group = file.stream(mask, "G") else {
      return nil
    }
    let isLuminosity = file.name(mask, "S") != "Alpha"
    let paint: SoftMask.Paint
    if let known = maskPaints[group.id] {
      paint = known
    } else {
      paint = maskPaint(of: group)
      if maskPaints.count < 10_000 { maskPaints[group.id] = paint }
    }
    return SoftMask(
      paint: paint, matrix: file.matrix(group.dictionary, "Matrix") ?? .identity,
      box: file.rectangle(group.dictionary, "BBox") ?? PDFRectangle(0, 0, 0, 0), isLuminosity: isLuminosity,
      backdrop: isLuminosity ? backdrop(mask, of: group) : 0)
  }

  /// Black where the mask does not say (table 144).
  private func backdrop(_ mask: PDFDictionary, of group: PDFStream) -> Double {
    guard let values = file.numbers(mask, "BC") else { return 0 }
    let attributes = file.dictionary(group.dictionary, "Group") ?? PDFDictionary()
    let reader = PaintSpaceReader(file: file, resources: resources)
    let space = attributes["CS"].map { reader.space($0, depth: 0) }
    let usual: PaintSpace = values.count == 4 ? .cmyk : values.count == 3 ? .rgb : .gray
    return (space ?? usual).rgb(values)?.luminosity ?? 0
  }

  private func maskPaint(of group: PDFStream) -> SoftMask.Paint {
    budget.draws &-= 1
    guard budget.draws > 0, let data = try? file.data(of: group) else { return .more }
    let own = file.dictionary(group.dictionary, "Resources").map { ResourceFrame($0, inside: resources) }
    var scan = MaskScan(file: file, resources: own ?? resources)
    let paint = data.withUnsafeBytes { scan.run($0) }
    budget.operators &-= scan.operators
    return paint
  }
}

/// Reads the content of a mask's group for as long as it is plain.
private struct MaskScan {
  let file: PDFFile
  let resources: ResourceFrame
  private(set) var operators = 0
  private var state = State()
  private var stack: [State] = []
  private var path: PDFRectangle?
  /// Whether the path is more than one upright rectangle.
  private var isOdd = false

  private struct State {
    var matrix = PDFMatrix.identity
    var space = PaintSpace.gray
    var rgb: UInt32 = 0
    var alpha = 1.0
    var clip: PDFRectangle?
  }

  init(file: PDFFile, resources: ResourceFrame) { (self.file, self.resources) = (file, resources) }

  /// A group of more operators is not plain.
  private static let limit = 1_000

  mutating func run(_ bytes: UnsafeRawBufferPointer) -> SoftMask.Paint {
    var scanner = ContentScanner(bytes)
    var painted: SoftMask.Paint = .nothing
    while let code = scanner.next() {
      operators += 1
      guard operators <= Self.limit else { return .more }
      guard let code = ContentOperator(rawValue: code) else { continue }
      switch code {
      case .fill, .fillOld, .fillEvenOdd:
        // A second one may lie over the first, or beside it.
        guard case .nothing = painted, let path, !isOdd else { return .more }
        if let area = state.clip.map(path.intersection) ?? path {
          painted = .rectangle(area, luminosity: state.rgb.luminosity, alpha: state.alpha)
        }
        endPath()
      case .clip, .clipEvenOdd:
        guard let path, !isOdd else { return .more }
        state.clip = state.clip.map { $0.intersection(path) ?? PDFRectangle(0, 0, 0, 0) } ?? path
      case .endPath: endPath()
      case .rectangle: addRectangle(scanner)
      case .moveTo, .lineTo, .curveTo, .curveToInitial, .curveToFinal: isOdd = true
      case .closePath: break
      default:
        if !changeState(code, scanner) { return .more }
      }
    }
    return painted
  }

  private mutating func endPath() { (path, isOdd) = (nil, false) }

  private mutating func addRectangle(_ scanner: ContentScanner) {
    guard path == nil, let x = scanner.number(fromEnd: 3), let y = scanner.number(fromEnd: 2),
      let width = scanner.number(fromEnd: 1), let height = scanner.number(fromEnd: 0),
      abs(state.matrix.b) + abs(state.matrix.c) < 1e-6
    else {
      isOdd = true
      return
    }
    path = state.matrix.bounds(of: PDFRectangle(x, y, x + width, y + height))
  }

  /// - Returns: whether the operator paints nothing and cuts nothing off.
  private mutating func changeState(_ code: ContentOperator, _ scanner: ContentScanner) -> Bool {
    switch code {
    case .save: if stack.count < 100 { stack.append(state) }
    case .restore: if let last = stack.popLast() { state = last }
    case .concatenate:
      guard let matrix = scanner.matrix, matrix.isFinite else { return false }
      state.matrix = matrix.concatenated(state.matrix)
    case .fillGray: return setColor(.gray, scanner)
    case .fillRGB: return setColor(.rgb, scanner)
    case .fillCMYK: return setColor(.cmyk, scanner)
    case .fillSpace:
      guard let name = scanner.lastName else { return false }
      state.space = PaintSpaceReader(file: file, resources: resources).space(named: name)
      state.rgb = state.space.initial
    case .fillColor, .fillColorSpecial: return setColor(state.space, scanner)
    case .extendedState:
      guard let name = scanner.lastName, let entries = resources.lookUp("ExtGState", name, in: file) else {
        return true
      }
      if let mask = entries["SMask"], file.resolve(mask).name != "None" { return false }
      if let alpha = file.number(entries, "ca") { state.alpha = min(max(alpha, 0), 1) }
    case .stroke, .closeStroke, .fillStroke, .fillStrokeEvenOdd, .closeFillStroke, .closeFillStrokeEvenOdd,
      .show, .showAdjusted, .showNextLine, .showNextLineSpaced, .paintXObject, .inlineImage, .shading:
      return false
    default: break
    }
    return true
  }

  private mutating func setColor(_ space: PaintSpace, _ scanner: ContentScanner) -> Bool {
    let values = scanner.operands.suffix(32).compactMap { $0.kind == .number ? $0.number : nil }
    guard let rgb = space.rgb(Array(values.suffix(max(space.componentCount, 1)))) else { return false }
    (state.space, state.rgb) = (space, rgb)
    return true
  }
}

extension UInt32 {
  /// How light a colour is, `0xRRGGBB`, from 0 to 1 (ISO 32000-1, 11.5.3).
  fileprivate var luminosity: Double {
    func part(_ shift: UInt32) -> Double { Double((self >> shift) & 0xFF) / 255 }
    return 0.3 * part(16) + 0.59 * part(8) + 0.11 * part(0)
  }
}
