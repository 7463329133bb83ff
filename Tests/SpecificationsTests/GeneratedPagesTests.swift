import Conformance
import Foundation
import Rules
import Specifications
import Testing

/// Pages and schema that are rendered from the rules stand in `docs/` as rendered.
///
/// With `HEGUI_ACCEPT=1` in the environment the files are written instead of compared.
@Suite struct GeneratedPagesTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  private static let isAccepting = ProcessInfo.processInfo.environment["HEGUI_ACCEPT"] == "1"

  static let codes = RuleList.builtIn.types.map { $0.description.code }

  private func compare(_ text: String, with path: String) throws {
    let url = Self.root.appending(path: path)
    if Self.isAccepting {
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try text.write(to: url, atomically: true, encoding: .utf8)
    }
    let found = try? String(contentsOf: url, encoding: .utf8)
    #expect(found == text, "\(path) is stale; run the tests with HEGUI_ACCEPT=1 and look at the difference")
  }

  @Test(arguments: codes) func pageIsFresh(_ code: String) throws {
    let rule = try #require(RuleList.builtIn[code]).description
    var uses: [(spec: String, requirement: Requirement)] = []
    for entry in SpecLibrary.builtIn.entries {
      let spec = try SpecLibrary.builtIn.load(entry.id, rules: .builtIn)
      for requirement in spec.requirements where requirement.code == code {
        uses.append((spec.id, requirement))
      }
    }
    let page = RulePage.render(rule, requirements: uses)
    // A key that is missing prints in brackets.
    for missing in ["[\(code).", "[setting.", "[role.", "[outcome.", "[spec."] {
      #expect(!page.contains(missing))
    }
    try compare(page, with: "docs/rules/\(code).md")
  }

  @Test func noPageIsLeftOver() throws {
    let folder = Self.root.appending(path: "docs/rules").path
    let pages = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".md") }
    #expect(Set(pages) == Set(Self.codes.map { "\($0).md" } + ["README.md"]))
  }

  @Test func listOfPagesIsFresh() throws {
    var lines = ["# 规则一览", "", "每条规则一页，由规则本身和词表生成。", "", "| 代码 | 名称 | 要求 |", "|---|---|---|"]
    for code in Self.codes.sorted() {
      let words = { (key: String) in RulePage.words(code, key) }
      lines.append("| [\(code)](\(code).md) | \(words("title")) | \(words("summary")) |")
    }
    try compare(lines.joined(separator: "\n") + "\n", with: "docs/rules/README.md")
  }

  @Test func schemaIsFresh() throws {
    try compare(SpecSchema.json(rules: .builtIn), with: "docs/schema/spec.schema.json")
  }

  /// Python's `jsonschema` is an independent reader of the schema.
  @Test(.enabled(if: Python.hasJSONSchema, "needs python3 with jsonschema and yaml"))
  func builtInSpecsFollowTheSchema() throws {
    let schema = Self.root.appending(path: "docs/schema/spec.schema.json").path
    for entry in SpecLibrary.builtIn.entries {
      let spec = Self.root.appending(path: "specs/\(entry.file)").path
      let complaints = try Python.validate(schema: schema, spec: spec)
      #expect(complaints.isEmpty, "\(entry.file): \(complaints)")
    }
  }

  @Test(
    .enabled(if: Python.hasJSONSchema, "needs python3 with jsonschema and yaml"),
    arguments: [
      "{ id: a, clause: c, on: title, severity: error, rule: FMT-title-font, face: 宋体, colour: red }",
      "{ id: a, clause: c, on: title, severity: error, rule: FMT-titel-font }",
      "{ id: a, clause: c, on: titel, severity: error, rule: FMT-title-bold }",
      "{ id: a, clause: c, on: title, severity: fatal, rule: FMT-title-bold }",
      "{ id: a, clause: c, on: title, severity: error, rule: FMT-title-size, size: 18 }",
      "{ id: a, clause: c, severity: error, rule: FMT-title-bold }",
      "{ id: a, clause: c, severity: error, code: X-y, title: t, unchecked: later, bold: true }",
    ])
  func schemaRefusesWhatTheLoaderRefuses(_ requirement: String) throws {
    let text = "id: t\ntitle: t\nsource: s\nrequirements:\n  - \(requirement)\n"
    let file = FileManager.default.temporaryDirectory.appending(path: "hegui-\(UUID().uuidString).yaml")
    try text.write(to: file, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(at: file) }
    let schema = Self.root.appending(path: "docs/schema/spec.schema.json").path
    #expect(try Python.validate(schema: schema, spec: file.path) != "")
  }
}

enum Python {
  static let hasJSONSchema = (try? run(["-c", "import jsonschema, yaml"]))?.status == 0

  /// What `jsonschema` has to say of a spec; empty when it follows the schema.
  static func validate(schema: String, spec: String) throws -> String {
    let script = """
      import json, sys, yaml, jsonschema
      schema = json.load(open(sys.argv[1], encoding="utf-8"))
      jsonschema.Draft202012Validator.check_schema(schema)
      class Loader(yaml.SafeLoader):  # YAML 1.2, where `on` is a word
          yaml_implicit_resolvers = {
              first: [(tag, pattern) for tag, pattern in resolvers if first not in "oOyYnN"]
              for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
          }
      spec = yaml.load(open(sys.argv[2], encoding="utf-8"), Loader)
      for error in jsonschema.Draft202012Validator(schema).iter_errors(spec):
          print(list(error.absolute_path), error.message[:200])
      """
    let result = try run(["-c", script, schema, spec])
    return result.status == 0 ? result.output : "failed: \(result.output)"
  }

  private static func run(_ arguments: [String]) throws -> (status: Int32, output: String) {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3"] + arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: data, as: UTF8.self))
  }
}
