import DocumentModel

/// Counts what runs when a file is opened or clicked (ISO 32000-1, 12.6), and what it carries along.
struct ActionScan {
  private let file: PDFFile
  private(set) var scripts = 0
  private(set) var launches = 0
  private var seen: Set<ObjectID> = []
  /// Lists that many objects share would multiply.
  private static let mostPending = 100_000
  /// How many objects are still looked at.
  private var budget = 200_000

  init(_ file: PDFFile) { self.file = file }

  /// Looks at an action and those that follow it. A destination, which stands in the same places, is none.
  mutating func action(_ object: PDFObject?) {
    var pending = [object]
    while let next = pending.popLast(), budget > 0 {
      budget -= 1
      if let id = next?.reference, !seen.insert(id).inserted { continue }
      guard case .dictionary(let action) = file.resolve(next) else { continue }
      switch file.name(action, "S") {
      case "JavaScript": scripts += 1
      case "Rendition": if action["JS"] != nil { scripts += 1 }
      case "Launch", "SubmitForm", "ImportData": launches += 1
      default: break
      }
      guard let following = action["Next"], pending.count < Self.mostPending else { continue }
      if case .array(let elements) = file.resolve(following) {
        pending += elements.prefix(1000).map { Optional($0) }
      } else {
        pending.append(following)
      }
    }
  }

  /// The action and the additional actions of a page, annotation, field or catalogue (12.6.3).
  mutating func actions(of owner: PDFDictionary) {
    if let action = owner["A"] { self.action(action) }
    guard let additional = owner["AA"] else { return }
    for entry in file.resolve(additional).dictionary?.entries.prefix(32) ?? [] { action(entry.value) }
  }

  /// What runs when the file is opened; a plain link there, too, leaves the file without being asked.
  mutating func opening(_ catalog: PDFDictionary) {
    if case .dictionary(let action) = file.resolve(catalog["OpenAction"]), file.name(action, "S") == "URI" {
      launches += 1
    }
    action(catalog["OpenAction"])
    actions(of: catalog)
  }

  /// The fields of the form, whose actions need no annotation.
  mutating func fields(_ form: PDFDictionary) {
    var pending = file.array(form, "Fields") ?? []
    while let next = pending.popLast(), budget > 0 {
      budget -= 1
      if let id = next.reference, !seen.insert(id).inserted { continue }
      guard case .dictionary(let field) = file.resolve(next) else { continue }
      actions(of: field)
      if pending.count < Self.mostPending { pending += file.array(field, "Kids")?.prefix(10_000) ?? [] }
    }
    if form["XFA"] != nil, file.resolve(form["XFA"]).isNull == false { scripts += 1 }
  }
}

/// A name tree (ISO 32000-1, 7.9.6), read from left to right.
struct NameTree {
  private(set) var entries: [(name: [UInt8], value: PDFObject)] = []

  init(_ root: PDFObject?, file: PDFFile, limit: Int = 10_000) {
    var pending = [root]
    var seen: Set<ObjectID> = []
    var visits = 0
    while let next = pending.popLast(), entries.count < limit, visits < 10 * limit {
      visits += 1
      if let id = next?.reference, !seen.insert(id).inserted { continue }
      guard case .dictionary(let node) = file.resolve(next) else { continue }
      let names = file.array(node, "Names") ?? []
      for index in stride(from: 0, to: names.count - 1, by: 2) where entries.count < limit {
        entries.append((file.resolve(names[index]).string ?? [], names[index + 1]))
      }
      guard pending.count < 10 * limit else { continue }
      pending += (file.array(node, "Kids") ?? []).prefix(limit).reversed().map { Optional($0) }
    }
  }
}
