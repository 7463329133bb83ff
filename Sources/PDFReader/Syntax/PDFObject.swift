/// The number and generation of an indirect object (ISO 32000-1, 7.3.10).
struct ObjectID: Hashable, Sendable {
  let number: Int
  let generation: Int

  init(_ number: Int, _ generation: Int = 0) {
    self.number = number
    self.generation = generation
  }
}

extension ObjectID: CustomStringConvertible {
  var description: String { "\(number) \(generation)" }
}

/// An object of a PDF file (ISO 32000-1, 7.3).
enum PDFObject: Sendable {
  case null
  case boolean(Bool)
  case integer(Int)
  case real(Double)
  /// The bytes, decrypted where the file is encrypted.
  case string([UInt8])
  case name(PDFName)
  case array([PDFObject])
  case dictionary(PDFDictionary)
  case stream(PDFStream)
  /// `PDFFile.resolve` follows it.
  case reference(ObjectID)
}

/// Values without following references; `PDFFile` has the look-ups that follow them.
extension PDFObject {
  var isNull: Bool { if case .null = self { true } else { false } }
  /// A whole number; a real one without its fraction, as some producers write counts.
  var integer: Int? {
    switch self {
    case .integer(let value): value
    case .real(let value): Int(clamping: value)
    default: nil
    }
  }
  var number: Double? {
    switch self {
    case .integer(let value): Double(value)
    case .real(let value): value
    default: nil
    }
  }
  var boolean: Bool? { if case .boolean(let value) = self { value } else { nil } }
  var string: [UInt8]? { if case .string(let value) = self { value } else { nil } }
  var name: PDFName? { if case .name(let value) = self { value } else { nil } }
  var array: [PDFObject]? { if case .array(let value) = self { value } else { nil } }
  /// A dictionary, or that of a stream.
  var dictionary: PDFDictionary? {
    switch self {
    case .dictionary(let value): value
    case .stream(let value): value.dictionary
    default: nil
    }
  }
  var stream: PDFStream? { if case .stream(let value) = self { value } else { nil } }
  var reference: ObjectID? { if case .reference(let value) = self { value } else { nil } }
}

/// A dictionary object (ISO 32000-1, 7.3.7). Few have more than twenty keys, so a scan is the quickest way in.
struct PDFDictionary: Sendable {
  typealias Entry = (key: PDFName, value: PDFObject)

  /// In the order of the file; of a key that is written twice the last counts.
  private(set) var entries: [Entry]

  init(_ entries: [Entry] = []) { self.entries = entries }

  /// The value as written, a reference unfollowed.
  subscript(key: PDFName) -> PDFObject? {
    for entry in entries.reversed() where entry.key == key { return entry.value }
    return nil
  }

  var isEmpty: Bool { entries.isEmpty }
  var count: Int { entries.count }
  var keys: [PDFName] { entries.map(\.key) }

  mutating func append(_ key: PDFName, _ value: PDFObject) { entries.append((key, value)) }

  mutating func replaceValues(_ change: (PDFObject) -> PDFObject) {
    for index in entries.indices { entries[index].value = change(entries[index].value) }
  }
}

/// A stream object (ISO 32000-1, 7.3.8): where its bytes are, not yet decrypted and decoded.
final class PDFStream: Sendable {
  let dictionary: PDFDictionary
  /// The raw bytes in the file.
  let range: Range<Int>
  /// The object that it is, which is part of its key where the file is encrypted.
  let id: ObjectID

  init(dictionary: PDFDictionary, range: Range<Int>, id: ObjectID) {
    self.dictionary = dictionary
    self.range = range
    self.id = id
  }
}

extension Int {
  /// The whole part of a number, held within ±2⁵³; 0 for what is no number.
  init(clamping value: Double) {
    let bound = 9_007_199_254_740_992.0
    self = value.isNaN ? 0 : Int(Swift.min(Swift.max(value, -bound), bound))
  }
}
