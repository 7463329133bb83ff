/// The shape of a title: who, about what, which kind of document (条例 2012, 8).
public struct TitleForm: Sendable, Hashable {
  /// The pattern that a title follows.
  public enum Pattern: String, Sendable, Hashable {
    /// `…关于…的通知`: one of the fifteen statutory kinds, with 关于.
    case statutory
    /// `…印发…的通知` without 关于, or `…印发《…》`.
    case wrapping
    /// `…条例`, `…工作方案`: ends in the name of a kind, statutory or not.
    case plain
  }

  public var pattern: Pattern
  /// 文种, such as 通知; empty for `…印发《…》`.
  public var kind: String
  /// The office before 关于 or 印发, in scalars of the cleaned text; empty when the title names none.
  public var issuer: Range<Int>
  /// The bracketed end such as （试行）, in scalars of the cleaned text.
  public var tail: Range<Int>

  /// Whether the kind is one of the fifteen.
  public var isStatutory: Bool { Self.statutoryKinds.contains(kind) }

  /// 条例 2012, 8.
  public static let statutoryKinds = [
    "决议", "决定", "命令", "令", "公报", "公告", "通告", "意见", "通知", "通报", "报告", "请示", "批复", "议案", "函", "纪要",
  ]

  /// Kinds that titles of attachments, rules and plans end in. Longer ones first where one ends another.
  public static let plainKinds = [
    "条例", "规定", "办法", "细则", "规则", "规程", "规范", "方案", "规划", "计划", "要点", "总结", "目录", "清单", "标准", "指南", "指引",
    "制度", "预案", "分解表", "一览表", "公示", "法典", "法", "章程", "解释", "守则", "准则", "大纲", "纲要", "措施", "说明", "须知", "流程",
    "名单", "公约", "答复", "声明", "倡议书", "通知书", "决定书", "责任书", "承诺书", "协议书", "意见书", "简报", "手册", "导则", "安排", "台账",
    "汇总表", "统计表", "申请表", "登记表", "评分表", "明细表", "信息表", "表", "启事", "问答", "解读", "修正案", "批准书", "意向书", "建议", "机制",
    "图",
    "汇编", "模板", "样本", "范本", "报告书", "公开信", "慰问信", "贺信", "讲话", "提纲", "指标", "体系", "考试大纲", "简章", "职责", "分工",
  ]

  public init?(_ text: MatchText) {
    guard text.count >= 3, text.count <= 220 else { return nil }
    let tailStart = Self.tailStart(text)
    let end = tailStart
    tail = tailStart..<text.count
    guard !text.scalars.contains(where: { $0 == "。" || $0 == "；" }) else { return nil }
    let kind = Self.kind(of: text, end: end)
    let about = Self.index(of: "关于", in: text, end: end)
    if let kind, let about, Self.statutoryKinds.contains(kind), end - about > kind.unicodeScalars.count + 3 {
      self.kind = kind
      pattern = .statutory
      let verb = Self.verbs.lazy.compactMap { Self.index(of: $0, in: text, end: about) }.min()
      issuer = Self.trimmed(0..<(verb ?? about), text)
      return
    }
    if let verb = Self.verbs.lazy.compactMap({ Self.index(of: $0, in: text, end: end) }).min(),
      verb < end - 4,
      kind.map({ Self.statutoryKinds.contains($0) }) ?? (text[end - 1] == "》" && text[verb + 2] == "《"),
      kind == nil || text.hasPrefix("的", at: end - (kind?.unicodeScalars.count ?? 0) - 1)
    {
      self.kind = kind ?? ""
      pattern = .wrapping
      issuer = Self.trimmed(0..<verb, text)
      return
    }
    guard let kind, end > kind.unicodeScalars.count + 1 else { return nil }
    self.kind = kind
    pattern = .plain
    issuer = about.map { Self.trimmed(0..<$0, text) } ?? 0..<0
  }

  private static let verbs = ["印发", "转发", "批转", "发布", "公布", "颁布", "下达"]

  /// Where the brackets at the end begin: （试行）, (征求意见稿), （2022年版）（试行）.
  private static func tailStart(_ text: MatchText) -> Int {
    var end = text.count
    while end > 3, text[end - 1]?.isCloseRound == true {
      guard let open = (max(0, end - 24)..<(end - 1)).last(where: { text[$0]?.isOpenRound == true }), open > 2
      else { break }
      end = open
      while end > 0, text[end - 1] == " " { end -= 1 }
    }
    return end
  }

  private static func kind(of text: MatchText, end: Int) -> String? {
    func ends(with word: String) -> Bool {
      let length = word.unicodeScalars.count
      return length <= end && text.hasPrefix(word, at: end - length)
    }
    return statutoryKinds.first(where: ends) ?? plainKinds.first(where: ends)
  }

  /// The first place of a word outside 《》.
  private static func index(of word: String, in text: MatchText, end: Int) -> Int? {
    var depth = 0
    for index in 0..<end {
      if text[index] == "《" { depth += 1 } else if text[index] == "》" { depth -= 1 }
      if depth <= 0, text.hasPrefix(word, at: index) { return index }
    }
    return nil
  }

  private static func trimmed(_ range: Range<Int>, _ text: MatchText) -> Range<Int> {
    var end = range.upperBound
    while end > range.lowerBound, text[end - 1] == " " { end -= 1 }
    return range.lowerBound..<end
  }
}
