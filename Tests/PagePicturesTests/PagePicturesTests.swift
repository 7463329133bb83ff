import DocumentModel
import Foundation
import Testing

@testable import PagePictures

@Suite struct PagePicturesTests {
  static let tool = PagePictures()
  /// The folder of poppler-data.
  static let hasCharacters = FileManager.default.fileExists(atPath: "/usr/share/poppler/cMap/Adobe-GB1")

  static func sample(_ name: String) throws -> [UInt8] {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return [UInt8](try Data(contentsOf: root.appending(path: "samples/sixian-2022/\(name).pdf")))
  }

  @Test func absentToolIsTold() { #expect(PagePictures(folders: ["/nonexistent"]) == nil) }

  @Test(.enabled(if: tool != nil && hasCharacters, "needs poppler-utils and poppler-data"))
  func cropIsThePartAskedFor() throws {
    let tool = try #require(Self.tool)
    let bytes = try Self.sample("title-bold-pass-a")
    let box = Box(left: 90, top: 72, width: 415, height: 60)
    let crop = try tool.crop(box, ofPage: 1, of: bytes)
    #expect(crop.mediaType == "image/png")
    #expect(crop.bytes.count < PagePictures.mostBytes)
    // Width and height stand in the first chunk of a PNG.
    let size = crop.bytes[16..<24].reduce(into: [0, 0]) {
      $0 = [($0[0] << 8 | $0[1] >> 24) & 0xFFFF_FFFF, ($0[1] << 8 | Int($1)) & 0xFFFF_FFFF]
    }
    #expect(size == [634, 92])
    #expect(try tool.crop(box, ofPage: 1, of: bytes) == crop, "the same bytes each time")
    #expect(throws: PagePictures.Failure.notDrawn) { try tool.crop(box, ofPage: 9, of: bytes) }
    #expect(throws: PagePictures.Failure.notDrawn) {
      try tool.crop(box, ofPage: 1, of: Array("no PDF".utf8))
    }
  }

  @Test(.enabled(if: tool != nil, "needs poppler-utils")) func wholePagesAreSmall() throws {
    let tool = try #require(Self.tool)
    let page = Box(left: 0, top: 0, width: 595, height: 842)
    let crop = try tool.crop(page, ofPage: 1, of: Self.sample("text-layer-fail-a"))
    #expect(crop.bytes.count <= PagePictures.mostBytes)
  }

  @Test(.enabled(if: tool != nil && !hasCharacters, "is for a poppler without poppler-data"))
  func noCropWithoutItsCharacters() throws {
    let (tool, bytes) = (try #require(Self.tool), try Self.sample("title-bold-pass-a"))
    #expect(throws: PagePictures.Failure.lacksCharacters) {
      try tool.crop(Box(left: 90, top: 72, width: 415, height: 60), ofPage: 1, of: bytes)
    }
  }

  @Test(.enabled(if: tool != nil && hasCharacters, "needs poppler-utils and poppler-data"))
  func wordsCanBeHad() throws {
    let tool = try #require(Self.tool)
    let text = try #require(tool.text(of: Self.sample("title-bold-pass-a")))
    #expect(text.contains("云教体〔2025〕3号"))
    #expect(tool.text(of: Array("no PDF".utf8)) == nil)
  }
}
