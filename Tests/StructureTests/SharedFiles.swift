import Foundation

/// Where the material that is not part of the package lies: `HEGUI_SHARED`, or `shared` beside the checkout.
enum SharedFiles {
  static let root: String? = {
    let beside = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../../shared").standardizedFileURL.path
    let folder = ProcessInfo.processInfo.environment["HEGUI_SHARED"] ?? beside
    return FileManager.default.fileExists(atPath: folder) ? folder : nil
  }()

  static var labels: String? { root.map { $0 + "/corpus/labels.csv" } }
}
