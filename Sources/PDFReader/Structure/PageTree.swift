import DocumentModel

/// Reading the page tree (ISO 32000-1, 7.7.3).
extension PDFFile {
  /// The pages of the catalogue's tree, in order, with what they inherit.
  /// - Throws: `E_LIMIT` when there are more than the limit.
  func readPages(_ catalog: PDFDictionary) throws(ReadError) -> [PageObject] {
    guard let root = dictionary(catalog, "Pages") else { return [] }
    if root["Parent"] != nil { note("W_PDF_STRUCTURE", "the root of the page tree has a parent") }
    var walk = PageWalk(file: self)
    try walk.read(root, id: catalog["Pages"]?.reference)
    if let count = integer(root, "Count"), count != walk.pages.count {
      note("W_PDF_STRUCTURE", "\(walk.pages.count) pages, declared \(count)")
    }
    return walk.pages
  }

  /// All page objects of the file by their numbers, for files whose tree is broken.
  func collectPages() throws(ReadError) -> [PageObject] {
    var walk = PageWalk(file: self)
    for number in table.numbers {
      let id = ObjectID(number)
      guard case .dictionary(let dictionary) = object(id), name(dictionary, "Type") == "Page" else {
        continue
      }
      try walk.add(dictionary, id: id, inherited: PageWalk.Inherited())
    }
    return walk.pages
  }
}

/// A walk through the page tree without recursion.
private struct PageWalk {
  /// What pages get from the nodes above them (ISO 32000-1, 7.7.3.4).
  struct Inherited {
    var resources: PDFObject?
    var mediaBox: PDFObject?
    var cropBox: PDFObject?
    var rotation: PDFObject?

    /// With what a node says itself.
    func overridden(by node: PDFDictionary) -> Inherited {
      var result = self
      for entry in node.entries {
        switch entry.key {
        case "Resources": result.resources = entry.value
        case "MediaBox": result.mediaBox = entry.value
        case "CropBox": result.cropBox = entry.value
        case "Rotate": result.rotation = entry.value
        default: continue
        }
      }
      return result
    }
  }

  /// A node whose kids are being read.
  private struct Level {
    let id: ObjectID?
    let kids: [PDFObject]
    var next = 0
    let inherited: Inherited
  }

  let file: PDFFile
  private(set) var pages: [PageObject] = []
  private var visits = 0

  init(file: PDFFile) { self.file = file }

  private static let deepest = 256
  private static let largestMediaBox = 14_400.0 * 100

  mutating func read(_ root: PDFDictionary, id: ObjectID?) throws(ReadError) {
    guard root["Kids"] != nil else { return try add(root, id: id, inherited: Inherited()) }
    var levels = [
      Level(
        id: id, kids: file.array(root, "Kids") ?? [], inherited: Inherited().overridden(by: root))
    ]
    // A node that was read is not read again, wherever it hangs: else a tree of a few nodes has endless leaves.
    var seen: Set<ObjectID> = []
    if let id { seen.insert(id) }
    while var level = levels.popLast() {
      guard level.next < level.kids.count else { continue }
      let kid = level.kids[level.next]
      level.next += 1
      let inherited = level.inherited
      levels.append(level)
      visits += 1
      if visits > 2 * file.limits.pages { throw ReadError(.limit, detail: "too many page tree nodes") }
      guard case .dictionary(let node) = file.resolve(kid) else {
        file.note("W_PDF_STRUCTURE", "a page is missing")
        file.isIncomplete = true
        continue
      }
      guard node["Kids"] != nil, file.name(node, "Type") != "Page" else {
        try add(node, id: kid.reference, inherited: inherited)
        continue
      }
      guard levels.count < Self.deepest, kid.reference.map({ seen.insert($0).inserted }) ?? true else {
        file.note("W_PDF_STRUCTURE", "the page tree refers to itself or is too deep")
        continue
      }
      levels.append(
        Level(
          id: kid.reference, kids: file.array(node, "Kids") ?? [], inherited: inherited.overridden(by: node)))
    }
  }

  mutating func add(_ page: PDFDictionary, id: ObjectID?, inherited: Inherited) throws(ReadError) {
    if pages.count >= file.limits.pages { throw ReadError(.limit, detail: "more than \(pages.count) pages") }
    let values = inherited.overridden(by: page)
    let mediaBox = box(values.mediaBox) ?? .a4
    let cropBox = values.cropBox.flatMap { box($0) }?.intersection(mediaBox) ?? mediaBox
    let rotation = file.resolve(values.rotation).integer ?? 0
    let unit = file.number(page, "UserUnit") ?? 1
    pages.append(
      PageObject(
        index: pages.count, id: id, dictionary: page,
        resourcesObject: values.resources,
        resources: file.resolve(values.resources).dictionary ?? PDFDictionary(), mediaBox: mediaBox,
        cropBox: cropBox, rotation: ((rotation % 360) + 360) % 360 / 90 * 90,
        userUnit: unit > 0 && unit <= 1000 ? unit : 1))
  }

  /// A box that makes sense; `nil` for one without area or beyond all paper, which is noted.
  private func box(_ value: PDFObject?) -> PDFRectangle? {
    guard let value, !file.resolve(value).isNull else { return nil }
    guard let numbers = file.numbers(value), numbers.count >= 4 else {
      file.note("W_PAGE_SIZE", "a page box without four numbers")
      return nil
    }
    let box = PDFRectangle(numbers[0], numbers[1], numbers[2], numbers[3])
    guard !box.isEmpty, box.width <= Self.largestMediaBox, box.height <= Self.largestMediaBox,
      abs(box.left) <= 1e7, abs(box.bottom) <= 1e7
    else {
      file.note("W_PAGE_SIZE", "a page box of \(box.width) by \(box.height)")
      return nil
    }
    return box
  }
}

extension PDFFile {
  /// The content streams of a page; their data is to be read as one, with white space between them.
  func contents(of page: PageObject) -> [PDFStream] {
    switch resolve(page.dictionary["Contents"]) {
    case .stream(let stream): [stream]
    case .array(let elements): pageEntries(elements).compactMap { resolve($0).stream }
    default: []
    }
  }

  /// Whether contents that a page names, or all of its resources, are not in the file.
  func lacksContents(of page: PageObject) -> Bool {
    let contents = page.dictionary["Contents"]
    if isLost(contents) || isLost(page.resourcesObject) { return true }
    return resolve(contents).array?.prefix(pageEntriesLeft).contains { isLost($0) } ?? false
  }

  /// The elements of a list that belongs to a page, as long as there are not too many in all.
  func pageEntries(_ list: [PDFObject]) -> ArraySlice<PDFObject> {
    let entries = list.prefix(pageEntriesLeft)
    pageEntriesLeft -= entries.count
    if entries.count < list.count {
      note("W_PDF_STRUCTURE", "pages share too many contents or annotations")
      isIncomplete = true
    }
    return entries
  }
}
