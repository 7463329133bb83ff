import Conformance
import DocumentModel
import Findings
import Messages

/// Turns a survey into a verdict: the shares decide, one violation for one cause with all its places.
///
/// The words are in the catalogue under the code: `CODE.failed` (all of it), `CODE.failedPart` (some of it),
/// `CODE.open` (too little to fail, too much to pass), `CODE.stray` (a remark), `CODE.doubt`.
struct TypographyVerdict<Value: Hashable & Sendable> {
  let code: String
  let shares: Shares
  let expected: Message
  let properties: [TracedProperty]
  /// A few words that name a value: `黑体`, `三号（16磅）`.
  let describe: (Value) -> Message
  /// Why a value is in doubt.
  let doubt: (Value) -> Message
  /// What to say of a value that fits with a remark.
  let remark: (Value) -> Message
  /// A sentence more on wrong values, such as what another standard says.
  let hint: ([Value]) -> Message?
  /// The change that puts a place right.
  let edit: (Element.Piece) -> Edit?

  func verdict(_ survey: Survey<Value>, in document: Document) -> Verdict {
    guard survey.judged > 0 else { return .inapplicable(Message("typography.nothing")) }
    let (_, outcome) = survey.outcome(shares)
    var violations: [Violation] = []
    if let wrong = wrongViolation(survey, outcome, document) { violations.append(wrong) }
    if let doubtful = doubtfulViolation(survey, outcome, document) { violations.append(doubtful) }
    if outcome == .met { violations += remarks(survey) }
    let verdict =
      switch outcome {
      case .met: Verdict.conforms(remarks: violations)
      case .broken: Verdict.violates(violations)
      case .open: Verdict.cannotTell(violations.first?.message ?? Message("typography.nothing"), violations)
      }
    return verdict.judging(paragraphs: survey.judgedParagraphs, characters: survey.judged)
  }

  private func wrongViolation(
    _ survey: Survey<Value>, _ outcome: OutcomeOfShares, _ document: Document
  ) -> Violation? {
    guard let places = StretchFacts(survey.wrong, of: survey) else { return nil }
    let key =
      switch outcome {
      case .broken: places.characters == survey.judged ? "failed" : "failedPart"
      case .open: "open"
      case .met: "stray"
      }
    let actual = tally(places.values)
    var arguments = facts(places, document)
    arguments["actual"] = .message(actual)
    arguments["expected"] = .message(expected)
    arguments["hint"] = hint(places.values.map(\.value)).map { .message($0) } ?? .text("")
    let edits = outcome == .broken ? places.pieces.compactMap(edit) : []
    return Violation(
      outcome: outcome == .met ? .passed : outcome == .open ? .cantTell : nil,
      Message("\(code).\(key)", arguments),
      actual: actual, expected: expected, at: places.pieces, proving: properties,
      fix: edits.isEmpty ? nil : Fix(safety: .safe, edits: edits))
  }

  private func doubtfulViolation(
    _ survey: Survey<Value>, _ outcome: OutcomeOfShares, _ document: Document
  ) -> Violation? {
    guard let places = StretchFacts(survey.doubtful, of: survey) else { return nil }
    var arguments = facts(places, document)
    arguments["reason"] = .list(places.values.map { doubt($0.value) }.uniqued)
    arguments["expected"] = .message(expected)
    return Violation(
      outcome: outcome == .met ? .passed : .cantTell, Message("\(code).doubt", arguments),
      actual: tally(places.values), expected: expected, at: places.pieces, proving: properties)
  }

  private func remarks(_ survey: Survey<Value>) -> [Violation] {
    guard let places = StretchFacts(survey.noted, of: survey) else { return [] }
    return places.values.map { noted in
      Violation(
        outcome: .passed, remark(noted.value), actual: describe(noted.value), expected: expected,
        at: survey.noted.filter { $0.value == noted.number }.map(\.piece), proving: properties)
    }
  }

  /// How many places, and where the first is.
  private func facts(_ places: StretchFacts<Value>, _ document: Document) -> [String: Message.Argument] {
    [
      "count": .number(places.paragraphs),
      "characters": .number(places.characters),
      "place": .message(document.placeName(of: places.first)),
    ]
  }

  /// One value by its name; several with how often each is met, the commonest first, and not all of many.
  private func tally(_ found: [StretchFacts<Value>.Counted]) -> Message {
    if let only = found.first, found.count == 1 { return describe(only.value) }
    let counted = found.enumerated().map {
      (order: $0.offset, value: $0.element.value, count: $0.element.characters)
    }
    let shown = counted.sorted { ($1.count, $0.order) < ($0.count, $1.order) }.prefix(Self.mostShown)
    let list = Message.Argument.list(
      shown.map { shown in
        Message(
          "typography.share", ["value": .message(describe(shown.value)), "characters": .number(shown.count)])
      })
    guard found.count > shown.count else { return Message("typography.tally", ["values": list]) }
    return Message("typography.tallyMore", ["values": list, "kinds": .number(found.count)])
  }

  /// So many values are named in one sentence.
  private static var mostShown: Int { 4 }
}

extension Document {
  /// The paragraph as a person finds it: `第3段`, counted over printed paragraphs outside tables and boxes.
  func placeName(of index: Int) -> Message {
    guard paragraphs.indices.contains(index) else { return Message("place.elsewhere") }
    guard paragraphs[index].story == .body else { return Message("place.elsewhere") }
    guard paragraphs[index].cell == nil else { return Message("place.table") }
    var ordinal = 0
    // By index: a loop over paragraphs would copy every one of them.
    for index in 0...index where paragraphs[index].story == .body && paragraphs[index].cell == nil {
      if !paragraphs[index].isBlank { ordinal += 1 }
    }
    return Message("place.paragraph", ["ordinal": .number(ordinal)])
  }
}

extension RoleText {
  /// The elements to judge, or the verdict that there is nothing to judge.
  ///
  /// An absent element is no fault of its typography: it is `inapplicable`, or `cantTell` where its absence
  /// is in doubt.
  func judgeable(_ leastCertainty: Double, in context: CheckContext) -> Result<[Element], Absence> {
    judgeableText(leastCertainty, in: context).map(\.elements)
  }

  /// The same as a text, which copies no element.
  func judgeableText(_ leastCertainty: Double, in context: CheckContext) -> Result<RoleText, Absence> {
    if !places.isEmpty, certainty >= leastCertainty { return .success(self) }
    let sure = places.filter { all[$0].certainty >= leastCertainty }
    if !sure.isEmpty { return .success(RoleText(roles: roles, all: all, places: sure)) }
    if let guess = places.first {
      let reason = Message(
        "role.unsure", ["role": .message(all[guess].role.name), "reason": .message(all[guess].reason)])
      return .failure(Absence(verdict: .cannotTell(reason)))
    }
    if let doubt = roles.lazy.compactMap({ context.document.doubts[$0] }).first {
      return .failure(Absence(verdict: .cannotTell(doubt)))
    }
    let role = roles.first?.name ?? Message("role.text")
    return .failure(Absence(verdict: .inapplicable(Message("role.absent", ["role": .message(role)]))))
  }
}

/// Nothing to judge, and what that makes of the requirement.
struct Absence: Error { let verdict: Verdict }

extension ElementRole {
  /// The name that people know the role by: `标题`.
  var name: Message { Message("role.\(rawValue)") }
}
