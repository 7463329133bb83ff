import DocumentModel
import Testing

@testable import DOCXReader

/// Documents that are one file of markup.
@Suite struct FlatDocumentTests {
  static let word2003 = #"""
    <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
    <?mso-application progid="Word.Document"?>
    <w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:wx="http://schemas.microsoft.com/office/word/2003/auxHint" xmlns:aml="http://schemas.microsoft.com/aml/2001/core" w:macrosPresent="no"><o:DocumentProperties><o:Title>关于通知</o:Title><o:Author>张三</o:Author><o:Company>局</o:Company><o:Created>2022-03-01T00:00:00Z</o:Created></o:DocumentProperties>
    <w:fonts><w:defaultFonts w:ascii="Times New Roman" w:fareast="宋体" w:h-ansi="Times New Roman" w:cs="Times New Roman"/><w:font w:name="宋体"><w:altName w:val="SimSun"/></w:font></w:fonts>
    <w:lists><w:listDef w:listDefId="0"><w:plt w:val="Multilevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:nfc w:val="37"/><w:lvlText w:val="%1、"/><w:lvlJc w:val="left"/></w:lvl></w:listDef><w:list w:ilfo="1"><w:ilst w:val="0"/></w:list></w:lists>
    <w:styles><w:versionOfBuiltInStylenames w:val="4"/><w:latentStyles w:defLockedState="off"/><w:style w:type="paragraph" w:default="on" w:styleId="a"><w:name w:val="Normal"/><wx:uiName wx:val="正文"/><w:pPr><w:jc w:val="both"/></w:pPr><w:rPr><wx:font wx:val="Times New Roman"/><w:kern w:val="2"/><w:sz w:val="21"/><w:sz-cs w:val="24"/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/><w:rPr><w:b/><w:sz w:val="44"/></w:rPr></w:style></w:styles>
    <w:docPr><w:view w:val="print"/><w:footnotePr><w:footnote w:type="separator"><w:p/></w:footnote></w:footnotePr></w:docPr>
    <w:body><wx:sect><w:p><w:pPr><w:pStyle w:val="1"/><w:spacing w:line="560" w:line-rule="at-least"/><w:ind w:first-line="480" w:first-line-chars="200"/><w:jc w:val="center"/></w:pPr><w:r><w:rPr><w:rFonts w:ascii="黑体" w:fareast="黑体" w:h-ansi="黑体" w:hint="fareast"/><wx:font wx:val="黑体"/><w:sz w:val="36"/></w:rPr><w:t>关于 &amp; &lt;开展&gt;</w:t></w:r><w:r><w:tab/><w:t> x </w:t></w:r></w:p>
    <w:p><w:pPr><w:listPr><w:ilvl w:val="0"/><w:ilfo w:val="1"/><wx:t wx:val="一、"/></w:listPr></w:pPr><aml:annotation aml:id="1" w:type="Word.Insertion" aml:author="李四" aml:createdate="x"><aml:content><w:r><w:t>新增</w:t></w:r></aml:content></aml:annotation><aml:annotation aml:id="2" w:type="Word.Deletion" aml:author="李四"><aml:content><w:r><w:delText>删去</w:delText></w:r></aml:content></aml:annotation><w:r><w:t>文字</w:t></w:r><w:r><w:footnote><w:p><w:r><w:t>注</w:t></w:r></w:p></w:footnote></w:r><aml:annotation aml:id="3" w:type="Word.Comment" aml:author="王五"><aml:content><w:p><w:r><w:t>批注</w:t></w:r></w:p></aml:content></aml:annotation></w:p>
    <w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="1"/><w:gridCol w:w="1"/></w:tblGrid><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p><w:r><w:t>格</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
    <w:p><w:r><w:pict><w:binData w:name="wordml://01000001.png">iVBORw0K
    GgoAAAAN</w:binData><v:shape id="_x0000_i1025" style="width:100pt;height:50pt"><v:imagedata src="wordml://01000001.png" o:title="章"/></v:shape></w:pict></w:r></w:p>
    <w:sectPr><w:hdr w:type="odd"><w:p><w:r><w:t>页眉</w:t></w:r></w:p></w:hdr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1800" w:bottom="1440" w:left="1800" w:header="851" w:footer="992" w:gutter="0"/><w:docGrid w:type="lines" w:line-pitch="312"/></w:sectPr></wx:sect></w:body></w:wordDocument>
    """#

  func document(_ text: String) throws -> Document { try DOCXReader().read(Array(text.utf8)) }

  @Test func word2003() throws {
    let document = try document(Self.word2003)
    #expect(document.format == .wordXML)
    #expect(document.paragraphs.map(\.text) == ["关于 & <开展>\t x ", "新增文字", "格", "", "页眉", "注", "批注"])
    #expect(document.paragraphs.map(\.story) == [.body, .body, .body, .body, .header, .footnote, .comment])
    #expect(document.paragraphs[1].label == "一、" && document.paragraphs[0].styleName == "heading 1")
    #expect(document.tables.first?.columns == 2 && document.paragraphs[2].cell?.table == 0)
    #expect(document.metadata.title == "关于通知" && document.metadata.creator == "张三")
    #expect(
      document.residue.insertions == 1 && document.residue.deletions == 1 && document.residue.comments == 1)
    #expect(document.residue.authors == ["李四", "王五"] && document.alternateFaceNames == ["宋体": "SimSun"])
  }

  @Test func formattingOfWord2003() throws {
    let document = try document(Self.word2003)
    let title = try #require(document.paragraphs.first)
    let style = try #require(title.runs.first?.style)
    #expect(
      style.faces.eastAsia.name == "黑体" && style.size == .pt(18) && style.isBold && style.hint == .eastAsia)
    #expect(title.format.lineSpacing == .atLeast(.pt(28)) && title.format.alignment == .center)
    #expect(title.format.firstLineCharacters == 200)
    let body = try #require(document.paragraphs[1].runs.first?.style)
    #expect(body.faces.eastAsia.name == "宋体" && body.size == .pt(10.5) && !body.isBold)
    #expect(document.sections[0].pageWidth == .twips(11906))
    #expect(document.sections[0].grid == DocumentGrid(kind: .lines, linePitch: .twips(312)))
  }

  @Test func picturesAndTracesOfWord2003() throws {
    let bytes = Array(Self.word2003.utf8)
    let document = try DOCXReader().read(bytes)
    let part = try #require(document.figures.first?.mediaPart)
    #expect(document.figures.first?.width == .pt(100) && document.figures.first?.paragraph == 3)
    #expect(try DOCXReader().picture(part, of: bytes)?.encoding == .png)
    let request = TraceRequest(paragraph: 0, properties: [.size])
    let trace = try #require(try DOCXReader().trace(bytes, [request])[request]?.first)
    #expect(
      trace.steps.map(\.layer) == [
        .direct, .paragraphStyle(name: "heading 1"), .paragraphStyle(name: "Normal"), .documentDefaults,
      ])
  }

  @Test func macrosAndObjectsOfWord2003() throws {
    let text = Self.word2003.replacing(#"macrosPresent="no""#, with: #"macrosPresent="yes""#)
      .replacing(
        "<w:docPr>",
        with: "<w:docOleData><w:binData w:name=\"oledata.mso\">AAAA</w:binData></w:docOleData><w:docPr>")
    let residue = try document(text).residue
    #expect(residue.hasMacros && residue.embeddedParts == ["word/embeddings/oledata.mso"])
  }

  /// Namespaces may be declared outside of the parts; binary parts are in Base64.
  @Test func flatPackage() throws {
    let office = "http://schemas.openxmlformats.org/"
    let document = try document(
      """
      <?xml version="1.0"?><pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage"
       xmlns:w="\(office)wordprocessingml/2006/main" xmlns:r="\(office)officeDocument/2006/relationships">
      <pkg:part pkg:name="/_rels/.rels"><pkg:xmlData><Relationships xmlns="\(office)package/2006/relationships">
      <Relationship Id="a" Type="\(office)officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>
      </Relationships></pkg:xmlData></pkg:part>
      <pkg:part pkg:name="/word/document.xml"><pkg:xmlData><w:document><w:body><w:p><w:r><w:rPr><w:b/></w:rPr>
      <w:t xml:space="preserve">a &amp; b </w:t></w:r></w:p></w:body></w:document></pkg:xmlData></pkg:part>
      <pkg:part pkg:name="/word/vbaProject.bin"><pkg:binaryData>AAEC
      AwQ=</pkg:binaryData></pkg:part></pkg:package>
      """)
    #expect(document.format == .wordXML && document.paragraphs.map(\.text) == ["a & b "])
    #expect(document.paragraphs[0].runs[0].style.isBold && document.residue.hasMacros)
  }

  @Test(arguments: [
    "<a/>", "<html></html>", "<pkg:package xmlns:pkg='http://schemas.microsoft.com/office/2006/xmlPackage'/>",
  ])
  func otherMarkupHasNoMainPart(_ text: String) {
    #expect(
      throws: ReadError(
        .docxNoMain,
        detail: text.hasPrefix("<pkg")
          ? "no relationship of type officeDocument" : "neither a package nor a Word 2003 document")
    ) {
      try document(text)
    }
  }

  @Test func base64() {
    var base64 = Base64()
    let text = Array("SGVn\r\ndWk=".utf8)
    text.withUnsafeBufferPointer { base64.add($0) }
    #expect(base64.bytes == Array("Hegui".utf8))
  }
}
