import Conformance
import Foundation
import Rules
import Specifications
import Testing

/// The settings that a rule describes are those that it has, and their stated defaults can be written.
@Suite struct RuleSettingsTests {
  static let codes = RuleList.builtIn.types.map { $0.description.code }

  @Test(arguments: codes) func describesEverySetting(_ code: String) throws {
    let description = try #require(RuleList.builtIn[code]).description
    let rule = try load(description) { sample($0.kind) }
    let json = try JSONSerialization.jsonObject(with: Self.encoded(rule)) as? [String: Any]
    #expect(Set(try #require(json).keys) == Set(description.settings.map(\.name)))
  }

  @Test(arguments: codes) func statedDefaultsAreValues(_ code: String) throws {
    let description = try #require(RuleList.builtIn[code]).description
    _ = try load(description) { setting in
      setting.standard.flatMap { $0.isEmpty ? nil : $0 } ?? sample(setting.kind)
    }
  }

  private static func encoded<R: Rule>(_ rule: R) throws -> Data { try JSONEncoder().encode(rule) }

  private func sample(_ kind: Setting.Kind) -> String {
    switch kind {
    case .text: "x"
    case .face: "宋体"
    case .length: "18pt"
    case .number: "1"
    case .share: "0.5"
    case .flag: "true"
    case .choice(let words): words[0]
    case .list(let kind): "[\(sample(kind))]"
    }
  }

  private func load(_ rule: RuleDescription, _ value: (Setting) -> String) throws -> any Rule {
    let roles = try #require(rule.examples.first).roles.map(\.name).joined(separator: ", ")
    var text = "id: t\ntitle: t\nsource: s\nrequirements:\n"
    text += "  - id: a\n    clause: c\n    severity: error\n    on: [\(roles)]\n    rule: \(rule.code)\n"
    for setting in rule.settings { text += "    \(setting.name): \(value(setting))\n" }
    do {
      let spec = try SpecLibrary.builtIn.load(text: text, file: "a.yaml", rules: .builtIn)
      guard case .rule(let rule)? = spec.requirements.first?.check else { throw Missing() }
      return rule
    } catch let errors as SpecErrors {
      for error in errors.errors { Issue.record("\(error.text(in: .en))") }
      throw errors
    }
  }

  private struct Missing: Error {}
}
