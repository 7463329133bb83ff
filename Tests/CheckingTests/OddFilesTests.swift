import DocumentModel
import Findings
import Foundation
import Rules
import Specifications
import Testing

@testable import Checking

/// Old and odd Word files of other projects' test suites: each gives a record, whatever it holds.
@Suite struct OddFilesTests {
  static let folder = Files.shared?.appending(path: "odd/doc")

  static func files() -> [URL] {
    let urls = folder.flatMap {
      try? FileManager.default.contentsOfDirectory(at: $0, includingPropertiesForKeys: nil)
    }
    return (urls ?? []).sorted { $0.path < $1.path }
  }

  @Test(.enabled(if: folder != nil, "no shared/odd beside the checkout and no HEGUI_SHARED"))
  func everyFileGivesARecord() throws {
    let specification = try SpecLibrary.builtIn.load("sixian-2022", rules: .builtIn)
    let checker = Checker(specification: specification, options: .withoutTimeLimit)
    var kinds: [String: Int] = [:]
    for file in Self.files() {
      let bytes = [UInt8](try Data(contentsOf: file))
      let report = checker.check(bytes, path: file.lastPathComponent)
      let member = try #require(report.members.first)
      #expect((member.status == .checked) == (member.error == nil), "\(file.lastPathComponent)")
      kinds[member.error?.code.rawValue ?? member.format?.rawValue ?? "-", default: 0] += 1
    }
    // Files of Works are told from files of WPS; all RTF but one, which is no RTF at all, is read.
    #expect(kinds["E_WORKS"] == 3, "\(kinds)")
    #expect(kinds["rtf"] == 97, "\(kinds)")
  }
}
