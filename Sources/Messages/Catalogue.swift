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
  public init(tables: [String]) {
    var entries: [String: (zh: String, en: String)] = [:]
    for line in tables.lazy.flatMap({ $0.split(separator: "\n") }) where !line.hasPrefix("#") {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard fields.count == 3 else { continue }
      entries[String(fields[0])] = (Self.unescaped(fields[1]), Self.unescaped(fields[2]))
    }
    self.entries = entries
  }

  private static func unescaped(_ field: Substring) -> String {
    var text = ""
    var escaped = false
    for character in field {
      if escaped {
        text.append(character == "n" ? "\n" : character)
        escaped = false
      } else if character == "\\" {
        escaped = true
      } else {
        text.append(character)
      }
    }
    return text
  }

  /// The sentence in a language. A key that is not in the catalogue prints as itself, in brackets.
  public func text(_ message: Message, in language: Language) -> String {
    guard let entry = entries[message.key] else { return "[\(message.key)]" }
    return fill(language == .zh ? entry.zh : entry.en, message.arguments, language)
  }

  private func fill(
    _ sentence: String, _ arguments: [String: Message.Argument], _ language: Language
  ) -> String {
    guard sentence.contains("{") else { return sentence }
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
