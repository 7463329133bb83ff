import Messages

/// Why a spec cannot be used, and where to look.
public struct SpecError: Error, Sendable, Hashable {
  /// What is wrong, in words.
  public let message: Message
  /// The name of the file as it was given.
  public let file: String
  /// 1-based; `nil` when no place is to blame.
  public let line: Int?
  /// 1-based, in Unicode scalars.
  public let column: Int?
  /// The line that is to blame, without its line end.
  public let excerpt: String?

  /// `file:3:5: …`, then the line, then a caret below the column.
  public func text(in language: Language) -> String {
    var text = file
    if let line { text += ":\(line)" }
    if let column { text += ":\(column)" }
    text += ": " + message.text(in: language)
    guard let excerpt else { return text }
    text += "\n  " + excerpt
    if let column, column > 0 {
      // Ideographs take two columns of a terminal.
      let before = excerpt.unicodeScalars.prefix(column - 1)
      text +=
        "\n  " + String(repeating: " ", count: before.reduce(0) { $0 + ($1.value < 0x2E80 ? 1 : 2) }) + "^"
    }
    return text
  }
}

/// Everything that is wrong with a spec; nothing of such a spec is used.
public struct SpecErrors: Error, Sendable, Hashable {
  public let errors: [SpecError]

  init(_ errors: [SpecError]) { self.errors = errors }
}
