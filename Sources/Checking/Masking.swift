import Conformance
import DocumentModel
import Findings
import Grammars
import Messages

/// Private numbers and addresses that no report may show whole (rules.md §1.7): what rules say is private,
/// and what looks so by itself, wherever another finding quotes it.
struct Masking: Sendable {
  private let isOn: Bool
  /// The stretches that rules ask to have masked, by paragraph; in Unicode scalars of its text.
  private var asked: [Int: [Range<Int>]] = [:]
  /// The words of those stretches, for texts that are no paragraph; the longest first, for one may hold another,
  /// and each once.
  private let values: [String]

  /// Shows everything, as `inspect` does.
  static let nothing = Masking(isOn: false)

  private init(isOn: Bool) {
    self.isOn = isOn
    values = []
  }

  init(of verdicts: [Verdict], in document: Document) {
    isOn = true
    var values: Set<String> = []
    for piece in verdicts.flatMap(\.violations).filter(\.masks).flatMap(\.pieces)
    where document.paragraphs.indices.contains(piece.paragraph) {
      let scalars = Array(document.paragraphs[piece.paragraph].text.unicodeScalars)
      let range = (piece.range ?? 0..<scalars.count).clamped(to: 0..<scalars.count)
      guard !range.isEmpty else { continue }
      asked[piece.paragraph, default: []].append(range)
      // Shorter words, such as 男, stand elsewhere in their own right.
      guard range.count >= 6, values.count < 1_000 else { continue }
      values.insert(String(scalars: scalars[range]))
    }
    self.values = values.sorted { ($1.utf8.count, $0) < ($0.utf8.count, $1) }
  }

  /// What to hide of a paragraph.
  func ranges(in paragraph: Paragraph, at index: Int) -> [Range<Int>] {
    guard isOn else { return [] }
    let own = asked[index] ?? []
    let seen = PrivateData.find(in: paragraph.text).map(\.range)
    return own + seen.filter { range in !own.contains { $0.overlaps(range) } }
  }

  static func masked(_ text: String, _ ranges: [Range<Int>]) -> String { PrivateData.masking(text, ranges) }

  /// The text of a paragraph with all of it hidden.
  func text(of paragraph: Paragraph, at index: Int) -> String {
    let hidden = ranges(in: paragraph, at: index)
    return hidden.isEmpty ? paragraph.text : PrivateData.masking(paragraph.text, hidden)
  }

  /// A text that is no paragraph: words of an element, of a message.
  func text(_ text: String) -> String {
    guard isOn else { return text }
    let masked = values.reduce(text) { text, value in
      text.contains(value) ? text.replacing(value, with: PrivateData.masked(value)) : text
    }
    return PrivateData.masking(masked)
  }

  /// A correction, unless it would print what is masked.
  func fix(_ fix: Fix?) -> Fix? {
    let isPrivate = fix?.edits.contains { edit in
      if case .replaceText(let new, _, _) = edit { text(new) != new } else { false }
    }
    return isPrivate == true ? nil : fix
  }

  /// The same sentence with what fills its gaps masked.
  func message(_ message: Message) -> Message {
    guard isOn, !message.arguments.isEmpty else { return message }
    return Message(message.key, message.arguments.mapValues(argument))
  }

  private func argument(_ argument: Message.Argument) -> Message.Argument {
    switch argument {
    case .text(let text): .text(self.text(text))
    case .message(let inner): .message(message(inner))
    case .list(let inner): .list(inner.map(message))
    }
  }
}
