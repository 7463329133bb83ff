/// The small parts around the text that a grammar can tell: who gets it, who signed it, how secret it is.
public enum FrameForm: Sendable, Hashable {
  /// 主送机关 by its shape: a short paragraph that ends in a colon.
  case recipient
  /// 签发人：…; the name is a range of the cleaned text.
  case signer(Range<Int>)
  /// 绝密, 机密, 秘密, with ★ and its period.
  case secrecy
  /// 特急, 加急 and the like.
  case urgency
  /// 份号: six digits, or a label and digits.
  case copyNumber
  /// 附注: （此件公开发布）.
  case note
  /// 抄送：… and the like in 版记.
  case copies
  /// …2022年3月1日印发.
  case printing(DocumentDate)
  /// 共印50份, 校对：…: further lines of 版记.
  case imprint
  /// 目录 or 目次 alone.
  case contents
  /// （此页无正文）.
  case blankPage

  public init?(_ text: MatchText) {
    guard text.count <= 500, let first = text[0] else { return nil }
    if let form = Self.marks(text) ?? Self.lastPage(text, first) {
      self = form
    } else if Self.isRecipient(text) {
      self = .recipient
    } else {
      return nil
    }
  }

  private static func marks(_ text: MatchText) -> FrameForm? {
    guard text.count <= 60 else { return nil }
    let dense = text.dense
    if dense.count == 2, dense.hasPrefix("目录") || dense.hasPrefix("目次") { return .contents }
    if dense.hasPrefix("签发人") || dense.hasPrefix("会签人"), dense[3]?.isColon == true || text.count <= 12 {
      let colon = text.scalars.firstIndex(where: \.isColon).map { $0 + 1 } ?? text.count
      return .signer(text.skippingSpaces(colon)..<text.count)
    }
    if let word = ["绝密", "机密", "秘密"].first(where: { dense.hasPrefix($0) }), dense.count <= 10 {
      let rest = dense[word.unicodeScalars.count]
      if rest == nil || rest == "★" || rest == "☆" || rest == "*" { return .secrecy }
    }
    if dense.hasPrefix("密级"), dense[2]?.isColon == true { return .secrecy }
    if ["特急", "加急", "特提", "平急", "急件", "紧急"].contains(dense.string) { return .urgency }
    if dense.hasPrefix("紧急程度"), dense[4]?.isColon == true { return .urgency }
    if dense.count == 6, dense.scalars.allSatisfy({ $0.digit != nil }), dense[0] == "0" { return .copyNumber }
    if dense.hasPrefix("份号") || dense.hasPrefix("No.0") || dense.hasPrefix("№0"), dense.count <= 12 {
      return .copyNumber
    }
    return nil
  }

  private static func lastPage(_ text: MatchText, _ first: Unicode.Scalar) -> FrameForm? {
    if first.isOpenRound {
      if text.dense.hasPrefix("此页无正文", at: 1) { return .blankPage }
      let words = ["此件", "公开方式", "信息公开", "联系人", "联系方式", "联系电话", "主动公开", "依申请公开", "不予公开", "此文"]
      return words.contains(where: { text.hasPrefix($0, at: 1) }) ? .note : nil
    }
    // 附注 without brackets is written wrongly and is one all the same.
    if text.count <= 20, text.hasPrefix("此件"), text.hasSuffix("公开发布") || text.hasSuffix("公开") { return .note }
    if text.hasPrefix("公开方式") || text.hasPrefix("信息公开选项") || text.hasPrefix("信息公开形式"), text.count <= 24 {
      return .note
    }
    let start = text.dense
    for word in ["抄送", "抄报", "主送", "分送", "发送", "报送"] where start.hasPrefix(word) {
      if start[2]?.isColon == true || start.hasPrefix("机关", at: 2) { return .copies }
    }
    if text.count <= 80, let date = DocumentDate.printed(text) { return .printing(date) }
    if text.count <= 40 {
      if start.hasPrefix("共印"), start.hasSuffix("份") { return .imprint }
      if start.hasPrefix("（共印") || start.hasPrefix("(共印") { return .imprint }
      for word in ["校对", "打字", "拟稿", "核稿", "印数", "审核人", "承办单位", "主题词"] where start.hasPrefix(word) {
        if start[word.unicodeScalars.count]?.isColon == true { return .imprint }
      }
    }
    return nil
  }

  /// Whether a recipient names offices or people: several, or one with a known ending.
  public static func isAudience(_ text: MatchText) -> Bool {
    var end = text.count
    while end > 0, let scalar = text[end - 1], scalar.isColon || scalar == " " { end -= 1 }
    while end > 2, text[end - 1]?.isCloseRound == true,
      let open = (0..<(end - 1)).last(where: { text[$0]?.isOpenRound == true }), open > 1
    {
      end = open
    }
    guard end >= 2 else { return false }
    if text[0] == "各" || text.scalars[..<end].contains(where: { $0 == "，" || $0 == "、" || $0 == "," }) {
      return true
    }
    return audience.contains { word in
      let length = word.unicodeScalars.count
      return length < end && text.hasPrefix(word, at: end - length)
    } || IssuerName.isLikely(text, in: 0..<end)
  }

  private static let audience = [
    "单位", "部门", "机构", "企业", "同志", "主席", "先生", "女士", "委员", "代表", "群众", "居民", "市民", "职工", "人员", "户", "商", "队",
    "员",
    "师生", "家长", "教师", "朋友", "公民", "股东", "者", "业主", "同学", "老师", "店", "厂", "矿", "网点",
  ]

  private static func isRecipient(_ text: MatchText) -> Bool {
    guard let last = text.scalars.last, last.isColon, text.count >= 2 else { return false }
    guard !text.scalars.contains(where: { $0 == "。" || $0 == "；" || $0 == "？" || $0 == "！" }) else {
      return false
    }
    let end = text.count - 1
    let endings = [
      "如下", "下", "决定", "通知", "要求", "是", "包括", "指出", "强调", "规定", "意见", "条件", "信息", "方式", "电话", "人", "邮箱",
    ]
    for word in endings {
      let length = word.unicodeScalars.count
      if word == "人" ? text.hasSuffix("联系人：") : length <= end && text.hasPrefix(word, at: end - length) {
        return false
      }
    }
    return Enumerator(text) == nil && text[0] != "附"
  }
}
