import Markup

/// A part that is being written: markup in the names that the reader knows, and nothing else of what it was
/// made from.
struct PartText {
  private(set) var bytes: [UInt8] = []
  private var isEmpty = true

  /// The prefix of every namespace, which the root declares.
  private static let prefixes: [UInt8: String] = Dictionary(
    uniqueKeysWithValues: Namespace.allCases.map { ($0.rawValue, "\($0)") })
  private static let declarations: String = {
    var seen: Set<UInt8> = []
    // The first URI of each is the transitional one.
    return Namespace.table.filter { seen.insert($0.id).inserted }
      .map { " xmlns:\(prefixes[$0.id] ?? "")=\"\($0.uri)\"" }.joined()
  }()

  /// The name of an element with its prefix.
  static func tag(_ namespace: UInt8, _ name: String) -> String? {
    prefixes[namespace].map { "\($0):\(name)" }
  }

  mutating func start(_ tag: String, _ attributes: [(name: String, value: Bytes)] = []) {
    write("<\(tag)")
    if isEmpty { write(Self.declarations) }
    isEmpty = false
    for (name, value) in attributes {
      write(" \(name)=\"")
      escape(value)
      write("\"")
    }
    write(">")
  }

  mutating func end(_ tag: String) { write("</\(tag)>") }

  /// An element without content.
  mutating func add(_ tag: String, _ attributes: [(name: String, value: String)]) {
    write("<\(tag)")
    if isEmpty { write(Self.declarations) }
    isEmpty = false
    for (name, value) in attributes {
      write(" \(name)=\"")
      escape(value)
      write("\"")
    }
    write("/>")
  }

  /// Markup that was written by another of these.
  mutating func verbatim(_ text: String) { write(text) }

  mutating func text(_ text: Bytes) { escape(text) }

  mutating func text(_ text: String) { escape(text) }

  private mutating func escape(_ text: String) {
    var text = text
    text.withUTF8 { escape($0) }
  }

  private mutating func escape(_ text: Bytes) {
    for byte in text {
      switch byte {
      case UInt8(ascii: "&"): write("&amp;")
      case UInt8(ascii: "<"): write("&lt;")
      case UInt8(ascii: ">"): write("&gt;")
      case UInt8(ascii: "\""): write("&quot;")
      // Written as they are they would become blanks.
      case 0x09, 0x0A, 0x0D: write("&#\(byte);")
      default: bytes.append(byte)
      }
    }
  }

  private mutating func write(_ text: String) { bytes.append(contentsOf: text.utf8) }
}

/// Base64 (RFC 4648, 4): anything that is no digit of it is passed over.
struct Base64 {
  private(set) var bytes: [UInt8] = []
  private var buffer: UInt32 = 0
  private var count = 0

  mutating func add(_ text: Bytes) {
    for byte in text {
      let digit: UInt8
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): digit = byte - 65
      case UInt8(ascii: "a")...UInt8(ascii: "z"): digit = byte - 71
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = byte + 4
      case UInt8(ascii: "+"): digit = 62
      case UInt8(ascii: "/"): digit = 63
      default: continue
      }
      buffer = buffer << 6 | UInt32(digit)
      count += 6
      if count >= 8 {
        count -= 8
        bytes.append(UInt8(truncatingIfNeeded: buffer >> UInt32(count)))
      }
    }
  }
}
