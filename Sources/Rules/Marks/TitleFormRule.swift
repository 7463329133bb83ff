import Conformance
import DocumentModel
import Findings
import Grammars
import Messages

/// The title is written plainly: punctuation, book-title marks, repeated words, length, spaces (rules.md §4.4).
public struct TitleFormRule: Rule {
  /// The number of characters up to which a title is not long.
  let longestTitle: Int?
  let certainty: Share?

  public static let description = RuleDescription(
    code: "TITLE-form",
    subcodes: ["TITLE-dup", "TITLE-shuming", "TITLE-punct", "TITLE-len", "TITLE-space"],
    sources: ["党政机关公文处理工作条例（2012），第九条", "GB/T 9704-2012, 7.3.1", "GB/T 15834-2011, 4.15"],
    settings: [Setting("longestTitle", .number, standard: "50"), .certainty],
    examples: [
      title("标题规范", "泗县人民政府办公室关于印发《泗县城市管理办法》的通知", .passed),
      title("联合发文的机关之间可以空格", "泗县教育体育局 泗县财政局关于做好资助工作的通知", .passed),
      title("书名号只有一半", "关于印发《泗县城市管理办法的通知", .failed, ["TITLE-shuming"]),
      title("半角括号", "关于印发《泗县城市管理办法(试行)》的通知", .failed, ["TITLE-punct"]),
      title("文种重复，请人工复核", "关于转发做好春季开学工作的通知的通知", .cantTell, ["TITLE-dup"]),
      title("“关于”重复，请人工复核", "关于转发县政府关于做好春季开学工作的通知", .cantTell, ["TITLE-dup"]),
      title("书名号里又用书名号，另作说明", "关于印发《〈条例〉实施办法》和《《条例》解读》的通知", .passed, ["TITLE-shuming"]),
      title("办法没有加书名号，另作说明", "关于印发泗县城市管理办法的通知", .passed, ["TITLE-shuming"]),
      title("标题中有逗号，另作说明", "关于加强管理，做好防汛工作的通知", .passed, ["TITLE-punct"]),
      title("标题中有空格，另作说明", "关于做好 防汛工作的通知", .passed, ["TITLE-space"]),
      Example(
        "标题过长，另作说明", settings: "longestTitle: 10", on: [.element(.title)],
        .sample([.title("关于做好春季开学工作的通知")]), .passed, codes: ["TITLE-len"]),
    ])

  private static func title(
    _ name: String, _ text: String, _ outcome: Outcome, _ codes: [String] = [], line: Int = #line
  ) -> Example {
    Example(name, on: [.element(.title)], .sample([.title(text)]), outcome, codes: codes, line: line)
  }

  public func check(_ text: RoleText, in context: CheckContext) -> Verdict {
    switch text.judgeable(certainty?.value ?? Element.leastCertainty, in: context) {
    case .failure(let absence): return absence.verdict
    case .success(let titles):
      guard let title = titles.first else { return .inapplicable(Message("typography.nothing")) }
      let reading = TitleReading(PlainText(title, in: context.document.document))
      var faults = reading.marks + reading.punctuation + reading.repetitions + reading.spaces
      let length = reading.scalars.count(where: \.isChineseCharacter)
      if length > longestTitle ?? 50 {
        faults.append(
          Fault(
            code: "TITLE-len", outcome: .passed, key: "TITLE-len.failed", found: String(length),
            expected: String(longestTitle ?? 50), pieces: title.pieces))
      }
      return Verdict.of(faults.violations).judging(
        paragraphs: title.pieces.count, characters: title.text.unicodeScalars.count)
    }
  }
}

/// A title, character by character.
private struct TitleReading {
  let text: PlainText
  let scalars: [Unicode.Scalar]
  /// How many 《 are open at each character.
  private let depths: [Int]
  private let isBalanced: Bool

  init(_ text: PlainText) {
    self.text = text
    scalars = [Unicode.Scalar](of: text.text)
    var depth = 0
    var isBalanced = true
    var depths: [Int] = []
    for scalar in scalars {
      if scalar == "《" { depth += 1 }
      depths.append(depth)
      if scalar == "》" { depth -= 1 }
      if depth < 0 {
        isBalanced = false
        depth = 0
      }
    }
    self.depths = depths
    self.isBalanced = isBalanced && depth == 0
  }

  private func fault(
    _ code: String, _ key: String, _ outcome: Outcome?, _ range: Range<Int>, found: String? = nil,
    replacement: String? = nil
  ) -> Fault {
    var fault = Fault(
      code: code, outcome: outcome, key: key, found: found ?? scalars.string(range), expected: replacement,
      pieces: text.pieces(of: range))
    if let replacement, let place = text.replaceable(range) {
      fault.edits = [.replaceText(replacement, paragraph: place.paragraph, range: place.range)]
    }
    return fault
  }

  // MARK: 书名号

  var marks: [Fault] {
    let all = 0..<scalars.count
    guard isBalanced else { return [fault("TITLE-shuming", "TITLE-shuming.failed", nil, all)] }
    var faults: [Fault] = []
    for index in all where scalars[index] == "《" && depths[index] > 1 {
      faults.append(
        nested(from: index))
    }
    if let range = bareRegulation {
      let marked = "《\(scalars.string(range))》"
      var bare = fault("TITLE-shuming", "TITLE-shuming.bare", .passed, range)
      bare.edits = edits([(range, marked)])
      bare.safety = .needsReview
      faults.append(bare)
    }
    return faults
  }

  /// 《 inside 《》, which with its other half should be 〈〉.
  private func nested(from start: Int) -> Fault {
    var fault = fault(
      "TITLE-shuming", "TITLE-shuming.nested", .passed, start..<(start + 1), found: "《…《…》…》")
    let depth = depths[start]
    if let end = scalars.indices.first(where: { $0 > start && scalars[$0] == "》" && depths[$0] == depth }) {
      fault.edits = edits([(start..<(start + 1), "〈"), (end..<(end + 1), "〉")])
    }
    return fault
  }

  /// The changes to parts of the title; none unless each can be placed.
  private func edits(_ changes: [(range: Range<Int>, text: String)]) -> [Edit] {
    let edits = changes.compactMap { change in
      text.replaceable(change.range).map {
        Edit.replaceText(change.text, paragraph: $0.paragraph, range: $0.range)
      }
    }
    return edits.count == changes.count ? edits : []
  }

  /// `印发…办法` without 《》 in front of the kind.
  private var bareRegulation: Range<Int>? {
    let match = MatchText(text.text)
    guard !scalars.contains("《"), let verb = match.firstIndex(of: "印发") ?? match.firstIndex(of: "转发") else {
      return nil
    }
    for word in ["条例", "办法", "规定", "细则", "规则"] {
      for ending in ["的通知", "的决定", "的公告", "（试行）的通知", "（暂行）的通知"] where match.hasSuffix(word + ending) {
        let end = match.count - ending.unicodeScalars.count
        return verb + 2 < end ? match.origin((verb + 2)..<end) : nil
      }
    }
    return nil
  }

  // MARK: Punctuation and spaces

  var punctuation: [Fault] {
    var faults: [Fault] = []
    for (index, scalar) in scalars.enumerated() {
      let range = index..<(index + 1)
      let isInName =
        scalars.at(index - 1)?.isChineseCharacter != true && scalars.at(index + 1)?.isChineseCharacter != true
      switch scalar {
      case "。", "，", "；", "！", "？", "：":
        if depths[index] == 0 { faults.append(fault("TITLE-punct", "TITLE-punct.unusual", .passed, range)) }
      case "(", ")":
        faults.append(
          fault("TITLE-punct", "TITLE-punct.failed", nil, range, replacement: scalar == "(" ? "（" : "）"))
      case ",", ":", ";", "?", "!", "\"":
        guard !isInName else { break }
        var half = fault("TITLE-punct", "TITLE-punct.failed", nil, range)
        // Which half of a pair of quotation marks it is cannot be told from the mark.
        if let full = Self.fullWidth[scalar] { half.edits = edits([(range, full)]) }
        half.safety = .needsReview
        faults.append(half)
      default: break
      }
    }
    return faults
  }

  private static let fullWidth: [Unicode.Scalar: String] = [",": "，", ":": "：", ";": "；", "?": "？", "!": "！"]

  var spaces: [Fault] {
    guard let first = scalars.firstIndex(where: { !$0.isBlank }),
      let last = scalars.lastIndex(where: { !$0.isBlank })
    else { return [] }
    // Joint issuers stand in front of 关于, apart from one another.
    let start = (first..<last).first(where: isAbout) ?? first
    let blanks = (start..<last).filter { index in
      scalars[index].isBlank && scalars[index] != "\n" && scalars[index] != "\u{B}"
        && scalars.at(index - 1)?.isChineseCharacter == true
        && scalars.at(index + 1)?.isChineseCharacter == true
    }
    return blanks.map {
      let around = ($0 - 1)..<($0 + 2)
      var space = fault("TITLE-space", "TITLE-space.failed", .passed, around)
      space.edits = edits([($0..<($0 + 1), "")])
      space.safety = .needsReview
      return space
    }
  }

  // MARK: Words that are said twice

  private static let repeated: Set<String> = ["通知", "意见", "决定", "公告", "通告", "通报", "报告", "批复"]

  /// Whether 关于 stands at an index.
  private func isAbout(_ index: Int) -> Bool { scalars.at(index) == "关" && scalars.at(index + 1) == "于" }

  var repetitions: [Fault] {
    guard isBalanced else { return [] }
    let outside = scalars.indices.filter {
      depths[$0] == 0 && !scalars[$0].isBlank && !scalars[$0].isInvisible
    }
    // 通知的通知, 通知通知.
    for length in [5, 4] where outside.count > length {
      let ending = outside.suffix(length).map { scalars[$0] }
      guard length == 4 || ending[2] == "的", ending[0] == ending[length - 2], ending[1] == ending[length - 1],
        Self.repeated.contains(ending.string(0..<2)),
        let start = outside.suffix(length).first, let end = outside.last, end - start < length + 2
      else { continue }
      return [fault("TITLE-dup", "TITLE-dup.failed", .cantTell, start..<(end + 1))]
    }
    let abouts = outside.filter(isAbout)
    guard abouts.count > 1, let last = abouts.last else { return [] }
    return [fault("TITLE-dup", "TITLE-dup.failed", .cantTell, last..<(last + 2))]
  }
}
