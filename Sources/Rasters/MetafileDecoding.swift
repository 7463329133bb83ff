/// The largest bitmap of a metafile: previews of embedded objects are mostly one bitmap in an envelope. An
/// enhanced metafile without one is drawn.
enum MetafileDecoding {
  static func raster(
    _ bytes: [UInt8], _ isEnhanced: Bool, _ limits: Raster.Limits
  ) throws(RasterError) -> Raster {
    let pieces = isEnhanced ? enhancedPieces(ByteReader(bytes[...])) : pieces(ByteReader(bytes[...]))
    if isEnhanced, pieces.isEmpty { return try EnhancedDrawing.raster(bytes[...], limits) }
    // The largest by what it says of itself; the next where that one is not to be read.
    var failure = RasterError.unsupported
    for piece in pieces.sorted(by: { $0.area > $1.area }).prefix(4) {
      do { return try piece.raster(limits) } catch { failure = error }
    }
    throw failure
  }

  /// The most records that are looked at.
  private static let recordLimit = 200_000

  private struct Piece {
    var header: ArraySlice<UInt8> = []
    var samples: ArraySlice<UInt8>?
    /// A whole picture file of its own (EMF+ objects).
    var file: ArraySlice<UInt8>?
    var area = 0

    func raster(_ limits: Raster.Limits) throws(RasterError) -> Raster {
      guard let file else { return try BitmapDecoding.raster(header: header, samples: samples, limits) }
      return file.first == 0x89
        ? try PNGDecoding.raster(Array(file), limits) : try JPEGDecoding.raster(Array(file), limits)
    }
  }

  // MARK: Enhanced metafiles

  /// Where each record that holds a bitmap keeps the offset of its header ([MS-EMF] 2.3.1).
  private static let enhancedOffsets: [Int: Int] = [
    76: 84,  // EMR_BITBLT
    77: 84,  // EMR_STRETCHBLT
    80: 48,  // EMR_SETDIBITSTODEVICE
    81: 48,  // EMR_STRETCHDIBITS
    114: 84,  // EMR_ALPHABLEND
    116: 84,  // EMR_TRANSPARENTBLT
  ]

  private static func enhancedPieces(_ reader: ByteReader) -> [Piece] {
    var pieces: [Piece] = []
    var offset = 0
    for _ in 0..<recordLimit {
      guard let type = reader.uint32(offset), let length = reader.uint32(offset + 4), length >= 8,
        let record = reader.slice(offset, min(length, max(0, reader.count - offset)))
      else { break }
      if let place = enhancedOffsets[type] {
        if let piece = piece(of: ByteReader(record), at: place) { pieces.append(piece) }
      } else if type == 70, let piece = picture(in: ByteReader(record)) {
        pieces.append(piece)
      }
      if type == 14 { break }
      offset += length
    }
    return pieces
  }

  /// A record's bitmap: offset and length of the header, offset and length of the samples.
  private static func piece(of record: ByteReader, at place: Int) -> Piece? {
    guard let header = record.uint32(place), let headerLength = record.uint32(place + 4), headerLength >= 12,
      let samples = record.uint32(place + 8), let samplesLength = record.uint32(place + 12),
      let head = record.slice(header, headerLength)
    else { return nil }
    return Piece(header: head, samples: record.rest(samples, atMost: samplesLength), area: area(of: head))
  }

  /// A PNG or JPEG file inside an EMF+ comment ([MS-EMFPLUS] 2.2.2.2, compressed image).
  private static func picture(in record: ByteReader) -> Piece? {
    guard record.uint32(12) == 0x2B46_4D45 else { return nil }  // "EMF+"
    let bytes = record.rest(16)
    let last = bytes.endIndex - 4
    var index = bytes.startIndex
    // The file begins within the head of the object, which is some dozens of bytes.
    while index < last, index < bytes.startIndex + 512 {
      let isPNG = bytes[index] == 0x89 && bytes[index + 1] == 0x50 && bytes[index + 2] == 0x4E
      let isJPEG = bytes[index] == 0xFF && bytes[index + 1] == 0xD8 && bytes[index + 2] == 0xFF
      if isPNG || isJPEG { return Piece(file: bytes[index...], area: bytes.count) }
      index += 1
    }
    return nil
  }

  // MARK: Windows metafiles

  /// Where each record that holds a bitmap has it, in bytes behind the head of six ([MS-WMF] 2.3.1).
  private static let offsets: [Int: Int] = [
    0x0F43: 22,  // META_STRETCHDIB
    0x0B41: 20,  // META_DIBSTRETCHBLT
    0x0940: 16,  // META_DIBBITBLT
    0x0D33: 18,  // META_SETDIBTODEV
  ]

  private static func pieces(_ reader: ByteReader) -> [Piece] {
    // A placeable metafile has a head of 22 bytes of its own.
    var offset = reader.uint32(0) == 0x9AC6_CDD7 ? 22 : 0
    guard let words = reader.uint16(offset + 2) else { return [] }
    offset += words * 2
    var pieces: [Piece] = []
    for _ in 0..<recordLimit {
      guard let length = reader.uint32(offset), length >= 3, let type = reader.uint16(offset + 4),
        type != 0
      else { break }
      if let place = offsets[type] {
        let header = reader.rest(offset + 6 + place, atMost: max(0, length * 2 - 6 - place))
        if header.count >= 12 { pieces.append(Piece(header: header, area: area(of: header))) }
      }
      offset += length * 2
    }
    return pieces
  }

  private static func area(of header: ArraySlice<UInt8>) -> Int {
    guard let head = try? BitmapHeader(header) else { return 0 }
    return head.width.multipliedReportingOverflow(by: head.height).partialValue
  }
}
