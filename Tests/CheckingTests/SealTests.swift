import Checking
import Conformance
import Findings
import Foundation
import Reports
import Rules
import Specifications
import Testing

/// Seals from the file to the report.
@Suite struct SealTests {
  private func report(_ name: String, exceptions: String? = nil) throws -> PublicationReport {
    let url = SampleFile.folder.appending(path: "sixian-2022/\(name).docx")
    return try Checker(specification: try specification(exceptions))
      .check([UInt8](try Data(contentsOf: url)), path: "a.docx")
  }

  private func specification(_ exceptions: String?) throws -> Specification {
    guard let exceptions else { return try SpecLibrary.builtIn.load("sixian-2022", rules: .builtIn) }
    var text = "id: own\ntitle: t\nsource: s\nrequirements:\n"
    for (index, code) in ["SEAL-present", "SEAL-signature", "SEAL-exception"].enumerated() {
      text += "  - id: r\(index)\n    clause: c\n    severity: error\n    on: document\n    rule: \(code)\n"
      text += index == 0 ? "    exceptions: &kept [\(exceptions)]\n" : "    exceptions: *kept\n"
    }
    return try SpecLibrary.builtIn.load(text: text, file: "own.yaml", rules: .builtIn)
  }

  @Test func theFindingShowsThePicture() throws {
    let report = try report("seal-present-fail-a")
    let finding = try #require(report.findings.first { $0.code == "SEAL-present" })
    let picture = try #require(finding.exhibit)
    #expect(picture.png.starts(with: [0x89, 0x50, 0x4E, 0x47]))
    #expect(max(picture.width, picture.height) <= 200)
    #expect(finding.message.text(in: .zh).contains("落款处"))

    func output(_ reporter: some Reporter) -> String {
      var reporter = reporter
      let spec = SpecSummary(id: "s", title: "s", source: "s", sha256: "")
      let head = reporter.begin(ReportHeading(toolVersion: "1", spec: spec))
      let body = reporter.publication(report)
      return head + body + reporter.end(ReportEnding(summary: Summary(), exitCode: 0))
    }
    let html = output(HTMLReporter())
    #expect(html.contains("src=\"data:image/png;base64,iVBORw0KGgo"))
    #expect(html.contains("alt=\"图中所示： 落款处检出疑似公章"))
    #expect(!output(JSONReporter()).contains("iVBOR"))
  }

  @Test func aRegisteredExceptionIsForAPerson() throws {
    let kept = try report("seal-present-fail-a", exceptions: "云教体〔2025〕3号：合同须保留公章")
    #expect(kept.outcomes.map(\.outcome) == [.cantTell, .passed, .passed])
    #expect(kept.findings[0].message.text(in: .zh).contains("合同须保留公章"))
    let other = try report("seal-present-fail-a", exceptions: "云教体〔2025〕4号：合同须保留公章")
    #expect(other.outcomes.map(\.outcome) == [.failed, .passed, .inapplicable])
    let silent = try report("seal-present-fail-a", exceptions: "云教体〔2025〕3号")
    #expect(silent.outcomes.map(\.outcome) == [.cantTell, .passed, .failed])
  }

  @Test func namesTheKindOfSeal() throws {
    let codes = [
      "fail-d": "SEAL-present-drawn", "fail-e": "SEAL-present-object", "fail-f": "SEAL-present-edge",
      "review-a": "SEAL-present-chop",
    ]
    for (name, code) in codes {
      #expect(try report("seal-present-\(name)").findings.map(\.code) == [code], "\(name)")
    }
  }
}
