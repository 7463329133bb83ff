import Charsets

/// Cuts shown strings of a composite font into codes (ISO 32000-1, 9.7.6.2).
struct CodeReader: Sendable {
  /// How many bytes a code has by its first byte; 0 where more bytes decide.
  private var lengths: [UInt8]
  /// Asked where the first byte does not decide.
  private var spaces: [CMap.CodeSpace] = []
  private var isTwoByte = false
  private var isGB18030 = false

  /// Codes of two bytes.
  static let twoByte: CodeReader = {
    var reader = CodeReader(lengths: [UInt8](repeating: 2, count: 256))
    reader.isTwoByte = true
    return reader
  }()

  private init(lengths: [UInt8]) { self.lengths = lengths }

  init(_ coding: PredefinedCMap.Coding) {
    switch coding {
    case .identity, .sevenBit: self = .twoByte
    case .utf32: lengths = [UInt8](repeating: 4, count: 256)
    case .utf16: lengths = (0..<256).map { (0xD8..<0xDC).contains($0) ? 4 : 2 }
    case .utf8: lengths = (0..<256).map { $0 < 0xC0 ? 1 : $0 < 0xE0 ? 2 : $0 < 0xF0 ? 3 : 4 }
    case .eucJP: lengths = (0..<256).map { $0 <= 0x80 ? 1 : 2 }
    case .doubleByte(let table):
      let isJIS = table === DoubleByteTable.shiftJIS
      lengths = (0..<256).map { lead in
        lead <= 0x80 || lead == 0xFF || (isJIS && (0xA0..<0xE0).contains(lead)) ? 1 : 2
      }
      isGB18030 = table === DoubleByteTable.gb18030
      if isGB18030 { for lead in 0x81...0xFE { lengths[lead] = 0 } }
    }
  }

  /// Of an embedded CMap.
  init(_ spaces: [CMap.CodeSpace]) {
    guard !spaces.isEmpty else {
      self = .twoByte
      return
    }
    let shortest = spaces.map(\.length).min() ?? 1
    lengths = (0..<256).map { lead in
      var lengths = Set<Int>()
      for space in spaces {
        let shift = UInt32(space.length - 1) * 8
        if lead >= space.low >> shift & 0xFF, lead <= space.high >> shift & 0xFF {
          lengths.insert(space.length)
        }
      }
      return UInt8(lengths.count == 1 ? lengths.first ?? shortest : lengths.isEmpty ? shortest : 0)
    }
    isTwoByte = lengths.allSatisfy { $0 == 2 }
    self.spaces = spaces
  }

  /// The code at an offset within the bytes; a code that the string breaks off in has the bytes that are left.
  @inline(__always)
  func read(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> (code: UInt32, length: Int) {
    let lead = bytes[offset]
    if isTwoByte, offset &+ 1 < bytes.count {
      return (UInt32(lead) << 8 | UInt32(bytes[offset &+ 1]), 2)
    }
    return readSlowly(bytes, at: offset)
  }

  @inline(never)
  private func readSlowly(
    _ bytes: UnsafeBufferPointer<UInt8>, at offset: Int
  ) -> (code: UInt32, length: Int) {
    let left = bytes.count - offset
    var length = Int(lengths[Int(bytes[offset])])
    if length == 0 {
      if isGB18030 {
        length = left > 1 && (0x30...0x39).contains(bytes[offset + 1]) ? 4 : 2
      } else {
        length = lengthBySpaces(bytes, at: offset)
      }
    }
    length = min(length, left)
    var code: UInt32 = 0
    for index in 0..<length { code = code << 8 | UInt32(bytes[offset + index]) }
    return (code, length)
  }

  private func lengthBySpaces(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> Int {
    var code: UInt32 = 0
    for length in 1...4 where offset + length <= bytes.count {
      code = code << 8 | UInt32(bytes[offset + length - 1])
      if spaces.contains(where: { $0.contains(code, length: length) }) { return length }
    }
    return 1
  }
}
