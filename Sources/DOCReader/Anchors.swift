import CompoundFiles
import DocumentModel

/// What stands beside the text and is tied to characters of it.
struct Anchors {
  /// The names of those who revised, by number ([MS-DOC] 2.9.287).
  var authors: [String] = []
  /// Floating shapes by the position of their character.
  var shapes: [Int: Int] = [:]

  init(_ streams: Streams) {
    if let bytes = streams.bytes(of: .revisionAuthors) { authors = StringTable.strings(bytes) }
  }
}

/// Tables of strings ([MS-DOC] 2.2.4).
enum StringTable {
  /// The strings of a table whose strings are in UTF-16 (marked by 0xFFFF) or in single bytes.
  static func strings(_ bytes: [UInt8], limit: Int = 10_000) -> [String] {
    let isWide = bytes.u16(0) == 0xFFFF
    let start = isWide ? 2 : 0
    guard let count = bytes.u16(start), let extra = bytes.u16(start + 2) else { return [] }
    var position = start + 4
    var strings: [String] = []
    for _ in 0..<min(count, limit) {
      guard let length = isWide ? bytes.u16(position) : bytes.u8(position) else { break }
      position += isWide ? 2 : 1
      let size = isWide ? 2 * length : length
      guard position + size <= bytes.count else { break }
      strings.append(text(bytes, position, length, isWide: isWide))
      position += size + extra
    }
    return strings
  }

  static func text(_ bytes: [UInt8], _ start: Int, _ length: Int, isWide: Bool) -> String {
    let units = (0..<length).map { index in
      UInt16(truncatingIfNeeded: (isWide ? bytes.u16(start + 2 * index) : bytes.u8(start + index)) ?? 0)
    }
    return String(decoding: units, as: UTF16.self)
  }
}

extension StoryReader {
  /// The character of a picture or an object in the line.
  func inlineFigure(_ properties: CharacterProperties) {}

  /// The character of a shape that floats.
  func floatingFigure(at position: Int) {}
}
