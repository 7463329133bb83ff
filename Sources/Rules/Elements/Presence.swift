import Conformance
import DocumentModel
import Findings
import Messages

/// What a spec makes of the absence of an element.
enum AbsenceVerdict: String, Codable, Sendable, CaseIterable {
  case fail, review, ignore
}

extension Setting {
  static func absence(_ name: String, standard: AbsenceVerdict) -> Setting {
    Setting(name, .choice(AbsenceVerdict.allCases.map(\.rawValue)), standard: standard.rawValue)
  }
  static let certainty = Setting("certainty", .share, standard: "0.6")
}

extension StructuredDocument {
  /// The issuers that stand at the end of the text. The title names an issuer too, and where nothing else
  /// does, that is who issued the text; it is no sign-off.
  var signers: [Element] {
    let title = Set(first(.title)?.pieces.map(\.paragraph) ?? [])
    return elements(.issuer).filter { issuer in
      issuer.pieces.isEmpty || !issuer.pieces.allSatisfy { title.contains($0.paragraph) }
    }
  }

}

extension CheckContext {
  /// Whether an element of a role is there; absence is what the spec makes of it, doubt is doubt.
  func presence(
    of role: ElementRole, certainty: Share?, absent: AbsenceVerdict, code: String
  ) -> Verdict {
    let found = text(of: [role]).elements
    if let sure = found.first(where: { $0.certainty >= certainty?.value ?? Element.leastCertainty }) {
      return .conforms.judging(paragraphs: sure.pieces.count, characters: sure.text.unicodeScalars.count)
    }
    if let guess = found.first {
      let reason = Message(
        "role.unsure", ["role": .message(role.name), "reason": .message(guess.reason)])
      return .cannotTell(
        reason, [Violation(Message("\(code).unsure", ["text": .text(guess.text)]), at: guess.pieces)])
    }
    if let doubt = document.doubts[role] {
      return .cannotTell(doubt, [Violation(Message("\(code).doubt", ["reason": .message(doubt)]), at: [])])
    }
    let absence = Message("\(code).absent")
    switch absent {
    case .fail: return .violates([Violation(Message("\(code).failed"), at: [])])
    case .review: return .cannotTell(absence, [Violation(absence, at: [])])
    case .ignore: return .inapplicable(absence)
    }
  }
}
