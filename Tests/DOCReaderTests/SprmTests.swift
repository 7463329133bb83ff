import DocumentModel
import Testing

@testable import DOCReader

@Suite struct SprmTests {
  private func codes(_ bytes: [UInt8]) -> [UInt16] {
    bytes.withUnsafeBytes { list in
      var codes: [UInt16] = []
      var modifiers = SprmIterator(list)
      while let modifier = modifiers.next() { codes.append(modifier.code) }
      return codes
    }
  }

  @Test func unknownModifiersAreSteppedOverBySize() {
    // One unknown of each size, a bold behind each.
    let bold: [UInt8] = [0x35, 0x08, 1]
    let unknown: [[UInt8]] = [
      [0xFF, 0x09, 1], [0xFF, 0x29, 1], [0xFF, 0x49, 1, 2], [0xFF, 0x69, 1, 2, 3, 4], [0xFF, 0x89, 1, 2],
      [0xFF, 0xA9, 1, 2], [0xFF, 0xC9, 2, 1, 2], [0xFF, 0xE9, 1, 2, 3],
    ]
    for list in unknown { #expect(codes(list + bold).last == 0x0835, "\(list)") }
  }

  @Test func tabsBeyondTheByteAreCounted() {
    let tabs: [UInt8] = [0x15, 0xC6, 255, 1, 0, 0, 0, 0, 1, 9, 9, 9]
    #expect(codes(tabs + [0x35, 0x08, 1]) == [0xC615, 0x0835])
  }

  @Test func whatIsCutOffEndsTheList() {
    #expect(codes([0x43, 0x4A, 32]) == [])
    #expect(codes([0x35, 0x08, 1, 0x57, 0xCA, 200, 1]) == [0x0835])
    #expect(codes([0x08, 0xD6, 0, 0]) == [])
    #expect(codes([0x15, 0xC6, 255, 255]) == [])
  }

  private func characters(_ bytes: [UInt8]) -> CharacterProperties {
    bytes.withUnsafeBytes { CharacterProperties($0) }
  }

  @Test func togglesCountFromTheStyle() {
    var style = CharacterProperties()
    style.merge(characters([0x35, 0x08, 1]))
    for (value, isBold) in [(0, false), (1, true), (0x80, true), (0x81, false)] as [(UInt8, Bool)] {
      var text = style
      text.merge(characters([0x35, 0x08, value]), style: style)
      #expect(text.on.contains(.bold) == isBold, "\(value)")
      var plain = CharacterProperties()
      plain.merge(characters([0x35, 0x08, value]))
      #expect(plain.on.contains(.bold) == (value & 1 != 0))
    }
  }

  @Test func plainTakesBackToTheStyle() {
    var style = CharacterProperties()
    style.merge(characters([0x43, 0x4A, 44, 0]))
    var text = style
    text.merge(characters([0x35, 0x08, 1, 0x43, 0x4A, 32, 0, 0x33, 0x2A, 0, 0x36, 0x08, 1]), style: style)
    #expect(text.size == 44)
    #expect(text.on == .italic)
  }

  @Test func coloursComeFromBothTables() {
    #expect(characters([0x42, 0x2A, 6]).color == 0xFF0000)
    #expect(characters([0x42, 0x2A, 0]).color == CharacterProperties.automaticColor)
    #expect(characters([0x42, 0x2A, 200]).color == 0xC0C0C0)
    #expect(characters([0x70, 0x68, 0x12, 0x34, 0x56, 0]).color == 0x123456)
    #expect(characters([0x70, 0x68, 0, 0, 0, 0xFF]).color == CharacterProperties.automaticColor)
  }

  private func format(_ bytes: [UInt8]) -> ParagraphFormat {
    bytes.withUnsafeBytes { ParagraphFormat(ParagraphProperties($0, data: []), characterSize: 32) }
  }

  @Test func linesAreMultipleExactOrAtLeast() {
    #expect(format([0x12, 0x64, 0x68, 0x01, 1, 0]).lineSpacing == .multiple(1.5))
    #expect(format([0x12, 0x64, 0xD0, 0xFD, 0, 0]).lineSpacing == .exact(.pt(28)))
    #expect(format([0x12, 0x64, 0x30, 0x02, 0, 0]).lineSpacing == .atLeast(.pt(28)))
    #expect(format([0x12, 0x64, 0, 0, 0, 0]).lineSpacing == .single)
    #expect(!format([]).declaresLineSpacing)
  }

  @Test func indentsInCharactersWinOverTwips() {
    let both = format([0x57, 0x44, 200, 0, 0x60, 0x84, 0x80, 0x02])
    #expect(both.firstLineCharacters == 200)
    #expect(both.firstLineIndent == .pt(32))
    #expect(format([0x57, 0x44, 0, 0, 0x60, 0x84, 0x80, 0x02]).firstLineIndent == .pt(32))
    #expect(format([0x60, 0x84, 0x60, 0xFE]).firstLineIndent == .pt(-20.8))
  }

  @Test func aLongListGoesOnInTheDataStream() {
    // The list in the data stream leads to itself; it is followed once.
    let data: [UInt8] = [9, 0, 0x61, 0x24, 1, 0x46, 0x66, 0, 0, 0, 0]
    let list: [UInt8] = [0x46, 0x66, 0, 0, 0, 0]
    let properties = list.withUnsafeBytes { ParagraphProperties($0, data: data) }
    #expect(properties.alignment == .center)
  }
}
