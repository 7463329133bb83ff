import Messages
import Yams

/// The text of a spec with its YAML, and the errors that point into it.
struct SpecText {
  let file: String
  let text: String
  let root: Node.Mapping

  /// The longest text that is read, in bytes: the built-in specs are a tenth of it.
  private static let longest = 1 << 20
  /// YAML is composed recursively, so nesting is bounded before it starts.
  private static let deepest = 64

  init(_ text: String, file: String) throws(SpecErrors) {
    self.file = file
    self.text = text
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let error = { (key: String, mark: Mark?) in
      SpecErrors([Self.error(Message(key), file: file, lines: lines, mark: mark)])
    }
    guard text.utf8.count <= Self.longest else { throw error("spec.tooLong", nil) }
    guard !Self.isTooDeep(text) else { throw error("spec.tooDeep", nil) }
    let node: Node?
    do {
      // The encoding is named so that no variable of the environment is asked for it.
      node = try Yams.compose(yaml: text, .basic, .default, .utf8)
    } catch let yaml as YamlError {
      throw SpecErrors([Self.error(of: yaml, file: file, lines: lines)])
    } catch {
      throw SpecErrors([
        Self.error(Message("spec.yaml", ["problem": .text("\(error)")]), file: file, lines: lines, mark: nil)
      ])
    }
    guard let mapping = node?.mapping else { throw error("spec.noMapping", node?.mark) }
    root = mapping
  }

  /// An over-cautious count: brackets in quotes count as well, and a spec nests three deep.
  private static func isTooDeep(_ text: String) -> Bool {
    var brackets = 0
    var dashes = 0
    var indent = 0
    var isIndent = true
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\n"):
        dashes = 0
        indent = 0
        isIndent = true
        continue
      case UInt8(ascii: " "): if isIndent { indent += 1 }
      case UInt8(ascii: "["), UInt8(ascii: "{"): brackets += 1
      case UInt8(ascii: "]"), UInt8(ascii: "}"): brackets = max(0, brackets - 1)
      case UInt8(ascii: "-"), UInt8(ascii: "?"): dashes += 1
      default: break
      }
      if byte != UInt8(ascii: " ") { isIndent = false }
      if brackets > deepest || dashes > deepest * 2 || indent > deepest * 4 { return true }
    }
    return false
  }

  func error(_ key: String, _ arguments: [String: Message.Argument] = [:], at mark: Mark?) -> SpecError {
    Self.error(
      Message(key, arguments), file: file,
      lines: text.split(separator: "\n", omittingEmptySubsequences: false),
      mark: mark)
  }

  private static func error(_ message: Message, file: String, lines: [Substring], mark: Mark?) -> SpecError {
    guard let mark, lines.indices.contains(mark.line - 1) else {
      return SpecError(message: message, file: file, line: nil, column: nil, excerpt: nil)
    }
    let line = lines[mark.line - 1]
    let shown = line.last == "\r" ? line.dropLast() : line
    return SpecError(
      message: message, file: file, line: mark.line, column: mark.column, excerpt: String(shown.prefix(160)))
  }

  private static func error(of yaml: YamlError, file: String, lines: [Substring]) -> SpecError {
    switch yaml {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      return error(Message("spec.yaml", ["problem": .text(problem)]), file: file, lines: lines, mark: mark)
    case .duplicatedKeysInMapping(let duplicates, let context):
      let keys = duplicates.joined(separator: ", ")
      return error(
        Message("spec.duplicateKey", ["key": .text(keys)]), file: file, lines: lines, mark: context.mark)
    case .reader(let problem, _, _, _):
      return error(Message("spec.yaml", ["problem": .text(problem)]), file: file, lines: lines, mark: nil)
    default:
      return error(Message("spec.yaml", ["problem": .text("\(yaml)")]), file: file, lines: lines, mark: nil)
    }
  }
}

extension Node.Mapping {
  /// The value of a key, found by the key's text: equality of nodes would work out what else either may be.
  func value(_ key: String) -> Node? { first { $0.key.string == key }?.value }
}

/// The candidate that a misspelt word most likely means; `nil` when none is near.
func nearest(_ word: String, in candidates: [String]) -> String? {
  let limit = max(2, word.count / 3)
  return candidates.map { ($0, distance(word, $0)) }.filter { $0.1 <= limit }.min { $0.1 < $1.1 }?.0
}

/// The Levenshtein distance.
private func distance(_ a: String, _ b: String) -> Int {
  let a = Array(a.lowercased().prefix(64))
  let b = Array(b.lowercased().prefix(64))
  var row = Array(0...b.count)
  for (i, x) in a.enumerated() {
    var diagonal = row[0]
    row[0] = i + 1
    for (j, y) in b.enumerated() {
      let above = row[j + 1]
      row[j + 1] = min(above + 1, row[j] + 1, diagonal + (x == y ? 0 : 1))
      diagonal = above
    }
  }
  return row[b.count]
}
