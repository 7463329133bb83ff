/// A colour space, as far as pictures need it (ISO 32000-1, 8.6).
indirect enum ColorSpace: Sendable {
  case gray, rgb, cmyk
  /// L*a*b* with the range of a and b.
  case lab(range: [Double])
  /// Colours of the base space, eight bits a component, one after the other.
  case indexed(base: ColorSpace, table: [UInt8])
  /// One or more inks, of which no more is known than that more ink is darker.
  case inks(Int)

  var components: Int {
    switch self {
    case .gray, .indexed: 1
    case .rgb, .lab: 3
    case .cmyk: 4
    case .inks(let count): count
    }
  }
}

extension PDFFile {
  /// The colour space that an image or operator names.
  /// - Parameter resources: where names are looked up; those of a device need none.
  /// - Returns: `nil` for what is none, and for patterns.
  func colorSpace(_ object: PDFObject?, resources: PDFDictionary, depth: Int = 0) -> ColorSpace? {
    guard depth < 8 else { return nil }
    switch resolve(object) {
    case .name(let name):
      switch name {
      case "DeviceGray", "G", "CalGray": return .gray
      case "DeviceRGB", "RGB", "CalRGB": return .rgb
      case "DeviceCMYK", "CMYK": return .cmyk
      default:
        guard let spaces = dictionary(resources, "ColorSpace"), let named = spaces[name] else { return nil }
        return colorSpace(named, resources: resources, depth: depth + 1)
      }
    case .array(let elements): return colorSpace(family: elements, resources: resources, depth: depth)
    default: return nil
    }
  }

  private func colorSpace(family elements: [PDFObject], resources: PDFDictionary, depth: Int) -> ColorSpace? {
    func element(_ index: Int) -> PDFObject {
      elements.indices.contains(index) ? resolve(elements[index]) : .null
    }
    switch element(0).name {
    case "ICCBased":
      guard let profile = element(1).stream?.dictionary else { return nil }
      switch integer(profile, "N") {
      case 1: return .gray
      case 3: return .rgb
      case 4: return .cmyk
      default: return colorSpace(profile["Alternate"], resources: resources, depth: depth + 1)
      }
    case "Lab":
      let range = element(1).dictionary.flatMap { numbers($0, "Range") } ?? []
      return .lab(range: range.count >= 4 ? range : [-100, 100, -100, 100])
    case "Indexed", "I":
      guard let base = colorSpace(elements.dropFirst().first, resources: resources, depth: depth + 1) else {
        return nil
      }
      if case .indexed = base { return nil }
      switch element(3) {
      case .string(let table): return .indexed(base: base, table: table)
      case .stream(let stream):
        guard let table = try? data(of: stream) else { return nil }
        return .indexed(base: base, table: Array(table.prefix(256 * base.components)))
      default: return nil
      }
    case "Separation": return .inks(1)
    case "DeviceN":
      let count = element(1).array?.count ?? 0
      return (1...32).contains(count) ? .inks(count) : nil
    case let name?:
      return elements.count == 1 || name == "CalGray" || name == "CalRGB"
        ? colorSpace(.name(name), resources: resources, depth: depth + 1) : nil
    case nil: return nil
    }
  }
}
