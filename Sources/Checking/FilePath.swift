/// The path of a file, in the bytes that the system knows it by: names need not be UTF-8.
public struct FilePath: Hashable, Sendable, Comparable {
  public let bytes: [UInt8]

  public init(bytes: [UInt8]) { self.bytes = bytes }

  /// From an argument made by `argument(from:)`.
  public init(_ argument: String) {
    var bytes: [UInt8] = []
    for scalar in argument.unicodeScalars {
      if let byte = Self.byte(of: scalar) {
        bytes.append(byte)
      } else {
        bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      }
    }
    self.bytes = bytes
  }

  /// Bytes as a string that `init(_:)` turns back into the same bytes: a byte that is no UTF-8 becomes a
  /// private character (U+10FF00 and up), since strings cannot hold it.
  public static func argument(from bytes: some Sequence<UInt8>) -> String {
    var text = String.UnicodeScalarView()
    decode(Array(bytes)) { piece in
      switch piece {
      case .scalar(let scalar): text.append(scalar)
      case .byte(let byte): if let scalar = Unicode.Scalar(0x10_FF00 + UInt32(byte)) { text.append(scalar) }
      }
    }
    return String(text)
  }

  private static func byte(of scalar: Unicode.Scalar) -> UInt8? {
    (0x10_FF80...0x10_FFFF).contains(scalar.value) ? UInt8(truncatingIfNeeded: scalar.value) : nil
  }

  /// The path for people and reports: a byte that is no UTF-8 as `\xNN`.
  public var text: String {
    var text = ""
    Self.decode(bytes) { piece in
      switch piece {
      case .scalar(let scalar): text.unicodeScalars.append(scalar)
      case .byte(let byte): text += "\\x" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }
    }
    return text
  }

  private enum Piece {
    case scalar(Unicode.Scalar)
    case byte(UInt8)
  }

  /// Walks over UTF-8, giving back the bytes that are none.
  private static func decode(_ bytes: [UInt8], _ body: (Piece) -> Void) {
    var rest = bytes[...]
    while let first = rest.first {
      let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
      let candidate = rest.prefix(length)
      if let text = String(validating: candidate, as: UTF8.self), let scalar = text.unicodeScalars.first {
        body(.scalar(scalar))
        rest = rest.dropFirst(length)
      } else {
        body(.byte(first))
        rest = rest.dropFirst()
      }
    }
  }

  /// The last component.
  public var name: ArraySlice<UInt8> {
    guard let slash = bytes.lastIndex(of: 0x2F) else { return bytes[...] }
    return bytes[(slash + 1)...]
  }

  /// What follows the last dot of the name, in lower case; empty without one.
  public var fileExtension: String {
    guard let dot = name.lastIndex(of: 0x2E), dot > name.startIndex else { return "" }
    return String(decoding: name[(dot + 1)...], as: UTF8.self).lowercased()
  }

  /// A file inside this folder.
  public func appending(_ name: [UInt8]) -> FilePath {
    FilePath(bytes: bytes.last == 0x2F ? bytes + name : bytes + [0x2F] + name)
  }

  public static func < (a: FilePath, b: FilePath) -> Bool { a.bytes.lexicographicallyPrecedes(b.bytes) }

  /// Calls with the path as C wants it; a path with a NUL is none.
  func withCString<Result>(_ body: (UnsafePointer<CChar>) -> Result) -> Result? {
    guard !bytes.isEmpty, !bytes.contains(0) else { return nil }
    return (bytes + [0]).withUnsafeBufferPointer { buffer in
      buffer.withMemoryRebound(to: CChar.self) { $0.baseAddress.map(body) }
    }
  }
}
