/// The number at the head of a text as written, found without a copy of the text.
public struct LeadingNumber {
  public let enumerator: Enumerator
  /// The white space and the characters without room in front of it, in scalars.
  public let lead: Int
  /// The character behind it, among those that were looked at.
  public let next: Unicode.Scalar?

  /// Enough for every form.
  private static let reach = 16

  /// - Returns: `nil` where a text begins otherwise.
  public init?(_ text: Substring) {
    let found = text.utf8.withContiguousStorageIfAvailable(Self.read)
    guard let found = found ?? Array(text.utf8).withUnsafeBufferPointer(Self.read) else { return nil }
    self = found
  }

  private init(enumerator: Enumerator, lead: Int, next: Unicode.Scalar?) {
    self.enumerator = enumerator
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
      while count < reach, let scalar = walk.next() {
        head.initializeElement(at: count, to: scalar.isBlank ? " " : scalar)
        count += 1
      }
      guard let enumerator = Enumerator(UnsafeBufferPointer(head)[..<count]) else { return nil }
      let length = enumerator.length
      guard length <= count else { return nil }
      return LeadingNumber(enumerator: enumerator, lead: lead, next: length < count ? head[length] : nil)
    }
  }
}
