import Foundation

/// Reports written out for people to look at, when a folder is named for them.
enum SampleFiles {
  static let folder = ProcessInfo.processInfo.environment["HEGUI_SAMPLE_REPORTS"]

  static func write(_ text: String, _ name: String, in folder: String) throws {
    try Data(text.utf8).write(to: URL(filePath: folder).appending(path: name))
  }
}
