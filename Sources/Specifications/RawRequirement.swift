import Messages
import Yams

/// A requirement as its lines say, each value with the text that it stands in.
struct RawRequirement {
  struct Entry {
    let key: String
    let keyMark: Mark?
    let value: Node
    let text: SpecText
  }
  let id: String
  var entries: [Entry]
  /// Where the requirement begins.
  let mark: Mark?
  let text: SpecText

  /// The keys that every requirement may have; all others are settings of its rule.
  static let commonKeys = ["id", "clause", "quote", "on", "severity", "rule", "code", "title", "unchecked"]

  subscript(key: String) -> Entry? { entries.first { $0.key == key } }

  /// The requirement with the keys of another put over its own.
  ///
  /// A requirement that turns to another rule, or to none, keeps nothing of what the old one was told.
  func overridden(by other: RawRequirement) -> RawRequirement {
    var merged = self
    if other["rule"] != nil || other["unchecked"] != nil {
      let kept = ["id", "clause", "quote", "on", "severity"]
      merged.entries.removeAll { !kept.contains($0.key) }
    }
    for entry in other.entries {
      if let index = merged.entries.firstIndex(where: { $0.key == entry.key }) {
        merged.entries[index] = entry
      } else {
        merged.entries.append(entry)
      }
    }
    return RawRequirement(id: id, entries: merged.entries, mark: other.mark, text: other.text)
  }
}

/// A spec whose lines are gathered, before any of them is understood.
struct RawSpec {
  var id = ""
  var title = ""
  var source = ""
  var extends: (id: String, mark: Mark?)?
  var removed: [(id: String, mark: Mark?)] = []
  var requirements: [RawRequirement] = []
  let text: SpecText

  private static let keys = ["id", "title", "source", "extends", "remove", "requirements"]

  init(_ text: SpecText) throws(SpecErrors) {
    self.text = text
    var errors: [SpecError] = []
    let required = ["id", "title", "source", "requirements"]
    for key in required where text.root.value(key) == nil {
      errors.append(text.error("spec.missingKey", ["key": .text(key)], at: text.root.mark))
    }
    for (keyNode, value) in text.root {
      let key = keyNode.string ?? ""
      switch key {
      case "id": id = Self.string(value, key, text, &errors)
      case "title": title = Self.string(value, key, text, &errors)
      case "source": source = Self.string(value, key, text, &errors)
      case "extends": extends = (Self.string(value, key, text, &errors), value.mark)
      case "remove": removed = Self.strings(value, key, text, &errors)
      case "requirements": requirements = Self.requirements(value, text, &errors)
      default: errors.append(text.unknownKey(key, Self.keys, at: keyNode.mark))
      }
    }
    if !errors.isEmpty { throw SpecErrors(errors) }
  }

  static func string(_ node: Node, _ key: String, _ text: SpecText, _ errors: inout [SpecError]) -> String {
    if let string = node.string, !string.isEmpty, node.null == nil { return string }
    errors.append(text.error("spec.notText", ["key": .text(key)], at: node.mark))
    return ""
  }

  /// One text, or a list of texts.
  static func strings(
    _ node: Node, _ key: String, _ text: SpecText, _ errors: inout [SpecError]
  ) -> [(id: String, mark: Mark?)] {
    if let sequence = node.sequence {
      return sequence.map { (string($0, key, text, &errors), $0.mark) }
    }
    return [(string(node, key, text, &errors), node.mark)]
  }

  private static func requirements(
    _ node: Node, _ text: SpecText, _ errors: inout [SpecError]
  ) -> [RawRequirement] {
    guard let sequence = node.sequence else {
      errors.append(text.error("spec.notList", ["key": "requirements"], at: node.mark))
      return []
    }
    var requirements: [RawRequirement] = []
    var ids: Set<String> = []
    for node in sequence {
      guard let mapping = node.mapping else {
        errors.append(text.error("spec.notRequirement", at: node.mark))
        continue
      }
      guard let idNode = mapping.value("id") else {
        errors.append(text.error("spec.missingKey", ["key": "id"], at: node.mark))
        continue
      }
      let id = string(idNode, "id", text, &errors)
      if !ids.insert(id).inserted {
        errors.append(text.error("spec.duplicateID", ["id": .text(id)], at: idNode.mark))
      }
      let entries = mapping.map {
        RawRequirement.Entry(key: $0.key.string ?? "", keyMark: $0.key.mark, value: $0.value, text: text)
      }
      requirements.append(RawRequirement(id: id, entries: entries, mark: node.mark, text: text))
    }
    return requirements
  }
}

extension SpecText {
  func unknownKey(_ key: String, _ known: [String], at mark: Mark?) -> SpecError {
    if let meant = nearest(key, in: known) {
      return error("spec.unknownKeyMeant", ["key": .text(key), "meant": .text(meant)], at: mark)
    }
    return error(
      "spec.unknownKey", ["key": .text(key), "known": .text(known.joined(separator: ", "))], at: mark)
  }
}
