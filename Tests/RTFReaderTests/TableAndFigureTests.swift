import DocumentModel
import Testing

@testable import RTFReader

@Suite struct TableTests {
  @Test func cellsKnowTheirPlace() throws {
    let document = try Sample.document(
      #"""
      before\par
      \trowd\cellx1000\cellx2000\pard\intbl a\cell b\par c\cell\row
      \trowd\cellx2000\pard\intbl d\cell\row \trowd\cellx1000\cellx2000\pard\intbl e\cell f\cell\row
      \pard after\par
      """#)
    #expect(document.texts == ["before", "a", "b", "c", "d", "e", "f", "after"])
    let cells = document.paragraphs.map { $0.cell.map { [$0.table, $0.row, $0.column] } }
    #expect(cells == [nil, [0, 0, 0], [0, 0, 1], [0, 0, 1], [0, 1, 0], [0, 2, 0], [0, 2, 1], nil])
    #expect(document.tables == [Table(rows: 3, columns: 2, paragraphs: 1..<7)])
  }

  @Test func aWideCellTakesSeveralColumns() throws {
    let document = try Sample.document(
      #"\trowd\cellx1000\cellx2000\cellx3000\pard\intbl a\cell b\cell c\cell\row\trowd\cellx2005\cellx3000\pard\intbl d\cell e\cell\row"#
    )
    #expect(document.paragraphs.compactMap(\.cell?.column) == [0, 1, 2, 0, 2])
    #expect(document.tables.first?.columns == 3)
  }

  @Test func tablesInsideTables() throws {
    let document = try Sample.document(
      #"""
      \trowd\cellx4000\pard\intbl a\par
      \pard\intbl\itap2 b\nestcell c\nestcell{\*\nesttableprops\trowd\cellx1000\cellx2000\nestrow}{\nonesttables\par}
      \pard\intbl\itap1 d\cell\row\pard e\par
      """#)
    #expect(document.texts == ["a", "b", "c", "d", "e"])
    #expect(document.paragraphs.map { $0.cell?.table } == [0, 1, 1, 0, nil])
    #expect(document.tables[1] == Table(rows: 1, columns: 2, parent: 0, paragraphs: 1..<3))
    #expect(document.tables[0].paragraphs == 0..<4)
  }
}

@Suite struct FigureTests {
  static let png = "89504e470d0a1a0a00000000"

  @Test func aPictureInTheText() throws {
    let body =
      #"a{\*\shppict{\pict{\*\picprop}\picwgoal1440\pichgoal720\picscalex50\picscaley100\pngblip "# + Self.png
      + #"}}{\nonshppict{\pict\wmetafile8 00}}\par"#
    let bytes = Array((Sample.header + body + "}").utf8)
    let figures = try RTFReader().read(bytes).figures
    #expect(figures.count == 1)
    let figure = try #require(figures.first)
    #expect(
      figure.kind == .picture && figure.anchor == .inline && figure.width == .pt(36)
        && figure.height == .pt(36))
    let part = try #require(figure.mediaPart)
    let picture = try #require(try RTFReader().picture(part, of: bytes))
    #expect(picture.encoding == .png && picture.bytes.count == 12)
    #expect(try RTFReader().picture("pict@99999999", of: bytes) == nil)
    #expect(try RTFReader().picture("word/media/image1.png", of: bytes) == nil)
  }

  @Test func aFloatingPicture() throws {
    let body = #"""
      a\par{\shp{\*\shpinst\shpleft1000\shptop2000\shpright3000\shpbottom4000\shpbxpage\shpbypara\shpfblwtxt1
      {\sp{\sn shapeType}{\sv 75}}{\sp{\sn wzDescription}{\sv seal}}
      {\sp{\sn pib}{\sv {\pict\picwgoal10\pichgoal10\pngblip 89504e47}}}{\sp{\sn fillColor}{\sv 255}}}{\shprslt x}}b\par
      """#
    let document = try Sample.document(body)
    #expect(document.texts == ["a", "b"])
    let figure = try #require(document.figures.first)
    #expect(document.figures.count == 1 && figure.kind == .picture && figure.anchor == .floating)
    #expect(figure.isBehindText && figure.horizontalOrigin == "page" && figure.verticalOrigin == "paragraph")
    #expect(figure.width == .pt(100) && figure.verticalOffset == .pt(100) && figure.paragraph == 1)
    #expect(
      figure.fillColor == Color(rgb: 0xFF0000) && figure.alternativeText == "seal" && figure.mediaPart != nil)
  }

  @Test func theTextOfABoxStandsBehindItsAnchor() throws {
    let document = try Sample.document(
      #"a{\shp{\*\shpinst\shpright100\shpbottom100{\sp{\sn shapeType}{\sv 202}}{\shptxt\pard boxed\par}}}b\par c\par"#
    )
    #expect(document.texts == ["ab", "boxed", "c"])
    #expect(document.paragraphs[1].story == .textBox && document.figures[0].kind == .textBox)
  }

  @Test func objects() throws {
    let document = try Sample.document(
      #"{\object\objemb\objw100\objh200{\*\objclass Excel.Sheet.8}{\*\objdata 00}{\result{\pict\pngblip 89504e47}}}\par"#
    )
    #expect(document.figures.count == 1 && document.figures[0].kind == .ole)
    #expect(document.figures[0].programID == "Excel.Sheet.8" && document.figures[0].mediaPart != nil)
    #expect(document.residue.embeddedParts == ["object1"])
    #expect(try Sample.document(#"{\object\objocx{\*\objclass X.Y.1}}\par"#).residue.activeXControls == 1)
  }
}

@Suite struct RefusalTests {
  func code(_ text: String) -> String? {
    do {
      _ = try RTFReader().read(Array(text.utf8))
      return nil
    } catch {
      return error.code.rawValue
    }
  }

  @Test func whatIsNoRTF() {
    #expect(code("") == "E_EMPTY" && code("junk") == "E_TYPE" && code("{\\pwd}") == "E_TYPE")
    #expect(code("\u{FEFF}{\\rtf1 a}") == nil)
  }

  @Test func deepGroups() {
    let deep = { (depth: Int) in
      String(repeating: "{", count: depth) + "a" + String(repeating: "}", count: depth)
    }
    #expect(code("{\\rtf1" + deep(900) + "}") == nil)
    #expect(code("{\\rtf1" + deep(100_000) + "}") == "E_TYPE")
  }

  @Test func tooManyParagraphs() throws {
    var limits = ReadLimits()
    limits.paragraphs = 10
    let bytes = Array(("{\\rtf1 " + String(repeating: "\\par", count: 11) + "}").utf8)
    #expect(throws: ReadError.self) { try RTFReader(limits: limits).read(bytes) }
  }

  @Test func whatEndsTooEarlyIsReadAsFarAsItGoes() throws {
    let document = try RTFReader().read(Array("{\\rtf1 a\\par {\\b b".utf8))
    #expect(document.texts == ["a", "b"] && document.notes.map(\.code) == ["W_RTF_TRUNCATED"])
  }

  @Test(arguments: [
    #"\fs99999999999999999999 a\cellx99999999999\row\cell\row\itap9999999\nestcell"#, #"\bin999999999 a"#,
    #"\u a\uc-5\u1"#,
    #"}}}}{{{"#, #"{\fonttbl{\f-1\fcharset-5;};}"#, #"{\colortbl\red999;}\cf-1 a"#,
    #"{\*\nesttableprops\nestrow\trowd}"#,
    #"{\shptxt a}{\sp{\sn a}{\sv b}}{\pict{\pict}}"#, #"{\header{\header{\header a\cell}}}"#,
    #"\trleft-99999999999\cellx0\cell\row"#,
    #"{\stylesheet{\s1\sbasedon1 a;}}\s1 a\par"#, "\\'\\'\\'", "\\", #"\sect\sect\sect"#, #"{\upr{\ud x}}"#,
    #"{\*"#,
  ])
  func nonsenseIsRead(_ body: String) throws {
    _ = try Sample.document(body)
  }
}
