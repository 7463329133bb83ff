import DocumentModel
import Findings
import Foundation
import Testing

@testable import Checking

extension Checker.Options {
  /// For files that take long where the program is not optimised.
  static var withoutTimeLimit: Checker.Options {
    var options = Checker.Options()
    options.limits.markupTime = .seconds(86_400)
    options.limits.binaryTime = .seconds(86_400)
    return options
  }
}

/// The time that a file may take, by a clock that goes on by a second at every look.
@Suite struct TimeLimitTests {
  private func report(_ name: String, seconds: Int) throws -> PublicationReport {
    let bytes = [UInt8](try Data(contentsOf: SampleFile.folder.appending(path: "sixian-2022/\(name)")))
    var looks = 0
    let checker = Checker(
      try CheckerTests.specification(),
      begin: { _ in
        Deadline(.seconds(seconds)) {
          looks += 1
          return .seconds(looks)
        }
      }, wordsOfDamaged: { _ in nil })
    return checker.check(bytes, path: name)
  }

  /// Wherever the time ends, the report says so and where, or is whole.
  @Test(arguments: ["title-font-fail-a.docx", "title-font-fail-a.doc", "seal-present-fail-b.pdf"])
  func endsAnywhere(_ name: String) throws {
    var places: [String] = []
    let whole = try report(name, seconds: 100_000)
    #expect(whole.members.first?.status == .checked)
    for seconds in 1...400 {
      let report = try report(name, seconds: seconds)
      guard let error = report.members.first?.error else {
        #expect(report.outcomes == whole.outcomes)
        break
      }
      #expect(error.code == .timeout)
      #expect(report.findings.isEmpty && report.outcomes.allSatisfy { $0.outcome == .untested })
      places.append(try #require(error.part))
    }
    // From the reader to the rules.
    #expect(places.contains("TITLE-present"), "\(places)")
    #expect(places.first.map { !$0.contains("-") } == true, "\(places)")
    #expect(places.count < 400)
  }

  @Test func evidenceThatTakesTooLongIsLeftOut() throws {
    let name = "title-font-fail-a.docx"
    var checked: PublicationReport?
    for seconds in 1...400 where checked == nil {
      let report = try report(name, seconds: seconds)
      if report.members.first?.status == .checked { checked = report }
    }
    let first = try #require(checked)
    #expect(first.members.first?.notes.contains { $0.code == "W_TIMEOUT" } == true)
    #expect(!first.findings.isEmpty && first.findings.allSatisfy { $0.evidence.isEmpty })
  }

  @Test func otherFilesGoOn() throws {
    var options = Checker.Options()
    options.limits.binaryTime = .zero
    let checker = Checker(specification: try CheckerTests.specification(), options: options)
    let folder = SampleFile.folder.appending(path: "sixian-2022")
    let statuses = try ["title-font-fail-a.pdf", "title-font-fail-a.docx"].map { name in
      let bytes = [UInt8](try Data(contentsOf: folder.appending(path: name)))
      return checker.check(bytes, path: name).members.first?.error?.code
    }
    #expect(statuses == [.timeout, nil])
  }
}
