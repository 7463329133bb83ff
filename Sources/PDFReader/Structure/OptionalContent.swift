/// Which layers a reader hides when it opens the file (ISO 32000-1, 8.11).
struct OptionalContent: Sendable {
  /// The groups that are off by default.
  let hiddenGroups: Set<ObjectID>

  private static let mostGroups = 100_000

  init(_ catalog: PDFDictionary, file: PDFFile) {
    guard let properties = file.dictionary(catalog, "OCProperties"),
      let configuration = file.dictionary(properties, "D")
    else {
      hiddenGroups = []
      return
    }
    func groups(_ dictionary: PDFDictionary, _ key: PDFName) -> [ObjectID] {
      (file.array(dictionary, key) ?? []).prefix(Self.mostGroups).compactMap(\.reference)
    }
    var hidden: Set<ObjectID> = []
    if file.name(configuration, "BaseState") == "OFF" {
      hidden.formUnion(groups(properties, "OCGs"))
      hidden.subtract(groups(configuration, "ON"))
    }
    hidden.formUnion(groups(configuration, "OFF"))
    hiddenGroups = hidden
  }
}

extension PDFFile {
  /// Whether what `/OC /name BDC`, or the `OC` of an XObject or annotation, names is shown by default.
  /// - Parameter group: a group or a membership dictionary, or a reference to one; anything else is shown.
  func isShown(optionalContent group: PDFObject?) -> Bool {
    guard let group else { return true }
    let content = optionalContent ?? OptionalContent(catalog, file: self)
    optionalContent = content
    if content.hiddenGroups.isEmpty { return true }
    return isShown(group, content, depth: 0)
  }

  private func isShown(_ group: PDFObject, _ content: OptionalContent, depth: Int) -> Bool {
    if let id = group.reference, content.hiddenGroups.contains(id) { return false }
    guard case .dictionary(let dictionary) = resolve(group), name(dictionary, "Type") == "OCMD" else {
      return true
    }
    if let expression = dictionary["VE"], case .array = resolve(expression) {
      return evaluate(expression, content, depth: depth)
    }
    let listed = dictionary["OCGs"]
    let members = resolve(listed).array ?? listed.map { [$0] } ?? []
    let states = members.prefix(1000).filter { !resolve($0).isNull }.map { group in
      group.reference.map { !content.hiddenGroups.contains($0) } ?? true
    }
    if states.isEmpty { return true }
    return switch name(dictionary, "P") {
    case "AllOn": states.allSatisfy { $0 }
    case "AnyOff": states.contains(false)
    case "AllOff": states.allSatisfy { !$0 }
    default: states.contains(true)
    }
  }

  /// A visibility expression (ISO 32000-1, table 99).
  private func evaluate(_ expression: PDFObject, _ content: OptionalContent, depth: Int) -> Bool {
    guard case .array(let elements) = resolve(expression) else {
      return isShown(expression, content, depth: depth + 1)
    }
    guard depth < 4, let operation = elements.first.flatMap({ resolve($0).name }) else { return true }
    let operands = elements.dropFirst().prefix(16)
    return switch operation {
    case "And": operands.allSatisfy { evaluate($0, content, depth: depth + 1) }
    case "Or": operands.contains { evaluate($0, content, depth: depth + 1) }
    case "Not": !(operands.first.map { evaluate($0, content, depth: depth + 1) } ?? false)
    default: true
    }
  }
}
