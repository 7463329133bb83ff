/// A copy of the part with a zero byte behind it, which libxml2 needs to see the end.
final class Scratch {
  private static let kept = 4 << 20
  private var memory = UnsafeMutablePointer<UInt8>.allocate(capacity: 64 << 10)
  private var capacity = 64 << 10

  /// The copy, without the zero byte.
  func hold(_ bytes: UnsafeRawBufferPointer) -> UnsafeMutableRawBufferPointer {
    if bytes.count >= capacity { resize(bytes.count + bytes.count / 4 + 1) }
    let copy = UnsafeMutableRawBufferPointer(start: memory, count: bytes.count)
    copy.copyMemory(from: bytes)
    memory[bytes.count] = 0
    return copy
  }

  /// Gives memory back after an exceptionally large part.
  func trim() {
    if capacity > Self.kept { resize(64 << 10) }
  }

  private func resize(_ count: Int) {
    memory.deallocate()
    memory = .allocate(capacity: count)
    capacity = count
  }

  deinit { memory.deallocate() }
}
