/// A file with its name, which says what the checker must find in it.
struct Sample: Sendable {
  /// `<requirement>-<verdict>-<letter>`: `pass`, `fail`, or `review` where a person must look.
  let name: String
  let notice: Notice

  init(_ name: String, _ dress: Dress, _ change: (inout Notice) -> Void = { _ in }) {
    self.name = name
    notice = Notice(dress).with(change)
  }
}

/// How the text looks: faces, sizes, weight, spacing, colour. Each failing one fails in one thing only.
enum TypographySamples {
  static let all = title + number + body

  static let title: [Sample] = [
    // The face comes from the theme's list for `Hans`.
    Sample("title-font-pass-a", .themed),
    // The same list names another face, and so does the style's parent.
    Sample("title-font-fail-a", .themed) { $0.dress.styleSheet.theme?.major = "方正小标宋简体" },
    // Direct formatting wins over a style that names another face.
    Sample("title-font-pass-b", .styled) {
      $0.dress.styleSheet["Title1"].character.eastAsia = "黑体"
      $0.dress.title.character.eastAsia = "SimSun"
    },
    Sample("title-font-fail-b", .styled) { $0.dress.styleSheet["Title1"].character.eastAsia = "黑体" },

    // The size for complex scripts does not count.
    Sample("title-size-pass-a", .direct) { $0.dress.title.character.complexSize = 44 },
    Sample("title-size-fail-a", .direct) {
      $0.dress.title.character.size = 44
      $0.dress.title.character.complexSize = Dress.smallTwo
    },
    // A size only in the parent of the style.
    Sample("title-size-fail-b", .themed) { $0.dress.styleSheet["a5"].character.size = nil },

    Sample("title-bold-pass-a", .styled),
    // Bold in the paragraph style and bold in the character style cancel (ECMA-376-1, 17.7.3).
    Sample("title-bold-fail-a", .styled) { $0.dress.title.character.style = "Strong1" },
    // They cancel, and direct bold has the last word.
    Sample("title-bold-pass-b", .styled) {
      $0.dress.title.character.style = "Strong1"
      $0.dress.title.character.bold = true
    },
    // Bold is switched off directly over a bold style.
    Sample("title-bold-fail-b", .themed) { $0.dress.title.character.bold = false },
  ]

  static let number: [Sample] = [
    Sample("docnum-font-pass-a", .direct) { $0.isNumberFirst = true },
    Sample("docnum-font-fail-a", .direct) { $0.dress.number.character.eastAsia = "仿宋_GB2312" },
    // The size for complex scripts, set directly, says nothing of Han text.
    Sample("docnum-size-pass-a", .themed) {
      $0.isNumberFirst = true
      $0.dress.number.character.complexSize = 32
    },
    Sample("docnum-size-fail-a", .styled) { $0.dress.styleSheet["Number1"].character.size = 32 },
  ]

  static let body: [Sample] = [
    // The English name of the face, over a theme that has another one for text.
    Sample("body-font-pass-a", .themed) {
      $0.dress.styleSheet.theme?.minor = "等线"
      for id in ["a3", "a7"] { $0.dress.styleSheet[id].character.eastAsia = "SimSun" }
      $0.dress.recipient.character.eastAsia = "NSimSun"
    },
    // Four of nine paragraphs in another face.
    Sample("body-font-fail-a", .styled) { notice in
      let other = Look(
        paragraph: notice.dress.body.paragraph, character: CharacterFormat(eastAsia: "仿宋_GB2312"))
      for index in [0, 2, 4, 6] { notice.lines[index].look = other }
    },
    // A face named directly wins over the theme below it.
    Sample("body-font-fail-b", .themed) {
      $0.dress.body.character.eastAsia = "微软雅黑"
      $0.dress.heading.character.eastAsia = "微软雅黑"
    },

    // The size of the chain's root is overridden half way up.
    Sample("body-size-pass-a", .themed) {
      $0.dress.styleSheet["a"].character.size = 32
      $0.dress.styleSheet["a4"].character.complexSize = 28
    },
    Sample("body-size-fail-a", .styled) { $0.dress.styleSheet["Body1"].character.size = 32 },

    // No layer gives a line height, and the document grid does not change that.
    Sample("body-spacing-pass-a", .styled) { $0.dress.gridPitch = 312 },
    Sample("body-spacing-pass-b", .direct),
    // `w:line=240` without a rule inherits the rule `exact`: 12 points, not one line.
    Sample("body-spacing-fail-a", .styled) {
      $0.dress.styleSheet["Body1"].paragraph.line = 560
      $0.dress.styleSheet["Body1"].paragraph.lineRule = "exact"
      $0.dress.body.paragraph.line = 240
      $0.dress.heading.paragraph.line = 240
    },
    // What Word has as its own default since 2013: 1.08 lines, in the defaults of the document.
    Sample("body-spacing-fail-b", .styled) {
      $0.dress.styleSheet.defaults.paragraph.line = 259
      $0.dress.styleSheet.defaults.paragraph.lineRule = "auto"
    },

    Sample("text-color-pass-a", .direct) { $0.dress.body.character.color = "000000" },
    Sample("text-color-review-a", .direct) { notice in
      let red = notice.dress.body.character.with { $0.color = "FF0000" }
      notice.lines[4].spans = [
        Span("各校要逐项排查消防、用电、燃气和校车隐患，建立台账，限期整改。", red),
        Span("开学第一周要上好安全教育课，组织一次应急疏散演练。"),
      ]
    },
  ]
}
