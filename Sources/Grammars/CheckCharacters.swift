/// Check characters of numbers that the state and banks give out.
public enum CheckCharacter {
  /// GB 11643-1999: seventeen digits, and the sum of the weighted digits modulo 11 as the eighteenth.
  public static func isIdentityNumber(_ scalars: some BidirectionalCollection<Unicode.Scalar>) -> Bool {
    guard scalars.count == 18, let last = scalars.last else { return false }
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    var sum = 0
    for (weight, scalar) in zip(weights, scalars) {
      guard let digit = scalar.digit else { return false }
      sum += weight * digit
    }
    let expected = (12 - sum % 11) % 11
    return last.digit.map { $0 == expected } ?? (expected == 10 && isX(last))
  }

  static func isX(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "X" || scalar == "x" || scalar == "Ｘ" || scalar == "ｘ"
  }

  /// GB 32100-2015: eighteen characters, the last one by the weighted sum modulo 31.
  public static func isCreditCode(_ scalars: some Collection<Unicode.Scalar>) -> Bool {
    guard scalars.count == 18 else { return false }
    let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY".unicodeScalars)
    var sum = 0
    var weight = 1
    for (index, scalar) in scalars.enumerated() {
      guard let value = alphabet.firstIndex(of: scalar) else { return false }
      if index == 17 { return value == (31 - sum % 31) % 31 }
      sum += value * weight
      weight = weight * 3 % 31
    }
    return false
  }

  /// GB 11714-1997: the ninth character of an organisation code, which stands in the ninth to seventeenth place
  /// of a credit code behind a region; a second check beside the eighteenth, which one number in 31 passes by chance.
  static func holdsOrganisationCode(_ scalars: some BidirectionalCollection<Unicode.Scalar>) -> Bool {
    let code = scalars.dropFirst(8).prefix(9)
    let region = scalars.dropFirst(2).prefix(2).reduce(0) { $0 * 10 + ($1.digit ?? 0) }
    guard code.count == 9, let last = code.last, regions.contains(region) || region == 10 || region == 0
    else {
      return false
    }
    var sum = 0
    for (weight, scalar) in zip([3, 7, 9, 10, 5, 8, 4, 2], code) {
      let letter = (0x41...0x5A).contains(scalar.value) ? Int(scalar.value) - 0x41 + 10 : nil
      guard let value = scalar.digit ?? letter else { return false }
      sum += weight * value
    }
    let expected = (11 - sum % 11) % 11
    return last.digit.map { $0 == expected } ?? (expected == 10 && isX(last))
  }

  /// ISO/IEC 7812-1: every second digit from the right doubled, all added, divisible by ten.
  public static func isLuhn(_ scalars: some BidirectionalCollection<Unicode.Scalar>) -> Bool {
    var sum = 0
    var isDoubled = false
    for scalar in scalars.reversed() {
      guard var digit = scalar.digit else { return false }
      if isDoubled { digit = digit * 2 > 9 ? digit * 2 - 9 : digit * 2 }
      sum += digit
      isDoubled.toggle()
    }
    return sum > 0 && sum % 10 == 0
  }

  /// Whether a number of 18 or 15 characters names a region and a day of birth that exist.
  static func hasRegionAndBirthday(_ scalars: [Unicode.Scalar]) -> Bool {
    func number(_ range: Range<Int>) -> Int {
      scalars[range.clamped(to: 0..<scalars.count)].reduce(0) { $0 * 10 + ($1.digit ?? 0) }
    }
    guard scalars.count == 18 || scalars.count == 15, regions.contains(number(0..<2)) else { return false }
    let isOld = scalars.count == 15
    let year = isOld ? 1900 + number(6..<8) : number(6..<10)
    let month = number(isOld ? 8..<10 : 10..<12)
    let day = number(isOld ? 10..<12 : 12..<14)
    guard (1900...2099).contains(year), (1...12).contains(month), day >= 1 else { return false }
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return day <= days[month - 1]
  }

  /// The first two digits of GB/T 2260 codes; 83 for residents from Taiwan, 91 for foreigners.
  private static let regions: Set<Int> = Set(
    Array(11...15) + Array(21...23) + Array(31...37) + Array(41...46) + Array(50...54) + Array(61...65)
      + [71, 81, 82, 83, 91])
}
