import Conformance
import DOCXReader
import DocumentModel
import Rules
import Specifications
import Structure

/// What the rules of a spec cost, all and each, as a share of the time that reading the same documents takes.
struct RulesBenchmark {
  private let inputs: [InputFile]
  private let requirements: [(id: String, rule: any Rule, roles: [SubjectRole])]
  private let documents: [StructuredDocument]
  /// One for each document, with all that rules share worked out.
  private let contexts: [CheckContext]

  private static let rounds = 9
  /// How long each side works in a round, at least, in seconds of CPU.
  private static let spell = 0.2
  /// The same where one part is looked at alone.
  private static let onlySpell = 4.0

  /// - Throws: what is wrong with the built-in spec, or with the files that were readable before.
  init(inputs: [InputFile]) throws {
    self.inputs = inputs
    requirements = try SpecLibrary.builtIn.load("sixian-2022", rules: .builtIn).requirements.compactMap {
      guard case .rule(let rule) = $0.check else { return nil }
      return ($0.id, rule, $0.roles)
    }
    let reader = DOCXReader()
    documents = try inputs.map { StructureReader().elements(of: try reader.read($0.bytes)) }
    contexts = documents.map { CheckContext(document: $0) }
    for context in contexts {
      for (_, rule, roles) in requirements { _ = rule.check(on: roles, in: context) }
    }
  }

  func run() {
    print("Rules: \(requirements.count) rules on \(inputs.count) files")
    print("CPU time of one pass over all files, medians of \(Self.rounds) alternating rounds")
    let repeats = max(1, Int(Self.spell / max(1e-6, CPUTime.each(of: 2, judge))))
    var reading: [Double] = []
    var structure: [Double] = []
    var rules: [Double] = []
    var single = requirements.map { _ in [Double]() }
    for _ in 0..<Self.rounds {
      reading.append(CPUTime.each(of: repeats, read))
      structure.append(CPUTime.each(of: repeats, recognise))
      rules.append(CPUTime.each(of: repeats, judge))
      for index in requirements.indices {
        single[index].append(CPUTime.each(of: repeats) { judge(by: index) })
      }
    }
    report(reading, structure, rules, single)
  }

  /// One part by itself for a while, for a profiler.
  /// - Parameter part: `reading`, `structure`, `rules`, or the id of a requirement.
  /// - Returns: whether there is such a part.
  func run(only part: String) -> Bool {
    let work: () -> Void
    switch part {
    case "reading": work = read
    case "structure": work = recognise
    case "rules": work = judge
    default:
      guard let index = requirements.firstIndex(where: { $0.id == part }) else { return false }
      work = { judge(by: index) }
    }
    let repeats = max(1, Int(Self.onlySpell / max(1e-6, CPUTime.each(of: 2, work))))
    ResultLine(name: part, amount: CPUTime.each(of: repeats, work).milliseconds).print()
    return true
  }

  private func report(
    _ reading: [Double], _ structure: [Double], _ rules: [Double], _ single: [[Double]]
  ) {
    func share(_ times: [Double]) -> String {
      (zip(times, reading).map { $0 / $1 }.median * 100).formatted(1) + " % of reading"
    }
    ResultLine(name: "reading: bytes → document", amount: reading.median.milliseconds).print()
    ResultLine(
      name: "structure: roles of paragraphs", amount: structure.median.milliseconds, ratio: share(structure)
    ).print()
    let ratio = zip(rules, reading).map { $0 / $1 }.median
    ResultLine(
      name: "all rules", amount: rules.median.milliseconds, ratio: share(rules), goal: "goal ≤ 30 %",
      isReached: ratio <= 0.3
    ).print()
    // The rest is walked through once for all rules: the census of the text, the numbered items, the subjects.
    let shared = rules.indices.map { round in max(0, rules[round] - single.reduce(0) { $0 + $1[round] }) }
    ResultLine(
      name: "  what rules share", amount: shared.median.milliseconds, ratio: share(shared)
    ).print()
    print("  the dearest ten by themselves:")
    let dearest = single.indices.sorted { single[$0].median > single[$1].median }.prefix(10)
    for index in dearest {
      ResultLine(
        name: "  " + requirements[index].id, amount: single[index].median.milliseconds,
        ratio: share(single[index])
      ).print()
    }
  }

  private func read() {
    let reader = DOCXReader()
    for input in inputs { _ = try? reader.read(input.bytes) }
  }

  private func recognise() {
    let reader = StructureReader()
    for document in documents { _ = reader.elements(of: document.document) }
  }

  /// All rules as the checker asks them: file after file.
  private func judge() {
    for document in documents {
      let context = CheckContext(document: document)
      for (_, rule, roles) in requirements { _ = rule.check(on: roles, in: context) }
    }
  }

  /// One rule by itself, without what it shares with others.
  private func judge(by index: Int) {
    let (_, rule, roles) = requirements[index]
    for context in contexts { _ = rule.check(on: roles, in: context) }
  }
}
