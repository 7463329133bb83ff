import DocumentModel

/// What a stream's filters make of its bytes (ISO 32000-1, 7.4).
struct DecodedStream: Sendable {
  /// Decoded as far as possible: everything when `image` is `nil`, else what the image filter would get.
  var bytes: [UInt8]
  /// The image filter that was stopped at, and its parameters.
  var image: ImageFilter?
  /// Whether the data broke off or did not fit its filter: what could be decoded is there.
  var isDamaged = false
}

/// A filter that makes pictures, and that is recognised, not decoded.
struct ImageFilter: Sendable {
  enum Kind: String, Sendable { case dct, jpx, ccitt, jbig2 }

  var kind: Kind
  /// Its `DecodeParms`, references unfollowed.
  var parameters: PDFDictionary
}

extension PDFFile {
  /// The bytes of a stream after all filters but those of images.
  /// - Throws: `E_LIMIT` when it, or all of the file's streams so far, inflate to more than the limits allow;
  ///   `E_TIMEOUT`.
  func decode(_ stream: PDFStream) throws(ReadError) -> DecodedStream {
    try deadline.check("object \(stream.id)")
    let filters = self.filters(of: stream.dictionary)
    let crypt = filters.first { $0.name == "Crypt" }.map { name($0.parameters, "Name") ?? "Identity" }
    let range = stream.range.clamped(to: 0..<bytes.count)
    let outcome = bytes.withUnsafeBytes { buffer in
      let raw = UnsafeRawBufferPointer(rebasing: buffer[range])
      if let whole = restored(raw, of: stream) {
        return whole.withUnsafeBytes { buffer in
          decrypted(stream, buffer, crypt: crypt)?.withUnsafeBytes { run(filters, on: $0) }
            ?? run(filters, on: buffer)
        }
      }
      if let plain = decrypted(stream, raw, crypt: crypt) {
        return plain.withUnsafeBytes { run(filters, on: $0) }
      }
      return run(filters, on: raw)
    }
    return try outcome.get()
  }

  /// The bytes of a stream that is no picture: a content stream, a font program, a CMap. Damaged data gives
  /// what can be decoded of it.
  func data(of stream: PDFStream) throws(ReadError) -> [UInt8] { try content(of: stream).bytes }

  /// The same, and whether some of it is lost.
  func content(of stream: PDFStream) throws(ReadError) -> (bytes: [UInt8], isDamaged: Bool) {
    let decoded = try decode(stream)
    if decoded.image != nil { return ([], true) }
    // Nothing is there of what there should be.
    if stream.range.isEmpty, !decoded.isDamaged, let length = integer(stream.dictionary, "Length"), length > 2
    {
      damagedStreams += 1
      return ([], true)
    }
    return (decoded.bytes, decoded.isDamaged)
  }

  /// Decodes bytes that are in no stream object, such as those of an inline image (ISO 32000-1, 8.9.7), whose
  /// abbreviated keys and filter names are understood.
  func decode(inline bytes: [UInt8], _ dictionary: PDFDictionary) throws(ReadError) -> DecodedStream {
    let filters = self.filters(of: dictionary)
    return try bytes.withUnsafeBytes { run(filters, on: $0) }.get()
  }
}

/// A filter of a stream, and its parameters.
private typealias FilterStep = (name: PDFName, parameters: PDFDictionary)

extension PDFFile {
  /// More filters than this are no honest file's.
  private static let longestFilterChain = 16

  private func filters(of dictionary: PDFDictionary) -> [FilterStep] {
    let names = resolve(dictionary["Filter"] ?? dictionary["F"])
    let parameters = resolve(dictionary["DecodeParms"] ?? dictionary["DP"])
    if let name = names.name {
      let first = parameters.array?.first.map(resolve) ?? parameters
      return [(name, first.dictionary ?? PDFDictionary())]
    }
    let list = parameters.array
    return (names.array ?? []).enumerated().compactMap { index, name in
      guard let name = resolve(name).name else { return nil }
      let own = list.map { index < $0.count ? resolve($0[index]) : .null } ?? parameters
      return (name, own.dictionary ?? PDFDictionary())
    }
  }

  private func run(
    _ filters: [FilterStep], on raw: UnsafeRawBufferPointer
  ) -> Result<DecodedStream, ReadError> {
    guard filters.count <= Self.longestFilterChain else {
      damagedStreams += 1
      note("W_PDF_STRUCTURE", "a stream with \(filters.count) filters was not read")
      return .success(DecodedStream(bytes: [], isDamaged: true))
    }
    var current: [UInt8]?
    var isDamaged = false
    for filter in filters where filter.name != "Crypt" {
      if let kind = Self.imageFilter(filter.name) {
        return .success(
          DecodedStream(
            bytes: current ?? [UInt8](raw),
            image: ImageFilter(kind: kind, parameters: filter.parameters), isDamaged: isDamaged))
      }
      let input = current
      let result = input?.withUnsafeBytes { apply(filter, $0) } ?? apply(filter, raw)
      switch result.status {
      case .tooLarge:
        return .failure(ReadError(.limit, detail: "a stream inflates to more than the limit"))
      case .damaged: isDamaged = true
      case .complete: break
      }
      inflatedBytes += result.bytes.count
      current = result.bytes
    }
    // Bytes without a filter are copied all the same, and a page that is there 100 000 times is.
    if current == nil { inflatedBytes += raw.count }
    if inflatedBytes > limits.totalBytes {
      return .failure(ReadError(.limit, detail: "all streams inflate to more than the limit"))
    }
    if isDamaged {
      damagedStreams += 1
      note("W_PDF_STREAM", "the data of a stream is damaged; it was read as far as possible")
    }
    return .success(DecodedStream(bytes: current ?? [UInt8](raw), image: nil, isDamaged: isDamaged))
  }

  private static func imageFilter(_ name: PDFName) -> ImageFilter.Kind? {
    switch name {
    case "DCTDecode", "DCT": .dct
    case "JPXDecode": .jpx
    case "CCITTFaxDecode", "CCF": .ccitt
    case "JBIG2Decode": .jbig2
    default: nil
    }
  }

  /// How much a filter may put out now.
  private var room: Int { max(0, min(limits.partBytes, limits.totalBytes - inflatedBytes)) }

  private func apply(_ filter: FilterStep, _ data: UnsafeRawBufferPointer) -> Filtered {
    switch filter.name {
    case "FlateDecode", "Fl": return predicted(inflate(data), filter.parameters)
    case "LZWDecode", "LZW":
      let early = integer(filter.parameters, "EarlyChange") != 0
      return predicted(LZW.decode(data, early: early, limit: room), filter.parameters)
    case "ASCII85Decode", "A85": return ASCIIFilters.base85(data, limit: room)
    case "ASCIIHexDecode", "AHx": return ASCIIFilters.hex(data)
    case "RunLengthDecode", "RL": return ASCIIFilters.runLength(data, limit: room)
    default: return Filtered([], .damaged)
    }
  }

  private func inflate(_ data: UnsafeRawBufferPointer) -> Filtered {
    // Some producers put a line end before the data.
    var data = data
    while data.count > 2, data[0] == 0x0A || data[0] == 0x0D {
      data = UnsafeRawBufferPointer(rebasing: data[1...])
    }
    if data.isEmpty { return Filtered([]) }
    // The dictionary says that it is compressed, and it is not.
    if Self.isText(data) { return Filtered([UInt8](data), .damaged) }
    switch inflater.inflate(data, limit: room) {
    case .complete(let bytes): return Filtered(bytes)
    case .tooLarge: return .tooLarge
    case .damaged: return TolerantInflater.inflate(data, limit: room)
    }
  }

  /// Whether all of the beginning is text, which compressed data never is for long.
  private static func isText(_ data: UnsafeRawBufferPointer) -> Bool {
    data.count >= 24
      && data.prefix(256).allSatisfy { (0x20...0x7E).contains($0) || (0x09...0x0D).contains($0) }
  }

  private func predicted(_ filtered: Filtered, _ parameters: PDFDictionary) -> Filtered {
    guard filtered.status != .tooLarge, let kind = integer(parameters, "Predictor"), kind > 1 else {
      return filtered
    }
    let predictor = Predictor(
      predictor: kind, colors: integer(parameters, "Colors") ?? 1,
      bits: integer(parameters, "BitsPerComponent") ?? 8, columns: integer(parameters, "Columns") ?? 1)
    guard let predictor else {
      note("W_PDF_STRUCTURE", "a predictor with impossible parameters")
      return Filtered([], .damaged)
    }
    var result = predictor.undo(filtered.bytes)
    if filtered.status == .damaged { result.status = .damaged }
    return result
  }
}
