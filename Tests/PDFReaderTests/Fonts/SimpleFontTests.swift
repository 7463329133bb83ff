import DocumentModel
import Testing

@testable import PDFReader

@Suite("Simple fonts") struct SimpleFontTests {
  @Test("Base encodings, differences, names of glyphs")
  func encodings() throws {
    let winAnsi = try TestFont.make("<</Subtype/TrueType/BaseFont/Arial/Encoding/WinAnsiEncoding>>")
    #expect(winAnsi.text([0x41, 0x80, 0x93, 0x94, 0xE9]) == "A€“”é")
    let mac = try TestFont.make("<</Subtype/TrueType/BaseFont/Arial/Encoding/MacRomanEncoding>>")
    #expect(mac.text([0x8E, 0xD2]) == "é“")
    let standard = try TestFont.make("<</Subtype/Type1/BaseFont/Times-Roman>>")
    #expect(standard.text([0x27, 0xAE, 0x80]) == "’fi?")
    let symbol = try TestFont.make("<</Subtype/Type1/BaseFont/Symbol>>")
    #expect(symbol.text([0x61, 0xB3]) == "α≥")
    let named = try TestFont.make(
      "<</Subtype/Type1/BaseFont/X/Encoding<</BaseEncoding/WinAnsiEncoding/Differences[65/uni5B8B/u20000/f_i"
        + "/A.alt/g17/afii10017 97/Euro/one.oldstyle]>>>>")
    #expect(named.text([65, 66, 67, 68, 69, 70, 71, 97, 98]) == "宋\u{20000}fiA?АG€1")
  }

  @Test("The names of Zapf Dingbats mean something in Zapf Dingbats only")
  func dingbats() throws {
    let differences = "/Encoding<</Differences[65/a1/a20]>>"
    #expect(
      try TestFont.make("<</Subtype/Type1/BaseFont/ZapfDingbats\(differences)>>").text([65, 66]) == "✁✔")
    #expect(try TestFont.make("<</Subtype/Type1/BaseFont/X\(differences)>>").text([65, 66]) == "??")
    #expect(try TestFont.make("<</Subtype/Type1/BaseFont/ZapfDingbats>>").text([0x34]) == "✔")
  }

  @Test("ToUnicode goes before the encoding, a private number does not")
  func toUnicode() throws {
    let map = "1 beginbfchar <41> <6CD7> <42> <E001> <43> <E002> endbfchar"
    let font = try TestFont.make(
      "<</Subtype/TrueType/BaseFont/X/Encoding<</Differences[67/g1]>>/ToUnicode 11 0 R>>", cmap: map)
    #expect(font.text([0x41, 0x42, 0x43]) == "泗B\u{E002}")
  }

  @Test("Widths of the file, of the standard fonts, and missing ones")
  func widths() throws {
    let own = try TestFont.make(
      "<</Subtype/TrueType/BaseFont/X/FirstChar 65/Widths[100 200]/FontDescriptor<</MissingWidth 300>>>>")
    #expect(own.advances([64, 65, 66, 67]) == [300, 100, 200, 300])
    let helvetica = try TestFont.make("<</Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>")
    #expect(helvetica.advances([0x41, 0x69, 0x20]) == [667, 222, 278])
    let bold = try TestFont.make("<</Subtype/TrueType/BaseFont/TimesNewRoman,Bold/Encoding/WinAnsiEncoding>>")
    #expect(bold.advances([0x41]) == [722])
    let courier = try TestFont.make("<</Subtype/Type1/BaseFont/Courier>>")
    #expect(courier.advances([0x41]) == [600])
  }

  @Test("The size of a Type 3 font is that of other fonts, whatever its glyph space")
  func type3Em() throws {
    func em(_ entries: String) throws -> Double? {
      try TestFont.make("<</Subtype/Type3/FirstChar 65/CharProcs<<>>\(entries)>>").type3?.em
    }
    // Of 2048 and 256 units, the pixels of a bitmap, a single full stop, and no widths at all.
    #expect(try em("/FontMatrix[0.00048828 0 0 -0.00048828 0 0]/Widths[2048 1024]") == 1)
    #expect(try em("/FontMatrix[0.00390625 0 0 0.00390625 0 0]/Widths[256]") == 1)
    #expect(try em("/FontMatrix[0.0106383 0 0 -0.0106383 0 0]/FontBBox[0 0 1000 1000]/Widths[95 95]") == 1)
    #expect(try em("/FontMatrix[0.001 0 0 0.001 0 0]/Widths[250]") == 1)
    #expect(try em("/FontMatrix[0.01 0 0 0.01 0 0]") == 1)
    // Glyph space is that of the page: the size stands in the matrix of the text.
    #expect(try em("/FontMatrix[1 0 0 1 0 0]/Widths[40 80 60]") == 80)
  }

  @Test("Bytes of GBK shown through a Chinese font without an encoding for them are pairs")
  func hiddenPairs() throws {
    let song = try TestFont.make(
      "<</Subtype/TrueType/BaseFont/#CB#CE#CC#E5/Encoding/WinAnsiEncoding/FirstChar 32/Widths[500 500 500]>>")
    #expect(song.face.name == "宋体")
    #expect(song.text([0x41, 0xB9, 0xFA, 0xCE, 0xF1, 0xD4, 0xBA]) == "A国务院")
    #expect(song.codes([0xB9, 0xFA]).map(\.length) == [2])
    // A rare character counts beside common ones, the quotes and dashes of WinAnsi do not.
    #expect(song.text([0xB9, 0xFA, 0xE9, 0x46]) == "国镕")
    #expect(song.text([0x93, 0x41, 0x94, 0x97, 0x97]) == "“A”——")
    let latin = try TestFont.make("<</Subtype/TrueType/BaseFont/Arial/Encoding/WinAnsiEncoding>>")
    #expect(latin.text([0xC9, 0xC9]) == "ÉÉ")
  }

  @Test("A Type 3 font has its matrix in the advances and a procedure for each code")
  func type3() throws {
    let font = try TestFont.make(
      "<</Subtype/Type3/FontMatrix[0.01 0 0 0.01 0 0]/FirstChar 65/Widths[50 60]/CharProcs<</a 11 0 R>>"
        + "/Encoding<</Differences[65/a/B]>>/Resources<</Font<<>>>>>>", streams: [Array("0 0 m".utf8)])
    #expect(font.advances([65, 66, 67]) == [500, 600, 0])
    #expect(font.text([65, 66]) == "aB")
    #expect(font.type3?.procedure(for: 65) != nil)
    #expect(font.type3?.procedure(for: 66) == nil)
    #expect(font.type3?.resources != nil)
    #expect(font.type3?.matrix.a == 0.01)
    let based = try TestFont.make(
      "<</Subtype/Type3/CharProcs<</eacute 11 0 R>>/Encoding/WinAnsiEncoding>>",
      streams: [Array("0 0 m".utf8)])
    #expect(based.type3?.procedure(for: 0xE9) != nil)
    #expect(based.type3?.procedure(for: 0x41) == nil)
    #expect(based.text([0xE9]) == "é")
  }

  @Test("Weight: by name, by descriptor, by flag")
  func weight() throws {
    func face(_ entries: String) throws -> PDFFace {
      try TestFont.make("<</Subtype/TrueType\(entries)>>").face
    }
    #expect(try face("/BaseFont/SimSun,Bold").boldEvidence == .faceName)
    #expect(try face("/BaseFont/SimSun/FontDescriptor<</FontName/SimSun,Bold>>").boldEvidence == .faceName)
    #expect(try face("/BaseFont/SimSun/FontDescriptor<</FontWeight 700>>").boldEvidence == .weight)
    #expect(
      try face("/BaseFont/SimSun/FontDescriptor<</FontWeight 400/Flags 262178>>").boldEvidence == .forceBold)
    let plain = try face("/BaseFont/SimSun/FontDescriptor<</FontWeight 400/Flags 35/StemV 130>>")
    #expect(plain.boldEvidence == nil)
    #expect(plain.stemV == 130)
    #expect(plain.isSerif && plain.isFixedPitch && !plain.isItalic && !plain.isEmbedded)
    #expect(try face("/BaseFont/X/FontDescriptor<</ItalicAngle -12>>").isItalic)
    #expect(try face("/BaseFont/F1/FontDescriptor<</FontFamily(KaiTi)>>").name == "KaiTi")
  }
}
