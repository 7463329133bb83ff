import Foundation

// Usage: list-rules OUTPUT RULE_FILE...   The type is named after its file: TitleFontRule.swift -> TitleFontRule.

let paths = CommandLine.arguments.dropFirst()
guard let output = paths.first else { exit(2) }
let types = paths.dropFirst().map { URL(filePath: $0).deletingPathExtension().lastPathComponent }
let body = types.map { "    \($0).self,\n" }.joined()
let source = """
  // Written by list-rules at build. Do not edit.
  import Conformance

  extension RuleList {
    /// Every rule that stands in this target's folder.
    public static let builtIn = RuleList([
  \(body)  ])
  }

  """
try source.write(toFile: output, atomically: true, encoding: .utf8)
