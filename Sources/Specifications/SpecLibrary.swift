import Archives
import Conformance
import Messages

/// The specs that a program knows by name, and how any spec is read.
public struct SpecLibrary: Sendable {
  /// A spec of the library: its id is the name of its file without the ending.
  public struct Entry: Sendable, Hashable {
    public let id: String
    public let file: String
    public let text: String
  }
  public let entries: [Entry]

  /// The specs that the build embeds, from the package's `specs/` folder.
  public static let builtIn = SpecLibrary(EmbeddedText.files.map { ($0.name, $0.text) })

  /// A library of files: their names and texts.
  public init(_ files: [(name: String, text: String)]) {
    entries = files.filter { $0.name.hasSuffix(".yaml") }.map {
      Entry(id: String($0.name.dropLast(".yaml".count)), file: $0.name, text: $0.text)
    }
  }

  public subscript(id: String) -> Entry? { entries.first { $0.id == id } }

  /// Reads a spec of the library.
  ///
  /// - Throws: `SpecErrors` for an unknown id, or everything that is wrong with the spec.
  public func load(_ id: String, rules: RuleList) throws(SpecErrors) -> Specification {
    guard let entry = self[id] else {
      let known = entries.map(\.id).joined(separator: ", ")
      throw SpecErrors([
        SpecError(
          message: Message("spec.unknownSpec", ["id": .text(id), "known": .text(known)]), file: id, line: nil,
          column: nil, excerpt: nil)
      ])
    }
    return try load(text: entry.text, file: entry.file, rules: rules)
  }

  /// Reads a spec from its text.
  ///
  /// - Parameter file: the name that errors are reported with.
  /// - Throws: `SpecErrors`, with everything that is wrong: nothing of a faulty spec is used.
  public func load(text: String, file: String, rules: RuleList) throws(SpecErrors) -> Specification {
    var chain: [RawSpec] = [try RawSpec(SpecText(text, file: file))]
    while let last = chain.last, let parent = last.extends {
      guard let entry = self[parent.id] else {
        throw SpecErrors([unknownParent(parent.id, last.text.error("spec.unknownSpec", at: parent.mark))])
      }
      if chain.contains(where: { $0.id == parent.id }) {
        throw SpecErrors([last.text.error("spec.cycle", ["id": .text(parent.id)], at: parent.mark)])
      }
      chain.append(try RawSpec(SpecText(entry.text, file: entry.file)))
    }
    return try specification(of: chain, rules: rules)
  }

  private func unknownParent(_ id: String, _ error: SpecError) -> SpecError {
    let known = entries.map(\.id).joined(separator: ", ")
    return SpecError(
      message: Message("spec.unknownSpec", ["id": .text(id), "known": .text(known)]), file: error.file,
      line: error.line, column: error.column, excerpt: error.excerpt)
  }

  /// - Parameter chain: the spec, then what it extends, then what that extends.
  private func specification(of chain: [RawSpec], rules: RuleList) throws(SpecErrors) -> Specification {
    var raw: [RawRequirement] = []
    var errors: [SpecError] = []
    for spec in chain.reversed() {
      for (id, mark) in spec.removed {
        if let index = raw.firstIndex(where: { $0.id == id }) {
          raw.remove(at: index)
        } else {
          errors.append(spec.text.error("spec.removesNothing", ["id": .text(id)], at: mark))
        }
      }
      for requirement in spec.requirements {
        if let index = raw.firstIndex(where: { $0.id == requirement.id }) {
          raw[index] = raw[index].overridden(by: requirement)
        } else {
          raw.append(requirement)
        }
      }
    }
    var builder = RequirementBuilder(rules: rules)
    var requirements: [Requirement] = []
    for requirement in raw {
      if let built = builder.requirement(requirement) { requirements.append(built) }
    }
    errors += builder.errors
    guard errors.isEmpty, let spec = chain.first else { throw SpecErrors(errors) }
    // What a spec extends is part of what it requires, so it is part of its digest.
    let digest = SHA256.hex(Array(chain.map(\.text.text).joined(separator: "\n").utf8))
    return Specification(
      id: spec.id, title: spec.title, source: spec.source, sha256: digest, requirements: requirements)
  }
}
