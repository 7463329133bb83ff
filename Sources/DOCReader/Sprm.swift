/// Goes over a list of property modifiers ([MS-DOC] 2.2.5, 2.9.200).
///
/// A modifier is a code of 16 bits, whose upper three tell the size of what follows: the unknown ones are
/// stepped over.
struct SprmIterator: IteratorProtocol {
  /// One modifier with its operand. The operand has the size that the code tells.
  struct Modifier {
    let code: UInt16
    let operand: UnsafeRawBufferPointer

    /// What is modified: 1 a paragraph, 2 characters, 3 a picture, 4 a section, 5 a table.
    var group: UInt16 { code >> 10 & 7 }
    var isOn: Bool { operand[0] != 0 }
    var u8: Int { Int(operand[0]) }
    var u16: Int { Int(UInt16(littleEndian: operand.loadUnaligned(as: UInt16.self))) }
    var i16: Int { Int(Int16(littleEndian: operand.loadUnaligned(as: Int16.self))) }
    var i32: Int { Int(Int32(littleEndian: operand.loadUnaligned(as: Int32.self))) }
  }

  private let list: UnsafeRawBufferPointer
  private var position = 0

  init(_ list: UnsafeRawBufferPointer) { self.list = list }

  mutating func next() -> Modifier? {
    guard position + 3 <= list.count else { return nil }
    let code = UInt16(littleEndian: list.loadUnaligned(fromByteOffset: position, as: UInt16.self))
    position += 2
    var start = position
    let size: Int
    switch code >> 13 {
    case 0, 1: size = 1
    case 2, 4, 5: size = 2
    case 3: size = 4
    case 7: size = 3
    default:
      guard let variable = variableSize(code) else { return nil }
      start = variable.start
      size = variable.size
    }
    guard size >= 0, start + size <= list.count else { return nil }
    position = start + size
    return Modifier(code: code, operand: UnsafeRawBufferPointer(rebasing: list[start..<start + size]))
  }

  /// Operands that say their own size ([MS-DOC] 2.2.5.2).
  private func variableSize(_ code: UInt16) -> (start: Int, size: Int)? {
    let count = Int(list[position])
    if code == 0xD608 || code == 0xD606 {
      // The columns of a table: 16 bits, one more than what follows.
      guard position + 2 <= list.count else { return nil }
      return (position + 2, (count | Int(list[position + 1]) << 8) - 1)
    }
    guard code == 0xC615, count == 255 else { return (position + 1, count) }
    // Tabs: too many for the byte, so they are counted by what is deleted and added.
    let deleted = position + 1
    guard deleted < list.count else { return nil }
    let added = deleted + 1 + 4 * Int(list[deleted])
    guard added < list.count else { return nil }
    return (deleted, 2 + 4 * Int(list[deleted]) + 3 * Int(list[added]))
  }
}
