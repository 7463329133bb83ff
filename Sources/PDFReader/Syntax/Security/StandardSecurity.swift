import Archives

/// The standard security handler (ISO 32000-1, 7.6.3; ISO 32000-2, 7.6.4), opened with the empty user password.
struct StandardSecurity: Sendable {
  /// How strings or streams are encrypted.
  enum Method: Sendable { case none, rc4, aes128, aes256 }

  private let key: [UInt8]
  let stringMethod: Method
  let streamMethod: Method
  /// Methods of crypt filters by name, for streams that name one.
  let methods: [PDFName: Method]
  let encryptsMetadata: Bool
  /// What the owner allows (ISO 32000-1, table 22); bits count from 1 there.
  let permissions: Int

  /// - Returns: `nil` when the handler is not known, or the empty password does not open the file.
  init?(_ values: EncryptionValues) {
    guard values.filter == "Standard", (1...5).contains(values.version), values.version != 3,
      (2...6).contains(values.revision)
    else { return nil }
    permissions = values.permissions
    encryptsMetadata = values.encryptsMetadata
    var methods: [PDFName: Method] = ["Identity": .none]
    if values.version < 4 {
      stringMethod = .rc4
      streamMethod = .rc4
    } else {
      for (name, method) in values.cryptFilters { methods[name] = method }
      guard let strings = methods[values.stringFilter], let streams = methods[values.streamFilter] else {
        return nil
      }
      stringMethod = strings
      streamMethod = streams
    }
    if let key = values.revision >= 5 ? PasswordKey.modern(values) : PasswordKey.classic(values) {
      self.methods = methods
      self.key = key
    } else if stringMethod == .none, streamMethod == .none {
      // Only what is attached is locked (ISO 32000-1, 7.6.5.3).
      self.methods = ["Identity": .none]
      key = []
    } else {
      return nil
    }
  }

  func decryptString(_ bytes: [UInt8], of id: ObjectID) -> [UInt8] {
    decrypt(bytes, of: id, by: stringMethod)
  }

  func decrypt(_ bytes: [UInt8], of id: ObjectID, by method: Method) -> [UInt8] {
    switch method {
    case .none: bytes
    case .rc4: RC4.apply(bytes, key: objectKey(id, salted: false))
    case .aes128: unchain(bytes, key: objectKey(id, salted: true))
    case .aes256: unchain(bytes, key: key)
    }
  }

  /// The key of one object (ISO 32000-1, 7.6.2, algorithm 1).
  private func objectKey(_ id: ObjectID, salted: Bool) -> [UInt8] {
    var input = key
    for shift in [0, 8, 16] { input.append(UInt8(truncatingIfNeeded: id.number >> shift)) }
    for shift in [0, 8] { input.append(UInt8(truncatingIfNeeded: id.generation >> shift)) }
    if salted { input += [0x73, 0x41, 0x6C, 0x54] }
    return Array(Digest.md5(input).prefix(min(key.count + 5, 16)))
  }

  /// AES with the vector in front and padding behind (RFC 8018, 6.1.1), which is kept where it is wrong.
  private func unchain(_ bytes: [UInt8], key: [UInt8]) -> [UInt8] {
    guard bytes.count >= 32 else { return [] }
    var result = AES.decrypt(bytes[16...], key: key, vector: Array(bytes[..<16]))
    if let padding = result.last, (1...16).contains(padding) { result.removeLast(Int(padding)) }
    return result
  }
}

/// The values of an encryption dictionary (ISO 32000-1, tables 20, 21 and 25), read and bounded.
struct EncryptionValues {
  var filter: PDFName = ""
  var version = 0
  var revision = 0
  /// In bytes.
  var keyLength = 5
  var owner: [UInt8] = []
  var user: [UInt8] = []
  var userEncrypted: [UInt8] = []
  var ownerEncrypted: [UInt8] = []
  var permissions = 0
  var encryptsMetadata = true
  var fileID: [UInt8] = []
  var cryptFilters: [(PDFName, StandardSecurity.Method)] = []
  var stringFilter: PDFName = "Identity"
  var streamFilter: PDFName = "Identity"
}

extension EncryptionValues {
  init(_ dictionary: PDFDictionary, file: PDFFile) {
    filter = file.name(dictionary, "Filter") ?? ""
    version = file.integer(dictionary, "V") ?? 0
    revision = file.integer(dictionary, "R") ?? 0
    owner = file.string(dictionary, "O") ?? []
    user = file.string(dictionary, "U") ?? []
    userEncrypted = file.string(dictionary, "UE") ?? []
    ownerEncrypted = file.string(dictionary, "OE") ?? []
    permissions = file.integer(dictionary, "P") ?? 0
    encryptsMetadata = file.boolean(dictionary, "EncryptMetadata") ?? true
    stringFilter = file.name(dictionary, "StrF") ?? "Identity"
    streamFilter = file.name(dictionary, "StmF") ?? "Identity"
    fileID = file.resolve(file.array(file.trailer, "ID")?.first).string ?? []
    var length = file.integer(dictionary, "Length")
    for (name, value) in file.dictionary(dictionary, "CF")?.entries.prefix(64) ?? [] {
      guard let filter = file.resolve(value).dictionary else { continue }
      switch file.name(filter, "CFM") {
      case "V2": cryptFilters.append((name, .rc4))
      case "AESV2": cryptFilters.append((name, .aes128))
      case "AESV3": cryptFilters.append((name, .aes256))
      case "None", nil: cryptFilters.append((name, .none))
      default: continue
      }
      if name == streamFilter, length == nil { length = file.integer(filter, "Length") }
    }
    // In bits; some producers count bytes.
    let bits = length.map { $0 < 40 ? $0 &* 8 : $0 } ?? (version >= 4 ? 128 : 40)
    keyLength = revision == 2 ? 5 : min(max(bits / 8, 5), 16)
  }
}
