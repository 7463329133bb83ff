/// A file that opens without a password and forbids printing and copying (ISO 32000-1, 7.6.3, revision 3),
/// ciphered with RC4.
enum OwnerPassword {
  private static let padding: [UInt8] = [
    0x28, 0xBF, 0x4E, 0x5E, 0x4E, 0x75, 0x8A, 0x41, 0x64, 0x00, 0x4E, 0x56, 0xFF, 0xFA, 0x01, 0x08,
    0x2E, 0x2E, 0x00, 0xB6, 0xD0, 0x68, 0x3E, 0x80, 0x2F, 0x0C, 0xA9, 0xFE, 0x64, 0x53, 0x69, 0x7A,
  ]

  /// The `Encrypt` dictionary of a file with an identifier. The owner's entry is made up: nobody has that
  /// password.
  static func dictionary(id: [UInt8]) -> String {
    let key = key(id: id)
    var user = MD5.digest(padding + id)
    for round in 0..<20 { user = rc4(user, key: key.map { $0 ^ UInt8(round) }) }
    user += [UInt8](repeating: 0, count: 16)
    return
      "<< /Filter /Standard /V 2 /R 3 /Length 128 /P \(permissions) /O <\(hex(owner))> /U <\(hex(user))> "
      + ">>"
  }

  private static let permissions = Int32(-3904)
  private static let owner = [UInt8](repeating: 0x5A, count: 32)

  /// The key of the file for the empty password.
  private static func key(id: [UInt8]) -> [UInt8] {
    let bits = UInt32(bitPattern: permissions)
    var key = MD5.digest(
      padding + owner + [0, 8, 16, 24].map { UInt8(truncatingIfNeeded: bits >> UInt32($0)) } + id)
    for _ in 0..<50 { key = MD5.digest(key) }
    return key
  }

  /// A string or a stream of an object of generation 0.
  static func cipher(_ bytes: [UInt8], object: Int, id: [UInt8]) -> [UInt8] {
    let salt = [0, 8, 16].map { UInt8(truncatingIfNeeded: object >> $0) } + [0, 0]
    return rc4(bytes, key: MD5.digest(key(id: id) + salt))
  }

  static func hex(_ bytes: [UInt8]) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16, uppercase: true) }.joined()
  }

  private static func rc4(_ input: [UInt8], key: [UInt8]) -> [UInt8] {
    var state = (0...255).map { UInt8($0) }
    var j = 0
    for i in 0..<256 {
      j = (j + Int(state[i]) + Int(key[i % key.count])) & 255
      state.swapAt(i, j)
    }
    var i = 0
    j = 0
    return input.map { byte in
      i = (i + 1) & 255
      j = (j + Int(state[i])) & 255
      state.swapAt(i, j)
      return byte ^ state[(Int(state[i]) + Int(state[j])) & 255]
    }
  }
}

/// The digest that old security handlers ask for (RFC 1321).
private enum MD5 {
  private static let shifts: [UInt32] = [7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21]

  /// ⌊2³² · |sin(i + 1)|⌋ by a series, so that no library's sine decides.
  private static let sines: [UInt32] = (1...64).map { UInt32(4_294_967_296 * sine(Double($0)).magnitude) }

  private static func sine(_ x: Double) -> Double {
    let x = x - 6.283185307179586476925 * (x / 6.283185307179586476925).rounded()
    var (term, sum) = (x, x)
    for n in 1...20 {
      term *= -x * x / Double(2 * n * (2 * n + 1))
      sum += term
    }
    return sum
  }

  static func digest(_ input: [UInt8]) -> [UInt8] {
    var message = input + [0x80]
    while message.count % 64 != 56 { message.append(0) }
    let bits = UInt64(input.count) * 8
    message += (0..<8).map { UInt8(truncatingIfNeeded: bits >> UInt64(8 * $0)) }
    var state: [UInt32] = [0x6745_2301, 0xEFCD_AB89, 0x98BA_DCFE, 0x1032_5476]
    for start in stride(from: 0, to: message.count, by: 64) {
      let words = (0..<16).map { index in
        (0..<4).reduce(UInt32(0)) { $0 | UInt32(message[start + 4 * index + $1]) << UInt32(8 * $1) }
      }
      var (a, b, c, d) = (state[0], state[1], state[2], state[3])
      for i in 0..<64 {
        let (mix, index): (UInt32, Int) =
          switch i / 16 {
          case 0: (b & c | ~b & d, i)
          case 1: (d & b | ~d & c, (5 * i + 1) % 16)
          case 2: (b ^ c ^ d, (3 * i + 5) % 16)
          default: (c ^ (b | ~d), 7 * i % 16)
          }
        let sum = a &+ mix &+ sines[i] &+ words[index]
        let shift = shifts[i / 16 * 4 + i % 4]
        (a, d, c, b) = (d, c, b, b &+ (sum << shift | sum >> (32 - shift)))
      }
      state = [state[0] &+ a, state[1] &+ b, state[2] &+ c, state[3] &+ d]
    }
    return state.flatMap { word in (0..<4).map { UInt8(truncatingIfNeeded: word >> UInt32(8 * $0)) } }
  }
}
