import Conformance
import Foundation
import Messages
import Rules
import Testing

/// The words of rules: every key that is used is there, in both languages, with the same gaps.
@Suite struct RuleCatalogueTests {
  static let codes = RuleList.builtIn.types.flatMap { [$0.description.code] + $0.description.subcodes }

  @Test(arguments: codes) func hasItsWords(_ code: String) {
    for key in ["title", "summary", "why", "word", "failed"] {
      let entry = Catalogue.builtIn.entries["\(code).\(key)"]
      #expect(entry?.zh.isEmpty == false && entry?.en.isEmpty == false, "\(code).\(key)")
    }
  }

  /// Steps that are borrowed from another fault tell a clerk to do what does not help.
  @Test func everyFaultHasStepsOfItsOwn() {
    var owners: [String: String] = [:]
    for code in Self.codes where code != "TWIN-clean-manager" {
      guard let steps = Catalogue.builtIn.entries["\(code).word"]?.zh else { continue }
      #expect(owners[steps] == nil, "\(code) has the steps of \(owners[steps] ?? "")")
      owners[steps] = code
    }
  }

  @Test func everySettingHasWords() {
    for setting in RuleList.builtIn.types.flatMap({ $0.description.settings }) {
      #expect(Catalogue.builtIn.entries["setting.\(setting.name)"] != nil, "setting.\(setting.name)")
    }
  }

  @Test func everyRoleHasAName() {
    for role in ElementRole.allCases { #expect(Catalogue.builtIn.entries["role.\(role.rawValue)"] != nil) }
  }

  @Test func gapsAreTheSameInBothLanguages() {
    for (key, entry) in Catalogue.builtIn.entries {
      #expect(Self.gaps(entry.zh) == Self.gaps(entry.en), "\(key)")
    }
  }

  /// Keys that stand whole in the source; keys that are put together are met by the examples.
  @Test(arguments: ["Rules", "Specifications", "Conformance"])
  func everyKeyInTheSourceIsThere(_ target: String) throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Sources/\(target)")
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    var keys: Set<String> = []
    for case let file as URL in try #require(files) where file.pathExtension == "swift" {
      let text = try String(contentsOf: file, encoding: .utf8)
      for match in text.matches(
        of: /(?:Message\(\s*|error\(\s*|violation\(|return |\? )"([A-Za-z]+[-.][A-Za-z0-9.-]+)"/)
      {
        keys.insert(String(match.1))
      }
    }
    if target != "Conformance" { #expect(keys.count > 10) }
    for key in keys where key.contains(".") { #expect(Catalogue.builtIn.entries[key] != nil, "\(key)") }
  }

  static func gaps(_ text: String) -> Set<String> {
    Set(text.matches(of: /\{([a-zA-Z]+)\}/).map { String($0.1) })
  }
}
