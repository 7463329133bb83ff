/// Names out of a file (style ids, faces) as small numbers, each name held once.
///
/// Open addressing over the bytes, so that the thousands of mentions of a few dozen names make no strings.
struct NamePool {
  /// No name.
  static let none: Int32 = -1

  private(set) var names: [String] = []
  private var hashes: [UInt64] = []
  private var slots: [Int32] = Array(repeating: -1, count: 64)

  /// The number of a name; the same bytes always give the same number.
  mutating func id(of bytes: Bytes) -> Int32 {
    if bytes.isEmpty { return Self.none }
    let hash = Self.hash(bytes)
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] >= 0 {
      let id = slots[slot]
      if hashes[Int(id)] == hash, equals(names[Int(id)], bytes) { return id }
      slot = (slot + 1) & (slots.count - 1)
    }
    let id = Int32(names.count)
    names.append(bytes.string)
    hashes.append(hash)
    slots[slot] = id
    if names.count * 2 > slots.count { grow() }
    return id
  }

  mutating func id(of text: String) -> Int32 {
    var text = text
    return text.withUTF8 { id(of: $0) }
  }

  /// The name of a number; empty for `none`.
  subscript(id: Int32) -> String { id >= 0 && Int(id) < names.count ? names[Int(id)] : "" }

  private func equals(_ name: String, _ bytes: Bytes) -> Bool {
    var name = name
    return name.withUTF8 { $0.count == bytes.count && $0.elementsEqual(bytes) }
  }

  private mutating func grow() {
    slots = Array(repeating: -1, count: slots.count * 2)
    for (id, hash) in hashes.enumerated() {
      var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(id)
    }
  }

  /// FNV-1a, mixed once more because the low bits pick the slot.
  private static func hash(_ bytes: Bytes) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return hash ^ (hash >> 29)
  }
}
