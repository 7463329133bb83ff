import Findings
import Foundation
import Messages
import Testing

@testable import Reports

@Suite struct JSONReporterTests {
  static let all = [Samples.notice(), Samples.clean, Samples.locked, Samples.broken]

  func render(_ publications: [PublicationReport]) -> String {
    var reporter = JSONReporter()
    return reporter.render(Samples.report(publications))
  }

  func object(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  @Test func holdsTheContract() throws {
    let json = try object(render(Self.all))
    #expect(json["schemaVersion"] as? Int == 1)
    #expect((json["tool"] as? [String: Any])?["name"] as? String == "hegui")
    let publications = try #require(json["publications"] as? [[String: Any]])
    #expect(publications.count == 4)
    let findings = try #require(publications[0]["findings"] as? [[String: Any]])
    let first = try #require(findings.first)
    #expect(first["code"] as? String == "FMT-title-font")
    #expect(first["member"] as? String == "通知.docx")
    #expect(
      first["evidence"] as? [String] == ["字号 22 磅 ← 样式“公文标题” 22 磅 ← 样式“标题 1” 16 磅 ← 文档默认 10.5 磅"])
    let fix = try #require(first["fix"] as? [String: Any])
    #expect(fix["title"] as? String == "中文字体改为宋体" && fix["safety"] as? String == "safe")
    let second = try #require(findings[1]["location"] as? [String: Any])
    #expect(second["range"] as? [Int] == [3, 9] && second["page"] as? Int == 1)
    let member = try #require((publications[0]["members"] as? [[String: Any]])?.first)
    let elements = try #require(member["elements"] as? [String: [String: Any]])
    #expect(elements["date"]?["iso"] as? String == "2026-02-20")
    let also = try #require(elements["issuer"]?["also"] as? [[String: Any]])
    #expect(also.count == 1)
    let issuers = (elements["issuer"]?["text"] as? String)?.split(separator: "；")
    #expect(issuers?.count == 2 && issuers?.last.map(String.init) == also.first?["text"] as? String)
    let summary = try #require(json["summary"] as? [String: Any])
    #expect(summary["unreadable"] as? Int == 2 && summary["failed"] as? Int == 3)
  }

  @Test func errorsAreObjectsWithCodeAndSentence() throws {
    let json = try object(render([Samples.broken]))
    let publication = try #require((json["publications"] as? [[String: Any]])?.first)
    let member = try #require((publication["members"] as? [[String: Any]])?.first)
    #expect(member["status"] as? String == "unreadable")
    let error = try #require(member["error"] as? [String: Any])
    #expect(error["code"] as? String == "E_XML_MALFORMED" && error["column"] as? Int == 5)
    #expect((error["message"] as? String)?.isEmpty == false)
  }

  @Test func anEmptyReportIsValid() throws {
    let json = try object(render([]))
    #expect((json["publications"] as? [Any])?.isEmpty == true)
  }

  @Test func hostileTextSurvivesAsItIsAndHarmsNoTerminal() throws {
    let text = render([Samples.hostile])
    #expect(!text.unicodeScalars.contains { $0 != "\n" && VisibleText.isUnsafe($0) })
    let publication = try #require((try object(text)["publications"] as? [[String: Any]])?.first)
    #expect(publication["title"] as? String == Samples.attack)
  }

  @Test func linesAreThePublications() throws {
    var reporter = JSONLinesReporter()
    let lines = reporter.render(Samples.report(Self.all)).split(separator: "\n")
    #expect(lines.count == 4)
    for line in lines { #expect(try object(String(line))["schemaVersion"] as? Int == 1) }
  }

  @Test(.enabled(if: SchemaValidation.isAvailable, "python3 with jsonschema is not installed"))
  func validatesAgainstTheSchema() {
    #expect(SchemaValidation.errors(of: render(Self.all), schema: "check") == nil)
    #expect(SchemaValidation.errors(of: render([]), schema: "check") == nil)
    var lines = JSONLinesReporter()
    let text = lines.render(Samples.report(Self.all))
    #expect(SchemaValidation.errors(of: text, schema: "check", at: "#/$defs/line") == nil)
    let broken = render(Self.all).replacing("\"placeCount\"", with: "\"places2\"")
    #expect(SchemaValidation.errors(of: broken, schema: "check") != nil, "the schema refuses nothing")
  }

  @Test func numbersArePlain() {
    var writer = JSONWriter()
    writer.array { json in
      json.number(18.0)
      json.number(0.97)
      json.number(.nan)
      json.number(-3)
    }
    #expect(writer.text == "[18,0.97,null,-3]")
  }
}
