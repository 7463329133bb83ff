import Glibc

/// Names out of a file (style ids, faces) as small numbers, each name held once.
///
/// Open addressing over the bytes, so that the thousands of mentions of a few dozen names make no strings.
final class NamePool {
  /// No name.
  static let none: Int32 = -1

  private var names: [String] = []
  private var hashes: [UInt64] = []
  /// The bytes of all names, one behind the other, and where each ends.
  private var arena: [UInt8] = []
  private var ends: [Int] = []
  private var slots: [Int32] = Array(repeating: -1, count: 256)
  private var last: Int32 = -1
  private var lastHash: UInt64 = 0

  /// The number of a name; the same bytes always give the same number.
  func id(of bytes: Bytes) -> Int32 {
    if bytes.isEmpty { return Self.none }
    let hash = Self.hash(bytes)
    // The same few names come again and again.
    if last >= 0, hash == lastHash, equals(last, bytes) { return last }
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] >= 0 {
      let id = slots[slot]
      if hashes[Int(id)] == hash, equals(id, bytes) {
        last = id
        lastHash = hash
        return id
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    return insert(bytes, hash: hash, slot: slot)
  }

  func id(of bytes: Bytes?) -> Int32 { bytes.map { id(of: $0) } ?? Self.none }

  /// The name of a number; empty for `none`.
  subscript(id: Int32) -> String { id >= 0 && Int(id) < names.count ? names[Int(id)] : "" }

  private func insert(_ bytes: Bytes, hash: UInt64, slot: Int) -> Int32 {
    let id = Int32(names.count)
    names.append(bytes.string)
    hashes.append(hash)
    arena.append(contentsOf: bytes)
    ends.append(arena.count)
    slots[slot] = id
    if names.count * 2 > slots.count { grow() }
    return id
  }

  private func equals(_ id: Int32, _ bytes: Bytes) -> Bool {
    let start = id == 0 ? 0 : ends[Int(id) - 1]
    guard ends[Int(id)] - start == bytes.count else { return false }
    return arena.withUnsafeBytes { arena in
      guard let mine = arena.baseAddress, let other = bytes.baseAddress else { return false }
      return memcmp(mine + start, other, bytes.count) == 0
    }
  }

  private func grow() {
    slots = Array(repeating: -1, count: slots.count * 2)
    for (id, hash) in hashes.enumerated() {
      var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(id)
    }
  }

  /// Eight bytes at a time, mixed so that the low bits can pick the slot.
  private static func hash(_ bytes: Bytes) -> UInt64 {
    var hash = UInt64(bytes.count) &* 0x9E37_79B9_7F4A_7C15
    var index = 0
    while index + 8 <= bytes.count {
      let word = UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: index, as: UInt64.self)
      hash = (hash ^ word) &* 0xFF51_AFD7_ED55_8CCD
      hash ^= hash >> 32
      index += 8
    }
    var rest: UInt64 = 0
    while index < bytes.count {
      rest = rest << 8 | UInt64(bytes[index])
      index += 1
    }
    hash = (hash ^ rest) &* 0xFF51_AFD7_ED55_8CCD
    return hash ^ (hash >> 29)
  }
}
