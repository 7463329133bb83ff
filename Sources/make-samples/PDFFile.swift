/// A PDF file as objects, written with a classic cross-reference table (ISO 32000-1, 7.5).
struct PDFFile: Sendable {
  /// The number of an object, and how others refer to it.
  struct Reference: Sendable {
    let number: Int
    var text: String { "\(number) 0 R" }
  }

  /// The identifier of all files: what they hold tells them apart.
  static let id = Array("HEGUHEGUHEGUHEGU".utf8)

  private var objects: [[UInt8]] = []
  /// Entries of the trailer beside `Size`, `Root`, `Info` and `ID`.
  var trailer = ""
  /// Whether what follows is ciphered for a file that forbids printing.
  var isRestricted = false

  /// A number for an object whose content follows.
  mutating func reserve() -> Reference {
    objects.append([])
    return Reference(number: objects.count)
  }

  mutating func set(_ reference: Reference, _ content: String) {
    objects[reference.number - 1] = Array((isRestricted ? ciphered(content, reference.number) : content).utf8)
  }

  mutating func add(_ content: String) -> Reference {
    let reference = reserve()
    set(reference, content)
    return reference
  }

  /// - Parameter entries: those of the stream's dictionary beside `Length`.
  mutating func add(stream bytes: [UInt8], _ entries: String = "") -> Reference {
    let reference = reserve()
    let bytes = isRestricted ? OwnerPassword.cipher(bytes, object: reference.number, id: Self.id) : bytes
    objects[reference.number - 1] =
      Array("<< \(entries) /Length \(bytes.count) >>\nstream\n".utf8) + bytes + Array("\nendstream".utf8)
    return reference
  }

  /// The same with each string ciphered; strings here have neither escapes nor brackets in them.
  private func ciphered(_ content: String, _ number: Int) -> String {
    var result = ""
    var rest = content[...]
    while let start = rest.firstIndex(where: { $0 == "(" || $0 == "<" }) {
      result += rest[..<start]
      rest = rest[start...]
      if rest.hasPrefix("<<") {
        result += "<<"
        rest = rest.dropFirst(2)
        continue
      }
      let isHex = rest.first == "<"
      let body = rest.dropFirst().prefix { $0 != (isHex ? ">" : ")") }
      let digits = Array(body.utf8)
      let bytes =
        isHex
        ? stride(from: 0, to: digits.count, by: 2).compactMap {
          UInt8(String(decoding: digits[$0..<min($0 + 2, digits.count)], as: UTF8.self), radix: 16)
        } : digits
      result += "<\(OwnerPassword.hex(OwnerPassword.cipher(bytes, object: number, id: Self.id)))>"
      rest = rest.dropFirst(body.count + 2)
    }
    return result + rest
  }

  func bytes(root: Reference, info: Reference) -> [UInt8] {
    var bytes = Array("%PDF-1.7\n%".utf8) + [0xE2, 0xE3, 0xCF, 0xD3, 0x0A]
    var table = "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
    for (index, object) in objects.enumerated() {
      let offset = String(bytes.count)
      table += String(repeating: "0", count: 10 - offset.count) + offset + " 00000 n \n"
      bytes += Array("\(index + 1) 0 obj\n".utf8) + object + Array("\nendobj\n".utf8)
    }
    let start = bytes.count
    let id = "<\(Self.id.map { String($0, radix: 16, uppercase: true) }.joined())>"
    let end =
      "trailer\n<< /Size \(objects.count + 1) /Root \(root.text) /Info \(info.text) /ID [\(id) \(id)] "
      + "\(trailer)>>\nstartxref\n\(start)\n%%EOF\n"
    return bytes + Array((table + end).utf8)
  }

  /// A text string in UTF-16 with a byte order mark (ISO 32000-1, 7.9.2.2).
  static func text(_ string: String) -> String { "<FEFF\(hex(string))>" }

  static func hex(_ string: String) -> String {
    string.utf16.map { unit in
      let digits = String(unit, radix: 16, uppercase: true)
      return String(repeating: "0", count: 4 - digits.count) + digits
    }.joined()
  }
}

extension Double {
  /// A number as a content stream has it: at most two decimals.
  var pdf: String {
    let hundredths = Int((self * 100).rounded())
    let (whole, rest) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
    let sign = hundredths < 0 ? "-" : ""
    return rest == 0 ? "\(sign)\(whole)" : "\(sign)\(whole).\(rest < 10 ? "0" : "")\(rest)"
  }
}
