import DocumentModel
import Markup

extension PackageReading {
  /// The class of each ActiveX control, which stands in a part of its own (ECMA-376-1, 15.2.9 and 17.3.3.3).
  mutating func readControls(_ builder: DocumentBuilder) throws(ReadError) {
    let controls = builder.document.figures.indices.filter { builder.document.figures[$0].kind == .activeX }
    for index in controls.prefix(100) {
      guard let part = builder.document.figures[index].mediaPart, part.hasSuffix(".xml") else { continue }
      let handler = ControlPart(context, part: part)
      guard try package.read(part, handler) else { continue }
      builder.document.figures[index].classID = handler.classID
      builder.document.figures[index].mediaPart = nil
    }
  }

  /// Parts and properties with long stretches of Base64, as makers of seals leave them.
  mutating func noteEncodedParts(_ builder: DocumentBuilder) throws(ReadError) {
    var encoded: [String] = []
    for name in package.partNames.sorted() where encoded.count < 100 {
      guard name.hasPrefix("customXml/"), name.hasSuffix(".xml"), let size = package.size(name),
        size > Self.encodedLength, let bytes = try package.bytes(name), Self.isEncoded(bytes)
      else { continue }
      encoded.append(name)
    }
    for (name, value) in builder.document.metadata.custom.sorted(by: { $0.key < $1.key })
    where Self.isEncoded(Array(value.utf8)) {
      encoded.append(name)
    }
    builder.document.residue.encodedParts = encoded
  }

  /// From how many characters on a stretch of Base64 is long.
  private static let encodedLength = 10_240

  /// Whether there is such a stretch; line ends do not break it.
  private static func isEncoded(_ bytes: [UInt8]) -> Bool {
    var length = 0
    for byte in bytes {
      switch byte {
      case 0x41...0x5A, 0x61...0x7A, 0x30...0x39, 0x2B, 0x2F, 0x3D: length += 1
      case 0x0A, 0x0D: break
      default: length = 0
      }
      if length >= encodedLength { return true }
    }
    return false
  }
}

/// Reads the class of a control.
final class ControlPart: PartHandler {
  private(set) var classID: String?

  override func start(_ rawName: UInt16, _ namespace: UInt8, _ attributes: XMLAttributes) {
    classID = classID ?? attributes.value(.classid)?.string
    finish()
  }
}
