import DocumentModel
import Findings
import Foundation
import Specifications
import Testing

@testable import Checking
@testable import Rules

@Suite struct PageCropTests {
  static let hasTool = FileManager.default.isExecutableFile(atPath: "/usr/bin/pdftoppm")
  /// The folder of poppler-data.
  static let hasCharacters = FileManager.default.fileExists(atPath: "/usr/share/poppler/cMap/Adobe-GB1")

  private func report(_ name: String, crops: Int) throws -> PublicationReport {
    let url = SampleFile.folder.appending(path: "sixian-2022/\(name).pdf")
    var options = Checker.Options()
    options.pageCrops = crops
    let specification = try SpecLibrary.builtIn.load("sixian-2022", rules: .builtIn)
    return Checker(specification: specification, options: options)
      .check([UInt8](try Data(contentsOf: url)), path: url.lastPathComponent)
  }

  @Test(.enabled(if: hasTool && hasCharacters, "needs poppler-utils and poppler-data"))
  func findingsShowTheirPlace() throws {
    let report = try report("title-font-fail-a", crops: 12)
    let finding = try #require(report.findings.first { $0.code == "FMT-title-font" })
    let crop = try #require(finding.crop)
    #expect(crop.page == 1)
    #expect(crop.region.height < 200)
    #expect(!crop.marks.isEmpty)
    let region = crop.region
    #expect(crop.marks.allSatisfy { $0.top >= region.top && $0.bottom <= region.bottom })
    #expect(report.pagePictureGap == nil)
  }

  /// A picture without its words would mislead.
  @Test(.enabled(if: hasTool && !hasCharacters, "is for a poppler without poppler-data"))
  func noPictureWithoutItsCharacters() throws {
    let report = try report("title-font-fail-a", crops: 12)
    #expect(report.findings.allSatisfy { $0.crop == nil })
    #expect(report.pagePictureGap == .characters)
  }

  @Test(.enabled(if: hasTool, "needs poppler-utils")) func scansShowTheWholePage() throws {
    let report = try report("text-layer-fail-a", crops: 12)
    let crop = try #require(report.findings.first { $0.code == "TXT-layer" }?.crop)
    #expect(crop.region.height > 800)
    #expect(crop.marks.isEmpty)
  }

  @Test(arguments: [0, 90, 180, 270]) func boxesOfTurnedText(_ degrees: Int) {
    var page = Page(width: .pt(600), height: .pt(800))
    page.textRotation = degrees
    let sheet = TurnedSheet(page)
    let box = Box(left: 10, top: 20, width: 30, height: 400)
    let upright = sheet.upright(box)
    #expect(sheet.back(upright) == box)
    let expected = [
      0: box, 90: Box(left: 20, top: 560, width: 400, height: 30),
      180: Box(left: 560, top: 380, width: 30, height: 400),
      270: Box(left: 380, top: 10, width: 400, height: 30),
    ]
    #expect(upright == expected[degrees])
    #expect(sheet.width == (degrees % 180 == 0 ? 600 : 800))
  }

  @Test func noneUnlessWanted() throws {
    #expect(try report("title-font-fail-a", crops: 0).findings.allSatisfy { $0.crop == nil })
  }

  /// What quotes mask no picture may show.
  @Test func nothingPrivateIsShown() throws {
    for name in ["privacy-id-fail-a", "privacy-bank-fail-a", "privacy-mobile-review-a"] {
      let report = try report(name, crops: 12)
      #expect(!report.findings.isEmpty)
      #expect(report.findings.allSatisfy { $0.crop == nil })
    }
  }
}
