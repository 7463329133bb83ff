import CompoundFiles
import Glibc

/// The lists of property modifiers (grpprl) of a document, each distinct one held once and known by a number.
///
/// Documents write the same few lists for thousands of stretches of text; what a list means is worked out
/// once for its number.
final class PropertyListPool {
  /// No list.
  static let none: Int32 = -1

  private var arena: [UInt8] = []
  private var ends: [Int] = []
  private var hashes: [UInt64] = []
  private var slots = [Int32](repeating: -1, count: 128)

  var count: Int { ends.count }

  /// The number of a list; the same bytes always give the same number, no bytes give `none`.
  func id(of list: UnsafeRawBufferPointer) -> Int32 {
    if list.isEmpty { return Self.none }
    let hash = Self.hash(list)
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] >= 0 {
      let id = slots[slot]
      if hashes[Int(id)] == hash, equals(Int(id), list) { return id }
      slot = (slot + 1) & (slots.count - 1)
    }
    let id = Int32(truncatingIfNeeded: ends.count)
    arena.append(contentsOf: list)
    ends.append(arena.count)
    hashes.append(hash)
    slots[slot] = id
    if ends.count * 2 > slots.count { grow() }
    return id
  }

  func id(of list: some Sequence<UInt8>) -> Int32 { Array(list).withUnsafeBytes { id(of: $0) } }

  /// Hands the bytes of a list to `body`; none for `none`.
  func withList<R>(_ id: Int32, _ body: (UnsafeRawBufferPointer) -> R) -> R {
    let index = Int(id)
    guard index >= 0, index < ends.count else { return body(UnsafeRawBufferPointer(start: nil, count: 0)) }
    let start = index == 0 ? 0 : ends[index - 1]
    return arena.withUnsafeBytes { body(UnsafeRawBufferPointer(rebasing: $0[start..<ends[index]])) }
  }

  private func equals(_ index: Int, _ list: UnsafeRawBufferPointer) -> Bool {
    let start = index == 0 ? 0 : ends[index - 1]
    guard ends[index] - start == list.count else { return false }
    return arena.withUnsafeBytes { arena in
      guard let mine = arena.baseAddress, let other = list.baseAddress else { return false }
      return memcmp(mine + start, other, list.count) == 0
    }
  }

  private func grow() {
    slots = Array(repeating: -1, count: slots.count * 2)
    for (id, hash) in hashes.enumerated() {
      var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(truncatingIfNeeded: id)
    }
  }

  private static func hash(_ list: UnsafeRawBufferPointer) -> UInt64 {
    var hash = UInt64(list.count) &* 0x9E37_79B9_7F4A_7C15
    var index = 0
    while index &+ 8 <= list.count {
      let word = list.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      hash = (hash ^ word) &* 0xFF51_AFD7_ED55_8CCD
      hash ^= hash >> 32
      index &+= 8
    }
    var rest: UInt64 = 0
    while index < list.count {
      rest = rest << 8 | UInt64(list[index])
      index &+= 1
    }
    hash = (hash ^ rest) &* 0xFF51_AFD7_ED55_8CCD
    return hash ^ (hash >> 29)
  }
}
