import Archives
import CompoundFiles
import DocumentModel

/// Finds the bytes of pictures: `Data/1234` for one in the line, by its place in the data stream, and
/// `Drawings/3` for one of the store that shapes share.
struct PictureStore {
  let streams: Streams
  let limits: ReadLimits

  static func inlinePart(_ place: Int) -> String { "Data/\(place)" }
  static func sharedPart(_ number: Int) -> String { "Drawings/\(number)" }

  func picture(_ part: String) -> Picture? {
    let pieces = part.split(separator: "/")
    guard pieces.count == 2, let number = Int(pieces[1]), number >= 0 else { return nil }
    switch pieces[0] {
    case "Data":
      guard let picture = InlinePicture(streams.data, at: number), let range = picture.blip else {
        return nil
      }
      return blip(streams.data, range)
    case "Drawings":
      guard let bytes = streams.bytes(of: .drawings) else { return nil }
      let entries = ArtContent(bytes).blips
      guard number > 0, number <= entries.count else { return nil }
      return blip(bytes, entries[number - 1])
    default: return nil
    }
  }

  /// The picture of a record: of the store's entry, which may only point at it, or of the picture itself.
  private func blip(_ bytes: [UInt8], _ range: Range<Int>) -> Picture? {
    guard let record = ArtRecord(bytes, at: range.lowerBound, end: range.upperBound) else { return nil }
    if ArtRecord.Kind.blips.contains(record.type) { return decode(bytes, record) }
    guard record.type == ArtRecord.Kind.blipEntry else { return nil }
    let start = record.data.lowerBound
    // 36 bytes and a name, then the picture itself or nothing ([MS-ODRAW] 2.2.32).
    let inner = start + 36 + (bytes.u8(start + 33) ?? 0)
    if let embedded = ArtRecord(bytes, at: inner, end: record.data.upperBound) {
      return decode(bytes, embedded)
    }
    guard let place = bytes.u32(start + 28), place != 0xFFFF_FFFF,
      let stored = ArtRecord(streams.main, at: place, end: streams.main.count)
    else { return nil }
    return decode(streams.main, stored)
  }

  /// [MS-ODRAW] 2.2.23 to 2.2.31: one or two digests, then a tag and the bytes, or a header and a metafile.
  private func decode(_ bytes: [UInt8], _ record: ArtRecord) -> Picture? {
    let second = [0x3D5, 0x217, 0x543, 0x46B, 0x6E3, 0x6E1, 0x7A9, 0x6E5].contains(record.instance) ? 16 : 0
    let start = record.data.lowerBound + 16 + second
    switch record.type {
    case 0xF01A, 0xF01B, 0xF01C: return metafile(bytes, start, record)
    case 0xF01D, 0xF01E, 0xF01F, 0xF029, 0xF02A:
      guard start + 1 < record.data.upperBound else { return nil }
      let stored = Array(bytes[start + 1..<record.data.upperBound])
      if record.type == 0xF01F { return Picture(encoding: .bmp, bytes: Self.bitmap(stored)) }
      return Picture(encoding: Picture.Encoding(of: stored), bytes: stored)
    default: return nil
    }
  }

  /// A header of 34 bytes, then the metafile, as a rule compressed ([MS-ODRAW] 2.2.31).
  private func metafile(_ bytes: [UInt8], _ start: Int, _ record: ArtRecord) -> Picture? {
    guard let size = bytes.u32(start), let compression = bytes.u8(start + 32),
      start + 34 < record.data.upperBound
    else { return nil }
    let stored = start + 34..<record.data.upperBound
    let encoding: Picture.Encoding = record.type == 0xF01A ? .emf : record.type == 0xF01B ? .wmf : .unknown
    if compression != 0 { return Picture(encoding: encoding, bytes: Array(bytes[stored])) }
    guard size <= limits.partBytes else { return nil }
    let outcome = bytes.withUnsafeBytes {
      ZlibInflater().inflate(UnsafeRawBufferPointer(rebasing: $0[stored]), limit: min(size, limits.partBytes))
    }
    guard case .complete(let inflated) = outcome else { return nil }
    return Picture(encoding: encoding, bytes: inflated)
  }

  /// A bitmap without its file header gets one: 14 bytes that tell where the samples begin.
  private static func bitmap(_ stored: [UInt8]) -> [UInt8] {
    let headerSize = stored.u32(0) ?? 40
    let depth = stored.u16(14) ?? 24
    let used = stored.u32(32) ?? 0
    let colors = depth <= 8 ? (used > 0 && used <= 256 ? used : 1 << depth) : 0
    func little(_ value: Int) -> [UInt8] { (0..<4).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) } }
    return [0x42, 0x4D] + little(stored.count + 14) + little(0)
      + little(14 + min(headerSize, 124) + 4 * colors)
      + stored
  }
}

/// A picture in the line, in the data stream ([MS-DOC] 2.9.190, 2.9.192).
struct InlinePicture {
  let width: Length
  let height: Length
  /// Where the record of the picture is.
  private(set) var blip: Range<Int>?
  private(set) var shape: ArtShape?
  /// Whether the picture is a file elsewhere; its name.
  private(set) var link: String?

  init?(_ data: [UInt8], at place: Int) {
    guard place >= 0, let size = data.u32(place), let headerSize = data.u16(place + 4), headerSize >= 44,
      let kind = data.u16(place + 6), let width = data.u16(place + 28), let height = data.u16(place + 30),
      let scaleX = data.u16(place + 32), let scaleY = data.u16(place + 34)
    else { return nil }
    // Twips, with a scale in thousandths.
    self.width = .twips(width * scaleX / 1_000)
    self.height = .twips(height * scaleY / 1_000)
    let end = min(place + size, data.count)
    var start = place + headerSize
    guard kind == 0x64 || kind == 0x66 else { return }
    if kind == 0x66, let length = data.u8(start) {
      link = StringTable.text(data, start + 1, length, isWide: false)
      start += 1 + length
    }
    guard start < end else { return }
    for record in ArtRecord.all(data, in: start..<end) {
      if record.type == ArtRecord.Kind.shape { shape = ArtShape(data, record.data) }
      if blip == nil,
        record.type == ArtRecord.Kind.blipEntry || ArtRecord.Kind.blips.contains(record.type)
      {
        blip = record.data.lowerBound - 8..<record.data.upperBound
      }
    }
  }
}
