/// A number with some of its digits hidden, such as `341322********1234` or `138****5678`.
public struct MaskedNumber: Hashable, Sendable {
  public enum Kind: String, Hashable, Sendable { case identity, mobile, bankCard }
  public var kind: Kind
  /// Whether what is left does not tell the person: of an identity number eight or more are hidden and so is
  /// the birthday, of a mobile number four or more.
  public var isSufficient: Bool
  /// In Unicode scalars of the text as written.
  public var range: Range<Int>
  public var value: String

  public static func find(in text: String) -> [MaskedNumber] {
    guard text.unicodeScalars.contains(where: isMask) else { return [] }
    let match = MatchText(text)
    var found: [MaskedNumber] = []
    var index = 0
    while index < match.count {
      var end = index
      while let scalar = match[end], scalar.digit != nil || isMask(scalar) { end += 1 }
      if end > index, !(match[index - 1].map(PrivateDataScan.isWord) ?? false),
        !(match[end].map(PrivateDataScan.isWord) ?? false),
        let number = MaskedNumber(match, index..<end)
      {
        found.append(number)
      }
      index = max(end, index + 1)
    }
    return found
  }

  private init?(_ text: MatchText, _ span: Range<Int>) {
    let scalars = Array(text.scalars[span])
    // The last character of an identity number may be an X of its own.
    let isHidden = scalars.enumerated().map { index, scalar in
      Self.isMask(scalar)
        && !(index == 17 && CheckCharacter.isX(scalar) && scalars.dropLast().last?.digit != nil)
    }
    let hidden = isHidden.count { $0 }
    guard hidden >= 2, scalars.count - hidden >= 4, scalars.first?.digit != nil,
      Self.longestRun(isHidden) >= 2
    else { return nil }
    switch scalars.count {
    case 11 where scalars.first?.digit == 1:
      kind = .mobile
      isSufficient = hidden >= 4
    case 18, 15:
      kind = .identity
      let birthday = scalars.count == 18 ? 6..<14 : 6..<12
      isSufficient = hidden >= 8 || (hidden >= 6 && birthday.allSatisfy { isHidden[$0] })
    case 16, 17, 19:
      kind = .bankCard
      isSufficient = hidden >= 6
    default: return nil
    }
    range = text.origin(span)
    value = text.string(span)
  }

  private static func isMask(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "*", "＊", "×", "✕", "●", "■", "∗", "X", "x", "Ｘ": true
    default: false
    }
  }

  private static func longestRun(_ flags: [Bool]) -> Int {
    var longest = 0
    var run = 0
    for flag in flags {
      run = flag ? run + 1 : 0
      longest = max(longest, run)
    }
    return longest
  }
}
