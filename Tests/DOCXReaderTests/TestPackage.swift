import DOCXReader
import DocumentModel

/// A small package as tests write it: the parts by name, stored without compression.
struct TestPackage {
  static let main =
    "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "
    + "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" "
    + "xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" "
    + "xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" "
    + "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" "
    + "xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\" "
    + "xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\" "
    + "xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\""

  var parts: [(name: String, text: String)] = []
  var documentTarget = "word/document.xml"
  var relationships = ""

  /// A document with a body, and with other parts where a test gives them.
  init(
    body: String, styles: String? = nil, numbering: String? = nil, theme: String? = nil,
    settings: String? = nil, namespaces: String = TestPackage.main
  ) {
    add("document.xml", "w:document", body: "<w:body>\(body)</w:body>", namespaces: namespaces)
    if let styles { add("styles.xml", "w:styles", body: styles, namespaces: namespaces, type: "styles") }
    if let numbering {
      add("numbering.xml", "w:numbering", body: numbering, namespaces: namespaces, type: "numbering")
    }
    if let settings {
      add("settings.xml", "w:settings", body: settings, namespaces: namespaces, type: "settings")
    }
    if let theme {
      add("theme/theme1.xml", "a:theme", body: theme, namespaces: namespaces, type: "theme")
    }
  }

  mutating func add(
    _ name: String, _ root: String, body: String, namespaces: String = TestPackage.main, type: String? = nil
  ) {
    parts.append(("word/\(name)", "<?xml version=\"1.0\"?><\(root) \(namespaces)>\(body)</\(root)>"))
    if let type { relate("r\(parts.count)", type, name) }
  }

  mutating func relate(_ id: String, _ type: String, _ target: String, external: Bool = false) {
    let base = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
    relationships +=
      "<Relationship Id=\"\(id)\" Type=\"\(base)\(type)\" Target=\"\(target)\""
      + (external ? " TargetMode=\"External\"/>" : "/>")
  }

  /// The bytes of the package.
  var bytes: [UInt8] {
    let space = "xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\""
    let root =
      "<Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
      + "officeDocument\" Target=\"\(documentTarget)\"/>"
    var all = parts
    all.append(("[Content_Types].xml", "<Types/>"))
    all.append(("_rels/.rels", "<Relationships \(space)>\(root)</Relationships>"))
    all.append(("word/_rels/document.xml.rels", "<Relationships \(space)>\(relationships)</Relationships>"))
    return StoredZIP.bytes(all.map { ($0.name, Array($0.text.utf8)) })
  }

  func read() throws -> Document { try DOCXReader().read(bytes) }
}

/// Writes a zip container without compression.
enum StoredZIP {
  static func bytes(_ entries: [(name: String, content: [UInt8])]) -> [UInt8] {
    var output: [UInt8] = []
    var directory: [UInt8] = []
    for entry in entries {
      let name = Array(entry.name.utf8)
      let offset = output.count
      var header: [UInt8] = word(20) + word(0) + word(0) + word(0) + word(33)
      header +=
        long(crc(entry.content)) + long(UInt32(entry.content.count)) + long(UInt32(entry.content.count))
      header += word(UInt16(name.count)) + word(0)
      output += [0x50, 0x4B, 3, 4] + header + name + entry.content
      directory += [0x50, 0x4B, 1, 2] + word(20) + header
      directory += word(0) + word(0) + word(0) + long(0) + long(UInt32(offset)) + name
    }
    let start = output.count
    output += directory
    output +=
      [0x50, 0x4B, 5, 6] + word(0) + word(0) + word(UInt16(entries.count)) + word(UInt16(entries.count))
    return output + long(UInt32(directory.count)) + long(UInt32(start)) + word(0)
  }

  private static func word(_ value: UInt16) -> [UInt8] { [UInt8(value & 0xFF), UInt8(value >> 8)] }
  private static func long(_ value: UInt32) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: value >> (8 * UInt32($0))) }
  }
  private static func crc(_ bytes: [UInt8]) -> UInt32 {
    var crc: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      crc ^= UInt32(byte)
      for _ in 0..<8 { crc = crc & 1 == 1 ? (crc >> 1) ^ 0xEDB8_8320 : crc >> 1 }
    }
    return ~crc
  }
}
