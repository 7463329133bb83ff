import Archives

/// The file's key from the empty user password.
enum PasswordKey {
  /// What fills up a password (ISO 32000-1, 7.6.3.3, algorithm 2, step a).
  private static let padding: [UInt8] = [
    0x28, 0xBF, 0x4E, 0x5E, 0x4E, 0x75, 0x8A, 0x41, 0x64, 0x00, 0x4E, 0x56, 0xFF, 0xFA, 0x01, 0x08,
    0x2E, 0x2E, 0x00, 0xB6, 0xD0, 0x68, 0x3E, 0x80, 0x2F, 0x0C, 0xA9, 0xFE, 0x64, 0x53, 0x69, 0x7A,
  ]

  /// Revisions 2 to 4 (ISO 32000-1, 7.6.3.3, algorithm 2), tested against `U` (algorithm 6).
  static func classic(_ values: EncryptionValues) -> [UInt8]? {
    var input = padding + values.owner.prefix(32)
    for shift in [0, 8, 16, 24] { input.append(UInt8(truncatingIfNeeded: values.permissions >> shift)) }
    input += values.fileID
    if values.revision >= 4, !values.encryptsMetadata { input += [0xFF, 0xFF, 0xFF, 0xFF] }
    var key = Digest.md5(input)
    if values.revision >= 3 { for _ in 0..<50 { key = Digest.md5(Array(key.prefix(values.keyLength))) } }
    key = Array(key.prefix(values.keyLength))

    if values.revision == 2 {
      return RC4.apply(padding, key: key) == Array(values.user.prefix(32)) ? key : nil
    }
    var check = Digest.md5(padding + values.fileID)
    for round in 0..<20 { check = RC4.apply(check, key: key.map { $0 ^ UInt8(round) }) }
    return check == Array(values.user.prefix(16)) ? key : nil
  }

  /// Revisions 5 and 6 (ISO 32000-2, 7.6.4.3.3, algorithm 2.A): the empty password may be the user's or the
  /// owner's.
  static func modern(_ values: EncryptionValues) -> [UInt8]? {
    let user = values.user
    guard user.count >= 48, values.userEncrypted.count >= 32 else { return nil }
    if let key = key(user, values.userEncrypted, userData: [], revision: values.revision) { return key }
    guard values.owner.count >= 48, values.ownerEncrypted.count >= 32 else { return nil }
    return key(values.owner, values.ownerEncrypted, userData: Array(user[..<48]), revision: values.revision)
  }

  /// The key out of `U` and `UE`, or `O` and `OE`, which have at least 48 and 32 bytes; `nil` when the empty
  /// password is not theirs.
  private static func key(
    _ check: [UInt8], _ encrypted: [UInt8], userData: [UInt8], revision: Int
  ) -> [UInt8]? {
    func hash(_ salt: ArraySlice<UInt8>) -> [UInt8] {
      revision == 5
        ? Digest.sha256(Array(salt) + userData) : hardened(salt: Array(salt), userData: userData)
    }
    guard hash(check[32..<40]) == Array(check[..<32]) else { return nil }
    return AES.decrypt(
      encrypted[..<32], key: hash(check[40..<48]), vector: [UInt8](repeating: 0, count: 16))
  }

  /// The slow hash of revision 6 for the empty password (ISO 32000-2, 7.6.4.3.4, algorithm 2.B).
  private static func hardened(salt: [UInt8], userData: [UInt8]) -> [UInt8] {
    var key = Digest.sha256(salt + userData)
    var round = 0
    while true {
      let input = Array(repeatElement(key + userData, count: 64).joined())
      let encrypted = AES.encrypt128(input, key: Array(key[..<16]), vector: Array(key[16..<32]))
      switch encrypted.prefix(16).reduce(0, { $0 + Int($1) }) % 3 {
      case 0: key = Digest.sha256(encrypted)
      case 1: key = Digest.sha384(encrypted)
      default: key = Digest.sha512(encrypted)
      }
      round += 1
      // The last byte decides, and at most 255 rounds beyond 64 are possible.
      if round >= 64, Int(encrypted.last ?? 0) <= round - 32 { return Array(key[..<32]) }
    }
  }
}
