/// A number or address in a text that belongs to one person, as far as the text itself can tell
/// (rules.md §1.7). Streets and names need more context and are not found here.
public struct PrivateData: Hashable, Sendable {
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// 公民身份号码 (GB 11643-1999), of 18 or, in the old form, 15 characters.
    case identity
    case mobile
    case bankCard
    /// 护照, 往来港澳通行证, 台胞证.
    case passport
    case plate
    case email
  }

  /// How sure it is that this is what it looks like.
  public enum Certainty: Int, Hashable, Sendable {
    /// It has the form, and a word before it says so or nothing speaks against it.
    case likely
    /// Check characters, dates and, where they are needed, the words before it agree.
    case verified
  }

  public var kind: Kind
  public var certainty: Certainty
  /// In Unicode scalars of the text as written.
  public var range: Range<Int>
  /// The value as written.
  public var value: String

  public static let everyKind = Set(Kind.allCases)

  /// The finds in a text, in order and without overlaps.
  public static func find(in text: String, kinds: Set<Kind> = everyKind) -> [PrivateData] {
    guard mayHold(kinds, text) else { return [] }
    let match = MatchText(text)
    var found: [PrivateData] = []
    var index = 0
    while index < match.count {
      guard let hit = PrivateDataScan(match).hit(at: index) else {
        index += 1
        continue
      }
      index = hit.span.upperBound
      guard let kind = hit.kind, kinds.contains(kind) else { continue }
      found.append(
        PrivateData(
          kind: kind, certainty: hit.certainty, range: match.origin(hit.span), value: match.string(hit.span)))
    }
    return found
  }

  /// Whether the bytes of a text can hold any of it: most paragraphs cannot, and are not looked at further.
  private static func mayHold(_ kinds: Set<Kind>, _ text: String) -> Bool {
    var digits = 0
    var hasCapital = false
    var hasAt = false
    var before: (UInt8, UInt8) = (0, 0)
    for byte in text.utf8 {
      // Full-width digits are EF BC 90…99, the full-width @ is EF BC A0.
      let isFullWidth = before == (0xEF, 0xBC)
      if byte &- 0x30 < 10 || isFullWidth && byte &- 0x90 < 10 { digits += 1 }
      if byte &- 0x41 < 26 { hasCapital = true }
      if byte == 0x40 || isFullWidth && byte == 0xA0 { hasAt = true }
      before = (before.1, byte)
    }
    return kinds.contains { kind in
      switch kind {
      case .identity: digits >= 15
      case .mobile: digits >= 11
      case .bankCard: digits >= 16
      case .passport: digits >= 7
      case .plate: digits >= 3 && hasCapital
      case .email: hasAt
      }
    }
  }

  /// A value with all but its first three and last two characters hidden; of short ones less is left.
  public static func masked(_ value: some Collection<Unicode.Scalar>) -> [Unicode.Scalar] {
    let count = value.count
    let at = value.firstIndex(of: "@").map { value.distance(from: value.startIndex, to: $0) }
    let lead = at.map { min(3, $0 / 2) } ?? (count >= 7 ? 3 : min(1, count - 1))
    let tail = count >= 7 ? 2 : 0
    return value.enumerated().map { offset, scalar in
      offset < lead || offset >= count - tail ? scalar : "*"
    }
  }

  public static func masked(_ value: String) -> String {
    String(scalars: masked(value.unicodeScalars)[...])
  }

  /// A text in which every find is masked; as long as before.
  public static func masking(_ text: String) -> String {
    let found = find(in: text)
    guard !found.isEmpty else { return text }
    return masking(text, found.map(\.range))
  }

  /// A text in which some stretches, in Unicode scalars, are masked; as long as before.
  public static func masking(_ text: String, _ ranges: [Range<Int>]) -> String {
    var scalars = Array(text.unicodeScalars)
    for range in ranges.map({ $0.clamped(to: 0..<scalars.count) }) {
      scalars.replaceSubrange(range, with: masked(scalars[range]))
    }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }
}
