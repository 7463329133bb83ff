/// A sentence for people, not yet in any language: a key of the catalogue and what fills its gaps.
///
/// Everything that a user reads is a `Message` until a reporter prints it, so that one catalogue holds
/// every sentence in every language.
public struct Message: Hashable, Sendable {
  /// What fills a gap of a sentence.
  public indirect enum Argument: Hashable, Sendable {
    /// Text that is the same in every language: a quote, a name, a number.
    case text(String)
    /// A phrase of its own.
    case message(Message)
    /// Phrases in a row, parted as the language does.
    case list([Message])
  }

  /// The key in the catalogue, such as `FMT-title-font.failed`.
  public let key: String
  public let arguments: [String: Argument]

  public init(_ key: String, _ arguments: [String: Argument] = [:]) {
    self.key = key
    self.arguments = arguments
  }
}

extension Message.Argument: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral {
  public init(stringLiteral value: String) { self = .text(value) }
  public init(integerLiteral value: Int) { self = .text(String(value)) }
  public static func number(_ value: Int) -> Self { .text(String(value)) }
}

/// A language that messages can be printed in.
public enum Language: String, Sendable, CaseIterable { case zh, en }
