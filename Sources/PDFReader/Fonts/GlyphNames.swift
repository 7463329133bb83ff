/// What the names of glyphs read (ISO 32000-1, 9.10.2; Adobe Glyph List Specification).
enum GlyphNames {
  /// The Adobe Glyph List for the scripts that publications use, by name.
  private static let list: [PDFName: UInt32] = {
    var list: [PDFName: UInt32] = [:]
    var text = EmbeddedText.files.first { $0.name == "glyph-names.tsv" }?.text ?? ""
    list.reserveCapacity(text.utf8.count / 14)
    text.withUTF8 { bytes in
      var start = 0
      while start < bytes.count {
        let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
        let line = bytes[start..<end]
        if line.first != UInt8(ascii: "#"), let space = line.firstIndex(of: UInt8(ascii: " ")),
          let value = hexadecimal(line[(space + 1)...])
        {
          list[PDFName(UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(bytes)[start..<space]))] =
            value
        }
        start = end + 1
      }
    }
    return list
  }()

  /// The scalars of a glyph name; `nil` for one that says nothing, such as `g17` or `.notdef`.
  /// - Parameter dingbats: the font is Zapf Dingbats, whose glyphs are named `a1` to `a206`. In other fonts such
  ///   names count glyphs.
  static func scalars(of name: [UInt8], dingbats: Bool = false) -> [Unicode.Scalar]? {
    if !dingbats, name.first == UInt8(ascii: "a"), name.count > 1,
      name.dropFirst().allSatisfy({ (0x30...0x39).contains($0) })
    {
      return nil
    }
    // `A.swash` reads as `A`; `f_i` as its parts.
    let stem = name.prefix { $0 != UInt8(ascii: ".") }
    guard !stem.isEmpty else { return nil }
    if let whole = component(stem) { return whole }
    guard stem.contains(UInt8(ascii: "_")) else { return nil }
    var scalars: [Unicode.Scalar] = []
    for part in stem.split(separator: UInt8(ascii: "_")).prefix(8) {
      guard let values = component(part) else { return nil }
      scalars += values
    }
    return scalars.isEmpty ? nil : scalars
  }

  private static func component(_ name: ArraySlice<UInt8>) -> [Unicode.Scalar]? {
    if let value = list[PDFName(Array(name))] { return Unicode.Scalar(value).map { [$0] } }
    if name.count >= 7, name.starts(with: "uni".utf8) {
      let digits = name.dropFirst(3)
      guard digits.count % 4 == 0, digits.count <= 32 else { return nil }
      var scalars: [Unicode.Scalar] = []
      for start in stride(from: digits.startIndex, to: digits.endIndex, by: 4) {
        guard let value = hexadecimal(digits[start..<(start + 4)]), let scalar = Unicode.Scalar(value) else {
          return nil
        }
        scalars.append(scalar)
      }
      return scalars
    }
    if (5...7).contains(name.count), name.first == UInt8(ascii: "u"),
      let value = hexadecimal(name.dropFirst()), let scalar = Unicode.Scalar(value)
    {
      return [scalar]
    }
    return nil
  }

  /// The number of a glyph that is named by it: `g17`, `cid123`, `glyph5`, `index4`.
  static func number(of name: [UInt8]) -> Int? {
    for prefix in ["glyph", "index", "cid", "gid", "g"] where name.starts(with: prefix.utf8) {
      let digits = name.dropFirst(prefix.utf8.count)
      guard (1...5).contains(digits.count), digits.allSatisfy({ (0x30...0x39).contains($0) }) else {
        continue
      }
      return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }
    return nil
  }

  private static func hexadecimal(_ digits: some Sequence<UInt8>) -> UInt32? {
    var value: UInt32 = 0
    var count = 0
    for byte in digits {
      let digit: UInt8
      switch byte {
      case 0x30...0x39: digit = byte - 0x30
      case 0x41...0x46: digit = byte - 0x37
      case 0x61...0x66: digit = byte - 0x57
      default: return nil
      }
      value = value << 4 | UInt32(digit)
      count += 1
      if count > 6 { return nil }
    }
    return count == 0 ? nil : value
  }
}
