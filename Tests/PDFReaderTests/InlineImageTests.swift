import DocumentModel
import Testing

@testable import PDFReader

/// Images that stand in the content itself (ISO 32000-1, 8.9.7).
@Suite struct InlineImageTests {
  private static let line = "BT /L 12 Tf 1 0 0 1 100 650 Tm (Painted first.) Tj ET\n"

  private func read(_ entries: String, _ samples: String = "\u{1}\u{2}", before: String = "") throws
    -> Document
  {
    try ContentPage(
      before + "q 400 0 0 300 80 500 cm\nBI \(entries) ID \(samples)\nEI Q\n"
        + "BT /L 12 Tf 1 0 0 1 100 400 Tm (Painted last.) Tj ET\n"
    ).read()
  }

  @Test(arguments: [
    "/W 2/H 2/BPC 8/CS/G", "/IM true /W 2 /H 2 /BPC 1", "/W 2/H 2/BPC 1/ImageMask true/D[1 0]",
    "/W 2/H 2/BPC 8/CS/G/I false", "/W 2/H 2/BPC 8/CS/G/DP null",
  ])
  func valuesThatLookLikeOperators(_ entries: String) throws {
    let document = try read(entries)
    #expect(document.figures.count == 1)
    #expect(document.paragraphs.map(\.text) == ["Painted last."])
  }

  /// What has holes hides nothing, and text in white is seen on it.
  @Test func stencilsHideNothing() throws {
    let document = try read(
      "/IM true/W 2/H 2/BPC 1",
      before: Self.line + "q 595 0 0 842 0 0 cm BI/IM true/W 2/H 2/BPC 1 ID \u{1} \nEI Q\n")
    #expect(document.pages[0].invisibleCharacters == 0)
    #expect(document.pages[0].characters == 25)
  }

  @Test func aStencilOfOneSampleIsAnAreaInAColour() throws {
    let white = "1 g\nBT /L 12 Tf 1 0 0 1 100 550 Tm (White.) Tj ET 0 g\n"
    func visible(_ color: String) throws -> (Int, Int) {
      let document = try ContentPage(
        "\(color) q 400 0 0 300 80 500 cm\nBI /IM true /W 1 /H 1 /BPC 1 ID \u{1}\nEI Q\n" + white
      ).read()
      return (document.pages[0].characters, document.figures.count)
    }
    #expect(try visible("0 0 0.4 rg") == (6, 0))
    #expect(try visible("1 g") == (0, 0))
  }
}
