import Conformance
import DocumentModel
import Findings
import Grammars
import Messages

/// The office that the title names is the one that signs (rules.md §4.4).
///
/// Names are shortened in titles and joint issues name several, so only two names that cannot mean one office
/// break the requirement; what may be one office, or several, is for a person to see.
public struct TitleIssuerRule: Rule {
  let certainty: Share?

  public static let description = RuleDescription(
    code: "TITLE-issuer",
    sources: ["党政机关公文处理工作条例（2012），第九条", "GB/T 9704-2012, 7.3.1、7.3.5"],
    settings: [.certainty],
    examples: [
      signed("标题和署名是同一机关", "泗县教育体育局关于做好开学工作的通知", ["泗县教育体育局"], .passed),
      signed("标题用简称", "泗县教体局关于做好开学工作的通知", ["泗县教育体育局"], .passed),
      signed("标题省去了地名", "省教育厅关于做好开学工作的通知", ["安徽省教育厅"], .passed),
      signed("转发：看发文机关，不看被转发的", "泗县教育体育局转发省教育厅关于做好开学工作的通知", ["泗县教育体育局"], .passed),
      signed("标题和署名是两个县的机关", "灵璧县教育局关于做好开学工作的通知", ["泗县教育局"], .failed),
      signed("标题和署名是同一县的两个局", "泗县财政局关于做好资助工作的通知", ["泗县教育体育局"], .failed),
      signed("可能是同一机关的两种叫法，请人工复核", "中共泗县教育局委员会关于做好开学工作的通知", ["泗县教育局党组"], .cantTell),
      signed("联合署名多出一个机关，请人工复核", "泗县教育体育局关于做好资助工作的通知", ["泗县教育体育局", "泗县财政局"], .cantTell),
      signed("“城市”里没有地名", "宿州市城市管理局关于做好防汛工作的通知", ["宿州市城管局"], .passed),
      signed("联合发文", "泗县教育体育局 泗县财政局关于做好资助工作的通知", ["泗县教育体育局", "泗县财政局"], .passed),
      signed("标题没有写发文机关", "关于做好开学工作的通知", ["泗县教育体育局"], .inapplicable),
      signed("没有署名", "泗县教育体育局关于做好开学工作的通知", [], .inapplicable),
    ])

  private static func signed(
    _ name: String, _ title: String, _ issuers: [String], _ outcome: Outcome, line: Int = #line
  ) -> Example {
    Example(
      name, on: [.element(.title)], .sample([.title(title), .body("现通知如下。")] + issuers.map { .issuer($0) }),
      outcome, codes: outcome == .failed || outcome == .cantTell ? ["TITLE-issuer"] : [], line: line)
  }

  public func check(_ text: RoleText, in context: CheckContext) -> Verdict {
    let least = certainty?.value ?? Element.leastCertainty
    switch text.judgeable(least, in: context) {
    // Whether there is a title, and whether it is surely one, is another requirement.
    case .failure(let absence): return .inapplicable(absence.verdict.reason ?? Message("typography.nothing"))
    case .success(let titles):
      let signers = signers(in: context.document, least)
      guard let title = titles.first, !signers.isEmpty else {
        return .inapplicable(Message("TITLE-issuer.unsigned"))
      }
      return verdict(title, signers).judging(
        paragraphs: title.pieces.count, characters: title.text.unicodeScalars.count)
    }
  }

  /// Who signs; a cell of a list that reads like an office is none where somebody signs outside of it.
  private func signers(in structure: StructuredDocument, _ least: Double) -> [Element] {
    let all = structure.signers.filter { $0.certainty >= least && !$0.text.isEmpty }
    let paragraphs = structure.document.paragraphs
    let free = all.filter { signer in
      signer.pieces.allSatisfy {
        paragraphs.indices.contains($0.paragraph) && paragraphs[$0.paragraph].cell == nil
      }
    }
    return free.isEmpty ? all : free
  }

  private func verdict(_ title: Element, _ signers: [Element]) -> Verdict {
    let match = MatchText(title.text)
    guard let form = TitleForm(match), !form.issuer.isEmpty else {
      return .inapplicable(Message("TITLE-issuer.none"))
    }
    let named = IssuerName.split(match, in: form.issuer).map { OfficeName(IssuerName.clean(match, in: $0)) }
    guard !named.isEmpty else { return .inapplicable(Message("TITLE-issuer.none")) }
    let signed = signers.map { signer in
      let text = MatchText(signer.text)
      return OfficeName(IssuerName.clean(text, in: 0..<text.count))
    }
    let isSame =
      signed.allSatisfy { one in named.contains { $0.mayBe(one) } }
      && named.allSatisfy { one in signed.contains { $0.mayBe(one) } }
    if isSame { return .conforms }
    let isSure = named.count == 1 && signed.count == 1 && zip(named, signed).allSatisfy { $0.cannotBe($1) }
    let message = Message(
      isSure ? "TITLE-issuer.failed" : "TITLE-issuer.review",
      [
        "title": .text(named.map(\.text).joined(separator: "、")),
        "signed": .text(signed.map(\.text).joined(separator: "、")),
      ])
    let violation = Violation(message, at: title.pieces + signers.flatMap(\.pieces))
    return isSure ? .violates([violation]) : .cannotTell(message, [violation])
  }
}

/// The name of an office, taken apart as far as two of them can be told from one another.
private struct OfficeName {
  let text: String
  private let scalars: [Unicode.Scalar]
  /// 省, 市 and 县 of the name, by their last character.
  private let places: [Unicode.Scalar: String]
  /// What the office is about: 教育体育 of 泗县教育体育局.
  private let matter: Set<Unicode.Scalar>
  /// 局, 厅, 部: offices of one matter each. Others, such as 委员会 and 办公室, are of all kinds.
  private let kind: Unicode.Scalar?

  init(_ text: String) {
    self.text = text
    scalars = [Unicode.Scalar](of: text)
    var places: [Unicode.Scalar: String] = [:]
    var start = text.hasPrefix("中共") ? 2 : 0
    for (index, scalar) in scalars.enumerated() where index > start && index < scalars.count - 2 {
      // From the higher to the lower; the 市 of 城市管理局 is no city.
      let ranks: [Unicode.Scalar] = ["省", "市", "县"]
      guard let rank = ranks.firstIndex(of: scalar), index - start <= 6,
        ranks[rank...].allSatisfy({ places[$0] == nil })
      else { continue }
      places[scalar] = scalars.string(start..<index)
      start = index + 1
    }
    self.places = places
    kind = scalars.last.flatMap { ["局", "厅", "部"].contains($0) ? $0 : nil }
    matter = Set(scalars.dropLast().dropFirst(start))
  }

  /// One name may be the other made shorter: its characters in their order.
  func mayBe(_ other: OfficeName) -> Bool { isShort(for: other) || other.isShort(for: self) }

  private func isShort(for other: OfficeName) -> Bool {
    var rest = scalars[...]
    for scalar in other.scalars where scalar == rest.first { rest.removeFirst() }
    return rest.isEmpty
  }

  /// Two places of one rank, or two matters of one place, are two offices.
  func cannotBe(_ other: OfficeName) -> Bool {
    for (rank, name) in places {
      if let otherName = other.places[rank], otherName != name { return true }
    }
    guard let kind, kind == other.kind, !places.isEmpty, places == other.places else { return false }
    return !matter.isEmpty && !other.matter.isEmpty && matter.isDisjoint(with: other.matter)
  }
}
