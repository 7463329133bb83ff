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
    var alpha: [UInt8]?
    if let mask = stream(image.dictionary, "SMask") ?? stream(image.dictionary, "Mask") {
      alpha = try self.alpha(of: mask, width: values.width, height: values.height)
    }
    return picture(decoded, values, alpha: alpha, color: color)
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
    return picture(try decode(inline: bytes, dictionary), values, alpha: nil, color: color)
  }

  private func picture(
    _ decoded: DecodedStream, _ values: ImageValues, alpha: [UInt8]?, color: Color
  ) -> Picture? {
    if let image = decoded.image {
      let encoding: Picture.Encoding =
        switch image.kind {
        case .dct: .jpeg
        case .jpx: .jpeg2000
        case .ccitt: .fax
        case .jbig2: .jbig2
        }
      return Picture(encoding: encoding, bytes: decoded.bytes)
    }
    let samples = ImageSamples(values, bytes: decoded.bytes, color: color)
    guard var layout = samples?.layout, let bytes = samples?.bytes else { return nil }
    layout.alpha = alpha
    return Picture(encoding: .samples(layout), bytes: bytes)
  }

  /// A mask as opacity of the picture's size (ISO 32000-1, 8.9.6.3 and 11.6.5.3); `nil` when it cannot be had.
  private func alpha(of mask: PDFStream, width: Int, height: Int) throws(ReadError) -> [UInt8]? {
    let values = ImageValues(mask.dictionary, resources: PDFDictionary(), file: self)
    guard values.isSensible, values.width * values.height <= Self.mostSamples,
      width * height <= Self.mostSamples
    else { return nil }
    let decoded = try decode(mask)
    guard decoded.image == nil,
      let levels = ImageSamples.levels(values, bytes: decoded.bytes, isStencil: values.isStencil)
    else { return nil }
    if values.width == width, values.height == height { return levels }
    var result: [UInt8] = []
    result.reserveCapacity(width * height)
    for row in 0..<height {
      let source = row * values.height / height * values.width
      for column in 0..<width { result.append(levels[source + column * values.width / width]) }
    }
    return result
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

  var components: Int { isStencil ? 1 : space?.components ?? 1 }
  var rowBytes: Int { (width * components * bits + 7) / 8 }
}

extension PDFFile {
  /// The image XObject that a figure names as its part: number and generation, as in `12 0`.
  func image(part: String) -> PDFStream? {
    let numbers = part.split(separator: " ").map { Int($0) }
    guard numbers.count == 2, let number = numbers[0], let generation = numbers[1] else { return nil }
    guard case .stream(let stream) = object(ObjectID(number, generation)) else { return nil }
    return name(stream.dictionary, "Subtype") == "Image" ? stream : nil
  }
}
