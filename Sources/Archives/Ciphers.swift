import CNettle

/// Digests of the system's crypto library, as the security of documents needs them.
public enum Digest {
  public static func md5(_ bytes: [UInt8]) -> [UInt8] {
    var context = md5_ctx()
    nettle_md5_init(&context)
    nettle_md5_update(&context, bytes.count, bytes)
    return digest(16) { nettle_md5_digest(&context, $0, $1) }
  }

  public static func sha256(_ bytes: [UInt8]) -> [UInt8] {
    var context = sha256_ctx()
    nettle_sha256_init(&context)
    nettle_sha256_update(&context, bytes.count, bytes)
    return digest(32) { nettle_sha256_digest(&context, $0, $1) }
  }

  public static func sha384(_ bytes: [UInt8]) -> [UInt8] {
    var context = sha512_ctx()
    nettle_sha384_init(&context)
    nettle_sha512_update(&context, bytes.count, bytes)
    return digest(48) { nettle_sha384_digest(&context, $0, $1) }
  }

  public static func sha512(_ bytes: [UInt8]) -> [UInt8] {
    var context = sha512_ctx()
    nettle_sha512_init(&context)
    nettle_sha512_update(&context, bytes.count, bytes)
    return digest(64) { nettle_sha512_digest(&context, $0, $1) }
  }

  private static func digest(
    _ count: Int, _ write: (Int, UnsafeMutablePointer<UInt8>?) -> Void
  ) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
      write(count, buffer.baseAddress)
      initialized = count
    }
  }
}

/// RC4, which old documents are encrypted with.
public enum RC4 {
  /// Encrypts or decrypts, which is the same.
  /// - Parameter key: 1 to 256 bytes; with any other key nothing is done.
  public static func apply(_ bytes: [UInt8], key: [UInt8]) -> [UInt8] {
    guard (1...256).contains(key.count) else { return bytes }
    var context = arcfour_ctx()
    nettle_arcfour_set_key(&context, key.count, key)
    var result = bytes
    nettle_arcfour_crypt(&context, bytes.count, &result, bytes)
    return result
  }
}

/// AES in cipher block chaining mode (NIST SP 800-38A, 6.2), with keys of 16 or 32 bytes.
public enum AES {
  private static let block = 16

  /// Decrypts whole blocks; what is left over at the end is dropped.
  /// - Returns: empty when key or vector have an impossible size.
  public static func decrypt(_ bytes: ArraySlice<UInt8>, key: [UInt8], vector: [UInt8]) -> [UInt8] {
    let source = Array(bytes.prefix(bytes.count / block * block))
    guard vector.count == block, !source.isEmpty else { return [] }
    var result = [UInt8](repeating: 0, count: source.count)
    switch key.count {
    case 16:
      var context = aes128_ctx()
      nettle_aes128_set_decrypt_key(&context, key)
      nettle_aes128_decrypt(&context, source.count, &result, source)
    case 32:
      var context = aes256_ctx()
      nettle_aes256_set_decrypt_key(&context, key)
      nettle_aes256_decrypt(&context, source.count, &result, source)
    default: return []
    }
    for index in 0..<block { result[index] ^= vector[index] }
    for index in stride(from: block, to: source.count, by: 1) { result[index] ^= source[index - block] }
    return result
  }

  /// Encrypts whole blocks with a key of 16 bytes.
  public static func encrypt128(_ bytes: [UInt8], key: [UInt8], vector: [UInt8]) -> [UInt8] {
    guard key.count == block, vector.count == block else { return [] }
    var context = aes128_ctx()
    nettle_aes128_set_encrypt_key(&context, key)
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var previous = vector
    var mixed = vector
    for start in stride(from: 0, to: bytes.count / block * block, by: block) {
      for index in 0..<block { mixed[index] = bytes[start + index] ^ previous[index] }
      nettle_aes128_encrypt(&context, block, &previous, mixed)
      result += previous
    }
    return result
  }
}
