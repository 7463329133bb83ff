import Foundation
import Testing

/// The built program, run as users run it.
struct Program {
  let status: Int32
  let output: String
  let errors: String

  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// Beside the test bundle in the build folder.
  private static let url: URL = {
    var folder = URL(filePath: CommandLine.arguments.first ?? "").deletingLastPathComponent()
    for argument in CommandLine.arguments where argument.contains(".xctest") {
      let path = argument.hasPrefix("--") ? String(argument.drop { $0 != "/" }) : argument
      if path.hasPrefix("/") {
        folder = URL(filePath: path)
        while folder.pathComponents.contains(where: { $0.hasSuffix(".xctest") }) {
          folder = folder.deletingLastPathComponent()
        }
      }
    }
    return folder.appending(path: "hegui")
  }()

  /// - Parameter input: what standard input holds.
  init(_ arguments: String..., input: String = "", in folder: URL = root) throws {
    let process = Process()
    process.executableURL = Self.url
    process.arguments = arguments
    process.currentDirectoryURL = folder
    let files = try (0..<3).map { _ in
      let file = FileManager.default.temporaryDirectory.appending(path: "hegui-\(UUID().uuidString)")
      try Data().write(to: file)
      return file
    }
    defer { for file in files { try? FileManager.default.removeItem(at: file) } }
    try Data(input.utf8).write(to: files[0])
    process.standardInput = try FileHandle(forReadingFrom: files[0])
    process.standardOutput = try FileHandle(forWritingTo: files[1])
    process.standardError = try FileHandle(forWritingTo: files[2])
    try process.run()
    process.waitUntilExit()
    status = process.terminationStatus
    output = String(decoding: try Data(contentsOf: files[1]), as: UTF8.self)
    errors = String(decoding: try Data(contentsOf: files[2]), as: UTF8.self)
  }
}
