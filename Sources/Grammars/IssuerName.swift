/// The name of an office, as it stands in titles and at the sign-off.
public enum IssuerName {
  /// What names of offices end in, by number of characters. Data: add to it when a real office is missing.
  static let endings: [[Unicode.Scalar]] = [
    "局", "厅", "部", "委", "会", "院", "办", "处", "署", "所", "站", "社", "馆", "台", "校", "园", "司", "行", "室", "府", "团",
    "科",
    "股",
    "中心", "政府", "海关", "党组", "总队", "支队", "大队", "专班", "街道", "小组", "集团", "大学", "中学", "小学", "学院", "医院", "机关",
    "主席团", "工作组", "监察组", "指挥部", "筹备组", "督导组", "评审组", "考察组", "工作队", "开发区", "管理区", "合作区", "气象台", "主席",
    "总理", "部长", "省长", "市长", "县长", "区长", "州长", "镇长", "厅长", "局长", "主任", "院长", "检察长",
  ].map { Array($0.unicodeScalars) }

  /// Words that stand in sentences and not in names.
  private static let refusals = [
    "关于", "的", "应当", "请", "为了", "现将", "各位", "是否", "特此", "一律", "负责", "参加", "包括", "如下",
  ]

  /// Whether a text is shaped like one name of an office: Chinese, short, with a known ending.
  public static func isLikely(_ text: MatchText, in range: Range<Int>? = nil) -> Bool {
    let range = range ?? 0..<text.count
    let letters = range.compactMap { text[$0] }.filter { $0 != " " }
    guard (2...45).contains(letters.count) else { return false }
    var depth = 0
    for scalar in letters {
      if scalar.isOpenRound {
        depth += 1
      } else if scalar.isCloseRound {
        depth -= 1
      } else if !(scalar.isHan || scalar == "·" || scalar == "“" || scalar == "”" || scalar == "、") {
        return false
      }
      if depth < 0 || depth > 1 { return false }
    }
    guard depth == 0 else { return false }
    // （代章）、（印） and the like stand behind the name.
    var end = letters.count
    if letters.last?.isCloseRound == true, let open = letters.lastIndex(where: \.isOpenRound) { end = open }
    guard end >= 2, letters.first?.isOpenRound == false else { return false }
    let name = MatchText(string(letters))
    if refusals.contains(where: { name.firstIndex(of: $0) != nil }) { return false }
    return endings.contains { ending in
      ending.count < end && Array(letters[(end - ending.count)..<end]) == ending
    }
  }

  /// The names in a text that holds one or several, in order, as ranges of the cleaned text: parted by
  /// spaces, line breaks or 、 when every part is a name of its own. Empty when nothing is a name.
  public static func split(_ text: MatchText, in range: Range<Int>? = nil) -> [Range<Int>] {
    let range = (range ?? 0..<text.count).clamped(to: 0..<text.count)
    for separators: Set<Unicode.Scalar> in [[" "], [" ", "、", "，", ","], ["、", "，", ","]] {
      let parts = parts(of: text, in: range, separators)
      if parts.count > 1, parts.allSatisfy({ isLikely(text, in: $0) }) { return parts }
    }
    return isLikely(text, in: range) ? [range] : []
  }

  private static func parts(
    of text: MatchText, in range: Range<Int>, _ separators: Set<Unicode.Scalar>
  ) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start: Int?
    for index in range {
      if let scalar = text[index], separators.contains(scalar) {
        if let first = start { parts.append(first..<index) }
        start = nil
      } else if start == nil {
        start = index
      }
    }
    if let first = start { parts.append(first..<range.upperBound) }
    return parts
  }

  /// A name without the spaces that stretch it (`财 政 部`) and without a bracket behind it.
  public static func clean(_ text: MatchText, in range: Range<Int>) -> String {
    var letters = range.compactMap { text[$0] }.filter { $0 != " " }
    if letters.last?.isCloseRound == true, let open = letters.lastIndex(where: \.isOpenRound),
      letters.count - open <= 6
    {
      letters.removeSubrange(open...)
    }
    return string(letters)
  }

  private static func string(_ letters: [Unicode.Scalar]) -> String {
    String(scalars: letters[...])
  }
}
