import Foundation

// Usage: embed-text OUTPUT FILE...   Writes `EmbeddedText.files`, one entry a file, by file name.

let paths = CommandLine.arguments.dropFirst()
guard let output = paths.first else { exit(2) }

/// A raw string literal with more `#` than the text has anywhere, so that nothing in it is special.
func literal(_ text: String) -> String {
  var hashes = "###"
  while text.contains("\"" + hashes) || text.contains("\\" + hashes) { hashes += "#" }
  return "\(hashes)\"\"\"\n\(text)\n\"\"\"\(hashes)"
}

var source = """
  // Written by embed-text at build. Do not edit.
  enum EmbeddedText {
    /// A text file that the build put into the program.
    struct File: Sendable {
      let name: String
      let text: String
    }
    static let files: [File] = [

  """
for path in paths.dropFirst() {
  let text = try String(contentsOfFile: path, encoding: .utf8)
  let name = URL(filePath: path).lastPathComponent
  source += "    File(name: \"\(name)\", text: \(literal(text))),\n"
}
source += "  ]\n}\n"
try source.write(toFile: output, atomically: true, encoding: .utf8)
