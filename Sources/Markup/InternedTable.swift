/// Numbers of interned strings, found by address.
///
/// libxml2 keeps one copy of every name of a context, so equal names are equal addresses, and no byte of
/// a name is looked at again. Open addressing with a table at least four times as large as its content
/// makes one probe the rule. Addresses stay valid as long as the context's dictionary, which the owner of
/// the table guards.
@usableFromInline
struct InternedTable {
  @usableFromInline
  struct Slot {
    @usableFromInline var key: UnsafePointer<UInt8>?
    @usableFromInline var number: UInt16
  }

  @usableFromInline let slots: UnsafeMutablePointer<Slot>
  /// The address of each number, for comparing one known name with many.
  @usableFromInline let addresses: UnsafeMutablePointer<UnsafePointer<UInt8>?>
  @usableFromInline let addressCount: Int
  @usableFromInline let mask: Int
  @usableFromInline let shift: UInt64

  /// A number that no entry has.
  @usableFromInline static let none = UInt16.max

  init(_ entries: [(key: UnsafePointer<UInt8>, number: UInt16)]) {
    var bits: UInt64 = 4
    while 1 << bits < entries.count * 4 { bits += 1 }
    let capacity = 1 << Int(bits)
    slots = .allocate(capacity: capacity)
    slots.initialize(repeating: Slot(key: nil, number: Self.none), count: capacity)
    addressCount = entries.reduce(0) { max($0, Int($1.number) + 1) }
    addresses = .allocate(capacity: max(addressCount, 1))
    addresses.initialize(repeating: nil, count: max(addressCount, 1))
    for entry in entries { addresses[Int(entry.number)] = entry.key }
    mask = capacity - 1
    shift = 64 - bits
    for entry in entries { insert(entry.key, entry.number) }
  }

  func deallocate() {
    slots.deallocate()
    addresses.deallocate()
  }

  /// The address of the string with this number; `nil` when the table has none.
  @inlinable @inline(__always)
  func address(of number: UInt16) -> UnsafePointer<UInt8>? {
    Int(number) < addressCount ? addresses[Int(number)] : nil
  }

  private func insert(_ key: UnsafePointer<UInt8>, _ number: UInt16) {
    var index = home(of: key)
    while let other = slots[index].key {
      if other == key { return }
      index = (index + 1) & mask
    }
    slots[index] = Slot(key: key, number: number)
  }

  @inlinable @inline(__always)
  func home(of key: UnsafePointer<UInt8>) -> Int {
    Int(truncatingIfNeeded: (UInt64(UInt(bitPattern: key)) &* 0x9E37_79B9_7F4A_7C15) &>> shift)
  }

  /// The number of the string at this address, or `none`.
  @inlinable @inline(__always)
  func number(_ key: UnsafePointer<UInt8>) -> UInt16 {
    var index = home(of: key)
    while true {
      let slot = slots[index]
      if slot.key == key { return slot.number }
      if slot.key == nil { return Self.none }
      index = (index &+ 1) & mask
    }
  }
}
