/// A notice with the habits of WPS: numbers as style names, a hint on every run, automatic numbers by
/// `japaneseCounting`, the page number in a text box of the footer, and its own marks in the properties.
enum WPSNotice {
  static var file: WordFile {
    var notice = WholeNotices.springNotice(dress)
    // The numbers 一、二、 are automatic, so the text has none.
    for index in notice.lines.indices where notice.lines[index].isHeading {
      let text = Self.headings[(index - 1) / 2 % Self.headings.count]
      notice.lines[index] = .init([Span(text)], look: heading)
    }
    var file = notice.file
    file.title = "关于做好2026年春季学期开学工作的通知"
    file.application = "WPS Office_12.1.0.16120_F1E327BC-269C-435d-A152-05C5408002CA"
    file.applicationVersion = "12.0000"
    file.customProperties = [
      ("KSOProductBuildVer", "2052-12.1.0.16120"), ("ICV", "7D1B3A52C04E4F1B9A6C0F2E55D81234_13"),
    ]
    file.numbering = numbering
    file.footer = footer
    return file
  }

  private static let headings = ["做好开学准备", "保障校园安全", "关心困难学生", "加强工作落实"]

  private static let dress: Dress = {
    var dress = Dress()
    dress.gridPitch = 312
    dress.styleSheet.theme = StyleSheet.Theme(major: "宋体", minor: "宋体")
    dress.styleSheet.defaults.character = CharacterFormat(
      latinTheme: "minorHAnsi", eastAsiaTheme: "minorEastAsia")
    dress.styleSheet.styles = [
      Style(
        id: "1", name: "Normal", isDefault: true, paragraph: ParagraphFormat(alignment: "both"),
        character: CharacterFormat(
          latinTheme: "minorHAnsi", eastAsiaTheme: "minorEastAsia", size: 21, complexSize: 24)),
      Style(id: "2", name: "footer", basedOn: "1", character: CharacterFormat(size: 18)),
    ]
    let text = CharacterFormat(
      latin: "宋体", eastAsia: "宋体", hint: "eastAsia", size: Dress.smallFour)
    dress.title = Look(
      paragraph: ParagraphFormat(alignment: "center"),
      character: text.with {
        $0.bold = true
        $0.size = Dress.smallTwo
      })
    dress.number = Look(
      paragraph: ParagraphFormat(alignment: "center"),
      character: text.with {
        $0.latin = "楷体"
        $0.eastAsia = "楷体"
      })
    dress.recipient = Look(character: text)
    dress.body = Look(paragraph: ParagraphFormat(firstLineCharacters: 200), character: text)
    dress.heading = dress.body
    dress.signOff = Look(
      paragraph: ParagraphFormat(rightCharacters: 200, alignment: "right"), character: text)
    return dress
  }()

  private static let heading = dress.body.with {
    $0.paragraph.numbering = (list: 1, level: 0)
    $0.paragraph.firstLineCharacters = nil
  }

  private static let numbering =
    Part.declaration + "<w:numbering xmlns:w=\"\(Part.main)\"><w:abstractNum w:abstractNumId=\"0\">"
    + "<w:multiLevelType w:val=\"singleLevel\"/><w:lvl w:ilvl=\"0\" w:tentative=\"0\"><w:start w:val=\"1\"/>"
    + "<w:numFmt w:val=\"japaneseCounting\"/><w:suff w:val=\"nothing\"/><w:lvlText w:val=\"%1、\"/>"
    + "<w:lvlJc w:val=\"left\"/><w:pPr><w:ind w:left=\"0\" w:firstLine=\"480\"/></w:pPr></w:lvl>"
    + "</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num></w:numbering>"

  /// The page number stands in a text box, twice: as a drawing, and as VML for programs before 2010.
  private static let footer: String = {
    let number = Look(character: CharacterFormat(size: 18)).xml([
      Span(.field(code: "PAGE  \\* MERGEFORMAT", result: "1"))
    ])
    let content = "<w:txbxContent>\(number)</w:txbxContent>"
    let namespaces = [
      ("w", Part.main), ("v", "urn:schemas-microsoft-com:vml"),
      ("mc", "http://schemas.openxmlformats.org/markup-compatibility/2006"),
      ("wp", "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"),
      ("wps", "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"),
      ("a", "http://schemas.openxmlformats.org/drawingml/2006/main"),
      ("wpsCustomData", "http://www.wps.cn/officeDocument/2013/wpsCustomData"),
    ]
    let drawing =
      "<w:drawing><wp:anchor distT=\"0\" distB=\"0\" distL=\"114300\" distR=\"114300\" simplePos=\"0\""
      + " relativeHeight=\"251659264\" behindDoc=\"0\" locked=\"0\" layoutInCell=\"1\" allowOverlap=\"1\">"
      + "<wp:simplePos x=\"0\" y=\"0\"/><wp:positionH relativeFrom=\"margin\"><wp:align>center</wp:align>"
      + "</wp:positionH><wp:positionV relativeFrom=\"paragraph\"><wp:posOffset>0</wp:posOffset>"
      + "</wp:positionV><wp:extent cx=\"720000\" cy=\"230000\"/><wp:wrapNone/>"
      + "<wp:docPr id=\"1\" name=\"文本框 1\"/><a:graphic>"
      + "<a:graphicData uri=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\"><wps:wsp>"
      + "<wps:cNvSpPr txBox=\"1\"/><wps:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/>"
      + "<a:ext cx=\"720000\" cy=\"230000\"/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom>"
      + "<a:noFill/></wps:spPr><wps:txbx>\(content)</wps:txbx><wps:bodyPr wrap=\"none\"/></wps:wsp>"
      + "</a:graphicData></a:graphic></wp:anchor></w:drawing>"
    let vml =
      "<w:pict><v:shape type=\"#_x0000_t202\" style=\"position:absolute;width:56pt;height:18pt\">"
      + "<v:textbox>\(content)</v:textbox></v:shape></w:pict>"
    return Part.declaration + "<w:ftr"
      + namespaces.map { " xmlns:\($0.0)=\"\($0.1)\"" }.joined() + " mc:Ignorable=\"wpsCustomData\">"
      + "<w:p><w:pPr><w:pStyle w:val=\"2\"/></w:pPr><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\">"
      + drawing + "</mc:Choice><mc:Fallback>" + vml + "</mc:Fallback></mc:AlternateContent></w:r></w:p>"
      + "</w:ftr>"
  }()
}
