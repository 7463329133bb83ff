/// Looks for private data at one place of a text.
struct PrivateDataScan {
  /// What begins at a place. Without a kind it is a number of another sort, which is passed over whole.
  struct Hit {
    var kind: PrivateData.Kind?
    var certainty = PrivateData.Certainty.likely
    var span: Range<Int>
  }

  let text: MatchText

  init(_ text: MatchText) { self.text = text }

  func hit(at index: Int) -> Hit? {
    guard let scalar = text[index] else { return nil }
    if Self.provinces.contains(scalar) { return plate(at: index) }
    guard Self.isWord(scalar), !(text[index - 1].map(Self.isWord) ?? false) else { return nil }
    if let address = email(at: index) { return address }
    if scalar.isLatinLetter { return pupil(at: index) ?? passport(at: index) ?? word(at: index) }
    return number(at: index)
  }

  /// Letters and digits, which belong together.
  static func isWord(_ scalar: Unicode.Scalar) -> Bool { scalar.digit != nil || scalar.isLatinLetter }

  /// The number of a pupil (学籍号): the identity number behind G, or behind L while it is provisional.
  private func pupil(at index: Int) -> Hit? {
    guard let letter = text[index], letter == "G" || letter == "L" || letter == "g" || letter == "l",
      index + 19 <= text.count, mayStart(index), mayEnd(index + 19)
    else { return nil }
    let span = (index + 1)..<(index + 19)
    let scalars = Array(text.scalars[span])
    guard scalars.dropLast().allSatisfy({ $0.digit != nil }), CheckCharacter.hasRegionAndBirthday(scalars),
      CheckCharacter.isIdentityNumber(scalars)
    else { return nil }
    return Hit(kind: .identity, certainty: .verified, span: span)
  }

  /// A code of letters and digits, passed over as a whole: credit codes, product and file numbers.
  private func word(at index: Int) -> Hit {
    var end = index
    while let scalar = text[end], Self.isWord(scalar) { end += 1 }
    return Hit(span: index..<max(end, index + 1))
  }

  // MARK: Digits

  /// Groups of digits, with single spaces or hyphens between them.
  private func groups(at index: Int) -> [Range<Int>] {
    var groups: [Range<Int>] = []
    var start = index
    while true {
      var end = start
      while text[end]?.digit != nil { end += 1 }
      guard end > start else { break }
      groups.append(start..<end)
      guard let separator = text[end], separator == " " || separator == "-" || separator == "－",
        text[end + 1]?.digit != nil
      else { break }
      start = end + 1
    }
    return groups
  }

  private func number(at index: Int) -> Hit? {
    let groups = groups(at: index)
    guard let first = groups.first else { return word(at: index) }
    let isFree = mayStart(index)
    var end = first.upperBound
    // The check character of an identity number.
    if first.count == 17, let next = text[end], CheckCharacter.isX(next) { end += 1 }
    if let hit = isFree && mayEnd(end) ? plain(index..<end) : nil { return hit }
    if isFree, let hit = grouped(groups) { return hit }
    // Letters that run into it make it a code of another sort.
    if let next = text[end], Self.isWord(next) { return word(at: index) }
    return Hit(span: index..<end)
  }

  /// What may not stand before a number: it is then a part of an address, of a decimal or of a longer code.
  private func mayStart(_ index: Int) -> Bool {
    guard let before = text[index - 1] else { return true }
    switch before {
    case ".", "/", "_", "=", "&", "#", "%", "@", "*", "＊", "×": return false
    case "-", "－", "—", "–": return !(text[index - 2].map(Self.isWord) ?? false)
    default: return true
    }
  }

  private func mayEnd(_ end: Int) -> Bool {
    guard let after = text[end] else { return true }
    if Self.isWord(after) || after == "*" || after == "＊" || after == "_" || after == "@" { return false }
    if after == "." || after == "-" || after == "/" || after == "－" {
      return !(text[end + 1].map(Self.isWord) ?? false)
    }
    return true
  }

  /// A number without spaces.
  private func plain(_ span: Range<Int>) -> Hit? {
    let scalars = Array(text.scalars[span])
    switch scalars.count {
    case 11: return isMobile(scalars[...]) ? Hit(kind: .mobile, certainty: .verified, span: span) : nil
    case 13 where isMobile(scalars[2...]) && text.string(span).hasPrefix("86"):
      return Hit(kind: .mobile, certainty: .verified, span: span.lowerBound + 2..<span.upperBound)
    case 15:
      let isNamed = label(before: span.lowerBound, among: Self.identityWords)
      guard isNamed, CheckCharacter.hasRegionAndBirthday(scalars) else { return nil }
      return Hit(kind: .identity, span: span)
    case 18: return identity(scalars, span) ?? card(scalars, span)
    case 16, 17, 19: return card(scalars, span)
    default: return passport(at: span.lowerBound)
    }
  }

  /// A number in groups: `138 1234 5678`, `6222 0212 …`, `341322 19900101 1234`.
  private func grouped(_ groups: [Range<Int>]) -> Hit? {
    func hit(_ count: Int, lengths: [Int]) -> Range<Int>? {
      guard groups.count >= count, groups.prefix(count).map(\.count) == lengths,
        let first = groups.first, let end = groups.prefix(count).last?.upperBound,
        groups.count == count, mayEnd(end)
      else { return nil }
      return first.lowerBound..<end
    }
    if let span = hit(3, lengths: [3, 4, 4]), isMobile(digits(span)) {
      return Hit(kind: .mobile, certainty: .verified, span: span)
    }
    if let span = hit(4, lengths: [2, 3, 4, 4]), text.string(span).hasPrefix("86"),
      isMobile(digits(span).dropFirst(2))
    {
      return Hit(kind: .mobile, certainty: .verified, span: span)
    }
    if groups.count == 2, let first = groups.first, let last = groups.last, last.count == 11,
      text.string(first) == "86", mayEnd(last.upperBound), isMobile(text.scalars[last])
    {
      return Hit(kind: .mobile, certainty: .verified, span: last)
    }
    if let span = hit(3, lengths: [6, 8, 4]) { return identity(Array(digits(span)), span) }
    let total = groups.reduce(0) { $0 + $1.count }
    let isCard = (16...19).contains(total) && groups.dropLast().allSatisfy { $0.count == 4 }
    if groups.count >= 4, isCard, let first = groups.first, let last = groups.last, mayEnd(last.upperBound) {
      let span = first.lowerBound..<last.upperBound
      return card(Array(digits(span)), span)
    }
    return nil
  }

  private func digits(_ span: Range<Int>) -> ArraySlice<Unicode.Scalar> {
    text.scalars[span].filter { $0.digit != nil }[...]
  }

  private func isMobile(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
    guard scalars.count == 11, scalars.first?.digit == 1,
      let second = scalars.dropFirst().first?.digit, second >= 3
    else { return false }
    // Eleven digits in a row that are all alike behind the prefix are a pattern, not a number.
    return Set(scalars.dropFirst(3)).count > 1
  }

  private func identity(_ scalars: [Unicode.Scalar], _ span: Range<Int>) -> Hit? {
    guard scalars.count == 18, scalars.dropLast().allSatisfy({ $0.digit != nil }) else { return nil }
    let isNamed = label(before: span.lowerBound, among: Self.identityWords)
    guard CheckCharacter.hasRegionAndBirthday(scalars), CheckCharacter.isIdentityNumber(scalars) else {
      return isNamed ? Hit(kind: .identity, span: span) : nil
    }
    let isCredit = CheckCharacter.isCreditCode(scalars) && CheckCharacter.holdsOrganisationCode(scalars)
    let isOther = isCredit || label(before: span.lowerBound, among: Self.codeWords)
    return Hit(kind: .identity, certainty: isOther && !isNamed ? .likely : .verified, span: span)
  }

  private func card(_ scalars: [Unicode.Scalar], _ span: Range<Int>) -> Hit? {
    guard (16...19).contains(scalars.count), CheckCharacter.isLuhn(scalars) else { return nil }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    let prefixes = ["62", "9558", "60", "4", "51", "52", "53", "54", "55", "34", "37"]
    let isIssued = prefixes.contains { String(view).hasPrefix($0) }
    if label(before: span.lowerBound, among: Self.cardWords) {
      return Hit(kind: .bankCard, certainty: isIssued ? .verified : .likely, span: span)
    }
    // Without a word for it only the prefix of the Chinese banks is taken for a card.
    guard String(view).hasPrefix("62") || String(view).hasPrefix("9558"),
      !label(before: span.lowerBound, among: Self.codeWords)
    else { return nil }
    return Hit(kind: .bankCard, span: span)
  }
}
