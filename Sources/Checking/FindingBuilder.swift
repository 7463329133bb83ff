import Conformance
import DocumentModel
import Findings
import Messages

/// Makes findings of violations, in the order of the spec.
struct FindingBuilder {
  /// The most findings of a file, and the most places of a finding, that a report holds.
  static let findingLimit = 10_000
  static let placeLimit = 200
  /// The most pictures: each takes some ten kilobytes of a report.
  static let pictureLimit = 20

  let places: PlaceFinder
  private var findings: [Finding] = []
  private var requests: [Int: TraceRequest] = [:]
  private var exhibits: [Int: Exhibit] = [:]
  private var prints: [String: Int] = [:]
  private var dropped = 0

  init(places: PlaceFinder) { self.places = places }

  mutating func add(
    _ violation: Violation, code: String, outcome: Outcome, of requirement: Requirement
  ) {
    guard findings.count < Self.findingLimit else {
      dropped += 1
      return
    }
    let expected = violation.expected.map(places.mask.message)
    let groups = PlaceFinder.grouped(violation.pieces)
    let shown =
      (groups.prefix(Self.placeLimit).compactMap { places.place(of: $0) }
      + violation.spots.prefix(Self.placeLimit).compactMap(places.place)).prefix(Self.placeLimit)
    if !violation.properties.isEmpty, let piece = violation.pieces.first {
      requests[findings.count] = TraceRequest(
        paragraph: piece.paragraph, offset: piece.range?.lowerBound ?? places.firstHan(of: piece.paragraph),
        properties: violation.properties)
    }
    exhibits[findings.count] = violation.exhibit
    findings.append(
      Finding(
        code: code, requirement: requirement.id, severity: requirement.severity, outcome: outcome,
        title: Self.known("\(code).title") ?? requirement.title,
        message: places.mask.message(violation.message),
        actual: violation.actual.map(places.mask.message), expected: expected, clause: requirement.clause,
        places: Array(shown), placeCount: groups.count + violation.spots.count,
        advice: advice(code, of: requirement, expected: expected),
        // A correction is in the terms of a file that keeps what was set.
        fix: places.isFixedLayout ? nil : places.mask.fix(violation.fix),
        fingerprint: fingerprint(code, shown.first)))
  }

  /// The same for the same fault of the same words; a second one in the file gets its own.
  private mutating func fingerprint(_ code: String, _ place: Place?) -> String {
    var print = Fingerprint()
    print.add(code)
    print.addNormalised(places.text(of: place).unicodeScalars)
    let count = prints[print.text, default: 0]
    prints[print.text] = count + 1
    if count > 0 { print.add(String(count)) }
    return print.text
  }

  private static func known(_ key: String) -> Message? {
    Catalogue.builtIn.entries[key] == nil ? nil : Message(key)
  }

  /// What the catalogue says of a code, or of the rule that it belongs to. A file of fixed layout is mended
  /// in the one that it was made from: `CODE.pdf` says how, or else `CODE.word` with that in front.
  private func advice(_ code: String, of requirement: Requirement, expected: Message?) -> Advice? {
    let value =
      expected.map { Message("advice.value", ["value": .message($0)]) } ?? Message("advice.anyValue")
    func filled(_ key: String) -> Message? {
      Self.known(key).map { Message($0.key, ["value": .message(value)]) }
    }
    func inOriginal(_ steps: Message, _ program: String) -> Message {
      Message("advice.original\(program)", ["steps": .message(steps)])
    }
    for code in [code, requirement.code] {
      if places.isFixedLayout {
        if let word = filled("\(code).pdf") { return Advice(word: word) }
        if let word = filled("\(code).word") {
          guard let wps = filled("\(code).wps") else { return Advice(word: inOriginal(word, "")) }
          return Advice(word: inOriginal(word, ".word"), wps: inOriginal(wps, ".wps"))
        }
      } else if let word = filled("\(code).word") {
        return Advice(word: word, wps: filled("\(code).wps"))
      }
    }
    return nil
  }

  /// Adds the layers that prove the findings, asked for all at once.
  mutating func addEvidence(_ trace: ([TraceRequest]) -> [TraceRequest: [Trace]]?) {
    let asked = Set(requests.values)
    guard !asked.isEmpty, let traces = trace(Array(asked)) else { return }
    for (index, request) in requests where findings.indices.contains(index) {
      findings[index].evidence = traces[request] ?? []
    }
  }

  /// Adds the pictures that show what is meant, to the first findings that have one.
  mutating func addPictures(_ picture: (Exhibit) -> FindingPicture?) {
    for (index, exhibit) in exhibits.sorted(by: { $0.key < $1.key }).prefix(Self.pictureLimit)
    where findings.indices.contains(index) {
      findings[index].exhibit = picture(exhibit)
    }
  }

  /// The findings, and how many more there were.
  func finish() -> (findings: [Finding], dropped: Int) { (findings, dropped) }
}

extension PlaceFinder {
  func firstHan(of index: Int) -> Int { paragraph(index)?.firstHanOffset ?? 0 }

  /// The words of a place in the paragraph itself, masked: a digest of a number is soon guessed.
  func text(of place: Place?) -> String {
    guard let index = place?.paragraph, let paragraph = paragraph(index) else { return "" }
    return mask.text(of: paragraph, at: index)
  }
}
