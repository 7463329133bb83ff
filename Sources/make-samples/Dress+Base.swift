/// Three ways to set one and the same conforming notice.
extension Dress {
  /// 小二, 小四 and 五号 in half points.
  static let smallTwo = 36
  static let smallFour = 24
  static let five = 21

  /// Formatting by styles, as a template of an office has it; nothing is set directly.
  static let styled: Dress = {
    var dress = Dress()
    dress.styleSheet.defaults.character = CharacterFormat(
      latin: "Times New Roman", eastAsia: "宋体", size: smallFour)
    dress.styleSheet.styles = [
      Style(id: "a", name: "Normal", isDefault: true),
      Style(
        id: "Title1", name: "公文标题", basedOn: "a", paragraph: ParagraphFormat(alignment: "center"),
        character: CharacterFormat(eastAsia: "宋体", bold: true, size: smallTwo)),
      Style(
        id: "Number1", name: "公文文号", basedOn: "a", paragraph: ParagraphFormat(alignment: "center"),
        character: CharacterFormat(eastAsia: "楷体")),
      Style(
        id: "Body1", name: "公文正文", basedOn: "a",
        paragraph: ParagraphFormat(firstLineCharacters: 200)),
      Style(
        id: "Sign1", name: "公文落款", basedOn: "a",
        paragraph: ParagraphFormat(rightCharacters: 200, alignment: "right")),
      Style(id: "Strong1", name: "加重", kind: .character, character: CharacterFormat(bold: true)),
    ]
    dress.title.paragraph.style = "Title1"
    dress.number.paragraph.style = "Number1"
    dress.heading.paragraph.style = "Body1"
    dress.body.paragraph.style = "Body1"
    dress.signOff.paragraph.style = "Sign1"
    return dress
  }()

  /// Everything set directly on paragraphs and runs, over defaults that are all different.
  static let direct: Dress = {
    var dress = Dress()
    dress.gridPitch = 312
    dress.styleSheet.defaults.character = CharacterFormat(
      latin: "Calibri", eastAsia: "等线", size: five)
    dress.styleSheet.styles = [
      Style(id: "a", name: "Normal", isDefault: true, paragraph: ParagraphFormat(alignment: "both"))
    ]
    let text = CharacterFormat(latin: "Times New Roman", eastAsia: "宋体", size: smallFour)
    let single = ParagraphFormat(line: 240, lineRule: "auto")
    dress.title.character = text.with {
      $0.bold = true
      $0.size = smallTwo
    }
    dress.title.paragraph.alignment = "center"
    dress.number.character = text.with { $0.eastAsia = "楷体_GB2312" }
    dress.number.paragraph.alignment = "center"
    dress.recipient = Look(paragraph: single, character: text)
    dress.body = dress.recipient.with { $0.paragraph.firstLineCharacters = 200 }
    dress.heading = dress.body
    dress.signOff = dress.recipient.with {
      $0.paragraph.alignment = "right"
      $0.paragraph.rightCharacters = 200
    }
    return dress
  }()

  /// Faces from the theme, sizes and spacing down a chain of styles.
  static let themed: Dress = {
    var dress = Dress()
    dress.styleSheet.theme = StyleSheet.Theme(major: "宋体", minor: "宋体")
    dress.styleSheet.defaults.character = CharacterFormat(
      latinTheme: "minorHAnsi", eastAsiaTheme: "minorEastAsia", size: five)
    dress.styleSheet.styles = [
      Style(id: "a", name: "Normal", isDefault: true),
      Style(id: "a3", name: "Body Text", basedOn: "a", character: CharacterFormat(size: smallFour)),
      Style(
        id: "a4", name: "公文正文", basedOn: "a3",
        paragraph: ParagraphFormat(line: 240, lineRule: "auto", firstLineCharacters: 200)),
      Style(
        id: "1", name: "heading 1", basedOn: "a",
        character: CharacterFormat(
          latinTheme: "majorHAnsi", eastAsiaTheme: "majorEastAsia", bold: true, size: 44)),
      Style(
        id: "a5", name: "公文标题", basedOn: "1", paragraph: ParagraphFormat(alignment: "center"),
        character: CharacterFormat(size: smallTwo)),
      Style(
        id: "a6", name: "公文文号", basedOn: "a3", paragraph: ParagraphFormat(alignment: "center"),
        character: CharacterFormat(eastAsia: "KaiTi")),
      Style(id: "a7", name: "公文落款", basedOn: "a3", paragraph: ParagraphFormat(alignment: "right")),
    ]
    dress.title.paragraph.style = "a5"
    dress.number.paragraph.style = "a6"
    dress.recipient.paragraph.style = "a3"
    dress.heading.paragraph.style = "a4"
    dress.body.paragraph.style = "a4"
    dress.signOff.paragraph.style = "a7"
    return dress
  }()
}
