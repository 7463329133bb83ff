import DocumentModel
import Testing

@testable import RTFReader

@Suite struct FormattingTests {
  @Test func facesOfEachScript() throws {
    // As Word writes a run of Chinese text, and one of Latin text.
    let chinese = try Sample.paragraph(
      #"{\rtlch\fcs1 \af0\afs24 \ltrch\fcs0 \b\fs36\loch\af0\hich\af0\dbch\f1 \'b9\'d8}\par"#
    ).style
    #expect(chinese.faces.eastAsia.name == "宋体" && chinese.faces.ascii.name == "Times New Roman")
    #expect(
      chinese.size == .pt(18) && chinese.isBold && chinese.hint == .eastAsia && !chinese.isComplexScript)
    let latin = try Sample.paragraph(
      #"{\rtlch\fcs1 \af0 \ltrch\fcs0 \fs24 \hich\af0\dbch\af1\loch\f0 a}\par"#
    ).style
    #expect(latin.faces.eastAsia.name == "宋体" && latin.faces.ascii.name == "Times New Roman")
    #expect(latin.size == .pt(12) && latin.hint == .none)
  }

  @Test func aFaceAloneIsForItsOwnScript() throws {
    let song = try Sample.paragraph(#"\f1\'b9\'d8\par"#).style
    #expect(song.faces.eastAsia.name == "宋体" && song.faces.ascii.name == "宋体")
    let times = try Sample.paragraph(#"\f0 a\par"#).style
    #expect(times.faces.ascii.name == "Times New Roman" && times.faces.eastAsia.name == "仿宋_GB2312")
  }

  @Test func defaultsComeBackWithPlain() throws {
    let style = try Sample.paragraph(#"\b\i\ul\strike\fs44\cf1\plain a\par"#).style
    #expect(
      style.size == .pt(12) && !style.isBold && !style.isItalic && !style.isUnderlined && !style.isStruck)
    #expect(style.color == nil && style.faces.ascii.name == "Times New Roman")
    #expect(style.faces.eastAsia.name == "仿宋_GB2312")
  }

  @Test func groupsGiveBackWhatWasInForce() throws {
    let spans = try Sample.paragraph(#"a{\b b{\fs40\b0 c}d}e\par"#).spans
    #expect(spans.map { String($0.text) } == ["a", "b", "c", "d", "e"])
    #expect(spans.map(\.style.isBold) == [false, true, false, true, false])
    #expect(spans.map(\.style.size) == [.pt(12), .pt(12), .pt(20), .pt(12), .pt(12)])
  }

  @Test(arguments: [
    (#"\cf1"#, Color(rgb: 0xFF0000)), (#"\cf2"#, Color(rgb: 0)), (#"\cf0"#, nil), (#"\cf99"#, nil),
  ])
  func colours(_ words: String, _ color: Color?) throws {
    #expect(try Sample.paragraph(words + #" a\par"#).style.color == color)
  }

  @Test func otherCharacterFormatting() throws {
    let style = try Sample.paragraph(#"\expndtw20\charscalex80\up6\super\ul a\par"#).style
    #expect(style.letterSpacing == .pt(1) && style.scale == 80 && style.rise == .pt(3))
    #expect(style.verticalPosition == .superscript && style.isUnderlined)
    #expect(try Sample.paragraph(#"\rtlch\fcs1\ab\afs30\b\fs30 a\par"#).style.isComplexScript)
  }

  @Test(arguments: [
    ("", LineSpacing.single, false), (#"\sl0"#, .single, false), (#"\sl240\slmult1"#, .multiple(1), true),
    (#"\sl360\slmult1"#, .multiple(1.5), true), (#"\sl560\slmult0"#, .atLeast(.pt(28)), true),
    (#"\sl-560\slmult0"#, .exact(.pt(28)), true),
  ])
  func lineSpacing(_ words: String, _ spacing: LineSpacing, _ isDeclared: Bool) throws {
    let format = try Sample.paragraph(words + #" a\par"#).format
    #expect(format.lineSpacing == spacing && format.declaresLineSpacing == isDeclared)
  }

  @Test func paragraphFormatting() throws {
    let paragraph = try Sample.paragraph(
      #"\pard\qj\fi640\cufi200\li420\ri-20\sb100\lisa50\pagebb\outlinelevel0\nosnaplinegrid\s1\fs32 a\par"#)
    let format = paragraph.format
    #expect(format.alignment == .justified && format.firstLineCharacters == 200)
    #expect(
      format.firstLineIndent == .pt(32) && format.leftIndent == .pt(21) && format.rightIndent == .pt(-1))
    #expect(format.spaceBefore == .pt(5) && format.spaceAfter == .pt(6) && format.startsPage)
    #expect(format.outlineLevel == 0 && !format.snapsToGrid && paragraph.styleName == "heading 1")
  }

  /// The formatting of a style is written beside its use; what is not written does not hold.
  @Test func stylesAreNamesOnly() throws {
    let paragraph = try Sample.paragraph(#"\pard\plain\s1 a\par"#)
    #expect(
      paragraph.styleName == "heading 1" && !paragraph.style.isBold && paragraph.format.alignment == nil)
  }

  @Test func sections() throws {
    let document = try Sample.document(
      #"""
      \paperw11906\paperh16838\margl1588\margr1474\margt2098\margb1984
      \sectd\sectlinegrid312\sectspecifyl a\par b\sect\sectd\lndscpsxn\pgwsxn16838\pghsxn11906\cols2 c\par
      """#)
    #expect(document.sections.count == 2 && document.paragraphs.map(\.section) == [0, 0, 1])
    #expect(
      document.sections[0].pageWidth == .twips(11906) && document.sections[0].margins.top == .twips(2098))
    #expect(document.sections[0].grid == DocumentGrid(kind: .lines, linePitch: .twips(312)))
    #expect(
      document.sections[1].isLandscape && document.sections[1].columns == 2
        && document.sections[1].grid == nil)
    #expect(document.sections[1].margins.left == .twips(1588))
  }

  @Test func namesOfFaces() throws {
    let header = #"""
      {\rtf1\ansi\deff0{\fonttbl{\f0\fcharset0 \'cb\'ce\'cc\'e5;}{\f1\fcharset238 Arial CE;}{\f2\fcharset134 {\*\panose 02}\u26999?\u20307?{\*\falt KaiTi};}
      {\f3\fcharset0 SimHei Western{\*\falt SimHei};}}
      """#
    let document = try Sample.document(#"\f0 a{\f1 b}{\f2 c}{\f3 d}\par"#, header: header)
    #expect(document.paragraphs[0].spans.map(\.style.faces.ascii.name) == ["宋体", "Arial", "楷体", "SimHei"])
    #expect(document.alternateFaceNames == ["楷体": "KaiTi"])
    let old = try Sample.document(
      #"\f1 a\par"#, header: #"{\rtf1{\fonttbl\f0\fswiss Helvetica;\f1 Courier;}"#)
    #expect(old.paragraphs[0].style.faces.ascii.name == "Courier")
  }

  @Test func traces() throws {
    let bytes = Array((Sample.header + #"\pard\plain\s1\qc\b\fs36\dbch\f1 \'b9\'d8\par}"#).utf8)
    let request = TraceRequest(
      paragraph: 0, properties: [.eastAsianFace, .size, .bold, .alignment, .lineSpacing])
    let traces = try #require(try RTFReader().trace(bytes, [request])[request])
    #expect(traces.map(\.value) == ["宋体", "18pt", "true", "center", "×1"])
    #expect(
      traces[1].steps == [
        TraceStep(.direct, value: "18pt"), TraceStep(.paragraphStyle(name: "heading 1"), value: "18pt"),
      ])
    #expect(traces[0].steps.last == TraceStep(.documentDefaults, value: "仿宋_GB2312"))
    #expect(traces[4].steps == [TraceStep(.application, value: "×1")])
  }
}
