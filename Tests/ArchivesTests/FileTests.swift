import Archives
import DocumentModel
import Foundation
import Testing

/// Files outside the package. Where they are absent the tests are skipped and say so.
@Suite struct FileTests {
  private static let hostile = ProcessInfo.processInfo.environment["HEGUI_HOSTILE"]
  private static let shared: String? = {
    let beside = URL(filePath: #filePath).appending(path: "../../../../shared").standardized.path
    let path = ProcessInfo.processInfo.environment["HEGUI_SHARED"] ?? beside
    return FileManager.default.fileExists(atPath: path + "/corpus/docx") ? path : nil
  }()

  private struct Row: Decodable {
    let file: String
    let kind: String
    let code: String?
  }

  @Test(.enabled(if: hostile != nil, "HEGUI_HOSTILE names no folder written by make_hostile.py"))
  func hostileFilesGetTheirCodes() throws {
    let folder = URL(filePath: try #require(Self.hostile))
    let rows = try JSONDecoder().decode(
      [Row].self, from: Data(contentsOf: folder.appending(path: "manifest.json")))
    var count = 0
    for row in rows where row.kind == "docx" {
      let error = failure(Array(try Data(contentsOf: folder.appending(path: row.file))))
      // A compound file is told from other wrong types by the caller; all other codes are of later stages.
      let code = row.code == "E_ENCRYPTED" ? "E_TYPE" : row.code
      let isOurs = ["E_ZIP_", "E_EMPTY", "E_TYPE"].contains { code?.hasPrefix($0) == true }
      #expect(error?.code.rawValue == (isOurs ? code : nil), "\(row.file)")
      count += 1
    }
    #expect(count > 40)
  }

  @Test(.enabled(if: shared != nil, "no folder of shared documents (HEGUI_SHARED)"))
  func realFilesAreNotRefused() throws {
    let shared = URL(filePath: try #require(Self.shared))
    var count = 0
    for folder in ["corpus/docx", "odd/docx"] {
      let files = try FileManager.default.subpathsOfDirectory(atPath: shared.appending(path: folder).path)
      for file in files where file.hasSuffix(".docx") {
        let path = shared.appending(path: folder).appending(path: file)
        #expect(failure(Array(try Data(contentsOf: path))) == nil, "\(file)")
        count += 1
      }
    }
    #expect(count > 300)
  }
}
