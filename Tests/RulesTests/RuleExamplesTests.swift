import Conformance
import Findings
import Messages
import Rules
import Specifications
import Testing

/// Every example of every rule, through the settings as a spec gives them.
@Suite struct RuleExamplesTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let rule: any Rule.Type
    let example: Example
    var testDescription: String { "\(rule.description.code): \(example.title)" }
  }

  static let cases = RuleList.builtIn.types.flatMap { rule in
    rule.description.examples.map { Case(rule: rule, example: $0) }
  }

  @Test(arguments: cases) func exampleHolds(_ c: Case) throws {
    let verdicts = try verdicts(of: c)
    #expect(verdicts.count == 1)
    let verdict = try #require(verdicts.first)
    let place = "\(c.example.file):\(c.example.line)"
    #expect(
      verdict.outcome == c.example.outcome, "\(place): \(verdict.violations.map { $0.message.text(in: .zh) })"
    )
    #expect(verdict.violations.map { $0.code ?? c.rule.description.code } == c.example.codes, "\(place)")
    if verdict.outcome == .cantTell || verdict.outcome == .inapplicable {
      #expect(verdict.reason != nil, "\(place)")
    }
    if verdict.outcome == .failed { #expect(!verdict.violations.isEmpty, "\(place)") }
    let messages = verdict.violations.flatMap { [$0.message, $0.actual, $0.expected] } + [verdict.reason]
    for message in messages.compactMap({ $0 }) { expectWhole(message, place) }
  }

  /// The key is in the catalogue, and every gap of the sentence is filled.
  private func expectWhole(_ message: Message, _ place: String) {
    guard let entry = Catalogue.builtIn.entries[message.key] else {
      Issue.record("\(place): no key \(message.key)")
      return
    }
    let gaps = RuleCatalogueTests.gaps(entry.zh)
    #expect(gaps.isSubset(of: message.arguments.keys), "\(place): \(message.key)")
    for argument in message.arguments.values {
      switch argument {
      case .text: break
      case .message(let inner): expectWhole(inner, place)
      case .list(let inner): for message in inner { expectWhole(message, place) }
      }
    }
  }

  private func verdicts(of c: Case) throws -> [Verdict] {
    let roles = c.example.roles.map(\.name).joined(separator: ", ")
    var lines = ["id: test", "title: t", "source: s", "requirements:", "  - id: one", "    clause: c"]
    lines += ["    severity: error", "    on: [\(roles)]", "    rule: \(c.rule.description.code)"]
    lines += c.example.settings.split(separator: "\n").map { "    " + $0 }
    do {
      let spec = try SpecLibrary.builtIn.load(
        text: lines.joined(separator: "\n"), file: "example.yaml", rules: .builtIn)
      guard case .rule(let rule)? = spec.requirements.first?.check else { return [] }
      return rule.check(
        on: c.example.roles, in: CheckContext(document: c.example.document, today: c.example.today))
    } catch {
      for error in error.errors { Issue.record("\(error.text(in: .en))") }
      throw error
    }
  }

  static let codes = RuleList.builtIn.types.map { $0.description.code }

  @Test(arguments: codes) func hasExamplesOfEveryKind(_ code: String) throws {
    let examples = try #require(RuleList.builtIn[code]).description.examples
    #expect(examples.contains { $0.outcome == .passed })
    #expect(examples.contains { $0.outcome == .failed || $0.outcome == .cantTell })
    #expect(Set(examples.map(\.title)).count == examples.count)
  }

  @Test func codesAreUnique() {
    let all = RuleList.builtIn.types.flatMap { [$0.description.code] + $0.description.subcodes }
    #expect(Set(all).count == all.count)
    #expect(RuleList.builtIn.types.count >= 10)
  }
}
