/// Property modifiers as bytes, by what they say ([MS-DOC] 2.6).
enum Modify {
  static func size(_ halfPoints: Int) -> [UInt8] { [0x43, 0x4A] + two(halfPoints) }
  static func eastAsia(_ face: Int) -> [UInt8] { [0x50, 0x4A] + two(face) }
  static func ascii(_ face: Int) -> [UInt8] { [0x4F, 0x4A] + two(face) }
  static func bold(_ value: UInt8) -> [UInt8] { [0x35, 0x08, value] }
  static func characterStyle(_ style: Int) -> [UInt8] { [0x30, 0x4A] + two(style) }
  static let special: [UInt8] = [0x55, 0x08, 1]
  static let hidden: [UInt8] = [0x3C, 0x08, 1]
  static func deleted(by author: Int) -> [UInt8] { [0x00, 0x08, 1, 0x63, 0x48] + two(author) }
  static func inserted(by author: Int) -> [UInt8] { [0x01, 0x08, 1, 0x04, 0x48] + two(author) }
  static let inTable: [UInt8] = [0x16, 0x24, 1]
  static func depth(_ depth: Int) -> [UInt8] { [0x49, 0x66] + two(depth) + [0, 0] }
  static let rowEnd: [UInt8] = [0x17, 0x24, 1]
  static let innerCell: [UInt8] = [0x4B, 0x24, 1]
  static let innerRowEnd: [UInt8] = [0x4C, 0x24, 1]
  static func list(_ number: Int, level: UInt8 = 0) -> [UInt8] {
    [0x0A, 0x26, level, 0x0B, 0x46] + two(number)
  }

  /// Cells with these edges, in twips; the last is the right edge of the row.
  static func cells(_ edges: [Int]) -> [UInt8] {
    let operand = [UInt8(edges.count - 1)] + edges.flatMap(two)
    return [0x08, 0xD6] + two(operand.count + 1) + operand
  }

  static func two(_ value: Int) -> [UInt8] {
    [UInt8(truncatingIfNeeded: value), UInt8(truncatingIfNeeded: value >> 8)]
  }

  static func four(_ value: Int) -> [UInt8] { two(value) + two(value >> 16) }
}
