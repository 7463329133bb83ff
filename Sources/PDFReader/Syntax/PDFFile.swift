import Archives
import DocumentModel

/// A PDF file opened for reading: finds objects, follows references, decodes streams.
///
/// Objects are parsed when they are first asked for, and kept. For one task at a time. Nothing that a file
/// says makes it trap, loop or allocate without bound; what is missing or broken reads as null.
final class PDFFile {
  let bytes: [UInt8]
  let limits: ReadLimits
  let deadline: Deadline
  /// Damage that was read past, each kind once.
  private(set) var notes: [ReadNote] = []
  /// The trailer of the newest update (ISO 32000-1, 7.5.5).
  var trailer = PDFDictionary()
  private(set) var catalog = PDFDictionary()
  /// The pages in order. Loops in the tree are cut, and noted.
  private(set) var pages: [PageObject] = []

  /// Where `%PDF-` stands, which offsets may count from.
  let headerOffset: Int
  var table = CrossReferenceTable()
  var security: StandardSecurity?
  var cache = ObjectCache()
  var work: WorkBudget
  /// Objects that are being parsed now, so that one whose length is itself ends.
  private var inProgress: Set<Int> = []
  /// Whether a wrong offset may still make the file be scanned: not before the table is read, and once.
  private var mayRebuild = false
  /// Whether the objects were found by scanning.
  private(set) var hasRebuilt = false
  /// Where `endstream` was looked for last, and found; see `StreamExtent`.
  var searched: (from: Int, found: Int)?
  let inflater = ZlibInflater()
  /// Object streams, decoded, and their size together.
  var objectStreams: [Int: ObjectStream] = [:]
  var keptStreamBytes = 0
  /// All that streams have inflated to so far.
  var inflatedBytes = 0
  /// How many times data was decoded that is damaged.
  var damagedStreams = 0
  /// Whether objects are lost, so that whole pages may be missing or be in another order.
  var isIncomplete = false
  var optionalContent: OptionalContent?
  /// How many entries of pages may still be looked at: pages can share long lists of them.
  var pageEntriesLeft = 2_000_000

  /// The longest chain of references, and of objects that need one another to be parsed.
  private static let longestChain = 32

  /// Opens a file.
  /// - Throws: `E_TYPE` when it is no PDF file, `E_PDF_CORRUPT` when no page can be found in it,
  ///   `E_ENCRYPTED` when it needs a password, `E_LIMIT` when it exceeds a limit, `E_TIMEOUT`.
  init(
    _ bytes: [UInt8], limits: ReadLimits = ReadLimits(), before deadline: Deadline = Deadline()
  ) throws(ReadError) {
    let header = Self.header(bytes)
    guard let header = header ?? (PDFReader.resembles(bytes) ? 0 : nil) else {
      throw ReadError(.type, detail: "no PDF header")
    }
    self.bytes = bytes
    self.limits = limits
    self.deadline = deadline
    headerOffset = header
    work = WorkBudget(fileBytes: bytes.count)
    if readCrossReferences() { mayRebuild = true } else { rebuild() }
    try open()
    if pages.isEmpty, mayRebuild {
      rebuild()
      try open()
    }
    try deadline.check("xref")
    if pages.isEmpty { try recoverPages() }
    if pages.isEmpty { throw ReadError(.pdfCorrupt, detail: "no page can be found") }
    inspectLargeObjects()
    if Self.header(bytes) == nil { note("W_PDF_STRUCTURE", "no header: the beginning is lost") }
  }

  /// `%PDF-` in the first kilobyte (ISO 32000-1, annex H.3.4.1).
  static func header(_ bytes: [UInt8]) -> Int? {
    bytes.withUnsafeBytes { buffer in
      var lexer = Lexer(buffer)
      while lexer.position < min(buffer.count, 1024) {
        if lexer.peek() == 0x25, lexer.starts(with: "%PDF-") { return lexer.position }
        lexer.advance()
      }
      return nil
    }
  }

  private func open() throws(ReadError) {
    security = nil
    isIncomplete = false
    forget()
    try unlock()
    catalog = dictionary(trailer, "Root") ?? PDFDictionary()
    pages = try readPages(catalog)
  }

  /// Forgets what was parsed: by another table or another key it may be something else.
  func forget() {
    cache.removeAll()
    objectStreams.removeAll()
    keptStreamBytes = 0
  }

  /// Looks at objects that take much room and are no streams, which no page may ask for: nobody writes them
  /// in good faith, and what they hold is noted.
  private func inspectLargeObjects() {
    let large = 256 << 10
    guard bytes.count > large else { return }
    var places: [(offset: Int, number: Int)] = []
    for number in table.numbers {
      if case .offset(let offset)? = table[number] { places.append((offset, number)) }
    }
    places.sort { $0.offset < $1.offset }
    for (index, place) in places.enumerated() {
      let end = index + 1 < places.count ? places[index + 1].offset : bytes.count
      if end &- place.offset > large { _ = indirectObject(at: place.offset) }
    }
  }

  private func recoverPages() throws(ReadError) {
    pages = try collectPages()
    isIncomplete = true
    if !pages.isEmpty { note("W_PDF_STRUCTURE", "no page tree; pages in the order of their numbers") }
  }

  private func rebuild() {
    mayRebuild = false
    hasRebuilt = true
    rebuildCrossReferences()
    note("W_PDF_XREF_REBUILT", "the cross-reference table is broken; objects were found by scanning")
  }

  /// Records damage that was read past; a code is recorded once.
  func note(_ code: String, _ detail: String) {
    if !notes.contains(where: { $0.code == code }) { notes.append(ReadNote(code, detail: detail)) }
  }
}

/// Objects by number.
extension PDFFile {
  /// Follows references until there is none; null for what is missing, broken, or refers to itself.
  @inline(__always)
  func resolve(_ object: PDFObject?) -> PDFObject {
    guard let object else { return .null }
    guard case .reference(let id) = object else { return object }
    return follow(id)
  }

  private func follow(_ id: ObjectID) -> PDFObject {
    var id = id
    for _ in 0..<Self.longestChain {
      let object = self.object(id)
      guard case .reference(let next) = object else { return object }
      id = next
    }
    return .null
  }

  /// The object of a number, parsed when it is first asked for. Generations are not compared: no producer
  /// uses them, and damaged files have them wrong.
  func object(_ id: ObjectID) -> PDFObject {
    let number = id.number
    if let kept = cache[number] { return kept }
    guard let place = table[number], inProgress.count < Self.longestChain,
      inProgress.insert(number).inserted
    else { return .null }
    defer { inProgress.remove(number) }
    var object = PDFObject.null
    switch place {
    case .free: return .null
    case .offset(let offset):
      if let found = parseIndirect(at: offset, expecting: number) {
        object = found
      } else if mayRebuild {
        // A wrong offset: none of the table is believed any more.
        inProgress.removeAll()
        forget()
        rebuild()
        return self.object(id)
      }
    case .compressed(let container, let index):
      object = compressedObject(number, in: container, index: index)
    }
    cache.keep(object, number, weight: work.takeWeight())
    return object
  }
}

extension ReadError.Code {
  /// No page can be found in what looks like a PDF file.
  public static let pdfCorrupt = Self("E_PDF_CORRUPT")
}
