import DocumentModel

/// The outline of a file (ISO 32000-1, 12.3.3) and where its entries lead (12.3.2).
extension PDFFile {
  /// An entry as the file has it, and how deep it is: 1 for the outermost.
  typealias OutlineEntry = (dictionary: PDFDictionary, level: Int)

  private static let mostOutlineEntries = 100_000

  /// The entries of the outline in their order. A ring of them is cut, and noted.
  var outlineEntries: [OutlineEntry] {
    guard let root = dictionary(catalog, "Outlines"), let first = root["First"] else { return [] }
    var pending = [(object: first, level: 1)]
    var seen: Set<ObjectID> = []
    var entries: [OutlineEntry] = []
    while let next = pending.popLast(), entries.count < Self.mostOutlineEntries {
      guard let id = next.object.reference, case .dictionary(let entry) = resolve(next.object) else {
        continue
      }
      guard seen.insert(id).inserted else {
        note("W_PDF_STRUCTURE", "the outline refers to itself")
        continue
      }
      entries.append((entry, next.level))
      if let sibling = entry["Next"] { pending.append((sibling, next.level)) }
      if let child = entry["First"] { pending.append((child, next.level + 1)) }
    }
    return entries
  }

  /// The outline for people; of a long one the beginning.
  var bookmarks: [Bookmark] {
    let entries = outlineEntries.prefix(10_000)
    guard !entries.isEmpty else { return [] }
    let pages = Dictionary(
      self.pages.compactMap { page in page.id.map { ($0, page.index + 1) } },
      uniquingKeysWith: { first, _ in first })
    var named = NamedDestinations(self)
    return entries.map { entry, level in
      Bookmark(
        title: string(entry, "Title").map { TextString.decode($0) } ?? "", level: level,
        page: named.destination(of: entry).flatMap { page(of: $0, pages) })
    }
  }

  /// A destination begins with a page of this file, or with its number where it is one of another (12.3.2.2).
  private func page(of destination: [PDFObject], _ pages: [ObjectID: Int]) -> Int? {
    switch destination.first {
    case .reference(let id)?: pages[id]
    case .integer(let index)? where self.pages.indices.contains(index): index + 1
    default: nil
    }
  }
}

/// Destinations by their names (ISO 32000-1, 12.3.2.3), which are looked up only when one is asked for.
private struct NamedDestinations {
  private let file: PDFFile
  private var byName: [[UInt8]: PDFObject]?

  init(_ file: PDFFile) { self.file = file }

  /// Where an entry leads: its own destination, or that of an action that goes to one.
  mutating func destination(of entry: PDFDictionary) -> [PDFObject]? {
    if let own = entry["Dest"] { return array(own) }
    guard let action = file.dictionary(entry, "A"), file.name(action, "S") == "GoTo", let target = action["D"]
    else { return nil }
    return array(target)
  }

  private mutating func array(_ object: PDFObject) -> [PDFObject]? {
    switch file.resolve(object) {
    case .array(let array): array
    case .string(let name): named(name)
    case .name(let name):
      file.dictionary(file.catalog, "Dests")?[name].flatMap { explicit($0) }
    default: nil
    }
  }

  private mutating func named(_ name: [UInt8]) -> [PDFObject]? {
    if byName == nil {
      let names = file.dictionary(file.catalog, "Names") ?? PDFDictionary()
      let entries = NameTree(names["Dests"], file: file).entries
      byName = Dictionary(entries.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
    }
    return byName?[name].flatMap { explicit($0) }
  }

  /// What a name stands for: an array, or a dictionary with one.
  private func explicit(_ object: PDFObject) -> [PDFObject]? {
    switch file.resolve(object) {
    case .array(let array): array
    case .dictionary(let dictionary): file.array(dictionary, "D")
    default: nil
    }
  }
}
