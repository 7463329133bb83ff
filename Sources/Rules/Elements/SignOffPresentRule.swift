import Conformance
import DocumentModel
import Findings
import Messages

/// The document ends in a sign-off: the issuing body, then the date (rules.md §4.10).
///
/// Rules and laws that say in a caption who issued them when have no sign-off.
public struct SignOffPresentRule: Rule {
  /// A part of a sign-off.
  enum Part: String, Codable, CaseIterable { case issuer, date }
  /// The parts that are asked for.
  let requires: [Part]?
  /// What the absence of the issuer makes of the requirement; the absence of the date breaks it.
  let absentIssuer: AbsenceVerdict?
  let certainty: Share?

  public static let description = RuleDescription(
    code: "SIGN-present", subcodes: ["SIGN-pos", "SIGN-order"],
    sources: ["GB/T 9704-2012, 7.3.5"],
    settings: [
      Setting("requires", .list(.choice(Part.allCases.map(\.rawValue))), standard: "[issuer, date]"),
      .absence("absentIssuer", standard: .review), .certainty,
    ],
    examples: [
      Example(
        "署名和日期都有", on: [.document],
        signed(["泗县人民政府办公室", "2022年3月1日"]), .passed),
      Example(
        "用空格推到右边", on: [.document],
        signed(["　　　　　　　　　　泗县人民政府办公室", "　　　　　　　　　　　2022年3月1日"], alignment: nil), .passed),
      Example(
        "落款靠左，另作说明", on: [.document], signed(["泗县人民政府办公室", "2022年3月1日"], alignment: nil), .passed,
        codes: ["SIGN-pos"]),
      Example(
        "日期写在署名之上，另作说明", on: [.document],
        signed(["2022年3月1日", "泗县人民政府办公室"]), .passed, codes: ["SIGN-order"]),
      Example(
        "落款没有日期", on: [.document], .sample([.issuer("泗县人民政府办公室")]), .failed, codes: ["SIGN-present"]),
      Example(
        "没有署名，请人工复核", on: [.document], .sample([.date("2022年3月1日", iso: "2022-03-01")]), .cantTell,
        codes: ["SIGN-present"]),
      Example(
        "没有署名即为不符合", settings: "requires: [issuer]\nabsentIssuer: fail", on: [.document],
        .sample([.date("2022年3月1日", iso: "2022-03-01")]), .failed, codes: ["SIGN-present"]),
      Example(
        "法规以题注说明发布机关和日期", on: [.document],
        .sample([
          SamplePart(.caption, "（2022年3月1日泗县人民政府公布）", .init("楷体", 12)), .date("2022年3月1日"),
        ]), .inapplicable),
    ])

  /// A text with its sign-off; a line with a digit is the date.
  private static func signed(_ lines: [String], alignment: Alignment? = .right) -> StructuredDocument {
    let signOff = lines.map { line in
      var part: SamplePart =
        line.contains("2") ? .date(line, iso: "2022-03-01") : .issuer(line)
      part.paragraph.format.alignment = alignment
      return part
    }
    return .sample([.body("特此通知。")] + signOff)
  }

  public func check(_ document: WholeDocument, in context: CheckContext) -> Verdict {
    let signOff = SignOff(context.document)
    let least = certainty?.value ?? Element.leastCertainty
    if signOff.issuers.isEmpty, context.document.place(of: .caption) != nil {
      return .inapplicable(Message("SIGN-present.caption"))
    }
    let missing = (requires ?? Part.allCases).filter { part in
      !signOff[part].contains { $0.certainty >= least }
    }
    guard !missing.isEmpty else {
      let parts = (requires ?? Part.allCases).compactMap { signOff[$0].first }
      let remarks = SignOffPlacement(context.document, least: least).remarks
      return .conforms(remarks: remarks).judging(
        paragraphs: parts.count, characters: parts.reduce(0) { $0 + $1.text.unicodeScalars.count })
    }
    return verdict(of: missing, signOff, context.document.doubts)
  }

  /// What was found of a sign-off.
  private struct SignOff {
    let issuers: [Element]
    let dates: [Element]

    init(_ document: StructuredDocument) {
      issuers = document.signers
      dates = document.elements(.date)
    }

    subscript(part: Part) -> [Element] { part == .issuer ? issuers : dates }
  }

  private func verdict(
    of missing: [Part], _ signOff: SignOff, _ doubts: [ElementRole: Message]
  ) -> Verdict {
    let parts = Message("typography.tally", ["values": .list(missing.map(\.role.name))])
    let violation = Violation(
      Message("SIGN-present.failed", ["parts": .message(parts)]), expected: parts,
      at: signOff.issuers.first?.pieces ?? signOff.dates.first?.pieces ?? [])
    for part in missing {
      // What was seen but not surely, or looked for in doubt, is not absent.
      if let guess = signOff[part].first {
        let reason = Message(
          "role.unsure", ["role": .message(part.role.name), "reason": .message(guess.reason)])
        return .cannotTell(reason, [violation])
      }
      if let doubt = doubts[part.role] { return .cannotTell(doubt, [violation]) }
    }
    guard missing == [.issuer] else { return .violates([violation]) }
    switch absentIssuer ?? .review {
    case .fail: return .violates([violation])
    case .review:
      var doubt = violation
      doubt.message = Message("SIGN-present.review", ["parts": .message(parts)])
      return .cannotTell(doubt.message, [doubt])
    case .ignore: return .inapplicable(violation.message)
    }
  }
}

extension SignOffPresentRule.Part {
  fileprivate var role: ElementRole { self == .issuer ? .issuer : .date }
}
