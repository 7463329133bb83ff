import Conformance
import DocumentModel
import Findings
import Grammars
import Messages

extension CleanFileRule.Trace {
  var code: String { "TWIN-clean-\(rawValue)" }

  /// What fills the gaps of the message; `nil` when the file has none of it.
  func evidence(in document: Document) -> [String: Message.Argument]? {
    let residue = document.residue
    switch self {
    case .revision:
      return Self.count(residue.insertions + residue.deletions + residue.moves + residue.formatChanges)
    case .comment: return Self.count(residue.comments)
    // Of the words that lie under a scan TXT-layer speaks.
    case .hidden: return document.pages.contains { $0.text() == .recognised } ? nil : hidden(residue)
    case .author: return list(names(in: document.metadata).map(PrivateData.masked))
    case .manager:
      return list(
        [document.metadata.manager].compactMap { $0 }.filter { !$0.isBlankText }.map(PrivateData.masked))
    case .template:
      guard let template = residue.attachedTemplate, !Self.isStandard(template) else { return nil }
      return list([Self.fileName(template)])
    case .embedded: return list(originals(in: document).map(Self.fileName))
    case .macro: return residue.hasMacros ? [:] : nil
    case .link:
      return list(residue.externalTargets.filter { $0 != residue.attachedTemplate }.map(Self.fileName))
    case .placeholder: return Self.count(residue.placeholders)
    case .script: return Self.count(residue.scripts)
    case .launch: return Self.count(residue.launchActions)
    // Needs a setting of the rule.
    case .crop: return nil
    }
  }

  /// What takes it out of the file. Of the others only a person knows what belongs in their place: hidden text
  /// may be meant to be read, a placeholder to be filled, an embedded file to be published by itself.
  func fix(in document: Document) -> Fix? {
    switch self {
    // The text stays as it is; whether each change was agreed to only its maker knows.
    case .revision: return Fix(safety: .needsReview, edits: [.acceptRevisions])
    case .comment: return Fix(safety: .safe, edits: [.removeComments])
    case .author:
      let metadata = document.metadata
      let named = [(Edit.FileProperty.creator, metadata.creator), (.lastModifiedBy, metadata.lastModifiedBy)]
      let edits = named.compactMap { property, name in
        name.map(PersonName.isLikely) == true ? Edit.clearProperty(property) : nil
      }
      return Fix(safety: .needsReview, edits: edits)
    case .manager: return Fix(safety: .needsReview, edits: [.clearProperty(.manager)])
    case .template: return Fix(safety: .safe, edits: [.detachTemplate])
    // Fields and buttons may need them.
    case .macro: return Fix(safety: .needsReview, edits: [.removeMacros])
    case .hidden, .embedded, .link, .placeholder, .crop, .script, .launch: return nil
    }
  }

  static func count(_ count: Int) -> [String: Message.Argument]? {
    count > 0 ? ["count": .number(count)] : nil
  }

  /// The number of values, and the first three of them.
  private func list(_ values: [String]) -> [String: Message.Argument]? {
    guard !values.isEmpty else { return nil }
    let shown = values.prefix(3).map { Message("typography.name", ["name": .text($0)]) }
    return [
      "count": .number(values.count),
      "values": .message(Message("typography.tally", ["values": .list(shown)])),
    ]
  }

  /// Hidden spaces and marks are habits of programs; hidden words are somebody's.
  private func hidden(_ residue: Residue) -> [String: Message.Argument]? {
    let isSaid = residue.hiddenText.contains { text in
      text.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }
    }
    return isSaid ? Self.count(residue.hiddenRuns) : nil
  }

  /// Only what looks like a person's name: offices and programs may be named.
  private func names(in metadata: Metadata) -> [String] {
    var names: [String] = []
    for name in [metadata.creator, metadata.lastModifiedBy].compactMap({ $0 })
    where PersonName.isLikely(name) && !names.contains(name) {
      names.append(name)
    }
    return names
  }

  /// Embedded files, without those of formulas, which hold nothing but the formula.
  private func originals(in document: Document) -> [String] {
    let objects = document.figures.filter { $0.kind == .ole }
    let formulas = objects.count {
      let program = $0.programID ?? ""
      return program.hasPrefix("Equation") || program.hasPrefix("MathType")
        || program.hasPrefix("KWPS.Equation")
    }
    let binaries = document.residue.embeddedParts.filter { $0.hasSuffix(".bin") }
    let others = document.residue.embeddedParts.filter { !$0.hasSuffix(".bin") }
    return binaries.count > formulas ? others + binaries : others
  }

  /// The templates that Word and WPS attach by themselves.
  private static func isStandard(_ target: String) -> Bool {
    let name = fileName(target).lowercased()
    return name.hasPrefix("normal") || name.hasPrefix("wps") || name.isEmpty
  }

  /// The end of a path: the folders before it are nobody's business, and often hold a name.
  private static func fileName(_ target: String) -> String {
    let end = target.split { $0 == "/" || $0 == "\\" }.last.map(String.init) ?? target
    return end.split(separator: "?").first.map(String.init) ?? end
  }
}

extension String {
  fileprivate var isBlankText: Bool { unicodeScalars.allSatisfy { $0.isBlank || $0.isInvisible } }
}
