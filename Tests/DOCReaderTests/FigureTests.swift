import CompoundFixtures
import DOCReader
import DocumentModel
import Testing

@Suite struct FigureTests {
  private typealias Paragraph = WordWriter.Paragraph
  private static let png: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3]

  /// A record of OfficeArt.
  private func record(_ type: Int, instance: Int = 0, _ data: [UInt8]) -> [UInt8] {
    Modify.two(instance << 4) + Modify.two(type) + Modify.four(data.count) + data
  }

  private func blip() -> [UInt8] {
    record(0xF01E, instance: 0x6E0, [UInt8](repeating: 7, count: 16) + [0xFF] + Self.png)
  }

  /// An entry of the store with its picture inside.
  private func entry() -> [UInt8] {
    record(0xF007, instance: 6, [UInt8](repeating: 0, count: 36) + blip())
  }

  private func shape(_ id: Int, kind: Int, _ properties: [(Int, Int)], _ more: [UInt8] = []) -> [UInt8] {
    let head = record(0xF00A, instance: kind, Modify.four(id) + Modify.four(0))
    let list = record(
      0xF00B, instance: properties.count, properties.flatMap { Modify.two($0.0) + Modify.four($0.1) })
    return record(0xF004, head + list + more)
  }

  @Test func picturesInTheLineHaveSizeAndBytes() throws {
    let art = shape(1, kind: 75, [(0x4104, 1), (0x102, 0x8000)]) + entry()
    var head = [UInt8](repeating: 0, count: 68)
    head.replaceSubrange(0..<4, with: Modify.four(68 + art.count))
    head.replaceSubrange(4..<8, with: Modify.two(68) + Modify.two(0x64))
    head.replaceSubrange(28..<36, with: [1_000, 2_000, 500, 1_000].flatMap(Modify.two))
    var writer = WordWriter([
      Paragraph([("图", []), ("\u{1}", Modify.special + [0x03, 0x6A] + Modify.four(4))])
    ])
    writer.data = [0, 0, 0, 0] + head + art
    let bytes = writer.bytes()
    let document = try DOCReader().read(bytes)
    let figure = try #require(document.figures.first)
    #expect(document.figures.count == 1)
    #expect(document.paragraphs[0].text == "图")
    #expect(figure.kind == .picture && figure.anchor == .inline)
    #expect(figure.width == .twips(500) && figure.height == .twips(2_000))
    #expect(figure.hiddenShare == 0.5)
    let part = try #require(figure.mediaPart)
    #expect(try DOCReader().picture(part, of: bytes) == Picture(encoding: .png, bytes: Self.png))
    #expect(try DOCReader().picture("Data/99999", of: bytes) == nil)
    #expect(try DOCReader().picture("../x", of: bytes) == nil)
  }

  @Test func floatingPicturesAndTextBoxesAreAnchored() throws {
    var writer = WordWriter([
      Paragraph("甲"), Paragraph([("\u{8}", Modify.special), ("乙", []), ("\u{8}", Modify.special)]),
      Paragraph("丙"),
    ])
    let store = record(0xF000, record(0xF001, instance: 1, entry()))
    let group = record(
      0xF003,
      shape(1_024, kind: 0, []) + shape(1_025, kind: 75, [(0x4104, 1), (0x392, 2)])
        + shape(1_026, kind: 202, [(0x80, 1), (0x1C0, 0x0000FF)]))
    writer.structures[50] = store + [0] + record(0xF002, group)
    func placement(_ id: Int, _ flags: Int) -> [UInt8] {
      Modify.four(id) + [100, 200, 1_100, 2_200].flatMap(Modify.four) + Modify.two(flags) + Modify.four(0)
    }
    writer.structures[40] =
      [2, 4, 6].flatMap(Modify.four) + placement(1_025, 0x4002) + placement(1_026, 0x0014)
    writer.stories = [(9, [Paragraph("框内"), Paragraph("")])]
    func box(_ id: Int) -> [UInt8] { [UInt8](repeating: 0, count: 14) + Modify.four(id) + Modify.four(0) }
    writer.structures[56] = [0, 4, 5].flatMap(Modify.four) + box(1_026) + box(0)
    let bytes = writer.bytes()
    let document = try DOCReader().read(bytes)
    #expect(document.paragraphs.map(\.text) == ["甲", "乙", "框内", "丙"])
    #expect(document.paragraphs.map(\.story) == [.body, .body, .textBox, .body])
    #expect(document.figures.map(\.kind) == [.picture, .textBox])
    #expect(document.figures.map(\.paragraph) == [1, 1])
    let picture = try #require(document.figures.first)
    #expect(picture.isBehindText)
    #expect(picture.width == .twips(1_000) && picture.height == .twips(2_000))
    #expect(picture.horizontalOrigin == "page" && picture.verticalOrigin == "page")
    #expect(document.figures[1].lineColor == Color(rgb: 0xFF0000))
    #expect(
      document.figures[1].horizontalOrigin == "column" && document.figures[1].verticalOrigin == "paragraph")
    #expect(try DOCReader().picture(#require(picture.mediaPart), of: bytes)?.bytes == Self.png)
  }

  @Test func objectsMacrosAndSignaturesAreSeen() throws {
    var writer = WordWriter([
      Paragraph([("\u{1}", Modify.special + [0x03, 0x6A] + Modify.four(77) + [0x0A, 0x08, 1])])
    ])
    let compObj =
      [UInt8](repeating: 0, count: 28) + Modify.four(0) + Modify.four(0) + Modify.four(14)
      + Array("Excel.Sheet.8\0".utf8)
    writer.otherStreams = [
      ("ObjectPool/_77/\u{1}CompObj", compObj), ("ObjectPool/_78/\u{3}OCXNAME", [1]), ("Macros/VBA/dir", [1]),
      ("_xmlsignatures/origin", [1]),
    ]
    let document = try DOCReader().read(writer.bytes())
    #expect(document.figures.map(\.kind) == [.ole])
    #expect(document.figures[0].programID == "Excel.Sheet.8")
    #expect(document.residue.embeddedParts == ["ObjectPool/_77", "ObjectPool/_78"])
    #expect(document.residue.activeXControls == 1)
    #expect(document.residue.hasMacros)
    #expect(document.residue.signatureParts == ["_xmlsignatures"])
  }

  @Test func propertiesAreReadByTheirCodePage() throws {
    func value(_ type: Int, _ data: [UInt8]) -> [UInt8] { Modify.four(type) + data }
    let title: [UInt8] = [0xCD, 0xA8, 0xD6, 0xAA, 0]
    let values: [(Int, [UInt8])] = [
      (1, value(2, Modify.two(936) + [0, 0])),
      (2, value(0x1E, Modify.four(title.count) + title + [0, 0, 0])),
      (4, value(0x1F, Modify.four(2) + Modify.two(0x7532) + [0, 0])),
      // 2022-09-11T08:30:00Z in hundreds of nanoseconds since 1601.
      (12, value(0x40, Modify.four(0xAE84_7400) + Modify.four(0x01D8_C5B8))),
    ]
    var index: [UInt8] = []
    var data: [UInt8] = []
    for (id, bytes) in values {
      index += Modify.four(id) + Modify.four(8 + 8 * values.count + data.count)
      data += bytes
    }
    let part = Modify.four(8 + index.count + data.count) + Modify.four(values.count) + index + data
    var writer = WordWriter([Paragraph("一")])
    writer.otherStreams = [
      (
        "\u{5}SummaryInformation",
        [0xFE, 0xFF] + [UInt8](repeating: 0, count: 22) + Modify.four(1) + [UInt8](repeating: 9, count: 16)
          + Modify.four(48) + part
      )
    ]
    let metadata = try DOCReader().read(writer.bytes()).metadata
    #expect(metadata.title == "通知")
    #expect(metadata.creator == "甲")
    #expect(metadata.created == "2022-09-11T08:30:00Z")
  }
}
