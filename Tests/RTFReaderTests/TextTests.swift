import DocumentModel
import Testing

@testable import RTFReader

@Suite struct TextTests {
  @Test func bytesAreReadInTheCharacterSetOfTheFace() throws {
    let text = try Sample.paragraph(#"\f1\'b9\'d8\'d3\'da ab\f0 \'e9t\'e9\par"#).text
    #expect(text == "关于 abété")
  }

  /// Old writers say the character set with the name only.
  @Test func aNameMayTellTheCharacterSet() throws {
    let header = #"{\rtf1\ansi{\fonttbl{\f0 Arial Cyr;}{\f1\fcharset204 Arial Cyr;}}"#
    #expect(try Sample.document(#"\f0\'c4\'e0\f1\'c4\'e0\par"#, header: header).texts == ["ДаДа"])
  }

  /// The second byte of a character of GBK may be a letter, which writers do not escape.
  @Test func aCharacterMayEndInALetter() throws {
    #expect(try Sample.paragraph(#"\f1\'81@\'81A\par"#).text == "丂丄")
  }

  /// Chinese text that a writer left in a Western face of a Chinese file.
  @Test func pairsInAWesternFaceAreChinese() throws {
    #expect(try Sample.paragraph(#"\f0\'cd\'a8\'d6\'aa\par"#).text == "通知")
    #expect(try Sample.paragraph(#"\f0 caf\'e9\par"#).text == "café")
  }

  @Test(arguments: [
    (#"\uc1\u36890?\u30693?"#, "通知"), (#"\uc2\u36890\'cd\'a8\u30693\'d6\'aa x"#, "通知 x"),
    (#"\uc0\u36890\u30693 x"#, "通知x"), (#"\u-10179?\u-9085?"#, "\u{1F483}"), (#"\uc1\u36890{}x"#, "通x"),
    (#"\uc1{\uc0\u36890}\u30693?"#, "通知"), (#"\uc1\u36890\tab x"#, "通x"),
    (#"\uc1\u36890\'3f\u30693\'3f"#, "通知"),
  ])
  func unicodeSkipsItsReplacement(_ body: String, _ text: String) throws {
    #expect(try Sample.paragraph(body + #"\par"#).text == text)
  }

  @Test(arguments: [
    (#"a\~b\_c\-d\\\{\}"#, "a\u{A0}b\u{2011}cd\\{}"),
    (#"\lquote a\rquote\emdash\endash"#, "\u{2018}a\u{2019}\u{2014}\u{2013}"),
    (#"a\tab b\line c"#, "a\tb\nc"), ("a\r\nb", "ab"), (#"{\*\unknown x}a{\*\bkmkstart y}b"#, "ab"),
    (#"{\field{\*\fldinst PAGE}{\fldrslt 7}}"#, "7"), (#"{\upr{old}{\*\ud{new}}}"#, "new"),
    (#"a\bin3 }{}b"#, "ab"), (#"a\'zzb"#, "azzb"), (#"{\f3\'b7}"#, "\u{F0B7}"), (#"{\xe word}a"#, "a"),
  ])
  func symbolsWordsAndDestinations(_ body: String, _ text: String) throws {
    #expect(try Sample.paragraph(body + #"\par"#).text == text)
  }

  @Test func paragraphs() throws {
    #expect(try Sample.document(#"a\par b\par\par c"#).texts == ["a", "b", "", "c"])
    #expect(try Sample.document("a\\\nb\\\r\nc").texts == ["a", "b", "c"])
    #expect(
      try Sample.document(#"{\listtext\f3\'b7\tab}a\par{\pntext\f1\'d2\'bb\'a1\'a2\tab}\pard b\par c\par"#)
        .paragraphs.map(\.printedText) == ["•a", "一、b", "c"])
  }

  @Test func hiddenAndDeletedTextIsNoText() throws {
    let body = #"""
      {\*\revtbl{Unknown;}{Zhang San;}}a{\v secret}b{\deleted\revauthdel1 gone}{\revised\revauth1 new}\par
      x{\deleted\par}y\par
      """#
    let document = try Sample.document(body)
    #expect(document.texts == ["abnew", "xy"])
    #expect(document.residue.hiddenText == ["secret"])
    #expect(document.residue.insertions == 1 && document.residue.deletions == 1)
    #expect(document.residue.authors == ["Zhang San"])
  }

  @Test func stories() throws {
    let document = try Sample.document(
      #"""
      {\header head\par}{\footer{\field{\*\fldinst PAGE}{\fldrslt 1}}\par}a{\footnote \chftn note}b{\footnote\ftnalt end}
      {\*\atnid LS}{\*\atnauthor Li Si}\chatn{\*\annotation remark\par}c\par d\par
      """#)
    #expect(document.texts == ["abc", "d", "head", "1", "note", "end", "remark"])
    #expect(
      document.paragraphs.map(\.story) == [.body, .body, .header, .footer, .footnote, .endnote, .comment])
    #expect(document.residue.comments == 1 && document.residue.authors == ["Li Si"])
  }

  @Test func properties() throws {
    let metadata = try Sample.document(
      #"""
      {\info{\title \'cd\'a8\'d6\'aa}{\author A}{\operator B}{\*\company C}{\creatim\yr2022\mo3\dy1\hr9\min5}}
      {\*\userprops{\propname KSOProductBuildVer}\proptype30{\staticval 2052-11.1}}{\*\generator WPS Office;}a\par
      """#
    ).metadata
    #expect(metadata.title == "通知" && metadata.creator == "A" && metadata.lastModifiedBy == "B")
    #expect(metadata.company == "C" && metadata.created == "2022-03-01T09:05:00")
    #expect(metadata.custom == ["KSOProductBuildVer": "2052-11.1"] && metadata.application == "WPS Office")
  }

  @Test func endsWhenTheTimeIsOver() {
    var looks = 0
    let deadline = Deadline(.seconds(3)) {
      looks += 1
      return .seconds(looks)
    }
    let body = String(repeating: "a\\par ", count: 20_000)
    let error = #expect(throws: ReadError.self) {
      try RTFReader().read(Array((Sample.header + body + "}").utf8), before: deadline)
    }
    #expect(error?.code == .timeout && error?.part?.hasPrefix("byte ") == true)
  }
}
