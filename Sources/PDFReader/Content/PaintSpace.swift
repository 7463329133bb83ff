import DocumentModel

/// How the components of a colour make a colour (ISO 32000-1, 8.6), as near as a verdict needs it.
indirect enum PaintSpace: Hashable {
  case gray, rgb, cmyk, lab, pattern
  /// Triples of the base, one after the other, already in RGB.
  case indexed([UInt8])
  /// A tint from paper to a colour (8.6.6.4): `0xRRGGBB` at full tint.
  case tint(UInt32)
  /// Several colorants: each with its colour at full tint.
  case tints([UInt32])

  var componentCount: Int {
    switch self {
    case .gray, .indexed, .tint: 1
    case .rgb, .lab: 3
    case .cmyk: 4
    case .pattern: 0
    case .tints(let colors): colors.count
    }
  }

  /// The colour that a space begins with (ISO 32000-1, 8.6.8): black, or full tint.
  var initial: UInt32 {
    switch self {
    case .tint(let rgb): rgb
    case .indexed(let table): table.count >= 3 ? PaintSpace.pack(table[0], table[1], table[2]) : 0
    default: 0
    }
  }

  func rgb(_ values: [Double]) -> UInt32? {
    switch self {
    case .gray: values.last.map { Self.gray($0) }
    case .rgb: values.count < 3 ? nil : Self.rgb(values[0], values[1], values[2])
    case .cmyk: values.count < 4 ? nil : Self.cmyk(values[0], values[1], values[2], values[3])
    case .lab: values.first.map { Self.gray(($0 / 100) * ($0 / 100)) }
    case .indexed(let table): values.first.flatMap { Self.entry(Int(clamping: $0), table) }
    case .tint(let full): values.first.map { Self.mix([$0], [full]) }
    case .tints(let colors): values.count < colors.count ? nil : Self.mix(values, colors)
    case .pattern: nil
    }
  }

  private static func entry(_ index: Int, _ table: [UInt8]) -> UInt32? {
    guard index >= 0, index < table.count / 3 else { return nil }
    return pack(table[index * 3], table[index * 3 + 1], table[index * 3 + 2])
  }

  /// Inks over each other: each takes away what its full tint takes away.
  private static func mix(_ tints: [Double], _ colors: [UInt32]) -> UInt32 {
    var parts = [1.0, 1.0, 1.0]
    for (tint, color) in zip(tints, colors) {
      for (index, shift) in [16, 8, 0].enumerated() {
        let full = Double((color >> UInt32(shift)) & 0xFF) / 255
        parts[index] *= 1 - unit(tint) * (1 - full)
      }
    }
    return rgb(parts[0], parts[1], parts[2])
  }

  // MARK: Device colours

  @inline(__always)
  private static func unit(_ value: Double) -> Double { value > 0 ? min(value, 1) : 0 }

  @inline(__always)
  private static func byte(_ value: Double) -> UInt32 { UInt32(unit(value) * 255 + 0.5) }

  static func pack(_ red: UInt8, _ green: UInt8, _ blue: UInt8) -> UInt32 {
    UInt32(red) << 16 | UInt32(green) << 8 | UInt32(blue)
  }

  static func gray(_ value: Double) -> UInt32 { byte(value) * 0x01_0101 }

  static func rgb(_ red: Double, _ green: Double, _ blue: Double) -> UInt32 {
    byte(red) << 16 | byte(green) << 8 | byte(blue)
  }

  /// Without a profile, as ISO 32000-1, 10.3.5 has it.
  static func cmyk(_ cyan: Double, _ magenta: Double, _ yellow: Double, _ black: Double) -> UInt32 {
    rgb(
      1 - min(1, unit(cyan) + unit(black)), 1 - min(1, unit(magenta) + unit(black)),
      1 - min(1, unit(yellow) + unit(black)))
  }
}

/// Reads colour spaces from their objects.
struct PaintSpaceReader {
  let file: PDFFile
  /// Where names are looked up.
  let resources: ResourceFrame

  func space(named name: PDFName) -> PaintSpace {
    if let device = Self.device(name) { return device }
    if let known = resources.spaces.first(where: { $0.name == name }) { return known.space }
    let object = resources.object("ColorSpace", name, in: file)
    let space = object.map { self.space($0, depth: 0) } ?? .gray
    resources.spaces.append((name, space))
    return space
  }

  private static func device(_ name: PDFName) -> PaintSpace? {
    switch name {
    case "DeviceGray", "G", "CalGray": .gray
    case "DeviceRGB", "RGB", "CalRGB": .rgb
    case "DeviceCMYK", "CMYK": .cmyk
    case "Pattern": .pattern
    default: nil
    }
  }

  func space(_ object: PDFObject, depth: Int) -> PaintSpace {
    guard depth < 8 else { return .gray }
    let object = file.resolve(object)
    if let name = object.name { return Self.device(name) ?? .gray }
    guard let parts = object.array, let family = parts.first.flatMap({ file.resolve($0).name }) else {
      return .gray
    }
    let second = parts.count > 1 ? file.resolve(parts[1]) : .null
    switch family {
    case "ICCBased": return icc(second, depth)
    case "Lab": return .lab
    case "Indexed", "I": return indexed(parts, depth)
    case "Separation": return .tint(full(parts, [1], second.name, depth))
    case "DeviceN": return colorants(parts, second.array ?? [], depth)
    default: return Self.device(family) ?? .gray
    }
  }

  private func icc(_ object: PDFObject, _ depth: Int) -> PaintSpace {
    guard let dictionary = object.dictionary else { return .gray }
    switch file.integer(dictionary, "N") {
    case 1: return .gray
    case 4: return .cmyk
    default: return .rgb
    }
  }

  private func indexed(_ parts: [PDFObject], _ depth: Int) -> PaintSpace {
    guard parts.count >= 4 else { return .gray }
    let base = space(parts[1], depth: depth + 1)
    let object = file.resolve(parts[3])
    var table = object.string ?? []
    if let stream = object.stream { table = (try? file.data(of: stream)) ?? [] }
    let width = base.componentCount
    guard width > 0 else { return .gray }
    var colors: [UInt8] = []
    for entry in 0..<min(256, table.count / width) {
      let values = (0..<width).map { Double(table[entry * width + $0]) / 255 }
      let rgb = base.rgb(values) ?? 0
      colors.append(UInt8(truncatingIfNeeded: rgb >> 16))
      colors.append(UInt8(truncatingIfNeeded: rgb >> 8))
      colors.append(UInt8(truncatingIfNeeded: rgb))
    }
    return .indexed(colors)
  }

  private func colorants(_ parts: [PDFObject], _ names: [PDFObject], _ depth: Int) -> PaintSpace {
    let count = min(names.count, 16)
    guard count > 0 else { return .gray }
    return .tints(
      (0..<count).map { index in
        full(parts, (0..<count).map { $0 == index ? 1 : 0 }, file.resolve(names[index]).name, depth)
      })
  }

  /// The colour of a full tint, by the function that makes it one of the alternate space.
  private func full(_ parts: [PDFObject], _ tints: [Double], _ colorant: PDFName?, _ depth: Int) -> UInt32 {
    if colorant == "None" { return 0xFF_FFFF }
    if colorant == "Black" || colorant == "All" || parts.count < 4 { return 0 }
    switch colorant {
    case "Cyan": return PaintSpace.cmyk(1, 0, 0, 0)
    case "Magenta": return PaintSpace.cmyk(0, 1, 0, 0)
    case "Yellow": return PaintSpace.cmyk(0, 0, 1, 0)
    default: break
    }
    let alternate = space(parts[2], depth: depth + 1)
    guard let values = function(parts[3], tints), let rgb = alternate.rgb(values) else { return 0 }
    return rgb
  }

  /// The end of an exponential function (7.10.3) or the last sample of a sampled one (7.10.2).
  private func function(_ object: PDFObject, _ tints: [Double]) -> [Double]? {
    let object = file.resolve(object)
    guard let dictionary = object.dictionary, tints.count == 1 else { return nil }
    if file.integer(dictionary, "FunctionType") == 2 { return file.numbers(dictionary, "C1") ?? [1] }
    guard file.integer(dictionary, "FunctionType") == 0, let stream = object.stream,
      file.integer(dictionary, "BitsPerSample") == 8, let range = file.numbers(dictionary, "Range"),
      let bytes = try? file.data(of: stream), let size = file.numbers(dictionary, "Size")?.first
    else { return nil }
    let width = range.count / 2
    let last = (Int(clamping: size) &- 1).multipliedReportingOverflow(by: width)
    guard width > 0, !last.overflow, last.partialValue >= 0, last.partialValue <= bytes.count - width else {
      return nil
    }
    return (0..<width).map { index in
      let low = range[index * 2]
      return low + Double(bytes[last.partialValue + index]) / 255 * (range[index * 2 + 1] - low)
    }
  }
}

extension ContentMachine {
  /// Colours (ISO 32000-1, 8.6.8). A pattern counts as middle grey: it paints, in no one colour.
  func setColor(_ code: ContentOperator, _ scanner: ContentScanner) {
    style = nil
    switch code {
    case .fillGray: set(\.fill, .gray, scanner)
    case .strokeGray: set(\.stroke, .gray, scanner)
    case .fillRGB: set(\.fill, .rgb, scanner)
    case .strokeRGB: set(\.stroke, .rgb, scanner)
    case .fillCMYK: set(\.fill, .cmyk, scanner)
    case .strokeCMYK: set(\.stroke, .cmyk, scanner)
    case .fillSpace: setSpace(\.fill, scanner)
    case .strokeSpace: setSpace(\.stroke, scanner)
    case .fillColor, .fillColorSpecial: set(\.fill, state.fill.space, scanner)
    case .strokeColor, .strokeColorSpecial: set(\.stroke, state.stroke.space, scanner)
    default: break
    }
  }

  private func setSpace(
    _ paint: WritableKeyPath<GraphicsState, GraphicsState.Paint>, _ scanner: ContentScanner
  ) {
    guard let name = scanner.lastName else { return }
    let space = PaintSpaceReader(file: file, resources: resources).space(named: name)
    state[keyPath: paint].space = space
    state[keyPath: paint].rgb = space.initial
  }

  private func set(
    _ paint: WritableKeyPath<GraphicsState, GraphicsState.Paint>, _ space: PaintSpace,
    _ scanner: ContentScanner
  ) {
    state[keyPath: paint].space = space
    let values = scanner.operands.suffix(32).compactMap { $0.kind == .number ? $0.number : nil }
    if case .pattern = space {
      state[keyPath: paint].rgb = 0x80_8080
    } else if let rgb = space.rgb(Array(values.suffix(max(space.componentCount, 1)))) {
      state[keyPath: paint].rgb = rgb
    }
  }
}
