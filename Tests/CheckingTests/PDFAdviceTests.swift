import Checking
import Findings
import Messages
import Testing

/// What a report says of a PDF: the file that is to be changed is another one.
@Suite struct PDFAdviceTests {
  private func report(_ name: String) throws -> PublicationReport {
    let sample = SampleFile.all(in: "sixian-2022").first { $0.url.lastPathComponent == name + ".pdf" }
    return try #require(sample).report()
  }

  private func advice(_ name: String) throws -> String {
    let report = try report(name)
    return try #require(report.findings.first?.advice).word.text(in: .zh)
  }

  @Test func theOriginalIsChangedAndExportedAgain() throws {
    let steps = try advice("title-bold-fail-a")
    #expect(steps.hasPrefix("PDF 不能直接修改，请在 WORD 原稿中改：选中标题"))
    #expect(steps.hasSuffix("改好后重新导出 PDF（Word：“文件”→“导出”；WPS：“文件”→“输出为PDF”）。"))
  }

  /// Where the two programs differ, each is said its own way to export.
  @Test func eachProgramHasItsOwnExport() throws {
    let report = try report("title-font-fail-a")
    let advice = try #require(report.findings.first?.advice)
    #expect(advice.word.text(in: .zh).hasSuffix("改好后重新导出 PDF（“文件”→“导出”）。"))
    #expect(advice.wps?.text(in: .zh).hasSuffix("改好后重新导出 PDF（“文件”→“输出为PDF”）。") == true)
  }

  /// Seals are put on the PDF: the original has none to delete.
  @Test func sealsAreLeftOutByAnotherExport() throws {
    #expect(try advice("seal-present-fail-a").hasPrefix("请由没有盖章的 WORD 原稿重新导出 PDF。"))
  }

  /// The words of a scan that a machine read can be had, and are not relied on.
  @Test func whyNothingIsSaidOfTheWords() throws {
    func reasons(_ name: String) throws -> Set<String> {
      Set(try report(name).outcomes.filter { $0.outcome == .cantTell }.compactMap { $0.reason?.key })
    }
    #expect(try reasons("text-layer-review-a").contains("check.recognised"))
    #expect(try !reasons("text-layer-review-a").contains("check.noText"))
    #expect(try reasons("text-layer-fail-a").contains("check.noText"))
  }
}
