import Markup

/// Writes a Word 2003 XML document (`w:wordDocument`) anew as the parts of a package.
///
/// Most elements keep their names. What stands elsewhere in a package goes there: styles, lists, faces,
/// headers, notes, comments, pictures. The reference is the Word 2003 XML schema ("WordprocessingML").
final class Word2003Translator {
  /// What the end of an element does.
  enum Closing {
    case nothing
    case tag(String)
    /// Also ends the part that the element began.
    case part(String)
    /// Ends what is passed over.
    case ignored
    case property(String)
    case picture(String)
  }

  var parts: [String: [UInt8]] = [:]
  var byteCount = 0
  var open: [Closing] = []
  /// Where content goes: the main part, and on top of it a header or note that is written apart.
  var targets: [Target] = []
  var ignoring = 0
  var property: [UInt8]?
  var picture: Base64?
  var links = LinkList()
  var properties: [String: String] = [:]
  var styleDefaults = ""
  /// Notes and comments of the whole document, by part.
  var stories: [String: PartText] = [:]
  var template: String?

  /// A part that is being written.
  struct Target {
    var name: String
    var text = PartText()
  }

  /// The relationships of the main part.
  struct LinkList {
    private(set) var text = PartText()
    private var count = 0
    private var byTarget: [String: String] = [:]

    init() { text.start("relationships:Relationships") }

    /// The identifier of a link to a part, one for each.
    mutating func add(_ kind: String, _ target: String) -> String {
      if let known = byTarget[target] { return known }
      count += 1
      let id = "rId\(count)"
      byTarget[target] = id
      text.add(
        "relationships:Relationship",
        [
          ("Id", id), ("Type", Namespace.office + "officeDocument/2006/relationships/" + kind),
          ("Target", "/" + target),
        ])
      return id
    }
  }

  // MARK: Events

  func start(_ number: UInt16, _ namespace: UInt8, _ attributes: XMLAttributes) {
    if ignoring > 0 || property != nil || picture != nil {
      ignoring += 1
      open.append(.ignored)
      return
    }
    switch namespace {
    case Namespace.w.rawValue: open.append(startWord(number, attributes))
    case FlatNamespace.annotation.rawValue: open.append(startAnnotation(number, attributes))
    case Namespace.v.rawValue: open.append(startVML(number, attributes))
    case Namespace.o.rawValue: open.append(startOffice(number, attributes))
    default: open.append(.nothing)
    }
  }

  func end() {
    switch open.popLast() ?? .nothing {
    case .nothing: break
    case .ignored: ignoring -= 1
    case .tag(let tag): write { $0.end(tag) }
    case .part(let tag):
      write { $0.end(tag) }
      endPart()
    case .property(let name):
      properties[name] = String(decoding: property ?? [], as: UTF8.self)
      property = nil
    case .picture(let name):
      store(picture?.bytes ?? [], as: name)
      picture = nil
    }
  }

  func text(_ bytes: Bytes) {
    if property != nil {
      if ignoring == 0, property?.count ?? 0 < 64 << 10 { property?.append(contentsOf: bytes) }
    } else if picture != nil {
      picture?.add(bytes)
    } else if ignoring == 0, case .tag(let tag) = open.last ?? .nothing, Self.holdsText.contains(tag) {
      write { $0.text(bytes) }
    }
  }

  private static let holdsText: Set = ["w:t", "w:instrText", "w:delText"]

  // MARK: Parts

  func write(_ change: (inout PartText) -> Void) {
    guard let last = targets.indices.last else { return }
    change(&targets[last].text)
  }

  func begin(_ part: String) { targets.append(Target(name: part, text: stories[part] ?? PartText())) }

  func endPart() {
    guard let target = targets.popLast() else { return }
    if Self.gathered[target.name] != nil {
      stories[target.name] = target.text
    } else {
      store(target.text.bytes, as: target.name)
    }
  }

  func store(_ bytes: [UInt8], as name: String) {
    byteCount += bytes.count
    if parts.count < 10_000, parts[name] == nil { parts[name] = bytes }
  }

  /// Parts that hold many notes, with their roots.
  static let gathered = [
    "word/footnotes.xml": "w:footnotes", "word/endnotes.xml": "w:endnotes", "word/comments.xml": "w:comments",
  ]

  /// All parts, once the document is read.
  func finished() -> [String: [UInt8]] {
    while !targets.isEmpty { endPart() }
    for (name, root) in Self.gathered {
      guard var story = stories[name] else { continue }
      story.end(root)
      store(story.bytes, as: name)
    }
    finishProperties()
    links.finish()
    store(links.text.bytes, as: "word/_rels/document.xml.rels")
    return parts
  }
}

extension Word2003Translator.LinkList {
  mutating func finish() { text.end("relationships:Relationships") }
}
