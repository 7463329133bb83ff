import Conformance
import Findings
import Messages
import Rules
import Specifications
import Testing

/// A spec that is wrong anywhere is refused, with the place.
@Suite struct SpecErrorTests {
  private static let head = "id: t\ntitle: t\nsource: s\nrequirements:\n"
  private static let good =
    "  - { id: a, clause: c, on: title, severity: error, rule: FMT-title-font, face: 宋体 }\n"

  private func errors(_ text: String, library: SpecLibrary = .builtIn) -> [SpecError] {
    do {
      _ = try library.load(text: text, file: "my.yaml", rules: .builtIn)
      return []
    } catch {
      return error.errors
    }
  }

  @Test func goodSpecLoads() throws {
    let spec = try SpecLibrary.builtIn.load(text: Self.head + Self.good, file: "my.yaml", rules: .builtIn)
    #expect(spec.requirements.map(\.id) == ["a"])
    #expect(spec.requirements.map(\.code) == ["FMT-title-font"])
    #expect(spec.requirements.map(\.severity) == [.error])
    #expect(spec.requirements.map(\.roles) == [[.element(.title)]])
  }

  @Test(arguments: [
    ("rule: FMT-title-font, face: 宋体, colour: red", "spec.unknownSetting"),
    ("rule: FMT-title-font, fase: 宋体", "spec.unknownSettingMeant"),
    ("rule: FMT-title-font", "spec.missingSetting"),
    ("rule: FMT-title-font, face: 火星体", "spec.badValue"),
    ("rule: FMT-title-font, face: 宋体, tiers: [S, X]", "spec.badValue"),
    ("rule: FMT-title-font, face: 宋体, passShare: 95", "spec.badValue"),
    ("rule: FMT-title-font, face: ", "spec.emptyValue"),
    ("rule: FMT-title-size, size: 18", "spec.badValue"),
    ("rule: FMT-title-font, face: [宋体]", "spec.badValue"),
    ("rule: FMT-title-font, face: { a: 宋体 }", "spec.badValue"),
    ("rule: FMT-title-font, face: 宋体, tiers: S", "spec.badValue"),
    ("rule: FMT-title-font, face: 宋体, tiers: [[S]]", "spec.badValue"),
    ("rule: FMT-title-font, face: 宋体, tiers: [~]", "spec.badValue"),
    ("rule: FMT-title-font, face: 宋体, passShare: '1'", "spec.badValue"),
    ("rule: TITLE-form, longestTitle: many", "spec.badValue"),
    ("rule: TITLE-form, longestTitle: 1.5", "spec.badValue"),
    ("rule: FMT-title-bold, bold: 'true'", "spec.badValue"),
    ("rule: FMT-title-bold, bold: perhaps", "spec.badValue"),
    ("rule: FMT-titel-font, face: 宋体", "spec.unknownRuleMeant"),
    ("rule: something-else", "spec.unknownRule"),
    ("rule: DN-bracket", "spec.subcode"),
    ("rule: TITLE-present", "spec.wrongRole"),
    ("title: t", "spec.noRule"),
    ("rule: FMT-title-bold, unchecked: later", "spec.ruleAndUnchecked"),
    ("rule: FMT-title-bold, code: X-y", "spec.keyOfUnchecked"),
    ("code: X-y, title: t, unchecked: later, face: 宋体", "spec.unknownKey"),
    ("code: X-y, unchecked: later", "spec.missingKey"),
  ])
  func requirementIsRefused(_ rest: String, _ key: String) throws {
    let found = errors(
      Self.head + Self.good + "  - { id: b, clause: c, on: title, severity: error, \(rest) }\n")
    #expect(found.map(\.message.key) == [key])
    let error = try #require(found.first)
    #expect(error.line == 6)
    #expect(error.file == "my.yaml")
    #expect(error.excerpt?.hasPrefix("  - { id: b") == true)
    #expect((error.column ?? 0) > 1)
  }

  @Test(arguments: [
    ("id: t\ntitle: t\nsource: s\n", "spec.missingKey", 1),
    (head + good + "requirments: 1\n", "spec.unknownKeyMeant", 6),
    (head + good + "zzzzzzzzzzzz: 1\n", "spec.unknownKey", 6),
    (head + good + good, "spec.duplicateID", 6),
    (head + "  - { id: a, id: b }\n", "spec.duplicateKey", 5),
    (head + "  - [1]\n", "spec.notRequirement", 5),
    (head + "  - { clause: c }\n", "spec.missingKey", 5),
    ("id: t\ntitle: t\nsource: s\nrequirements: 3\n", "spec.notList", 4),
    ("id: t\ntitle: [t]\nsource: s\nrequirements: []\n", "spec.notText", 2),
    (
      head + "  - { id: a, clause: c, on: titel, severity: error, rule: FMT-title-bold }\n",
      "spec.unknownRoleMeant", 5
    ),
    (
      head + "  - { id: a, clause: c, on: title, severity: fatal, rule: FMT-title-bold }\n",
      "spec.unknownSeverity", 5
    ),
    (head + "  - { id: a, clause: c, severity: error, rule: FMT-title-bold }\n", "spec.missingKey", 5),
    (head + good + "extends: nothing\n", "spec.unknownSpec", 6),
    ("id: 'open\n", "spec.yaml", 2),
  ])
  func specIsRefused(_ text: String, _ key: String, _ line: Int) {
    let found = errors(text)
    #expect(found.map(\.message.key) == [key])
    #expect(found.first?.line == line)
  }

  @Test(arguments: [
    ("", "spec.noMapping"), ("- a\n", "spec.noMapping"), ("just words", "spec.noMapping"),
    (String(repeating: "[", count: 5000), "spec.tooDeep"),
    (String(repeating: "- ", count: 5000), "spec.tooDeep"),
    ("# " + String(repeating: "x", count: 1 << 20), "spec.tooLong"),
  ])
  func textIsRefused(_ text: String, _ key: String) { #expect(errors(text).map(\.message.key) == [key]) }

  @Test func reportsSeveralErrorsAtOnce() {
    let text =
      Self.head
      + "  - { id: a, clause: c, on: title, severity: error, rule: nope }\n  - { id: b, severity: error }\n"
    #expect(errors(text).map(\.message.key) == ["spec.unknownRule", "spec.missingKey", "spec.noRule"])
  }

  @Test func printsTheLineWithACaret() throws {
    let error = try #require(errors(Self.head + Self.good + "标题: 1\n").first)
    let text = error.text(in: .zh)
    #expect(text.hasPrefix("my.yaml:6:1: 没有“标题”这个键"))
    #expect(text.hasSuffix("\n  标题: 1\n  ^"))
  }

  @Test func everySentenceIsInTheCatalogue() {
    for text in [
      "id: 'open\n", Self.head + "  - { id: a, clause: c, on: title, severity: error, rule: nope }\n",
    ] {
      for error in errors(text) { #expect(!error.text(in: .en).contains("[spec.")) }
    }
  }

  // MARK: extends

  private static let parent =
    head.replacing("id: t", with: "id: parent") + good
    + "  - { id: b, clause: c, on: body, severity: info, rule: FMT-body-size, size: 小四 }\n"
  private let library = SpecLibrary([("parent.yaml", parent)])

  @Test func extendsMergesByID() throws {
    let text = """
      id: child
      title: t
      source: s
      extends: parent
      remove: [b]
      requirements:
        - { id: a, severity: info, face: 楷体 }
        - { id: c, clause: c, on: title, severity: error, rule: FMT-title-bold }
      """
    let spec = try library.load(text: text, file: "child.yaml", rules: .builtIn)
    #expect(spec.id == "child")
    #expect(spec.requirements.map(\.id) == ["a", "c"])
    #expect(spec.requirements.first?.severity == .info)
    let sample = StructuredDocument.sample([.title("关于做好工作的通知", .init("楷体", 18))])
    guard case .rule(let rule)? = spec.requirements.first?.check else { throw Missing() }
    #expect(rule.check(on: [.element(.title)], in: sample).map(\.outcome) == [.passed])
  }

  @Test func anotherRuleKeepsNoOldSettings() throws {
    let text =
      "id: child\ntitle: t\nsource: s\nextends: parent\nrequirements:\n  - { id: a, rule: FMT-title-bold }\n"
    let spec = try library.load(text: text, file: "child.yaml", rules: .builtIn)
    #expect(spec.requirements.map(\.code) == ["FMT-title-bold", "FMT-body-size"])
  }

  @Test func faultsOfTheParentPointIntoTheParent() throws {
    let library = SpecLibrary([("parent.yaml", Self.parent.replacing("face: 宋体", with: "face: 火星体"))])
    let found = errors(
      "id: child\ntitle: t\nsource: s\nextends: parent\nrequirements: []\n", library: library)
    #expect(found.map(\.file) == ["parent.yaml"])
    #expect(found.map(\.line) == [5])
  }

  @Test func circlesAreRefused() {
    let looping = "id: t\ntitle: t\nsource: s\nextends: loop\nrequirements: []\n"
    let library = SpecLibrary([
      ("loop.yaml", Self.parent.replacing("id: parent", with: "id: loop\nextends: t")), ("t.yaml", looping),
    ])
    #expect(errors(looping, library: library).map(\.message.key) == ["spec.cycle"])
    let own = looping.replacing("extends: loop", with: "extends: t")
    #expect(errors(own, library: library).map(\.message.key) == ["spec.cycle"])
  }

  @Test func removingNothingIsAnError() {
    let text = "id: child\ntitle: t\nsource: s\nextends: parent\nremove: [zz]\nrequirements: []\n"
    #expect(errors(text, library: library).map(\.message.key) == ["spec.removesNothing"])
    #expect(errors(Self.head + Self.good + "remove: [a]\n").map(\.message.key) == ["spec.removesNothing"])
  }

  private struct Missing: Error {}
}
