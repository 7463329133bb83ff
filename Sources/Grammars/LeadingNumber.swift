/// The number at the head of a text as written, found without a copy of the text.
public struct LeadingNumber {
  public let enumerator: Enumerator
  /// Its first character.
  public let first: Unicode.Scalar
  /// The white space and the characters without room in front of it, in scalars.
  public let lead: Int
  /// The character behind it, among those that were looked at.
  public let next: Unicode.Scalar?

  /// Enough for every form.
  private static let reach = 16

  /// - Returns: `nil` where a text begins otherwise.
  public init?(_ text: String) {
    var text = text
    guard let found = text.withUTF8(Self.read) else { return nil }
    self = found
  }

  public init?(_ text: Substring) {
    var text = text
    guard let found = text.withUTF8(Self.read) else { return nil }
    self = found
  }

  private init(enumerator: Enumerator, first: Unicode.Scalar, lead: Int, next: Unicode.Scalar?) {
    self.enumerator = enumerator
    self.first = first
    self.lead = lead
    self.next = next
  }

  private static func read(_ bytes: UnsafeBufferPointer<UInt8>) -> LeadingNumber? {
    var walk = ScalarWalk(bytes, 0..<bytes.count)
    var lead = 0
    var first = walk.next()
    while let scalar = first, scalar.isBlank || scalar.isInvisible {
      lead += 1
      first = walk.next()
    }
    // A bullet or a letter heads nothing that counts.
    guard let first, Enumerator.canBegin(with: first) else { return nil }
    return withUnsafeTemporaryAllocation(of: Unicode.Scalar.self, capacity: reach) { head in
      head.initializeElement(at: 0, to: first)
      var count = 1
      var limit = reach
      while count < limit, let scalar = walk.next() {
        let scalar = scalar.isBlank ? " " : scalar
        head.initializeElement(at: count, to: scalar)
        count += 1
        // The mark behind the number, one more that may belong to it, and the one behind that.
        // Behind a point, the rest of a clause number as well: 5. 1.
        if limit == reach, scalar != " ", !Enumerator.isDigit(scalar) {
          limit = min(reach, count + (scalar == "." || scalar == "．" ? 6 : 2))
        }
      }
      guard let enumerator = Enumerator(UnsafeBufferPointer(head)[..<count]) else { return nil }
      let length = enumerator.length
      guard length <= count else { return nil }
      return LeadingNumber(
        enumerator: enumerator, first: first, lead: lead, next: length < count ? head[length] : nil)
    }
  }
}
