extension Charset {
  /// The text of bytes. What the charset has no character for becomes U+FFFD; the decoder goes on with the
  /// next byte, and an ASCII byte is never swallowed by a broken code before it.
  public func decode(_ bytes: some Sequence<UInt8>) -> String {
    decodeCounting(bytes).text
  }

  /// The text of bytes that are all characters of the charset; `nil` when any is not.
  public func decodeExactly(_ bytes: some Sequence<UInt8>) -> String? {
    let result = decodeCounting(bytes)
    return result.faults == 0 ? result.text : nil
  }

  /// The text, and how many U+FFFD stand for bytes that are no characters.
  public func decodeCounting(_ bytes: some Sequence<UInt8>) -> (text: String, faults: Int) {
    bytes.withContiguousStorageIfAvailable(decodeBuffer)
      ?? Array(bytes).withUnsafeBufferPointer(decodeBuffer)
  }

  private func decodeBuffer(_ bytes: UnsafeBufferPointer<UInt8>) -> (text: String, faults: Int) {
    if self == .utf8 {
      if let text = String(validating: bytes, as: UTF8.self) { return (text, 0) }
      let text = String(decoding: bytes, as: UTF8.self)
      return (text, max(1, text.unicodeScalars.lazy.filter { $0 == "\u{FFFD}" }.count))
    }
    var output = ScalarOutput(capacity: bytes.count)
    switch self {
    case .utf8: break
    case .utf16LE: decodeUTF16(bytes, low: 0, into: &output)
    case .utf16BE: decodeUTF16(bytes, low: 1, into: &output)
    case .gb18030: decodeGB18030(bytes, into: &output)
    case .big5: decodePairs(bytes, .big5, into: &output)
    case .eucKR: decodePairs(bytes, .eucKR, into: &output)
    case .shiftJIS: decodeShiftJIS(bytes, into: &output)
    case .eucJP: decodeEUCJP(bytes, into: &output)
    default:
      let half = SingleByteTable.upperHalf(of: self)
      for byte in bytes { output.append(byte < 0x80 ? UInt32(byte) : half[Int(byte) - 0x80]) }
    }
    return (String(decoding: output.bytes, as: UTF8.self), output.faults)
  }

  private func decodeUTF16(
    _ bytes: UnsafeBufferPointer<UInt8>, low: Int, into output: inout ScalarOutput
  ) {
    var at = 0
    func unit(_ at: Int) -> UInt32 { UInt32(bytes[at + low]) | UInt32(bytes[at + 1 - low]) << 8 }
    while at + 1 < bytes.count {
      let value = unit(at)
      at += 2
      switch value {
      case 0xD800..<0xDC00 where at + 1 < bytes.count && (0xDC00..<0xE000).contains(unit(at)):
        output.append(0x10000 + (value & 0x3FF) << 10 + unit(at) & 0x3FF, orFault: false)
        at += 2
      case 0xD800..<0xE000: output.appendFault()
      default: output.append(value, orFault: false)
      }
    }
    if at < bytes.count { output.appendFault() }
  }

  /// Codes of one ASCII byte, or a lead byte from 0x81 and a trail byte.
  private func decodePairs(
    _ bytes: UnsafeBufferPointer<UInt8>, _ table: DoubleByteTable, into output: inout ScalarOutput
  ) {
    var at = 0
    while at < bytes.count {
      let lead = bytes[at]
      at += 1
      guard lead >= 0x80 else {
        output.append(UInt32(lead), orFault: false)
        continue
      }
      guard at < bytes.count, lead > 0x80 else {
        output.appendFault()
        continue
      }
      let value = table.cell(Int(lead), Int(bytes[at]))
      if value != 0 || bytes[at] >= 0x80 { at += 1 }
      output.append(value)
    }
  }

  private func decodeGB18030(_ bytes: UnsafeBufferPointer<UInt8>, into output: inout ScalarOutput) {
    let table = DoubleByteTable.gb18030
    var at = 0
    while at < bytes.count {
      let lead = bytes[at]
      at += 1
      if lead < 0x80 {
        output.append(UInt32(lead), orFault: false)
      } else if lead == 0x80 {
        output.append(0x20AC)  // the euro of code page 936
      } else if at < bytes.count {
        let trail = bytes[at]
        if case 0x30...0x39 = trail, at + 2 < bytes.count {
          let value = GB18030FourByte.scalar(lead, trail, bytes[at + 1], bytes[at + 2])
          if value != 0 { at += 3 }
          output.append(value)
          continue
        }
        let value = table.cell(Int(lead), Int(trail))
        if value != 0 || trail >= 0x80 { at += 1 }
        output.append(value)
      } else {
        output.appendFault()
      }
    }
  }

  private func decodeShiftJIS(_ bytes: UnsafeBufferPointer<UInt8>, into output: inout ScalarOutput) {
    let table = DoubleByteTable.shiftJIS
    var at = 0
    while at < bytes.count {
      let lead = bytes[at]
      at += 1
      switch lead {
      case 0...0x80: output.append(UInt32(lead), orFault: false)
      case 0xA1...0xDF: output.append(0xFF61 + UInt32(lead) - 0xA1)
      case 0xA0, 0xFD...0xFF: output.appendFault()
      default:
        guard at < bytes.count else { return output.appendFault() }
        let value = table.cell(Int(lead), Int(bytes[at]))
        if value != 0 || bytes[at] >= 0x80 { at += 1 }
        output.append(value)
      }
    }
  }

  private func decodeEUCJP(_ bytes: UnsafeBufferPointer<UInt8>, into output: inout ScalarOutput) {
    var at = 0
    while at < bytes.count {
      let lead = bytes[at]
      at += 1
      guard lead >= 0x80 else {
        output.append(UInt32(lead), orFault: false)
        continue
      }
      guard at < bytes.count, bytes[at] >= 0xA1 else {
        output.appendFault()
        continue
      }
      let trail = bytes[at]
      at += 1
      switch lead {
      case 0x8E where trail <= 0xDF: output.append(0xFF61 + UInt32(trail) - 0xA1)
      case 0x8F:  // JIS X 0212, which no table of ours has
        if at < bytes.count, bytes[at] >= 0xA1 { at += 1 }
        output.appendFault()
      default: output.append(DoubleByteTable.scalarOfJIS(row: Int(lead) - 0xA0, cell: Int(trail) - 0xA0))
      }
    }
  }
}

extension DoubleByteTable {
  /// The scalar value at a row and cell of JIS X 0208, counted from 1; 0 for none.
  public static func scalarOfJIS(row: Int, cell: Int) -> UInt32 {
    guard (1...94).contains(row), (1...94).contains(cell) else { return 0 }
    let lead = (row - 1) / 2 + (row <= 62 ? 0x81 : 0xC1)
    let trail = row % 2 == 0 ? cell + 0x9E : cell + (cell < 64 ? 0x3F : 0x40)
    return shiftJIS.cell(lead, trail)
  }
}

/// Collects scalars as UTF-8.
private struct ScalarOutput {
  private(set) var bytes: [UInt8] = []
  private(set) var faults = 0

  init(capacity: Int) { bytes.reserveCapacity(capacity &+ capacity / 2) }

  mutating func appendFault() {
    faults += 1
    bytes.append(contentsOf: [0xEF, 0xBF, 0xBD])
  }

  /// - Parameter orFault: 0 stands for a code without a character; else it is U+0000.
  @inline(__always)
  mutating func append(_ value: UInt32, orFault: Bool = true) {
    if value == 0, orFault { return appendFault() }
    if value < 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: value))
    } else if value < 0x800 {
      bytes.append(0xC0 | UInt8(truncatingIfNeeded: value >> 6))
      bytes.append(0x80 | UInt8(truncatingIfNeeded: value & 0x3F))
    } else if value < 0x10000 {
      bytes.append(0xE0 | UInt8(truncatingIfNeeded: value >> 12))
      bytes.append(0x80 | UInt8(truncatingIfNeeded: value >> 6 & 0x3F))
      bytes.append(0x80 | UInt8(truncatingIfNeeded: value & 0x3F))
    } else {
      bytes.append(0xF0 | UInt8(truncatingIfNeeded: value >> 18 & 7))
      bytes.append(0x80 | UInt8(truncatingIfNeeded: value >> 12 & 0x3F))
      bytes.append(0x80 | UInt8(truncatingIfNeeded: value >> 6 & 0x3F))
      bytes.append(0x80 | UInt8(truncatingIfNeeded: value & 0x3F))
    }
  }
}
