import Conformance
import DocumentModel
import Fonts

/// A class of faces as a spec names it: `宋体`, `song`, or any name of the font table.
struct FaceSetting: Codable, Sendable, Hashable {
  let fontClass: FontClass

  init(_ fontClass: FontClass) { self.fontClass = fontClass }

  init(from decoder: any Decoder) throws {
    let text = try decoder.singleValueContainer().decode(String.self)
    guard let fontClass = FontClass(specName: text) else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "'\(text)' is no known face"))
    }
    self.fontClass = fontClass
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(fontClass.displayName)
  }
}

/// A length as a spec writes it: `小二`, `18pt`, `37mm`. A number without a unit is refused.
struct LengthSetting: Codable, Sendable, Hashable {
  let length: Length

  init(_ length: Length) { self.length = length }

  init(from decoder: any Decoder) throws {
    let text = try decoder.singleValueContainer().decode(String.self)
    guard let points = FontSizeName.points(ofLength: text) else {
      throw DecodingError.dataCorrupted(
        .init(
          codingPath: decoder.codingPath, debugDescription: "'\(text)' is no length; write 小二, 18pt or 37mm"))
    }
    length = .pt(points)
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(length.description)
  }
}

/// A part of a whole, from 0 to 1.
struct Share: Codable, Sendable, Hashable {
  let value: Double

  init(_ value: Double) { self.value = value }

  init(from decoder: any Decoder) throws {
    value = try decoder.singleValueContainer().decode(Double.self)
    guard (0...1).contains(value) else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "\(value) is not between 0 and 1"))
    }
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(value)
  }
}

/// What all typography rules may be told: how much of the text must comply, and how sure its role must be.
protocol TypographyRule: Rule where Subject == RoleText {
  /// The share of characters from which the requirement is met.
  var passShare: Share? { get }
  /// The share of characters below which it is broken; between the two a person must look.
  var reviewShare: Share? { get }
  /// The certainty of a role below which nothing is judged.
  var certainty: Share? { get }
  /// Whether the whole text must comply where the spec gives no shares, as titles must.
  static var isWhole: Bool { get }
}

extension TypographyRule {
  static var isWhole: Bool { true }
  /// Title and number must comply to the last character; body text to 95 %, and is broken below 80 %.
  var shares: Shares {
    Shares(
      pass: passShare?.value ?? (Self.isWhole ? 1 : 0.95),
      review: reviewShare?.value ?? (Self.isWhole ? 1 : 0.8))
  }
  var leastCertainty: Double { certainty?.value ?? Element.leastCertainty }

  static func shareSettings(pass: String, review: String) -> [Setting] {
    [
      Setting("passShare", .share, standard: pass), Setting("reviewShare", .share, standard: review),
      Setting("certainty", .share, standard: "0.6"),
    ]
  }
  static var shareSettings: [Setting] {
    isWhole ? shareSettings(pass: "1", review: "1") : shareSettings(pass: "0.95", review: "0.8")
  }
}

extension Element {
  /// The certainty that judging needs where a spec gives none.
  static let leastCertainty = 0.6
}

/// How much of a text must comply.
struct Shares: Sendable {
  let pass: Double
  let review: Double
}
