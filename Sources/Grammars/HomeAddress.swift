/// A home address down to the door, behind a word that says so: streets alone name offices too.
public struct HomeAddress: Hashable, Sendable {
  /// In Unicode scalars of the text as written.
  public var range: Range<Int>
  public var value: String

  public static func find(in text: String) -> [HomeAddress] {
    guard text.unicodeScalars.contains(where: { $0 == "住" || $0 == "户" }) else { return [] }
    let match = MatchText(text)
    var found: [HomeAddress] = []
    var index = 0
    while index < match.count {
      guard let head = match[index], heads.contains(head),
        let word = labels.first(where: { match.hasPrefix($0, at: index) })
      else {
        index += 1
        continue
      }
      var start = index + word.unicodeScalars.count
      while let scalar = match[start], scalar.isColon || scalar == " " || scalar == "为" || scalar == "在" {
        start += 1
      }
      var end = start
      while end - start < 60, let scalar = match[end], isAddress(scalar) { end += 1 }
      if let span = door(start..<end, in: match) {
        found.append(HomeAddress(range: match.origin(span), value: match.string(span)))
      }
      index = max(end, index + 1)
    }
    return found
  }

  /// What stands in front of an address.
  public static let labels = [
    "家庭住址", "家庭地址", "现住址", "现居住地", "户籍地址", "户籍所在地", "户籍地", "经常居住地", "居住地", "住址", "现住", "，住",
  ]

  /// What the labels begin with.
  private static let heads = ScalarSet(labels.compactMap { $0.unicodeScalars.first })

  private static func isAddress(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isHan || PrivateDataScan.isWord(scalar) || scalar == "-" || scalar == "#" || scalar == " "
  }

  /// The part up to the last number of a door, house or group; `nil` without a place and such a number.
  private static func door(_ span: Range<Int>, in text: MatchText) -> Range<Int>? {
    var end: Int?
    var hasPlace = false
    for index in span {
      guard let scalar = text[index], let before = text[index - 1] else { continue }
      if places.contains(scalar) { hasPlace = true }
      if doors.contains(scalar), hasPlace, index > span.lowerBound,
        before.digit != nil || before.chineseDigit != nil || before == "十"
      {
        end = index + 1
      }
    }
    return end.map { span.lowerBound..<$0 }
  }

  private static let places = ScalarSet("省市区县镇乡村街路巷道庄")
  private static let doors = ScalarSet("号栋幢室组户队楼单")
}
