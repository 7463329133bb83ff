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
    guard let first = survey.wrong.first else { return nil }
    let isWhole = survey.wrong.reduce(0) { $0 + $1.characters } == survey.judged
    let key =
      switch outcome {
      case .broken: isWhole ? "failed" : "failedPart"
      case .open: "open"
      case .met: "stray"
      }
    let actual = tally(survey.wrong)
    var arguments = facts(survey.wrong, first, document)
    arguments["actual"] = .message(actual)
    arguments["expected"] = .message(expected)
    arguments["hint"] = hint(values(survey.wrong)).map { .message($0) } ?? .text("")
    let edits = outcome == .broken ? survey.wrong.compactMap { edit($0.piece) } : []
    return Violation(
      outcome: outcome == .met ? .passed : outcome == .open ? .cantTell : nil,
      Message("\(code).\(key)", arguments),
      actual: actual, expected: expected, at: survey.wrong.map(\.piece), proving: properties,
      fix: edits.isEmpty ? nil : Fix(safety: .safe, edits: edits))
  }

  private func doubtfulViolation(
    _ survey: Survey<Value>, _ outcome: OutcomeOfShares, _ document: Document
  ) -> Violation? {
    guard let first = survey.doubtful.first else { return nil }
    var arguments = facts(survey.doubtful, first, document)
    arguments["reason"] = .list(unique(values(survey.doubtful).map(doubt)))
    arguments["expected"] = .message(expected)
    return Violation(
      outcome: outcome == .met ? .passed : .cantTell, Message("\(code).doubt", arguments),
      actual: tally(survey.doubtful), expected: expected, at: survey.doubtful.map(\.piece),
      proving: properties)
  }

  private func remarks(_ survey: Survey<Value>) -> [Violation] {
    values(survey.noted).map { value in
      Violation(
        outcome: .passed, remark(value), actual: describe(value), expected: expected,
        at: survey.noted.filter { $0.value == value }.map(\.piece), proving: properties)
    }
  }

  /// How many places, and where the first is.
  private func facts(
    _ stretches: [Survey<Value>.Stretch], _ first: Survey<Value>.Stretch, _ document: Document
  ) -> [String: Message.Argument] {
    [
      "count": .number(Set(stretches.map(\.piece.paragraph)).count),
      "characters": .number(stretches.reduce(0) { $0 + $1.characters }),
      "place": .message(document.placeName(of: first.piece.paragraph)),
    ]
  }

  /// The values in order of appearance, each once.
  private func values(_ stretches: [Survey<Value>.Stretch]) -> [Value] {
    counts(stretches).map(\.value)
  }

  /// The values in order of appearance, each with its characters.
  private func counts(_ stretches: [Survey<Value>.Stretch]) -> [(value: Value, count: Int)] {
    var counts: [(value: Value, count: Int)] = []
    var places: [Value: Int] = [:]
    var last: Int?
    for index in stretches.indices {
      // Values come in a row, and to compare two is cheaper than to hash one.
      if let last, counts[last].value == stretches[index].value {
        counts[last].count += stretches[index].characters
        continue
      }
      let place = places[stretches[index].value] ?? counts.count
      if place == counts.count {
        places[stretches[index].value] = place
        counts.append((stretches[index].value, 0))
      }
      counts[place].count += stretches[index].characters
      last = place
    }
    return counts
  }

  private func unique<T: Hashable>(_ values: [T]) -> [T] {
    var seen: Set<T> = []
    return values.filter { seen.insert($0).inserted }
  }

  /// One value by its name; several with how often each is met, the commonest first, and not all of many.
  private func tally(_ stretches: [Survey<Value>.Stretch]) -> Message {
    let found = counts(stretches)
    if let only = found.first, found.count == 1 { return describe(only.value) }
    let counted = found.enumerated().map {
      (order: $0.offset, value: $0.element.value, count: $0.element.count)
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
    let paragraph = paragraphs[index]
    guard paragraph.story == .body else { return Message("place.elsewhere") }
    guard paragraph.cell == nil else { return Message("place.table") }
    let ordinal = paragraphs[...index].count { $0.story == .body && $0.cell == nil && !$0.isBlank }
    return Message("place.paragraph", ["ordinal": .number(ordinal)])
  }
}

extension RoleText {
  /// The elements to judge, or the verdict that there is nothing to judge.
  ///
  /// An absent element is no fault of its typography: it is `inapplicable`, or `cantTell` where its absence
  /// is in doubt.
  func judgeable(_ leastCertainty: Double, in context: CheckContext) -> Result<[Element], Absence> {
    if !elements.isEmpty, certainty >= leastCertainty { return .success(elements) }
    let sure = elements.filter { $0.certainty >= leastCertainty }
    if !sure.isEmpty { return .success(sure) }
    if let guess = elements.first {
      let reason = Message(
        "role.unsure", ["role": .message(guess.role.name), "reason": .message(guess.reason)])
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
