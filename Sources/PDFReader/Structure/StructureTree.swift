/// The logical structure of a tagged file (ISO 32000-1, 14.7), as far as reading order needs it.
struct StructureTree: Sendable {
  /// A structure element.
  struct Element: Sendable {
    /// The standard type after the role map: `P`, `H1`, `Table`, `TD` …
    let type: PDFName
    /// The index of the parent in `elements`.
    let parent: Int?
    /// The text that stands for the element's content, where the file gives one.
    let actualText: [UInt8]?
    /// How many rows and columns a cell takes (14.8.5.7).
    var rowSpan = 1
    var columnSpan = 1
  }

  /// One piece of marked content, in reading order.
  struct Item: Sendable {
    /// The page, 0-based.
    let page: Int
    /// `MarkedSequence.whole` for all of an object that is referred to (14.7.4.3).
    let mcid: Int
    /// The form XObject whose content stream the piece is in, or the object; `nil` for that of the page.
    let stream: ObjectID?
    /// The index in `elements`.
    let element: Int
  }

  /// In document order, parents first.
  fileprivate(set) var elements: [Element] = []
  /// In reading order.
  fileprivate(set) var items: [Item] = []
  /// Whether the file claims to be tagged (`MarkInfo`, 14.7.1), and not as suspect.
  let isTagged: Bool
}

extension PDFFile {
  /// The structure tree; `nil` when there is none. Made anew at each call.
  var structureTree: StructureTree? {
    guard let root = dictionary(catalog, "StructTreeRoot") else { return nil }
    let mark = dictionary(catalog, "MarkInfo") ?? PDFDictionary()
    let isTagged = boolean(mark, "Marked") == true && boolean(mark, "Suspects") != true
    var walk = StructureWalk(file: self, root: root, isTagged: isTagged)
    walk.read(root)
    return walk.tree
  }
}

/// A walk through the structure tree without recursion.
private struct StructureWalk {
  let file: PDFFile
  let pages: [ObjectID: Int]
  let roles: PDFDictionary
  private(set) var tree: StructureTree
  private var seen: Set<ObjectID> = []
  private var visits = 0

  /// More than the structure of any honest document has.
  private static let mostVisits = 2_000_000

  /// A kid that is still to be read.
  private struct Pending {
    let kid: PDFObject
    let parent: Int?
    let page: Int?
  }

  init(file: PDFFile, root: PDFDictionary, isTagged: Bool) {
    self.file = file
    roles = file.dictionary(root, "RoleMap") ?? PDFDictionary()
    tree = StructureTree(isTagged: isTagged)
    pages = Dictionary(
      file.pages.compactMap { page in page.id.map { ($0, page.index) } },
      uniquingKeysWith: { first, _ in first })
  }

  mutating func read(_ root: PDFDictionary) {
    var pending = kids(of: root, parent: nil, page: nil)
    while let next = pending.popLast(), visits < Self.mostVisits {
      visits += 1
      if let id = next.kid.reference, !seen.insert(id).inserted { continue }
      switch file.resolve(next.kid) {
      case .integer(let mcid): add(mcid, page: next.page, stream: nil, parent: next.parent)
      case .dictionary(let node):
        switch file.name(node, "Type") {
        case "MCR":
          add(
            file.integer(node, "MCID") ?? -1, page: page(of: node) ?? next.page,
            stream: node["Stm"]?.reference, parent: next.parent)
        case "OBJR":
          guard let object = node["Obj"]?.reference else { continue }
          add(
            Int(MarkedSequence.whole), page: page(of: node) ?? next.page, stream: object, parent: next.parent)
        default:
          guard let type = file.name(node, "S") else { continue }
          add(node, type: standard(type), parent: next.parent)
          pending += kids(of: node, parent: tree.elements.count - 1, page: page(of: node) ?? next.page)
        }
      default: continue
      }
    }
  }

  private mutating func add(_ node: PDFDictionary, type: PDFName, parent: Int?) {
    var element = StructureTree.Element(
      type: type, parent: parent, actualText: file.string(node, "ActualText"))
    if type == "TD" || type == "TH", let attributes = node["A"] {
      // One dictionary, or several of different owners with revision numbers between them.
      let all =
        file.resolve(attributes).array?.prefix(16).map { file.resolve($0) } ?? [file.resolve(attributes)]
      for case .dictionary(let own) in all where file.name(own, "O") == "Table" {
        element.rowSpan = span(own, "RowSpan")
        element.columnSpan = span(own, "ColSpan")
      }
    }
    tree.elements.append(element)
  }

  private func span(_ attributes: PDFDictionary, _ key: PDFName) -> Int {
    min(max(file.integer(attributes, key) ?? 1, 1), 100)
  }

  private mutating func add(_ mcid: Int, page: Int?, stream: ObjectID?, parent: Int?) {
    guard let page, let parent, mcid >= 0 || mcid == MarkedSequence.whole && stream != nil else { return }
    tree.items.append(StructureTree.Item(page: page, mcid: mcid, stream: stream, element: parent))
  }

  /// The kids in reverse, as the stack wants them.
  private mutating func kids(of node: PDFDictionary, parent: Int?, page: Int?) -> [Pending] {
    guard let value = node["K"] else { return [] }
    guard case .array(let elements) = file.resolve(value) else {
      return [Pending(kid: value, parent: parent, page: page)]
    }
    // A list that many elements share would multiply.
    if let id = value.reference, !seen.insert(id).inserted { return [] }
    return elements.reversed().map { Pending(kid: $0, parent: parent, page: page) }
  }

  private func page(of node: PDFDictionary) -> Int? { node["Pg"]?.reference.flatMap { pages[$0] } }

  /// The standard type that a type stands for (ISO 32000-1, 14.7.3).
  private func standard(_ type: PDFName) -> PDFName {
    var type = type
    for _ in 0..<8 {
      guard let next = file.name(roles, type), next != type else { return type }
      type = next
    }
    return type
  }
}
