import Foundation

/// Where the material that is not part of the package lies: `HEGUI_SHARED`, or `shared` beside the checkout.
enum SharedFiles {
  static let root: String? = {
    let beside = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../../shared").standardizedFileURL.path
    let folder = ProcessInfo.processInfo.environment["HEGUI_SHARED"] ?? beside
    return FileManager.default.fileExists(atPath: folder) ? folder : nil
  }()

  /// The output of `safety/make_hostile.py`, which takes too long to make in a test.
  static let hostile: String? = {
    let folder = ProcessInfo.processInfo.environment["HEGUI_HOSTILE"] ?? ""
    return FileManager.default.fileExists(atPath: folder + "/manifest.json") ? folder : nil
  }()

  static func files(in folder: String) throws -> [(name: String, bytes: [UInt8])] {
    let path = (root ?? "") + "/" + folder
    return try FileManager.default.contentsOfDirectory(atPath: path).sorted().compactMap { name in
      FileManager.default.contents(atPath: path + "/" + name).map { (name, [UInt8]($0)) }
    }
  }
}
