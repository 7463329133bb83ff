/// Room for the text of one paragraph in UTF-8, kept from paragraph to paragraph.
///
/// Growing and checking byte by byte would cost more than everything else that is done to a character.
final class TextBuffer {
  private var room: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  private(set) var count = 0

  init(capacity: Int = 4_096) {
    self.capacity = capacity
    room = .allocate(capacity: capacity)
  }

  deinit { room.deallocate() }

  func removeAll() { count = 0 }

  func reserve(_ more: Int) {
    guard count + more > capacity else { return }
    let larger = max(capacity * 2, count + more)
    let moved = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
    moved.update(from: room, count: count)
    room.deallocate()
    room = moved
    capacity = larger
  }

  /// Adds text in UTF-16; a surrogate alone becomes U+FFFD. Control characters are dropped but for tab and
  /// line feed; a line break (vertical tab) is written as a line feed.
  func append(_ units: UnsafeBufferPointer<UInt16>) {
    reserve(units.count * 3)
    var end = count
    let room = room
    var index = 0
    while index < units.count {
      let unit = units[index]
      index &+= 1
      if unit >= 0x800, unit < 0xD800 || unit > 0xDFFF {
        room[end] = 0xE0 | UInt8(truncatingIfNeeded: unit >> 12)
        room[end &+ 1] = 0x80 | UInt8(truncatingIfNeeded: unit >> 6) & 0x3F
        room[end &+ 2] = 0x80 | UInt8(truncatingIfNeeded: unit) & 0x3F
        end &+= 3
      } else if unit < 0x80 {
        if unit < 0x20, unit != 9, unit != 10 {
          if unit != 0x0B { continue }
          room[end] = 10
        } else {
          room[end] = UInt8(truncatingIfNeeded: unit)
        }
        end &+= 1
      } else if unit < 0x800 {
        room[end] = 0xC0 | UInt8(truncatingIfNeeded: unit >> 6)
        room[end &+ 1] = 0x80 | UInt8(truncatingIfNeeded: unit) & 0x3F
        end &+= 2
      } else {
        end &+= surrogate(unit, index < units.count ? units[index] : 0, at: end, &index)
      }
    }
    count = end
  }

  private func surrogate(_ high: UInt16, _ low: UInt16, at end: Int, _ index: inout Int) -> Int {
    guard high < 0xDC00, low & 0xFC00 == 0xDC00 else {
      (room[end], room[end + 1], room[end + 2]) = (0xEF, 0xBF, 0xBD)
      return 3
    }
    index += 1
    let scalar = 0x1_0000 + (UInt32(high & 0x3FF) << 10 | UInt32(low & 0x3FF))
    // Two units reserved six bytes.
    room[end] = 0xF0 | UInt8(truncatingIfNeeded: scalar >> 18)
    room[end + 1] = 0x80 | UInt8(truncatingIfNeeded: scalar >> 12) & 0x3F
    room[end + 2] = 0x80 | UInt8(truncatingIfNeeded: scalar >> 6) & 0x3F
    room[end + 3] = 0x80 | UInt8(truncatingIfNeeded: scalar) & 0x3F
    return 4
  }

  func append(_ unit: UInt16) {
    withUnsafePointer(to: unit) { append(UnsafeBufferPointer(start: $0, count: 1)) }
  }

  /// The text so far.
  var string: String {
    count == 0 ? "" : String(decoding: UnsafeBufferPointer(start: room, count: count), as: UTF8.self)
  }
}
