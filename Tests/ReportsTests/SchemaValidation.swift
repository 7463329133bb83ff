import Foundation
import Testing

/// JSON Schema validation by Python's `jsonschema`, where it is installed.
enum SchemaValidation {
  /// The folder of the checkout.
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  static let isAvailable = run(["-c", "import jsonschema, referencing"], input: "") == ""

  /// What is wrong with a JSON text by a schema of `docs/schema`; `nil` when nothing is.
  static func errors(of json: String, schema: String, at pointer: String = "") -> String? {
    let script = """
      import json, sys, jsonschema
      schema = json.load(open(sys.argv[1]))
      jsonschema.Draft202012Validator.check_schema(schema)
      if sys.argv[2]:
          schema = {"$defs": schema["$defs"], "$ref": sys.argv[2]}
      validator = jsonschema.Draft202012Validator(schema)
      for line in sys.stdin.read().splitlines() if sys.argv[3] == "lines" else [sys.stdin.read()]:
          for error in validator.iter_errors(json.loads(line)):
              print(error.json_path, error.message[:200])
      """
    let path = root.appending(path: "docs/schema/\(schema).schema.json").path
    let output = run(["-c", script, path, pointer, pointer.isEmpty ? "whole" : "lines"], input: json)
    return output == "" ? nil : output
  }

  private static func run(_ arguments: [String], input: String) -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3"] + arguments
    let stdin = Pipe()
    let stdout = Pipe()
    process.standardInput = stdin
    process.standardOutput = stdout
    process.standardError = stdout
    do { try process.run() } catch { return "\(error)" }
    // A file larger than the pipe is written while the other side reads.
    DispatchQueue.global().async {
      stdin.fileHandleForWriting.write(Data(input.utf8))
      stdin.fileHandleForWriting.closeFile()
    }
    let output = stdout.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: output, as: UTF8.self)
  }
}
