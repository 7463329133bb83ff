import Charsets
import CompoundFiles
import DocumentModel

/// What a Word file carries in storages of its own: embedded objects, macros, signatures.
struct Storages {
  /// An embedded object ([MS-DOC] 2.1.4).
  struct Object {
    /// The path of its storage: `ObjectPool/_1234567890`.
    var path: String
    var programID: String?
    var classID: String?
    var isControl = false
  }

  /// The objects by the number in the name of their storage.
  private(set) var objects: [Int: Object] = [:]
  private(set) var hasMacros = false
  private(set) var signatures: [String] = []

  init() {}

  init(_ file: CompoundFile) {
    for entry in file.entries {
      let path = entry.path
      if entry.kind == .storage, path.hasPrefix("ObjectPool/_"), path.utf8.count < 32,
        let number = Int(path.dropFirst(12))
      {
        objects[number] = Self.object(file, entry)
      }
      if path == "Macros/VBA" || path == "_VBA_PROJECT_CUR" { hasMacros = true }
      if path == "_signatures" || path == "_xmlsignatures" || path == "\u{6}DataSpaces/Signatures" {
        signatures.append(path)
      }
    }
  }

  private static func object(_ file: CompoundFile, _ entry: CompoundFile.Entry) -> Object {
    var object = Object(path: entry.path, classID: entry.classID)
    // A control says its name in a stream of its own ([MS-DOC] 2.1.4.2).
    object.isControl = file.contains(entry.path + "/\u{3}OCXNAME")
    if let bytes = try? file.stream(entry.path + "/\u{1}CompObj") { object.programID = programID(bytes) }
    return object
  }

  /// The program behind an object: the third of three strings ([MS-OLEDS] 2.3.8).
  private static func programID(_ bytes: [UInt8]) -> String? {
    guard let userType = bytes.u32(28) else { return nil }
    var position = 32 + userType
    guard let marker = bytes.u32(position) else { return nil }
    // The clipboard's format: none, a number, or a name.
    position += marker == 0 ? 4 : marker >= 0xFFFF_FFFE ? 8 : 4 + marker
    guard let length = bytes.u32(position), length > 0, length <= 256, position + 4 + length <= bytes.count
    else {
      return nil
    }
    let name = Charset.windows1252.decode(bytes[position + 4..<position + 4 + length].prefix { $0 != 0 })
    return name.isEmpty ? nil : name
  }
}
