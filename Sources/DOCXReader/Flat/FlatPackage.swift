import DocumentModel
import Markup

/// The parts of a document that is one XML file: Flat OPC, which holds a whole package (`pkg:package`), or
/// Word 2003 XML, which is written anew as the parts of one.
///
/// Parts are written in the names that the reader knows; what it does not know is left out.
struct FlatPackage {
  let parts: [String: [UInt8]]

  /// Whether bytes may be such a document: markup, and no zip.
  static func isMarkup(_ bytes: [UInt8]) -> Bool {
    var head = bytes.prefix(64)
    if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) { return true }
    if head.starts(with: [0xEF, 0xBB, 0xBF]) { head = head.dropFirst(3) }
    return head.first { $0 > 0x20 } == UInt8(ascii: "<")
  }

  /// - Throws: `E_XML_…`, `E_LIMIT`, and `E_DOCX_NO_MAIN` for XML that is neither.
  init(_ bytes: [UInt8], limits: ReadLimits, before deadline: Deadline) throws(ReadError) {
    let handler = FlatHandler(limits: limits)
    handler.deadline = deadline
    try XMLParser(names: .flat, limits: limits).parse(bytes, part: "", handler: handler)
    guard let parts = handler.parts else {
      throw ReadError(.docxNoMain, detail: "neither a package nor a Word 2003 document")
    }
    self.parts = parts
  }
}

/// Sees which of the two a file is, and hands its events on.
private final class FlatHandler: XMLHandler {
  private let limits: ReadLimits
  private var copier: PackageCopier?
  private var translator: Word2003Translator?
  private var isFirst = true

  init(limits: ReadLimits) { self.limits = limits }

  var parts: [String: [UInt8]]? {
    if let translator { return translator.finished() }
    return copier?.parts
  }

  override func start(_ name: UInt16, _ namespace: UInt8, _ attributes: XMLAttributes) {
    if isFirst {
      isFirst = false
      if namespace == FlatNamespace.package.rawValue {
        copier = PackageCopier()
      } else if namespace == Namespace.w.rawValue, name == FlatName.wordDocument.number {
        translator = Word2003Translator()
      }
    }
    copier?.start(name, namespace, attributes)
    translator?.start(name, namespace, attributes)
    check()
  }

  override func end(_ name: UInt16, _ namespace: UInt8) {
    copier?.end()
    translator?.end()
  }

  override func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    copier?.text(bytes)
    translator?.text(bytes)
  }

  private func check() {
    let count = copier?.byteCount ?? translator?.byteCount ?? 0
    if count > limits.totalBytes {
      stop(ReadError(.tooLarge, detail: "more than \(limits.totalBytes) bytes"))
    }
  }
}

/// Takes the parts out of a Flat OPC package.
private final class PackageCopier {
  private(set) var parts: [String: [UInt8]] = [:]
  private(set) var byteCount = 0
  private var name: String?
  private var part: PartText?
  private var binary: Base64?
  /// Of each open element what its end tag writes; `nil` for those that are left out.
  private var open: [String?] = []
  /// The number of elements open around the content of the part.
  private var base = 0

  func start(_ number: UInt16, _ namespace: UInt8, _ attributes: XMLAttributes) {
    var tag: String?
    defer { open.append(tag) }
    if part != nil {
      if let name = Name(number: number)?.rawValue, let written = PartText.tag(namespace, name) {
        part?.start(written, PackageAttributes.known(attributes))
        tag = written
      } else if open.count == base + 1 {
        // Of a root that the reader does not know (`w:fonts`) it knows what is inside.
        part?.start("w:root")
        tag = "w:root"
      }
      return
    }
    guard namespace == FlatNamespace.package.rawValue, let known = FlatName(number: number) else { return }
    switch known {
    case .part:
      let path = attributes.value(.name)?.string ?? ""
      name = path.hasPrefix("/") ? String(path.dropFirst()) : path
    case .xmlData:
      part = PartText()
      base = open.count
    case .binaryData:
      binary = Base64()
      base = open.count
    default: break
    }
  }

  func end() {
    let tag = open.popLast() ?? nil
    if let tag { part?.end(tag) }
    guard part != nil || binary != nil, open.count == base else { return }
    let bytes = part?.bytes ?? binary?.bytes ?? []
    byteCount += bytes.count
    if let name, parts.count < 10_000 { parts[name] = parts[name] ?? bytes }
    (part, binary) = (nil, nil)
  }

  func text(_ bytes: Bytes) {
    if part != nil, (open.last ?? nil) != nil { part?.text(bytes) }
    binary?.add(bytes)
  }
}

enum PackageAttributes {
  /// The attributes that the reader knows, with their prefixes.
  static func known(_ attributes: XMLAttributes) -> [(name: String, value: Bytes)] {
    (0..<attributes.count).compactMap { index in
      let attribute = attributes[index]
      guard let name = Name(number: attribute.name) else { return nil }
      if attribute.namespace == XMLUnknown.noNamespace { return (name.rawValue, attribute.value) }
      if let tag = PartText.tag(attribute.namespace, name.rawValue) { return (tag, attribute.value) }
      return name == .space ? ("xml:space", attribute.value) : nil
    }
  }
}
