import DocumentModel
import Markup

/// Reads core, extended and custom properties (ECMA-376-2, 11; ECMA-376-1, 15.2.12).
final class PropertiesPart: PartHandler {
  var metadata: Metadata
  private var text: [UInt8] = []
  private var customName: String?
  private var depth = 0

  init(_ context: PartContext, part: String, metadata: Metadata) {
    self.metadata = metadata
    super.init(context, part: part)
  }

  override func start(_ rawName: UInt16, _ namespace: UInt8, _ attributes: XMLAttributes) {
    depth += 1
    text.removeAll(keepingCapacity: true)
    if rawName == Name.property.number { customName = attributes.value(.name)?.string }
  }

  override func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    if text.count < 64 << 10 { text.append(contentsOf: bytes) }
  }

  override func end(_ rawName: UInt16, _ namespace: UInt8) {
    depth -= 1
    defer { text.removeAll(keepingCapacity: true) }
    guard let name = Name(number: rawName), let space = Namespace(rawValue: namespace) else { return }
    let value = String(decoding: text, as: UTF8.self)
    switch space {
    case .core, .dc, .terms: takeCore(name, value)
    case .app: takeExtended(name, value)
    case .variant:
      guard let customName, depth == 2, metadata.custom.count < 1_000 else { return }
      metadata.custom[customName] = value
    default: break
    }
  }

  private func takeCore(_ name: Name, _ value: String) {
    guard !value.isEmpty else { return }
    switch name {
    case .title: metadata.title = value
    case .subject: metadata.subject = value
    case .creator: metadata.creator = value
    case .lastModifiedBy: metadata.lastModifiedBy = value
    case .keywords: metadata.keywords = value
    case .created: metadata.created = value
    case .modified: metadata.modified = value
    default: break
    }
  }

  private func takeExtended(_ name: Name, _ value: String) {
    guard !value.isEmpty else { return }
    switch name {
    case .Application: metadata.application = value
    case .AppVersion: metadata.applicationVersion = value
    case .Company: metadata.company = value
    case .Manager: metadata.manager = value
    case .Template: metadata.template = value
    default: break
    }
  }
}
