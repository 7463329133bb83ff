import Conformance
import DocumentModel
import Findings
import Foundation
import Messages
import Rules
import Specifications
import Testing

@testable import Checking

/// Of a file that has lost content nothing passes, and only what is seen is wrong.
@Suite struct LostContentTests {
  private func report(_ name: String, _ change: (inout [UInt8]) throws -> Void) throws -> PublicationReport {
    var bytes = try Files.bytes(Files.root.appending(path: "samples/sixian-2022/\(name).pdf").path)
    try change(&bytes)
    let specification = try SpecLibrary.builtIn.load("sixian-2022", rules: .builtIn)
    return Checker(specification) { _ in nil }.check(bytes, path: "\(name).pdf")
  }

  private func requirements(_ outcome: Outcome, in report: PublicationReport) -> [String] {
    report.outcomes.filter { $0.outcome == outcome }.map(\.requirement)
  }

  /// Puts one text for another of the same length.
  private func replace(_ old: String, _ new: String, in bytes: inout [UInt8]) throws {
    let old = Array(old.utf8)
    let place = try #require(bytes.indices.first { bytes[$0...].starts(with: old) })
    bytes.replaceSubrange(place..<(place + old.count), with: Array(new.utf8))
  }

  @Test(arguments: [
    "sequence-fail-a", "title-present-pass-a", "punctuation-fail-a", "annex-list-fail-a", "text-layer-fail-a",
  ])
  func nothingIsProvedWithoutTheContent(_ name: String) throws {
    let report = try report(name) { try replace("/Contents", "/Contentz", in: &$0) }
    // Nothing tells that there was content: this is a page that is blank by its maker's will.
    #expect(report.members[0].notes.isEmpty)
    let lost = try self.report(name) { bytes in
      let page = try #require(String(decoding: bytes, as: UTF8.self).firstMatch(of: /\/Contents (\d+) 0 R/))
      let zeros = String(repeating: "0", count: page.1.count)
      try replace("\n\(page.1) 0 obj", "\n\(zeros) 0 obj", in: &bytes)
    }
    #expect(requirements(.passed, in: lost) == [])
    #expect(requirements(.failed, in: lost) == [])
    #expect(lost.members[0].notes.first?.code == "W_PDF_LOST")
    let reasons = Set(lost.outcomes.filter { $0.requirement != "twin-open" }.compactMap(\.reason?.key))
    #expect(reasons.contains("check.lost"))
    #expect(reasons.isDisjoint(with: ["check.noText", "check.notChinese"]))
  }

  /// The last line of the content is gone, and the number in front of it is there.
  @Test func aPrivateNumberThatIsSeenIsOne() throws {
    func cut(_ bytes: inout [UInt8]) throws {
      let lines = bytes.indices.filter { bytes[$0...].starts(with: Array("BT 0 g".utf8)) }
      let end = try #require(bytes.indices.first { bytes[$0...].starts(with: Array("endstream".utf8)) })
      bytes.removeSubrange(try #require(lines.last)..<end)
    }
    let whole = try report("privacy-id-fail-a") { _ in }
    #expect(requirements(.failed, in: whole) == ["privacy-id"])
    #expect(requirements(.passed, in: whole).count > 20)
    let report = try report("privacy-id-fail-a", cut)
    #expect(requirements(.failed, in: report) == ["privacy-id"])
    #expect(requirements(.passed, in: report) == [])
  }

  @Test func faultsOfFormBecomeQuestions() throws {
    let report = try report("sequence-fail-a") { try replace("/F2 12 Tf", "/F9 12 Tf", in: &$0) }
    #expect(requirements(.failed, in: report) == [])
    let finding = try #require(report.findings.first { $0.requirement == "sequence" })
    #expect(finding.outcome == .cantTell && !finding.places.isEmpty)
  }

  @Test func verdictsAreDoubted() {
    let reason = Message("check.lostAny")
    let fault = Violation(Message("x"), at: [])
    let remark = Violation(outcome: .passed, Message("x"), at: [])
    let passed = Verdict.conforms(remarks: [fault]).doubted(for: reason, keepsFaults: true)
    #expect(passed == .cannotTell(reason, [remark]))
    #expect(Verdict.violates([fault]).doubted(for: reason, keepsFaults: true) == .violates([fault]))
    let doubted = Verdict.violates([fault, remark]).doubted(for: reason, keepsFaults: false)
    #expect(doubted.outcome == .cantTell && doubted.violations.map(\.outcome) == [.cantTell, .passed])
    let other = Verdict.cannotTell(Message("y"))
    #expect(other.doubted(for: reason, keepsFaults: false) == other)
    #expect(Verdict.inapplicable(Message("y")).doubted(for: reason, keepsFaults: true) == .cannotTell(reason))
  }
}
