import Archives
import DocumentModel
import Glibc
import Markup

/// A relationship of a part (ECMA-376-2, 9.3).
struct Relationship {
  let id: String
  /// The last segment of the type's URI, which transitional and strict share: `officeDocument`, `styles` …
  let type: String
  /// The part's name in the package for an internal target, the target as written for an external one.
  let target: String
  let isExternal: Bool
}

/// An OPC package: parts by name, found by relationship; a zip, or all in one file of markup.
struct OPCPackage {
  private enum Storage {
    case archive(ZIPArchive)
    case parts([String: [UInt8]])
  }
  private var storage: Storage
  private let parser: XMLParser
  let context: PartContext

  init(_ bytes: [UInt8], parser: XMLParser, context: PartContext, limits: ReadLimits) throws(ReadError) {
    self.parser = parser
    self.context = context
    if FlatPackage.isMarkup(bytes) {
      storage = .parts(try FlatPackage(bytes, limits: limits, before: context.deadline).parts)
      return
    }
    let archive = try ZIPArchive(bytes, limits: limits)
    guard archive.contains("[Content_Types].xml") else {
      throw ReadError(.docxStructure, part: "[Content_Types].xml", detail: "not in the package")
    }
    storage = .archive(archive)
  }

  /// Whether the package is one file of markup.
  var isFlat: Bool { if case .parts = storage { true } else { false } }

  var partNames: [String] {
    switch storage {
    case .archive(let archive): archive.entries.map(\.name)
    case .parts(let parts): parts.keys.sorted()
    }
  }

  func contains(_ name: String) -> Bool { exactName(name) != nil }

  /// The name of a part as the package spells it: names differ by more than their case (ECMA-376-2, 9.1.1).
  private func exactName(_ name: String) -> String? {
    switch storage {
    case .archive(let archive): archive.contains(name) ? name : archive.name(matching: name)
    case .parts(let parts):
      parts[name] != nil ? name : parts.keys.sorted().first { $0.lowercased() == name.lowercased() }
    }
  }

  /// The size of a part in bytes, as declared.
  func size(_ name: String) -> Int? {
    switch storage {
    case .archive(let archive): archive.entries.first { $0.name == name }?.inflatedBytes
    case .parts(let parts): parts[name]?.count
    }
  }

  /// The bytes of a part; `nil` when the package has none of that name.
  mutating func bytes(_ name: String) throws(ReadError) -> [UInt8]? {
    guard let name = exactName(name) else { return nil }
    try context.deadline.check(name)
    switch storage {
    case .archive(var archive): return try archive.read(name)
    case .parts(let parts): return parts[name]
    }
  }

  /// The bytes of a part with a zero behind them.
  private mutating func terminated(_ name: String) throws(ReadError) -> [UInt8]? {
    try context.deadline.check(name)
    switch storage {
    case .archive(var archive): return try archive.readTerminated(name)
    case .parts(let parts): return parts[name].map { $0 + [0] }
    }
  }

  /// Reads a part with a handler.
  /// - Returns: whether there is such a part.
  @discardableResult
  mutating func read(_ name: String, _ handler: PartHandler) throws(ReadError) -> Bool {
    guard let exact = exactName(name), var bytes = try terminated(exact) else { return false }
    if let needle = handler.needle, !bytes.contains(needle) { return true }
    try parser.parse(terminated: &bytes, part: exact, handler: handler)
    return true
  }

  /// The relationships of a part; of the package itself for the empty name.
  mutating func relationships(of part: String) throws(ReadError) -> [Relationship] {
    let slash = part.utf8.lastIndex(of: UInt8(ascii: "/"))
    let folder = slash.map { String(part[...$0]) } ?? ""
    let file = slash.map { String(part[part.utf8.index(after: $0)...]) } ?? part
    let handler = RelationshipsPart(context, part: "\(folder)_rels/\(file).rels", folder: folder)
    try read(handler.part, handler)
    return handler.relationships
  }
}

extension [UInt8] {
  /// Whether the bytes of an ASCII literal stand anywhere in these.
  fileprivate func contains(_ literal: StaticString) -> Bool {
    let length = literal.utf8CodeUnitCount
    guard length > 0, count >= length else { return false }
    return withUnsafeBytes { bytes in
      guard let start = bytes.baseAddress else { return false }
      var offset = 0
      while let found = memchr(start + offset, Int32(literal.utf8Start[0]), count - length + 1 - offset) {
        if memcmp(found, literal.utf8Start, length) == 0 { return true }
        offset = UnsafeRawPointer(found) - start + 1
      }
      return false
    }
  }
}

/// Reads a `.rels` part.
final class RelationshipsPart: PartHandler {
  private(set) var relationships: [Relationship] = []
  private let folder: String

  init(_ context: PartContext, part: String, folder: String) {
    self.folder = folder
    super.init(context, part: part)
  }

  override func start(_ rawName: UInt16, _ namespace: UInt8, _ attributes: XMLAttributes) {
    guard rawName == Name.Relationship.number, relationships.count < 10_000,
      let id = attributes.value(.Id)?.string, let target = attributes.value(.Target)?.string,
      let type = attributes.value(.relationshipType)?.string
    else { return }
    let isExternal = attributes.value(.TargetMode)?.equals("External") ?? false
    guard let name = isExternal ? target : Self.partName(target, relativeTo: folder) else {
      context.note("W_TARGET", part: part, "target '\(target.prefix(80))' leaves the package")
      return
    }
    let kind = type.utf8.split(separator: UInt8(ascii: "/")).last.map { String(Substring($0)) } ?? type
    relationships.append(Relationship(id: id, type: kind, target: name, isExternal: isExternal))
  }

  /// The name of a part from a target that is absolute or relative to a folder; `nil` when it leaves the package.
  static func partName(_ target: String, relativeTo folder: String) -> String? {
    let path = target.hasPrefix("/") ? target : folder + target
    var segments: [Substring] = []
    for part in path.utf8.split(separator: UInt8(ascii: "/")) {
      let segment = Substring(part)
      if segment == "." { continue }
      if segment == ".." {
        guard segments.popLast() != nil else { return nil }
      } else {
        segments.append(segment)
      }
    }
    return segments.isEmpty ? nil : segments.joined(separator: "/")
  }
}
