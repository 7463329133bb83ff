import Checking
import Conformance
import Findings
import Foundation
import Rules
import Specifications
import Testing

/// A file below `samples/`, whose name says what must be found in it.
struct SampleFile: Sendable, CustomTestStringConvertible {
  let name: String
  let url: URL

  var testDescription: String { url.lastPathComponent }

  /// The parts of `title-font-fail-a`; `nil` for names that promise nothing.
  var promise: (requirement: String, outcome: Outcome)? {
    let parts = name.split(separator: "-")
    guard parts.count > 2, let verdict = parts.dropLast().last else { return nil }
    let outcomes: [Substring: Outcome] = ["pass": .passed, "fail": .failed, "review": .cantTell]
    guard let outcome = outcomes[verdict] else { return nil }
    return (parts.dropLast(2).joined(separator: "-"), outcome)
  }

  /// The forms that samples come in.
  private static let extensions: Set = ["docx", "doc", "pdf", "rtf", "xml"]

  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../samples").standardizedFileURL

  /// The samples of a spec, or, without one, the whole notices beside them.
  static func all(in spec: String = "") -> [SampleFile] {
    let urls = try? FileManager.default.contentsOfDirectory(
      at: folder.appending(path: spec), includingPropertiesForKeys: nil)
    return (urls ?? []).filter { extensions.contains($0.pathExtension) }
      .map { SampleFile(name: $0.deletingPathExtension().lastPathComponent, url: $0) }
      .sorted { ($0.name, $0.url.pathExtension) < ($1.name, $1.url.pathExtension) }
  }

  /// What the checker says of the file, by the built-in spec.
  func report() throws -> PublicationReport {
    let specification = try SpecLibrary.builtIn.load("sixian-2022", rules: .builtIn)
    let bytes = [UInt8](try Data(contentsOf: url))
    var options = Checker.Options()
    options.today = CalendarDay("2026-12-31")
    return Checker(specification: specification, options: options).check(bytes, path: url.lastPathComponent)
  }
}

extension PublicationReport {
  /// The requirements with an outcome, in the order of the spec.
  fileprivate func requirements(_ outcome: Outcome) -> [String] {
    outcomes.filter { $0.outcome == outcome }.map(\.requirement)
  }
}

@Suite struct SamplesTests {
  static let samples = SampleFile.all(in: "sixian-2022")

  @Test(arguments: samples) func nameTellsTheVerdict(_ sample: SampleFile) throws {
    let promise = try #require(sample.promise, "the name promises nothing")
    let report = try sample.report()
    let outcome = report.outcomes.first { $0.requirement == promise.requirement }?.outcome
    #expect(outcome == promise.outcome)
    // It is wrong in that alone. What is in doubt may leave others in doubt that are about the same text.
    #expect(report.requirements(.failed) == (promise.outcome == .failed ? [promise.requirement] : []))
    // Of a scan nobody can say what its words are.
    let isScan = promise.requirement == "text-layer" && promise.outcome == .failed
    if promise.outcome != .cantTell, !isScan { #expect(report.requirements(.cantTell) == []) }
  }

  /// Every requirement that is checked has a sample that conforms and one that does not.
  @Test func everyCheckedRequirementHasItsPair() throws {
    let specification = try SpecLibrary.builtIn.load("sixian-2022", rules: .builtIn)
    let promises = Self.samples.compactMap(\.promise)
    for requirement in specification.requirements {
      guard case .rule = requirement.check else { continue }
      // Speaks only of documents that a spec of one's own lists; see SealTests.
      if requirement.id == "seal-exception" { continue }
      let outcomes = promises.filter { $0.requirement == requirement.id }.map(\.outcome)
      #expect(outcomes.contains(.passed), "\(requirement.id) has no sample that conforms")
      #expect(
        outcomes.contains(.failed) || outcomes.contains(.cantTell),
        "\(requirement.id) has no sample that does not conform")
    }
  }

  @Test(arguments: ["notice-clean", "notice-wps"]) func nothingToFind(_ name: String) throws {
    let sample = try #require(SampleFile.all().first { $0.name == name })
    let report = try sample.report()
    #expect(report.findings.map(\.code) == [])
    #expect(report.requirements(.failed) + report.requirements(.cantTell) == [])
    #expect(report.count(.passed) > 10)
  }

  /// The four headings of the notice, in Word and in print.
  @Test(arguments: ["docx", "pdf"]) func headingsThatEndWithAFullStop(_ form: String) throws {
    let sample = Self.samples.first { $0.url.lastPathComponent == "punctuation-pass-c.\(form)" }
    let report = try #require(sample).report()
    let finding = try #require(report.findings.first)
    #expect(finding.code == "PUNC-heading" && finding.outcome == .passed)
    #expect(finding.places.count == 4)
  }

  /// Under a name of Word, kinds that nobody reads say what they are and what to do.
  @Test(arguments: [("web-page", "E_HTML"), ("web-archive", "E_MHTML")])
  func disguised(_ name: String, _ code: String) throws {
    let sample = try #require(SampleFile.all(in: "disguised").first { $0.name == name })
    #expect(try sample.report().members.first?.error?.code.rawValue == code)
  }

  @Test func typicalFaults() throws {
    let sample = try #require(SampleFile.all().first { $0.name == "notice-faults" })
    let report = try sample.report()
    #expect(
      report.requirements(.failed)
        == ["title-font", "body-font", "body-spacing", "docnum-form", "date-form"])
    #expect(
      Set(report.findings.map(\.code))
        == ["FMT-title-font", "FMT-body-font", "FMT-body-spacing", "DN-bracket", "DATE-form"])
    #expect(report.findings.allSatisfy { !$0.places.isEmpty && $0.advice != nil })
  }
}
