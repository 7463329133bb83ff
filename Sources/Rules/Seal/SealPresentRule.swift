import Conformance
import DocumentModel
import Findings
import Messages

/// The text edition bears no seal: none as a picture, drawn, or as an object (rules.md §1.2 and §6).
///
/// What could be one is weighed by how it looks, how large it is and where it stands. What weighs enough
/// breaks the requirement, what weighs less is for a person to see.
public struct SealPresentRule: Rule {
  // What each piece of evidence weighs.
  let sizeWeight, ringWeight, undecodableWeight, centreWeight, nearWeight: Double?
  let keywordWeight, signatureWeight, floatingWeight, clearedWeight: Double?
  let aspectPenalty, topPenalty, darkPenalty, headerPenalty, tablePenalty: Double?
  /// The scores from which there is a seal, and from which there may be one.
  let failScore, reviewScore: Double?
  // Windows of sizes, distances and shapes.
  let leastSize, mostSize, leastChop, mostChop, nearDistance, wideSize: LengthSetting?
  let leastAspect, mostAspect: Double?
  let topShare, leastCoverage, mostCoverage, ringShare, centreShare: Share?
  let glyphRuns: Int?
  /// Words in names of pictures, programs and classes that stand for seals.
  let keywords: [String]?
  /// The beginnings of the names of programs whose objects are documents and no seals.
  let documentPrograms: [String]?
  /// Documents that may keep their seal: number or title, then the reason.
  let exceptions: [String]?

  public static let looksAtPictures = true
  public static var grounds: Grounds { .surroundings }

  public func check(_ document: WholeDocument, in context: CheckContext) -> Verdict {
    guard !context.document.document.figures.isEmpty else {
      return .conforms.judging(paragraphs: 0, characters: 0)
    }
    let survey = SealSurvey(context.document, scale)
    let found = survey.candidates.compactMap { candidate -> Violation? in
      let judgement = survey.judge(candidate)
      return judgement.outcome == .passed ? nil : survey.violation(of: candidate, judgement)
    }
    guard !found.isEmpty else {
      return .conforms.judging(paragraphs: 0, characters: 0)
    }
    if let reason = exemption(of: context.document) { return .softened(found, reason) }
    let worst = found.contains { $0.outcome == .failed }
    return worst ? .violates(found) : .cannotTell(found[0].message, found)
  }

  /// Why a seal may be there after all: a registered exception, or a text about seals.
  private func exemption(of document: StructuredDocument) -> Message? {
    if let exception = SealException.of(document, in: exceptions ?? []) {
      return Message("SEAL-present.exception", ["reason": .text(exception.reason)])
    }
    guard let title = document.first(.title)?.text, ["印章", "公章", "印鉴"].contains(where: title.contains)
    else { return nil }
    return Message("SEAL-present.subject")
  }

  var scale: SealScale {
    SealScale(
      weights: [
        .size: sizeWeight ?? 0.35, .ring: ringWeight ?? 0.35, .undecodable: undecodableWeight ?? 0.25,
        .centre: centreWeight ?? 0.15, .near: nearWeight ?? 0.15, .keyword: keywordWeight ?? 0.2,
        .signature: signatureWeight ?? 0.5, .floating: floatingWeight ?? 0.1,
        .cleared: clearedWeight ?? 0.1, .aspect: -(aspectPenalty ?? 0.5), .top: -(topPenalty ?? 0.4),
        .dark: -(darkPenalty ?? 0.4), .header: -(headerPenalty ?? 0.3), .table: -(tablePenalty ?? 0.3),
      ],
      fail: failScore ?? 0.8, review: reviewScore ?? 0.4,
      sizes: Self.range(leastSize?.millimetres ?? 35, mostSize?.millimetres ?? 62),
      chopSizes: Self.range(leastChop?.millimetres ?? 10, mostChop?.millimetres ?? 25),
      nearDistance: nearDistance?.millimetres ?? 60, wideSize: wideSize?.millimetres ?? 100,
      aspects: Self.range(leastAspect ?? 0.85, mostAspect ?? 1.18), topShare: topShare?.value ?? 0.25,
      ringSectors: Int(((ringShare?.value ?? 0.7) * 72).rounded(.down)), glyphRuns: glyphRuns ?? 8,
      coverage: Self.range(leastCoverage?.value ?? 0.08, mostCoverage?.value ?? 0.45),
      centreShare: centreShare?.value ?? 0.1, keywords: keywords ?? Self.standardKeywords,
      documentPrograms: documentPrograms ?? Self.standardPrograms)
  }

  /// A range, whichever way round a spec gives it.
  private static func range(_ a: Double, _ b: Double) -> ClosedRange<Double> { min(a, b)...max(a, b) }

  static let standardKeywords = [
    "iSignature", "KGSign", "金格", "WebSign", "ESeal", "SealCtrl", "电子签章", "签章", "DianJu", "点聚", "AIP",
    "eSign", "BJCA", "书生", "gongzhang", "公章", "印章", "seal", "stamp", "yinzhang",
  ]
  static let standardPrograms = [
    "Equation", "MathType", "KWPS.Equation", "Word.", "Excel.", "PowerPoint.", "Visio.", "Package",
    "AcroExch",
    "AcroPDF", "KWPS.", "KET.", "ET.", "WPS.", "WPP.", "KWPP.", "MSGraph", "Outlook", "PBrush",
    "Paint.Picture",
    "Word.Picture", "Forms.", "htmlfile", "ShockwaveFlash", "opendocument",
  ]
}

extension LengthSetting {
  var millimetres: Double { length.millimetres }
}

extension Verdict {
  /// What would break the requirement, as something for a person to see, with the reason why it may stand.
  static func softened(_ violations: [Violation], _ reason: Message) -> Verdict {
    let open = violations.map { violation in
      var violation = violation
      violation.outcome = .cantTell
      // What may stand is not to be taken out.
      violation.fix = nil
      violation.message = Message(
        "SEAL-softened", ["what": .message(violation.message), "why": .message(reason)])
      return violation
    }
    return .cannotTell(reason, open)
  }
}
