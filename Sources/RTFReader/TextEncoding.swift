import Charsets

/// What the bytes of text in a face mean.
enum TextEncoding: Equatable {
  case charset(Charset)
  /// A symbol face: every byte stands for a private character.
  case symbol

  /// The encoding of `\fcharset` (RTF 1.9.1, "Font Table"); `nil` for those that depend on the machine.
  init?(fontCharset: Int) {
    if fontCharset == 2 {
      self = .symbol
    } else if let charset = Charset(fontCharset: fontCharset) {
      self = .charset(charset)
    } else {
      return nil
    }
  }

  /// The encoding of a code page; `nil` for one that is not known.
  init?(codePage: Int) {
    if codePage == 42 {
      self = .symbol
    } else if let charset = Charset(codePage: codePage) {
      self = .charset(charset)
    } else {
      return nil
    }
  }

  static let western = TextEncoding.charset(.windows1252)

  var isDoubleByte: Bool {
    switch self {
    case .charset(.gb18030), .charset(.big5), .charset(.shiftJIS), .charset(.eucKR): true
    default: false
    }
  }

  func decode(_ bytes: [UInt8]) -> String {
    switch self {
    case .charset(let charset): charset.decode(bytes)
    case .symbol:
      String(String.UnicodeScalarView(bytes.compactMap { Unicode.Scalar(0xF000 + UInt32($0)) }))
    }
  }

  /// Whether bytes are pairs of a two-byte character set beyond doubt: all that are high come two and two.
  static func arePairs(_ bytes: [UInt8]) -> Bool {
    var isFirst = true
    var sawPair = false
    for byte in bytes {
      if byte < 0x80 {
        if !isFirst { return false }
      } else {
        guard (0xA1...0xFE).contains(byte) else { return false }
        isFirst.toggle()
        sawPair = true
      }
    }
    return isFirst && sawPair
  }
}
