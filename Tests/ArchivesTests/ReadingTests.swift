import Archives
import DocumentModel
import Testing

@Suite struct ReadingTests {
  @Test func entriesAndTheirBytes() throws {
    var stored = ZIPBuilder.Entry("word/a.xml", "stored")
    stored.method = 0
    var descriptor = ZIPBuilder.Entry("word/b.xml", String(repeating: "长", count: 50_000))
    descriptor.hasDescriptor = true
    var folder = ZIPBuilder.Entry("word/", "")
    folder.method = 0
    let builder = ZIPBuilder([ZIPBuilder.Entry("[Content_Types].xml", "<x/>"), folder, stored, descriptor])
    var archive = try ZIPArchive(builder.bytes)
    #expect(archive.entries.map(\.name) == ["[Content_Types].xml", "word/", "word/a.xml", "word/b.xml"])
    #expect(archive.entries[2].storedBytes == 6)
    #expect(archive.entries[3].inflatedBytes == 150_000)
    #expect(try archive.read("[Content_Types].xml") == Array("<x/>".utf8))
    #expect(try archive.read("word/a.xml") == Array("stored".utf8))
    #expect(try archive.read("word/b.xml") == descriptor.data)
    #expect(try archive.read("word/") == [])
    #expect(try archive.read("word/c.xml") == nil)
    // The archive can be asked again, and in any order.
    #expect(try archive.read("word/a.xml") == Array("stored".utf8))
  }

  @Test func lookupIsExactOrWithoutCase() throws {
    var archive = try ZIPArchive(ZIPBuilder("word/Document.xml", "文件.xml").bytes)
    #expect(archive.contains("word/Document.xml"))
    #expect(!archive.contains("word/document.xml"))
    #expect(try archive.read("WORD/document.xml") == nil)
    #expect(archive.name(matching: "WORD/document.XML") == "word/Document.xml")
    #expect(archive.name(matching: "文件.XML") == "文件.xml")
    #expect(archive.name(matching: "word/other.xml") == nil)
  }

  @Test func namesThatAreNotUTF8StayApart() throws {
    var builder = ZIPBuilder("a", "b")
    builder.entries[0].name = [0xB9, 0xAB]
    builder.entries[1].name = [0xCE, 0xC4]
    let archive = try ZIPArchive(builder.bytes)
    #expect(archive.entries.map(\.name) == ["\u{B9}\u{AB}", "\u{CE}\u{C4}"])
  }

  @Test func smallZip64() {
    var builder = ZIPBuilder("a.xml", "b.xml")
    builder.isWide = true
    builder.entries[1].isWide = true
    #expect(failure(builder) == nil)
  }

  @Test func commentAndBytesBehind() {
    var builder = ZIPBuilder("a.xml", "b.xml")
    builder.comment = Array("made by PK\u{5}\u{6} somebody".utf8)
    #expect(failure(builder) == nil)
    #expect(failure(ZIPBuilder("a.xml").bytes + [0, 0, 0]) == nil)
  }

  @Test func oddButHarmlessNames() {
    #expect(failure(ZIPBuilder("./a.xml", "a..b", "...", "b/.c/d", "[trash]/0000.dat")) == nil)
  }
}
