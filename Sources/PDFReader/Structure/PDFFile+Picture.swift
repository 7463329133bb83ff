import DocumentModel

extension PDFFile {
  /// The most samples that are made into a picture; a page scanned at 600 dpi has 35 million.
  private static let mostSamples = 64 << 20

  /// The picture of an image XObject (ISO 32000-1, 8.9): JPEG and other encoded data as they are, else samples.
  /// - Parameter color: what a stencil is painted in, where the caller knows.
  /// - Returns: `nil` when the image has no sense.
  func picture(_ image: PDFStream, color: Color = Color(rgb: 0)) throws(ReadError) -> Picture? {
    let values = ImageValues(image.dictionary, resources: PDFDictionary(), file: self)
    guard values.isSensible else { return nil }
    let decoded = try decode(image)
    let mask = try mask(of: image.dictionary, values, isEncoded: decoded.image != nil)
    var picture = picture(decoded, values, mask: mask, color: color)
    picture?.matte = matte(of: image.dictionary, values)
    return picture
  }

  /// The picture of an inline image (ISO 32000-1, 8.9.7).
  /// - Parameters:
  ///   - dictionary: as written between `BI` and `ID`, abbreviations included.
  ///   - resources: where named colour spaces are looked up.
  func picture(
    inline bytes: [UInt8], _ dictionary: PDFDictionary, resources: PDFDictionary,
    color: Color = Color(rgb: 0)
  ) throws(ReadError) -> Picture? {
    let values = ImageValues(dictionary, resources: resources, file: self)
    guard values.isSensible else { return nil }
    return picture(try decode(inline: bytes, dictionary), values, mask: nil, color: color)
  }

  private func picture(
    _ decoded: DecodedStream, _ values: ImageValues, mask: Picture.Mask?, color: Color
  ) -> Picture? {
    var picture: Picture?
    if let image = decoded.image {
      let encoding: Picture.Encoding =
        switch image.kind {
        case .dct: .jpeg
        case .jpx: .jpeg2000
        case .ccitt: .fax
        case .jbig2: .jbig2
        }
      picture = Picture(encoding: encoding, bytes: decoded.bytes, mask: mask)
    } else if let samples = ImageSamples(values, bytes: decoded.bytes, color: color) {
      picture = Picture(encoding: .samples(samples.layout), bytes: samples.bytes, mask: mask)
    }
    picture?.isDamaged = decoded.isDamaged
    return picture
  }

  // MARK: Masks

  /// What an image has beside itself that makes parts of it clear; a soft mask comes before the others
  /// (ISO 32000-1, table 89). `nil` when there is none, or when it cannot be had.
  private func mask(
    of image: PDFDictionary, _ values: ImageValues, isEncoded: Bool
  ) throws(ReadError) -> Picture.Mask? {
    if let mask = stream(image, "SMask") ?? stream(image, "Mask") { return try self.mask(mask) }
    guard let limits = numbers(image, "Mask") else { return nil }
    switch values.space {
    // Their samples become those of another space.
    case .lab, .inks: return nil
    case .gray, .rgb, .cmyk, .indexed, nil:
      return colorKey(limits, values, isTurned: values.isInverted && !isEncoded)
    }
  }

  /// What the colours of an image are blended with already, by its soft mask (ISO 32000-1, 11.6.5.3).
  private func matte(of image: PDFDictionary, _ values: ImageValues) -> Color? {
    guard let mask = stream(image, "SMask"), let matte = numbers(mask.dictionary, "Matte") else { return nil }
    let space =
      switch values.space ?? .gray {
      case .indexed(let base, _): base
      case let other: other
      }
    // Of L*a*b* the values are not parts of one.
    if case .lab = space { return nil }
    guard matte.count >= space.components else { return nil }
    let rgb = space.rgb(matte)
    return Color(rgb: Int(rgb.red) << 16 | Int(rgb.green) << 8 | Int(rgb.blue))
  }

  private func mask(_ mask: PDFStream) throws(ReadError) -> Picture.Mask? {
    let values = ImageValues(mask.dictionary, resources: PDFDictionary(), file: self)
    guard values.isSensible, values.width * values.height <= Self.mostSamples else { return nil }
    let decoded = try decode(mask)
    if let image = decoded.image {
      return image.kind == .dct ? .jpeg(decoded.bytes, isInverted: values.isInverted) : .unread
    }
    guard let levels = ImageSamples.levels(values, bytes: decoded.bytes, isStencil: values.isStencil)
    else { return nil }
    return .levels(levels, width: values.width, height: values.height)
  }

  /// Colour key masking (ISO 32000-1, 8.9.6.4): the least and the greatest value of each component as they
  /// are handed on, of 16 bits the upper eight.
  private func colorKey(_ limits: [Double], _ values: ImageValues, isTurned: Bool) -> Picture.Mask? {
    guard limits.count >= 2 * values.components, values.components <= 4 else { return nil }
    let most = 1 << values.bits - 1
    var ranges: [ClosedRange<Int>] = []
    for component in 0..<values.components {
      let (low, high) = (limits[2 * component], limits[2 * component + 1])
      guard low >= 0, low <= high, high <= Double(most) else { return nil }
      let range = isTurned ? most - Int(high)...most - Int(low) : Int(low)...Int(high)
      let shift = max(0, values.bits - 8)
      ranges.append(range.lowerBound >> shift...range.upperBound >> shift)
    }
    return .key(ranges)
  }
}

/// The entries of an image dictionary, abbreviated or not (ISO 32000-1, tables 89 and 93), bounded.
struct ImageValues {
  let width: Int
  let height: Int
  let bits: Int
  let isStencil: Bool
  let space: ColorSpace?
  /// Pairs of the least and the greatest value of each component.
  let decode: [Double]?

  init(_ dictionary: PDFDictionary, resources: PDFDictionary, file: PDFFile) {
    width = file.integer(dictionary, "Width") ?? file.integer(dictionary, "W") ?? 0
    height = file.integer(dictionary, "Height") ?? file.integer(dictionary, "H") ?? 0
    isStencil = file.boolean(dictionary, "ImageMask") ?? file.boolean(dictionary, "IM") ?? false
    bits =
      isStencil ? 1 : file.integer(dictionary, "BitsPerComponent") ?? file.integer(dictionary, "BPC") ?? 8
    space = file.colorSpace(dictionary["ColorSpace"] ?? dictionary["CS"], resources: resources)
    decode = file.numbers(dictionary["Decode"] ?? dictionary["D"])
  }

  /// Whether the numbers are those of a picture that can be held.
  var isSensible: Bool {
    (1...1_000_000).contains(width) && (1...1_000_000).contains(height) && [1, 2, 4, 8, 16].contains(bits)
  }

  /// Whether `Decode` turns every component around, as it does where it does anything.
  var isInverted: Bool {
    guard let decode, decode.count >= 2 else { return false }
    return stride(from: 0, to: decode.count - 1, by: 2).allSatisfy { decode[$0] > decode[$0 + 1] }
  }

  var components: Int { isStencil ? 1 : space?.components ?? 1 }
  var rowBytes: Int { (width * components * bits + 7) / 8 }
}
