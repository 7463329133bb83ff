import Foundation
import Testing

/// Real output against the schemas that others rely on.
@Suite struct SchemaTests {
  private static let script = """
    import json, sys, jsonschema
    schema = json.load(open("docs/schema/" + sys.argv[1] + ".schema.json"))
    validator = jsonschema.Draft202012Validator(schema)
    for line in open(sys.argv[2]).read().splitlines() if sys.argv[3] == "lines" else [open(sys.argv[2]).read()]:
        for error in validator.iter_errors(json.loads(line)):
            print(error.json_path, error.message[:200])
    """

  private static func python(_ arguments: String...) -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3"] + arguments
    process.currentDirectoryURL = Program.root
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    do { try process.run() } catch { return "\(error)" }
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: output, as: UTF8.self)
  }

  static let isAvailable = python("-c", "import jsonschema") == ""

  private func errors(of text: String, schema: String, lines: Bool) throws -> String {
    let file = FileManager.default.temporaryDirectory.appending(path: "hegui-\(UUID().uuidString).json")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data(text.utf8).write(to: file)
    return Self.python("-c", Self.script, schema, file.path, lines ? "lines" : "whole")
  }

  @Test(.enabled(if: isAvailable, "python3 with jsonschema is not installed"), arguments: ["zh", "en"])
  func checkAndInspectKeepTheirContracts(_ language: String) throws {
    let check = try Program("check", "--lang", language, "--format", "json", "samples", "none.docx").output
    #expect(try errors(of: check, schema: "check", lines: false) == "")
    let inspect = try Program(
      "inspect", "--trace", "--lang", language, "--format", "jsonl", "samples", "none.docx"
    ).output
    #expect(inspect.split(separator: "\n").count > 40)
    #expect(try errors(of: inspect, schema: "inspect", lines: true) == "")
  }
}
