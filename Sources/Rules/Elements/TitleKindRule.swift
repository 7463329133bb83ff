import Conformance
import Findings
import Grammars
import Messages

/// The title names the kind of the document (rules.md §4.4).
public struct TitleKindRule: Rule {
  /// What a title may be that ends in a kind without 关于…的.
  enum PlainVerdict: String, Codable, CaseIterable { case pass, review, fail }
  let plain: PlainVerdict?
  /// Kinds that need no 关于…的: the titles of laws, minutes and announcements end in them.
  let ownKinds: [String]?
  let certainty: Share?

  public static let description = RuleDescription(
    code: "TITLE-kind",
    sources: ["党政机关公文处理工作条例（2012），第八条、第九条", "GB/T 9704-2012, 7.3.1"],
    settings: [
      Setting("plain", .choice(PlainVerdict.allCases.map(\.rawValue)), standard: "review"),
      Setting("ownKinds", .list(.text), standard: "[\(standardOwnKinds.joined(separator: ", "))]"),
      .certainty,
    ],
    examples: [
      Example(
        "标题以文种结尾", on: [.element(.title)], .sample([.title("泗县人民政府办公室关于做好政务公开工作的通知")]), .passed),
      Example(
        "转发类标题", on: [.element(.title)], .sample([.title("国务院办公厅印发《关于全面推进政务公开工作的意见》实施细则的通知")]),
        .passed),
      Example("法规的标题以文种结尾即可", on: [.element(.title)], .sample([.title("泗县城市管理办法")]), .passed),
      Example("纪要、公告可以不写“关于”", on: [.element(.title)], .sample([.title("泗县教育体育局党组会议纪要")]), .passed),
      Example(
        "标题没有文种", on: [.element(.title)], .sample([.title("泗县人民政府办公室关于做好政务公开工作")]), .failed,
        codes: ["TITLE-kind"]),
      Example(
        "没有“关于”也没有文种，可能不是公文，请人工复核", on: [.element(.title)], .sample([.title("泗县教育体育局校舍检修招标文件")]),
        .cantTell, codes: ["TITLE-kind"]),
      Example(
        "方案没有“关于”，请人工复核", on: [.element(.title)],
        .sample([.title("泗县教育体育局基层政务公开提升行动任务分解方案")]), .cantTell, codes: ["TITLE-kind"]),
      Example(
        "公示不是法定文种，请人工复核", on: [.element(.title)],
        .sample([.title("关于公布2022年度优秀教师评选结果的公示")]), .cantTell, codes: ["TITLE-kind"]),
      Example(
        "规定可以只以文种结尾", settings: "plain: pass", on: [.element(.title)],
        .sample([.title("泗县教育体育局基层政务公开提升行动任务分解方案")]), .passed),
    ])

  static let standardOwnKinds = [
    "法", "法典", "条例", "规定", "办法", "细则", "规则", "章程", "纪要", "令", "公报", "公告", "通告",
  ]

  public func check(_ text: RoleText, in context: CheckContext) -> Verdict {
    switch text.judgeable(certainty?.value ?? Element.leastCertainty, in: context) {
    case .failure(let absence): return absence.verdict
    case .success(let titles):
      return titles.first.map(verdict) ?? .inapplicable(Message("typography.nothing"))
    }
  }

  private func verdict(_ title: Element) -> Verdict {
    let judged = { (verdict: Verdict) in
      verdict.judging(paragraphs: title.pieces.count, characters: title.text.unicodeScalars.count)
    }
    let missing = Violation(
      Message("TITLE-kind.failed", ["text": .text(title.text)]), at: title.pieces, proving: [])
    let isAbout = MatchText(title.text).firstIndex(of: "关于") != nil
    guard let form = TitleForm(MatchText(title.text)) else {
      // Tenders, manuals and lists are no official documents, and do not say that they are about anything.
      return judged(isAbout ? .violates([missing]) : .cannotTell(missing.message, [missing]))
    }
    switch form.pattern {
    case .statutory: return judged(.conforms)
    case .wrapping:
      return judged(form.kind.isEmpty ? .cannotTell(missing.message, [missing]) : .conforms)
    case .plain where (ownKinds ?? Self.standardOwnKinds).contains(form.kind): return judged(.conforms)
    case .plain:
      let doubt = Violation(
        Message(isAbout ? "TITLE-kind.unlisted" : "TITLE-kind.plain", ["kind": .text(form.kind)]),
        at: title.pieces)
      switch plain ?? .review {
      case .pass: return judged(.conforms)
      case .review: return judged(.cannotTell(doubt.message, [doubt]))
      case .fail: return judged(.violates([doubt]))
      }
    }
  }
}
