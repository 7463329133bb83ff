/// A few characters to be asked for again and again: most others are told by their last bits alone.
public struct ScalarSet: Sendable {
  private let members: [UInt32]
  /// One bit for the last six bits of each member.
  private let ends: UInt64

  public init(_ text: String) { self.init(text.unicodeScalars) }

  public init(_ scalars: some Sequence<Unicode.Scalar>) {
    members = scalars.map(\.value)
    ends = members.reduce(0) { $0 | 1 << UInt64($1 & 0x3F) }
  }

  public func contains(_ scalar: Unicode.Scalar) -> Bool {
    ends & 1 << UInt64(scalar.value & 0x3F) != 0 && members.contains(scalar.value)
  }
}
