import Conformance
import DocumentModel
import Findings
import Foundation
import Messages
import Reports
import Rules
import Specifications
import Testing

@testable import Checking

@Suite struct CheckerTests {
  static func specification() throws -> Specification {
    try SpecLibrary.builtIn.load("sixian-2022", rules: .builtIn)
  }

  func check(_ path: String, _ options: Checker.Options = .init()) throws -> PublicationReport {
    let checker = Checker(specification: try Self.specification(), options: options)
    return checker.check(try Files.bytes(path), path: path)
  }

  @Test func aFindingSaysWhereWhatAndWhy() throws {
    let report = try check(Files.root.appending(path: "samples/notice-faults.docx").path)
    let finding = try #require(report.findings.first { $0.code == "FMT-title-font" })
    #expect(finding.actual?.text(in: .zh) == "黑体" && finding.expected?.text(in: .zh) == "宋体")
    #expect(finding.places.first?.quote.contains("关于做好2026年") == true)
    #expect(finding.places.first?.look?.face == "黑体")
    #expect(finding.evidence.first?.property == .eastAsianFace)
    #expect(finding.advice?.word.text(in: .zh).isEmpty == false)
    #expect(!finding.clause.quote.isEmpty)
    let bracket = try #require(report.findings.first { $0.code == "DN-bracket" })
    #expect(bracket.places.first?.marks.isEmpty == false)
    #expect(Set(report.findings.map(\.fingerprint)).count == report.findings.count)
  }

  @Test func everyRequirementHasAnOutcomeWithAReasonWhereNothingWasJudged() throws {
    let specification = try Self.specification()
    let report = try check(Files.root.appending(path: "samples/notice-clean.docx").path)
    #expect(report.outcomes.map(\.requirement) == specification.requirements.map(\.id))
    for outcome in report.outcomes where outcome.outcome != .passed && outcome.outcome != .failed {
      #expect(outcome.reason != nil, "\(outcome.requirement)")
    }
    let unread = Checker(specification: specification).check([], path: "空.docx")
    #expect(unread.members.first?.error?.code == .empty)
    // An empty file is none that opens; of all else nothing is known.
    #expect(unread.outcomes.filter { $0.outcome != .untested }.map(\.code) == ["TWIN-open"])
    #expect(unread.outcomes.first { $0.code == "TWIN-open" }?.outcome == .failed)
    let missing = Checker(specification: specification).refused("无.docx", ReadError(.missing))
    #expect(missing.outcomes.allSatisfy { $0.outcome == .untested })
    #expect(unread.outcomes.count == specification.requirements.count)
  }

  /// What holds of official documents says nothing of an English text; private numbers are private in any.
  @Test func aForeignTextIsNotJudgedAsAChineseOne() throws {
    let words =
      #"{\rtf1\ansi\fs20 Annual report of the school board\par (1) Education: call 13812345678.\par}"#
    let report = Checker(specification: try Self.specification()).check(Array(words.utf8), path: "a.rtf")
    #expect(report.findings.map(\.code) == ["PRIV-mobile"])
    for code in ["TITLE-present", "FMT-body-size", "SEQ-order", "PUNC-form"] {
      let outcome = report.outcomes.first { $0.code == code }
      #expect(outcome?.outcome == .cantTell && outcome?.reason?.key == "check.notChinese", "\(code)")
    }
    #expect(report.outcomes.first { $0.code == "TWIN-clean" }?.outcome == .passed)
  }

  @Test(arguments: [
    ("关于做好开学工作的通知", true), ("厦门钨业采用 Dynamics AX 2012 R2 for Manufacturing", true),
    ("Annual report of the county board of education on schools and kindergartens 年", false),
    ("わたくしといふ現象は仮定された", false), ("1 2 3", false), ("", true), ("（——）", true),
  ])
  func chineseIsToldFromOtherScripts(_ text: String, _ isChinese: Bool) {
    #expect(StructuredDocument(document: Document(paragraphs: [Paragraph(text)])).isChinese == isChinese)
  }

  @Test func whatIsNotSelectedIsUntested() throws {
    var options = Checker.Options()
    options.selection = CodeSelection(selected: ["DN-bracket"], ignored: [])
    let path = Files.root.appending(path: "samples/notice-faults.docx").path
    let selected = try check(path, options)
    #expect(Set(selected.findings.map(\.code)) == ["DN-bracket"])
    options.selection = CodeSelection(selected: [], ignored: ["DN-bracket", "FMT-title-font"])
    let ignoring = try check(path, options)
    #expect(!ignoring.findings.contains { $0.code == "DN-bracket" || $0.code == "FMT-title-font" })
    for code in ["FMT-title-font", "DN-form"] {
      let outcome = ignoring.outcomes.first { $0.code == code }
      #expect(outcome?.outcome == .untested, "\(code)")
      #expect(outcome?.reason?.key == "check.deselected")
    }
  }

  @Test func theBytesOfTheReportDoNotDependOnTheJobs() throws {
    let inputs = InputList.inputs(of: [Files.root.appending(path: "samples").path])
    #expect(inputs.count > 30)
    var texts: Set<String> = []
    for jobs in [1, 2, 5] {
      var reporter = JSONReporter()
      var text = ""
      BatchChecker(specification: try Self.specification(), jobs: jobs).run(inputs) { _, publication in
        text += reporter.publication(publication)
        return true
      }
      texts.insert(text)
    }
    #expect(texts.count == 1)
  }

  @Test func aFileOfManyFaultsKeepsItsPlacesBounded() {
    var builder = FindingBuilder(places: PlaceFinder(Document(paragraphs: [Paragraph("甲")])))
    let requirement = Requirement(
      id: "x", clause: Clause(reference: ""), severity: .error, roles: [],
      check: .notYet(code: "X", title: "x", reason: ""))
    let pieces = (0..<1000).flatMap { _ in [Element.Piece(paragraph: 0), Element.Piece(paragraph: 1)] }
    for _ in 0..<(FindingBuilder.findingLimit + 5) {
      builder.add(
        Violation(Message("x"), at: Array(pieces.prefix(2))), code: "X",
        outcome: .failed, of: requirement)
    }
    let (findings, dropped) = builder.finish()
    #expect(findings.count == FindingBuilder.findingLimit && dropped == 5)
    var one = FindingBuilder(places: PlaceFinder(Document(paragraphs: [Paragraph("甲"), Paragraph("乙")])))
    one.add(Violation(Message("x"), at: pieces), code: "X", outcome: .failed, of: requirement)
    let finding = one.finish().findings.first
    #expect(finding?.placeCount == 2000 && finding?.places.count == FindingBuilder.placeLimit)
  }
}

@Suite struct HostileFileTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let path: String
    let code: String?
    var testDescription: String { name }
  }

  /// The hostile Word files of the makers, written anew; none where the tool for it is absent.
  static let cases: [Case] = {
    guard let shared = Files.shared else { return [] }
    let folder = FileManager.default.temporaryDirectory.appending(path: "hegui-hostile-\(getpid())")
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", shared.appending(path: "safety/make_hostile.py").path, folder.path]
    process.standardOutput = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return [] }
    process.waitUntilExit()
    guard let data = try? Data(contentsOf: folder.appending(path: "manifest.json")),
      let list = try? JSONSerialization.jsonObject(with: data) as? [[String: Any]]
    else { return [] }
    return list.compactMap { entry in
      guard entry["kind"] as? String == "docx", let file = entry["file"] as? String else { return nil }
      return Case(
        name: file, path: folder.appending(path: file).path, code: entry["code"] as? String)
    }
  }()

  /// Codes that are better than the manifest's: the tag of 60 000 attributes is refused, and a PDF is a PDF
  /// whatever its name.
  static let better = [
    "docx/d27-many-attributes.docx": "E_XML_LIMIT", "docx/d45-is-really-pdf.docx": "E_PDF_CORRUPT",
  ]

  @Test(.enabled(if: Files.shared != nil, "no ../shared here, so no hostile files"))
  func everyHostileFileGetsItsCode() throws {
    #expect(Self.cases.count > 40)
    let checker = Checker(specification: try CheckerTests.specification(), options: .withoutTimeLimit)
    for item in Self.cases where !item.name.contains("d35") || !isDebug {
      let report = checker.check(try Files.bytes(item.path), path: item.path)
      let member = try #require(report.members.first)
      let expected = Self.better[item.name] ?? item.code
      if let expected, expected.hasPrefix("E_") {
        #expect(member.error?.code.rawValue == expected, "\(item.name)")
      } else {
        #expect(member.error == nil, "\(item.name)")
        if let expected { #expect(member.notes.contains { $0.code == expected }, "\(item.name)") }
      }
      var text = TextReporter()
      var html = HTMLReporter()
      let all = Report(
        toolVersion: "", spec: SpecSummary(id: "", title: "", source: "", sha256: ""), publications: [report])
      #expect(
        !text.render(all).unicodeScalars.contains { (0x80...0x9F).contains($0.value) || $0 == "\u{202E}" })
      let page = html.render(all)
      #expect(page.ranges(of: "<script").count == 1 && !page.contains("root:"), "\(item.name)")
    }
    if let folder = Self.cases.first.map({ URL(filePath: $0.path).deletingLastPathComponent() }) {
      try? FileManager.default.removeItem(at: folder.deletingLastPathComponent())
    }
  }

  var isDebug: Bool {
    #if DEBUG
      true
    #else
      false
    #endif
  }
}
