import Charsets
import CompoundFiles
import DocumentModel

/// The names of the faces of a document ([MS-DOC] 2.9.291, 2.9.78).
struct FontTable {
  private(set) var faces: [FontFace] = []
  /// The other names that the file gives: `宋体` → `SimSun`.
  private(set) var alternates: [String: String] = [:]

  init(_ bytes: [UInt8]) {
    guard let count = bytes.u16(0) else { return }
    var position = 4
    faces.reserveCapacity(min(count, 1_024))
    for _ in 0..<count {
      guard let size = bytes.u8(position), position + 1 + size <= bytes.count else { break }
      append(bytes, position + 1, position + 1 + size)
      position += 1 + size
    }
  }

  /// A face: 39 bytes of kinds and ranges, the name up to a zero, at an offset the other name.
  private mutating func append(_ bytes: [UInt8], _ start: Int, _ end: Int) {
    let units = stride(from: start + 39, to: end - 1, by: 2).map {
      UInt16(truncatingIfNeeded: bytes.u16($0) ?? 0)
    }
    let name = Self.name(units.prefix { $0 != 0 }, fontCharset: bytes.u8(start + 3) ?? 0)
    faces.append(name.isEmpty ? .unspecified : FontFace(name))
    guard let other = bytes.u8(start + 4), other > 0, other < units.count, !name.isEmpty else { return }
    let alternate = String(decoding: units[other...].prefix { $0 != 0 }, as: UTF16.self)
    if !alternate.isEmpty, alternates[name] == nil { alternates[name] = alternate }
  }

  /// A name in UTF-16. Converters from older files put the bytes of GBK there, one a unit.
  private static func name(_ units: ArraySlice<UInt16>, fontCharset: Int) -> String {
    if units.contains(where: { $0 >= 0x80 }), units.allSatisfy({ $0 < 0x100 }),
      let charset = Charset(fontCharset: fontCharset),
      [.gb18030, .big5, .shiftJIS, .eucKR].contains(charset),
      let name = charset.decodeExactly(units.map { UInt8(truncatingIfNeeded: $0) })
    {
      return name
    }
    return String(decoding: units, as: UTF16.self)
  }

  /// The face of an index; unspecified when the table has none.
  subscript(index: Int16) -> FontFace {
    let index = Int(index)
    return faces.indices.contains(index) ? faces[index] : .unspecified
  }
}
