/// Every sentence that a user can read, in every language.
///
/// The source is `Catalogue/*.tsv`: `key TAB Chinese TAB English`, gaps written `{name}`, `#` comments.
/// The build embeds the files; they are parsed once, on first use.
public struct Catalogue: Sendable {
  /// The sentences by key, with their gaps.
  public let entries: [String: (zh: String, en: String)]

  /// The catalogue that the build embeds.
  public static let builtIn = Catalogue(tables: EmbeddedText.files.map(\.text))

  /// Parses tables. A line that is not `key TAB zh TAB en` is left out; a test finds it.
  ///
  /// Works on bytes: it is part of every start of the program.
  public init(tables: [String]) {
    var entries: [String: (zh: String, en: String)] = [:]
    entries.reserveCapacity(tables.reduce(0) { $0 + $1.utf8.count } / 100)
    for var table in tables {
      table.withUTF8 { bytes in
        for line in bytes.split(separator: UInt8(ascii: "\n")) where line.first != UInt8(ascii: "#") {
          let fields = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
          guard fields.count == 3 else { continue }
          entries[String(decoding: fields[0], as: UTF8.self)] = (
            Self.unescaped(fields[1]), Self.unescaped(fields[2])
          )
        }
      }
    }
    self.entries = entries
  }

  private static func unescaped(_ field: Slice<UnsafeBufferPointer<UInt8>>) -> String {
    guard field.contains(UInt8(ascii: "\\")) else { return String(decoding: field, as: UTF8.self) }
    var bytes: [UInt8] = []
    var escaped = false
    for byte in field {
      if !escaped, byte == UInt8(ascii: "\\") {
        escaped = true
        continue
      }
      bytes.append(escaped && byte == UInt8(ascii: "n") ? UInt8(ascii: "\n") : byte)
      escaped = false
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The sentence in a language. A key that is not in the catalogue prints as itself, in brackets.
  public func text(_ message: Message, in language: Language) -> String {
    guard let entry = entries[message.key] else { return "[\(message.key)]" }
    return fill(language == .zh ? entry.zh : entry.en, message.arguments, language)
  }

  private func fill(
    _ sentence: String, _ arguments: [String: Message.Argument], _ language: Language
  ) -> String {
    guard sentence.utf8.contains(UInt8(ascii: "{")) else { return sentence }
    var output = ""
    var rest = sentence[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      output += rest[..<open]
      let name = rest[rest.index(after: open)..<close]
      output += arguments[String(name)].map { text(of: $0, in: language) } ?? "{\(name)}"
      rest = rest[rest.index(after: close)...]
    }
    return output + rest
  }

  private func text(of argument: Message.Argument, in language: Language) -> String {
    switch argument {
    case .text(let text): text
    case .message(let message): text(message, in: language)
    case .list(let messages):
      messages.map { text($0, in: language) }.joined(separator: language == .zh ? "；" : "; ")
    }
  }
}

extension Message {
  /// The sentence in a language, from the built-in catalogue.
  public func text(in language: Language) -> String { Catalogue.builtIn.text(self, in: language) }
}
